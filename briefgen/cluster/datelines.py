"""Datelines that give day and month ("OSLO, March 14"): other articles of the same story settle the year.

A partner is a dated article that tells one of the same events or names several of the same people and bodies, and that
appeared within some weeks of the dateline's day.  All partners must agree on the year, and the first weekday that the
article names must be one of the last days before.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from briefgen.cluster.bounds import Bound, called, lead
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.model import dates
from briefgen.model.knowledge import Article

NEAR = 45  # days between dateline and partner
SHARED = 3  # entities, an event in common counting as two
PUBLIC = frozenset(("person", "organization"))
EVERYWHERE = 0.3  # of the articles; who stands in more of them, in a corpus of some size, says little
SOME_SIZE = 20
LEAD = 3  # sentences
FRESH = 2  # days between the first weekday of a wire's report and its dateline


class Partner(Struct, frozen=True):
    """A dated article and how much of the story it shares."""

    source: str
    published: str
    shared: int


class Partners:
    """Who shares what: the events and the people and bodies of all articles."""

    def __init__(self, desk: Desk, groups: Sequence[Group]) -> None:
        self.desk = desk
        self.groups = groups
        self.events: dict[str, set[int]] = defaultdict(set)
        self.holders: dict[int | str, set[str]] = defaultdict(set)
        self.is_ready = False

    def prepare(self) -> None:
        """Note which articles tell which events and name which entities; only once, and only where it is asked for."""
        self.is_ready = True
        for number, group in enumerate(self.groups):
            for telling in group.tellings:
                self.holders[number].add(telling.source)
                self.events[telling.source].add(number)
        for line in self.desk.lines:
            for entity in line.entities:
                known = self.desk.entities.get(entity)
                if known and known.type in PUBLIC:
                    self.holders[entity].add(line.source)

    def of(self, source: str) -> Iterator[Partner]:
        """The dated articles that share enough with this one, in order."""
        if not self.is_ready:
            self.prepare()
        size = len(self.desk.articles)
        shared: dict[str, int] = defaultdict(int)
        first, end = self.desk.first_line[source], self.desk.line_end(source)
        names = sorted({e for line in self.desk.lines[first:end] for e in line.entities})
        keys: list[int | str] = [*names, *sorted(self.events[source])]
        for key in keys:
            holders = self.holders.get(key, set())
            if size < SOME_SIZE or len(holders) <= EVERYWHERE * size:
                for other in holders:
                    shared[other] += 1 if isinstance(key, str) else 2
        for other in sorted(shared):
            published = self.desk.published(other)
            if other != source and published and dates.is_day(published) and shared[other] >= SHARED:
                yield Partner(other, published, shared[other])


def dateline_day(article: Article) -> tuple[int, int] | None:
    """Month and day of a dateline without a year."""
    field = article.document.dateline
    if field is None or not dates.is_valid(field.value):
        return None
    _, month, day = [*field.value.split("-"), "", ""][:3]
    return (int(month), int(day)) if month.isdigit() and day.isdigit() else None


def dateline_bound(
    desk: Desk, source: str, day: tuple[int, int], allowed: str | None, partners: Partners
) -> Bound | None:
    """The dateline's day in the one year that shared events allow or that all partners give; None where none is."""
    by_year: dict[int, list[Partner]] = defaultdict(list)
    for partner in partners.of(source):
        if near := nearest(day, dates.bounds(partner.published)[0]):
            by_year[near.year].append(partner)
    if not by_year and allowed:
        return only_day(desk, source, day, allowed)
    if len(by_year) != 1:
        return None
    year, found = by_year.popitem()
    there = date(year, *day)
    if (allowed and not dates.contains(allowed, there.isoformat())) or not is_fresh(desk, source, there):
        return None
    best = max(found, key=lambda p: (p.shared, -abs((dates.bounds(p.published)[0] - there).days), p.source))
    reason = f"{named(there)}; {called(desk, best.source)} of {dates.phrase(best.published)} tells the same story"
    return Bound(there.isoformat(), 1.0, reason, (lead(desk, source), lead(desk, best.source)))


def only_day(desk: Desk, source: str, day: tuple[int, int], allowed: str) -> Bound | None:
    """The dateline's day in the only year in which it lies within the days that shared events allow."""
    first, last = dates.bounds(allowed)
    years = [year for year in range(first.year, last.year + 1) if last.year - first.year <= 1]
    fitting = [there for year in years if (there := in_year(day, year)) and first <= there <= last]
    if len(fitting) != 1 or not is_fresh(desk, source, fitting[0]):
        return None
    return Bound(fitting[0].isoformat(), 1.0, named(fitting[0]), (lead(desk, source),))


def named(there: date) -> str:
    """A dateline's day as a reason names it."""
    return f"dateline of {there.day} {dates.MONTHS[there.month - 1]}"


def in_year(day: tuple[int, int], year: int) -> date | None:
    """Day and month in a year, where it has such a day."""
    try:
        return date(year, *day)
    except ValueError:
        return None


def nearest(day: tuple[int, int], other: date) -> date | None:
    """The day and month in the year in which they lie near another day."""
    for year in (other.year - 1, other.year, other.year + 1):
        there = in_year(day, year)
        if there and abs((there - other).days) <= NEAR:
            return there
    return None


def is_fresh(desk: Desk, source: str, there: date) -> bool:
    """Whether the first past weekday that the report names is this day or one of the last: agencies write of news."""
    article = desk.articles[source]
    for sentence in article.document.sentences[:LEAD]:
        for time in article.extraction.times:
            weekday = time.anchor.weekday if time.anchor and time.anchor.direction <= 0 else None
            if weekday and sentence.start <= time.start < sentence.end and time.anchor and time.anchor.unit == "day":
                return (there.isoweekday() - weekday) % 7 <= FRESH
    return True
