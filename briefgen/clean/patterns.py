"""Furniture by wording: the rules of ``data/furniture.yaml``, tried on one block."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from msgspec import Struct, convert

from briefgen.clean.lines import Block, is_running
from briefgen.clean.tables import words
from briefgen.model.data import data_text
from briefgen.model.regex import regex
from briefgen.model.text import FurnitureKind

DEFAULT_LONGEST = 30
LONGEST_TEXT = 700

_FIRST = regex(r"[\W_]*([^\W_]*)")


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule: a block of at most ``longest`` words that ``pattern`` matches whole is furniture of this kind.

    Running text is tried only by rules that say of themselves that they may be long.  Wide gaps count as one space.

    A block that ends as a sentence does and has more than ``skip_terminal_over`` words is left alone.
    ``needs`` are words or signs of which a match holds at least one, with ``^`` before it as the beginning of its first
    word, with ``$`` after it at its end; they save trying the pattern.  ``AGENCY`` and ``NETWORK`` stand for all such
    names.
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
    if block.words > _lengths()[-1] or len(block.text) > LONGEST_TEXT:
        return None
    shortest = max(DEFAULT_LONGEST + 1, block.words) if is_running(block) else block.words
    text = " ".join(block.text.split()) if "  " in block.text else block.text
    low = text.lower()
    first = _FIRST.match(low)
    lengths = _lengths()
    rules, hints = _called_by(first[1] if first else "", lengths[bisect_left(lengths, shortest)])
    marked = f"{low} {low.rstrip('. ')[-1:]}$"
    held = frozenset(filter(marked.__contains__, hints))
    for whole_block, mark, _, skip_terminal_over, inside in rules:
        if inside and inside.isdisjoint(held):
            continue
        if block.terminal and block.words > skip_terminal_over:
            continue
        if whole_block.fullmatch(text):
            return mark
    return None


@cache
def patterns() -> tuple[Pattern, ...]:
    """The rules in the order in which they are tried."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = data_text("briefgen.clean", "data/furniture.yaml")
    return convert(yaml.load(text, loader), tuple[Pattern, ...])  # noqa: S506 - a safe loader either way


class _Rule(NamedTuple):
    """A pattern made ready; ``inside``: of these a match holds one, where there are any."""

    whole: re.Pattern[str]
    mark: Mark
    longest: int
    skip_terminal_over: int
    inside: frozenset[str]


def whole(pattern: Pattern) -> re.Pattern[str]:
    """A rule's pattern with the names of agencies and networks filled in."""
    source = pattern.pattern
    for word, names in _lists():
        if word in source:
            source = source.replace(word, _any_of(names))
    return regex(source, re.I)


def _lists() -> tuple[tuple[str, Iterable[str]], ...]:
    return ("AGENCY", agencies()), ("NETWORK", words("networks")), ("SECTION", words("section_words"))


def _any_of(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


@cache
def _rules() -> tuple[tuple[_Rule, tuple[str, ...]], ...]:
    """The rules, each with what the first word of a match may begin with."""
    lists = dict(_lists())
    found = []
    for pattern in patterns():
        first = [need[1:] for need in pattern.needs if need[0] == "^"]
        other = [need for need in pattern.needs if need[0] != "^"]
        begins = tuple(name for need in first for name in lists.get(need, (need,)))
        inside = frozenset(name for need in other for name in lists.get(need, (need,)))
        mark = Mark(pattern.kind, pattern.rule)
        found.append((_Rule(whole(pattern), mark, pattern.longest, pattern.skip_terminal_over, inside), begins))
    return tuple(found)


@lru_cache(maxsize=1 << 12)
def _called_by(first: str, length: int) -> tuple[tuple[_Rule, ...], tuple[str, ...]]:
    """The rules for blocks of this ``length`` that one with this first word may fit, and what they need."""
    kept = []
    for rule, begins in _rules():
        if rule.longest < length:
            continue
        if begins and f"{first} ".startswith(begins):
            kept.append(rule._replace(inside=frozenset()))
        elif rule.inside or not begins:
            kept.append(rule)
    return tuple(kept), tuple(sorted(frozenset().union(*(rule.inside for rule in kept))))


@cache
def _lengths() -> tuple[int, ...]:
    """The lengths up to which rules go, in order."""
    return tuple(sorted({pattern.longest for pattern in patterns()}))


@cache
def agencies() -> dict[str, str]:
    """The short name of every spelling of a news agency."""
    found = {}
    text = data_text("briefgen.clean", "data/agencies.txt")
    for line in text.splitlines():
        name, _, spellings = line.partition(" = ")
        if spellings and not line.startswith("#"):
            found.update({spelling.strip(): name.strip() for spelling in spellings.split("|")})
    return found
