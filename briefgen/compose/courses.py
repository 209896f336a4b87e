"""What came before an event and what came after it: in the whole briefing, and for everybody who took part."""

from collections.abc import Iterable

from msgspec import Struct

from briefgen.compose.catalogue import Catalogue, Telling
from briefgen.compose.parts import Link
from briefgen.compose.sheet import Sheet
from briefgen.model.site import EventRecord

# Of how many who took part a page looks what came before and after, and how many events it names on either side.
ACTORS = 6
EVENTS = 4


class Neighbour(Struct, frozen=True):
    """An event before or after: the nearest of the briefing, or the nearest of somebody who took part in both."""

    event: Link
    "Its title."
    date: str
    "When."
    actors: tuple[Link, ...]
    "Whose nearest event it is; nobody's where it is only the briefing's."


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

    def before(self, event: EventRecord) -> EventRecord | None:
        """The event before; none for what has no date."""
        at = self._place(event)
        return self._heads[at - 1] if at else None

    def after(self, event: EventRecord) -> EventRecord | None:
        """The event after; none for what has no date."""
        at = self._place(event)
        return self._heads[at + 1] if at is not None and at + 1 < len(self._heads) else None

    def _place(self, event: EventRecord) -> int | None:
        return self._places.get(self._tellings[event.id]) if event.date else None


class Courses:
    """The course of the whole briefing and of every actor with a page."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.whole = Course(catalogue, catalogue.chronological)
        self._of = {
            id_: Course(catalogue, events) for id_, events in catalogue.events_of.items() if catalogue.actors[id_].page
        }

    def before(self, sheet: Sheet, event: EventRecord) -> tuple[Neighbour, ...]:
        """The events before, the nearest first, each once with all whose nearest it is."""
        near = {id_: course.before(event) for id_, course in self._courses(event)}
        return _neighbours(sheet, self.whole.before(event), near, backwards=True)

    def after(self, sheet: Sheet, event: EventRecord) -> tuple[Neighbour, ...]:
        """The events after, the nearest first, each once with all whose nearest it is."""
        near = {id_: course.after(event) for id_, course in self._courses(event)}
        return _neighbours(sheet, self.whole.after(event), near, backwards=False)

    def _courses(self, event: EventRecord) -> list[tuple[str, Course]]:
        """Those who took part, the first few."""
        ids = dict.fromkeys(participant.id for participant in event.actors if participant.id in self._of)
        return [(id_, self._of[id_]) for id_ in list(ids)[:ACTORS]]


def _neighbours(
    sheet: Sheet, nearest: EventRecord | None, near: dict[str, EventRecord | None], backwards: bool
) -> tuple[Neighbour, ...]:
    found = {one.id: one for one in (nearest, *near.values()) if one}
    ids = sorted(found, key=lambda id_: sheet.catalogue.rank["events", id_], reverse=backwards)
    return tuple(
        Neighbour(
            sheet.event(id_),
            sheet.words.date(found[id_].date or ""),
            tuple(sheet.actor(actor) for actor, event in near.items() if event and event.id == id_),
        )
        for id_ in ids[:EVENTS]
    )
