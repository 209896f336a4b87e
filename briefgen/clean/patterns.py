"""Furniture by wording: the rules of ``data/furniture.yaml``, tried on one block."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct, convert

from briefgen.clean.lines import Block
from briefgen.clean.tables import words
from briefgen.model.text import FurnitureKind

DEFAULT_LONGEST = 30
LONGEST_TEXT = 700


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule: a block of at most ``longest`` words that ``pattern`` matches whole is furniture of this kind.

    A block that ends as a sentence does and has more than ``skip_terminal_over`` words is left alone.
    ``matches`` and ``leaves`` are examples, held by a test.
    """

    rule: str
    kind: FurnitureKind
    pattern: str
    matches: tuple[str, ...]
    leaves: tuple[str, ...]
    longest: int = DEFAULT_LONGEST
    skip_terminal_over: int = 1000


class Mark(Struct, frozen=True):
    """What a block was found to be, and by which rule."""

    kind: FurnitureKind
    rule: str


def match(block: Block) -> Mark | None:
    """The first rule that the block's wording fits."""
    if block.words > _longest() or len(block.text) > LONGEST_TEXT:
        return None
    for pattern, compiled, mark in _compiled():
        if block.words > pattern.longest or (block.terminal and block.words > pattern.skip_terminal_over):
            continue
        if compiled.fullmatch(block.text):
            return mark
    return None


@cache
def patterns() -> tuple[Pattern, ...]:
    """The rules in the order in which they are tried."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("briefgen.clean").joinpath("data", "furniture.yaml").read_text("utf-8")
    return convert(yaml.load(text, loader), tuple[Pattern, ...])  # noqa: S506 - a safe loader either way


@cache
def _compiled() -> tuple[tuple[Pattern, re.Pattern[str], Mark], ...]:
    agency = "|".join(sorted(map(re.escape, agencies()), key=len, reverse=True))
    network = "|".join(sorted(map(re.escape, words("networks")), key=len, reverse=True))
    found = []
    for pattern in patterns():
        source = pattern.pattern.replace("AGENCY", agency).replace("NETWORK", network)
        found.append((pattern, re.compile(source, re.I), Mark(pattern.kind, pattern.rule)))
    return tuple(found)


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
