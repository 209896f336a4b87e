"""Disagreements: where the sources tell it differently, by what they differ in, those that weigh most first."""

from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.cards import QUOTED, disagreements, weightiest
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.paging import Pager, fill, spread
from briefgen.compose.parts import DisagreementView, Head, Link, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.knowledge import DisagreementKind
from briefgen.model.site import DisagreementRecord, Page
from briefgen.sockets import PageKind

KINDS: tuple[str, ...] = get_args(DisagreementKind)
# How many quotations a page has room for in all, and, where there are more, how many points of each kind at most the
# first page shows.
ROOM = 150
FIRST = 12


class DifferGroup(Struct, frozen=True):
    """Disagreements of a kind."""

    id: str
    "Anchor on the page."
    label: str
    "In what the sources differ."
    items: tuple[DisagreementView, ...]
    "The disagreements, without their kind, those that weigh most first."
    rest: Link | None
    "Where all of the kind are, when there are more."


class DisagreementsPage(Struct, frozen=True):
    """Where the sources differ."""

    head: Head
    title: str
    "The page's title."
    lead: str
    "How many there are, in words."
    groups: tuple[DifferGroup, ...]
    "The disagreements by kind."
    pager: Pager
    "The way to the pages before and after."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The page of disagreements, and pages of each kind where there are many; nothing where there are none."""
    found = weightiest(catalogue)
    if not found:
        return
    many = sum(map(_size, found)) > ROOM
    groups = {kind: [item for item in found if item.kind == kind] for kind in KINDS}
    sheet = Sheet(catalogue, folder("disagreements"))
    told = {kind: items for kind, items in groups.items() if items}
    first = {kind: _first(items, ROOM // len(told)) if many else items for kind, items in told.items()}
    shown = tuple(_group(sheet, kind, first[kind], len(items)) for kind, items in told.items())
    head = sheet.head(sheet.words("home.differ"), sheet.words.count("count.disagreements", len(found)))
    yield _page(sheet, head, shown, Pager(""))
    for kind, items in told.items():
        if len(items) > len(first[kind]):
            yield from _of_kind(catalogue, kind, items)


def _of_kind(catalogue: Catalogue, kind: str, items: Sequence[DisagreementRecord]) -> Iterator[Page]:
    """All disagreements of a kind, over as many pages as they need."""
    parts = "disagreements", kind
    runs = fill(items, [_size(item) for item in items], ROOM)
    for _, run, sheet, way in spread(catalogue, parts, runs):
        group = _group(sheet, kind, run, len(run))
        trail = (Link(sheet.words("home.differ"), sheet.href(folder("disagreements"))),)
        head = sheet.head(group.label, sheet.words.count("count.disagreements", len(items)), trail=trail)
        yield _page(sheet, head, (group,), way)


def _page(sheet: Sheet, head: Head, groups: tuple[DifferGroup, ...], way: Pager) -> Page:
    view = DisagreementsPage(head, head.title, head.description, groups, way, sheet.notes())
    return Page(KIND.name, KIND.template, sheet.route, view)


def _size(item: DisagreementRecord) -> int:
    """How many quotations it shows."""
    return sum(min(len({citation.source for citation in side.citations}), QUOTED) for side in item.sides)


def _first(items: Sequence[DisagreementRecord], room: int) -> Sequence[DisagreementRecord]:
    """Those that the first page shows of a kind."""
    return fill(items, [_size(item) for item in items], room)[0][:FIRST]


def _group(sheet: Sheet, kind: str, items: Sequence[DisagreementRecord], total: int) -> DifferGroup:
    views = tuple(replace(view, kind="") for view in disagreements(sheet, items, with_about=True))
    words = sheet.words.count("disagreements.all", total)
    more = Link(words, sheet.href(folder("disagreements", kind))) if total > len(items) else None
    return DifferGroup(kind, sheet.words(f"disagreements.{kind}"), views, more)


KIND = PageKind("disagreements", "disagreements.html", DisagreementsPage, make)
