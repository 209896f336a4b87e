"""A dateline before an article's first words: LIMA, March 3 (AFP) - ..., MOSCOW, May 3. /TASS/. ..., BEIRUT: ...

The forms are those of the agencies' style books.  A place in capitals and a dash, or a place, a day and a dash, is read
only in the first three paragraphs, which may stand under a summary; a place and a colon or a full stop, a day alone, or
an agency in brackets without a dash, only in the first, since a transcript's speakers look the same.
"""

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from briefgen.clean.lines import Block
from briefgen.clean.patterns import agencies
from briefgen.clean.published import MONTH_NAMES, day_month, first_date
from briefgen.model.regex import regex
from briefgen.model.text import Field, Span

LONGEST = 110
EARLY = 3
LINKS = frozenset("in of and or by for to from at near on the with between into across outside around over".split())

_CAPITAL = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŚŞŠŹŻŽ"
_PLACE = (
    rf"[{_CAPITAL}][\w.']*"
    rf"(?:[ -][{_CAPITAL}][\w.']*| (?:de|da|do|del|la|le|of|and|al|el|bin)(?= )|-(?:al|ul|de|la|le|sur)(?=-)){{0,4}}"
)
_PLACES = rf"{_PLACE}(?:(?:, |/){_PLACE}){{0,2}}"
_UPPER = rf"[{_CAPITAL}][{_CAPITAL}.']+"
_CAPITALS = rf"{_UPPER}(?:[ /-]{_UPPER}){{0,3}}(?:, {_PLACE}){{0,2}}"
_MONTH = rf"(?:{MONTH_NAMES})\b\.?"
_YEAR = r"(?:,? \d{4}\b)"
_DAY = rf"(?:{_MONTH} \d{{1,2}}\b{_YEAR}?|\d{{1,2}} {_MONTH}{_YEAR}?)"
_WHEN = rf"(?:,? {_DAY})?"
_NO_PLACE = (
    "UPDATE|BREAKING|WATCH|LIVE|VIDEO|OPINION|ANALYSIS|EXCLUSIVE|NOTE|CORRECTION|FACTBOX|TIMELINE|QUESTION|ANSWER"
    "|TRANSCRIPT|PHOTOS?|FILE|READ|STOP|YES|NO|MR|MRS|MS|DR|ST"
)
_PLACE_LINE = regex(rf"(?!(?:{_NO_PLACE})\b){_UPPER}(?: {_UPPER}){{0,3}}(?:, {_PLACE}){{0,2}}(?::| ?--?)?")
_SPOKEN = rf"{_UPPER}(?:[ /-]{_UPPER}){{0,3}}(?:, (?=\w*[a-z.]){_PLACE}){{0,2}}"  # no "JANE DOE, HOST: ..."
_DASH = r" ?(?:--?|_)(?=\s|$)\s*"


class Dateline(Struct, frozen=True):
    """Where the dateline ends, where the text after it begins, the agency that it credits, and its day.

    ``when`` is a full day (``2021-03-03``) or one without a year (``XXXX-03-03``).
    """

    end: int
    text_start: int
    agency: Field | None = None
    when: Field | None = None


def find_dateline(block: Block, paragraph: int) -> Dateline | None:
    """The dateline at the beginning of the body's paragraph of this number, counted from 0."""
    stop = min(LONGEST, len(block.text))
    if paragraph and not any(map(block.text[:stop].__contains__, "-_/")):
        return None  # only the first paragraph's may be without a dash or slash
    found = next((m for pattern in _patterns(min(paragraph, EARLY)) if (m := pattern.match(block.text, 0, stop))), None)
    if found is None:
        return None
    name = found.groupdict().get("agency")
    agency = agencies().get(name.strip().lower()) if name else None
    at = block.start + found.start("agency") if name else 0
    credit = Field(agency, Span(at, at + len(name))) if name and agency else None
    end = block.start + len(found.group().rstrip())
    return Dateline(end, block.start + found.end(), credit, _when(block, found.group()))


def is_place(text: str) -> bool:
    """Whether a line is a place in capitals and no more: "ROME", "PALM BEACH, Fla."."""
    return len(text) <= LONGEST and _PLACE_LINE.fullmatch(text) is not None


def parts(block: Block, paragraph: int) -> tuple[Block, ...]:
    """A paragraph into which a summary ran before its dateline, in two: "Talks go on LIMA (AP) - The union ..."."""
    if ") -" not in block.text or find_dateline(block, paragraph):
        return (block,)
    found = _inner().search(block.text, 1)
    if found is None:
        return (block,)
    place = _INNER_PLACE.search(block.text, max(0, found.start() - LONGEST), found.start())
    at = found.start() if place is None else place.start("place")
    if place and place["before"].lower() in LINKS:
        at = found.start()
    head = block.text[:at].rstrip()
    if not head:
        return (block,)
    return (
        replace(block, end=block.start + len(head), text=head),
        replace(block, start=block.start + at, text=block.text[at:]),
    )


@cache
def _inner() -> re.Pattern[str]:
    named = "|".join(re.escape(name) for name in sorted(agencies(), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<= )\((?i:{named})\) ?--? ?(?=[\"'{_CAPITAL}])")


_INNER_PLACE = regex(
    rf"(?P<before>[a-z\d][\w']*[.!?\"']*|[.!?\"']) "
    rf"(?P<place>[{_CAPITAL}][\w.']*(?: [{_CAPITAL}][\w.']*)?"
    rf"(?:, [{_CAPITAL}][\w.']*(?: [{_CAPITAL}][\w.']*){{0,2}})?),? $"
)


def _when(block: Block, head: str) -> Field | None:
    """The day that a dateline names, with its year or without."""
    dated = first_date(head) or day_month(head)
    if dated is None:
        return None
    value, start, end = dated
    return Field(value, Span(block.start + start, block.start + end)) if len(value) == len("XXXX-10-14") else None


@cache
def _patterns(paragraph: int) -> tuple[re.Pattern[str], ...]:
    agency = "|".join(re.escape(name) for name in sorted(agencies(), key=lambda name: (-len(name), name)))
    dashed = (
        rf"(?:(?:{_PLACES}{_WHEN}|{_DAY}),? ?)?\((?P<agency>[A-Z][\w .&/'-]{{1,40}}|(?i:{agency}))\)"
        rf"(?: ?[-_]+(?=\s|$)\s*| [-_]+(?=[\"'{_CAPITAL}]))",
        rf"{_PLACES}{_WHEN}\.? /(?P<agency>(?i:{agency}))/[.,]? ?-* *",
        rf"{_PLACES}{_WHEN}, ?\(?(?P<agency>(?i:{agency}))\)? ?[-_]+(?=\s|$)\s*",
    )
    early = (
        rf"(?!(?:{_NO_PLACE})\b|..(?: ?-|:)){_CAPITALS}{_WHEN}{_DASH}",
        rf"{_PLACES},? {_DAY}{_DASH}(?=[\"'{_CAPITAL}])",
    )
    first = (
        rf"(?:(?:{_PLACES}{_WHEN}|{_DAY}),? ?)?\((?P<agency>(?i:{agency}))\)\s?(?=[\"'{_CAPITAL}])",
        rf"(?P<agency>(?i:{agency})),? (?:{_PLACES},? )?{_DAY}\. (?=[\"'{_CAPITAL}])",
        rf"(?!(?:{_NO_PLACE})\b|..(?: ?-|:)){_SPOKEN}{_WHEN}: (?=[\"'{_CAPITAL}])",
        rf"(?!(?:{_NO_PLACE})\b)[{_CAPITAL}]{{4,}}(?:[ -][{_CAPITAL}]{{2,}}){{0,2}}\. (?=[\"'{_CAPITAL}])",
        rf"(?:{_MONTH} \d{{1,2}}{_YEAR}|\d{{1,2}} {_MONTH}{_YEAR}){_DASH}(?=[\"'{_CAPITAL}])",
    )
    return tuple(
        re.compile(pattern)
        for pattern in (*dashed, *(early if paragraph < EARLY else ()), *(first if paragraph == 0 else ()))
    )
