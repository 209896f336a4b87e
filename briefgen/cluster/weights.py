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

STORY = 365  # days before the first article: what is dated earlier is the story's past
PAST = 0.4  # what the past weighs that one article tells in passing
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


def past_weighs_less(desk: Desk, made: Sequence[Event]) -> list[Event]:
    """The events, those lighter that lie long before all articles and that one tells in passing.

    "The raid was the first since that of 1998": who reads the briefing wants the raid first.
    """
    appeared = [desk.calendar.appeared(source) for source in desk.articles]
    first = min((w.first for w in appeared if w.known), default=None)
    if first is None:
        return list(made)
    return [
        structs.replace(event, weight=round(event.weight * PAST, 3)) if is_past(desk, event, first - STORY) else event
        for event in made
    ]


def is_past(desk: Desk, event: Event, day: int) -> bool:
    """Whether an event lies before a day, and only one article tells it, not in its first sentences."""
    known = when(event.date, None, "unknown")
    if not known.known or known.last >= day:
        return False
    tellers = {account.citation.source for account in event.accounts}
    return len(tellers) == 1 and not any(desk.leads(number) for number in lines_of(desk, event))


def lines_of(desk: Desk, event: Event) -> list[int]:
    """The sentences that tell an event; headlines stand in none."""
    found = (desk.line_at(account.citation.source, account.citation.start) for account in event.accounts)
    return [number for number in found if number >= 0]


def day_of(event: Event) -> int | None:
    """The day of an event as an ordinal, if it is one day."""
    known: When = when(event.date, None, "unknown")
    return known.first if known.day else None
