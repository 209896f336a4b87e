"""Passages: every cited stretch has an anchor, whatever lies in or over what."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.passages import Passages, Stretch
from briefgen.model.text import Document, Sentence

TEXT = "abcdefghij klmno pqrst uvwxyz. " * 6
SENTENCES = tuple(Sentence(start, start + 30, 0) for start in range(0, len(TEXT), 31))
DOCUMENT = Document("a", "seeds/a.txt", TEXT, "", sentences=SENTENCES)

places = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)).map(
    lambda place: (place[0], min(place[0] + place[1], len(TEXT)))
)


def stretches(items: tuple[Stretch, ...]) -> list[Stretch]:
    return [found for item in items for found in (item, *stretches(item.inside))]


@given(st.lists(places, max_size=12))
def test_every_place_has_an_anchor_that_holds_it(wanted: list[tuple[int, int]]) -> None:
    passages = Passages(DOCUMENT, wanted)
    shown = {s.anchor: s for s in stretches(passages.whole)}
    assert len(shown) == len(stretches(passages.whole)), "two stretches share an anchor"
    for start, end in wanted:
        stretch = shown[passages.anchors[start, end]]
        assert stretch.start <= start and end <= stretch.end


@given(st.lists(places, max_size=12))
def test_stretches_nest_and_run_in_order(wanted: list[tuple[int, int]]) -> None:
    def check(items: tuple[Stretch, ...], low: int, high: int) -> None:
        for item in items:
            assert low <= item.start < item.end <= high
            check(item.inside, item.start, item.end)
            low = item.end

    check(Passages(DOCUMENT, wanted).whole, 0, len(TEXT))


def test_an_anchor_is_made_of_the_words_alone() -> None:
    alone = Passages(DOCUMENT, [(3, 9)]).anchors[3, 9]
    assert Passages(DOCUMENT, [(40, 50), (3, 9), (62, 92)]).anchors[3, 9] == alone
    assert alone.startswith("p-")


def test_the_same_words_twice_have_two_anchors() -> None:
    anchors = Passages(DOCUMENT, [(0, 30), (31, 61)]).anchors
    assert anchors[31, 61] == f"{anchors[0, 30]}-2"
