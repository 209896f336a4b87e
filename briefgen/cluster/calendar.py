"""What is known of the time of tellings: dates where the article has one, weekdays where it has none.

``Calendar`` holds the dates of the articles (their own and the inferred ones) and answers for every time expression.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from briefgen.model import dates
from briefgen.model.annotation import TimeExpression
from briefgen.model.knowledge import Article, Ref
from briefgen.model.regex import regex
from briefgen.model.text import DateBasis

TODAY = regex(r"\b(?:to(?:day|night)|this|now|last|overnight)\b", re.IGNORECASE)


class When(Struct, frozen=True):
    """The days an expression may mean as ordinals, or only its weekday; ``basis`` says how the date is known."""

    edtf: str | None = None
    first: int = 0
    last: int = 0
    weekday: int | None = None
    basis: DateBasis = "unknown"

    @property
    def known(self) -> bool:
        """Whether there is a date at all."""
        return self.edtf is not None

    @property
    def day(self) -> bool:
        """Whether the date is one day."""
        return self.edtf is not None and self.first == self.last


UNKNOWN = When()


def when(edtf: str | None, weekday: int | None, basis: DateBasis) -> When:
    """A ``When`` from a date, checked; from the weekday alone when there is no usable date."""
    if edtf is None or not dates.is_valid(edtf):
        return When(weekday=weekday)
    first, last = dates.bounds(edtf)
    day = first.isoweekday() if first == last else weekday
    return When(edtf, first.toordinal(), last.toordinal(), day, basis)


def may_agree(left: When, right: When) -> bool:
    """Whether two times can mean the same: their days overlap and their weekdays are not different."""
    if left.weekday and right.weekday and left.weekday != right.weekday:
        return False
    return not (left.known and right.known) or (left.first <= right.last and right.first <= left.last)


def is_clock(time: TimeExpression) -> bool:
    """Whether an expression is a time of day alone ("at 3:42 a.m."), which may be that of any day."""
    anchor = time.anchor
    alone = time.type == "TIME" and anchor is not None and anchor.unit == "day" and not anchor.shift
    return alone and anchor is not None and not (anchor.weekday or anchor.day) and not TODAY.search(time.text)


class Calendar:
    """The times of all articles, with inferred article dates laid over those that state none."""

    def __init__(self, articles: Mapping[str, Article], inferred: Mapping[str, str]) -> None:
        self.articles = articles
        self.inferred = inferred
        self.known: dict[Ref, When] = {}
        self.days: dict[str, When] = {}

    def dated(self, inferred: Mapping[str, str]) -> "Calendar":
        """The same with other inferred dates; what is known of the other articles stays."""
        calendar = Calendar(self.articles, inferred)
        calendar.known = {ref: known for ref, known in self.known.items() if ref.source not in inferred}
        calendar.days = {source: known for source, known in self.days.items() if source not in inferred}
        return calendar

    def published(self, source: str) -> tuple[str | None, DateBasis]:
        """When an article appeared, and how that is known."""
        published = self.articles[source].document.published
        if published.value and dates.is_valid(published.value):
            return published.value, published.basis
        return self.inferred.get(source), "inferred" if source in self.inferred else "unknown"

    def appeared(self, source: str) -> When:
        """When an article appeared, as days."""
        if source not in self.days:
            self.days[source] = when(self.published(source)[0], None, "unknown")
        return self.days[source]

    def of(self, ref: Ref | None) -> When:
        """What a time expression means."""
        if ref is None:
            return UNKNOWN
        if ref not in self.known:
            self.known[ref] = self.read(ref.source, self.articles[ref.source].extraction.times[ref.index])
        return self.known[ref]

    def read(self, source: str, time: TimeExpression) -> When:
        """What an expression of this article means; durations and sets mean no date."""
        if time.type in ("DURATION", "SET") or is_clock(time):
            return UNKNOWN
        if time.edtf or time.anchor is None:
            return when(time.edtf, None, "stated")
        weekday = time.anchor.weekday
        published, _ = self.published(source)
        if published is None:
            return When(weekday=weekday)
        return when(dates.resolve(time.anchor, published), weekday, "inferred")
