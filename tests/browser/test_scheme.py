"""Light and dark: by preference, by the switch, remembered from page to page; legible in both, and white on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visit

KNOBS = sorted((Path(__file__).parents[2] / "themes").glob("*/static/css/10-knobs.css"))
PAPER = "getComputedStyle(document.body).backgroundColor"
SWITCH = ".scheme-switch"


def paper(page: Page) -> str:
    return str(page.evaluate(PAPER))


def test_switch_turns_the_page_and_is_remembered_on_the_next(address: str, visit: Visit) -> None:
    page = visit.page
    page.emulate_media(color_scheme="light")
    page.goto(address + "index.html")
    light, switch = paper(page), page.locator(SWITCH)
    assert switch.get_attribute("aria-pressed") == "false"
    switch.focus()
    page.keyboard.press("Enter")
    dark = paper(page)
    assert dark != light and switch.get_attribute("aria-pressed") == "true"
    page.goto(address + "timeline/index.html")
    assert paper(page) == dark and page.locator(SWITCH).get_attribute("aria-pressed") == "true"
    page.locator(SWITCH).click()
    assert paper(page) == light
    page.emulate_media(color_scheme="dark")
    assert paper(page) == dark, "what the system prefers is followed again"
    assert visit.complaints == []


def test_scheme_is_set_before_the_page_is_there(address: str, visit: Visit) -> None:
    page = visit.page
    page.emulate_media(color_scheme="light")
    page.goto(address + "index.html")
    page.locator(SWITCH).click()
    page.add_init_script(
        "new MutationObserver((_, seen) => { if (document.body) {"
        " window.early = document.documentElement.dataset.scheme; seen.disconnect(); } })"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.goto(address + "index.html")
    assert page.evaluate("window.early") == "dark"


def test_switch_works_where_nothing_can_be_remembered(address: str, visit: Visit) -> None:
    page = visit.page
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
    page.emulate_media(color_scheme="dark")
    page.goto(address + "index.html")
    before = paper(page)
    page.locator(SWITCH).click()
    assert paper(page) != before
    assert visit.complaints == []


def test_without_script_the_preference_holds_and_no_switch_is_shown(address: str, browser: Browser) -> None:
    seen = []
    for scheme in ("light", "dark"):
        context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
        page = context.new_page()
        page.goto(address + "index.html")
        assert not page.locator(SWITCH).is_visible()
        seen.append(page.screenshot())
        context.close()
    assert seen[0] != seen[1]


def test_paper_is_white_whatever_the_switch_says(address: str, visit: Visit) -> None:
    page = visit.page
    page.emulate_media(color_scheme="light")
    page.goto(address + "index.html")
    page.locator(SWITCH).click()
    page.emulate_media(media="print", color_scheme="dark")
    assert paper(page) == "rgb(255, 255, 255)"
    assert not page.locator(SWITCH).is_visible()


def test_reduced_motion_stops_what_moves(address: str, visit: Visit) -> None:
    page = visit.page
    moving = "getComputedStyle(document.querySelector('.cite > a')).transitionDuration"
    page.goto(address + "index.html")
    assert page.evaluate(moving) != "0s"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == "0s"


# Foreground, background, least ratio (WCAG 2.2: 1.4.3 for text, 1.4.11 for focus rings and bars).
PAIRS = (
    ("ink", "paper", 7.0),
    ("faint", "paper", 4.5),
    ("link", "paper", 4.5),
    ("link-hover", "paper", 4.5),
    ("flag", "paper", 4.5),
    ("accent", "paper", 3.0),
    ("ink", "authored", 7.0),
    ("link", "authored", 4.5),
    ("authored-edge", "authored", 4.5),
    ("ink", "mark", 7.0),
    ("link", "mark", 4.5),
    ("faint", "mark", 4.5),
    ("ink", "panel", 7.0),
    ("link", "panel", 4.5),
    ("accent", "panel", 3.0),
    ("accent", "authored", 3.0),
)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("knobs", KNOBS, ids=lambda path: path.parts[-4])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_that_meet_can_be_told_apart(scheme: str, knobs: Path) -> None:
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", knobs.read_text(encoding="utf-8"))
    colours = {name: light if scheme == "light" else dark for name, light, dark in found}
    for front, back, least in PAIRS:
        low, high = sorted((luminance(colours[front]), luminance(colours[back])))
        ratio = (high + 0.05) / (low + 0.05)
        assert ratio >= least, f"{front} on {back}: {ratio:.2f}, {scheme}"
