"""Who holds a place: sources that tell of one place on one day with different sides in the part of the doer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefgen.cluster.desk import Desk
from briefgen.cluster.tellings import Telling
from briefgen.model.knowledge import Disagreement, Event, Side
from briefgen.model.names import slug

TAKING = frozenset(
    ("seize", "capture", "take", "retake", "recapture", "regain", "control", "hold", "occupy", "liberate", "overrun")
)


def find(desk: Desk, events: Sequence[Event]) -> Iterator[Disagreement]:
    """One disagreement for every place that two sources say different sides took or hold at the same time."""
    at: dict[str, list[Telling]] = defaultdict(list)
    for telling in desk.tellings:
        if telling.lemmas & TAKING and telling.agents and telling.status == "actual":
            for entity in {*telling.patients, *telling.place_ids}:
                known = desk.entities.get(entity)
                if known and known.type == "place":
                    at[entity].append(telling)
    for place in sorted(at):
        if any(opposed(desk, a, b) for a in at[place] for b in at[place]):
            topic = f"who holds {desk.name(place)}"
            sides: dict[str, list[Telling]] = defaultdict(list)
            for telling in at[place]:
                sides[", ".join(desk.name(a) for a in telling.agents)].append(telling)
            yield Disagreement(
                slug(topic),
                topic,
                "outcome",
                tuple(
                    Side(who, tuple(sorted({desk.lines[t.line].citation for t in tellings})))
                    for who, tellings in sorted(sides.items())
                ),
                entity=place,
            )


def opposed(desk: Desk, left: Telling, right: Telling) -> bool:
    """Whether two sources name different sides for the same days."""
    a, b = desk.when(left), desk.when(right)
    if left.source == right.source or not (a.known and b.known) or a.first > b.last or b.first > a.last:
        return False
    return not (desk.kin(left.doers) & right.doers or desk.kin(right.doers) & left.doers)
