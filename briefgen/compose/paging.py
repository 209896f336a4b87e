"""Long lists over several pages: a first page, then numbered ones below it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import Link, NavItem
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Route

Item = TypeVar("Item")
Run = TypeVar("Run")
# The folder of a list's further pages.
BELOW = "page"
# How many pages on either side of one its pager names by number, and what stands for those that it leaves out.
AROUND = 2
GAP = "…"


class Pager(Struct, frozen=True):
    """Where a page is among those that share a list."""

    place: str
    'In words: "Page 2 of 5"; empty where there is only one.'
    before: Link | None = None
    "The page before."
    after: Link | None = None
    "The page after."
    pages: tuple[NavItem, ...] = ()
    "The first, the last and those around this one, by number; no address where others are left out between them."


def chunks(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """The items in runs of a size, the last shorter."""
    return [items[at : at + size] for at in range(0, len(items), size)]


def fill(items: Sequence[Item], sizes: Sequence[int], room: int) -> list[Sequence[Item]]:
    """The items in runs whose sizes add up to no more than a page has room for; what is larger stands alone."""
    runs: list[Sequence[Item]] = []
    first = used = 0
    for at, size in enumerate(sizes):
        if at > first and used + size > room:
            runs.append(items[first:at])
            first, used = at, 0
        used += size
    return [*runs, items[first:]] if items else []


def numbered(parts: tuple[str, ...], number: int) -> Route:
    """The route of a list's page; the first has no number.

    The others lie below a word, so that none is taken for what lies in the list's folder and is called by a number.
    """
    return folder(*parts, *((BELOW, str(number)) if number > 1 else ()))


def spread(
    catalogue: Catalogue, parts: tuple[str, ...], runs: Sequence[Run]
) -> Iterator[tuple[int, Run, Sheet, Pager]]:
    """A list over its pages: for each run the number of its page, its sheet, and the ways to those beside it."""
    for number, run in enumerate(runs, 1):
        sheet = Sheet(catalogue, numbered(parts, number))
        yield number, run, sheet, pager(sheet, parts, number, len(runs))


def jump(sheet: Sheet, label: str, route: Route, anchor: str) -> Link:
    """A link to a part of a page, which may be the same."""
    return Link(label, f"#{anchor}" if route == sheet.route else sheet.href(route, anchor))


def pager(sheet: Sheet, parts: tuple[str, ...], number: int, pages: int) -> Pager:
    """The ways to the pages beside one; nothing where it is the only one."""
    if pages < 2:
        return Pager("")
    words = sheet.words
    return Pager(
        words("pager.place", n=words.number(number), pages=words.number(pages)),
        Link(words("pager.before"), sheet.href(numbered(parts, number - 1))) if number > 1 else None,
        Link(words("pager.after"), sheet.href(numbered(parts, number + 1))) if number < pages else None,
        tuple(_pages(sheet, parts, number, pages)) if pages > 2 else (),
    )


def _pages(sheet: Sheet, parts: tuple[str, ...], number: int, pages: int) -> Iterator[NavItem]:
    """The numbers of a pager."""
    shown = {1, pages, *range(max(1, number - AROUND), min(pages, number + AROUND) + 1)}
    last = 0
    for one in sorted(shown):
        if one > last + 1:
            yield NavItem(GAP, "")
        yield NavItem(sheet.words.number(one), sheet.href(numbered(parts, one)), one == number)
        last = one
