"""When: the time expression that belongs to an event's clause."""

from bisect import bisect_left

from briefgen.extract.events.sentence import Desk
from briefgen.extract.events.standing import IMPLICATIVE, NEGATIVE
from briefgen.extract.syntax.chunks import CALENDAR
from briefgen.extract.syntax.items import OBJECT_GERUND, SPEECH
from briefgen.model import dates
from briefgen.model.annotation import TimeExpression
from briefgen.model.syntax import Clause, Phrase

_BEGINNING = frozenset("begin start erupt break occur happen take come".split())

# Verbs that look ahead: what follows with "by" is a term set.
_AHEAD = frozenset(
    "promise vow pledge agree order urge demand ask want call plan give tell request require expect undertake".split()
)
# What these put off or stretch, they do not do on the day that "to" or "from" names.
_MOVING = frozenset("postpone adjourn delay extend reschedule defer prolong move push shift bring put suspend".split())
# Verbs that call people to what their object names: "called an election for June".
_CALLING = frozenset("call plan schedule organise organize set fix arrange".split())

# What these do is of the time of what they do it in.
_OF_ITS_OBJECT = frozenset("win lose hold contest host stage boycott rig stand run".split())
# Clauses with a story of their own: their times stay inside.
_OWN_STORY = frozenset({"relative", "adverbial", "gerund", "participle", "that", "to"})
_POINTING = frozenset("same previous following next other".split())
_TURNS = frozenset("but then later before subsequently yet earlier previously".split())
_LATER = frozenset({"day", "week", "month", "year"})
_STEPS = 5

Hit = tuple[int, str, float]
"""A time's index, how it was found, and the factor for that."""


def of_clause(desk: Desk, number: int) -> Hit | None:
    """The time of a verb's event: in its clause, in an infinitive below it, when it was announced, or the sentence's
    only one.

    What happened takes no time to come, and what is to come only its own.
    """
    clause = desk.parse.clauses[number]
    past, open_ = _is_past(clause), _is_open(desk, clause)
    tokens = {i: _token(desk, t) for i, t in usable(desk)}
    if past:
        tokens = {
            i: k for i, k in tokens.items() if _is_called(desk, k, clause) or not lies_ahead(desk, _time(desk, i))
        }
    owners = {i: owner(desk, token) for i, token in tokens.items() if not in_phrase(desk, token)}
    owners = {i: who for i, who in owners.items() if not _is_term(desk, tokens[i], clause, who)}
    own = [i for i, who in owners.items() if who == number]
    if own:
        nearest = min(own, key=lambda i: (abs(tokens[i] - clause.verb), i))
        return nearest, "time in clause", 1.0
    if _has_unknown_time(desk, number) or _is_timeless(clause):
        return None
    hit = _near(desk, number, owners) or _above(desk, number, owners) or _only(desk, clause, owners)
    return hit if hit is None or not open_ or lies_ahead(desk, _time(desk, hit[0])) else None


def _has_unknown_time(desk: Desk, number: int) -> bool:
    """Whether the verb has a time of its own that no date tells: "was arrested the same day and charged on Friday"."""
    phrases = (p for p in desk.parse.phrases if p.temporal and desk.tokens[p.start].norm.lower() in {"the", "that"})
    pointing = (p for p in phrases if any(desk.lemma(i) in _POINTING for i in range(p.start + 1, p.end)))
    return any(owner(desk, p.start) == number for p in pointing)


def _near(desk: Desk, number: int, owners: dict[int, int | None]) -> Hit | None:
    """The time of a clause that tells of the same moment: "when", an infinitive that was done, a verb joined to it."""
    clause = desk.parse.clauses[number]
    for i, who in owners.items():
        if who is not None and desk.parse.clauses[who].parent == number and _is_same_time(desk.parse.clauses[who]):
            return i, "time of when-clause", 0.95
    before = _before_when(desk, clause, owners)
    if before is not None:
        return before, "time before when", 0.95
    for i, who in owners.items():
        if who is None or desk.parse.clauses[who].parent != number:
            continue
        other = desk.parse.clauses[who]
        if other.link == "to" and other.form == "infinitive" and not other.perfect:
            return i, "time in infinitive", 0.9
        joined = other.link == "coordination" and other.path == "shared" and clause.link in {"main", "that"}
        if joined and not _turns(desk, clause.verb, other.verb):
            return i, "time in joined clause", 0.85
        fronted = other.link == other.path == "participle" and other.verb < clause.verb
        if fronted and not (other.passive or other.perfect):
            return i, "time in participle", 0.9  # "Speaking on Monday, she announced"
    return None


def _is_past(clause: Clause) -> bool:
    """Whether the verb tells what has taken place."""
    reduced = clause.form == "participle" and clause.passive and clause.lemma not in _CALLING | _AHEAD
    return (clause.past or clause.perfect or reduced) and not clause.modal and clause.form != "infinitive"


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


def lies_ahead(desk: Desk, time: TimeExpression) -> bool:
    """Whether a time comes after the article's day, or by its own words where that is not known."""
    words = time.text.lower().split()
    if words[:1] in (["next"], ["tomorrow"], ["coming"]) or words[:2] == ["the", "coming"]:
        return True
    published = desk.analysis.document.published.value
    if time.edtf is not None and published:
        return dates.bounds(time.edtf)[0] > dates.bounds(published)[1]
    anchor = time.anchor
    return time.edtf is None and anchor is not None and (anchor.direction > 0 or anchor.shift > 0)


def is_ahead(desk: Desk, hit: Hit | None) -> bool:
    """Whether the time that was found is still to come."""
    return hit is not None and lies_ahead(desk, _time(desk, hit[0]))


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
            return None if _turns(desk, other.verb, clause.verb) else found
    return None


def _above(desk: Desk, number: int, owners: dict[int, int | None]) -> Hit | None:
    """The time of the clause that this one is joined to, or under which it was announced."""
    clause = desk.parse.clauses[number]
    current = clause
    before = _beside(desk, number, owners)
    if before is not None:
        return before, "time of joined verb", 0.85
    for _ in range(4):
        reduced = current.link == "participle" and (current.path == "relative" or current.passive)
        elsewhen = current.link == "gerund" and current.marker not in {"by", "while", "in", "when", "on", "with"}
        charged = current.link == "gerund" and current.parent is not None
        if charged and desk.parse.clauses[current.parent or 0].lemma in OBJECT_GERUND:
            return None  # "charged on Tuesday with destroying": that was earlier
        if current.parent is None or reduced or elsewhen or current.link in {"relative", "adverbial"}:
            return None
        reported = current.link == "that" and (current.perfect or current.progressive)
        if reported or _turns(desk, desk.parse.clauses[current.parent].verb, current.verb):
            return None  # "said on Friday that it had signed": that was earlier
        number = current.parent
        times = next((i for i, who in owners.items() if who == number), None)
        times = _beside(desk, number, owners) if times is None else times
        if times is not None:
            return times, "time of announcing" if current.link == "that" else "time of joined verb", 0.85
        current = desk.parse.clauses[number]
    return None


def _only(desk: Desk, clause: Clause, owners: dict[int, int | None]) -> Hit | None:
    """The sentence's only time, where it stands in no clause of its own that another story could be told in."""
    above = desk.governing(clause)
    if clause.link == "gerund" and above is not None and above.lemma in OBJECT_GERUND:
        return None
    if len(owners) != 1 or clause.link in {"relative", "adverbial", "participle"}:
        return None
    index, who = next(iter(owners.items()))
    if who is None:
        return index, "only time of sentence", 0.8
    earlier = clause.perfect and (clause.past or clause.link == "that")
    if desk.parse.clauses[who].lemma in SPEECH and (clause.modal or earlier):
        return None  # "will withdraw, the general said on Friday"
    turned = _turns(desk, *sorted((clause.verb, desk.parse.clauses[who].verb)))
    if turned or clause.lemma in SPEECH or _tells_another_story(desk, who) or _is_apart(desk, clause, who):
        return None
    return index, "only time of sentence", 0.8


def _is_apart(desk: Desk, clause: Clause, who: int) -> bool:
    """Whether both stand on their own in the sentence, and the time's is no cue: two captions run together."""
    other = desk.parse.clauses[who]
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


def of_noun(desk: Desk, phrase: Phrase, number: int | None) -> Hit | None:
    """The time of a noun's event: in its phrase or behind it, else that of its clause."""
    end = phrase.end
    for slot in desk.slots_after(phrase.head):
        end = slot.phrases[-1].end
    for index, time in usable(desk):
        token = _token(desk, time)
        if phrase.start <= token <= end:
            return index, "time in phrase", 1.0
    for n, clause in enumerate(desk.parse.clauses):
        if (
            clause.lemma in _BEGINNING
            and clause.link == "relative"
            and any(p.head == phrase.head for p in clause.subject)
        ):
            for index, time in usable(desk):
                if owner(desk, _token(desk, time)) == n:
                    return index, "time of its beginning", 0.95
    if number is None or not _shares_time(desk, phrase, number):
        return None
    hit = of_clause(desk, number)
    return None if hit is None else (hit[0], hit[1], min(hit[2], 0.85))


_SETTINGS = frozenset({"in", "during", "on", "with", "by", "at", "amid"})
_TELLING = frozenset(
    """
        occur happen begin start come erupt continue end last resume lead kill wound injure leave mark destroy hold
        have stage make launch take injure be hit open follow conclude break announce resume
        collapse fail stall shake rock cause
        """.split()
)


def _shares_time(desk: Desk, phrase: Phrase, number: int) -> bool:
    """Whether a noun's event is of the time of its clause: its subject or object where that tells it, or its setting.

    "condemned the attack on Sunday" dates the condemning, "after the attack" something later.
    """
    clause = desk.parse.clauses[number]
    if any(p.head == phrase.head for s in clause.slots for p in s.phrases):
        if clause.lemma in {"lead", "result", "culminate", "end"}:
            return True
        return any(s.preposition in _SETTINGS and any(p.head == phrase.head for p in s.phrases) for s in clause.slots)
    return clause.lemma in _TELLING and any(p.head == phrase.head for p in (*clause.subject, *clause.objects))


def usable(desk: Desk) -> list[tuple[int, TimeExpression]]:
    """Dates and times of day; durations, sets and vague references date nothing."""
    return [(i, t) for i, t in desk.times if t.type in {"DATE", "TIME"} and not t.value.endswith("_REF")]


def owner(desk: Desk, token: int) -> int | None:
    """The clause that a time at a token belongs to."""
    clauses = desk.parse.clauses
    if _dates_a_noun(desk, token) or in_phrase(desk, token):
        return None
    before = [n for n, c in enumerate(clauses) if c.verb < token]
    inside = [n for n in before if token < clauses[n].end]
    if inside:
        return inside[-1]
    if not before:
        return next((n for n, c in enumerate(clauses) if c.link in {"main", "that"} and c.form == "finite"), None)
    ahead = [n for n, c in enumerate(clauses) if c.start <= token < c.verb]
    if ahead:
        return ahead[0]
    leading = _leading(desk, token)
    return leading if leading is not None else before[-1]


def in_noun(desk: Desk, clause: Clause, noun: Phrase) -> Hit | None:
    """The date that stands in the noun phrase of a verb's event: "won the 2016 election"."""
    if clause.lemma not in _OF_ITS_OBJECT or noun.owner is not None:
        return None
    for index, time in usable(desk):
        if noun.start <= _token(desk, time) < noun.head:
            return index, "time in phrase", 0.95
    return None


def in_phrase(desk: Desk, token: int) -> bool:
    """Whether the date only tells which one is meant: "the 2016 election", "Monday's ruling", "the vote of 2019"."""
    if token + 1 < len(desk.tokens) and desk.tokens[token + 1].form == "POS":
        return True
    if any(p.start <= token < p.head and not p.temporal for p in desk.parse.phrases):
        return True
    if desk.lemma(token) == "the" and token + 1 < len(desk.tokens):
        following = desk.tokens[token + 1]
        if following.lemma in CALENDAR or following.form == "CD":
            return True  # "the March 11, 2005, attack"
    for slot in desk.parse.slots:
        if slot.preposition == "of" and slot.phrases[0].start <= token < slot.phrases[-1].end and slot.after >= 0:
            return desk.tokens[slot.after].tag == "NOUN" and slot.phrases[0].temporal
    return False


def _is_term(desk: Desk, token: int, clause: Clause, who: int | None) -> bool:
    """Whether the time only bounds what the verb tells: "closed until Friday", "promised tents by Friday", "postponed
    to June", "called an election for June" (unless the election is what is told).
    """
    before = desk.lemma(token - 1) if token else ""
    owning = desk.parse.clauses[who] if who is not None else clause
    bounds = {
        "until": not owning.negated,
        "till": not owning.negated,
        "for": not _is_called(desk, token, clause),
        "before": True,
        "after": True,
        "since": clause.perfect and _counts(desk, clause),  # "have killed forty since Friday"
        "to": owning.lemma in _MOVING,
        "from": owning.lemma in _MOVING,
        "by": clause.lemma in _AHEAD,
    }
    return bounds.get(before, False) or _is_from(desk, token)


def _counts(desk: Desk, clause: Clause) -> bool:
    """Whether a number of people or things do it, or have it done to them."""
    return any(desk.tokens[i].form == "CD" for p in (*clause.subject, *clause.objects) for i in range(p.start, p.end))


def _is_called(desk: Desk, token: int, clause: Clause) -> bool:
    """Whether a verb calls what its object names for that day: "called an election for June"."""
    return clause.lemma in _CALLING and bool(clause.objects) and token > 0 and desk.lemma(token - 1) == "for"


def _is_from(desk: Desk, token: int) -> bool:
    """Whether the time only tells from when another day is counted: "a week after the vote on Friday"."""
    hosts = {p.head: slot for slot in desk.parse.slots for p in slot.phrases}
    inner = hosts.get(token) or next(
        (s for s in desk.parse.slots if s.phrases[0].start <= token < s.phrases[0].end), None
    )
    outer = hosts.get(inner.after) if inner is not None else None
    return outer is not None and outer.preposition == "after" and outer.at > 0 and desk.lemma(outer.at - 1) in _LATER


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


def _before_when(desk: Desk, clause: Clause, owners: dict[int, int | None]) -> int | None:
    """ "since 2011, when rebels overthrew …": the time stands right before "when"."""
    if clause.marker not in {"when", "where"}:
        return None
    for index, time in usable(desk):
        token = _token(desk, time)
        words = [t.norm for t in desk.tokens[token : clause.start + 1]]
        if index in owners and token < clause.start and any(w == "when" for w in words) and len(words) < 8:
            return index
    return None


def _time(desk: Desk, index: int) -> TimeExpression:
    return desk.analysis.times[index]


def _token(desk: Desk, time: TimeExpression) -> int:
    """The first token of a time expression."""
    return bisect_left(desk.tokens, time.start, key=lambda token: token.start)
