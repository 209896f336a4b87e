"""The index of events: the most told first."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.cards import event_card, rest, tellings
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import EventCard, Head, Link, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Page
from briefgen.sockets import PageKind

# How many tellings the page has room for; the timeline has them all.
MOST = 100


class EventsPage(Struct, frozen=True):
    """Events by weight."""

    head: Head
    title: str
    "The page's title."
    events: tuple[EventCard, ...]
    "Those that weigh most in the sources, first."
    rest: Link | None
    "Where the others are, when there are more."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one index of events."""
    route = folder("events")
    sheet = Sheet(catalogue, route)
    title = sheet.words("nav.events")
    groups = tellings(catalogue, catalogue.data.events)
    cards = tuple(event_card(sheet, *group) for group in groups[:MOST])
    more = rest(sheet, "event.rest", sum(map(len, groups[MOST:])), "timeline/index.html")
    view = EventsPage(sheet.head(title, section="events"), title, cards, more, sheet.notes())
    yield Page(KIND.name, KIND.template, route, view)


KIND = PageKind("events", "events.html", EventsPage, make)
