"""Places: where the sources put the events, a place with its events in order of time."""

from collections.abc import Iterator, Sequence
from itertools import chain, count

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.cards import river, tellings
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.paging import Pager, fill, numbered, spread
from briefgen.compose.parts import Head, Link, River, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.names import slug
from briefgen.model.site import ActorRecord, EventRecord, Page
from briefgen.sockets import PageKind

# The page tells all events of all places where they are no more than this.  Where they are more it tells the weightiest
# of the first places, and names those of the others; a place with more than these has pages of its own.
ROOM = 100
EVENTS = 6
UNDATED = 2
# How many events the lines of a page name in all, and of one place.
NAMED = 300
EACH = 6
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

    id: str
    "Anchor on the page."
    place: Link
    "Its name, leading to its page where it is an actor, too."
    events: tuple[Link, ...]
    "The events that are put there, the weightiest first."
    rest: Link | None
    "Where all of them are, when there are more."


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
    pager: Pager
    "The way to the pages beside it."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


class Place(Struct, frozen=True):
    """A place with all that the sources put there."""

    name: str
    "As the sources spell it, or the country's name."
    actor: str
    "The actor that it is; empty where it is none."
    slug: str
    "The folder of its own pages."
    events: tuple[EventRecord, ...]
    "The weightiest first."
    tellings: int
    "How many entries they make in a list."

    @property
    def large(self) -> bool:
        """Whether a briefing of many places tells it on pages of its own."""
        return self.tellings > EVENTS

    @property
    def id(self) -> str:
        """Its anchor on the page of places."""
        return f"place-{self.slug}"


class Whereabouts:
    """Where each place is told, looked up by the names that events have for it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._countries = _countries(catalogue)
        places = found_places(catalogue)
        many = too_many(places)
        full, runs = _laid_out(places, many)
        pages = [(place, 1) for place in full] + [(place, n) for n, run in enumerate(runs, 1) for place in run]
        self._routes = {
            (place.actor, "" if place.actor else place.name.casefold()): (folder(KIND.name, place.slug), "")
            if many and place.large
            else (numbered((KIND.name,), number), place.id)
            for place, number in pages
        }

    def links(self, sheet: Sheet, event: EventRecord) -> tuple[Link, ...]:
        """The places of an event as it spells them, each leading to what else happened there."""
        return tuple(Link(name, sheet.href(*self._routes[self._key(name)])) for name in event.places)

    def _key(self, name: str) -> tuple[str, str]:
        """The country that a name is, else the name."""
        country = self._countries.get(name.casefold())
        return (country.id, "") if country else ("", name.casefold())


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The page of places, where there are many over several pages; nothing where no event names one."""
    places = found_places(catalogue)
    many = too_many(places)
    full, runs = _laid_out(places, many)
    for number, run, sheet, way in spread(catalogue, (KIND.name,), runs if places else ()):
        yield _page(sheet, full if number == 1 else (), run, many, way)


def _laid_out(places: Sequence[Place], many: bool) -> tuple[Sequence[Place], Sequence[Sequence[Place]]]:
    """The places that the first page tells in full, and those that each page names."""
    full = places if not many else places[: ROOM // (EVENTS + UNDATED)]
    lines = places[len(full) :]
    return full, fill(lines, [1 + min(len(place.events), EACH) for place in lines], NAMED) or [()]


def _page(sheet: Sheet, full: Sequence[Place], named: Sequence[Place], many: bool, way: Pager) -> Page:
    """A page with places told in full and places named."""
    title = sheet.words("places.title")
    views = tuple(_view(sheet, place, many) for place in full)
    jump = tuple(Link(view.place.label, f"#{view.id}") for view in views) if len(views) > SHORT else ()
    head = sheet.head(title, sheet.words("places.lead"))
    also = tuple(_line(sheet, place) for place in named)
    view = PlacesPage(head, title, jump, views, also, way, sheet.notes())
    return Page(KIND.name, KIND.template, sheet.route, view)


def places_link(sheet: Sheet) -> Link | None:
    """The way to the page of places; nothing where there is none."""
    if not any(event.places for event in sheet.catalogue.data.events):
        return None
    return Link(sheet.words("places.title"), sheet.href(folder("places")))


def too_many(places: Sequence[Place]) -> bool:
    """Whether the places have more events than one page tells."""
    return sum(place.tellings for place in places) > ROOM


def found_places(catalogue: Catalogue) -> list[Place]:
    """The places with their events, those with most first.

    Spellings of one country are one place; other names are places as they are spelt.
    """
    countries = _countries(catalogue)
    found: dict[tuple[str, str], tuple[str, dict[str, EventRecord]]] = {}
    for event in catalogue.data.events:
        for name in map(plain, event.places):
            country = countries.get(name.casefold())
            key, label = ((country.id, ""), country.name) if country else (("", name.casefold()), name)
            found.setdefault(key, (label, {}))[1].setdefault(event.id, event)
    taken: set[str] = set()
    places = []
    for key in sorted(found, key=lambda key: (-len(found[key][1]), found[key][0].casefold(), key)):
        name, events = found[key][0], tuple(found[key][1].values())
        base = slug(name) or "place"
        free = next(one for one in chain([base], (f"{base}-{n}" for n in count(2))) if one not in taken)
        taken.add(free)
        places.append(Place(name, key[0], free, events, len(tellings(catalogue, events))))
    return places


def _countries(catalogue: Catalogue) -> dict[str, ActorRecord]:
    """The countries of the briefing by all their spellings."""
    countries = (actor for actor in catalogue.data.actors if actor.type == "country")
    return {plain(form.text).casefold(): actor for actor in countries for form in actor.forms}


def _view(sheet: Sheet, place: Place, many: bool) -> PlaceView:
    number = sheet.words.count("count.events", len(place.events))
    most = (EVENTS, UNDATED) if many else (ROOM, ROOM)
    events = river(sheet, place.events, *most)
    return PlaceView(place.id, _link(sheet, place), number, replace(events, rest=_rest(sheet, place) if many else None))


def _line(sheet: Sheet, place: Place) -> PlaceLine:
    rest = _rest(sheet, place)
    shown = place.events[:EACH] if rest else place.events
    return PlaceLine(place.id, _link(sheet, place), tuple(sheet.short_event(event.id) for event in shown), rest)


def _rest(sheet: Sheet, place: Place) -> Link | None:
    """The way to a place's own pages, where it has any."""
    if not place.large:
        return None
    return Link(sheet.words.count("count.all-events", len(place.events)), sheet.href(folder(KIND.name, place.slug)))


def _link(sheet: Sheet, place: Place) -> Link:
    return sheet.actor(place.actor) if place.actor else Link(place.name)


KIND = PageKind("places", "places.html", PlacesPage, make)
