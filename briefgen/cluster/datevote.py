"""The date of an event: the vote of its tellings, with the reason in words."""

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from briefgen.cluster.calendar import When
from briefgen.cluster.desk import Desk
from briefgen.cluster.tellings import Telling
from briefgen.model import dates
from briefgen.model.text import DateBasis


class EventDate(Struct, frozen=True):
    """An EDTF date with its basis and reason."""

    edtf: str | None = None
    basis: DateBasis = "unknown"
    reason: str = ""


def vote(desk: Desk, tellings: Sequence[Telling]) -> EventDate:
    """The finest date that most tellings agree with, narrowed by all that agree with it."""
    known = [(t, when) for t in tellings if (when := desk.when(t)).known]
    if not known:
        return EventDate()
    best = max(known, key=lambda pair: (backing(pair[1], known), -(pair[1].last - pair[1].first), -order(pair[0])))
    edtf = best[1].edtf or ""
    used = [best[0]]
    for telling, when in known:
        if when.edtf and telling is not best[0] and (narrower := dates.intersection(edtf, when.edtf)):
            if narrower != edtf:
                used.append(telling)
            edtf = narrower
    basis: DateBasis = "inferred" if any(desk.when(t).basis == "inferred" for t in used) else "stated"
    return EventDate(edtf, basis, "; ".join(reason(desk, telling) for telling in used))


def backing(when: When, known: Sequence[tuple[Telling, When]]) -> float:
    """How much speaks for a date: the tellings that agree with it, those as fine more than those that are vague."""
    total = 0.0
    for telling, other in known:
        if when.first <= other.last and other.first <= when.last:
            total += telling.score / (1 + sqrt(other.last - other.first))
    return round(total / (1 + 0.01 * sqrt(when.last - when.first)), 6)


def order(telling: Telling) -> int:
    """Earlier in the article goes first among equals."""
    return telling.line


def reason(desk: Desk, telling: Telling) -> str:
    """Which words in which article give the date."""
    assert telling.time is not None
    article = desk.articles[telling.source]
    words = article.extraction.times[telling.time.index].text
    published, basis = desk.calendar.published(telling.source)
    name = article.document.publisher.value if article.document.publisher else telling.source
    if desk.when(telling).basis == "stated" and not article.extraction.times[telling.time.index].anchor:
        return f"“{words}” in {name}"
    if published is None:
        return f"“{words}” in {name}"
    doubt = ", a date worked out from other articles" if basis == "inferred" else ""
    return f"“{words}” in {name} of {dates.phrase(published)}{doubt}"
