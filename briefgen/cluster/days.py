"""Days: what is told as news without a date happened about when it was first told."""

import re
from collections.abc import Sequence

from briefgen.cluster.datevote import EventDate
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.tellings import Telling
from briefgen.model import dates
from briefgen.model.regex import regex
from briefgen.model.text import Span

REACH = 30  # characters before a trigger
GOING_ON = regex(r"\b(?:am|is|are|was|were|been)(?: \w+ly)? \w+ing\b")
EARLIER = regex(r"\b(?:had|who|whom|which|whose|once|previously|earlier|former)\b")
# What stands before a clause that is not the news itself: "two months after a blast killed …", "who had said that …".
BESIDE = regex(
    r"\b(?:after|before|when|while|as|since|because|if|though|although|until|following|amid|despite|during|that|who|whom"
    r"|which|time|whose|where|moment|like|than|has|have|was|were)\b",
    re.IGNORECASE,
)
HELPED = regex(r"\b(?:am|is|are|was|were|be|been|being|get|gets|got)\b[\w\s,-]{0,30}$")
BY = regex(r" by\b")
TIMES = regex(r"\b(?:series|string|number|succession|wave) of\b|\b(?:repeatedly|often|times)\b")  # more than once
SAID = regex(r"\b(?:says?|said|announced|confirmed|reported)(?: that)? $")
WAS = regex(r"\b(?:was|were)\b[\w\s-]{0,20}$")  # "was called in": at some time; "has been called in" is news
NOUN = "events noun"  # how the rules that read nouns are named
VOTES = frozenset(("elect", "vote"))  # on the day of the vote, which the count may follow by days
VOTE = regex(r"\b(?:elections?|votes?|polls?|presidency|referendum|ballots?)\b", re.IGNORECASE)
IN_IT = regex(r" (?:in|by|during) the\b")
GLUED = 80  # characters before a clause that make its sentence several captions in a row
NEWS_LINES = 2  # sentences in which an article tells its news
RELATED = regex(r"\b(?:since|ago|when|during|at the (?:beginning|start|end|time|height) of)\b")


def first_told(desk: Desk, groups: Sequence[Group], voted: Sequence[EventDate]) -> list[EventDate]:
    """The dates of all groups; what leads an article or stands in two, and has no date, gets about its first day."""
    return [date if date.edtf else told(desk, group) or date for group, date in zip(groups, voted, strict=True)]


def told(desk: Desk, group: Group) -> EventDate | None:
    """About the day on which the first article that leads with an undated happening appeared."""
    tellings = [t for t in group.tellings if not t.is_toll]
    if any(t.time is not None or t.status == "planned" or looks_back(desk, t) for t in tellings):
        return None
    leading = {t.source for t in tellings if is_news(desk, t)}
    known = [
        (edtf, source) for source in leading if (edtf := desk.published(source)) and dates.precision(edtf) == "day"
    ]
    if not known:
        return None
    day, source = min(known)
    if any(desk.published(t.source) is None or (desk.published(t.source) or "") < day for t in group.tellings):
        return None  # an earlier article, or one of unknown date, tells it in passing
    name = desk.articles[source].document.publisher
    reason = f"told without a date in {name.value if name else source} of {dates.phrase(day)}"
    return EventDate(day if dates.qualifier(day) else f"{day}~", "inferred", reason)


def is_news(desk: Desk, telling: Telling) -> bool:
    """Whether a telling is what its article is there to tell: the main verb of a first sentence without a time."""
    line, extraction = desk.lines[telling.line], desk.articles[telling.source].extraction
    if telling.status != "actual" or line.index >= NEWS_LINES or is_timed(desk, telling):
        return False
    event = extraction.events[telling.ref.index]
    text = desk.articles[telling.source].document.text
    named = bool(event.agents or event.patients) and not event.rule.startswith(NOUN)
    if not named or is_old(text, line.span, telling) or WAS.search(text[telling.clause.start : telling.trigger.start]):
        return False
    before = text[line.span.start : telling.clause.start]
    reported = SAID.search(before)
    if reported is None:
        return BESIDE.search(before) is None and (len(before) <= GLUED or before.rstrip().endswith(","))
    own = any(extraction.mentions[i].form == "pronoun" for i in event.agents)  # "he said he had …": of the past
    return not own and BESIDE.search(before, 0, reported.start()) is None


def is_old(text: str, line: Span, telling: Telling) -> bool:
    """Whether the words themselves tell of no fresh deed: done again and again, told before, or only mentioned."""
    several = ";" in text[line.start : line.end] or TIMES.search(text, line.start, line.end) is not None
    voted = bool(telling.deeds & VOTES) and VOTE.search(text, line.start, line.end) is not None
    return several or voted or is_beside(text, telling) or is_known(text, telling)


def is_beside(text: str, telling: Telling) -> bool:
    """Whether the trigger only tells which one is meant: "the tents donated by the firm have come"."""
    helped = HELPED.search(text, telling.clause.start, telling.trigger.start)
    return helped is None and BY.match(text, telling.trigger.end) is not None


def is_known(text: str, telling: Telling) -> bool:
    """Whether what befell people was told before: "the explosion killed", "were killed in the quake"."""
    if telling.befell and text.startswith(("The ", "the "), telling.clause.start):
        return True
    return bool(telling.befell and IN_IT.search(text, telling.trigger.end, telling.clause.end))


def is_timed(desk: Desk, telling: Telling) -> bool:
    """Whether a time or a length of time stands before the trigger or in its clause ("two months after …")."""
    times = desk.articles[telling.source].extraction.times
    end = max(telling.clause.end, telling.trigger.end)
    return any(times[ref.index].start < end for ref in desk.times_on.get(telling.line, ()))


def looks_back(desk: Desk, telling: Telling) -> bool:
    """Whether the sentence names some other time, or tells what was before its news or is going on."""
    line, text = desk.lines[telling.line], desk.articles[telling.source].document.text
    if any(desk.calendar.of(ref).known or desk.calendar.of(ref).weekday for ref in desk.times_on.get(telling.line, ())):
        return True
    before = text[max(line.span.start, telling.trigger.start - REACH) : telling.trigger.start]
    if GOING_ON.search(text, telling.trigger.start - len(before), telling.trigger.end):
        return True
    return bool(EARLIER.search(before) or RELATED.search(text, line.span.start, line.span.end))
