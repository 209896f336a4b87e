"""Dates that belong to a noun: "the 2016 election", "the war of 1969" date election and war, not what is told."""

import re

from briefgen.model import dates
from briefgen.model.annotation import TimeExpression
from briefgen.model.text import Span

REACH = 40  # characters between a date and the noun that it belongs to
DETERMINER = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at)|[Hh](?:is|er)|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)|['’]s)\s$")
PREPOSITION = re.compile(r"\b(?:of|in|on|for|to|from|with|at|by|and|that|which|who)\b")
SINCE = re.compile(r"\b(?:\w+est|first|worst|most|only)\b[^,;.]{0,60}\bsince\s\Z")
NOUN_OF = re.compile(r"([^\W\d_]+) of $")
# Nouns that with "of" and a date are a date: "the night of 3 May", "the end of 2019", "as of".
PARTS = frozenset(
    ("night", "morning", "evening", "afternoon", "day", "days", "week", "weekend", "weeks", "month", "months", "year",
     "end", "beginning", "start", "middle", "half", "quarter", "part", "close", "as", "spring", "summer", "autumn",
     "fall", "winter", "hours", "early", "late", "eve", "dawn", "course", *(month.lower() for month in dates.MONTHS))
)  # fmt: skip


def dates_noun(text: str, time: TimeExpression, trigger: Span) -> bool:
    """Whether a time belongs to a noun that is not the trigger.

    A date right after a determiner belongs to the noun that follows, a date after "of" to the noun before; weekdays
    ("on a Thursday") aside.
    """
    if time.anchor and time.anchor.weekday:
        return False
    before = text[max(0, time.start - REACH) : time.start]
    if SINCE.search(text[max(0, time.start - 2 * REACH) : time.start]):
        return True  # "the largest since 1974"
    if DETERMINER.search(before):
        between = text[time.end : trigger.start]
        return trigger.start < time.end or len(between) > REACH or bool(PREPOSITION.search(between))
    noun = NOUN_OF.search(before)
    if noun is None or noun[1].lower() in PARTS:
        return False
    start = time.start - len(before) + noun.start(1)
    return not trigger.start <= start < trigger.end
