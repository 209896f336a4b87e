"""The index of actors, over several pages where there are many."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefgen.compose.cards import actor_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.paging import Pager, chunks, jump, numbered, spread
from briefgen.compose.parts import ActorCard, Head, Link, SourceNote
from briefgen.compose.sheet import Sheet
from briefgen.model.site import ActorRecord, Page
from briefgen.sockets import PageKind

# A page has room for so many, and for so many mere names.
MOST = 200
NAMES = 1000
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
    jump: tuple[Link, ...]
    "Where people, organisations and countries begin, where there are several pages."
    groups: tuple[ActorGroup, ...]
    "The actors by what they are."
    also: tuple[str, ...]
    "Names of those who are only named, in order of the alphabet; on the last pages."
    pager: Pager
    "The way to the pages beside it."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The index of actors: people, organisations, countries, each by weight."""
    actors = [actor for actor in catalogue.data.actors if actor.page and actor.type in TYPES]
    actors.sort(key=lambda actor: TYPES.index(actor.type))
    names = sorted((actor.name for actor in catalogue.data.actors if not actor.page), key=str.casefold)
    runs, also = chunks(actors, MOST) or [()], chunks(names, NAMES) or [()]
    pages: list[tuple[Sequence[ActorRecord], Sequence[str]]] = [
        *((run, ()) for run in runs[:-1]),
        (runs[-1], also[0]),
        *(((), run) for run in also[1:]),
    ]
    for _, (shown, named), sheet, way in spread(catalogue, ("actors",), pages):
        title = sheet.words("nav.actors")
        view = ActorsPage(
            head=sheet.head(title, section="actors"),
            title=title,
            jump=_jump(sheet, actors) if len(pages) > 1 else (),
            groups=tuple(_group(sheet, kind, found) for kind in TYPES if (found := _of(shown, kind))),
            also=tuple(named),
            pager=way,
            notes=sheet.notes(),
        )
        yield Page(KIND.name, KIND.template, sheet.route, view)


def _of(actors: Sequence[ActorRecord], kind: str) -> list[ActorRecord]:
    return [actor for actor in actors if actor.type == kind]


def _group(sheet: Sheet, kind: str, actors: list[ActorRecord]) -> ActorGroup:
    cards = tuple(actor_card(sheet, actor, with_kind=False) for actor in actors)
    return ActorGroup(f"{kind}s", sheet.words(f"actors.{kind}"), cards)


def _jump(sheet: Sheet, actors: list[ActorRecord]) -> tuple[Link, ...]:
    """Where each kind begins."""
    first = {actor.type: n // MOST + 1 for n, actor in reversed(list(enumerate(actors)))}
    return tuple(
        jump(sheet, sheet.words(f"actors.{kind}"), numbered(("actors",), first[kind]), f"{kind}s")
        for kind in TYPES
        if kind in first
    )


KIND = PageKind("actors", "actors.html", ActorsPage, make)
