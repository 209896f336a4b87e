"""Where the events of a picture of time stand: circles heaped on their day, bars over their days, names above."""

from collections.abc import Sequence
from datetime import date
from math import sqrt
from textwrap import wrap

from msgspec import Struct

from briefgen.compose.cards import event_date, status
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import shorten
from briefgen.compose.timescale import Scale
from briefgen.model.dates import is_day, qualifier
from briefgen.model.site import EventRecord

# The radius of a circle that one voice tells of, and the most voices that make it larger.
RADIUS, MOST_VOICES = 3.2, 10
# Bars: how high, how far apart, how many above one another, how wide at least, over what share of the axis at most.
BAR, GAP, ROWS, LEAST, MOST = 6.0, 3.0, 4, 7.0, 0.75
# Names: lines below the date, letters and room a letter in one, how high a line, how much lies between two names.
LINES, LETTERS, LETTER, LINE, APART = 3, 32, 6.9, 15, 18
HIGH = LINE * (LINES + 1) + 8
# The skyline on which circles are heaped is known to so many units.
STEP = 2


class Mark(Struct, frozen=True):
    """An event of the picture: a circle on its day, or a bar over the days that it may have been on."""

    href: str
    "Address of the event."
    label: str
    "Date and title."
    x: float
    "Middle of the circle, or left edge of the bar."
    y: float
    "Middle of the circle or of the bar."
    radius: float
    "Of the circle; half the height of the bar."
    width: float
    "Of the bar; 0 for a circle."
    doubtful: bool
    "Whether it is told as planned, conditional or denied, or its day is uncertain."


class Callout(Struct, frozen=True):
    """One of the weightiest events, named in the picture."""

    href: str
    "Address of the event."
    lines: tuple[str, ...]
    "The title in lines, its end left out where there is no room."
    date: str
    "The date in words, with a word for what is not told as a fact."
    x: float
    "Where the line to its mark stands."
    y: float
    "The base line of the date; the title stands below it."
    foot: float
    "Where the line ends, at the mark."
    words: float
    "Where the words begin or end."
    anchor: str
    'Whether the words begin or end there: "start" or "end".'


class Dated(Struct, frozen=True):
    """An event with the first and the last day that it may have been on."""

    event: EventRecord
    first: date
    last: date


def placed(sheet: Sheet, events: Sequence[Dated], scale: Scale, heap: int) -> list[tuple[EventRecord, Mark]]:
    """The events that have room, in the order given: the first ones come first to the axis."""
    spans = _bars(sheet, [one for one in events if one.first != one.last], scale)
    base = min((mark.y - mark.radius for mark in spans.values()), default=-GAP) - GAP
    points = _circles(sheet, [one for one in events if one.first == one.last], scale, base, heap)
    marks = spans | points
    return [(one.event, marks[one.event.id]) for one in events if one.event.id in marks]


def _bars(sheet: Sheet, events: Sequence[Dated], scale: Scale) -> dict[str, Mark]:
    """Bars in the lowest row that is free over their days."""
    rows: list[list[tuple[float, float]]] = [[] for _ in range(ROWS)]
    marks = {}
    for one in events:
        left, right = scale.edge(one.first.toordinal()), scale.edge(one.last.toordinal() + 1)
        if right - left > MOST * (scale.right - scale.left):
            continue
        right = max(right, left + LEAST)
        row = next((n for n, taken in enumerate(rows) if all(right + 1 < a or b + 1 < left for a, b in taken)), None)
        if row is not None:
            rows[row].append((left, right))
            y = -GAP - BAR / 2 - row * (BAR + GAP)
            marks[one.event.id] = _mark(sheet, one.event, (left, y), BAR / 2, round(right - left, 1))
    return marks


def _circles(sheet: Sheet, events: Sequence[Dated], scale: Scale, base: float, heap: int) -> dict[str, Mark]:
    """Circles on what is heaped already where they stand."""
    skyline = [base] * (int(scale.right + scale.left) // STEP + 1)
    marks = {}
    for one in events:
        x, radius = scale.x(one.first), round(RADIUS * sqrt(min(max(one.event.voices, 1), MOST_VOICES)), 1)
        columns = range(max(0, int(x - radius) // STEP), min(len(skyline) - 1, int(x + radius) // STEP) + 1)
        ground = min(skyline[n] for n in columns)
        top = ground - 2 * radius - 1
        if top < base - heap:
            continue
        for n in columns:
            skyline[n] = top
        marks[one.event.id] = _mark(sheet, one.event, (x, ground - radius), radius)
    return marks


def _mark(sheet: Sheet, event: EventRecord, at: tuple[float, float], radius: float, width: float = 0.0) -> Mark:
    link = sheet.short_event(event.id)
    label = f"{event_date(sheet, event).text}: {link.label}"
    return Mark(link.href, label, at[0], round(at[1], 1), radius, width, is_doubtful(event))


def is_doubtful(event: EventRecord) -> bool:
    """Whether an event is told as planned, conditional or denied, or its day is uncertain."""
    return event.status != "actual" or bool(event.date and qualifier(event.date) and is_day(event.date))


def callouts(
    sheet: Sheet, marks: Sequence[tuple[EventRecord, Mark]], scale: Scale, top: float, rows: int
) -> tuple[Callout, ...]:
    """Names for the first marks: each in the lowest row where neither words nor lines cross."""
    board = _Board(rows)
    found = []
    for event, mark in marks:
        x = round(mark.x + mark.width / 2, 1)
        lines, told = _lines(sheet, event), _told(sheet, event)
        room = max(map(len, (*lines, told))) * LETTER + APART
        turned = x + room > scale.right
        left, right = (x - room, x) if turned else (x, x + room)
        row = board.take(left, right, x) if left > 0 else None
        if row is None:
            continue
        y = round(top - HIGH * row - LINE * len(lines) - 8, 1)
        side, anchor = (-5.0, "end") if turned else (5.0, "start")
        foot = round(mark.y - mark.radius, 1)
        found.append(Callout(mark.href, lines, told, x, y, foot, round(x + side, 1), anchor))
    return tuple(found)


def _lines(sheet: Sheet, event: EventRecord) -> tuple[str, ...]:
    """The title's own words: who did what, put in the page's words, would say more than is known."""
    title = sheet.event(event.id).label
    title = title[:1].upper() + title[1:]
    lines = wrap(title, LETTERS)
    last = shorten(" ".join(lines[LINES - 1 :]), LETTERS)
    return (*lines[: LINES - 1], last) if last else tuple(lines)


def _told(sheet: Sheet, event: EventRecord) -> str:
    """The date, and whether it is told as planned, conditional or denied."""
    return sheet.words.listed(word for word in (event_date(sheet, event).text, status(sheet, event)) if word)


class _Board:
    """The rows above the marks, the lowest first, with the words that stand there and the lines that go through."""

    def __init__(self, rows: int) -> None:
        self.words: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
        self.lines: list[list[float]] = [[] for _ in range(rows)]

    def take(self, left: float, right: float, x: float) -> int | None:
        """The row that words from left to right with a line at x now have; none where none is free."""
        row = next((n for n in range(len(self.words)) if self._free(n, left, right, x)), None)
        if row is not None:
            self.words[row].append((left, right))
            for lines in self.lines[: row + 1]:
                lines.append(x)
        return row

    def _free(self, row: int, left: float, right: float, x: float) -> bool:
        met = any(left < b and a < right for a, b in self.words[row])
        crossed = any(left - 4 < line < right + 4 for line in self.lines[row])
        below = any(a - 4 < x < b + 4 for words in self.words[:row] for a, b in words)
        return not (met or crossed or below)
