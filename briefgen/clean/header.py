"""What stands over an article: title, outlet, author, date.  A line is told by what it holds and by where it stands."""

from msgspec import Struct

from briefgen.clean.author import find_author
from briefgen.clean.dateline import find_dateline, is_place
from briefgen.clean.lines import Block, is_running
from briefgen.clean.marks import is_chronology
from briefgen.clean.page import Main
from briefgen.clean.patterns import Mark
from briefgen.clean.published import Stamp, address_date, is_address, is_day_line, labelled_date, stamp
from briefgen.clean.publisher import find_publisher, find_site
from briefgen.clean.title import find_title, first_body
from briefgen.clean.top import Top
from briefgen.model.text import Field, Published, Span

ABOVE = 12  # blocks above the title in which a page may name itself
BELOW = 4  # blocks of the body among which a byline or date may still stand
MOST_BELOW = 2
DATED = ("source-line", "menu", "copyright")  # rules of lines under an article that may date it


class Header(Struct, frozen=True):
    """What was found, and the blocks it took; ``body`` and ``title_block`` are indexes of blocks."""

    body: int
    title_block: int | None = None
    publisher: Field | None = None
    author: Field | None = None
    published: Published = Published()
    marks: tuple[tuple[int, Mark], ...] = ()


def read_header(blocks: list[Block], marks: list[Mark | None], main: Main) -> Header:
    """Title, outlet, author and date by what stands over the article and just under its beginning."""
    title = find_title(blocks, marks, main)
    start = main.first if title is None else max(title + 1, main.first)
    body = first_body(blocks, marks, start, main.last)
    if body is None:
        body = main.last
    top = max(0, (body if title is None else title) - ABOVE)
    zone = range(top, min(len(blocks), body + BELOW))
    stamps = _stamps(blocks, zone, title, body)
    found = {i: Mark("dateline", "date-line") for i in stamps}
    place = Top(blocks, marks, zone, stamps, title, body)
    author = find_author(place)
    if author and author[1] is not None and marks[author[1]] is None:
        found.setdefault(author[1], Mark("byline", "name-line"))
    publisher = find_publisher(place) if main == Main(0, len(blocks)) else find_site(place)
    if publisher and publisher[1] != title and marks[publisher[1]] is None:
        for i in zone:
            if marks[i] is None and i != title and i not in stamps and blocks[i].text == blocks[publisher[1]].text:
                found[i] = Mark("other", "outlet-line")
    if author and publisher and author[0].value.casefold() in publisher[0].value.casefold():
        author = None  # "By Harbour Herald Staff"
    _mark_between(blocks, marks, found, title, stamps)
    for i in (start, body - 1):
        if title is not None and title < i < body and marks[i] is None and is_place(blocks[i].text):
            found.setdefault(i, Mark("dateline", "place-line"))
    if title is not None:
        _mark_above(blocks, marks, found, min(main.first, title), title)
    return Header(
        body,
        title,
        publisher[0] if publisher else None,
        author[0] if author else None,
        _published(blocks, marks, stamps, body),
        tuple(sorted(found.items())),
    )


def _stamps(blocks: list[Block], zone: range, title: int | None, body: int) -> dict[int, Stamp]:
    """The date lines over the body, else the one or two just under its first lines; more of them are a chronology."""
    found = {i: s for i in zone if i != title and not is_running(blocks[i]) and (s := stamp(blocks[i]))}
    over = {i: s for i, s in found.items() if i < body}
    if is_chronology(blocks[0 if title is None else title :]):
        return {i: s for i, s in over.items() if not is_day_line(blocks[i])}
    if over:
        return over
    below = sum(1 for block in blocks[body:] if not is_running(block) and stamp(block))
    return found if below <= MOST_BELOW else {}


def _mark_between(
    blocks: list[Block],
    marks: list[Mark | None],
    found: dict[int, Mark],
    title: int | None,
    stamps: dict[int, Stamp],
) -> None:
    """Lines of a few words between the title and the date, and a place alone under the date, are the page's."""
    if not stamps:
        return
    last = max(stamps)
    for i in range(0 if title is None else title + 1, min(last + 2, len(blocks))):
        if marks[i] is not None or i in found or blocks[i].terminal or i == title:
            continue
        if i < last and title is not None and blocks[i].words <= 4:
            found[i] = Mark("byline", "beside-date")
        elif i > last and is_place(blocks[i].text):
            found[i] = Mark("dateline", "place-line")


def _mark_above(blocks: list[Block], marks: list[Mark | None], found: dict[int, Mark], first: int, title: int) -> None:
    """Short lines over the title that no rule knows are the page's: a section's name, a slogan."""
    for i in range(first, title):
        if marks[i] is None and i not in found and not blocks[i].terminal and blocks[i].words <= 12:
            found[i] = Mark("navigation", "above-title")


def _published(blocks: list[Block], marks: list[Mark | None], stamps: dict[int, Stamp], body: int) -> Published:
    """The date over the article, the first publication before a later change; else a labelled one under it."""
    if stamps:
        best = min(stamps.values(), key=lambda s: (s.updated, not s.labelled, len(s.value) < 10, s.start))
        return Published(best.value, "stated", Span(best.start, best.end), "the date over the article")
    if body < len(blocks) and (head := find_dateline(blocks[body], 0)) and head.when and head.when.value[0] != "X":
        return Published(head.when.value, "stated", head.when.span, "the dateline")
    for block, mark in zip(blocks[body:], marks[body:], strict=True):
        if (mark is None or mark.rule in DATED) and (labelled := labelled_date(block)):
            return Published(labelled.value, "stated", labelled.span, "a labelled date")
    for block in blocks[:body]:
        if is_address(block.text) and (found := address_date(block.text)):
            span = Span(block.start + found[1], block.start + found[2])
            return Published(found[0], "stated", span, "the date in the article's address")
    return Published()
