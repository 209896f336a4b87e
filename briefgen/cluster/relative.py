"""Dates counted from another event: "two days after the vote, she resigned"."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from briefgen.cluster.bounds import Bound, lead
from briefgen.cluster.datevote import EventDate
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.tellings import Telling
from briefgen.model import dates
from briefgen.model.knowledge import Ref
from briefgen.model.regex import regex

LENGTH = regex(r"P(\d{1,3})([DW])")
YEARS = regex(r"P(\d{1,2})([MY])")
DIRECTION = regex(r"\s+(after|before)\b")
BETWEEN = 60  # characters between "after" and the trigger that it counts from
LONGEST_MONTH = 31
IN_IT = regex(r"\b(?:in|during) the (?:[a-z]+ ){0,1}?([a-z]+)\b(?! of\b)")
STEM = 5  # letters
LEAD = 3  # sentences
# Nouns of what lasts no longer than a day or so ("in the trial" gives no day).
SHORT = frozenset(
    ("crash", "collision", "fire", "blast", "explosion", "bombing", "quake", "earthquake", "tremor", "flood", "floods",
     "storm", "collapse", "ambush", "incident", "stampede", "march", "protest", "rally", "ceremony", "vote", "ballot",
     "meeting", "call", "speech", "accident", "disaster", "coup", "mutiny", "riot", "riots")
)  # fmt: skip
# Nouns for fighting in general: that of the first sentences, where they tell of one day only.
FIGHTS = frozenset(("fighting", "attack", "attacks", "violence", "clashes", "shooting", "assault", "raid", "battle"))
ROUND = 0.5  # how sure a number of years or months is that an article counts from a day


def counted(desk: Desk, groups: Sequence[Group], voted: Sequence[EventDate]) -> list[EventDate]:
    """The dates of all groups, those without one counted from a dated event of the same sentence where it says so."""
    home = {ref: number for number, group in enumerate(groups) for t in group.tellings for ref in t.refs}
    found = list(voted)
    for number, group in enumerate(groups):
        if voted[number].edtf is None:
            actual = [t for t in group.tellings if t.status == "actual"]
            counts = (date for t in actual for date in (count(desk, t, home, voted), in_it(desk, t, home, voted)))
            found[number] = next((date for date in counts if date), voted[number])
    return found


def count(desk: Desk, telling: Telling, home: Mapping[Ref, int], voted: Sequence[EventDate]) -> EventDate | None:
    """The date of a telling that stands so many days after or before another one in its sentence."""
    article = desk.articles[telling.source]
    text = article.document.text
    for ref in desk.times_on.get(telling.line, ()):
        time = article.extraction.times[ref.index]
        length = LENGTH.fullmatch(time.value)
        direction = DIRECTION.match(text, time.end)
        if not (length and direction) or text.endswith(" for ", 0, time.start):
            continue  # "lived for three weeks before"
        after = [t for t in desk.tellings_in(telling.line) if 0 <= t.trigger.start - direction.end() <= BETWEEN]
        base = min(after, key=lambda t: t.trigger.start, default=None)
        known = voted[home[base.ref]] if base and base.ref in home and base.ref not in telling.refs else EventDate()
        if base is None or known.edtf is None:
            continue
        days = int(length[1]) * (7 if length[2] == "W" else 1) * (1 if direction[1] == "after" else -1)
        edtf = shifted(known.edtf, days, desk.published(telling.source))
        if edtf:
            words = text[time.start : base.trigger.end]
            return EventDate(edtf, "inferred", f"“{words}”, counted from that event: {known.reason}")
    return None


def in_it(desk: Desk, telling: Telling, home: Mapping[Ref, int], voted: Sequence[EventDate]) -> EventDate | None:
    """The date of a telling of what was done "in the attack": that of the attack which the article told of before."""
    text = desk.articles[telling.source].document.text
    told = IN_IT.search(text, telling.trigger.end, max(telling.clause.end, telling.trigger.end))
    if told is None or telling.time is not None or desk.only_time(telling.line) is not None:
        return None
    before = [
        other
        for other in desk.of_source(telling.source)
        if other.ref in home and other.trigger.start < telling.trigger.start and other.ref not in telling.refs
    ]
    if told[1] not in SHORT | FIGHTS:
        return None
    same = [t for t in before if any(lemma[:STEM] == told[1][:STEM] for lemma in t.lemmas)]
    if not same and told[1] in FIGHTS:
        same = [t for t in before if t.type == "ASSAULT" and desk.lines[t.line].index < LEAD]
    dated = {date.edtf: date for t in same if (date := voted[home[t.ref]]).edtf}
    if len(dated) != 1:
        return None
    known = next(iter(dated.values()))
    return EventDate(known.edtf, "inferred", f"“{told[0]}”, told of before: {known.reason}")


def shifted(edtf: str, days: int, published: str | None) -> str | None:
    """A date so many days on; what an article tells as past is not later than the article."""
    first, last = dates.bounds(edtf)
    try:
        moved = dates.from_bounds(first + timedelta(days), last + timedelta(days))
    except OverflowError:
        return None
    if published is None:
        return moved
    latest = dates.bounds(published)[1]
    return dates.intersection(moved, f"../{latest.isoformat()}") or moved


def anniversary(desk: Desk, source: str) -> Bound | None:
    """When an article appeared whose first sentence counts years or months from a day: "a year after 3 May 2019".

    Such counts are round: the month is meant, not the day.
    """
    article = desk.articles[source]
    if not article.document.sentences:
        return None
    sentence, text = article.document.sentences[0], article.document.text
    times = [t for t in article.extraction.times if sentence.start <= t.start < sentence.end]
    for time in times:
        length, direction = YEARS.fullmatch(time.value), DIRECTION.match(text, time.end)
        stated = [t for t in times if direction and 0 <= t.start - direction.end() <= BETWEEN and t.edtf]
        if length and direction and direction[1] == "after" and stated and stated[0].edtf:
            first, last = dates.bounds(stated[0].edtf)
            months = int(length[1]) * (12 if length[2] == "Y" else 1)
            if (last - first).days <= LONGEST_MONTH and (month := later(first, months)):
                reason = f"“{text[time.start : stated[0].end]}” in its first sentence"
                return Bound(f"{month:%Y-%m}~", ROUND, reason, (lead(desk, source),))
    return None


def later(day: date, months: int) -> date | None:
    """The first day of the month so many months on."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1) if day.year + years <= date.max.year else None
