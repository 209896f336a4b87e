"""Whose a time is: the clause that each date of a sentence belongs to, and what it only bounds."""

from bisect import bisect_left

from briefgen.extract.events.sentence import Desk
from briefgen.extract.syntax.chunks import CALENDAR, TIME_NOUNS
from briefgen.extract.syntax.items import SPEECH
from briefgen.model import dates
from briefgen.model.annotation import TimeExpression
from briefgen.model.syntax import Clause

# Verbs that look ahead: what follows with "by" is a term set.
AHEAD = frozenset(
    "promise vow pledge agree order urge demand ask want call plan give tell request require expect undertake".split()
)
# What these put off or stretch, they do not do on the day that "to" or "from" names.
_MOVING = frozenset("postpone adjourn delay extend reschedule defer prolong move push shift bring put suspend".split())
# Verbs that call people to what their object names: "called an election for June".
CALLING = frozenset("call plan schedule organise organize set fix arrange".split())
_LATER = frozenset({"day", "week", "month", "year"})
_STEPS = 5
_STAMP = 4  # words between a date and the bar behind it
_COMPARED = ("year earlier", "year before")
# Behind these a time is only what another is compared with: "up from a year ago", "compared with 12 million last year".
_COMPARING = frozenset({"compare", "versus", "against"})
_COMPARABLE = ("ago", "earlier", "last year", "last month", "last week", "last quarter")
_SEVERAL = frozenset("several many dozen hundred thousand second third fourth fifth sixth".split())
# What goes on by degrees.
_GRADUAL = frozenset("fall rise drop climb gain grow shrink jump slide decline increase decrease improve push".split())
_WEEK = 7
_AHEAD_OF_EXAMPLE = 10  # words between "including" and a time
_RANGE = 5  # words between "between" and the later of two times
_ITEM = 3  # words of a date that heads what follows


def usable(desk: Desk) -> list[tuple[int, TimeExpression]]:
    """Dates and times of day; durations, sets, vague references, stamps and years compared with date nothing."""
    return [
        (i, t)
        for i, t in desk.times
        if t.type in {"DATE", "TIME"}
        and not t.value.endswith("_REF")
        and not t.text.lower().endswith(_COMPARED)
        and not _is_compared(desk, t)
        and not _is_stamp(desk, t)
        and not _is_doubtful(desk, t)
    ]


def _is_compared(desk: Desk, time: TimeExpression) -> bool:
    """Whether it only tells what is compared with: "rose 3% from a year ago", "against 2 million last year"."""
    if not time.text.lower().endswith(_COMPARABLE):
        return False
    token = token_of(desk, time)
    if token and desk.lemma(token - 1) in {"from", "than"}:
        return True
    for k in range(token - 1, -1, -1):
        if desk.lemma(k) in _COMPARING:
            return any(t.form == "CD" for t in desk.tokens[k:token])
        if desk.tokens[k].form in {"VBD", "VBZ", "HV", "MD", "CS"}:
            break
    return False


def _is_doubtful(desk: Desk, time: TimeExpression) -> bool:
    """Whether a bare weekday is of six days ago, or of the day after on a page that was brought up to date then."""
    published = desk.analysis.document.published.value
    if not (published and time.edtf and time.anchor and time.anchor.weekday) or time.text.lower().startswith("last"):
        return False
    return (dates.bounds(published)[1] - dates.bounds(time.edtf)[0]).days == _WEEK - 1


def _is_stamp(desk: Desk, time: TimeExpression) -> bool:
    """Whether it tells when the text was posted: "3 May 2020 at 2:59 pm | The committee …"."""
    after = desk.tokens[bisect_left(desk.tokens, time.end, key=lambda token: token.start) :][:_STAMP]
    return any(token.norm == "|" for token in after)


def token_of(desk: Desk, time: TimeExpression) -> int:
    """The first token of a time expression."""
    return bisect_left(desk.tokens, time.start, key=lambda token: token.start)


def time_at(desk: Desk, index: int) -> TimeExpression:
    """The time expression of the article with this number."""
    return desk.analysis.times[index]


def lies_ahead(desk: Desk, time: TimeExpression) -> bool:
    """Whether a time comes after the article's day, or by its own words where that is not known."""
    words = time.text.lower().split()
    if words[:1] in (["next"], ["tomorrow"], ["coming"]) or words[:2] == ["the", "coming"]:
        return True
    published = desk.analysis.document.published.value
    if time.edtf is not None and published:
        days = (dates.bounds(time.edtf)[0] - dates.bounds(published)[1]).days
        return days > (1 if words[0] == "early" or words[-1] == "morning" else 0)  # written overnight
    anchor = time.anchor
    return time.edtf is None and anchor is not None and (anchor.direction > 0 or anchor.shift > 0)


def owner(desk: Desk, token: int) -> int | None:
    """The clause that a time at a token belongs to."""
    clauses = desk.parse.clauses
    if _dates_a_noun(desk, token) or in_phrase(desk, token):
        return None
    if any(t.norm == ":" for t in desk.tokens[token + 1 : token + _ITEM]):
        return next((n for n, c in enumerate(clauses) if c.verb > token), None)  # "1998: a ship sank"
    before = [n for n, c in enumerate(clauses) if c.verb < token]
    inside = [n for n in before if token < clauses[n].end]
    if inside:
        return _outer(desk, inside[-1], token)
    if not before:
        return next((n for n, c in enumerate(clauses) if c.link in {"main", "that"} and c.form == "finite"), None)
    ahead = [n for n, c in enumerate(clauses) if c.start <= token < c.verb]
    if ahead:
        return before[-1] if _is_closed(desk, token, clauses[ahead[0]]) else ahead[0]
    leading = _leading(desk, token)
    return leading if leading is not None else before[-1]


def _is_closed(desk: Desk, token: int, clause: Clause) -> bool:
    """Whether a comma parts the time from a participle behind it: "stormed the court yesterday, waving flags"."""
    between = (desk.tokens[k].norm for k in range(token + 1, clause.verb))
    return clause.link in {"participle", "gerund"} and desk.tokens[token - 1].norm != "," and "," in between


def _outer(desk: Desk, number: int, token: int) -> int:
    """The clause, or the one above it if it is a relative one that a comma closes before the time's phrase: "said Ana
    Prado, who led the inquiry, at a hearing on Monday".
    """
    clause = desk.parse.clauses[number]
    if clause.link != "relative" or clause.parent is None or desk.parse.clauses[clause.parent].lemma not in SPEECH:
        return number
    comma = max((k for k in range(clause.verb + 1, token) if desk.tokens[k].norm == ","), default=None)
    opened = any(desk.tokens[k].norm == "," for k in range(max(0, clause.start - 2), clause.start + 1))
    if comma is None or not opened or (comma + 1 < token and desk.tokens[comma + 1].tag != "ADP"):
        return number
    return number if any(comma < c.verb < token for c in desk.parse.clauses) else clause.parent


def in_phrase(desk: Desk, token: int) -> bool:
    """Whether the date only tells which one is meant: "the 2016 election", "Monday's ruling", "the vote of 2019"."""
    if token + 1 < len(desk.tokens) and desk.tokens[token + 1].form == "POS":
        return True
    for phrase in desk.parse.phrases:
        if phrase.start > token:
            break
        if token < phrase.head and not phrase.temporal and not _is_figure(desk, phrase.head):
            return True
    if desk.lemma(token) == "the" and token + 1 < len(desk.tokens):
        following = desk.tokens[token + 1]
        if following.lemma in CALENDAR or following.form == "CD":
            return True  # "the March 11, 2005, attack"
    for slot in desk.parse.slots:
        if slot.preposition == "of" and slot.phrases[0].start <= token < slot.phrases[-1].end and slot.after >= 0:
            return desk.tokens[slot.after].tag == "NOUN" and slot.phrases[0].temporal
    return False


def is_term(desk: Desk, token: int, clause: Clause, who: int | None) -> bool:
    """Whether the time only bounds what the verb tells: "closed until Friday", "promised tents by Friday", "postponed
    to June", "called an election for June" (unless the election is what is told).
    """
    before = desk.lemma(token - 1) if token else ""
    if before == "and" and "between" in (desk.lemma(k) for k in range(max(0, token - _RANGE), token)):
        before = "between"  # "between Friday and Monday"
    before = _since_noun(desk, token) or before
    owning = desk.parse.clauses[who] if who is not None else clause
    bounds = {
        "until": not owning.negated,
        "till": not owning.negated,
        "for": not is_called(desk, token, clause),
        "before": True,
        "after": True,
        "following": True,
        "between": True,
        "since": any(_is_sum(desk, token, c) for c in (clause, owning)) or desk.lemma(max(0, token - 2)) in _LATER,
        "to": owning.lemma in _MOVING or (token > 1 and desk.lemma(token - 2) == "prior"),
        "from": owning.lemma in _MOVING or _is_start(desk, token),
        "by": clause.lemma in AHEAD,
    }
    return bounds.get(before, False) or _is_example(desk, token) or _is_from(desk, token) or _is_of_earlier(desk, token)


def _is_example(desk: Desk, token: int) -> bool:
    """Whether a time is of one of those that "including" names: "has fallen by a third, including 13% on Friday"."""
    for k in range(token - 1, max(-1, token - _AHEAD_OF_EXAMPLE), -1):
        if desk.tokens[k].tag in {"VERB", "AUX"} or desk.tokens[k].norm == ",":
            return False
        if desk.tokens[k].norm == "including":
            return True
    return False


def _is_start(desk: Desk, token: int) -> bool:
    """Whether a time of day opens a span: "a curfew from midnight to 6 a.m."."""
    time = next((t for _, t in desk.times if token_of(desk, t) == token), None)
    return time is not None and time.type == "TIME" and desk.lemma(min(token + 1, len(desk.tokens) - 1)) == "to"


def _since_noun(desk: Desk, token: int) -> str:
    """ "since" or "following" where it stands before a noun and its date: "since the vote two weeks ago"."""
    for k in range(token - 2, max(-1, token - _RANGE), -1):
        if desk.tokens[k].tag in {"VERB", "AUX", "PUNCT"}:
            break
        if desk.lemma(k) in {"since", "following", "follow"} and desk.tokens[token - 1].tag in {"NOUN", "PROPN"}:
            return "since" if desk.lemma(k) == "since" else "following"
    return ""


def _is_sum(desk: Desk, token: int, clause: Clause) -> bool:
    """Whether what is told adds up since a time, or is the first such thing: "have killed forty since Friday", "has
    fallen since May", "the first time since 1985 that it has met".
    """
    people = (*clause.subject, *clause.objects, *(p for s in clause.slots for p in s.phrases if not p.temporal))
    words = {i for p in people for i in range(p.start, p.end)}
    counted = any(desk.tokens[i].form == "CD" or desk.lemma(i) in _SEVERAL for i in words)
    counted = counted or any(desk.tokens[p.head].form == "NNS" for p in clause.objects)  # "has held talks since May"
    first = token > 1 and desk.lemma(token - 2) == "time"
    return clause.perfect and (counted or clause.progressive or clause.lemma in _GRADUAL or first or _is_first(desk))


def _is_first(desk: Desk) -> bool:
    """Whether the sentence tells what was done for the first time."""
    return any(a.lemma == "first" and b.lemma == "time" for a, b in zip(desk.tokens, desk.tokens[1:], strict=False))


def is_called(desk: Desk, token: int, clause: Clause) -> bool:
    """Whether a verb calls what its object names for that day: "called an election for June"."""
    return clause.lemma in CALLING and bool(clause.objects) and token > 0 and desk.lemma(token - 1) == "for"


def _is_from(desk: Desk, token: int) -> bool:
    """Whether the time only tells from when another day is counted: "a week after the vote on Friday"."""
    hosts = {p.head: slot for slot in desk.parse.slots for p in slot.phrases}
    inner = hosts.get(token) or next(
        (s for s in desk.parse.slots if s.phrases[0].start <= token < s.phrases[0].end), None
    )
    outer = hosts.get(inner.after) if inner is not None else None
    return outer is not None and outer.preposition == "after" and outer.at > 0 and desk.lemma(outer.at - 1) in _LATER


def _is_of_earlier(desk: Desk, token: int) -> bool:
    """Whether a date of the calendar stands behind what had been before: "was fined after a rally in Lima on May 7".

    A bare weekday may be of both.
    """
    time = next((t for _, t in desk.times if token_of(desk, t) == token), None)
    if time is None or (time.anchor is not None and time.anchor.weekday):
        return False
    hosts = {p.head: slot for slot in desk.parse.slots for p in slot.phrases}
    slot = next((s for s in desk.parse.slots if s.phrases[0].start <= token < s.phrases[0].end), None)
    for _ in range(_STEPS):
        if slot is None or slot.after not in hosts:
            return False
        slot = hosts[slot.after]
        if slot.preposition in {"after", "following"}:
            return not slot.phrases[0].temporal
        if slot.preposition == "of" and desk.lemma(slot.after) in TIME_NOUNS:
            return True  # "died within a week of his arrest on May 7"
    return False


def _is_figure(desk: Desk, token: int) -> bool:
    """Whether the head of a phrase is the year itself: "late 2003"."""
    return desk.tokens[token].form == "CD"


def _dates_a_noun(desk: Desk, token: int) -> bool:
    """Whether a year belongs to what a verb is about: "blamed the firm for leaks in 2015"."""
    if desk.tokens[token].form != "CD" or not token or desk.lemma(token - 1) != "in":
        return False
    hosts = {p.head: s for s in desk.parse.slots for p in s.phrases}
    slot = hosts.get(token)
    for _ in range(4):
        if slot is None or slot.after not in hosts:
            return False
        slot = hosts[slot.after]
        if slot.preposition in {"for", "about", "over"}:
            return True
    return False


def _leading(desk: Desk, token: int) -> int | None:
    """The clause that a time opens after a conjunction or mark: "…, and on Sunday the court ruled"."""
    for n, clause in enumerate(desk.parse.clauses):
        if clause.start > token:
            between = desk.tokens[token : clause.start]
            dated = token > 0 and desk.tokens[token - 1].tag == "ADP"  # not "four days after"
            if dated and clause.link == "adverbial" and between[-1].norm.lower() == clause.marker:
                return None  # "dismissed him, a rival, on Sunday after police arrested his driver"
            opens = token > 0 and _opens(desk, token)
            return n if opens and len(between) <= 5 and clause.form == "finite" else None
    return None


def _opens(desk: Desk, token: int) -> bool:
    """Whether only prepositional phrases stand between a conjunction and the time: "but after dawn on Monday"."""
    k = token - 1
    for _ in range(_STEPS):
        while k >= 0 and desk.tokens[k].tag == "ADP":
            k -= 1
        noun = k
        while noun >= 0 and desk.tokens[noun].tag in {"NOUN", "PROPN", "DET", "ADJ", "NUM"}:
            noun -= 1
        if noun == k or noun < 0 or not (desk.tokens[noun].tag == "ADP" or desk.tokens[noun].form == "CS"):
            break
        k = noun
    return k < 0 or desk.tokens[k].form in {"CC", "CS"} or desk.tokens[k].norm in {";", ":", '"', ","}
