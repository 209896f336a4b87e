"""Where it was: two sources that tell the same deed of the same people on one day, at different towns.

A town and the region or country around it are no disagreement, and neither are two names where one of the articles
knows both: it may tell the same place more closely.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from briefgen.cluster.desk import Desk
from briefgen.cluster.tellings import FILLS_ROLE, Telling
from briefgen.model.data import data_text
from briefgen.model.knowledge import Citation, Disagreement, Event, Ref, Side
from briefgen.model.names import slug

TOWNS = frozenset(("capital", "city", "town"))
MOST = 40  # tellings of one deed by one of its people that are compared


@cache
def towns() -> frozenset[str]:
    """The names of the cities and towns of the world table that the reading knows."""
    text = data_text("briefgen.extract", "lexicon/world/world.tsv")
    rows = (line.split("\t") for line in text.split("\n") if line and line[0] != "#")
    return frozenset(name for kind, main, _, others in rows if kind in TOWNS for name in (main, *others.split("|")))


def find(desk: Desk, events: Sequence[Event]) -> Iterator[Disagreement]:
    """One disagreement for every event of which two sources give different towns."""
    of_ref = {ref: event.id for event in events for account in event.accounts for ref in account.mentions}
    found: dict[str, dict[str, set[Citation]]] = defaultdict(lambda: defaultdict(set))
    for left, right in pairs(desk, of_ref):
        event = min(of_ref[left.ref], of_ref[right.ref])
        for telling in (left, right):
            found[event][desk.name(telling.place_ids[0])].add(desk.lines[telling.line].citation)
    for event, places in sorted(found.items()):
        sides = tuple(Side(place, tuple(sorted(cited))) for place, cited in sorted(places.items()))
        yield Disagreement(slug(f"where {event}"), "where it was", "place", sides, event=event)


def pairs(desk: Desk, of_ref: dict[Ref, str]) -> Iterator[tuple[Telling, Telling]]:
    """The pairs of tellings that differ in the town only."""
    blocks: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in desk.tellings:
        if telling.ref in of_ref and telling.score >= FILLS_ROLE and len(telling.place_ids) == 1:
            for entity in sorted(telling.participants):
                blocks[telling.deed, entity].append(telling)
    seen = set()
    for _, tellings in sorted(blocks.items()):
        for place, left in enumerate(tellings[:MOST]):
            for right in tellings[place + 1 : MOST]:
                if (left.ref, right.ref) not in seen and differ(desk, left, right):
                    seen.add((left.ref, right.ref))
                    yield left, right


def differ(desk: Desk, left: Telling, right: Telling) -> bool:
    """Whether two sources tell one deed of the same people on one day, at two towns of which neither knows both."""
    if left.source == right.source or desk.one_voice(left.source, right.source):
        return False
    a, b = desk.when(left), desk.when(right)
    same = left.doers == right.doers and left.sufferers == right.sufferers and left.status == right.status
    if not (same and len(left.participants) > 1 and a.day and b.day and a.first == b.first):
        return False
    here, there = left.place_ids[0], right.place_ids[0]
    apart = here != there and all(desk.name(one) in towns() for one in (here, there))
    return apart and there not in desk.about[left.source][1] and here not in desk.about[right.source][1]
