"""The page of an event in a browser: the table of voices on a small screen."""

from playwright.sync_api import Browser

TOLD_BY_THREE = "events/acquittal-zielony-2019-11-05/index.html"


def test_the_table_of_voices_scrolls_in_itself_from_the_keyboard(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + TOLD_BY_THREE)
    region = page.get_by_role("region", name="Which voice says what")
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('[role=region]').scrollLeft > 0", timeout=5000)
    assert page.get_by_role("columnheader").count() == 4
    assert page.get_by_role("rowheader").first.inner_text() == "It happened"
    context.close()
