"""The scale of a picture of time: which days it spans, where a day lies, where the ticks stand."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from briefgen.model.dates import bounds
from briefgen.model.words import Words

# A span longer than this many times the core of the story leaves out what is far from that.
STRAY = 3
# The share of the core's days at either end that does not count.
TAIL = 0.05
# How wide a letter is.
LETTER = 7.0
# Every so many days, months or years there is a tick, whichever is the finest that fits.
DAYS, WEEK, MONTHS, YEARS = (1, 2), 7, (1, 2, 3, 6), (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


class Tick(Struct, frozen=True):
    """A mark of the axis."""

    x: float
    "Where it stands, in units of the picture."
    label: str
    'What begins there: "23 May", "June 2020", "2021".'


class Scale(Struct, frozen=True):
    """Days from ``first`` to ``last`` on a line from ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last - self.first).days + 1

    def x(self, day: date) -> float:
        """Where the middle of a day lies."""
        return self.edge(day.toordinal() + 0.5)

    def edge(self, ordinal: float) -> float:
        """Where a moment lies, as a day's number; what lies beyond the ends is put there."""
        share = (ordinal - self.first.toordinal()) / self.days
        return round(self.left + (self.right - self.left) * min(max(share, 0.0), 1.0), 1)

    def holds(self, first: date, last: date) -> bool:
        """Whether a span of days touches it."""
        return first <= self.last and last >= self.first


def known(edtf: str | None) -> tuple[date, date] | None:
    """The first and last day that a date may mean; nothing where an end is open or there is no date."""
    if edtf is None:
        return None
    first, last = bounds(edtf)
    return None if first == date.min or last == date.max else (first, last)


def extent(core: Sequence[date], days: Sequence[date]) -> tuple[date, date]:
    """The first and last day to show: of all days, or around the core where single ones are far from it."""
    first, last = min(days), max(days)
    ordered = sorted(core) or [first, last]
    tail = int(len(ordered) * TAIL)
    low, high = ordered[tail], ordered[len(ordered) - 1 - tail]
    length = (high - low).days + 1
    if (last - first).days <= STRAY * length:
        return first, last
    margin = timedelta(days=length // 4 + 1)
    window = _before(low, margin), _after(high, margin)
    near = [day for day in (*days, *core) if window[0] <= day <= window[1]]
    return min(near), max(near)


def _before(day: date, margin: timedelta) -> date:
    return day - margin if day - date.min > margin else date.min


def _after(day: date, margin: timedelta) -> date:
    return day + margin if date.max - day > margin else date.max


def ticks(scale: Scale, room: float, words: Words) -> tuple[Tick, ...]:
    """Ticks by day, week, month or year, each with so much room for its words."""
    most = max(2, int((scale.right - scale.left) / room))
    for step in DAYS:
        if scale.days <= most * step:
            return _ticks(scale, _days(scale, step), words)
    if scale.days <= most * WEEK:
        return _ticks(scale, _days(scale, WEEK), words)
    for step in MONTHS:
        if scale.days <= most * step * 30:
            return _ticks(scale, _months(scale, step), words)
    step = next((step for step in YEARS if scale.days <= most * step * 365), YEARS[-1])
    starts = [(date(y, 1, 1), f"{y:04}") for y in range(scale.first.year, scale.last.year + 1) if y % step == 0]
    return _ticks(scale, iter(starts), words)


def _days(scale: Scale, step: int) -> Iterator[tuple[date, str]]:
    for n in range(0, scale.days, step):
        day = scale.first + timedelta(days=n)
        yield day, day.isoformat()


def _months(scale: Scale, step: int) -> Iterator[tuple[date, str]]:
    for n in range(scale.first.year * 12 + scale.first.month - 1, scale.last.year * 12 + scale.last.month):
        if n % step == 0:
            yield date(n // 12, n % 12 + 1, 1), f"{n // 12:04}-{n % 12 + 1:02}"


def _ticks(scale: Scale, starts: Iterator[tuple[date, str]], words: Words) -> tuple[Tick, ...]:
    """The year stands with the first tick of each year only; what would run into the words before has none."""
    found, year, taken = [], "", scale.left
    for day, edtf in starts:
        if scale.first <= day <= scale.last:
            label = words.date(edtf)
            label = label.removesuffix(f" {day.year}") if year == edtf[:4] else label
            x = scale.edge(day.toordinal())
            end = x + len(label) * LETTER
            fits = taken <= x and end < scale.right + scale.left
            found.append(Tick(x, label if fits else ""))
            year, taken = edtf[:4], end if fits else taken
    return tuple(found)
