"""Dates of articles that state none, worked out from what they share with dated ones.

When an undated article says "on Saturday" of what a dated one dates to 23 May, it appeared between 23 and 29 May.  Only
fine dates bound an article: a stated day, or a day that a dated article gives.  Dates go one way, from the sure to the
unsure: what was worked out in one round may date others in the next, never what it came from.  Bounds that exclude each
other give nothing.  Never the clock, never the file.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.cluster.afterwards import Past
from briefgen.cluster.bounds import FINE, LONGEST_DAYS, Bound, called, days
from briefgen.cluster.calendar import is_clock
from briefgen.cluster.datelines import Partners, dateline_bound, dateline_day
from briefgen.cluster.datevote import Evidence, timed
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.relative import anniversary
from briefgen.cluster.yearless import by_day_of_year
from briefgen.model import dates
from briefgen.model.knowledge import Article, SourceDate
from briefgen.model.regex import regex

ROUNDS = 3
COPYRIGHT = regex(r"(?:©|\(c\)|copyright)[ ]{0,2}(?:©[ ]?)?((?:19|20)\d\d)\b", re.IGNORECASE)


def inferred(desk: Desk, groups: Sequence[Group]) -> tuple[SourceDate, ...]:
    """The dates that the groups allow for articles without one, ordered by source."""
    undated = [source for source in sorted(desk.articles) if desk.published(source) is None]
    known: dict[str, SourceDate] = {}
    partners = Partners(desk, groups)
    for _ in range(ROUNDS if undated else 0):
        bounds: dict[str, list[Bound]] = defaultdict(list)
        for group in groups:
            for source, bound in bounds_in(desk, group, known):
                bounds[source].append(bound)
        new = {}
        for source, bound in by_day_of_year(desk, groups, frozenset(undated) - known.keys()):
            bounds[source].append(bound)
        past = Past(desk, groups, frozenset(undated) - known.keys())
        for source in undated:
            if source not in known and (found := worked_out(desk, source, bounds[source], partners, past)):
                new[source] = found
        if not new:
            break
        known |= new
        desk = desk.dated({source: found.date for source, found in known.items()})
        partners = Partners(desk, groups)
    return tuple(known[source] for source in sorted(known))


def worked_out(desk: Desk, source: str, bounds: Sequence[Bound], partners: Partners, past: Past) -> SourceDate | None:
    """The date of one article: of its dateline's day in the year that others give, or what the bounds leave."""
    if not desk.articles[source].document.sentences:
        return None
    limit = past.not_before(source)
    if day := dateline_day(desk.articles[source]):
        found = dateline_bound(desk, source, day, combined(bounds), partners)
        return checked(desk, source, [found, *bounds], limit) if found else None
    counted = [bound for bound in (anniversary(desk, source), past.days_after(source), past.of_noun(source)) if bound]
    return checked(desk, source, [*bounds, *counted], limit)


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
    if time.anchor is None or time.edtf or is_clock(time):
        return None
    found = []
    for other in others:
        if other.when.last - other.when.first >= FINE[time.anchor.unit]:
            continue
        edtf = other.when.edtf or "XXXX"
        bound = dates.invert(time.anchor, edtf)
        if bound and days(bound) <= LONGEST_DAYS:
            found.append((days(bound), -desk.like(item.line, other.line), other.time, bound, edtf, other))
    if not found:
        return None
    _, likeness, _, bound, edtf, other = min(found, key=lambda row: row[:3])  # the narrowest, then the likest
    reason = f"“{time.text}” is said of what {called(desk, other.time.source)} dates to {dates.phrase(edtf)}"
    citations = (desk.lines[item.line].citation, desk.lines[other.line].citation)
    return Bound(bound, round(min(item.score, other.score) * (1 - likeness), 4), reason, citations)


def combined(bounds: Iterable[Bound]) -> str | None:
    """The days that all bounds allow; None without bounds or where they exclude each other."""
    edtf: str | None = None
    for bound in bounds:
        edtf = bound.edtf if edtf is None else dates.intersection(edtf, bound.edtf)
        if edtf is None:
            return None
    return edtf


def checked(desk: Desk, source: str, bounds: Sequence[Bound], not_before: str | None) -> SourceDate | None:
    """The date that the bounds leave after what the article itself says of its time; None where these disagree."""
    used: list[Bound] = []
    edtf: str | None = None
    for bound in sorted(bounds, key=lambda b: (-b.score, days(b.edtf), b.edtf, b.citations)):
        narrower = bound.edtf if edtf is None else dates.intersection(edtf, bound.edtf)
        if narrower is None:
            return None
        if narrower != edtf:
            edtf = narrower
            used.append(bound)
    for limit in (earliest(desk.articles[source]), latest(desk.articles[source]), not_before):
        edtf = dates.intersection(edtf, limit) if edtf and limit else edtf
    if edtf is None:
        return None
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
