"""The contract of themes: what templates ask for in vain is named before anything is drawn."""

import unicodedata
from pathlib import Path

import pytest
from msgspec import Struct

from briefgen.compose.pages import KINDS
from briefgen.compose.parts import CitationView, Head, QuoteView
from briefgen.errors import BriefgenError
from briefgen.model.site import Page, Route, Theme, ThemeFile
from briefgen.render import renderer
from briefgen.render.cleanup import scrub
from briefgen.render.contract import document
from briefgen.sockets import PageKind
from tests.compose.corpora import THEMES, theme

CASES = (Path(__file__).parent / "cases" / "contract.md").read_text(encoding="utf-8").split("\n===\n")
OTHERS = {
    "base.html": "{{ head.sit }}{% block content %}{% endblock %}",
    "macros.html": "{% macro show(thing) %}{{ nothing_here }}{{ title }}{% endmacro %}",
    "other.html": "{{ titl }}",
    "strings/en.yml": "page.skip: Skip",
}


class Card(Struct, frozen=True):
    name: str
    citation: CitationView | None
    quotes: tuple[QuoteView, ...]


class TestPage(Struct, frozen=True):
    __test__ = False
    head: Head
    title: str
    note_html: str
    cards: tuple[Card, ...] = ()


def small_theme(**templates: str) -> Theme:
    files = {**OTHERS, **{f"{name}.html": text for name, text in templates.items()}}
    return Theme("small", 1, tuple(ThemeFile(n, f"templates/{n}", t.encode()) for n, t in files.items()), ())


def page(title: str = "<T>", note: str = "<i>n</i>") -> Page:
    head = Head(title, "Site", "", "en", "", "style.css", "", None, ())  # type: ignore[arg-type]
    return Page("test", "test.html", Route("", "index.html"), TestPage(head, title, note))


def draw(template: str, **values: str) -> str:
    return renderer(small_theme(test=template)).run(page(**values)).data.decode()


@pytest.mark.parametrize("case", CASES, ids=[case.partition("\n")[0] for case in CASES])
def test_case(case: str) -> None:
    _, template, expected = (part.strip("\n") for part in case.split("\n---\n"))
    with pytest.raises(BriefgenError) as caught:
        draw(template)
    shown = [
        f"{p.position.path}:{p.position.line} {p.message} {p.hint}".strip()
        for p in caught.value.diagnostics
        if p.position
    ]
    assert shown == expected.splitlines()


def test_a_page_without_a_template_says_what_its_theme_lacks() -> None:
    with pytest.raises(BriefgenError) as caught:
        renderer(small_theme()).run(page())
    [problem] = caught.value.diagnostics
    assert (problem.message, problem.position) == ('the theme has no template "test.html"', None)
    assert "extends: default" in problem.hint


OWN = sorted(path.parent.name for path in THEMES.glob("*/theme.yml"))


@pytest.mark.parametrize("name", OWN)
def test_our_themes_keep_the_contract(name: str) -> None:
    stage = renderer(theme(name), KINDS)
    stage.run(page_of_about())
    broken = theme(name)
    wrong = tuple(
        ThemeFile(f.name, f.path, f.data.replace(b"note_html", b"note_htm")) if f.name == "actor.html" else f
        for f in broken.templates
    )
    with pytest.raises(BriefgenError, match="ActorPage has no field 'note_htm'"):
        renderer(Theme(broken.name, 1, wrong, broken.static), KINDS).run(page_of_about())


def test_a_template_that_extends_another_is_checked_in_its_blocks() -> None:
    chosen = theme("broadsheet")
    wrong = tuple(
        ThemeFile(f.name, f.path, f.data.replace(b"{{ base }}", b"{{ bass }}")) if f.name == "home.html" else f
        for f in chosen.templates
    )
    with pytest.raises(BriefgenError, match="HomePage has no field 'bass'"):
        renderer(Theme(chosen.name, 1, wrong, chosen.static), KINDS).run(page_of_about())


def page_of_about() -> Page:
    from briefgen.compose import compose
    from tests.compose.corpora import inputs, quake

    briefing, _ = compose(quake(), inputs(), KINDS)
    return next(page for page in briefing.pages if page.kind == "about")


def test_readme_of_themes_is_fresh() -> None:
    assert (THEMES / "README.md").read_text(encoding="utf-8") == document(KINDS)


def test_every_field_of_every_view_is_documented() -> None:
    for line in document(KINDS).splitlines():
        assert not line.endswith("|  |"), line


def test_text_is_escaped_and_only_html_fields_are_markup() -> None:
    assert draw("{{ title }}|{{ note_html }}|{{ head.title }}") == "&lt;T&gt;|<i>n</i>|&lt;T&gt;"
    with pytest.raises(BriefgenError):
        draw("{{ title | safe }}")


def test_other_scripts_are_set_apart_and_text_stays_escaped() -> None:
    drawn = draw("{{ title | isolated }}", title="<b> آن لي & 東京")
    assert drawn == '&lt;b&gt; <bdi lang="und-Arab">آن لي</bdi> &amp; <bdi lang="und-Hani">東京</bdi>'
    assert draw("{{ title | isolated }}|{{ note_html | isolated }}") == "&lt;T&gt;|<i>n</i>"


def test_control_characters_and_noncharacters_are_left_out() -> None:
    assert draw("{{ title }}", title="a\x00\x1b[31m\x85\ufffe\U0001ffffb\tc\nd") == "a[31mb\tc\nd"


def test_exactly_what_html_forbids_is_left_out() -> None:
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    kept = [c for c in every if not ((unicodedata.category(c) == "Cc" and c not in "\t\n") or noncharacter(ord(c)))]
    assert scrub("".join(every)).decode() == "".join(kept)


def noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def test_what_is_undefined_stops_with_file_and_line() -> None:
    with pytest.raises(BriefgenError) as caught:
        draw("\n{% macro m(thing) %}{{ thing.nope }}{% endmacro %}\n{{ m(title) }}")
    place = caught.value.diagnostics[0].position
    assert place is not None and (place.path, place.line) == ("templates/test.html", 2)


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("\n{{ 1 / 0 }}", "ZeroDivisionError: division by zero"),
        ("\n{{ title + 3 }}", "TypeError"),
        ("\n{% include 'test.html' %}", "calls itself without end"),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
    ],
)
def test_a_slip_in_a_template_is_told_with_file_and_line(template: str, told: str) -> None:
    with pytest.raises(BriefgenError, match=told) as caught:
        draw(template)
    place = caught.value.diagnostics[0].position
    assert place is not None and (place.path, place.line) == ("templates/test.html", 2)


def test_own_page_kinds_are_checked_with_the_built_in_ones() -> None:
    own = PageKind("test", "test.html", TestPage, lambda _: ())
    with pytest.raises(BriefgenError, match="TestPage has no field 'x'"):
        renderer(small_theme(test="{{ x }}"), (own,)).run(page())


def test_stage_changes_with_the_theme() -> None:
    assert renderer(small_theme(test="a")).fingerprint != renderer(small_theme(test="b")).fingerprint
