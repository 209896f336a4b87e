"""The index of sources."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.base import source_base
from briefgen.compose.cards import by_time, source_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.pages.timeline import in_time, month_id, period_of
from briefgen.compose.parts import Head, SourceCard
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.dates import phrase
from briefgen.model.site import Page, SourceRecord
from briefgen.sockets import PageKind

# So many articles need no headings between them.
SHORT = 30


class SourceGroup(Struct, frozen=True):
    """The articles of a month, or all of a short list."""

    id: str
    "Anchor on the page."
    label: str
    "The month in words; empty where it is the only group."
    sources: tuple[SourceCard, ...]
    "Its articles, in order of time."


class SourcesPage(Struct, frozen=True):
    """Every article that the briefing rests on."""

    head: Head
    title: str
    "The page's title."
    base: str
    "What the briefing rests on, in a sentence."
    groups: tuple[SourceGroup, ...]
    "The articles in order of time, by month where there are many; undated ones last."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one index of sources."""
    route = folder("sources")
    sheet = Sheet(catalogue, route)
    title = sheet.words("nav.sources")
    groups: dict[str, list[SourceRecord]] = {}
    for source in by_time(catalogue.data.sources):
        groups.setdefault(period_of(source.date) if len(catalogue.data.sources) > SHORT else "", []).append(source)
    parts = tuple(_group(sheet, key, groups[key], len(groups) > 1) for key in sorted(groups, key=in_time))
    view = SourcesPage(sheet.head(title, section="sources"), title, source_base(catalogue), parts)
    yield Page(KIND.name, KIND.template, route, view)


def _group(sheet: Sheet, key: str, sources: list[SourceRecord], named: bool) -> SourceGroup:
    label = (phrase(key) if key else sheet.words("date.undated")) if named else ""
    return SourceGroup(month_id(key), label, tuple(source_card(sheet, source) for source in sources))


KIND = PageKind("sources", "sources.html", SourcesPage, make)
