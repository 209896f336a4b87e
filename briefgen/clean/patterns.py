"""Furniture by wording: the rules of ``data/furniture.yaml``, tried on one block."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct, convert

from briefgen.clean.lines import Block, is_running
from briefgen.clean.tables import words
from briefgen.model.text import FurnitureKind

DEFAULT_LONGEST = 30
LONGEST_TEXT = 700


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule: a block of at most ``longest`` words that ``pattern`` matches whole is furniture of this kind.

    Running text is tried only by rules that say of themselves that they may be long.  Wide gaps count as one space.

    A block that ends as a sentence does and has more than ``skip_terminal_over`` words is left alone.
    ``needs`` are words or signs of which a match holds at least one; they save trying the pattern.
    ``matches`` and ``leaves`` are examples, held by a test.
    """

    rule: str
    kind: FurnitureKind
    pattern: str
    matches: tuple[str, ...]
    leaves: tuple[str, ...]
    longest: int = DEFAULT_LONGEST
    needs: tuple[str, ...] = ()
    skip_terminal_over: int = 1000


class Mark(Struct, frozen=True):
    """What a block was found to be, and by which rule."""

    kind: FurnitureKind
    rule: str


def match(block: Block) -> Mark | None:
    """The first rule that the block's wording fits."""
    if block.words > _longest() or len(block.text) > LONGEST_TEXT:
        return None
    shortest = max(DEFAULT_LONGEST + 1, block.words) if is_running(block) else block.words
    text = " ".join(block.text.split()) if "  " in block.text else block.text
    low = text.lower()
    for pattern, compiled, mark in _compiled(shortest > DEFAULT_LONGEST):
        if pattern.longest < shortest or (block.terminal and block.words > pattern.skip_terminal_over):
            continue
        if pattern.needs and not any(map(low.__contains__, pattern.needs)):
            continue
        if compiled.fullmatch(text):
            return mark
    return None


@cache
def patterns() -> tuple[Pattern, ...]:
    """The rules in the order in which they are tried."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("briefgen.clean").joinpath("data", "furniture.yaml").read_text("utf-8")
    return convert(yaml.load(text, loader), tuple[Pattern, ...])  # noqa: S506 - a safe loader either way


def regex(pattern: Pattern) -> re.Pattern[str]:
    """A rule's pattern with the names of agencies and networks filled in."""
    source = pattern.pattern
    for word, names in (("AGENCY", agencies()), ("NETWORK", words("networks")), ("SECTION", words("section_words"))):
        if word in source:
            source = source.replace(word, _any_of(names))
    return re.compile(source, re.I)


def _any_of(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


@cache
def _compiled(long: bool = False) -> tuple[tuple[Pattern, re.Pattern[str], Mark], ...]:
    """The rules with their patterns and marks; of those for ``long`` blocks only."""
    kept = (pattern for pattern in patterns() if not long or pattern.longest > DEFAULT_LONGEST)
    return tuple((pattern, regex(pattern), Mark(pattern.kind, pattern.rule)) for pattern in kept)


@cache
def _longest() -> int:
    return max(pattern.longest for pattern in patterns())


@cache
def agencies() -> dict[str, str]:
    """The short name of every spelling of a news agency."""
    found = {}
    text = files("briefgen.clean").joinpath("data", "agencies.txt").read_text("utf-8")
    for line in text.splitlines():
        name, _, spellings = line.partition(" = ")
        if spellings and not line.startswith("#"):
            found.update({spelling.strip(): name.strip() for spelling in spellings.split("|")})
    return found
