"""The room of a page: what its lists share, who takes how much of it, and where the rest is."""

from __future__ import annotations

import pytest
from msgspec import Struct

from briefgen.compose.room import ROOM, Counts, allot, weight, within_room
from briefgen.model.knowledge import Account, Chronicle, Corpus, Disagreement, Entities, Event, Side
from tests.compose.corpora import Writer, brief, page

TURN = {"said": 2, "ties": 1}
DAYS = 300
LONG = (
    "and the harbour was as quiet as on the days before it, which nobody in the whole of the town had hoped for, " * 4
)


class Told(Struct, frozen=True):
    """A page of two lists."""

    note: str
    said: tuple[str, ...]
    ties: tuple[str, ...]


def filled(there: Counts, size: int = 1_000, note: str = "") -> Told:
    """A page whose items are each of a size."""

    def make(counts: Counts) -> Told:
        return Told(note, *(("x" * size,) * counts[name] for name in ("said", "ties")))

    return within_room(there, TURN, make)


@pytest.mark.parametrize(
    ("said", "ties", "number", "found"),
    [
        (9, 9, 30, (9, 9)),
        (9, 9, 6, (4, 2)),
        (9, 9, 7, (5, 2)),
        (2, 9, 8, (2, 6)),
        (9, 0, 8, (8, 0)),
        (9, 9, 0, (0, 0)),
    ],
)
def test_lists_take_their_items_in_turns(said: int, ties: int, number: int, found: tuple[int, int]) -> None:
    assert tuple(allot({"said": said, "ties": ties}, TURN, number).values()) == found


def test_what_has_room_is_all_there() -> None:
    told = filled({"said": 50, "ties": 50})
    assert (len(told.said), len(told.ties)) == (50, 50)


def test_a_page_that_is_too_large_is_filled_to_its_room_by_turns() -> None:
    told = filled({"said": 5_000, "ties": 5_000})
    assert 0.85 * ROOM < weight(told) <= ROOM
    assert abs(len(told.said) - 2 * len(told.ties)) <= 2


def test_a_short_list_leaves_its_room_to_the_other() -> None:
    told = filled({"said": 5_000, "ties": 3})
    assert len(told.ties) == 3 and weight(told) > 0.85 * ROOM


@pytest.mark.parametrize("there", [9, 1])
def test_every_list_has_its_turn_beside_a_long_note(there: int) -> None:
    told = filled({"said": there, "ties": there}, note="x" * 2 * ROOM)
    assert (len(told.said), len(told.ties)) == (min(there, 2), 1)


def talkative() -> Corpus:
    """An event about which the counts differ again and again, and somebody who says something long on every day."""
    writer = Writer()
    days = [f"Orsk said it was day {n} {LONG}for once." for n in range(DAYS)]
    writer.article("a", "T\n\nThe dockers struck. " + " ".join(days), "T")
    for n, day in enumerate(days):
        orsk = writer.mention("a", "Orsk", "orsk", occurrence=n)
        writer.statement("a", day.removeprefix("Orsk said ").removesuffix("."), orsk, direct=n == DAYS - 1)
    cited = writer.cite("a", "The dockers struck.")
    sides = tuple(Side(f"{n}", (writer.cite("a", days[n]),)) for n in range(2))
    differing = tuple(Disagreement(f"d{n}", f"count {n}", "figure", sides, event="e") for n in range(DAYS))
    chronicle = Chronicle((Event("e", cited, ("PROTEST",), (Account(cited),)),), disagreements=differing)
    return Corpus(writer.articles(), Entities((writer.entity("orsk", "Orsk", "person"),)), chronicle)


def test_a_long_page_says_where_the_rest_is() -> None:
    briefing = brief(corpus=talkative())
    actor = page(briefing, "actors/orsk/").view
    assert 0.8 * ROOM < weight(actor) < 1.1 * ROOM  # the last hand adds a little to its head
    assert actor.said[-1].direct and (actor.all_about, actor.events.rest) == (None, None)
    assert actor.all_said.label == f"{DAYS - len(actor.said)} more statements in the table of statements"
    event = page(briefing, "events/e/").view
    assert 0.8 * ROOM < weight(event) < 1.1 * ROOM and event.all_statements is None
    left = DAYS - len(event.disagreements)
    assert event.all_disagreements.label == f"{left} more points on which the sources differ"
