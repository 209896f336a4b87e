"""Who did it: sources that tell one event with different doers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefgen.cluster.desk import Desk
from briefgen.cluster.tellings import FILLS_ROLE, Telling
from briefgen.model.knowledge import Citation, Disagreement, Event, Ref, Side
from briefgen.model.names import slug


def find(desk: Desk, events: Sequence[Event]) -> Iterator[Disagreement]:
    """One disagreement for every event told with one trigger and one victim, but with other doers."""
    by_ref: dict[Ref, Telling] = {t.ref: t for t in desk.tellings}
    for event in events:
        told: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
        for account in event.accounts:
            for ref in account.mentions:
                telling = by_ref[ref]
                if telling.agents and telling.patients and telling.score >= FILLS_ROLE:
                    told[telling.agents].append(telling)
        if clash(desk, told):
            sides = tuple(
                Side(", ".join(desk.name(a) for a in agents), citations(desk, tellings))
                for agents, tellings in sorted(told.items())
            )
            yield Disagreement(slug(f"who did it {event.id}"), "who did it", "agent", sides, event=event.id)


def clash(desk: Desk, told: dict[tuple[str, ...], list[Telling]]) -> bool:
    """Whether two sources give doers that have nothing to do with each other."""
    rows = sorted(told.items())
    for place, (left, ours) in enumerate(rows):
        for right, theirs in rows[place + 1 :]:
            apart = not (desk.kin(frozenset(left)) & set(right) or desk.kin(frozenset(right)) & set(left))
            if apart and any(same_deed(a, b) for a in ours for b in theirs):
                return True
    return False


def same_deed(left: Telling, right: Telling) -> bool:
    """Whether two sources tell the same deed of force done to the same: two may well accuse or praise one."""
    if "force" not in left.families & right.families:
        return False
    return left.source != right.source and left.lemma == right.lemma and bool(set(left.patients) & set(right.patients))


def citations(desk: Desk, tellings: Sequence[Telling]) -> tuple[Citation, ...]:
    """The sentences of some tellings."""
    return tuple(sorted({desk.lines[t.line].citation for t in tellings}))
