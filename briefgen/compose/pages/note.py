"""Pages that the editor wrote: ``content/pages/<id>.md`` becomes ``<id>/``."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import Head, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Page
from briefgen.sockets import PageKind


class NotePage(Struct, frozen=True):
    """A page that the editor wrote."""

    head: Head
    title: str
    "Its title."
    note_html: str
    "Its text."
    notes: tuple[SourceNote, ...]
    "The sources that it cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """A page for every note in ``content/pages``."""
    for note in catalogue.notes.own_pages:
        route = folder(note.id)
        sheet = Sheet(catalogue, route)
        title = sheet.note_title(note)
        html = sheet.authored("pages", note.id)
        yield Page(KIND.name, KIND.template, route, NotePage(sheet.head(title), title, html, sheet.notes()))


KIND = PageKind("note", "note.html", NotePage, make)
