"""The index of sources."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.base import source_base
from briefgen.compose.cards import by_time, rest, source_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.pages.outlets import by_outlet, reach, worthwhile
from briefgen.compose.pages.timeline import in_time, month_id, period_of
from briefgen.compose.parts import Head, Link, SourceCard
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Page, SourceRecord
from briefgen.sockets import PageKind

# So many articles need no headings between them.
SHORT = 30
# How many outlets the table names; their own page has them all.
OUTLETS = 15


class SourceGroup(Struct, frozen=True):
    """The articles of a month, or all of a short list."""

    id: str
    "Anchor on the page."
    label: str
    "The month in words; empty where it is the only group."
    sources: tuple[SourceCard, ...]
    "Its articles, in order of time."


class OutletRow(Struct, frozen=True):
    """An outlet in a table."""

    outlet: Link
    "Who published the articles, leading to them."
    count: str
    'How many: "12 articles".'
    when: str
    "From when to when, in words; empty where no date is known."


class SourcesPage(Struct, frozen=True):
    """Every article that the briefing rests on."""

    head: Head
    title: str
    "The page's title."
    base: str
    "What the briefing rests on, in a sentence."
    outlets: tuple[OutletRow, ...]
    "The outlets with most articles first; empty where each has one."
    all_outlets: Link | None
    "Where all of them are, when there are more."
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
    outlets, more = _outlets(sheet)
    view = SourcesPage(sheet.head(title, section="sources"), title, source_base(catalogue), outlets, more, parts)
    yield Page(KIND.name, KIND.template, route, view)


def _group(sheet: Sheet, key: str, sources: list[SourceRecord], named: bool) -> SourceGroup:
    label = (sheet.words.date(key) if key else sheet.words("date.undated")) if named else ""
    return SourceGroup(month_id(key), label, tuple(source_card(sheet, source) for source in sources))


def _outlets(sheet: Sheet) -> tuple[tuple[OutletRow, ...], Link | None]:
    """The outlets as a table, and where the others are."""
    groups = by_outlet(sheet.catalogue)
    if not worthwhile(groups):
        return (), None
    page = folder("outlets")
    rows = tuple(
        OutletRow(Link(name or sheet.words("outlets.unknown"), sheet.href(page, f"o-{n}")), *reach(sheet, sources))
        for n, (name, sources) in enumerate(groups[:OUTLETS], 1)
    )
    return rows, rest(sheet, "outlets.rest", len(groups) - OUTLETS, page.path)


KIND = PageKind("sources", "sources.html", SourcesPage, make)
