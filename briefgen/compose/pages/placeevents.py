"""All events of a place in order of time, where the page of places has no room for them."""

from collections.abc import Iterator

from briefgen.compose.cards import tellings
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.pages.places import found_places, too_many
from briefgen.compose.pages.timeline import TimelinePage, pages_of
from briefgen.compose.periods import Course
from briefgen.compose.routes import folder
from briefgen.model.site import Page
from briefgen.sockets import PageKind


def make(catalogue: Catalogue) -> Iterator[Page]:
    """A timeline for every place with more events than the page of places shows."""
    places, words = found_places(catalogue), catalogue.words
    above = ((words("places.title"), folder("places")),)
    for place in places if too_many(places) else ():
        if place.large:
            course = Course(("places", place.slug), words("places.events", name=place.name), above=above)
            yield from pages_of(catalogue, KIND, tellings(catalogue, place.events), course)


KIND = PageKind("place-events", "timeline.html", TimelinePage, make)
