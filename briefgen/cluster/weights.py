"""What days weigh: how much the articles tell of each, and what of that each event has.

A day weighs the number of articles that appeared on it or name it, the more the more it stands out from the days around
it: where articles appear every day, an ordinary day is no news (after the bursts of Swan and Allan, Automatic
generation of overview timelines, 2000).  Its events share the weight; what is only planned for it has none of it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import structs

from briefgen.cluster.calendar import When, when
from briefgen.cluster.desk import Desk
from briefgen.model.knowledge import Day, Event, Ref

LARGEST_SHARE = 10.0  # times an event's own weight
AROUND = 3  # days before and after
DAMPED = 0.4  # the power of what the days around count


class Days:
    """What is told of each day (an ordinal), and how it stands out from the days around it, 1 as usual."""

    def __init__(self, told: Counter[int]) -> None:
        self.told = told
        self.beside = {day: around(told, day) for day in told}
        self.usual = sum(told[day] * self.beside[day] for day in told) / max(1, told.total())

    def standing_out(self, day: int) -> float:
        """By how much a day is worth more, or less, than its articles."""
        return float(((1 + self.usual) / (1 + self.beside.get(day, 0.0))) ** DAMPED)

    def weights(self) -> tuple[Day, ...]:
        """The days in order, with what they weigh."""
        rows = [(date.fromordinal(day).isoformat(), self.told[day] * self.standing_out(day)) for day in self.told]
        return tuple(Day(day, round(weight, 3)) for day, weight in sorted(rows))


def articles_of_days(desk: Desk) -> Counter[int]:
    """For each day the number of articles that appeared on it or name it."""
    found: Counter[int] = Counter()
    for source, article in desk.articles.items():
        named = {desk.calendar.of(Ref(source, index)) for index in range(len(article.extraction.times))}
        found.update({w.first for w in (*named, desk.calendar.appeared(source)) if w.day})
    return found


def around(told: Mapping[int, int], day: int) -> float:
    """How many articles tell of an average day of those around one."""
    near = sum(told.get(day + step, 0) for step in range(-AROUND, AROUND + 1) if step)
    return near / (2 * AROUND)


def weighed(made: Sequence[Event], days: Days) -> list[Event]:
    """The events, each as heavy as itself and its share of its day, the more the more the day stands out."""
    on = [day_of(event) for event in made]
    own: dict[int, float] = defaultdict(float)
    for event, day in zip(made, on, strict=True):
        if day and event.status != "planned":
            own[day] += event.weight
    found = []
    for event, day in zip(made, on, strict=True):
        share = 0.0
        if day and own[day] and event.status != "planned":
            share = min(days.told[day] / own[day], LARGEST_SHARE) * event.weight
        factor = days.standing_out(day) if day else 1.0
        found.append(structs.replace(event, weight=round((event.weight + share) * factor, 3)))
    return found


def day_of(event: Event) -> int | None:
    """The day of an event as an ordinal, if it is one day."""
    known: When = when(event.date, None, "unknown")
    return known.first if known.day else None
