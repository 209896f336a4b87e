"""The last step of every event rule: places, quotation, score, and the value itself."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import prod

from briefgen.extract.rules import events_roles as roles
from briefgen.extract.rules.events_sentence import Desk
from briefgen.extract.rules.events_times import Hit
from briefgen.model.annotation import EventMention, EventStatus, EventType
from briefgen.model.syntax import Slot
from briefgen.model.text import Span

QUOTED = 0.6
NOBODY = 0.75


def made(
    desk: Desk,
    extent: tuple[int, int],
    trigger: tuple[int, int],
    kind: EventType,
    lemma: str,
    rule: str,
    status: EventStatus,
    agents: tuple[int, ...],
    patients: tuple[int, ...],
    slots: Iterable[Slot],
    time: Hit | None,
    factors: Sequence[tuple[str, float]],
    spoken: bool = False,
) -> EventMention:
    """The event; ``extent`` and ``trigger`` are tokens, the trigger's last one included.

    ``spoken``: the event is the speaking itself, by a known speaker, so that quotation marks do not weaken it.
    """
    tokens = desk.tokens
    span = Span(tokens[trigger[0]].start, tokens[trigger[1]].end)
    quoted = not spoken and inside(desk.analysis.quoted, span.start)
    weights = [*factors]
    if quoted:
        weights.append(("quoted", QUOTED))
    if not agents and not patients:
        weights.append(("nobody named", NOBODY))
    score = round(max(0.0, min(1.0, prod(weight for _, weight in weights))), 2)
    # How the time was found says nothing about whether it happened, so it is noted and not counted.
    notes = [*weights, *([(time[1], 1.0)] if time is not None and time[2] < 1 else [])]
    return EventMention(
        tokens[min(extent[0], trigger[0])].start,
        tokens[max(extent[1] - 1, trigger[1])].end,
        span,
        lemma,
        kind,
        desk.number,
        agents,
        tuple(p for p in patients if p not in agents),
        roles.locations(desk, slots, (*agents, *patients)),
        time[0] if time is not None else None,
        status,
        quoted,
        f"events {rule}",
        score,
        tuple(notes),
    )


def inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset stands inside one of the spans, which are in order."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].start <= offset < spans[at].end
