"""The last step of every event rule: places, quotation, score, and the value itself."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import prod
from operator import attrgetter

from msgspec import Struct

from briefgen.extract.events.places import locations
from briefgen.extract.events.sentence import Desk
from briefgen.extract.events.times import REPORTED, Hit
from briefgen.model.annotation import EventMention, EventStatus, EventType, Factors
from briefgen.model.syntax import Slot
from briefgen.model.text import Span

# Frames less sure than this want the day or the place of the event beside them.
BROAD = 0.7
QUOTED = 0.6
NOBODY = 0.62
# What is only claimed of a named person, if it is a crime, is shown as little as possible.
OF_PERSON = 0.7
_CRIMES = frozenset({"ASSAULT", "COERCE"})
BARE_NOUN = 0.5
_TOPICAL = frozenset({"discuss", "debate"})


class Draft(Struct, frozen=True, kw_only=True, gc=False):
    """An event before the last step; ``extent`` and ``trigger`` are tokens, the trigger's last one included.

    ``factors`` speak of whether it happened, ``roles`` of who took part; ``counted``: nobody is named, but so many
    people are told of.  ``spoken``: the event is the speaking itself, by a known speaker, so that quotation marks do
    not weaken it.
    """

    extent: tuple[int, int]
    trigger: tuple[int, int]
    type: EventType
    lemma: str
    rule: str
    status: EventStatus
    agents: tuple[int, ...]
    patients: tuple[int, ...]
    slots: tuple[Slot, ...] = ()
    time: Hit | None = None
    factors: Factors
    roles: Factors = ()
    counted: bool = False
    spoken: bool = False


def made(desk: Desk, draft: Draft) -> EventMention:
    """The event of a draft."""
    tokens = desk.tokens
    span = Span(tokens[draft.trigger[0]].start, tokens[draft.trigger[1]].end)
    quoted = not draft.spoken and inside(desk.analysis.quoted, span.start)
    weights = [*draft.factors]
    if quoted:
        weights.append(("quoted", QUOTED))
    topical = draft.lemma in _TOPICAL  # "discussed the war in Chad": it is the war that is there
    slots = [s for s in draft.slots if not topical or s.after < 0 or tokens[s.after].tag != "NOUN"]
    places = locations(desk, slots, (*draft.agents, *draft.patients))
    dated = draft.time is not None and draft.rule.startswith("verb:")  # a noun's time may be its clause's
    anchored = draft.agents or draft.patients or places or dated or draft.counted
    if not anchored:
        weights.append(("nobody named", NOBODY if draft.rule.startswith("verb:") else BARE_NOUN))
    if draft.status == "actual" and draft.factors[0][1] < BROAD and draft.time is None and not places:
        weights.append(("neither day nor place", 0.9))
    if draft.type in _CRIMES and any(name == "claimed" for name, _ in draft.factors) and _names_person(desk, draft):
        weights.append(("claimed of a person", OF_PERSON))
    # How the time was found says nothing about whether it happened, so it is noted and not counted.
    notes = [*weights, *([(draft.time[1], 1.0)] if draft.time is not None and draft.time[2] < 1 else [])]
    chains = {desk.analysis.mentions[i].chain for i in draft.agents}
    return EventMention(
        tokens[min(draft.extent[0], draft.trigger[0])].start,
        tokens[max(draft.extent[1] - 1, draft.trigger[1])].end,
        span,
        draft.lemma,
        draft.type,
        desk.number,
        draft.agents,
        tuple(p for p in draft.patients if desk.analysis.mentions[p].chain not in chains),
        places,
        draft.time[0] if draft.time is not None else None,
        draft.status,
        quoted,
        f"events {draft.rule}",
        _product(weights),
        tuple(notes),
        _product(draft.roles),
        tuple(draft.roles),
        draft.time is not None and draft.time[1] == REPORTED,
    )


def _names_person(desk: Desk, draft: Draft) -> bool:
    return any(desk.analysis.mentions[i].type == "person" for i in draft.agents)


def _product(factors: Iterable[tuple[str, float]]) -> float:
    return round(max(0.0, min(1.0, prod([weight for _, weight in factors]))), 2)


def inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset stands inside one of the spans, which are in order."""
    at = bisect_right(spans, offset, key=attrgetter("start")) - 1
    return at >= 0 and spans[at].start <= offset < spans[at].end
