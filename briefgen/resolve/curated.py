"""What a person decided: curated actor notes and judgements.  They win over every rule."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefgen.model.knowledge import EntityType, Judgement
from briefgen.model.names import slug
from briefgen.model.site import Note
from briefgen.resolve.groups import Groups, Proposal
from briefgen.resolve.profiles import Profile
from briefgen.resolve.spelling import key

ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organization", "country", "place", "other")


class Pin(Struct, frozen=True):
    """What a note fixes about an entity."""

    id: str
    name: str | None
    type: EntityType | None
    profiles: tuple[int, ...]


class Curated:
    """Notes and judgements, looked up against the profiles."""

    def __init__(self, items: Sequence[Profile], notes: Sequence[Note], judgements: Sequence[Judgement]) -> None:
        self.by_name: dict[str, list[int]] = defaultdict(list)
        for index, profile in enumerate(items if notes or judgements else ()):
            for name in {profile.key, key(profile.name), slug(profile.name)}:
                self.by_name[name].append(index)
        self.judgements = judgements
        actors = sorted((n for n in notes if n.kind == "actors"), key=lambda n: n.id)
        self.pins = tuple(self.pin(note) for note in actors)

    def pin(self, note: Note) -> Pin:
        """A note as a pin: all profiles whose name is the note's id, its name or one of its aliases."""
        name = note.get("name")
        names = [key(text) for text in (name, *note.all("aliases")) if text]
        found = {i for text in (note.id, *names) for i in self.by_name.get(text, ())}
        type_ = next((t for t in ENTITY_TYPES if t == note.get("type")), None)
        return Pin(note.id, name, type_, tuple(sorted(found)))

    def look_up(self, text: str) -> list[int]:
        """The profiles that a judgement's side means: by the id of a note, by id, by name."""
        pinned = next((pin for pin in self.pins if pin.id == text), None)
        return list(pinned.profiles) if pinned else self.by_name.get(key(text)) or self.by_name.get(text, [])

    def forbid(self, groups: Groups) -> None:
        """Lay the "not the same" judgements, and keep different notes apart."""
        for judgement in self.judgements:
            if not judgement.same:
                for left in self.look_up(judgement.left):
                    for right in self.look_up(judgement.right):
                        groups.forbid(left, right)
        firsts = [pin.profiles[0] for pin in self.pins if pin.profiles]
        for number, left in enumerate(firsts):
            for right in firsts[number + 1 :]:
                groups.forbid(left, right)

    def join(self, groups: Groups) -> None:
        """Join what notes and judgements say is one; a prohibition by a person still stands."""
        for left, right, rule in self.unions():
            groups.join(Proposal(-1.0, left, right, rule, 1.0), force=True)

    def unions(self) -> Iterable[tuple[int, int, str]]:
        """The pairs of profiles that a person joined."""
        for pin in self.pins:
            for profile in pin.profiles[1:]:
                yield pin.profiles[0], profile, "name or alias in a curated note"
        for judgement in self.judgements:
            sides = [*self.look_up(judgement.left), *self.look_up(judgement.right)]
            if judgement.same:
                for profile in sides[1:]:
                    yield sides[0], profile, "judgement"
