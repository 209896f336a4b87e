"""The kinds of page, in the order in which they are made: a new kind is one file here and one line below."""

from briefgen.compose.pages import (
    about,
    actor,
    actorevents,
    actors,
    assets,
    disagreements,
    event,
    events,
    home,
    missing,
    note,
    outlets,
    places,
    relations,
    search,
    source,
    sources,
    timeline,
)
from briefgen.sockets import PageKind

KINDS: tuple[PageKind, ...] = (
    home.KIND,
    timeline.KIND,
    actors.KIND,
    actor.KIND,
    actorevents.KIND,
    events.KIND,
    event.KIND,
    relations.KIND,
    disagreements.KIND,
    places.KIND,
    sources.KIND,
    outlets.KIND,
    source.KIND,
    about.KIND,
    search.KIND,
    note.KIND,
    missing.KIND,
    assets.KIND,
)
