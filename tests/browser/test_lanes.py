"""The actors over time in a browser: names stand at their lanes, nothing is small or sticks out, keys reach it."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from briefgen.write import write
from tests.browser.conftest import GOLDEN
from tests.browser.test_axe import complaints
from tests.harness import build

PAGE = "timeline/index.html"
WIDTHS = (390, 820, 1440)
# By lane: where its name stands, where its line, and whether both lie in the frame of the picture.
LANES = """() => {
    const box = part => part.getBoundingClientRect();
    const frame = box(document.querySelector('.lanes-drawing'));
    const lines = [...document.querySelectorAll('.lanes-line')].map(line => box(line).y);
    return [...document.querySelectorAll('.lanes-names a')].map((name, n) => {
        const at = box(name);
        return {middle: at.y + at.height / 2, foot: at.bottom, line: lines[n], high: frame.height / lines.length,
                side: (at.left + at.right < frame.left + frame.right) ? 'left' : 'right',
                beside: at.right <= frame.left || at.left >= frame.right};
    });
}"""
MARKS = """() => {
    const frame = document.querySelector('.lanes-drawing').getBoundingClientRect();
    return [...document.querySelectorAll('.lanes-drawing a :is(circle, rect)')].map(mark => {
        const at = mark.getBoundingClientRect();
        return [(at.left + at.right) / 2 - frame.left, (at.top + at.bottom) / 2 - frame.top, frame.width, frame.height];
    });
}"""
# Words of the picture that are seen: their size, and whether they run into others of theirs.
WORDS = """() => [...document.querySelectorAll('.lanes-plot > svg')].filter(svg => svg.checkVisibility()).map(svg => {
    const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent);
    const boxes = texts.map(text => text.getBoundingClientRect()).sort((a, b) => a.y - b.y || a.x - b.x);
    return {sizes: texts.map(text => parseFloat(getComputedStyle(text).fontSize)),
            met: boxes.some((box, n) => n && box.y === boxes[n - 1].y && box.left < boxes[n - 1].right)};
})"""


@pytest.fixture(scope="session", params=["default en", "default ar", "broadsheet en"])
def strike(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The strike site: the address of its timeline, and its language."""
    theme, language = request.param.split()
    root = tmp_path_factory.mktemp("strike")
    shutil.copytree(GOLDEN / "strike", root / "project")
    settings = root / "project" / "content" / "site.yml"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(f"language: {language}\ntheme: {theme}\n", encoding="utf-8")
    write(build(root / "project").artifacts, root / "site")
    return (root / "site" / PAGE).as_uri(), language


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_name_stands_at_its_lane(width: int, strike: tuple[str, str], page: Page) -> None:
    address, language = strike
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    lanes = page.evaluate(LANES)
    assert len(lanes) >= 4
    for lane in lanes:
        assert lane["side"] == ("right" if language == "ar" else "left")
        assert lane["beside"] == (width > 390)
        if lane["beside"]:
            assert abs(lane["middle"] - lane["line"]) < 3
        else:
            assert 0 < lane["line"] - lane["foot"] + 4 < lane["high"] / 2


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_the_screen_and_can_be_read(width: int, strike: tuple[str, str], page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(strike[0])
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    marks = page.evaluate(MARKS)
    assert len(marks) >= 8
    assert all(0 <= x <= wide and 0 <= y <= high for x, y, wide, high in marks)
    words = page.evaluate(WORDS)
    # One axis, and where there is room the words beside marks.
    assert len(words) == (2 if width == 1440 else 1) + 1
    assert all(size >= 12 for found in words for size in found["sizes"]) and any(found["sizes"] for found in words)
    assert not any(found["met"] for found in words)


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_also_in_the_open_list(width: int, strike: tuple[str, str], page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(strike[0])
    page.locator(".lanes-list summary").click()
    page.locator(".lanes-list li a").first.wait_for()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert complaints(page) == "", scheme


def test_marks_lead_to_events_and_say_who_and_when(strike: tuple[str, str], page: Page) -> None:
    address, language = strike
    page.goto(address)
    told = page.locator(".lanes-drawing a")
    names = [told.nth(n).locator("title").text_content() or "" for n in range(told.count())]
    assert all("2022" in name and name.rstrip("\u2069").endswith(")") for name in names)
    assert len({told.nth(n).get_attribute("href") for n in range(told.count())}) == len(names)
    # A mark is drawn with its link's words for those who listen.
    if language == "en":
        assert page.get_by_role("link", name=names[0], exact=True).count() == 1
    told.first.locator("circle, rect").first.click()
    page.wait_for_url("**/events/**")
    assert page.locator("h1").count() == 1


def test_keys_reach_names_and_list_but_need_not_pass_every_mark(strike: tuple[str, str], page: Page) -> None:
    page.goto(strike[0])
    page.locator(".lanes-names a").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.lanes-list summary')")
    page.keyboard.press("Enter")
    page.locator(".lanes-list[open]").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.lanes-list h3 a')")


def test_on_paper_the_picture_stands_and_the_folded_list_does_not(strike: tuple[str, str], page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 673, "height": 900})  # A4 within its margins
    page.goto(strike[0])
    assert page.locator(".lanes-drawing").is_visible() and not page.locator(".lanes-list").is_visible()
    assert all(lane["beside"] for lane in page.evaluate(LANES))
    frame = page.locator(".lanes").bounding_box()
    assert frame and frame["x"] >= 0 and frame["x"] + frame["width"] <= 673
