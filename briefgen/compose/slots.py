"""Who took part in an event and who is quoted about it, each with the passage that says so."""

from collections.abc import Iterable

from msgspec import Struct

from briefgen.compose.catalogue import Cited, held
from briefgen.compose.parts import CitationView, Link
from briefgen.compose.sheet import Sheet
from briefgen.model.site import EventRecord

ROLES = ("agent", "patient", "participant", "speaker")
# An actor and its passage, before it is cited.
Filling = tuple[str, Cited]


class Slot(Struct, frozen=True):
    """An actor in an event."""

    actor: Link
    "Who."
    citation: CitationView
    "The passage that says so."


def fillings(sheet: Sheet, event: EventRecord) -> dict[str, list[Filling]]:
    """The actors by role, each with the first account that names it, and everybody who is quoted, once."""
    found: dict[str, list[Filling]] = {role: [] for role in ROLES}
    for participant in event.actors:
        citation = next(
            (c for c in event.citations if participant.id in sheet.catalogue.named(c.source, c.start, c.end)),
            event.citations[0],
        )
        found[participant.role].append((participant.id, citation))
    speakers: dict[str, Cited] = {}
    for statement in sheet.catalogue.said_in.get(event.id, ()):
        if statement.speaker and statement.speaker not in speakers:
            speakers[statement.speaker] = held(statement.citation, event)
    found["speaker"] = list(speakers.items())
    return found


def slots(sheet: Sheet, filled: Iterable[Filling]) -> tuple[Slot, ...]:
    """The actors with their citations."""
    return tuple(Slot(sheet.actor(id_), sheet.cite(citation)) for id_, citation in filled)
