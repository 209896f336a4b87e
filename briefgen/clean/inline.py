"""Furniture inside a paragraph: a dateline before its first words, a credit after its last."""

import re
from functools import cache

from msgspec import Struct

from briefgen.clean.captions import credit_head
from briefgen.clean.dateline import EARLY, find_dateline
from briefgen.clean.lines import Block
from briefgen.clean.patterns import agencies
from briefgen.model.regex import regex
from briefgen.model.text import Field, Furniture, Span

TAIL = 420
SHORT_TAIL = 90
ALONE = 4  # words of a line that is nothing but a dateline, which may stand further down

_BY_END = regex(
    r"(?:\((?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited|reported|written|with) "
    r"(?:by|and|input|inputs|reporting|files|agencies)\b[^()]*\)"
    r"|(?<=[.!?\"')\s])(?:additional )?(?:reporting|editing|writing) by "
    r"[A-Z][^.()]{3,200}[.;]? ?(?:(?:editing|writing) by [A-Z][^.()]{3,200}\.?)?)\W*$",
    re.I,
)
_AGENCY_END = regex(
    r"(?<=[.!?\"'])\s*(?:\((?P<agency>[A-Z][\w/.& -]{1,40})\)"
    r"|(?:[-/] ?|(?<= )(?=[A-Z]{2,8}\.?\s*$))(?P<bare>[A-Z][\w .]{1,20}))\.?\s*$"
)
_WIRE_END = regex(r"(?<=[.!?\"'])\s*(?:Enditem|ENDS?|- ?30 ?-|#{2,3})\.?\s*$")
# Each with strings of which the end, in small letters and without its last stop, holds one if it matches, and with how
# far from the end they may begin.
_TAILS = (
    (_WIRE_END, "wire-end", ("end", "30", "##"), TAIL),
    (_BY_END, "reporting-by", ("(", "ting by "), TAIL),
    (_AGENCY_END, "closing-agency", tuple(".!?\"'"), SHORT_TAIL),
)


class Trimmed(Struct, frozen=True, gc=False):
    """What is left of a paragraph, what was cut off it, the agencies that its head and its tail credit, and the
    dateline's day."""

    start: int
    end: int
    furniture: tuple[Furniture, ...] = ()
    head_credits: tuple[Field, ...] = ()
    tail_credits: tuple[Field, ...] = ()
    when: Field | None = None


def trim(block: Block, paragraph: int) -> Trimmed:
    """The body's paragraph of this number without its dateline and its closing credit."""
    start, end = block.start, block.end
    furniture: list[Furniture] = []
    head_credits: tuple[Field, ...] = ()
    tail_credits: list[Field] = []
    if head := find_dateline(block, min(paragraph, EARLY - 1) if block.words <= ALONE else paragraph):
        furniture.append(Furniture(block.start, head.end, "dateline", "dateline"))
        start = head.text_start
        head_credits = (head.agency,) if head.agency else ()
    elif paragraph == 0 and (by := _glued_byline().match(block.text)):
        furniture.append(Furniture(start, start + len(by.group().rstrip()), "byline", "byline"))
        start += by.end()
    elif cut := credit_head(block):
        furniture.append(Furniture(start, start + len(block.text[:cut].rstrip()), "caption", "caption-credit"))
        start += cut
    for pattern, rule, needs, reach in _TAILS:
        base = max(start - block.start, end - block.start - reach)
        before = max(base - 1, 0)  # a sign that the match follows
        low = block.text[before : end - block.start].rstrip(" .").lower()
        tail = pattern.search(block.text, base, end - block.start) if any(map(low.__contains__, needs)) else None
        if tail and (rule != "closing-agency" or _is_agency(tail)):
            cut = block.start + tail.start() + len(tail.group()) - len(tail.group().lstrip())
            furniture.append(Furniture(cut, end, "credit", rule))
            tail_credits += _credit(block, tail)
            end = block.start + len(block.text[: tail.start()].rstrip())
    furniture.sort(key=lambda f: f.start)
    when = head.when if head else None
    return Trimmed(start, max(start, end), tuple(furniture), head_credits, tuple(tail_credits), when)


@cache
def _glued_byline() -> re.Pattern[str]:
    """A byline that ran into the first paragraph: "By Jane Doe, Special to CNN The talks ..."."""
    named = "|".join(re.escape(name) for name in sorted(agencies(), key=lambda name: (-len(name), name)))
    name = r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]*){1,3}"
    return re.compile(
        rf"By (?:the (?i:{named}) (?:Wire )?Staff|{name}(?:(?:,| and) {name})*, (?:Special to )?(?:the )?(?i:{named}))"
        r"(?: Writer| Staff| News)? (?=[A-Z])"
    )


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
