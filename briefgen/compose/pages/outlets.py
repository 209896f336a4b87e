"""Sources by outlet: who published how much of what the briefing rests on, and when."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.base import span
from briefgen.compose.cards import by_time, source_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import Head, Link, SourceCard
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.site import Page, SourceRecord
from briefgen.sockets import PageKind


class OutletView(Struct, frozen=True):
    """An outlet with its articles."""

    id: str
    "Anchor on the page."
    label: str
    "Who published them; a phrase for articles of which that is unknown."
    count: str
    'How many articles: "12 articles".'
    when: str
    "From when to when, in words; empty where no date is known."
    sources: tuple[SourceCard, ...]
    "Its articles in order of time, without the outlet."


class OutletsPage(Struct, frozen=True):
    """The sources by outlet."""

    head: Head
    title: str
    "The page's title."
    outlets: tuple[OutletView, ...]
    "The outlets with most articles first; articles of unknown outlets last."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one page of outlets; nothing where it would be the index of sources over again."""
    groups = by_outlet(catalogue)
    if not worthwhile(groups):
        return
    sheet = Sheet(catalogue, folder("outlets"))
    title = sheet.words("outlets.title")
    views = tuple(
        OutletView(f"o-{n}", name or sheet.words("outlets.unknown"), *reach(sheet, sources), _cards(sheet, sources))
        for n, (name, sources) in enumerate(groups, 1)
    )
    head = sheet.head(title, section="sources", trail=sheet.index("sources"))
    yield Page(KIND.name, KIND.template, sheet.route, OutletsPage(head, title, views))


def outlets_link(sheet: Sheet) -> Link | None:
    """The way to the page of outlets; nothing where there is none."""
    if not worthwhile(by_outlet(sheet.catalogue)):
        return None
    return Link(sheet.words("outlets.title"), sheet.href(folder("outlets")))


def by_outlet(catalogue: Catalogue) -> list[tuple[str, list[SourceRecord]]]:
    """The outlets with their articles in order of time; most first, unknown ones last; capitals part none."""
    names: dict[str, str] = {}
    found: dict[str, list[SourceRecord]] = {}
    for source in by_time(catalogue.data.sources):
        name = plain(source.publisher or "")
        key = name.casefold()
        names.setdefault(key, name)
        found.setdefault(key, []).append(source)
    return [(names[key], found[key]) for key in sorted(found, key=lambda key: (not key, -len(found[key]), key))]


def worthwhile(groups: list[tuple[str, list[SourceRecord]]]) -> bool:
    """Whether there are several outlets, one of them with several articles."""
    return len(groups) > 1 and any(name and len(sources) > 1 for name, sources in groups)


def reach(sheet: Sheet, sources: list[SourceRecord]) -> tuple[str, str]:
    """How many articles, and from when to when."""
    dates = span([source.date for source in sources if source.date])
    return sheet.words.count("count.articles", len(sources)), sheet.words.date(dates) if dates else ""


def _cards(sheet: Sheet, sources: list[SourceRecord]) -> tuple[SourceCard, ...]:
    return tuple(replace(source_card(sheet, source), outlet="") for source in sources)


KIND = PageKind("outlets", "outlets.html", OutletsPage, make)
