"""A citation's number opens its passage: by pointer, keyboard and finger; without script it leads there."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.conftest import Visit

PANEL = ".passage-panel"
# The notes of the margin are placed with the first frame that is drawn; only then is it known which numbers have one.
DRAWN = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"


def an_event(page: Page, address: str) -> Locator:
    """The first number on an event's page."""
    page.goto(address + "index.html")
    href = page.locator("main a[href*='events/']").first.get_attribute("href")
    page.goto(urljoin(page.url, href))
    return page.locator(".cite > a").first


def test_pointer_opens_the_passage_and_may_rest_on_it(address: str, visit: Visit) -> None:
    page = visit.page
    number = an_event(page, address)
    number.hover()
    panel = page.locator(PANEL)
    panel.wait_for()
    carried = page.locator(f".notes-passages > li[value='{number.inner_text()}']").text_content()
    assert panel.locator(".passage-words").inner_text().split() == (carried or "").split() != []
    assert panel.locator("a").evaluate("link => link.href") == number.evaluate("link => link.href")
    panel.hover()
    page.wait_for_timeout(500)
    assert panel.is_visible()
    page.mouse.move(1, 1)
    panel.wait_for(state="detached")
    assert visit.complaints == []


def test_keyboard_opens_and_escape_closes_it(address: str, visit: Visit) -> None:
    page = visit.page
    number = an_event(page, address)
    for _ in range(60):
        page.keyboard.press("Tab")
        if number.evaluate("link => link === document.activeElement"):
            break
    words = page.locator(f"{PANEL} .passage-words")
    words.wait_for()
    described = number.get_attribute("aria-describedby")
    assert described and words.get_attribute("id") == described
    assert page.locator(PANEL).get_attribute("role") == "tooltip"
    page.wait_for_timeout(500)
    assert words.is_visible()
    page.keyboard.press("Escape")
    assert words.count() == 0 and number.get_attribute("aria-describedby") is None
    assert number.evaluate("link => link === document.activeElement")


def test_leaving_by_keyboard_closes_it_and_the_panel_is_no_second_stop(address: str, visit: Visit) -> None:
    page = visit.page
    number = an_event(page, address)
    number.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.locator(PANEL).wait_for()
    page.keyboard.press("Tab")
    opened = page.locator(PANEL)
    assert not page.evaluate("document.activeElement.closest('.passage-panel')")
    assert opened.count() == 0 or page.evaluate("document.activeElement.matches('.cite > a')")


def test_only_one_panel_is_open_and_no_id_stands_twice(address: str, visit: Visit) -> None:
    page = visit.page
    page.goto(address + "index.html")
    for at in (0, 1):
        page.locator(".cite > a").nth(at).hover()
        page.locator(f".cite > a >> nth={at}").and_(page.locator("[aria-describedby]")).wait_for()
        assert page.locator(PANEL).count() == 1
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_panel_stays_inside_the_window(width: int, address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(address + "index.html")
    page.evaluate(DRAWN)
    numbers = page.locator("main .cite > a:not([data-beside])").element_handles()
    assert len(numbers) >= 4
    for number in numbers[:12]:
        number.hover()
        page.wait_for_function("number => number.hasAttribute('aria-describedby')", arg=number)
        box = page.locator(PANEL).bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["y"] >= 0 and box["y"] + box["height"] <= 844
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    context.close()


def test_first_tap_opens_second_follows_elsewhere_closes(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    number = an_event(page, address)
    before = page.url
    number.tap()
    page.locator(PANEL).wait_for()
    assert page.url == before
    page.locator("h2").first.tap()
    assert page.locator(PANEL).count() == 0
    number.tap()
    page.locator(PANEL).wait_for()
    number.tap()
    page.wait_for_url("**/sources/**")
    assert page.locator(":target").count() == 1
    context.close()


def test_tapping_the_source_in_the_panel_leads_to_the_passage(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    an_event(page, address).tap()
    page.locator(f"{PANEL} a").tap()
    page.wait_for_url("**/sources/**")
    assert page.locator(":target").count() == 1
    context.close()


def test_without_script_the_number_leads_to_the_marked_passage(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    number = an_event(page, address)
    assert number.get_attribute("title")
    number.click()
    page.wait_for_url("**/sources/**")
    assert page.locator(":target").count() == 1
    context.close()


def test_a_passage_that_its_page_leaves_out_is_found_where_it_stood(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "sources/a-ledger/index.html")
    left = page.locator(".passage-left")
    anchor = left.first.locator("[id]").first.get_attribute("id")
    seen = "all => all.map(link => link.checkVisibility({ contentVisibilityAuto: true }))"
    assert not any(left.first.locator("li a").evaluate_all(seen))
    page.goto(f"{address}sources/a-ledger/index.html#{anchor}")
    assert left.first.locator(":target").count() == 1
    assert all(left.first.locator("li a").evaluate_all(seen)) and left.first.locator("li a").count()
    assert not any(left.nth(1).locator("li a").evaluate_all(seen))
    context.close()


def test_every_number_has_its_passage_in_the_notes(address: str, visit: Visit) -> None:
    for name in ("index.html", "timeline/index.html", "actors/index.html"):
        visit.page.goto(address + name)
        asked = set(visit.page.locator(".cite > a").all_inner_texts())
        held = visit.page.locator(".notes-passages > li").evaluate_all("all => all.map(li => String(li.value))")
        assert asked == set(held) and len(held) == len(set(held)), name
