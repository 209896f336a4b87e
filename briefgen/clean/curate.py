"""The editor's notes on sources, laid over what the articles say of themselves."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from briefgen.model.site import Note, Settings
from briefgen.model.text import Document, Field, Published


def curate(documents: Iterable[Document], notes: Iterable[Note], settings: Settings) -> tuple[Document, ...]:
    """The documents with their notes' fields; the hidden ones are left out.

    A source is hidden by ``hide: true`` in its note, or, where no note says otherwise, by the site's default.
    """
    by_id = {note.id: note for note in notes if note.kind == "sources"}
    curated = (_lay(document, by_id.get(document.id), settings) for document in documents)
    return tuple(document for document in curated if document is not None)


def _lay(document: Document, note: Note | None, settings: Settings) -> Document | None:
    hide = note.get("hide") if note else None
    if (hide or str(settings.visibility == "hidden").lower()) == "true":
        return None
    if note is None:
        return document
    changes: dict[str, Any] = {}
    for name in ("title", "publisher", "author"):
        if value := note.get(name):
            stated: Field | None = getattr(document, name)
            changes[name] = stated if stated and stated.value == value else Field(value)
    for name in ("url", "archive_url", "language"):
        if value := note.get(name):
            changes[name] = value
    if value := note.get("date"):
        changes["published"] = Published(value, "editor", None, f"given by the editor in {note.path}")
    return replace(document, **changes) if changes else document
