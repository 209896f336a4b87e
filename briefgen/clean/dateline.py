"""A dateline before an article's first words: LIMA, March 3 (AFP) - ..., MOSCOW, May 3. /TASS/. ..., BEIRUT: ...

The forms are those of the agencies' style books.  A place in capitals and a dash is read only in the first three
paragraphs, which may stand under a summary; a place and a colon, or an agency in brackets without a dash, only in the
first, since a transcript's speakers look the same.
"""

import re
from functools import cache

from msgspec import Struct

from briefgen.clean.lines import Block
from briefgen.clean.patterns import agencies
from briefgen.model.text import Field, Span

LONGEST = 110
EARLY = 3

_PLACE = r"[A-Z][\w.']*(?:[ -][A-Z][\w.']*| (?:de|da|do|del|la|le|of|and|al|el|bin)(?= )){0,4}"
_PLACES = rf"{_PLACE}(?:, {_PLACE}){{0,2}}"
_CAPITALS = rf"[A-Z][A-Z.']+(?:[ -][A-Z][A-Z.']+){{0,3}}(?:, {_PLACE}){{0,2}}"
_WHEN = r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?"
_NO_PLACE = (
    "UPDATE|BREAKING|WATCH|LIVE|VIDEO|OPINION|ANALYSIS|EXCLUSIVE|NOTE|CORRECTION|FACTBOX|TIMELINE|QUESTION|ANSWER"
)


class Dateline(Struct, frozen=True):
    """Where the dateline ends, where the text after it begins, and the agency that it credits."""

    end: int
    text_start: int
    agency: Field | None = None


def find_dateline(block: Block, paragraph: int) -> Dateline | None:
    """The dateline at the beginning of the body's paragraph of this number, counted from 0."""
    stop = min(LONGEST, len(block.text))
    found = next((m for pattern in _patterns(min(paragraph, EARLY)) if (m := pattern.match(block.text, 0, stop))), None)
    if found is None:
        return None
    name = found.groupdict().get("agency")
    agency = agencies().get(name.strip().lower()) if name else None
    at = block.start + found.start("agency") if name else 0
    credit = Field(agency, Span(at, at + len(name))) if name and agency else None
    end = block.start + len(found.group().rstrip())
    return Dateline(end, block.start + found.end(), credit)


@cache
def _patterns(paragraph: int) -> tuple[re.Pattern[str], ...]:
    agency = "|".join(re.escape(name) for name in sorted(agencies(), key=lambda name: (-len(name), name)))
    dashed = (
        rf"(?:{_PLACES}{_WHEN},? ?)?\((?P<agency>[A-Z][\w .&/'-]{{1,40}})\) ?[-_]+(?=\s|$)\s*",
        rf"{_PLACES}{_WHEN}\.? /(?P<agency>(?i:{agency}))/[.,]? ?-* *",
        rf"{_PLACES}{_WHEN}, ?\(?(?P<agency>(?i:{agency}))\)? ?[-_]+(?=\s|$)\s*",
    )
    early = (rf"{_CAPITALS}{_WHEN} ?(?:--?|_)(?=\s|$)\s*",)
    first = (
        rf"(?:{_PLACES}{_WHEN},? ?)?\((?P<agency>(?i:{agency}))\)\s?(?=[\"'A-Z])",
        rf"(?!(?:{_NO_PLACE})\b){_CAPITALS}: (?=[\"'A-Z])",
    )
    return tuple(
        re.compile(pattern)
        for pattern in (*dashed, *(early if paragraph < EARLY else ()), *(first if paragraph == 0 else ()))
    )
