"""Days and months told without their year ("on 22 July", "in March last year"): dated articles settle it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date

from briefgen.cluster.bounds import FINE, LONGEST_DAYS, Bound, called, days
from briefgen.cluster.datevote import Evidence, timed
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.tellings import Telling
from briefgen.model import dates

Key = tuple[int, int, str, str]


def by_day_of_year(desk: Desk, groups: Sequence[Group], wanted: Set[str]) -> Iterator[tuple[str, Bound]]:
    """The bounds from a day or month told without its year ("on 22 July", "in March last year").

    What the same people did or suffered of the same kind, on the only such day that is known, gives the year.
    """
    known: dict[Key, dict[str, Evidence]] = defaultdict(dict)
    for group in groups if wanted else ():
        for telling, item in ((t, e) for t in group.tellings for e in timed(desk, Group((t,))) if e.when.known):
            if item.when.last - item.when.first < FINE["month"] and item.when.edtf and telling.source not in wanted:
                for key in keys(telling, dates.bounds(item.when.edtf)[0], is_day=item.when.day):
                    known[key].setdefault(item.when.edtf, item)
    for group in groups if wanted else ():
        for telling in group.tellings:
            if telling.source in wanted and telling.time and telling.status == "actual":
                yield from year_of(desk, telling, known)


def keys(telling: Telling, day: date, *, is_day: bool) -> Iterator[Key]:
    """What a dated telling may be looked up by: month and day (0 for any), family of type, person or body."""
    for family in telling.families:
        for entity in telling.participants:
            yield day.month, 0, family, entity
            if is_day:
                yield day.month, day.day, family, entity


def year_of(desk: Desk, telling: Telling, known: Mapping[Key, Mapping[str, Evidence]]) -> Iterator[tuple[str, Bound]]:
    """The bound that the only known day or month of a telling's people gives."""
    assert telling.time is not None
    time = desk.articles[telling.source].extraction.times[telling.time.index]
    anchor = time.anchor
    if anchor is None or time.edtf or not anchor.month or (anchor.unit != "year" and not anchor.day):
        return
    found = {
        edtf: item
        for family in sorted(telling.families)
        for entity in sorted(telling.participants)
        for edtf, item in known.get((anchor.month, anchor.day or 0, family, entity), {}).items()
    }
    bound = dates.invert(anchor, min(found)) if len({edtf[:4] for edtf in found}) == 1 else None
    if bound and days(bound) <= LONGEST_DAYS:
        item = found[min(found)]
        day = dates.phrase(min(found))
        reason = f"“{time.text}” is told of those of whom {called(desk, item.time.source)} tells it on {day}"
        citations = (desk.lines[telling.line].citation, desk.lines[item.line].citation)
        yield telling.source, Bound(bound, telling.score, reason, citations)
