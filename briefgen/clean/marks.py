"""What each block is by itself or beside its neighbours: wording, repetition, sub-headings."""

from briefgen.clean.lines import Block
from briefgen.clean.page import is_running
from briefgen.clean.patterns import Mark, match

SHORTEST_DUPLICATE = 3
LONGEST_HEADING = 14


def mark_blocks(blocks: list[Block], repeated: frozenset[str]) -> list[Mark | None]:
    """A mark for every block whose wording, or return in other articles, shows that it is the page's."""
    marks: list[Mark | None] = []
    for block in blocks:
        mark = match(block)
        if mark is None and block.text in repeated:
            mark = Mark("navigation", "repeated-line")
        marks.append(mark)
    return marks


def mark_duplicates(blocks: list[Block], marks: list[Mark | None], title: int | None) -> None:
    """Mark the later copies of a block; of a title's copies all others."""
    first: dict[str, int] = {}
    if title is not None:
        first[_key(blocks[title])] = title
    for i, block in enumerate(blocks):
        if block.words < SHORTEST_DUPLICATE:
            continue
        known = first.setdefault(_key(block), i)
        if known != i and (marks[i] is None or marks[known] is None):
            marks[i] = Mark("duplicate", "said-before")


def _key(block: Block) -> str:
    return " ".join(block.text.lower().split()).rstrip(".")


def mark_headings(blocks: list[Block], marks: list[Mark | None], body: int, last: int) -> None:
    """Mark lines between paragraphs of the body that end like no sentence: sub-headings."""
    spaced = sum(1 for b in blocks[body + 1 : last] if b.gap) * 2 > last - body - 1
    before: Block | None = None
    for i in range(body, last):
        block = blocks[i]
        if marks[i] is not None:
            continue
        after = next((blocks[j] for j in range(i + 1, min(last, i + 4)) if marks[j] is None), None)
        if before is not None and after is not None and _is_heading(before, block, after, spaced):
            marks[i] = Mark("heading", "sub-heading")
        else:
            before = block


def _is_heading(before: Block, block: Block, after: Block, spaced: bool) -> bool:
    if not 1 <= block.words <= LONGEST_HEADING or (block.terminal and block.text[-1] not in "?!"):
        return False
    first = block.text.lstrip("\"'([")[:1]
    if not (first.isupper() or first.isdigit()) or block.text[-1] in ",;:-" or block.lines > 1:
        return False
    if spaced and not block.gap:
        return False
    if block.terminal and not spaced:
        return False
    return before.terminal and is_running(after)
