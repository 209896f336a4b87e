"""Disagreements: where the sources tell it differently.  One kind a file, one line here; nothing says who is right."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import structs

from briefgen.cluster.desk import Desk
from briefgen.cluster.disagreements import agents, backers, dates, figures, holders, places
from briefgen.model.knowledge import Disagreement, Event

KINDS = (backers.find, figures.find, dates.find, agents.find, holders.find, places.find)


def disagreements(desk: Desk, events: Sequence[Event]) -> tuple[Disagreement, ...]:
    """All disagreements, ordered by id; ids are unique."""
    found = [item for find in KINDS for item in find(desk, events)]
    holders_of: dict[str, list[Disagreement]] = defaultdict(list)
    for item in found:
        holders_of[item.id].append(item)
    unique = []
    for id_, items in sorted(holders_of.items()):
        # Two of one name are about two things: the thing's id tells them apart.
        for item in items:
            about = item.event or item.entity or item.kind
            unique.append(item if len(items) == 1 else structs.replace(item, id=f"{id_}-{about}"[:120]))
    return tuple(sorted({item.id: item for item in unique}.values(), key=lambda item: item.id))
