"""The index of sources."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from briefgen.compose.base import source_base
from briefgen.compose.cards import by_time, rest, source_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.pages.outlets import by_outlet, outlet_places, reach, worthwhile
from briefgen.compose.pages.timeline import in_time, month_id, period_of
from briefgen.compose.paging import Pager, chunks, jump, numbered, spread
from briefgen.compose.parts import Head, Link, SourceCard
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Page, SourceRecord
from briefgen.sockets import PageKind

# So many articles need no headings between them.
SHORT = 30
# A page has room for so many.
MOST = 250
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
    "The outlets with most articles first; empty where each has one, and on further pages."
    all_outlets: Link | None
    "Where all of them are, when there are more."
    jump: tuple[Link, ...]
    "The months, to jump to; empty where there is only one."
    groups: tuple[SourceGroup, ...]
    "The articles in order of time, by month where there are many; undated ones last."
    pager: Pager
    "The way to the pages beside it."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The index of sources, over several pages where there are many."""
    sources = by_time(catalogue.data.sources)
    keys = [period_of(source.date) if len(sources) > SHORT else "" for source in sources]
    listed = sorted(zip(keys, sources, strict=True), key=lambda pair: in_time(pair[0]))
    runs = chunks(listed, MOST) or [()]
    for number, run, sheet, way in spread(catalogue, (KIND.name,), runs):
        title = sheet.words("nav.sources")
        months = _months(sheet, [key for key, _ in listed])
        parts = tuple(
            _group(sheet, key, [source for _, source in found], bool(months))
            for key, found in groupby(run, key=lambda pair: pair[0])
        )
        outlets, more = _outlets(sheet) if number == 1 else ((), None)
        head = sheet.head(title, section="sources")
        view = SourcesPage(head, title, source_base(catalogue), outlets, more, months, parts, way)
        yield Page(KIND.name, KIND.template, sheet.route, view)


def _months(sheet: Sheet, keys: list[str]) -> tuple[Link, ...]:
    """The months of the articles, each leading to where it begins; nothing where there is only one."""
    first = {key: at for at, key in reversed(list(enumerate(keys)))}
    if len(first) < 2:
        return ()
    return tuple(
        jump(sheet, _month(sheet, key), numbered((KIND.name,), first[key] // MOST + 1), month_id(key))
        for key in dict.fromkeys(keys)
    )


def _month(sheet: Sheet, key: str) -> str:
    return sheet.words.date(key) if key else sheet.words("date.undated")


def _group(sheet: Sheet, key: str, sources: list[SourceRecord], named: bool) -> SourceGroup:
    label = _month(sheet, key) if named else ""
    return SourceGroup(month_id(key), label, tuple(source_card(sheet, source) for source in sources))


def _outlets(sheet: Sheet) -> tuple[tuple[OutletRow, ...], Link | None]:
    """The outlets as a table, and where the others are."""
    groups = by_outlet(sheet.catalogue)
    if not worthwhile(groups):
        return (), None
    rows = tuple(
        OutletRow(place, *reach(sheet, sources))
        for place, (_, sources) in zip(outlet_places(sheet, groups)[:OUTLETS], groups, strict=False)
    )
    return rows, rest(sheet, "outlets.rest", len(groups) - OUTLETS, folder("outlets").path)


KIND = PageKind("sources", "sources.html", SourcesPage, make)
