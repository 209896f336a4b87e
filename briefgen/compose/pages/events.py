"""The index of events: the most told first."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.cards import event_cards
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import EventCard, Head, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Page
from briefgen.sockets import PageKind


class EventsPage(Struct, frozen=True):
    """Every event by weight."""

    head: Head
    title: str
    "The page's title."
    events: tuple[EventCard, ...]
    "Those that weigh most in the sources, first."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one index of events."""
    route = folder("events")
    sheet = Sheet(catalogue, route)
    title = sheet.words("nav.events")
    cards = event_cards(sheet, catalogue.data.events)
    yield Page(
        KIND.name, KIND.template, route, EventsPage(sheet.head(title, section="events"), title, cards, sheet.notes())
    )


KIND = PageKind("events", "events.html", EventsPage, make)
