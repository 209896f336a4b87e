"""Which outlet made the article, as its page says: a line of its own over the body, the page's title, a credit line.

An agency that the page credits is not the page's outlet.
"""

import re
from typing import Literal

from msgspec import Struct

from briefgen.clean.author import is_byline
from briefgen.clean.lines import Block
from briefgen.clean.outlet import head_outlet, is_outlet, line_outlet
from briefgen.clean.patterns import Mark, agencies
from briefgen.clean.published import MONTH_NAMES
from briefgen.clean.tables import phrases, words
from briefgen.clean.top import Top
from briefgen.model.regex import regex
from briefgen.model.text import Field, Span

_POST = regex(r"\b(?:reporter|correspondent|editor|writer|columnist)$", re.I)
_STAFF_LINE = regex(r"(?:[A-Z][\w'-]+ ){1,2}(?:Report|Bureau|Desk|Correspondents?|Reporters?)")
LONGEST_POST = 3  # words
_VOWEL = regex(r"[AEIOU]")
_COPYRIGHT = regex(
    r"\W*(?:copyright|\(c\)|©)(?:[\s,]*(?:copyright|\(c\)|©))?[\s,]*(?:\d{4}(?: ?- ?\d{2,4})?)?[\s,.:]*(?:by |the )?"
    r"(?P<name>[^\W_][\w&'-]*(?:\.\w+)*(?: [\w&'-]+(?:\.\w+)*){0,5}?)"
    r"(?:,? (?:l\.p|lp|inc|ltd|llc|limited|corp|corporation|plc|gmbh|pty)\b)?"
    r"(?:[.,|•·;:].*| +(?:all|rights|reserved|\d{4}|- |inc|ltd|llc|l\.p|lp|corp)\b.*)?",
    re.I | re.S,
)
_RESERVED = regex(r"\b(?:all|rights|reserved|this|material|content|site|website|policy|notice|\d{4})\b", re.I)
_OTHER_REPORTS = regex(
    r"\W*(?:other|more|further) (?:reports?|stories|articles|news) (?:by|from) (?P<name>.{2,60}?)\W*", re.I
)
_SOURCE = regex(r"\W*(?:sources?|source\(s\)) ?: ?(?P<name>[^.]{2,60}?)[\s\-]*", re.I)
_AGENCY_LINE = regex(r"\W*(?P<name>[\w .]{2,40}?)\W*")
_SITE = regex(r" (?:[|•·»~:-]{1,2}) (?=[^|•·»~]{2,60}$)")
_AND_AGENCIES = regex(r",? (?:and|with|\+|&) (?:news )?agenc(?:y|ies)$", re.I)
_SAID_BY = regex(
    r"(?i:\b(?:issued|published|released|posted|produced)\b).{0,60}?\bby (?:the )?"
    r"(?P<name>(?:The )?[A-Z][\w&'-]*(?: (?:of|for|and|the|[A-Z&][\w&'-]*)){0,5})(?= ?[,|.;(•·-]| on | at |$)"
)
_FIRST_PUBLISHED = regex(
    r".*(?i:\b(?:first|originally|previously) (?:published|appeared|posted)) (?:by|in|on|at) "
    rf"(?!{MONTH_NAMES}\b)(?P<name>(?:[Tt]he )?[A-Z][\w'&.-]*(?: [\w'&-]+){{0,5}}?)(?: (?:on|in|at|and)\b.*|[.,].*)?"
)
# What may stand between an outlet's name and the date on one line: "| Updated:", "/ 05:40 AM", "Monday,".
_TO_DATE = regex(
    r"(?:[\s|/,:•·-]|\b(?:last|first|published|posted|updated|modified|issued|on|at|[ap]m"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b\d{1,2}[:.]\d\d)+$",
    re.I,
)
_STANDARDS = regex(r"Our Standards: The Thomson (?P<name>Reuters) Trust Principles.*")


def find_publisher(top: Top) -> tuple[Field, int] | None:
    """The outlet of an article as bare text: who published it by its date line, a line of its own, a credit line."""
    return _said_by(top) or _own_line(top) or _credit_lines(top.blocks, top.marks)


def find_site(top: Top) -> tuple[Field, int] | None:
    """The outlet of a whole web page, whose menus name much else: the page's own title, else a credit line."""
    return _page_title(top.blocks, top.title) or _credit_lines(top.blocks, top.marks)


def _said_by(top: Top) -> tuple[Field, int] | None:
    """The outlet of a date line that says who published: "Published on 3 May 2021 by The Example"."""
    for i in top.stamps:
        named = _SAID_BY.search(top.blocks[i].text)
        if named and (
            is_outlet(named["name"]) or any(w.lower() in words("outlet_words") for w in named["name"].split())
        ):
            return _field(top.blocks[i], named["name"], named.start("name")), i
    return None


def _own_line(top: Top) -> tuple[Field, int] | None:
    """The nearest line over the title, or the body, that names an outlet."""
    blocks, marks, stamps, title, body = top.blocks, top.marks, top.stamps, top.title, top.body
    for i in sorted(top.zone, key=lambda i: abs(i - (title if title is not None else body))):
        mark = marks[i]
        if i == title or i >= body or (mark is not None and mark.rule != "repeated-line"):
            continue
        text = blocks[i].text
        if i in stamps:
            text = _TO_DATE.sub("", text[: max(0, stamps[i].start - blocks[i].start)])
        if not text or text.lower() in agencies() or (i and _is_post(blocks[i - 1].text, text)) or _is_writer(text):
            continue
        below = title is not None and i > title
        if text.isupper() and text.isalpha() and _VOWEL.search(text) and (below or i - 1 in stamps or i + 1 in stamps):
            continue  # beside a date or under the title stands a city
        name = head_outlet(text) if i == 0 else line_outlet(text)
        if name and name.lower() not in agencies():
            field = _field(blocks[i], name, 0)
            return Field(phrases("outlets").get(name.lower(), name), field.span), i
    return None


def _is_post(above: str, text: str) -> bool:
    """Whether a line under a byline says what the writer is: "Political Reporter"."""
    return _POST.search(text) is not None and text.lower() not in phrases("outlets") and is_byline(above)


def _is_writer(text: str) -> bool:
    """Whether a line names a writer with his post, or the staff: "Jane Doe, Business Reporter", "Tribune Report"."""
    name, comma, post = text.partition(", ")
    own = comma and _POST.search(post) is not None and len(post.split()) <= LONGEST_POST and len(name.split()) > 1
    return bool(own) or (_STAFF_LINE.fullmatch(text) is not None and text.lower() not in phrases("outlets"))


def _field(block: Block, name: str, at: int) -> Field:
    return Field(name, Span(block.start + at, block.start + at + len(name)))


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
    CreditLine("source-line", _FIRST_PUBLISHED),
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
    if ", " in name and line.pattern is _SOURCE:
        return None  # "Sources: The Example Post, Example Radio": where the article has it from
    if not name or _RESERVED.search(name) or not any(c.isupper() for c in name):
        return None
    if not (agency or line.agencies != "only") or (agency and not _may_publish(agency, line)):
        return None
    start = block.start + named.start("name")
    return Field(name, Span(start, start + len(name)))
