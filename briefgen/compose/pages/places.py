"""Places: where the sources put the events, a place with its events in order of time."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.cards import river
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import Head, Link, River, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.site import EventRecord, Page
from briefgen.sockets import PageKind

# How many places the page tells in full, and how many events of each; the others are named with their events.
MOST = 60
EVENTS = 40
UNDATED = 20
# So many places need no list to jump to them.
SHORT = 3


class PlaceView(Struct, frozen=True):
    """A place with its events."""

    id: str
    "Anchor on the page."
    place: Link
    "Its name, leading to its page where it is an actor, too."
    count: str
    'How many events are put there: "3 events".'
    events: River
    "The events, in order of time."


class PlaceLine(Struct, frozen=True):
    """A place of which there is little to tell."""

    place: Link
    "Its name, leading to its page where it is an actor, too."
    events: tuple[Link, ...]
    "The events that are put there."


class PlacesPage(Struct, frozen=True):
    """Where it happened."""

    head: Head
    title: str
    "The page's title."
    jump: tuple[Link, ...]
    "The places, to jump to; empty where the page is short."
    places: tuple[PlaceView, ...]
    "The places with most events first."
    also: tuple[PlaceLine, ...]
    "The other places, where there are many."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one page of places; nothing where no event names one."""
    found = _by_place(catalogue)
    if not found:
        return
    sheet = Sheet(catalogue, folder("places"))
    title = sheet.words("places.title")
    keys = sorted(found, key=lambda key: (-len(found[key][1]), found[key][0].casefold()))
    views = tuple(_view(sheet, f"p-{n}", key, *found[key]) for n, key in enumerate(keys[:MOST], 1))
    also = tuple(PlaceLine(_link(sheet, key, found[key][0]), _links(sheet, found[key][1])) for key in keys[MOST:])
    jump = tuple(Link(view.place.label, f"#{view.id}") for view in views) if len(views) > SHORT else ()
    head = sheet.head(title, sheet.words("places.lead"))
    view = PlacesPage(head, title, jump, views, also, sheet.notes())
    yield Page(KIND.name, KIND.template, sheet.route, view)


def places_link(sheet: Sheet) -> Link | None:
    """The way to the page of places; nothing where there is none."""
    if not any(event.places for event in sheet.catalogue.data.events):
        return None
    return Link(sheet.words("places.title"), sheet.href(folder("places")))


def _by_place(catalogue: Catalogue) -> dict[str, tuple[str, list[EventRecord]]]:
    """By country or spelling, the name of the place and its events, the weightiest first.

    Spellings of one country are one place; other names are places as they are spelt.
    """
    countries = {
        plain(form.text).casefold(): actor
        for actor in catalogue.data.actors
        if actor.type == "country"
        for form in actor.forms
    }
    found: dict[str, tuple[str, list[EventRecord]]] = {}
    for event in catalogue.data.events:
        for name in map(plain, event.places):
            country = countries.get(name.casefold())
            key, label = (country.id, country.name) if country else (f"={name.casefold()}", name)
            events = found.setdefault(key, (label, []))[1]
            if event not in events[-1:]:
                events.append(event)
    return found


def _view(sheet: Sheet, id_: str, key: str, name: str, events: list[EventRecord]) -> PlaceView:
    count = sheet.words.count("count.events", len(events))
    return PlaceView(id_, _link(sheet, key, name), count, river(sheet, events, EVENTS, UNDATED))


def _link(sheet: Sheet, key: str, name: str) -> Link:
    return Link(name) if key.startswith("=") else sheet.actor(key)


def _links(sheet: Sheet, events: list[EventRecord]) -> tuple[Link, ...]:
    return tuple(sheet.short_event(event.id) for event in events)


KIND = PageKind("places", "places.html", PlacesPage, make)
