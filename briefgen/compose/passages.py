"""Passages: the cited stretches of an article, each with an anchor made of its words.

An anchor is ``p-`` and a digest of the exact text, so it stays when other passages come, go or move.  Stretches that
lie in one another keep their own anchors; of two that overlap otherwise, the later takes the anchor of the sentences
that hold both.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from msgspec import Struct

from briefgen.model.names import passage_anchor
from briefgen.model.text import Document

Place = tuple[int, int]


class Stretch(Struct, frozen=True):
    """A cited stretch of the text with those inside it, in order."""

    start: int
    end: int
    anchor: str
    inside: "tuple[Stretch, ...]" = ()


class Passages:
    """The cited passages of one article: ``whole`` are the sentences shown, with the stretches cited inside them."""

    def __init__(self, document: Document, places: Iterable[Place]) -> None:
        self.document = document
        self.anchors: dict[Place, str] = {}
        self._seen: dict[str, int] = {}
        wanted = sorted(set(places), key=lambda place: (place[0], -place[1]))
        at = 0
        whole = []
        for holder in _holders(document, wanted):
            after = at
            while after < len(wanted) and wanted[after][0] < holder[1]:
                after += 1
            whole.append(self._stretch(holder, wanted[at:after]))
            at = after
        self.whole: tuple[Stretch, ...] = tuple(whole)

    def _stretch(self, holder: Place, places: list[Place]) -> Stretch:
        """Sentences and the places in them, each with its anchor."""
        anchor = self.anchors[holder] = self._anchor(holder)
        nested: list[Place] = []
        open_: list[Place] = [holder]
        for place in places:
            while open_[-1][1] <= place[0]:
                open_.pop()
            if place == holder:
                continue
            if place[1] > open_[-1][1]:
                self.anchors[place] = anchor
                continue
            self.anchors[place] = self._anchor(place)
            nested.append(place)
            open_.append(place)
        return Stretch(*holder, anchor, self._tree(nested))

    def _anchor(self, place: Place) -> str:
        name = passage_anchor(self.document.text[place[0] : place[1]])
        self._seen[name] = self._seen.get(name, 0) + 1
        return name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"

    def _tree(self, places: list[Place]) -> tuple[Stretch, ...]:
        """The places, sorted and properly nested, as a tree."""
        trees = []
        at = 0
        while at < len(places):
            start, end = places[at]
            after = at + 1
            while after < len(places) and places[after][0] < end:
                after += 1
            trees.append(Stretch(start, end, self.anchors[start, end], self._tree(places[at + 1 : after])))
            at = after
        return tuple(trees)


def _holders(document: Document, places: list[Place]) -> list[Place]:
    """The runs of whole sentences that hold the places, none over another; outside sentences a place holds itself."""
    starts = [sentence.start for sentence in document.sentences]
    ends = [sentence.end for sentence in document.sentences]
    runs: list[Place] = []
    for start, end in places:
        first, last = bisect_right(ends, start), bisect_left(starts, end) - 1
        low, high = start, end
        if first <= last:
            low, high = min(start, starts[first]), max(end, ends[last])
        if runs and low < runs[-1][1]:
            low, high = min(runs[-1][0], low), max(runs.pop()[1], high)
        runs.append((low, high))
    return runs
