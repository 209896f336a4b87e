"""When a noun's event was: in its phrase or behind it, else with its clause."""

from briefgen.extract.events.owners import owner, time_at, token_of, usable
from briefgen.extract.events.sentence import Desk
from briefgen.extract.events.times import BEFORE_WHEN, JUDGED, Hit, of_clause
from briefgen.model.syntax import Clause, Phrase

_BEGINNING = frozenset("begin start erupt break occur happen take come".split())
# What these do is of the time of what they do it in.
_OF_ITS_OBJECT = frozenset("win lose hold contest host stage boycott rig stand run".split())
_JUDGING = frozenset(
    "condemn denounce deplore decry criticise criticize praise welcome hail applaud regret mourn protest".split()
)


def of_noun(desk: Desk, phrase: Phrase, number: int | None) -> Hit | None:
    """The time of a noun's event: in its phrase or behind it, else that of its clause."""
    end = phrase.end
    for slot in desk.slots_after(phrase.head):
        end = slot.phrases[-1].end
    charge = number is not None and _is_charge(desk, phrase, desk.parse.clauses[number])
    last = phrase.head if charge or _is_judging(desk, phrase, number) else end
    for index, time in usable(desk):
        token = token_of(desk, time)
        within = phrase.start <= token <= last
        if within and not _is_of_another(desk, token, phrase) and not _is_since(desk, token):
            return index, "time in phrase", 1.0
    if charge:
        return None
    for n, clause in enumerate(desk.parse.clauses):
        if (
            clause.lemma in _BEGINNING
            and clause.link == "relative"
            and any(p.head == phrase.head for p in clause.subject)
        ):
            for index, time in usable(desk):
                if owner(desk, token_of(desk, time)) == n:
                    return index, "time of its beginning", 0.95
    if number is None or not _shares_time(desk, phrase, number):
        return None
    hit = of_clause(desk, number)
    if hit is None or (hit[1] != BEFORE_WHEN and _is_since(desk, token_of(desk, time_at(desk, hit[0])))):
        return None
    return hit[0], hit[1], min(hit[2], 0.85)


def _is_charge(desk: Desk, phrase: Phrase, clause: Clause) -> bool:
    """Whether the noun is what somebody is charged with: "was convicted of assault last year"."""
    slots = (s for s in clause.slots if s.preposition in {"of", "with", "for"})
    return clause.lemma in JUDGED and any(p.head == phrase.head for s in slots for p in s.phrases)


def _is_judging(desk: Desk, phrase: Phrase, number: int | None) -> bool:
    """Whether the sentence's only time, behind the noun, is of what its verb thinks of it: "condemned the bombing of
    the embassy on Sunday".
    """
    if number is None or len(usable(desk)) != 1:
        return False
    clause = desk.parse.clauses[number]
    return clause.past and clause.lemma in _JUDGING and any(p.head == phrase.head for p in clause.objects)


def _is_since(desk: Desk, token: int) -> bool:
    """Whether a time is only that since or until when: "the first attack on an embassy since 1998"."""
    return token > 0 and desk.tokens[token - 1].norm.lower() in {"since", "until", "till"}


def _is_of_another(desk: Desk, token: int, phrase: Phrase) -> bool:
    """Whether a time only tells which other thing is meant: "an inquiry into the 2016 election"."""
    return any(p.start <= token < p.head and p.head != phrase.head and not p.temporal for p in desk.parse.phrases)


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
        if clause.lemma in JUDGED:
            return False  # "was charged on Thursday in the killing of a doctor"
        # "announced on Friday the arrest of a man in the killing": the killing is no setting of the announcement.
        hosts = {clause.verb, *(p.head for p in (*clause.objects, *clause.subject))}
        hosts |= {s.phrases[-1].head for s in clause.slots if s.after in hosts and s.preposition != "of"}
        settings = (s for s in clause.slots if s.preposition in _SETTINGS and (s.after in hosts or s.at < clause.verb))
        return any(p.head == phrase.head for s in settings for p in s.phrases)
    told = clause.subject if clause.lemma == "follow" else (*clause.subject, *clause.objects)
    return clause.lemma in _TELLING and any(p.head == phrase.head for p in told)


def in_noun(desk: Desk, clause: Clause, noun: Phrase) -> Hit | None:
    """The date that stands in the noun phrase of a verb's event: "won the 2016 election"."""
    if clause.lemma not in _OF_ITS_OBJECT or noun.owner is not None:
        return None
    for index, time in usable(desk):
        if noun.start <= token_of(desk, time) < noun.head:
            return index, "time in phrase", 0.95
    return None
