"""Pictures of time for pages that are read from right to left: the earliest day stands at the right.

Only places change.  Where words begin is left to the direction of the picture: "start" is at the right there.  Titles
are quoted and keep theirs, by marks in the text: a direction of their own would set them from the other end.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.compose.timechart import Bar, Picture, TimeChart
from briefgen.compose.timemarks import Callout
from briefgen.model.words import Words


def turned(chart: TimeChart | None, words: Words) -> TimeChart | None:
    """The story in time as the readers of a language look at it."""
    if chart is None or not words.right_to_left:
        return chart
    return replace(chart, pictures=tuple(mirrored(picture, words) for picture in chart.pictures))


def mirrored(picture: Picture, words: Words) -> Picture:
    """The picture with right for left."""
    wide = picture.width

    def named(one: Callout) -> Callout:
        at = _from_right(wide, one.x)
        lines = tuple(map(words.isolated, one.lines))
        return replace(one, x=at, words=_from_right(wide, one.words), lines=lines)

    return replace(
        picture,
        left=_from_right(wide, picture.right),
        right=_from_right(wide, picture.left),
        ticks=tuple(replace(tick, x=_from_right(wide, tick.x)) for tick in picture.ticks),
        marks=tuple(replace(mark, x=_from_right(wide, mark.x, mark.width)) for mark in picture.marks),
        callouts=tuple(map(named, picture.callouts)),
        articles=mirrored_bars(picture.articles, wide),
    )


def mirrored_bars(bars: Sequence[Bar], wide: float) -> tuple[Bar, ...]:
    """The same for a row of bars."""
    return tuple(replace(bar, x=_from_right(wide, bar.x, bar.width)) for bar in bars)


def _from_right(wide: float, x: float, width: float = 0.0) -> float:
    return round(wide - x - width, 1)
