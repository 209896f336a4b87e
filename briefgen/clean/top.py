"""Where to look for an article's makers: the blocks around its beginning."""

from msgspec import Struct

from briefgen.clean.lines import Block, is_running
from briefgen.clean.patterns import Mark
from briefgen.clean.published import Stamp

LONGEST_LINE = 240


class Top(Struct, frozen=True):
    """The blocks around an article's beginning: ``zone`` are the indexes to look at, ``stamps`` their dates."""

    blocks: list[Block]
    marks: list[Mark | None]
    zone: range
    stamps: dict[int, Stamp]
    title: int | None
    body: int


def is_short(block: Block) -> bool:
    """Whether a block is a line rather than a paragraph."""
    return len(block.text) <= LONGEST_LINE and not is_running(block)
