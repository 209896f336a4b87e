"""A word-sized picture of how often an actor is mentioned over the time of the briefing."""

from collections import Counter
from datetime import date

from msgspec import Struct

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.mirror import mirrored_bars
from briefgen.compose.sheet import Sheet
from briefgen.compose.timechart import Bar
from briefgen.compose.timescale import known

# Fewer dates make no course of things.
FEWEST = 4
BARS, WIDTH, HEIGHT = 24, 96.0, 18.0
# A source whose date is vaguer than so many days says nothing of when.
VAGUE = 31


class Sparkline(Struct, frozen=True):
    """Mentions over time."""

    text: str
    'The same in words: "Most mentioned in May 2020".'
    width: int
    "Units from left to right."
    height: int
    "Units from top to bottom."
    bars: tuple[Bar, ...]
    "A bar for every stretch of time with mentions."


def sparklines(sheet: Sheet, actors: tuple[str, ...]) -> dict[str, Sparkline]:
    """A picture for each of these actors, all to one scale of time; none where the sources have too few dates."""
    catalogue = sheet.catalogue
    days = {s.id: day for s in catalogue.data.sources if (day := _day(s.date))}
    if len(set(days.values())) < FEWEST:
        return {}
    counts = _counts(catalogue, days)
    return {id_: _sparkline(sheet, counts[id_], days) for id_ in actors if id_ in counts}


def _day(edtf: str | None) -> date | None:
    span = known(edtf)
    return span[0] if span and (span[1] - span[0]).days < VAGUE else None


def _counts(catalogue: Catalogue, days: dict[str, date]) -> dict[str, Counter[date]]:
    """By actor the mentions on each day."""
    counts: dict[str, Counter[date]] = {}
    for source, day in days.items():
        for _, _, actor in catalogue.mentions.get(source, ()):
            counts.setdefault(actor, Counter())[day] += 1
    return counts


def _sparkline(sheet: Sheet, mentions: Counter[date], days: dict[str, date]) -> Sparkline:
    first, last = min(days.values()), max(days.values())
    bins = min(BARS, (last - first).days + 1)
    heights: Counter[int] = Counter()
    for day, number in mentions.items():
        heights[(day - first).days * bins // ((last - first).days + 1)] += number
    most, wide = max(heights.values()), WIDTH / bins
    bars = tuple(
        Bar(round(n * wide, 1), round(HEIGHT - high, 1), round(max(wide - 1, 1.0), 1), high)
        for n, count in sorted(heights.items())
        if (high := round(max(2.0, HEIGHT * count / most), 1))
    )
    long = (last - first).days >= 2 * VAGUE
    peaks: Counter[str] = Counter()
    for day, number in mentions.items():
        peaks[day.isoformat()[: 7 if long else 10]] += number
    when = min(peaks, key=lambda stretch: (-peaks[stretch], stretch))
    bars = mirrored_bars(bars, WIDTH) if sheet.words.right_to_left else bars
    return Sparkline(sheet.words("actor.peak", when=sheet.words.date(when)), int(WIDTH), int(HEIGHT), bars)
