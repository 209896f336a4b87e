"""Events: what happened, by whom it is told, and what the editor's notes say instead."""

from briefgen.compose.data.texts import Texts
from briefgen.compose.notes import Notes
from briefgen.compose.routes import folder
from briefgen.compose.text import plain
from briefgen.model.dates import is_valid
from briefgen.model.knowledge import Corpus, Event
from briefgen.model.site import EventRecord, Note, ParticipantRecord


def events(corpus: Corpus, notes: Notes, texts: Texts, known: frozenset[str]) -> tuple[EventRecord, ...]:
    """All events but the hidden ones, heaviest first, ties by id."""
    records = [
        _record(event, notes.of("events", event.id), texts, known)
        for event in corpus.chronicle.events
        if event.accounts and not notes.hides("events", event.id)
    ]
    return tuple(sorted(records, key=lambda record: (-record.weight, record.id)))


def _record(event: Event, note: Note | None, texts: Texts, known: frozenset[str]) -> EventRecord:
    title = plain(texts.exact(event.title)).rstrip(" .,;:–—-")
    date, basis, reason = event.date, event.date_basis, event.date_reason
    if note:
        title = plain(note.get("title") or title)
        if note.get("date"):
            date, basis, reason = note.get("date"), "editor", ""
    if date is None or not is_valid(date):
        date, basis, reason = None, "unknown", ""
    return EventRecord(
        id=event.id,
        title=title,
        types=event.types,
        date=date,
        date_basis=basis,
        date_reason=reason,
        places=tuple(dict.fromkeys(plain(place) for place in event.places)),
        actors=tuple(ParticipantRecord(p.entity, p.role) for p in event.participants if p.entity in known),
        citations=tuple(texts.cite_event(account.citation, account.trigger) for account in event.accounts),
        voices=event.voices,
        weight=round(event.weight, 4),
        status=event.status,
        page=folder("events", event.id).url,
    )
