"""Who wrote the article, as its page says: a byline, a name beside the date, a closing "Reporting by ...".

A photograph's credit names nobody here.
"""

import re

from briefgen.clean.lines import Block
from briefgen.clean.outlet import is_outlet
from briefgen.clean.tables import words
from briefgen.clean.top import Top, is_short
from briefgen.model.regex import regex
from briefgen.model.text import Field, Span

# Words before "correspondent" that name a field and no section: "Jane Doe Chief political correspondent".
FIELDS = frozenset(
    "chief senior deputy special diplomatic nordic baltic balkan southern northern eastern western".split()
)
LAST = 3  # blocks at the end in which an agency names its reporters

_PERSON = regex(r"(?:[A-Z][\w'-]*\.?)(?: (?:[A-Z][\w'-]*\.?|de|da|la|le|van|von|der|den|bin|ibn|al|el|and|&)){1,7}")
_BYLINE = regex(
    r"\W*(?:(?:written|reported|posted|published|edited|story|words?|text|article|analysis|opinion|submitted|exclusive"
    r"|commentary|review|report|feature|interview|dispatch|investigation)? ?by:?"
    r"|authors?:?|(?:\w+ ){0,2}(?:reporter|correspondent|editor|writer):|(?:words|text|story|report):) +(?P<name>.+)",
    re.I,
)
_PARTS = regex(r" ?[|•·] ?| - ")
_BY = regex(r"\bby (?=[A-Z])")
_REPORTING = regex(
    r"(?:^\W*|\()(?:reporting|reported|written|writing) by (?P<name>[^();:]{3,120})"
    r"|^\W*(?:words|text|story): (?P<text>[^.]{3,60})\.",
    re.I,
)
_NAME_ENDS = regex(
    r" *(?:[,|/•·@(\d;:]| - |\b(?:in|for|of|on|at|updated|published|posted|staff|special|reporter|editor|senior)\b).*",
    re.I | re.S,
)
# "JD" and "III" stay as they are: no first syllable, or a numeral.
_CAPITALS = regex(r"\b(?!(?:I{2,3}|IV)\b)(?:[^\W\d_]{3,}|[^\W\d_AEIOU][AEIOU])\b")
_ROLE = regex(
    r"(?P<bare>,)? ?\b(?:correspondent|editor|reporter|writer|columnist|contributor|producer)\b.*", re.I | re.S
)


def find_author(top: Top) -> tuple[Field, int | None] | None:
    """The author and the line that names them: a byline, a name alone beside the date; else by a closing credit."""
    if found := _byline(top) or _beside_date(top):
        return found
    credited = _closing(top)
    return (credited, None) if credited else None


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the article and nothing more: "Words: Jane Doe"."""
    named = _BYLINE.fullmatch(text)
    return named is not None and _PERSON.fullmatch(_NAME_ENDS.sub("", named["name"])) is not None


def _byline(top: Top) -> tuple[Field, int] | None:
    for i in top.zone:
        block, mark = top.blocks[i], top.marks[i]
        if i == top.title or block.words > 24 or not is_short(block):
            continue
        if mark is None or mark.rule == "byline" or i in top.stamps:
            at = 0
            for part in _PARTS.split(block.text):
                at = block.text.find(part, at)
                named = _BYLINE.fullmatch(part)
                if named and (field := _person(block, named["name"], at + named.start("name"), capitals=True)):
                    return field, i
    return None


def _beside_date(top: Top) -> tuple[Field, int] | None:
    blocks, stamps = top.blocks, top.stamps
    for i, found in stamps.items():
        for near in (i - 1, i + 1):
            if near not in top.zone or near in stamps or near == top.title or top.marks[near] is not None:
                continue
            if field := _name_line(blocks[near]):
                return field, near
        text = blocks[i].text
        if (by := _BY.search(text)) and (field := _person(blocks[i], text[by.end() :], by.end(), capitals=True)):
            return field, i
        if found.rest and (field := _person(blocks[i], found.rest, text.find(found.rest))):
            return field, i
    return None


def _closing(top: Top) -> Field | None:
    """The reporters that an agency names under its text, or at the end of its last paragraph."""
    free = [i for i, mark in enumerate(top.marks) if mark is None][-LAST:]
    credits = [i for i, mark in enumerate(top.marks) if mark and mark.rule in ("reporting-by", "source-line", "byline")]
    for i in sorted({*free, *(i for i in credits if i >= top.body)}):
        block = top.blocks[i]
        if ":" not in block.text and " by " not in block.text.lower():
            continue
        for named in _REPORTING.finditer(block.text):
            key = "name" if named["name"] else "text"
            if field := _person(block, named[key], named.start(key), capitals=True):
                return field
    return None


def _name_line(block: Block) -> Field | None:
    """The person whose name, with or without a post, is all that a line holds."""
    if block.words > 6 or block.terminal:
        return None
    field = _person(block, block.text, 0)
    return field if field and field.value in (block.text, _without_role(block.text).rstrip(",")) else None


def _person(block: Block, text: str, at: int, capitals: bool = False) -> Field | None:
    """A name of two or more capitalised words and none that outlets have; all in ``capitals`` only if a byline."""
    if at < 0:
        return None
    name = _NAME_ENDS.sub("", _without_role(text)).strip(" .-")
    half = name[: len(name) // 2].strip()
    if name == f"{half} {half}":
        name = half
    listed = name.split()
    if len(listed) > 4 and not any(w.lower() in ("and", "&") for w in listed):
        return None
    if any(w.lower() in words("outlet_words") for w in listed):
        return None
    if not _PERSON.fullmatch(name) or is_outlet(name):
        return None
    if not capitals and any(w.isupper() and len(w) > 2 for w in listed):
        return None
    start = block.start + at + text.find(name)
    return Field(_in_name_case(name), Span(start, start + len(name)))


def _in_name_case(name: str) -> str:
    """A name in capitals as names are written: "MARY-JANE O'DOE" is Mary-Jane O'Doe; initials and numerals stay."""
    if not all(word.isupper() or word in ("and", "&") for word in name.split()):
        return name
    return _CAPITALS.sub(lambda word: word[0].capitalize(), name).replace(" And ", " and ")


def _without_role(text: str) -> str:
    """A byline without the writer's post: "Jane Doe West Africa correspondent" is Jane Doe."""
    role = _ROLE.search(text)
    if not role:
        return text
    listed = text[: role.start()].split()
    if len(listed) >= 3 and not role["bare"]:
        listed.pop()
        while len(listed) >= 3 and listed[-1].lower() in FIELDS | words("section_words"):
            listed.pop()
    return " ".join(listed)
