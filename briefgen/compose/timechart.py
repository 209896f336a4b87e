"""A picture of the story in time: events as circles and bars above an axis, articles as a row of bars below it.

The picture is worked out here, to the last coordinate; the template only writes it down as SVG.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from briefgen.compose.cards import tellings
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.sheet import Sheet
from briefgen.compose.timemarks import Callout, Dated, Mark, callouts, placed
from briefgen.compose.timescale import Scale, Tick, extent, known, ticks

# Fewer dated events make no picture.
FEWEST = 3
# Empty at either end, below the axis' words, the row of articles, and how many bars it has at most a hundred units.
EDGE, AXIS_WORDS, ROW, BARS = 14, 26, 24, 10


class Shape(Struct, frozen=True):
    """A width to draw for: room for a tick's words, rows of names, how high a heap of events, how many in all."""

    id: str
    width: int
    room: float
    rows: int
    heap: int
    most: int


SHAPES = (
    Shape("wide", 1120, 92.0, 3, 120, 300),
    Shape("middle", 740, 92.0, 3, 100, 140),
    Shape("narrow", 350, 74.0, 0, 96, 120),
)


class Bar(Struct, frozen=True):
    """A bar of a row."""

    x: float
    "Left edge."
    y: float
    "Upper edge."
    width: float
    "How wide."
    height: float
    "How high."


class Picture(Struct, frozen=True):
    """A picture of one width.  Heights are counted from the axis: what lies above it is below zero."""

    id: str
    'What tells it from the others on the page: "wide", "middle" or "narrow".'
    width: int
    "Units from left to right."
    height: float
    "Units from top to bottom."
    top: float
    "Where the picture begins, above the axis."
    left: float
    "Where the axis begins."
    right: float
    "Where the axis ends."
    ticks: tuple[Tick, ...]
    "The marks of the axis."
    marks: tuple[Mark, ...]
    "The events that have room."
    callouts: tuple[Callout, ...]
    "The weightiest of them, named."
    articles: tuple[Bar, ...]
    "How many articles appeared."


class TimeChart(Struct, frozen=True):
    """The story in time, drawn for wide, middling and narrow screens."""

    title: str
    'What it shows: "The story in time".'
    desc: str
    "The same in a sentence, with numbers, for those who do not see it."
    key: str
    "How to read it."
    beyond: str
    "How many events have no room in it, in words; empty where all are shown."
    pictures: tuple[Picture, ...]
    "One for each width of screen, the widest first."


def timechart(sheet: Sheet) -> TimeChart | None:
    """The picture of all dated tellings; nothing where there are too few, or all are of one day."""
    catalogue, words = sheet.catalogue, sheet.words
    dated = _dated(catalogue)
    if len(dated) < FEWEST:
        return None
    first, last = _extent(catalogue, dated)
    if first == last:
        return None
    pictures = tuple(_picture(sheet, dated, Scale(first, last, EDGE, s.width - EDGE), s) for s in SHAPES)
    left = len(dated) - len(pictures[0].marks)
    return TimeChart(
        title=words("chart.title"),
        desc=words(
            "chart.desc",
            events=words.count("count.events", len(pictures[0].marks)),
            first=words.date(first.isoformat()),
            last=words.date(last.isoformat()),
        ),
        key=words("chart.key"),
        beyond=words.count("chart.beyond", left) if left else "",
        pictures=pictures,
    )


def opening(catalogue: Catalogue) -> date | None:
    """The day on which the story itself begins; what lies before it is far from the rest, and told as background."""
    dated = _dated(catalogue)
    return _extent(catalogue, dated)[0] if len(dated) >= FEWEST else None


def _dated(catalogue: Catalogue) -> list[Dated]:
    groups = [group[0] for group in tellings(catalogue, catalogue.data.events)]
    return [Dated(event, *days) for event in groups if (days := known(event.date))]


def _extent(catalogue: Catalogue, dated: Sequence[Dated]) -> tuple[date, date]:
    return extent(core(catalogue, dated), [day for one in dated for day in (one.first, one.last)])


def core(catalogue: Catalogue, events: Sequence[Dated]) -> list[date]:
    """The days on which most of the story is: of its articles, and of its events, once a voice."""
    articles = [days[0] for source in catalogue.data.sources if (days := known(source.date)) and days[0] == days[1]]
    return articles + [one.first for one in events if one.first == one.last for _ in range(one.event.voices)]


def _picture(sheet: Sheet, events: Sequence[Dated], scale: Scale, shape: Shape) -> Picture:
    marks = placed(sheet, [one for one in events if scale.holds(one.first, one.last)][: shape.most], scale, shape.heap)
    top = min((mark.y - mark.radius for _, mark in marks), default=0.0) - 8
    named = callouts(sheet, marks, scale, top, shape.rows)
    top = min([top, *(one.y - 14 for one in named)])
    return Picture(
        id=shape.id,
        width=shape.width,
        height=round(AXIS_WORDS + ROW + 2 - top, 1),
        top=round(top, 1),
        left=scale.left,
        right=scale.right,
        ticks=ticks(scale, shape.room, sheet.words),
        marks=tuple(mark for _, mark in marks),
        callouts=named,
        articles=_articles(sheet.catalogue, scale),
    )


def _articles(catalogue: Catalogue, scale: Scale) -> tuple[Bar, ...]:
    """A bar for every stretch of days in which articles appeared; those of vaguer dates than a month are not shown."""
    bins = min(scale.days, int((scale.right - scale.left) / BARS))
    counts: dict[int, int] = {}
    for source in catalogue.data.sources:
        days = known(source.date)
        if days and (days[1] - days[0]).days < 31 and scale.holds(*days):
            middle = (max(days[0], scale.first).toordinal() + min(days[1], scale.last).toordinal()) // 2
            at = (middle - scale.first.toordinal()) * bins // scale.days
            counts[at] = counts.get(at, 0) + 1
    wide = (scale.right - scale.left) / bins
    most = max(counts.values(), default=1)
    bars = []
    for at, count in sorted(counts.items()):
        high = round(max(2.0, ROW * count / most), 1)
        x, width = scale.left + at * wide, max(1.5, min(wide - 1.5, 22.0))
        bars.append(Bar(round(x + (wide - width) / 2, 1), round(AXIS_WORDS + ROW - high, 1), round(width, 1), high))
    return tuple(bars)
