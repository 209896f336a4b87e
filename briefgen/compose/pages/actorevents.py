"""All events of an actor in order of time, where the actor's own page has no room for them."""

from collections.abc import Iterator

from briefgen.compose.cards import tellings
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.pages.actor import has_more_events
from briefgen.compose.pages.timeline import TimelinePage, pages_of
from briefgen.compose.periods import Course
from briefgen.compose.routes import folder
from briefgen.model.site import Page
from briefgen.sockets import PageKind


def make(catalogue: Catalogue) -> Iterator[Page]:
    """A timeline for every actor with more events than its page shows."""
    words = catalogue.words
    for actor in catalogue.data.actors:
        if actor.page and has_more_events(catalogue, actor.id):
            groups = tellings(catalogue, catalogue.events_of[actor.id])
            above = ((words("nav.actors"), folder("actors")), (actor.name, folder("actors", actor.id)))
            title = words("actor.all-events", name=actor.name)
            yield from pages_of(catalogue, KIND, groups, Course(("actors", actor.id, "events"), title, "actors", above))


KIND = PageKind("actor-events", "timeline.html", TimelinePage, make)
