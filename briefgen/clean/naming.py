"""Who made the article, as its page says: the outlet by a line of its own or a copyright line, the author by a byline.

A photograph's credit names nobody here, and an agency that the page credits is not the page's outlet.
"""

import re
from typing import Literal

from msgspec import Struct

from briefgen.clean.lines import Block, is_running
from briefgen.clean.patterns import Mark, agencies
from briefgen.clean.published import Stamp
from briefgen.clean.tables import sections, words
from briefgen.model.text import Field, Span

LONGEST_LINE = 240
_THE = re.compile(r"The [A-Z][\w'-]+(?: [A-Z][\w'-]+)?(?: \([A-Z]\w+\))?")
_VOWEL = re.compile(r"[AEIOU]")
GENERIC = ("news", "tv", "radio", "online", "media", "press", "review", "today", "magazine", "report", "video", "world")

_PERSON = re.compile(
    r"(?:[A-Z][\w'-]*\.?)(?: (?:[A-Z][\w'-]*\.?|de|da|la|le|van|von|der|den|bin|ibn|al|el|and|&)){1,7}"
)
_BYLINE = re.compile(
    r"\W*(?:(?:written|reported|posted|published|edited|story|words?|text|article|analysis|opinion|submitted)? ?by:?"
    r"|authors?:?|reporter:|correspondent:) +(?P<name>.+)",
    re.I,
)
_NAME_ENDS = re.compile(
    r" *(?:[,|/•·@(\d;:]| - |\b(?:in|for|of|on|at|updated|published|posted|staff|special|reporter|editor|senior)\b).*",
    re.I | re.S,
)
_ROLE = re.compile(
    r"(?P<bare>,)? ?\b(?:correspondent|editor|reporter|writer|columnist|contributor|producer)\b.*", re.I | re.S
)
_COPYRIGHT = re.compile(
    r"\W*(?:copyright|\(c\)|©)(?:[\s,]*(?:copyright|\(c\)|©))?[\s,]*(?:\d{4}(?: ?- ?\d{2,4})?)?[\s,.:]*(?:by |the )?"
    r"(?P<name>[^\W_][\w&'-]*(?:\.\w+)*(?: [\w&'-]+(?:\.\w+)*){0,5}?)"
    r"(?:,? (?:l\.p|lp|inc|ltd|llc|limited|corp|corporation|plc|gmbh|pty)\b)?"
    r"(?:[.,|•·;:].*| +(?:all|rights|reserved|\d{4}|- |inc|ltd|llc|l\.p|lp|corp)\b.*)?",
    re.I | re.S,
)
_RESERVED = re.compile(r"\b(?:all|rights|reserved|this|material|content|site|website|policy|notice|\d{4})\b", re.I)
_OTHER_REPORTS = re.compile(
    r"\W*(?:other|more|further) (?:reports?|stories|articles|news) (?:by|from) (?P<name>.{2,60}?)\W*", re.I
)
_SOURCE = re.compile(r"\W*(?:sources?|source\(s\)) ?: ?(?P<name>[^.]{2,60}?)[\s\-]*", re.I)
_AGENCY_LINE = re.compile(r"\W*(?P<name>[\w .]{2,40}?)\W*")
_SITE = re.compile(r" (?:[|•·»~:-]{1,2}) (?=[^|•·»~]{2,60}$)")
_AND_AGENCIES = re.compile(r",? (?:and|with|\+|&) (?:news )?agenc(?:y|ies)$", re.I)
_STANDARDS = re.compile(r"Our Standards: The Thomson (?P<name>Reuters) Trust Principles.*")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,40}\.(?:com|org|net|co|info|news|tv|eu|uk|us|in|au|ca|de|fr)(?:\.\w\w)?", re.I)


class Top(Struct, frozen=True):
    """The blocks around an article's beginning: ``zone`` are the indexes to look at, ``stamps`` their dates."""

    blocks: list[Block]
    marks: list[Mark | None]
    zone: range
    stamps: dict[int, Stamp]
    title: int | None
    body: int


def find_author(top: Top) -> tuple[Field, int] | None:
    """The author and the block that names them: a byline, else a person's name alone beside the date."""
    blocks, marks, zone, stamps = top.blocks, top.marks, top.zone, top.stamps
    for i in zone:
        mark = marks[i]
        if (mark is None or mark.rule == "byline" or i in stamps) and blocks[i].words <= 24 and is_short(blocks[i]):
            named = _BYLINE.fullmatch(blocks[i].text)
            if named and (field := _person(blocks[i], named["name"], named.start("name"), capitals=True)):
                return field, i
    for i, found in stamps.items():
        for near in (i - 1, i + 1):
            if near not in zone or near in stamps or near == top.title or marks[near] is not None:
                continue
            if field := _name_line(blocks[near]):
                return field, near
        if found.rest and (field := _person(blocks[i], found.rest, blocks[i].text.find(found.rest))):
            return field, i
    return None


def _name_line(block: Block) -> Field | None:
    """The person whose name, with or without a post, is all that a line holds."""
    if block.words > 6 or block.terminal:
        return None
    field = _person(block, block.text, 0)
    return field if field and field.value in (block.text, _without_role(block.text)) else None


def is_short(block: Block) -> bool:
    """Whether a block is a line rather than a paragraph."""
    return len(block.text) <= LONGEST_LINE and not is_running(block)


def _person(block: Block, text: str, at: int, capitals: bool = False) -> Field | None:
    """A name of two or more capitalised words and none that outlets have; all in ``capitals`` only if a byline."""
    if at < 0:
        return None
    name = _NAME_ENDS.sub("", _without_role(text)).strip(" .-")
    half = name[: len(name) // 2].strip()
    if name == f"{half} {half}":
        name = half
    listed = name.split()
    if len(listed) > 4 and not any(w in ("and", "&") for w in listed):
        return None
    if any(w.lower() in words("outlet_words") for w in listed):
        return None
    if not _PERSON.fullmatch(name) or is_outlet(name):
        return None
    if not capitals and any(w.isupper() and len(w) > 2 for w in listed):
        return None
    start = block.start + at + text.find(name)
    return Field(name, Span(start, start + len(name)))


def _without_role(text: str) -> str:
    """A byline without the writer's post: "Jane Doe Transport correspondent" is Jane Doe."""
    role = _ROLE.search(text)
    if not role:
        return text
    listed = text[: role.start()].split()
    return " ".join(listed[:-1] if len(listed) >= 3 and not role["bare"] else listed)


def is_outlet(text: str) -> bool:
    """Whether a short line names an outlet by its form: a word that outlets' names hold, an acronym, a domain."""
    listed = text.split()
    if not 1 <= len(listed) <= 6 or len(text) > 80 or text[-1] in ".!?:;,":
        return False
    if _DOMAIN.fullmatch(text) or _THE.fullmatch(text):
        return True
    if not all(
        w[0].isupper() or w[0].isdigit() or w.lower() in ("of", "the", "and", "&", "for", "i24news") for w in listed
    ):
        return False
    if len(listed) == 1 and text.lower() in GENERIC:
        return False
    if len(listed) == 1 and 3 <= len(text) <= 6 and text.isalpha() and text.isupper():
        return len(text) <= 4 or not _VOWEL.search(text)  # longer ones can be said: cities, mostly
    return any(w.lower().strip("()") in sections("outlet_words")["outlet"] for w in listed) or (
        len(listed) == 1
        and re.search(r"[a-z](?:News|TV|Today|Times|Post|Press|Daily|Report)$|^(?:News|i?News)[A-Z]", text) is not None
    )


def find_publisher(top: Top) -> tuple[Field, int] | None:
    """The outlet of an article as bare text: a line of its own over the body, else a credit line."""
    return _own_line(top) or _credit_lines(top.blocks, top.marks)


def find_site(top: Top) -> tuple[Field, int] | None:
    """The outlet of a whole web page, whose menus name much else: the page's own title, else a credit line."""
    return _page_title(top.blocks, top.title) or _credit_lines(top.blocks, top.marks)


def _own_line(top: Top) -> tuple[Field, int] | None:
    blocks, marks, stamps, title, body = top.blocks, top.marks, top.stamps, top.title, top.body
    for i in sorted(top.zone, key=lambda i: abs(i - (title if title is not None else body))):
        mark = marks[i]
        if i == title or i >= body or (mark is not None and mark.rule != "repeated-line"):
            continue
        text = blocks[i].text
        if text.isupper() and " " not in text and _VOWEL.search(text) and (i - 1 in stamps or i + 1 in stamps):
            continue  # beside a date stands a city
        if is_outlet(text) and text.lower() not in agencies():
            return Field(text, Span(blocks[i].start, blocks[i].end)), i
    return None


def _page_title(blocks: list[Block], title: int | None) -> tuple[Field, int] | None:
    """The site's name after the title in the page's own title: "Court rejects appeal - The Daily Example"."""
    if title is None or blocks[title].text.lower() not in blocks[0].text.lower():
        return None
    first = blocks[0]
    cut = site_cut(first.text)
    if cut is None or (title > 0 and first.text[cut[1] :].lower() in blocks[title].text.lower()):
        return None
    return Field(first.text[cut[1] :], Span(first.start + cut[1], first.end)), 0


def site_cut(text: str) -> tuple[int, int] | None:
    """Where the sign between a title and the site's name stands in a page's own title."""
    cut = _SITE.search(text, max(0, len(text) - 64))
    return (cut.start(), cut.end()) if cut and cut.start() >= 12 else None


def _may_publish(agency: str, line: "CreditLine") -> bool:
    return line.rule == "reporting-by" or (line.agencies != "none" and agency in PUBLISHING_AGENCIES)


class CreditLine(Struct, frozen=True):
    """A kind of line that names the outlet; ``agencies``: it names agencies only, those that publish too, or none."""

    rule: str
    pattern: re.Pattern[str]
    agencies: Literal["only", "publishing", "none"] = "none"


#: Agencies that publish to readers on their own pages, so that a line with nothing but their name may name the page.
PUBLISHING_AGENCIES = ("bloomberg", "marketwatch", "dow jones")

#: From the strongest evidence to the weakest.
CREDIT_LINES = (
    CreditLine("source-line", _OTHER_REPORTS),
    CreditLine("reporting-by", _STANDARDS, "only"),
    CreditLine("copyright", _COPYRIGHT, "publishing"),
    CreditLine("agency-line", _AGENCY_LINE, "only"),
    CreditLine("source-line", _SOURCE),
)


def _credit_lines(blocks: list[Block], marks: list[Mark | None]) -> tuple[Field, int] | None:
    """The outlet by a line under (or over) the article."""
    for line in CREDIT_LINES:
        for i, mark in enumerate(marks):
            if mark is not None and mark.rule == line.rule:
                named = line.pattern.fullmatch(blocks[i].text)
                if named and (field := _outlet_field(blocks[i], named, line)):
                    return field, i
    return None


def _outlet_field(block: Block, named: re.Match[str], line: CreditLine) -> Field | None:
    name = _AND_AGENCIES.sub("", named["name"].strip(" ."))
    agency = agencies().get(name.lower().removeprefix("the "))
    if not name or _RESERVED.search(name) or not any(c.isupper() for c in name):
        return None
    if not (agency or line.agencies != "only") or (agency and not _may_publish(agency, line)):
        return None
    start = block.start + named.start("name")
    return Field(name, Span(start, start + len(name)))
