"""Dates of articles that state none, worked out from the events they share with dated ones.

When an undated article says "on Saturday" of what a dated one dates to 23 May, it appeared between 23 and 29 May.  All
such bounds are combined, the surest first; one that excludes the others is left out.  Never the clock, never the file.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefgen.cluster.datevote import Evidence, timed
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.model import dates
from briefgen.model.knowledge import Article, Citation, SourceDate

ROUNDS = 3
LONGEST_DAYS = 400  # a bound that leaves more than that open says too little
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[ ]{0,2}(?:©[ ]?)?((?:19|20)\d\d)\b", re.IGNORECASE)


class Bound(Struct, frozen=True):
    """When an article must have appeared if one of its expressions means a known date."""

    edtf: str
    score: float
    reason: str
    citations: tuple[Citation, ...]


def inferred(desk: Desk, groups: Sequence[Group]) -> tuple[SourceDate, ...]:
    """The dates that the groups allow for articles without one, ordered by source."""
    known: dict[str, SourceDate] = {}
    for _ in range(ROUNDS):
        bounds: dict[str, list[Bound]] = defaultdict(list)
        for group in groups:
            for source, bound in bounds_in(desk, group, known):
                bounds[source].append(bound)
        new = {source: date for source in sorted(bounds) if (date := combined(desk, source, bounds[source]))}
        if not new:
            break
        known |= new
        desk = desk.dated({source: date.date for source, date in known.items()})
    return tuple(known[source] for source in sorted(known))


def bounds_in(desk: Desk, group: Group, known: Mapping[str, SourceDate]) -> Iterator[tuple[str, Bound]]:
    """The bounds that one event gives for the undated articles that tell it."""
    items = timed(desk, group)
    dated = [item for item in items if item.when.known]
    for item in items:
        source = item.time.source
        if source not in known and desk.published(source) is None:
            bound = best_bound(desk, item, [other for other in dated if other.time.source != source])
            if bound:
                yield source, bound


def best_bound(desk: Desk, item: Evidence, others: Sequence[Evidence]) -> Bound | None:
    """The narrowest bound that the dated tellings of the same event give."""
    time = desk.articles[item.time.source].extraction.times[item.time.index]
    if time.anchor is None or time.edtf:
        return None
    found = []
    for other in others:
        edtf = other.when.edtf or "XXXX"
        bound = dates.invert(time.anchor, edtf)
        if bound and days(bound) <= LONGEST_DAYS:
            found.append((days(bound), -desk.like(item.line, other.line), other.time, bound, edtf, other))
    if not found:
        return None
    _, likeness, _, bound, edtf, other = min(found, key=lambda row: row[:3])  # the narrowest, then the likest
    article = desk.articles[other.time.source].document
    name = article.publisher.value if article.publisher else article.id
    reason = f"“{time.text}” is said of what {name} dates to {dates.phrase(edtf)}"
    citations = (desk.lines[item.line].citation, desk.lines[other.line].citation)
    return Bound(bound, round(min(item.score, other.score) * (1 - likeness), 4), reason, citations)


def days(edtf: str) -> int:
    """How many days a date leaves open."""
    first, last = dates.bounds(edtf)
    return (last - first).days


def combined(desk: Desk, source: str, bounds: Iterable[Bound]) -> SourceDate | None:
    """The date that the bounds leave, the surest first; None when they leave nothing worth saying."""
    edtf: str | None = None
    used: list[Bound] = []
    for bound in sorted(bounds, key=lambda b: (-b.score, days(b.edtf), b.edtf, b.citations)):
        narrower = bound.edtf if edtf is None else dates.intersection(edtf, bound.edtf)
        if narrower and narrower != edtf:
            edtf = narrower
            used.append(bound)
    if edtf is None:
        return None
    for limit in (earliest(desk.articles[source]), latest(desk.articles[source])):
        edtf = dates.intersection(edtf, limit) or edtf if limit else edtf
    citations = tuple(dict.fromkeys(c for bound in used for c in bound.citations))
    return SourceDate(source, edtf, "; ".join(dict.fromkeys(bound.reason for bound in used)), citations)


def earliest(article: Article) -> str | None:
    """An article appears after the last day it tells of as past: the dates of its actual events."""
    times = article.extraction.times
    firsts = [
        dates.bounds(edtf)[0]
        for event in article.extraction.events
        if event.time is not None and event.status == "actual" and event.time < len(times)
        if (edtf := times[event.time].edtf) and not times[event.time].anchor and dates.is_valid(edtf)
    ]
    return f"{max(firsts).isoformat()}/.." if firsts else None


def latest(article: Article) -> str | None:
    """An article appears in or before the last year for which its page claims copyright."""
    years = [
        int(found[1])
        for furniture in article.document.furniture
        for found in COPYRIGHT.finditer(article.document.text, furniture.start, furniture.end)
    ]
    return f"../{max(years):04d}" if years else None
