"""The index of sources."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.base import source_base
from briefgen.compose.cards import source_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import Head, SourceCard
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.dates import sort_key
from briefgen.model.site import Page
from briefgen.sockets import PageKind


class SourcesPage(Struct, frozen=True):
    """Every article that the briefing rests on."""

    head: Head
    title: str
    "The page's title."
    base: str
    "What the briefing rests on, in a sentence."
    sources: tuple[SourceCard, ...]
    "The articles in order of time, undated ones last."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one index of sources."""
    route = folder("sources")
    sheet = Sheet(catalogue, route)
    title = sheet.words("nav.sources")
    records = sorted(catalogue.data.sources, key=lambda source: (sort_key(source.date), source.id))
    cards = tuple(source_card(sheet, source) for source in records)
    view = SourcesPage(sheet.head(title, section="sources"), title, source_base(catalogue), cards)
    yield Page(KIND.name, KIND.template, route, view)


KIND = PageKind("sources", "sources.html", SourcesPage, make)
