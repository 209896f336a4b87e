"""Event frames: which verb or noun tells what type of event, and where its participants stand.

``lexicon/en/frames/*.yaml`` has one file a type and one line a frame; the keys of a line:

    verb, noun   lemmas with "|" between; a particle after the verb ("carry out")
    object       for verbs that mean little by themselves ("launch"): lemmas of the objects that make the event
    prep         prepositions of which one must follow ("for" in "call for")
    then         "to", "that" or "ing": what must follow the verb
    next         lemmas of which one must be the verb that follows
    mood         "refused": only where somebody will not do it
    by           lemmas of which one must head the subject; here and in object "@person", "@people", "@place",
                 "@country", "@organization" and "@other" stand for any mention of that kind
    bare         yes: the verb needs no object
    patient      places of the patient in order of preference: object, a preposition, "owner", "modifier"
    agent        the same for the agent; a verb's agent is its subject
    both         yes: what "with", "and" and "between" join are both sides of one event
    need         nouns: places of which one must be filled
    not          lemmas of an object, modifier or slot, prepositions, or kinds with "@", with which the word means
                 something else
    score        how sure the frame is by itself, where it is not the usual .95 for verbs and .85 for nouns
    yes, no      a sentence in which it must be found, and one in which it must not; read by the tests alone
"""

from collections.abc import Collection
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from briefgen.model.annotation import EventType
from briefgen.model.data import data_text

TYPES: tuple[EventType, ...] = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT", "OTHER",
)  # fmt: skip
_LIGHT_PATIENT = ("on", "against", "with", "to", "at", "in", "into", "for", "of", "over")
_NOUN_AGENT = ("owner", "by", "modifier")
_NOUN_PATIENT = ("of", "on", "against", "with")


class Line(Struct, frozen=True, forbid_unknown_fields=True):
    """A frame as it is written down."""

    yes: str
    no: str
    verb: str = ""
    noun: str = ""
    object: str = ""
    prep: str = ""
    then: str = ""
    next: str = ""
    mood: str = ""
    by: str = ""
    bare: str = ""
    patient: str = ""
    agent: str = ""
    both: str = ""
    need: str = ""
    not_: str = msgspec.field(default="", name="not")
    score: float = 0.0


class Frame(Struct, frozen=True):
    """A frame as it is matched."""

    name: str
    type: EventType
    particle: str
    objects: frozenset[str]
    prep: frozenset[str]
    then: str
    next: frozenset[str]
    mood: str
    by: frozenset[str]
    bare: bool
    agent: tuple[str, ...]
    patient: tuple[str, ...]
    both: bool
    need: frozenset[str]
    blockers: frozenset[str]
    score: float
    asks: tuple[frozenset[str], ...]
    "Sets of lemmas of which each must have one in the sentence: what is told without looking at places."
    line: Line


class Frames(Struct, frozen=True):
    """All frames by the lemma that calls them up, the more particular ones first."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    asked: dict[str, frozenset[str]]
    "Of the verbs without a frame for itself: lemmas of which one must be in the sentence if any frame is to fit."


@cache
def frames() -> Frames:
    """The committed frames, read once."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    for kind in TYPES:
        for line in read(kind):
            frame = _frame(kind, line)
            table = verbs if line.verb else nouns
            for word in (line.verb or line.noun).split("|"):
                lemma, _, particle = word.strip().partition(" ")
                named = replace(frame, name=_name(line, lemma, particle), particle=particle)
                table.setdefault(lemma, []).append(named)
    return Frames(
        {lemma: tuple(sorted(found, key=_particular)) for lemma, found in verbs.items()},
        {lemma: tuple(sorted(found, key=_particular)) for lemma, found in nouns.items()},
        {
            lemma: frozenset().union(*(frame.asks[0] for frame in found))
            for lemma, found in verbs.items()
            if all(frame.asks for frame in found)
        },
    )


def read(kind: EventType) -> list[Line]:
    """The lines of one type."""
    import yaml

    source = data_text("briefgen.extract", f"lexicon/en/frames/{kind.lower()}.yaml")
    # The base loader keeps all scalars text ("on" and "yes" too) and makes no objects.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    rows: list[dict[str, Any]] = yaml.load(source, Loader=loader) or []  # noqa: S506
    return msgspec.convert(rows, list[Line], strict=False)


def _frame(kind: EventType, line: Line) -> Frame:
    """The frame of a line, without the lemma that calls it up."""
    objects = frozenset(line.object.split())
    if line.verb:
        patient = tuple(line.patient.split()) or (_LIGHT_PATIENT if objects else ("object",))
        agent = tuple(line.agent.split()) or ("subject",)
    else:
        patient = tuple(line.patient.split()) or _NOUN_PATIENT
        agent = tuple(line.agent.split()) or _NOUN_AGENT
    return Frame(
        "",
        kind,
        "",
        objects,
        frozenset(line.prep.split()),
        line.then,
        frozenset(line.next.split()),
        line.mood,
        frozenset(line.by.split()),
        bool(line.bare) or bool(line.prep or line.then),
        agent,
        patient,
        bool(line.both),
        frozenset(line.need.split()),
        frozenset(line.not_.split()),
        line.score or (0.95 if line.verb else 0.85),
        tuple(frozenset(words) for words in (objects, line.by.split(), line.next.split()) if _is_plain(words)),
        line,
    )


def _is_plain(words: Collection[str]) -> bool:
    """Whether all words are lemmas of tokens: no kinds, none put together ("not-guilty")."""
    return bool(words) and not any(word.startswith(("@", "not-")) for word in words)


def _name(line: Line, lemma: str, particle: str) -> str:
    """What a frame is called: its lemma with the first word of each thing that it asks for."""
    by, prep, object_ = (words.split(maxsplit=1)[:1] for words in (line.by, line.prep, line.object))
    words = [line.mood, *by, lemma, particle, *prep, *object_, line.then]
    return f"{'verb' if line.verb else 'noun'}:{' '.join(filter(None, words))}"


def _particular(frame: Frame) -> tuple[bool, ...]:
    """Frames that ask for more come first."""
    return (
        not frame.mood,
        not (frame.by and (frame.objects or not frame.bare)),
        not frame.objects,
        not frame.particle,
        not frame.then,
        not frame.prep,
    )
