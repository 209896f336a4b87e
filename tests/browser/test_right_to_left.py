"""Arabic pages: they run from right to left, what is quoted does not, and nothing sticks out."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefgen.write import write
from tests.browser.conftest import GOLDEN, Visit, kinds
from tests.harness import build


@pytest.fixture(scope="session", params=["default", "broadsheet"])
def arabic(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The court site in Arabic."""
    root = tmp_path_factory.mktemp("arabic")
    project = root / "project"
    shutil.copytree(GOLDEN / "court", project)
    settings = project / "content" / "site.yml"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(f"language: ar\ntheme: {request.param}\n", encoding="utf-8")
    write(build(project).artifacts, root / "site")
    return root / "site"


def test_pages_run_from_right_to_left_and_quotations_from_left_to_right(arabic: Path, visit: Visit) -> None:
    quoted = 0
    for name in kinds(arabic):
        visit.page.goto((arabic / name).as_uri())
        root = visit.page.locator("html")
        assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl"), name
        told = visit.page.evaluate(
            "[...document.querySelectorAll('blockquote, .event-title, h1.verbatim, .notes-passages > li')]"
            ".map(found => [getComputedStyle(found).direction, found.closest('[lang]').lang])"
        )
        assert all(found == ["ltr", "en"] for found in told), name
        quoted += len(told)
    assert quoted > 20
    assert visit.complaints == []


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_sticks_out(width: int, arabic: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for name in kinds(arabic):
        page.goto((arabic / name).as_uri())
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert excess <= 0, f"{name} is {excess} pixels too wide at {width}"
        cut = page.evaluate(
            "[...document.querySelectorAll('svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {"
            " const frame = svg.getBoundingClientRect();"
            " return [...svg.querySelectorAll('text')].filter(text => { const at = text.getBoundingClientRect();"
            " return at.left < frame.left - 2 || at.right > frame.right + 2; }).map(text => text.textContent); })"
        )
        assert cut == [], f"{name} at {width}"
    context.close()


def test_an_opened_passage_is_english(arabic: Path, visit: Visit) -> None:
    visit.page.goto((arabic / "index.html").as_uri())
    visit.page.locator(".event-title .cite > a").first.hover()
    words = visit.page.locator(".passage-words")
    words.wait_for()
    assert (words.get_attribute("lang"), words.get_attribute("dir")) == ("en", "ltr")


def test_search_counts_with_the_digits_of_the_pages(arabic: Path, visit: Visit) -> None:
    visit.page.goto((arabic / "index.html").as_uri())
    visit.page.keyboard.press("/")
    visit.page.locator(".search-input").fill("zielony")
    visit.page.locator("[role=option]").first.wait_for()
    assert re.fullmatch(r"النتائج: [0-9,]+", visit.page.locator(".search-status").inner_text())
