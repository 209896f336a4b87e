"""The search: opened by a key or a click, walked by keyboard, forgiving, and there when nothing runs, too."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.conftest import Visit


@pytest.fixture(params=["server", "disk"])
def home(request: pytest.FixtureRequest, site: Path, address: str, visit: Visit) -> Visit:
    visit.page.goto(address + "index.html" if request.param == "server" else (site / "index.html").as_uri())
    return visit


def search(page: Page, words: str) -> Locator:
    """Ask for words; the options, once all shards are read."""
    if not page.locator("dialog.search").is_visible():
        page.keyboard.press("/")
    page.locator(".search-input").fill(words)
    asked = json.dumps(words, ensure_ascii=False)
    page.locator(f".search-list[aria-busy=false][data-asked={asked}]").wait_for(state="attached")
    return page.locator("[role=option]")


def first(page: Page, words: str) -> str:
    return search(page, words).first.inner_text().split("\n")[0]


def chosen(page: Page) -> str | None:
    """The option that assistive technology is told of; it is the one that looks chosen."""
    id_ = page.locator(".search-input").get_attribute("aria-activedescendant")
    assert page.locator("[role=option][aria-selected=true]").get_attribute("id") == id_
    return id_


def test_nothing_is_loaded_before_somebody_searches(home: Visit) -> None:
    assert not any("/search/" in url or "minisearch" in url for url in home.requests)
    search(home.page, "zielony")
    assert any("/search/actors-" in url for url in home.requests)
    assert any("minisearch" in url for url in home.requests)
    assert home.complaints == []


def test_what_is_found_stands_in_groups_with_its_words_marked(home: Visit) -> None:
    options = search(home.page, "zielony")
    groups = home.page.locator("[role=listbox] > [role=group]")
    labels = groups.evaluate_all("all => all.map(one => document.getElementById(one.getAttribute('aria-labelledby')))"
                                 ".length")  # fmt: skip
    assert labels == groups.count() >= 3
    assert groups.first.locator(".search-label").inner_text() == "Actors"
    marks = options.first.locator("mark").all_inner_texts()
    assert marks and {mark.casefold() for mark in marks} == {"zielony"}
    assert "Found:" in home.page.locator("[role=status]").inner_text()
    assert home.complaints == []


@pytest.mark.parametrize("words", ["Zielon", "zilony", "ZIELONY", "zieloný", "piotr zielony's", "piotr zielny"])
def test_beginnings_slips_and_diacritics_find_a_name(words: str, address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html")
    assert first(visit.page, words) in {"Piotr Zielony", "Karol Zielony"}


def test_another_spelling_finds_the_actor_and_is_shown(address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html")
    option = search(visit.page, "polish").first
    assert option.inner_text().split("\n") == ["Poland", "Polish"]
    assert option.locator("mark").all_inner_texts() == ["Polish"]


@pytest.mark.parametrize(
    ("words", "where", "shown"),
    [
        ("We are convinced that the first verdict was right", "/sources/.*#p-", ":target"),
        ("The verdict cannot stand", "/(actors|events)/", "main"),  # the page of the article has no room for it
    ],
)
def test_a_statement_leads_to_its_words(words: str, where: str, shown: str, home: Visit) -> None:
    option = search(home.page, words.lower()).filter(has_text=words).last
    option.click()
    home.page.wait_for_url(re.compile(where))
    assert words in home.page.locator(shown).inner_text()
    assert not home.page.locator("dialog.search").is_visible()
    assert home.complaints == []


def test_the_keyboard_is_enough(home: Visit) -> None:
    search(home.page, "zielony")
    assert chosen(home.page) == "search-option-0"
    home.page.keyboard.press("ArrowDown")
    assert chosen(home.page) == "search-option-1"
    home.page.keyboard.press("ArrowUp")
    home.page.keyboard.press("ArrowUp")
    last = home.page.locator("[role=option]").count() - 1
    assert chosen(home.page) == f"search-option-{last}"
    home.page.keyboard.press("ArrowDown")
    assert home.page.evaluate("document.activeElement.className") == "search-input"
    target = home.page.locator("#search-option-0").get_attribute("href")
    home.page.keyboard.press("Enter")
    home.page.wait_for_url(re.compile("/actors/"))
    assert target and home.page.url.endswith(target)


def test_escape_closes_and_gives_the_focus_back(home: Visit) -> None:
    opener = home.page.locator(".search-open")
    opener.focus()
    home.page.keyboard.press("Enter")
    assert home.page.locator(".search-input").evaluate("input => input === document.activeElement")
    home.page.keyboard.type("zie")
    home.page.keyboard.press("Escape")
    assert not home.page.locator("dialog.search").is_visible()
    assert opener.evaluate("link => link === document.activeElement")
    home.page.keyboard.press("/")
    assert home.page.locator(".search-input").input_value() == "zie"
    home.page.keyboard.type("/x")
    assert home.page.locator(".search-input").input_value() == "/x"


def test_the_key_can_be_switched_off_and_stays_so(address: str, visit: Visit) -> None:
    page = visit.page
    page.goto(address + "index.html")
    page.keyboard.press("/")
    page.locator(".search-key").uncheck()
    page.keyboard.press("Escape")
    page.goto(address + "about/index.html")
    page.keyboard.press("/")
    assert not page.locator("dialog.search").is_visible()
    opener = page.locator(".search-open")
    assert opener.get_attribute("aria-keyshortcuts") is None
    assert not opener.locator("kbd").is_visible()
    opener.click()
    page.locator(".search-key").check()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    assert page.locator("dialog.search").is_visible()
    assert visit.complaints == []


def test_who_is_called_so_comes_before_who_is_described_so(address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html")
    search(visit.page, "zielony")
    names = visit.page.evaluate("""() => {
        const search = window.briefgenSearch;
        search.shard("actors", [
            ["Aster", "a/", "", [], ["“Quill”", "“rival of Quill”"]],
            ["Quillon Berg", "b/", "", [], []],
            ["Dora", "c/", "", ["Mrs Quill"], []],
            ["Edda Quill of the Quill and Quill society of letters", "d/", "", [], []],
        ]);
        return new Promise(done => setTimeout(() => done(search.find("quill", 9).actors.hits), 300));
    }""")
    assert [hit["entry"]["found"][0][:5] for hit in names] == ["Edda ", "Dora", "Quill", "Aster"]


def test_words_that_nothing_holds_are_answered_in_words(address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html")
    assert search(visit.page, "qqqqqqqq").count() == 0
    assert visit.page.locator("[role=status]").inner_text() == "Nothing found."
    assert visit.page.locator(".search-input").get_attribute("aria-expanded") == "false"


def test_what_is_typed_is_never_markup(address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html")
    search(visit.page, '<img src=x onerror="alert(1)"> zielony')
    assert visit.page.locator("dialog.search img").count() == 0
    assert visit.complaints == []


def test_without_script_the_link_leads_to_a_page_that_says_what_to_do(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "index.html")
    assert not page.locator("dialog.search").is_visible()
    page.locator(".search-open").click()
    page.wait_for_url(address + "search/index.html")
    assert "needs script" in page.locator("main").inner_text()
    assert not page.locator(".search-here").is_visible()
    assert page.locator("main a[href*='actors/']").is_visible()
    context.close()


def test_with_script_the_page_of_the_search_opens_it(address: str, visit: Visit) -> None:
    visit.page.goto(address + "search/index.html")
    assert "needs script" not in visit.page.locator("main").inner_text()
    visit.page.locator(".search-here").click()
    assert visit.page.locator(".search-input").is_visible()


def test_paper_has_no_search(address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html")
    search(visit.page, "zielony")
    visit.page.emulate_media(media="print")
    assert not visit.page.locator("dialog.search").is_visible()
    assert not visit.page.locator(".search-open").is_visible()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_on_a_phone_everything_fits_in_either_direction(direction: str, address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(address + "index.html")
    page.evaluate(f"document.documentElement.dir = '{direction}'")
    search(page, "zielony")
    for name in (".search", ".search-input", ".search-close", ".search-list"):
        box = page.locator(name).bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["y"] + box["height"] <= 640
    chosen_edge = "one => getComputedStyle(one).border{}Color"
    option = page.locator("[role=option][aria-selected=true]")
    start, end = ("Left", "Right") if direction == "ltr" else ("Right", "Left")
    assert option.evaluate(chosen_edge.format(start)) != option.evaluate(chosen_edge.format(end))
    context.close()
