"""Participants: who did it, to whom, and who else has a part in it."""

from collections import defaultdict
from collections.abc import Mapping

from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.tellings import FILLS_ROLE, Telling
from briefgen.model.knowledge import Participant, Role

VIOLENT = frozenset(("ASSAULT", "ACCUSE", "COERCE"))
STRICTER = 0.90  # what a part in violence or an accusation needs when it names a person, unless two voices give it

MANY = 4  # articles that tell one event

NAMED = 0.60  # how sure it must be who took part, if it happened at all, for anybody to be named

ROLES: tuple[Role, ...] = ("agent", "patient", "participant")


def participants(desk: Desk, group: Group) -> tuple[Participant, ...]:
    """Each entity once, in the part that most speaks for; a part that is not sure enough is "participant"."""
    votes: dict[str, dict[Role, float]] = defaultdict(lambda: defaultdict(float))
    heard: dict[str, set[str]] = defaultdict(set)
    for telling in group.tellings:
        for entity in sorted(telling.participants):
            heard[entity].add(desk.voices[telling.source])
    for telling in group.tellings:
        for entity, role in sorted(parts_in(telling)):
            sure = telling.score >= needed(desk, entity, telling, len(heard[entity]))
            votes[entity][role if sure else "participant"] += telling.score
    for speaker in group.speakers:
        votes[speaker]["agent"] += 1.0
    for entity in shared(desk, group):
        votes[entity]["participant"] += 0.5
    found = [Participant(e, strongest(roles)) for e, roles in votes.items() if not is_aside(group, e)]
    return tuple(sorted(found, key=lambda p: (ROLES.index(p.role), -sum(votes[p.entity].values()), p.entity)))


def is_aside(group: Group, entity: str) -> bool:
    """Whether only one of many articles names somebody, and only as owner of what has a part ("two X members")."""
    sources = {telling.source for telling in group.tellings}
    naming = {telling.source for telling in group.tellings if entity in telling.participants}
    as_owner = all(entity not in {*t.agents, *t.patients} for t in group.tellings)
    return len(sources) >= MANY and len(naming) == 1 and as_owner and entity not in group.speakers


def shared(desk: Desk, group: Group) -> list[str]:
    """For sentences without a frame: the entities that all of them name."""
    if group.tellings or not group.lines:
        return []
    return sorted(frozenset.intersection(*(frozenset(desk.lines[line].entities) for line, _ in group.lines)))


def parts_in(telling: Telling) -> set[tuple[str, Role]]:
    """The parts that one telling gives; none where it is too unsure who took part."""
    if telling.score < NAMED * telling.sure:
        return set()
    rows: tuple[tuple[tuple[str, ...], Role], ...] = (
        (telling.agents, "agent"),
        (telling.patients, "patient"),
        (telling.others, "participant"),
    )
    return {(entity, role) for entities, role in rows for entity in entities}


def needed(desk: Desk, entity: str, telling: Telling, voices: int) -> float:
    """The score from which a telling gives an entity its part."""
    person = entity in desk.entities and desk.entities[entity].type == "person"
    return STRICTER if person and voices < 2 and VIOLENT & set(telling.types) else FILLS_ROLE


def strongest(roles: Mapping[Role, float]) -> Role:
    """The part with most votes; a sure part before none."""
    sure = [role for role in ROLES[:2] if role in roles]
    return max(sure, key=lambda r: roles[r]) if sure else "participant"
