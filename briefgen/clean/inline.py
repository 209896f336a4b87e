"""Furniture inside a paragraph: a dateline before its first words, a credit after its last."""

import re

from msgspec import Struct

from briefgen.clean.lines import Block
from briefgen.clean.patterns import agencies
from briefgen.model.text import Field, Furniture, Span

HEAD = 110
TAIL = 420

_PLACE = r"[A-Z][\w.']*(?:[ -][A-Z][\w.']*| (?:de|da|do|del|la|le|of|and|al|el|bin)(?= ))*"
_WHEN = r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?"
_PLACED = rf"(?:{_PLACE}(?:, {_PLACE}){{0,2}}{_WHEN},? ?)?"
_DATELINE = re.compile(
    rf"(?P<all>{_PLACED}\((?P<agency>[A-Z][\w .&/'-]{{1,40}})\)(?: ?[-_]+)(?=\s|$)\s*)"
    rf"|(?P<upper>[A-Z][A-Z.']+(?:[ -][A-Z][A-Z.']+){{0,3}}(?:, {_PLACE}){{0,2}}{_WHEN} ?(?:--?|_)(?=\s|$)\s*)"
)
_BY_END = re.compile(
    r"(?:\((?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited|reported|written|with) "
    r"(?:by|and|input|inputs|reporting|files|agencies)\b[^()]*\)"
    r"|(?<=[.!?\"')\s])(?:additional )?(?:reporting|editing|writing) by "
    r"[A-Z][^.()]{3,200}[.;]? ?(?:(?:editing|writing) by [A-Z][^.()]{3,200}\.?)?)\W*$",
    re.I,
)
_AGENCY_END = re.compile(
    r"(?<=[.!?\"'])\s*(?:\((?P<agency>[A-Z][\w/.& -]{1,40})\)|[-/] ?(?P<bare>[A-Z][\w .]{1,20}))\.?\s*$"
)


class Trimmed(Struct, frozen=True):
    """What is left of a paragraph, what was cut off it, and the agencies that its head and its tail credit."""

    start: int
    end: int
    furniture: tuple[Furniture, ...] = ()
    head_credits: tuple[Field, ...] = ()
    tail_credits: tuple[Field, ...] = ()


def trim(block: Block) -> Trimmed:
    """A paragraph without its dateline and its closing credit."""
    start, end = block.start, block.end
    furniture: list[Furniture] = []
    head_credits: list[Field] = []
    tail_credits: list[Field] = []
    head = _DATELINE.match(block.text, 0, min(HEAD, len(block.text)))
    if head:
        stop = block.start + head.start() + len(head.group().rstrip())
        furniture.append(Furniture(block.start, stop, "dateline", "dateline"))
        start = block.start + head.end()
        head_credits += _credit(block, head)
    base = max(head.end() if head else 0, len(block.text) - TAIL)
    for pattern, rule in ((_BY_END, "reporting-by"), (_AGENCY_END, "closing-agency")):
        tail = pattern.search(block.text, base, end - block.start)
        if tail and (rule == "reporting-by" or _is_agency(tail)):
            cut = block.start + tail.start() + len(tail.group()) - len(tail.group().lstrip())
            furniture.append(Furniture(cut, end, "credit", rule))
            tail_credits += _credit(block, tail)
            end = block.start + len(block.text[: tail.start()].rstrip())
    furniture.sort(key=lambda f: f.start)
    return Trimmed(start, max(start, end), tuple(furniture), tuple(head_credits), tuple(tail_credits))


def _is_agency(tail: re.Match[str]) -> bool:
    """Whether a closing bracket holds an agency, or an acronym nobody else would close a paragraph with."""
    name = tail["agency"] or tail["bare"]
    return name.lower() in agencies() or bool(tail["agency"] and name.isupper() and name.isalpha() and len(name) > 2)


def _credit(block: Block, found: re.Match[str]) -> list[Field]:
    groups = found.groupdict()
    for key in ("agency", "bare"):
        name = groups.get(key)
        if name and (agency := agencies().get(name.lower())):
            at = block.start + found.start(key)
            return [Field(agency, Span(at, at + len(name)))]
    return []
