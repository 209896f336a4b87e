"""Where events stand in lanes of time: none lies on another, nor on a line that joins the lanes of another.

Places are worked out for one width, at which the marks just have room; the page stretches time, never the marks.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from msgspec import Struct

from briefgen.compose.timemarks import Dated
from briefgen.compose.timescale import LETTER, Scale

# The width for which there is room, and the empty ends of it.
WIDE, EDGE = 640.0, 12.0
# Circles: the radius that one voice tells of, and the most voices that make one larger.
RADIUS, MOST_VOICES = 3.4, 5
# Bars: how high, how wide at least, over what share of the time at most.
BAR, LEAST, MOST = 6.0, 7.0, 0.6
# Rows of a lane for what only one takes part in: on the line, above it, below it; for bars, which leave the line free.
POINTS, BARS, BELOW = (0, -1, 1), (1, -1), 1
# Between two marks; around a word; the width from which on words are shown.
APART, AROUND, WORDY = 1.0, 5.0, 800.0


class Told(Struct, frozen=True):
    """A telling, and the lanes of those who take part, from the top."""

    dated: Dated
    lanes: tuple[int, ...]


class Place(Struct, frozen=True):
    """Where the marks of a telling stand, in all its lanes alike."""

    told: Told
    x: float
    "Middle of the circle, or left edge of the bar."
    width: float
    "Of the bar; 0 for a circle."
    radius: float
    "Of the circle; half the height of the bar."
    row: int
    "On the lane's line, above or below it."

    @property
    def middle(self) -> float:
        """Where a line that joins its lanes stands."""
        return self.x + self.width / 2


class _Room:
    """What is taken in each lane: from where to where, and in which row; a line between lanes takes all rows."""

    def __init__(self, lanes: int) -> None:
        self.taken: list[list[tuple[float, float, int | None]]] = [[] for _ in range(lanes)]

    def free(self, lanes: Iterable[int], left: float, right: float, row: int | None) -> bool:
        """Whether a stretch is free in all of these lanes."""
        return not any(
            left < high and low < right and (row is None or other is None or row == other)
            for lane in lanes
            for low, high, other in self.taken[lane]
        )

    def take(self, lanes: Iterable[int], left: float, right: float, row: int | None) -> None:
        """Take a stretch in these lanes."""
        for lane in lanes:
            self.taken[lane].append((left, right, row))


def shown(one: Dated, scale: Scale) -> bool:
    """Whether a date can be shown: it touches the scale and is not so vague that it would fill it."""
    width = scale.edge(one.last.toordinal() + 1) - scale.edge(one.first.toordinal())
    return scale.holds(one.first, one.last) and width <= MOST * (scale.right - scale.left)


def placed(told: Iterable[Told], lanes: int, scale: Scale) -> list[Place]:
    """The tellings that have room, in the order given: the first ones come first to their day."""
    room = _Room(lanes)
    places = []
    for one in told:
        place = next((place for place in _choices(one, scale) if _fits(place, room)), None)
        if place:
            places.append(place)
            for stretch in _stretches(place):
                room.take(*stretch)
    return places


def _choices(told: Told, scale: Scale) -> Iterator[Place]:
    return _circles(told, scale) if told.dated.first == told.dated.last else _bars(told, scale)


def _fits(place: Place, room: _Room) -> bool:
    return all(room.free(*stretch) for stretch in _stretches(place))


def _stretches(place: Place) -> Iterator[tuple[Sequence[int], float, float, int | None]]:
    """What a telling takes: its marks, and the line between its first and its last lane."""
    lanes, half = place.told.lanes, place.radius + APART / 2
    if place.width:
        yield lanes, place.x - APART, place.x + place.width + APART, place.row
        half = APART
    if len(lanes) > 1:
        yield range(lanes[0], lanes[-1] + 1), place.middle - half, place.middle + half, None
    elif not place.width:
        yield lanes, place.x - half, place.x + half, place.row


def _circles(told: Told, scale: Scale) -> Iterator[Place]:
    """On the day, above or below it, beside it as far as the day is wide."""
    radius = round(RADIUS * sqrt(min(max(told.dated.event.voices, 1), MOST_VOICES)), 1)
    day = told.dated.first.toordinal()
    half = (scale.edge(day + 1) - scale.edge(day)) / 2
    step = 2 * radius + APART
    for n in range(int(half / step) + 1):
        for x in (scale.x(told.dated.first) + way * n * step for way in ((1, -1) if n else (1,))):
            for row in POINTS if len(told.lanes) == 1 else POINTS[:1]:
                yield Place(told, x, 0.0, radius, row)


def _bars(told: Told, scale: Scale) -> Iterator[Place]:
    """Over the days that it may have been on, below the line or above it."""
    left, right = scale.edge(told.dated.first.toordinal()), scale.edge(told.dated.last.toordinal() + 1)
    for row in BARS if len(told.lanes) == 1 else (BELOW,):
        yield Place(told, left, max(right - left, LEAST), BAR / 2, row)


class Label(Struct, frozen=True):
    """Words beside a mark."""

    place: Place
    lane: int
    words: str
    turned: bool
    "Whether they end before the mark."


def labels(places: Sequence[Place], wanted: Iterable[tuple[Place, int, str]], lanes: int) -> list[Label]:
    """Of the words for marks those that have room where the picture is wide, in the order given."""
    room, stretched = _Room(lanes), WORDY / WIDE
    for place in places:
        low, high = place.told.lanes[0], place.told.lanes[-1]
        left, right = place.x * stretched - place.radius, (place.x + place.width) * stretched + place.radius
        room.take(range(low, high + 1), left, right, None)
    found = []
    for place, lane, words in wanted:
        length = len(words) * LETTER + 2 * AROUND
        right = (place.x + place.width) * stretched + (0 if place.width else place.radius)
        left = place.x * stretched - (0 if place.width else place.radius)
        for start, turned in ((right, False), (left - length, True)):
            inside = start >= 0 and start + length <= WORDY
            if inside and room.free((lane,), start + 0.1, start + length - 0.1, None):
                room.take((lane,), start, start + length, None)
                found.append(Label(place, lane, words, turned))
                break
    return found
