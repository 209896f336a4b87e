"""The page of an event in a browser: the table of voices on a small screen."""

from playwright.sync_api import Browser, Locator, Page

TOLD_BY_THREE = "events/acquittal-zielony-2019-11-05/index.html"


def moves(page: Page, region: Locator) -> bool:
    """Whether a region is scrolled sideways, within two seconds."""
    for _ in range(40):
        if region.evaluate("e => e.scrollLeft > 0"):
            return True
        page.wait_for_timeout(50)
    return False


def test_the_table_of_voices_scrolls_in_itself_from_the_keyboard(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + TOLD_BY_THREE)
    region = page.get_by_role("region", name="Which voice says what")
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    region.focus()
    page.keyboard.press("ArrowRight")
    assert moves(page, region)
    assert page.get_by_role("columnheader").count() == 4
    assert page.get_by_role("rowheader").first.inner_text() == "It happened"
    context.close()


def test_words_that_one_voice_has_are_underlined_and_explained(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address + TOLD_BY_THREE)
    marked = page.locator(".account mark")
    assert marked.count() > 3
    assert marked.first.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    assert page.locator(".legend").inner_text() == "Underlined are words that no other voice has here."
    page.close()
