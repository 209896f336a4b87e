"""The stretches of an article that stand in quotation marks.

Marks understood: straight and curly double quotes, doubled single quotes (``''so''``), single quotes where they are not
apostrophes, guillemets.  A quotation that is open at the end of a paragraph runs on when the next paragraph opens with
a mark again (the English convention) or closes one first; otherwise a mark without a partner reaches to the end of its
sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from briefgen.model.regex import regex
from briefgen.model.text import Document, Passage, Span

Kind = Literal["double", "single", "guillemet"]
Turn = Literal["open", "close", "either"]

# Doubled singles first; a single mark between two letters or digits is an apostrophe and never matched.  All begin with
# the one set of signs, for which a search is quick; what must stand around them is asked behind it.
MARK = regex(r"(['‘’`‚‹›“”„‟\"«»])(?:(?<=['`’‘])\1|(?<=[“”„‟\"«»])|(?<![^\W_].)(?<=['‘’`‚‹›])|(?<=['’›])(?![^\W_]))")
# Marks whose shape alone says which way they turn.
PLAIN: dict[str, tuple[Kind, Turn]] = {
    "«": ("guillemet", "open"), "»": ("guillemet", "close"), "’’": ("double", "close"),
    "„": ("double", "open"), "‟": ("double", "open"), "``": ("double", "open"), "‘‘": ("double", "open"),
}  # fmt: skip
SINGLE_OPEN = frozenset("‘‚`")
# What is cut off at the front of a word by an apostrophe, and so opens nothing.
ELISION = regex(r"['‘’](?:\d0s|\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|round\b)", re.IGNORECASE)
BEFORE_OPENING = frozenset(' \t\n\r\u00a0([{-–—/:"“«')
AFTER_CLOSING = frozenset(" \t\n\r\u00a0)]},.;:!?-–—/\"”»'’…")


class Mark(Struct, frozen=True, gc=False):
    """A quotation mark: where it stands, what family it is of, and which way it can turn."""

    start: int
    end: int
    kind: Kind
    turn: Turn


def quoted_spans(document: Document) -> tuple[Span, ...]:
    """The spans inside quotation marks in the body, marks excluded, outermost only, in order of the text."""
    spans: list[Span] = []
    running = False
    for index, passage in enumerate(document.passages):
        follower = document.passages[index + 1] if index + 1 < len(document.passages) else None
        found, running = _paragraph(document, passage, follower, running)
        for start, end in found:
            spans.extend(_trimmed(document.text, start, end))
    return tuple(spans)


def _paragraph(
    document: Document, passage: Passage, follower: Passage | None, running: bool
) -> tuple[list[tuple[int, int]], bool]:
    """One paragraph's quotations, and whether the last of them runs on into the next paragraph."""
    found: list[tuple[int, int]] = []
    marks = _marks(document.text, passage)
    at = 0
    if running and _closes_first(marks):
        at = 1 + next(i for i, mark in enumerate(marks) if mark.kind == "double")
        found.append((passage.start, marks[at - 1].start))
    while at < len(marks):
        opening = marks[at]
        at += 1
        if opening.turn == "close":
            continue
        partner = _partner(document.text, marks, at, opening)
        if partner is not None:
            found.append((opening.end, marks[partner].start))
            at = partner + 1
        elif opening.kind == "double" and not _has_double(marks, at) and _continues(document.text, follower):
            return [*found, (opening.end, passage.end)], True
        elif opening.kind != "single":
            limit = marks[at].start if at < len(marks) else passage.end
            found.append((opening.end, min(limit, _unclosed_end(document, passage, opening))))
    return found, False


def _marks(text: str, passage: Passage) -> list[Mark]:
    found: list[Mark] = []
    stretch = text[passage.start : passage.end]
    if stretch.isascii() and not any(map(stretch.__contains__, "\"'`")):
        return found
    for match in MARK.finditer(text, passage.start, passage.end):
        mark = _mark(text, match.start(), match.end(), passage)
        if mark is not None:
            found.append(mark)
    return found


def _mark(text: str, start: int, end: int, passage: Passage) -> Mark | None:
    shape = text[start:end]
    if shape in PLAIN:
        return Mark(start, end, *PLAIN[shape])
    before = text[start - 1] if start > passage.start else " "
    after = text[end] if end < passage.end else " "
    opens = before in BEFORE_OPENING and not after.isspace()
    closes = after in AFTER_CLOSING and not before.isspace()
    if shape == "“":  # closes what „ opened
        return Mark(start, end, "double", "either" if closes and not opens else "open")
    if shape in ('"', "''", "”"):
        turn: Turn = "either" if opens == closes else "open" if opens else "close"
        return Mark(start, end, "double", turn)
    if shape in SINGLE_OPEN or shape == "‹":
        return None if ELISION.match(text, start) else Mark(start, end, "single", "open")
    if opens and not closes and shape == "'":
        return None if ELISION.match(text, start) else Mark(start, end, "single", "open")
    return Mark(start, end, "single", "close") if closes else None


def _partner(text: str, marks: list[Mark], at: int, opening: Mark) -> int | None:
    """The index of the mark that closes ``opening``, or None."""
    if opening.kind == "single":
        return _single_partner(text, marks, at, opening)
    for index in range(at, len(marks)):
        mark = marks[index]
        if mark.kind != opening.kind:
            continue
        if mark.turn != "open":
            return index
        if mark.kind == "double":  # opened again before it was closed
            return None
    return None


def _single_partner(text: str, marks: list[Mark], at: int, opening: Mark) -> int | None:
    """A single mark closes best after a stop; one after an ``s`` may be a plural's apostrophe."""
    doubtful = None
    for index in range(at, len(marks)):
        mark = marks[index]
        if mark.kind != "single":
            continue
        if mark.turn == "open":
            break
        if text[mark.start - 1] not in "sS":
            return index
        if doubtful is None:
            doubtful = index
    return doubtful


def _has_double(marks: list[Mark], at: int) -> bool:
    return any(mark.kind == "double" for mark in marks[at:])


def _closes_first(marks: list[Mark]) -> bool:
    return next((mark.turn == "close" for mark in marks if mark.kind == "double"), False)


def _continues(text: str, follower: Passage | None) -> bool:
    """Does a quotation left open run into the next paragraph?"""
    if follower is None:
        return False
    marks = [mark for mark in _marks(text, follower) if mark.kind == "double"]
    return bool(marks) and (marks[0].start == follower.start or marks[0].turn == "close")


def _unclosed_end(document: Document, passage: Passage, opening: Mark) -> int:
    """Where a quotation that nobody closes ends: with its paragraph if it began that, else with its sentence."""
    if opening.start == passage.start:
        return passage.end
    index = bisect_right(document.sentences, opening.start, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return passage.end
    end = document.sentences[index].end
    return end if opening.end <= end <= passage.end else passage.end


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
