"""Sources by outlet: who published how much of what the briefing rests on, and when."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.base import span
from briefgen.compose.cards import by_time, source_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.paging import Pager, chunks, jump, numbered, spread
from briefgen.compose.parts import Head, Link, SourceCard
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.site import Page, SourceRecord
from briefgen.sockets import PageKind

# How many articles a page has room for, and to how many outlets it jumps.
MOST = 250
JUMPS = 60
# So many outlets need no list to jump to them.
SHORT = 5


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
    jump: tuple[Link, ...]
    "The first outlets, to jump to; empty where they are few."
    outlets: tuple[OutletView, ...]
    "The outlets with most articles first; articles of unknown outlets last."
    pager: Pager
    "The way to the pages beside it."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The page of outlets, where there are many articles over several pages; nothing where it says nothing new."""
    groups = by_outlet(catalogue)
    if not worthwhile(groups):
        return
    articles = [(at, source) for at, (_, sources) in enumerate(groups) for source in sources]
    runs = chunks(articles, MOST)
    for _, run, sheet, way in spread(catalogue, (KIND.name,), runs):
        title = sheet.words("outlets.title")
        views = tuple(
            _view(sheet, at, groups[at], [source for _, source in found])
            for at, found in groupby(run, key=lambda article: article[0])
        )
        jumps = tuple(outlet_places(sheet, groups)[:JUMPS]) if len(groups) > SHORT else ()
        head = sheet.head(title, section="sources", trail=sheet.index("sources"))
        yield Page(KIND.name, KIND.template, sheet.route, OutletsPage(head, title, jumps, views, way))


def _view(sheet: Sheet, at: int, group: tuple[str, list[SourceRecord]], shown: Sequence[SourceRecord]) -> OutletView:
    name, sources = group
    return OutletView(_anchor(at), _label(sheet, name), *reach(sheet, sources), _cards(sheet, shown))


def outlet_places(sheet: Sheet, groups: list[tuple[str, list[SourceRecord]]]) -> list[Link]:
    """The outlets, each leading to where its articles begin."""
    before = accumulate((len(sources) for _, sources in groups), initial=0)
    return [
        jump(sheet, _label(sheet, name), numbered((KIND.name,), first // MOST + 1), _anchor(at))
        for at, ((name, _), first) in enumerate(zip(groups, before, strict=False))
    ]


def _anchor(at: int) -> str:
    return f"o-{at + 1}"


def _label(sheet: Sheet, name: str) -> str:
    return name or sheet.words("outlets.unknown")


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


def _cards(sheet: Sheet, sources: Sequence[SourceRecord]) -> tuple[SourceCard, ...]:
    return tuple(replace(source_card(sheet, source), outlet="") for source in sources)


KIND = PageKind("outlets", "outlets.html", OutletsPage, make)
