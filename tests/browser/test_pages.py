"""The pages in a real browser: nothing asked of others, nothing complained of, every citation leads to its passage."""

from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visit

WIDTHS = (390, 820, 1440)


def pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_every_page_is_valid_html(site: Path) -> None:
    for name in pages(site):
        parser = html5lib.HTMLParser(strict=True)
        assert parser.parse((site / name).read_text(encoding="utf-8")) is not None, name


def test_every_page_opens_quietly_and_asks_only_its_own_origin(site: Path, address: str, visit: Visit) -> None:
    for name in pages(site):
        response = visit.page.goto(address + name)
        assert response is not None and response.ok, name
        assert visit.page.title().strip(), name
        assert visit.page.locator("h1").count() == 1, name
    assert visit.complaints == []
    assert {urlsplit(url).netloc for url in visit.requests} == {urlsplit(address).netloc}


def test_pages_open_from_the_disk(site: Path, visit: Visit) -> None:
    visit.page.goto((site / "index.html").as_uri())
    visit.page.locator("main a[href*='events/']").first.click()
    visit.page.wait_for_url("file:**/events/**")
    assert visit.page.locator("h1").count() == 1
    assert visit.complaints == []


def test_citation_leads_to_the_marked_passage(address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html")
    visit.page.locator("main a[href*='events/']").first.click()
    visit.page.wait_for_url("**/events/**")
    visit.page.locator("main a[href*='sources/'][href*='#p-']").first.click()
    visit.page.wait_for_url("**/sources/**#p-*")
    target = visit.page.locator(":target")
    assert target.count() == 1 and target.inner_text().strip()
    elsewhere = visit.page.locator("[id^='p-']:not(:target)")
    assert elsewhere.count() >= 1
    style = "element => getComputedStyle(element).backgroundColor + getComputedStyle(element).outlineStyle"
    assert target.evaluate(style) != elsewhere.first.evaluate(style)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(width: int, site: Path, address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for name in pages(site):
        page.goto(address + name)
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert excess <= 0, f"{name} is {excess} pixels too wide at {width}"
    context.close()


@pytest.mark.parametrize("width", [1000, 1440])
def test_everything_is_there_without_script(width: int, address: str, browser: Browser) -> None:
    """What a script adds is a copy in the margin of what the page says anyway, and only where there is a margin."""
    texts = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(address + "index.html")
        texts.append([line for line in page.locator("main").inner_text().splitlines() if line.strip()])
        context.close()
    scripted, plain = texts
    assert plain and all(line in scripted for line in plain)
    assert scripted == plain or width > 1000


def test_dark_scheme_differs_and_is_legible(address: str, browser: Browser) -> None:
    colours = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address + "index.html")
        style = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
        colours.append(page.evaluate(style))
        context.close()
    assert colours[0] != colours[1]
    assert all(ink != paper for ink, paper in colours)


def test_keyboard_reaches_the_content_first(address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    visit.page.keyboard.press("Enter")
    assert visit.page.locator(":target").count() == 1


def test_missing_page_is_styled_and_leads_home(address: str, visit: Visit) -> None:
    visit.page.goto(address + "404.html")
    assert visit.page.locator("h1").count() == 1
    assert visit.page.locator("a").count() >= 1
