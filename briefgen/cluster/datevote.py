"""The date of an event: the vote of its tellings, with the reason in words."""

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from briefgen.cluster.calendar import When
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.tellings import Telling
from briefgen.model import dates
from briefgen.model.knowledge import Ref
from briefgen.model.regex import regex
from briefgen.model.text import DateBasis

YEAR = regex(r"\d{4}")
ANOTHER_CLAUSE = 0.6  # what a time in another clause of the sentence counts


class EventDate(Struct, frozen=True):
    """An EDTF date with its basis and reason."""

    edtf: str | None = None
    basis: DateBasis = "unknown"
    reason: str = ""


class Evidence(Struct, frozen=True):
    """A time expression that dates an event: what it means and how sure it is.

    ``about``: it is the time of a report, so that the event happened about then.
    """

    line: int
    time: Ref
    when: When
    score: float
    about: bool = False


def vote(desk: Desk, group: Group) -> EventDate:
    """The finest date that most tellings agree with, narrowed by all that agree with it; about the day of the report
    where that is all.
    """
    known = evidence(desk, group)
    if not known:
        return reported(desk, group)
    best = max(
        known, key=lambda e: (backing(e.when, known), e.when.basis == "stated", e.when.first - e.when.last, -e.line)
    )
    edtf = best.when.edtf or ""
    used = [best]
    for other in known:
        if other.when.edtf and other is not best and (narrower := dates.intersection(edtf, other.when.edtf)):
            if narrower != edtf:
                used.append(other)
            edtf = narrower
    basis: DateBasis = "inferred" if any(e.when.basis == "inferred" for e in used) else "stated"
    return EventDate(edtf, basis, "; ".join(dict.fromkeys(reason(desk, e) for e in used)))


def reported(desk: Desk, group: Group) -> EventDate:
    """About the earliest day on which it was reported as just done: "said on Friday that it had signed"."""
    days = [item for item in read(desk, group) if item.about and item.when.day]
    if not days:
        return EventDate()
    first = min(days, key=lambda item: (item.when.first, item.line))
    edtf = first.when.edtf or ""
    return EventDate(edtf if dates.qualifier(edtf) else f"{edtf}~", "inferred", f"reported on {reason(desk, first)}")


def evidence(desk: Desk, group: Group) -> list[Evidence]:
    """What dates a group: the known ones among its times."""
    return [item for item in timed(desk, group) if item.when.known]


def timed(desk: Desk, group: Group) -> list[Evidence]:
    """The times of the tellings without those of mere reports."""
    return [item for item in read(desk, group) if not item.about]


def read(desk: Desk, group: Group) -> list[Evidence]:
    """The times of the tellings, of a toll only where nothing else is told; else the only times of the sentences."""
    told = [t for t in group.tellings if not t.is_toll] or group.tellings
    rows = [(t.line, t.time, t.score * own(desk, t, t.time), t.about) for t in told]
    if not group.tellings:
        rows = [(line, told_on(desk, line), likeness, False) for line, likeness in group.lines]
    return [
        Evidence(line, time, desk.calendar.of(time), score, about)
        for line, time, score, about in rows
        if time is not None
    ]


def told_on(desk: Desk, line: int) -> Ref | None:
    """The only time of a sentence without a frame: no bare year, which mostly tells which vote or war is meant, and not
    among words that are somebody's.
    """
    time = desk.only_time(line)
    if time is None:
        return None
    expression = desk.articles[time.source].extraction.times[time.index]
    quoted = any(s.start <= expression.start < s.end for s in desk.statements_in(line))
    return None if quoted or YEAR.fullmatch(expression.text) else time


def own(desk: Desk, telling: Telling, time: Ref | None) -> float:
    """How sure it is that a time is that of the telling's own clause, not of another one in the sentence."""
    if time is None:
        return 1.0
    expression = desk.articles[telling.source].extraction.times[time.index]
    return 1.0 if telling.clause.start <= expression.start < telling.clause.end else ANOTHER_CLAUSE


def backing(when: When, known: Sequence[Evidence]) -> float:
    """How much speaks for a date: what agrees with it, the finer the more."""
    total = 0.0
    for other in known:
        if when.first <= other.when.last and other.when.first <= when.last:
            total += other.score / (1 + sqrt(other.when.last - other.when.first))
    return round(total / (1 + 0.01 * sqrt(when.last - when.first)), 6)


def reason(desk: Desk, evidence: Evidence) -> str:
    """Which words in which article give the date."""
    source = evidence.time.source
    article = desk.articles[source]
    time = article.extraction.times[evidence.time.index]
    published, basis = desk.calendar.published(source)
    name = article.document.publisher.value if article.document.publisher else source
    if published is None or time.anchor is None:
        return f"“{time.text}” in {name}"
    doubt = ", a date worked out from other articles" if basis == "inferred" else ""
    return f"“{time.text}” in {name} of {dates.phrase(published)}{doubt}"
