"""What came before an event and what came after it: in the whole briefing, and for everybody who took part."""

from collections.abc import Iterable

from msgspec import Struct

from briefgen.compose.catalogue import Catalogue, Telling
from briefgen.compose.parts import Link
from briefgen.compose.sheet import Sheet
from briefgen.model.site import EventRecord

# For how many of those who took part a page tells what came before and after.
ACTORS = 4


class Neighbour(Struct, frozen=True):
    """The event before or after."""

    event: Link
    "Its title."
    date: str
    "When."


class Around(Struct, frozen=True):
    """What came before an event and what after it, for one who took part."""

    actor: Link
    "Who."
    before: Neighbour | None
    "The event before, by date."
    after: Neighbour | None
    "The event after, by date."


class Course:
    """Dated events in order of time; of those that one sentence tells of one day, the first."""

    def __init__(self, catalogue: Catalogue, chronological: Iterable[EventRecord]) -> None:
        tellings: dict[Telling, EventRecord] = {}
        for event in chronological:
            if event.date:
                tellings.setdefault(catalogue.tellings[event.id], event)
        self._heads = list(tellings.values())
        self._places = {telling: at for at, telling in enumerate(tellings)}
        self._tellings = catalogue.tellings

    def around(self, sheet: Sheet, event: EventRecord) -> tuple[Neighbour | None, Neighbour | None]:
        """The event before and the one after; none for what has no date."""
        at = self._places.get(self._tellings[event.id]) if event.date else None
        if at is None:
            return None, None
        before = self._heads[at - 1] if at else None
        after = self._heads[at + 1] if at + 1 < len(self._heads) else None
        return _neighbour(sheet, before), _neighbour(sheet, after)


class Courses:
    """The course of the whole briefing and of every actor with a page."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.whole = Course(catalogue, catalogue.chronological)
        self._of = {
            id_: Course(catalogue, events) for id_, events in catalogue.events_of.items() if catalogue.actors[id_].page
        }

    def of_actors(self, sheet: Sheet, event: EventRecord) -> tuple[Around, ...]:
        """Before and after for those who took part, where it is not what the whole briefing has there."""
        whole = self.whole.around(sheet, event)
        found = []
        for id_ in dict.fromkeys(participant.id for participant in event.actors):
            before, after = self._of[id_].around(sheet, event) if id_ in self._of else (None, None)
            before, after = before if before != whole[0] else None, after if after != whole[1] else None
            if before or after:
                found.append(Around(sheet.actor(id_), before, after))
        return tuple(found[:ACTORS])


def _neighbour(sheet: Sheet, event: EventRecord | None) -> Neighbour | None:
    return Neighbour(sheet.short_event(event.id), sheet.words.date(event.date)) if event and event.date else None
