"""Pictures of time for pages that are read from right to left: the earliest day stands at the right.

Only places change.  Where words begin is left to the picture's direction: "start" is at the right there.  Titles are
quoted, so they keep their own direction.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.compose.timechart import Bar, Picture, TimeChart
from briefgen.model.words import Words

# Left-to-right isolate, and its end (UAX #9): SVG's words would be set from their other end by an element's direction.
LRI, PDI = "\u2066", "\u2069"


def turned(chart: TimeChart | None, words: Words) -> TimeChart | None:
    """The story in time as the readers of a language look at it."""
    if chart is None or not words.right_to_left:
        return chart
    return replace(chart, pictures=tuple(mirrored(picture) for picture in chart.pictures))


def mirrored(picture: Picture) -> Picture:
    """The picture with right for left."""
    wide = picture.width
    return replace(
        picture,
        left=_from_right(wide, picture.right),
        right=_from_right(wide, picture.left),
        ticks=tuple(replace(tick, x=_from_right(wide, tick.x)) for tick in picture.ticks),
        marks=tuple(replace(mark, x=_from_right(wide, mark.x, mark.width)) for mark in picture.marks),
        callouts=tuple(
            replace(one, x=_from_right(wide, one.x), words=_from_right(wide, one.words), title=f"{LRI}{one.title}{PDI}")
            for one in picture.callouts
        ),
        articles=mirrored_bars(picture.articles, wide),
    )


def mirrored_bars(bars: Sequence[Bar], wide: float) -> tuple[Bar, ...]:
    """The same for a row of bars."""
    return tuple(replace(bar, x=_from_right(wide, bar.x, bar.width)) for bar in bars)


def _from_right(wide: float, x: float, width: float = 0.0) -> float:
    return round(wide - x - width, 1)
