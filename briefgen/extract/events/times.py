"""When a verb's event was: the time expression that belongs to its clause."""

from bisect import bisect_left

from briefgen.extract.events.owners import (
    AHEAD,
    CALLING,
    in_phrase,
    is_called,
    is_term,
    lies_ahead,
    owner,
    time_at,
    token_of,
    usable,
)
from briefgen.extract.events.sentence import Desk
from briefgen.extract.events.standing import IMPLICATIVE, NEGATIVE
from briefgen.extract.syntax.items import OBJECT_GERUND, SPEECH
from briefgen.model import dates
from briefgen.model.annotation import TimeExpression
from briefgen.model.syntax import Clause

# Clauses with a story of their own: their times stay inside.
_OWN_STORY = frozenset({"relative", "adverbial", "gerund", "participle", "that", "to"})
_POINTING = frozenset("same previous following next other".split())
_TURNS = frozenset("but then later before subsequently yet earlier previously".split())
# What had been done at some time before it was reported.
_LONG_SINCE = frozenset("already never ever once long always repeatedly often first originally initially".split())
# What goes on for days, so that its dead are of no one day.
_LASTING = frozenset(
    """
    flood flooding rain monsoon drought heatwave famine epidemic outbreak pandemic cholera war fighting violence unrest
    protest riot uprising conflict wildfire bushfire
    """.split()
)
_FROM_THERE = frozenset("later earlier after before afterwards".split())
JUDGED = frozenset("charge accuse convict acquit suspect sentence indict jail imprison blame try".split())
_STEPS = 5

Hit = tuple[int, str, float]
"""A time's index, how it was found, and the factor for that."""

REPORTED, BEFORE_WHEN = "time of report", "time before when"
"""How times were found: one that is only about that of the event, one that stands right before "when"."""


def of_clause(desk: Desk, number: int) -> Hit | None:
    """The time of a verb's event: in its clause, in an infinitive below it, when it was announced, or the sentence's
    only one.

    What happened takes no time to come, and what is to come only its own.
    """
    if not desk.times:
        return None
    clause = desk.parse.clauses[number]
    past, open_ = _is_past(clause), _is_open(desk, clause)
    tokens = {i: token_of(desk, t) for i, t in usable(desk)}
    if past:
        tokens = {
            i: k for i, k in tokens.items() if is_called(desk, k, clause) or not lies_ahead(desk, time_at(desk, i))
        }
    if not tokens:
        return None
    owners = {i: owner(desk, token) for i, token in tokens.items() if not in_phrase(desk, token)}
    owners = {i: who for i, who in owners.items() if not is_term(desk, tokens[i], clause, who)}
    owners = {i: who for i, who in owners.items() if who in (None, number) or not _is_birth(desk, who)}
    own = [i for i, who in owners.items() if who == number]
    if open_ and not clause.perfect:
        own = [i for i in own if not _is_over(desk, time_at(desk, i))]
    if own and clause.passive and clause.lemma in JUDGED and _is_timeless(clause):
        return None  # "is charged with the killing of two men in June"
    if own:
        nearest = min(own, key=lambda i: (abs(tokens[i] - clause.verb), i))
        return nearest, "time in clause", 1.0
    if _has_unknown_time(desk, number) or _is_timeless(clause):
        return None
    hit = _near(desk, number, owners) or _above(desk, number, owners) or _only(desk, clause, owners)
    return hit if hit is None or not open_ or lies_ahead(desk, time_at(desk, hit[0])) else None


def _has_unknown_time(desk: Desk, number: int) -> bool:
    """Whether the verb has a time of its own that no date tells: "was arrested the same day and charged on Friday",
    "caught fire on Friday and sank two days later".
    """
    if any(owner(desk, token_of(desk, t)) == number for _, t in desk.times if _is_counted(desk, t)):
        return True
    phrases = (p for p in desk.parse.phrases if p.temporal and desk.tokens[p.start].norm.lower() in {"the", "that"})
    pointing = (p for p in phrases if any(desk.lemma(i) in _POINTING for i in range(p.start + 1, p.end)))
    return any(owner(desk, p.start) == number for p in pointing)


def _is_counted(desk: Desk, time: TimeExpression) -> bool:
    """Whether it counts from another time: "two days later", "a day earlier"."""
    words = time.text.lower().split()
    if words[-1] in _FROM_THERE:
        return True
    following = bisect_left(desk.tokens, time.end, key=lambda token: token.start)
    return time.type in {"DURATION", "SET"} and following < len(desk.tokens) and desk.lemma(following) in _FROM_THERE


def _near(desk: Desk, number: int, owners: dict[int, int | None]) -> Hit | None:
    """The time of a clause that tells of the same moment: "when", an infinitive that was done, a verb joined to it."""
    clause = desk.parse.clauses[number]
    for i, who in owners.items():
        if who is not None and desk.parse.clauses[who].parent == number and _is_same_time(desk.parse.clauses[who]):
            return i, "time of when-clause", 0.95
    before = _before_when(desk, clause, owners)
    if before is not None:
        return before, BEFORE_WHEN, 0.95
    for i, who in owners.items():
        if who is None or desk.parse.clauses[who].parent != number:
            continue
        other = desk.parse.clauses[who]
        if other.link == "to" and other.form == "infinitive" and not other.perfect and clause.lemma not in AHEAD:
            return i, "time in infinitive", 0.9
        joined = other.link == "coordination" and other.path == "shared" and clause.link in {"main", "that"}
        if joined and not _turns(desk, clause.verb, other.verb) and not _is_apart_by_comma(desk, clause, other, i):
            return i, "time in joined clause", 0.85
        fronted = other.link == other.path == "participle" and other.verb < clause.verb
        if fronted and not (other.passive or other.perfect):
            return i, "time in participle", 0.9  # "Speaking on Monday, she announced"
    return None


def _is_apart_by_comma(desk: Desk, clause: Clause, other: Clause, index: int) -> bool:
    """Whether a comma and a conjunction part two passives, the time behind the second: "was sentenced to death, and was
    hanged on 4 May".
    """
    between = [desk.tokens[k].norm for k in range(clause.verb + 1, other.verb)]
    apart = clause.passive and other.passive and "," in between and "and" in between
    return apart and token_of(desk, time_at(desk, index)) > other.verb


def _is_birth(desk: Desk, number: int | None) -> bool:
    """Whether a clause tells when somebody was born, which dates nothing that he does."""
    return number is not None and desk.parse.clauses[number].lemma == "bear" and desk.parse.clauses[number].passive


def _is_over(desk: Desk, time: TimeExpression) -> bool:
    """Whether a time lies before the article's day."""
    published = desk.analysis.document.published.value
    return bool(time.edtf and published) and dates.bounds(time.edtf or "")[1] < dates.bounds(published or "")[0]


def _is_past(clause: Clause) -> bool:
    """Whether the verb tells what has taken place."""
    reduced = clause.form == "participle" and clause.passive and clause.lemma not in CALLING | AHEAD
    return (clause.past or clause.perfect or reduced) and not clause.modal and clause.form != "infinitive"


def _is_by_now(clause: Clause, before: Clause) -> bool:
    """Whether a verb tells what has come of one before it: "pleaded guilty in May and has agreed to testify"."""
    is_done = clause.form == "finite" and clause.perfect and not (clause.past or clause.modal)
    return is_done and before.past and not before.perfect and before.verb < clause.verb


def _is_timeless(clause: Clause) -> bool:
    """Whether a plain present tells what is so, whenever that what stands beside it took place."""
    return clause.form == "finite" and not (clause.past or clause.perfect or clause.progressive or clause.modal)


def _is_open(desk: Desk, clause: Clause) -> bool:
    """Whether the verb tells what is yet to take place, or may: "will sell", "plans to sell"."""
    if clause.modal:
        return True
    above = desk.governing(clause)
    done = above is not None and above.lemma in IMPLICATIVE | NEGATIVE and not above.modal
    return clause.form == "infinitive" and not done


def is_ahead(desk: Desk, hit: Hit | None) -> bool:
    """Whether the time that was found is still to come."""
    return hit is not None and lies_ahead(desk, time_at(desk, hit[0]))


def _is_same_time(clause: Clause) -> bool:
    """ "were killed when a ferry sank on Sunday": both on one day."""
    return clause.link == "adverbial" and clause.marker in {"when", "as"} and clause.past


def _turns(desk: Desk, first: int, second: int) -> bool:
    """Whether a word between two joined verbs tells of another time: "was convicted, but was freed in May"."""
    return any(desk.tokens[i].norm.lower() in _TURNS for i in range(first + 1, second))


def _beside(desk: Desk, number: int, owners: dict[int, int | None]) -> int | None:
    """The time of an earlier verb that shares the subject in the same subordinate clause: "when on Friday he fled and
    hid".
    """
    clause = desk.parse.clauses[number]
    if clause.path != "shared" or clause.link in {"main", "coordination"}:
        return None
    for k in range(number - 1, -1, -1):
        other = desk.parse.clauses[k]
        if other.parent == clause.parent and other.link == clause.link and other.subject == clause.subject:
            found = next((i for i, who in owners.items() if who == k), None)
            return None if _turns(desk, other.verb, clause.verb) or _is_by_now(clause, other) else found
    return None


def _above(desk: Desk, number: int, owners: dict[int, int | None]) -> Hit | None:
    """The time of the clause that this one is joined to, or under which it was announced."""
    clause = desk.parse.clauses[number]
    current = clause
    before = _beside(desk, number, owners)
    if before is not None:
        return before, "time of joined verb", 0.85
    for _ in range(4):
        if current.parent is None or _is_elsewhen(desk, current, desk.parse.clauses[current.parent]):
            return None
        if current.link == "that" and (current.perfect or current.progressive):
            return _of_report(desk, clause, current.parent, owners)
        number = current.parent
        times = next((i for i, who in owners.items() if who == number), None)
        times = _beside(desk, number, owners) if times is None else times
        if times is not None:
            return times, "time of announcing" if current.link == "that" else "time of joined verb", 0.85
        current = desk.parse.clauses[number]
    return None


def _is_elsewhen(desk: Desk, clause: Clause, above: Clause) -> bool:
    """Whether a clause tells of another time than the one above it: "charged on Tuesday with destroying"."""
    if clause.link in {"relative", "adverbial"} or _turns(desk, above.verb, clause.verb):
        return True
    if _is_by_now(clause, above):
        return True
    if clause.link == "gerund":
        return above.lemma in OBJECT_GERUND or clause.marker not in {"by", "while", "in", "when", "on", "with"}
    return clause.link == "participle" and (clause.path == "relative" or clause.passive)


def _of_report(desk: Desk, clause: Clause, speech: int, owners: dict[int, int | None]) -> Hit | None:
    """The day on which the news was given, of what had just been done: "said on Friday that it had signed".

    Only days that hang on the article's own, as news has them, and nothing that had been so for long.
    """
    found = next((i for i, who in owners.items() if who == speech), None)
    if found is None or desk.parse.clauses[speech].lemma not in SPEECH or (clause.perfect and _adds_up(desk, clause)):
        return None
    anchor = time_at(desk, found).anchor
    between = range(desk.parse.clauses[speech].verb + 1, clause.verb)
    if anchor is None or anchor.unit != "day" or any(desk.lemma(i) in _LONG_SINCE for i in between):
        return None
    return found, REPORTED, 0.7


def _adds_up(desk: Desk, clause: Clause) -> bool:
    """Whether the verb tells what has come together by now: "have died since Friday", "floods have killed 53"."""
    if any(s.preposition == "since" for s in clause.slots):
        return True
    causes = (*clause.subject, *(p for s in clause.slots if s.preposition in {"in", "by", "from"} for p in s.phrases))
    return any(desk.lemma(p.head) in _LASTING for p in causes)


def _only(desk: Desk, clause: Clause, owners: dict[int, int | None]) -> Hit | None:
    """The sentence's only time, where it stands in no clause of its own that another story could be told in."""
    above = desk.governing(clause)
    if clause.link == "gerund" and above is not None and (above.lemma in OBJECT_GERUND or clause.marker == "for"):
        return None  # "was fined on Monday for refusing to stop"
    if len(owners) != 1 or clause.link in {"relative", "adverbial", "participle"} or clause.marker in _FROM_THERE:
        return None
    index, who = next(iter(owners.items()))
    if who is None:
        return index, "only time of sentence", 0.8
    earlier = clause.perfect and (clause.past or clause.link == "that")
    earlier = earlier or (clause.link == "to" and clause.form == "participle" and above is not None and above.perfect)
    ahead = clause.modal and desk.parse.clauses[who].lemma in SPEECH  # "will withdraw, the general said on Friday"
    turned = _turns(desk, *sorted((clause.verb, desk.parse.clauses[who].verb)))
    other = turned or clause.lemma in SPEECH or _tells_another_story(desk, who) or _is_apart(desk, clause, who, index)
    if earlier or ahead or other or _is_by_now(clause, desk.parse.clauses[who]):
        return None
    if desk.parse.clauses[who].lemma in SPEECH and _is_past(clause) and desk.parse.clauses[who].verb > clause.verb:
        return _of_report(desk, clause, who, owners)  # "stole two rings, he wrote on Sunday"
    return index, "only time of sentence", 0.8


def _is_apart(desk: Desk, clause: Clause, who: int, index: int) -> bool:
    """Whether both stand on their own in the sentence, and the time's is no cue: two captions run together."""
    other = desk.parse.clauses[who]
    if clause.verb < other.verb and _is_apart_by_comma(desk, clause, other, index):
        return True
    return clause.link == other.link == "main" and clause is not other and other.lemma not in SPEECH


def _tells_another_story(desk: Desk, number: int) -> bool:
    """Whether a clause, or one on which it hangs, is told on its own: "which is expected to land on Friday"."""
    for _ in range(_STEPS):
        clause = desk.parse.clauses[number]
        if clause.link in _OWN_STORY or (clause.link == "coordination" and clause.path != "shared"):
            return True
        if clause.parent is None:
            return False
        number = clause.parent
    return False


def _before_when(desk: Desk, clause: Clause, owners: dict[int, int | None]) -> int | None:
    """ "since 2011, when rebels overthrew …": the time stands right before "when"."""
    if clause.marker not in {"when", "where"}:
        return None
    for index, time in usable(desk):
        token = token_of(desk, time)
        words = [t.norm for t in desk.tokens[token : clause.start + 1]]
        if index in owners and token < clause.start and any(w == "when" for w in words) and len(words) < 8:
            return index
    return None
