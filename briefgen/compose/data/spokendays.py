"""Days of which nothing is told but what was said: the speeches then weigh what the day weighs, else nothing.

A day weighs the articles that appeared on it or name it, as it does for events.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import structs

from briefgen.model import dates
from briefgen.model.knowledge import Article, Corpus
from briefgen.model.site import EventRecord, SourceRecord


def weighed(
    said: Sequence[EventRecord], events: Sequence[EventRecord], corpus: Corpus, sources: Sequence[SourceRecord]
) -> tuple[EventRecord, ...]:
    """The speeches; those of a day without a weighty event share the day's weight among them."""
    taken = {day_of(event.date) for event in events if event.weight}
    days = [day_of(event.date) for event in said]
    speeches = Counter(day for day in days if day and day not in taken)
    if not speeches:
        return tuple(said)
    told = articles_of_days(corpus, {record.id: record.date for record in sources})
    weights = {day: round(told[day] / number, 3) for day, number in speeches.items()}
    return tuple(
        structs.replace(event, weight=weights[day]) if day in weights else event
        for event, day in zip(said, days, strict=True)
    )


def articles_of_days(corpus: Corpus, published: dict[str, str | None]) -> Counter[date]:
    """For each day the number of articles that appeared on it or name it."""
    found: Counter[date] = Counter()
    for article in corpus.articles:
        appeared = day_of(published.get(article.document.id))
        found.update(named(article) | ({appeared} if appeared else set()))
    return found


def named(article: Article) -> set[date]:
    """The days that an article names."""
    times = article.extraction.times
    return {day for time in times if time.type in ("DATE", "TIME") and (day := day_of(time.edtf))}


def day_of(edtf: str | None) -> date | None:
    """The day of a date, if it is one day."""
    return dates.bounds(edtf)[0] if edtf and dates.is_valid(edtf) and dates.is_day(edtf) else None
