"""The index of actors."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.cards import actor_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import ActorCard, Head, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Page
from briefgen.sockets import PageKind

TYPES = ("person", "organization", "country")


class ActorGroup(Struct, frozen=True):
    """People, organisations or countries."""

    id: str
    "Anchor on the page."
    label: str
    "What they are."
    actors: tuple[ActorCard, ...]
    "Those of whom the briefing is most, first."


class ActorsPage(Struct, frozen=True):
    """Everybody in the briefing."""

    head: Head
    title: str
    "The page's title."
    groups: tuple[ActorGroup, ...]
    "The actors by what they are."
    also: tuple[str, ...]
    "Names of those who are only named, in order of the alphabet."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one index of actors."""
    route = folder("actors")
    sheet = Sheet(catalogue, route)
    title = sheet.words("nav.actors")
    groups = []
    for kind in TYPES:
        cards = tuple(
            actor_card(sheet, actor, with_kind=False)
            for actor in catalogue.data.actors
            if actor.page and actor.type == kind
        )
        if cards:
            groups.append(ActorGroup(f"{kind}s", sheet.words(f"actors.{kind}"), cards))
    also = sorted((actor.name for actor in catalogue.data.actors if not actor.page), key=str.casefold)
    view = ActorsPage(sheet.head(title, section="actors"), title, tuple(groups), tuple(also), sheet.notes())
    yield Page(KIND.name, KIND.template, route, view)


KIND = PageKind("actors", "actors.html", ActorsPage, make)
