"""Deeds: which words name one and the same deed, and what befell people where nobody acts.  See the lexicon."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from briefgen.model.annotation import EventType
from briefgen.model.data import data_text
from briefgen.model.regex import regex

SOME = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens some several many few rebel dissident "
    "breakaway".split()
)
PARTICLE = regex(r"^\w+ (off|out|up|down|over|back|away|on|upon)\b")
TOLL, TOLL_REACH = regex(r"\b(?:death )?toll\b|\bdeaths\b"), 70  # what a count of victims begins with
RISES = frozenset(
    ("rise", "climb", "reach", "pass", "top", "stand", "increase", "jump", "grow", "hit", "toll", "death toll")
)
COUNTS = regex(r"\b(?:death )?toll\b|\bnumber of (?:the )?(?:dead|deaths|victims|people killed)\b")
HARMED = frozenset(("kill", "injure"))
BY_NOW = regex(r"\d.*\b(?:have|has|had) (?:been )?\w+$|\bnumber of .*\w+$")
IN_ALL = regex(
    r" (?:so far )?(?:in|during|since) (?:the |this |these )?(?:[\w-]+ ){0,2}?"
    r"(?:protests|demonstrations|clashes|unrest|violence|fighting|war|conflict|uprising|revolt|crackdown|outbreak|epidemic)\b"
)
SEVERAL = regex(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|many|other|more|repeated|previous|earlier)"
    r"(?: (?!people\b)[a-z-]+)?? ([a-z]{3,})s\b"
)
NEXT = regex(r"\w+ (\w+)")
BROUGHT_IN, BEFORE_NOUN = regex(r"\b(?:an?|another|second|third|new)(?: [\w.,-]+){0,4} $"), 40
SUBJECT = 8  # characters between a noun and the verb of which it is the subject
STEM = 5  # letters
ACTS = frozenset(("ASSAULT", "COERCE"))  # types of deeds with a doer, even where nobody says who


class Deeds(Struct, frozen=True):
    """The lexicon: classes by word, verbs of phases, event nouns, happenings by a pattern of their nouns."""

    classes: Mapping[str, str]
    holds: frozenset[str]
    ends: frozenset[str]
    plans: frozenset[str]
    events: Mapping[str, str]
    happenings: Mapping[str, str]
    nouns: re.Pattern[str]
    hints: tuple[str, ...]  # one of these stands in every noun of a happening
    harm: frozenset[str]
    singular: frozenset[str]
    once: frozenset[str]
    of_life: frozenset[str]
    whom: frozenset[str]
    named: frozenset[str]
    known: frozenset[str]
    grave: frozenset[str]
    private: frozenset[str]
    gone: frozenset[str]
    state: frozenset[str]
    outside: frozenset[str]
    seats: frozenset[str]
    around: frozenset[str]
    counted: frozenset[str]
    senses: Mapping[tuple[str, str], str]


@cache
def deeds() -> Deeds:
    """The lexicon, read once."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = data_text("briefgen.cluster", "lexicon/en/deeds.yaml")
    table = yaml.load(source, loader)  # noqa: S506 - a safe loader either way
    happenings = {noun: name for name, nouns in table["happenings"].items() for noun in nouns}
    return Deeds(
        classes={word: name for name, line in table["deeds"].items() for word in line["words"]},
        holds=frozenset(table["holds"]),
        ends=frozenset(table["ends"]),
        plans=frozenset(table["plans"]),
        events=table["events"],
        happenings=happenings,
        nouns=re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, happenings), key=len, reverse=True)) + r")\b"),
        hints=tuple(noun for noun in happenings if not any(other in noun for other in happenings if other != noun)),
        harm=frozenset(table["harm"]),
        singular=frozenset((*table["singular"], *table["happenings"])),
        once=frozenset(table["once"]),
        of_life=frozenset(table["of_life"]),
        whom=frozenset(table["whom"]),
        named=frozenset(table["named"]),
        known=frozenset(table["known"]),
        grave=frozenset((*table["grave"], *table["happenings"])),
        private=frozenset(table["private"]),
        gone=frozenset(table["gone"]),
        state=frozenset(table["state"]),
        outside=frozenset(table["outside"]),
        seats=frozenset(table["seats"]),
        around=frozenset(table["around"]),
        counted=frozenset(table["counted"]),
        senses={(word, type_): name for word, types in table["senses"].items() for type_, name in types.items()},
    )


@lru_cache(maxsize=1 << 14)
def deed(lemma: str, type_: EventType, trigger: str, frame: str = "") -> str:
    """The class of a deed by its lemma, the words from its trigger on and the frame that read it; else the lemma.

    The particle belongs to the verb: who calls off a strike does not call it.
    """
    words = deeds()
    verb, _, noun = lemma.partition(" ")
    particle = PARTICLE.match(trigger.lower())
    phrase = f"{verb} {particle[1]}" if particle else verb
    event = words.events.get(noun)
    if sense := words.senses.get((verb, type_)):
        return sense
    if phrase in words.ends and noun:
        return f"end {event or noun}"
    if event and phrase in words.plans:
        return f"plan {event}"
    if event and phrase in words.holds:
        return event
    if verb == "call" and type_ == "REQUEST" and not noun:
        return words.classes["call on"]
    following = NEXT.match(trigger.lower())
    complement = f"{verb} {following[1]}" if following else verb  # "found guilty"
    found = (words.classes.get(name) for name in (lemma, phrase if particle else lemma, complement, frame))
    to_whom = words.classes.get(verb, "") if not particle else ""
    bare = to_whom if to_whom in words.whom else phrase if particle else lemma
    return next((name for name in found if name), bare)


def happening(lemma: str, type_: EventType, sentence: str, at: int) -> tuple[str, bool]:
    """What befell people: the kind of the noun nearest to a verb of harm, and whether it is brought in ("a quake").

    Where somebody acts, the noun must be what acts: "the fever killed".
    """
    words = deeds()
    text = sentence.lower()
    if lemma not in words.harm and words.classes.get(lemma) not in words.harm:
        counts = "toll" in text or "deaths" in text
        if not (counts and TOLL.search(text, max(0, at - TOLL_REACH), at)):
            return "", False
    found = [
        (abs(noun.start() - at), noun.start(), words.happenings[noun[0]])
        for noun in words.nouns.finditer(text)
        if type_ not in ACTS or 0 < at - noun.end() < SUBJECT
    ]
    if not found:
        return "", False
    _, start, name = min(found)
    return name, bool(BROUGHT_IN.search(text[max(0, start - BEFORE_NOUN) : start]))


def is_toll(lemma: str, clause: str, after: str = "") -> bool:
    """Whether a clause up to its trigger tells how many have died by now: it says nothing of when they did.

    ``after`` is the clause from there on: "302 had been killed in the protests".
    """
    if lemma in RISES:
        return COUNTS.search(clause.lower()) is not None
    if deeds().classes.get(lemma) not in HARMED:
        return False
    return bool(BY_NOW.search(clause.lower()) and IN_ALL.match(after.lower()))


def is_several(lemma: str, clause: str, at: int) -> bool:
    """Whether a clause counts what its trigger, ending there, names: "three strikes", "rejected two offers"."""
    known = deeds()
    words = {word[:STEM] for word in lemma.split() if word in known.classes or word in known.events}
    reach = len(clause) if " " in lemma else at
    return any(
        (found.end() <= reach and found[1][:STEM] in words) or (found.start() >= at and found[1] in known.counted)
        for found in SEVERAL.finditer(clause.lower())
    )


def acts_for(words: str, of_person: bool = False) -> bool:
    """Whether those whom some words describe act for whom they belong to: "troops", not "former head", "lawyers", "two
    senators" or, of a person, "aides".
    """
    known, found = deeds(), words.lower().replace("ex-", "ex ").split()
    last = found[-1] if found else ""
    forms = {last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("ies") + "y"}
    if known.private & forms or known.gone & set(found) or (of_person and known.around & forms):
        return False
    return not (known.seats & forms and any(word in SOME or word.isdigit() for word in found[:-1]))
