"""Authored text: what the editor writes, and what becomes of it on a page two folders deep."""

from pathlib import Path

import pytest

from briefgen.compose import compose
from briefgen.compose.authored import draw, read_authored
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.data import data
from briefgen.compose.notes import Notes
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Note
from tests.compose.corpora import inputs, quake

CASES = (Path(__file__).parent / "cases" / "authored.md").read_text(encoding="utf-8").split("\n===\n")
BODY_LINE = 10


@pytest.mark.parametrize("case", CASES, ids=[case.partition("\n")[0] for case in CASES])
def test_case(case: str) -> None:
    _, body, expected = (part.strip("\n") for part in case.split("\n---\n"))
    note = Note("pages", "test", "content/pages/test.md", (), body, BODY_LINE)
    corpus, read = quake(), inputs(note)
    notes = Notes(read.notes, corpus)
    catalogue = Catalogue(corpus, read, data(corpus, notes, read.settings), notes)
    if catalogue.problems:
        shown = [f"{p.severity} {p.code} {p.position.path}:{p.position.line}:{p.position.column} {p.hint}".strip()
                 for p in catalogue.problems if p.position]  # fmt: skip
        for line, want in zip(shown, expected.splitlines(), strict=True):
            assert line.startswith(want)
    else:
        sheet = Sheet(catalogue, folder("actors", "x"))
        assert draw(catalogue.authored["pages", "test"], sheet) == expected


def test_empty_note_reads_no_markdown() -> None:
    authored, problems = read_authored(Note("pages", "x", "content/pages/x.md", (), "\n \n"), {}, {})
    assert (authored.targets, authored.citations, problems) == ((), (), ())


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (Note("actors", "lena-orsk", "content/actors/lena-orsk.md"), []),
        (Note("actors", "governor", "content/actors/governor.md", (("name", ("Lena Orsk",)),)), []),
        (Note("actors", "lena-ork", "n.md"), ['unknown-link did you mean "lena-orsk"?']),
        (Note("events", "dockers-walk", "n.md"), ['unknown-link did you mean "dockers-walk-out"?']),
        (Note("sources", "strikes", "n.md"), ['unknown-link did you mean "strike"?']),
        (Note("sources", "gone", "n.md", (("hide", ("true",)),)), []),
    ],
)
def test_note_about_nothing_is_a_warning(note: Note, expected: list[str]) -> None:
    _, problems = compose(quake(), inputs(note), ())
    assert [f"{p.code} {p.hint}" for p in problems] == expected
    assert all(p.severity == "warning" and p.position and p.position.path == note.path for p in problems)
