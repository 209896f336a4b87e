"""Words that only one voice has: which are compared, which are marked, and what is told once."""

import pytest
from msgspec.structs import replace

from briefgen.compose.contrast import Vocabulary, content_words, stretches
from tests.compose.corpora import brief, page
from tests.compose.test_matrix import ferry


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        ("Pirates sank the ferry.", "The ferry was sunk by a pirate.", ["sank"]),
        ("Rebels captured 12 towns.", "Capturing 120 towns, the rebels won.", ["12"]),
        ("It killed 1,200 people.", "1200 people were killed.", []),
        ("Ostra’s army shelled the old harbour of Amrin, Berg said.", "The army.", [
            "Ostra", "shelled the old harbour of Amrin", "Berg said"]),
        ("The UN met on it.", "It met on this.", ["UN"]),
        ("They were not there.", "Nothing.", []),
    ],
)  # fmt: skip
def test_what_is_marked(text: str, other: str, marked: list[str]) -> None:
    pieces = stretches(text, Vocabulary(content_words(other)))
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.only] == marked


def test_nothing_is_marked_without_another_voice() -> None:
    assert [piece.only for piece in stretches("Pirates sank it.", None)] == [False]


def test_one_voice_is_not_set_against_itself_and_told_once() -> None:
    corpus = ferry()
    view = page(brief(corpus=corpus), "events/sink/").view
    assert [account.outlet for account in view.accounts] == ["Outlet A", "Outlet C", "Outlet D"]
    (copy,) = view.accounts[0].copies
    assert (copy.outlet.label, copy.citation.number) == ("Outlet B", 2)
    marked = [[w.text for q in account.quotes for w in q.words if w.only] for account in view.accounts]
    assert marked == [["3"], ["Officials denied"], ["sink", "9"]]
    assert view.contrasted


def test_an_event_that_one_voice_tells_has_no_marks() -> None:
    corpus = ferry()
    event = corpus.chronicle.events[0]
    chronicle = replace(corpus.chronicle, events=(replace(event, accounts=event.accounts[:2]),), disagreements=())
    view = page(brief(corpus=replace(corpus, chronicle=chronicle)), "events/sink/").view
    assert len(view.accounts) == 1 and not view.contrasted and not view.told_once
