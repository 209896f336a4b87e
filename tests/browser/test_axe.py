"""axe-core finds nothing to complain of on any kind of page: WCAG 2.0 to 2.2, A and AA, and its best practice."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import kinds

PUBLISHED = Path(__file__).parents[2] / "site"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL: dict[str, object] = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# What alone can be otherwise in the other colours.
COLOURS: dict[str, object] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def complaints(page: Page, options: dict[str, object] = ALL) -> str:
    """What axe finds on the page as it stands now; empty where nothing."""
    found = Axe().run(page, options=options)
    return str(found.generate_report()) if found.violations_count else ""


@pytest.mark.parametrize("width", [390, 1440])
def test_no_kind_of_page_is_hard_to_use(width: int, site: Path, address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    for name in kinds(site):
        page.emulate_media(color_scheme="light")
        page.goto(address + name)
        assert complaints(page) == "", f"{name} at {width}"
        page.emulate_media(color_scheme="dark")
        assert complaints(page, COLOURS) == "", f"{name} at {width}, dark"
    context.close()


@pytest.mark.parametrize("folder", ["actors", "events", "relations", "timeline", "disagreements"])
def test_the_fullest_page_of_the_published_briefing_is_no_harder(folder: str, browser: Browser) -> None:
    """Names and numbers that wrap on a phone: there every link needs room for a finger."""
    fullest = max(PUBLISHED.glob(f"{folder}/**/index.html"), key=lambda page: page.stat().st_size)
    page = browser.new_page(viewport={"width": 390, "height": 900}, reduced_motion="reduce")
    page.goto(fullest.as_uri())
    assert complaints(page) == ""
    page.close()


def test_neither_is_an_open_passage_or_the_search(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1000, "height": 900}, reduced_motion="reduce")
    page.goto(address + "index.html")
    page.locator(".cite > a").first.hover()
    page.locator(".passage-panel").wait_for()
    assert complaints(page) == ""
    page.keyboard.press("/")
    page.locator(".search-input").fill("zielony")
    page.locator("[role=option]").first.wait_for()
    assert complaints(page) == ""
    page.close()


def test_it_would_complain(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address + "index.html")
    page.evaluate("document.querySelector('h1').after(document.createElement('h5'), new Image())")
    assert "image-alt" in complaints(page)
    page.close()
