"""Ways to read: by keyboard alone, with forced colours, with text of twice the size, without script, in print."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visit, kinds

# Where the focus is: its element's tag, whether a ring is drawn around it, and whether it can be seen in the window.
FOCUS = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const skip = one.matches('.skip');
  return [one.tagName, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          skip || (box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth)];
}"""
STOPS = """[...document.querySelectorAll('a[href], button, [tabindex="0"], summary')]
  .filter(one => one.checkVisibility()).length"""


def test_the_keyboard_walks_through_every_kind_of_page_and_is_seen(site: Path, address: str, visit: Visit) -> None:
    page = visit.page
    page.emulate_media(reduced_motion="reduce")
    for name in kinds(site):
        page.goto(address + name)
        page.mouse.move(1, 1)
        stops = min(page.evaluate(STOPS), 45)
        for _ in range(stops):
            page.keyboard.press("Tab")
            tag, ringed, seen = page.evaluate(FOCUS)
            assert tag != "BODY" and ringed and seen, (name, page.evaluate("document.activeElement.outerHTML"))
    assert visit.complaints == []


def test_forced_colours_keep_pictures_and_focus(address: str, browser: Browser) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address + "index.html")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    inked = page.locator("svg.chart-wide .chart-names text").first
    assert inked.evaluate("e => getComputedStyle(e).fill") != paper
    assert not page.locator(".scheme-switch").is_visible(), "the reader's own colours hold"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)[1]
    context.close()


@pytest.mark.parametrize("kind", ["index.html", "actors/", "events/", "sources/", "timeline/", "relations/"])
def test_text_of_twice_the_size_still_fits(kind: str, site: Path, address: str, browser: Browser) -> None:
    name = next(name for name in kinds(site) if name.startswith(kind))
    page = browser.new_page(viewport={"width": 800, "height": 900})
    page.goto(address + name)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, name
    page.close()


def test_every_kind_of_page_says_the_same_without_script(site: Path, address: str, browser: Browser) -> None:
    texts = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script, viewport={"width": 1000, "height": 900})
        page = context.new_page()
        texts.append({})
        for name in kinds(site):
            if not name.startswith("search/"):
                page.goto(address + name)
                texts[-1][name] = page.locator("main").inner_text()
        context.close()
    assert texts[0] == texts[1]


def test_every_kind_of_page_prints(site: Path, address: str, visit: Visit) -> None:
    for name in kinds(site):
        visit.page.goto(address + name)
        assert visit.page.pdf(format="A4").startswith(b"%PDF"), name
        visit.page.emulate_media(media="print")
        wide = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} pixels too wide for the paper"
        visit.page.emulate_media(media="screen")
