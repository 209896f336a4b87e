"""Days of which nothing is told but what was said: the speeches then share what the day weighs, else have nothing."""

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from briefgen.model import dates
from briefgen.model.knowledge import Day
from briefgen.model.site import EventRecord


def weighed(said: Sequence[EventRecord], events: Sequence[EventRecord], days: Sequence[Day]) -> tuple[EventRecord, ...]:
    """The speeches; those of a day without a weighty event share the day's weight among them."""
    taken = {day_of(event.date) for event in events if event.weight}
    of = [day_of(event.date) for event in said]
    speeches = Counter(day for day in of if day not in taken)
    shares = {day.date: round(day.weight / speeches[day.date], 3) for day in days if speeches[day.date]}
    return tuple(
        structs.replace(event, weight=shares.get(day, 0.0)) if day else event
        for event, day in zip(said, of, strict=True)
    )


def day_of(edtf: str | None) -> str | None:
    """The day of a date without its doubt, if it is one day."""
    return dates.bounds(edtf)[0].isoformat() if edtf and dates.is_day(edtf) else None
