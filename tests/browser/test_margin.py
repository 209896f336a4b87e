"""On a wide screen the passages stand in the margin beside their lines; elsewhere they are notes and panels."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visit

FARTHEST = 180
SHOWN = """async () => {
  await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return [...document.querySelectorAll('.margin-note')].filter(one => one.checkVisibility()).map(one => {
  const box = one.getBoundingClientRect(), number = one.querySelector('.margin-number').textContent;
  const line = [...document.querySelectorAll('.cite > a')].find(link => link.textContent === number);
  const words = one.querySelector('.margin-words');
  const note = document.querySelector(`.notes-passages > li[value="${number}"]`);
  return {number, top: box.top, bottom: box.bottom, left: box.left, right: box.right,
          away: box.top - line.getBoundingClientRect().top, after: box.left - line.getBoundingClientRect().right,
          words: words && words.textContent, passage: note.textContent,
          block: line.closest('p, li, h1, h3, td').textContent,
          title: line.closest('.event-title')?.firstChild.textContent,
          source: one.querySelector('.margin-source').textContent, from: note.parentElement.dataset.source,
          described: line.getAttribute('aria-describedby') === (words && words.id)};
  });
}"""
LETTERS = """() => {
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), boxes = [];
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const inside = text.parentElement;
    if (!text.data.trim() || !inside.checkVisibility() || inside.closest('.margin-notes, .hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    boxes.push(...[...range.getClientRects()].map(box => [box.left, box.top, box.right, box.bottom]));
  }
  return boxes;
}"""


def with_margin(page: Page) -> bool:
    """Whether the theme has a margin at this width."""
    return bool(page.evaluate("document.querySelector('.margin-notes')?.checkVisibility() ?? false"))


@pytest.mark.parametrize("width", [1280, 1440, 2560])
@pytest.mark.parametrize(
    "name", ["index.html", "events/acquittal-zielony-2019-11-05/index.html", "actors/poland/index.html"]
)
def test_notes_stand_beside_their_lines_and_over_nothing(name: str, width: int, address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address + name)
    if not with_margin(page):
        assert page.locator(".masthead-bar").count() == 1, "only the broadsheet has no margin"
        page.close()
        return
    notes = page.evaluate(SHOWN)
    # The one sentence of this event is the title, and the line below names the article.
    assert bool(notes) != name.startswith("events/")
    assert name != "index.html" or sum(bool(note["words"]) for note in notes) >= 2
    letters = page.evaluate(LETTERS)
    for at, note in enumerate(notes):
        assert -20 <= note["away"] <= FARTHEST and note["after"] >= 0 and note["right"] <= width, note
        assert note["source"] == note["from"] and note["described"], note
        # Of a passage with the title in it only the rest: before, a mark for the title, after.
        rest = note["words"] and note["words"].replace("…", note["title"] or "", 1)
        assert note["words"] in (None, note["passage"]) or note["passage"].startswith(rest), note
        assert not (note["words"] and note["title"] and note["title"] in note["words"]), note
        assert note["words"] or note["passage"].strip("“”\"'. ")[:40].split()[1] in note["block"], note
        for other in notes[at + 1 :]:
            assert note["bottom"] <= other["top"] or other["bottom"] <= note["top"], (note, other)
        for left, top, right, bottom in letters:
            apart = right <= note["left"] or note["right"] <= left or bottom <= note["top"] or note["bottom"] <= top
            assert apart, (note, (left, top, right, bottom))
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
    page.close()


def test_screen_readers_hear_a_note_once_and_no_panel_opens_over_it(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "index.html")
    if with_margin(page):
        assert page.locator(".margin-notes").get_attribute("aria-hidden") == "true"
        assert page.locator(".margin-notes a:not([tabindex='-1'])").count() == 0
        number = page.locator(".cite > a[data-beside]").first.inner_text()
        link = page.locator(f".cite > a[aria-label^='Source {number}:']").first
        link.focus()
        page.keyboard.press("Shift")
        link.hover()
        page.wait_for_timeout(400)
        assert page.locator(".passage-panel").count() == 0
        assert page.locator(".margin-note-pointed .margin-number").inner_text() == link.inner_text()
        page.mouse.move(0, 0)
        page.set_viewport_size({"width": 1000, "height": 900})
        page.locator(".margin-note").first.wait_for(state="hidden")
        link.hover()
        page.locator(".passage-panel").wait_for()
    page.close()


def test_there_is_no_margin_on_paper_on_a_narrow_screen_and_without_script(address: str, browser: Browser) -> None:
    for width, script, media in ((1000, True, "screen"), (1440, True, "print"), (1440, False, "screen")):
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
        page = context.new_page()
        page.emulate_media(media=media)  # type: ignore[arg-type]
        page.goto(address + "index.html")
        notes = page.locator(".margin-note")
        assert not any(note.is_visible() for note in notes.all()), (width, script, media)
        if script:
            assert page.locator(".cite > a[data-beside]").count() == 0
        context.close()


def test_without_script_the_page_keeps_no_room_for_it(address: str, browser: Browser) -> None:
    columns = []
    for width, script in ((1200, True), (1440, False)):
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
        page = context.new_page()
        page.goto(address + "actors/poland/index.html")
        columns.append(
            page.locator(".columns").evaluate("e => getComputedStyle(e).gridTemplateColumns.split(' ').length")
        )
        context.close()
    assert columns[0] == columns[1]


def test_notes_follow_when_a_page_grows(address: str, visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(address + "index.html")
    if with_margin(page):
        before = page.evaluate(SHOWN)
        page.evaluate("document.querySelector('h1').style.marginBottom = '300px'")
        page.wait_for_function(f"async () => (await ({SHOWN})()).at(-1).top >= {before[-1]['top'] + 250}")
        assert [note["away"] for note in page.evaluate(SHOWN)] == pytest.approx(
            [note["away"] for note in before], abs=2
        )
    assert visit.complaints == []
