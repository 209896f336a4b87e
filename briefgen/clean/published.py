"""Dates as pages print them over an article: ``Sunday, 24 May 2020 7:18 AM``, ``Updated: May 3, 2021``, ``2021-05-03``.

A date without a year says nothing by itself and is left.  ``01-03-2021`` may be January or March: then only the year is
known.
"""

import re
from datetime import date

from msgspec import Struct

from briefgen.clean.lines import Block
from briefgen.model.regex import regex
from briefgen.model.text import Field, Span

LONGEST_LINE = 24
LONGEST_TEXT = 240
MOST_OTHER_WORDS = 6
MOST_DAY_WORDS = 7
LONGEST_ADDRESS = 400

_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH_NAMES = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = rf"(?P<{{0}}>{MONTH_NAMES})\b\.?"
_YEAR = regex(r"[12](?<!\d.)\d{3}")
_DATE = regex(
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]* )?(?:the )?"
    r"(?:\b(?P<d1>\d{1,2})(?:st|nd|rd|th)?[ .-](?:of )?" + _MONTH.format("m1") + r"[, -]{1,2}(?P<y1>\d{4})\b"
    r"|\b" + _MONTH.format("m2") + r" (?P<d2>\d{1,2})(?:st|nd|rd|th)?,? ?(?P<y2>\d{4})(?=\d\d:\d\d|\D|$)"
    r"|\b(?P<y3>\d{4})(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})(?!\d)"
    r"|\b(?P<a4>\d{1,2}) ?(?P<s4>[-/.]) ?(?P<b4>\d{1,2}) ?(?P=s4) ?(?P<y4>\d{4})\b"
    r"|\b" + _MONTH.format("m5") + r",? (?P<y5>\d{4})\b)",
    re.I,
)
_DAY_MONTH = regex(
    r"\b(?:" + _MONTH.format("m1") + r" (?P<d1>\d{1,2})|(?P<d2>\d{1,2}) " + _MONTH.format("m2") + r")(?![\d\w])", re.I
)
_DAY_LINE = regex(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]* )?(?:the )?(?:"
    + _MONTH.format("m1")
    + r" \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? (?:of )?"
    + _MONTH.format("m2")
    + r"(?:,? \d{4})?)[ :.-]*",
    re.I,
)
_ADDRESS = regex(
    r"(?:https?|www)\b[^?#]*?/ ?(?P<year>(?:19|20)\d\d)(?P<sign> ?[/-] ?|)(?P<month>[01]\d|[a-z]{3})(?P=sign)"
    r"(?P<day>[0-3]\d)(?= ?[/-]| |$)",
    re.I,
)
_AROUND = regex(
    r"\b\d{1,2}[:.h] ?\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:\b|(?=[ap]\.?m))|\b\d{1,2}(?= ?[ap]\.? ?m\b)|\b[ap]\. ?m\."
    r"|\b[ap]m\b|(?:[+-]\d\d:?\d\d)|\b(?:gmt|utc|[ecmp][sd]?t|bst|ce?s?t|ist|aes?d?t|hkt|sgt|jst)\b"
    r"|\b(?:wib|eat|cat|wat|sast|nzs?d?t|z)\b"
    r"|\blocal time\b|\b\d+ (?:second|minute|hour|day|week|month|year)s? ago\b|\b\d+ ?-?min(?:ute)?s?(?: read)?\b"
    r"|\b\d+ (?:comments?|shares|views)\b|\b(?:date|time)\b|\bat\b|\bon\b",
    re.I,
)
_LABEL = regex(
    r"\b(?:(?:first |last |originally |date |article )?(?P<word>published|posted|issued|created|released|filed|added"
    r"|publication|updated|modified|edited|revised|changed)(?: date| on| at)?)\b|\bupdate\b",
    re.I,
)
# "Ann Lee was born on 3 May 1923 in Oslo." tells something; "This article was published on …" stands with its label.
_TELLS = regex(r"\b(?:born|died|dies|is|had|has|did|will|began|ended|won|lost|became|married|opened)\b", re.I)
_LATER = ("updated", "modified", "edited", "revised", "changed")


class Stamp(Struct, frozen=True):
    """A line's date as EDTF, where it stands, whether a label says so or calls it a change, and what else is said."""

    value: str
    start: int
    end: int
    labelled: bool
    updated: bool
    rest: str


def stamp(block: Block) -> Stamp | None:
    """The date of a line that holds a date and little else."""
    if block.words > LONGEST_LINE or len(block.text) > LONGEST_TEXT or not _YEAR.search(block.text):
        return None
    if is_address(block.text):
        return None
    found = [(m, value) for m in _DATE.finditer(block.text) if (value := _value(m))]
    if not found:
        return None
    rest = _LABEL.sub(" ", _AROUND.sub(" ", _DATE.sub(" ", block.text)))
    rest = " ".join(re.findall(r"[^\W\d_][\w.'-]*", rest))
    if len(rest.split()) > MOST_OTHER_WORDS:
        return None
    if _TELLS.search(rest):
        return None
    labelled = [(m, value, *_labels(block.text, m.start())) for m, value in found]
    match, value, named, updated = min(labelled, key=lambda each: each[3])
    return Stamp(value, block.start + match.start(), block.start + match.end(), named, updated, rest)


def is_day_line(block: Block) -> bool:
    """Whether a line is a day and nothing else, with its year or without: the head of an entry in a chronology."""
    return block.words <= MOST_DAY_WORDS and _DAY_LINE.fullmatch(block.text) is not None


def labelled_date(block: Block) -> Field | None:
    """The date that a line calls that of publication: all that the line says, or just behind the word."""
    if block.words > LONGEST_LINE or len(block.text) > LONGEST_TEXT or not _YEAR.search(block.text):
        return None
    line = stamp(block)
    if line and line.labelled:
        return Field(line.value, Span(line.start, line.end))
    for label in _LABEL.finditer(block.text):
        dated = _DATE.match(block.text, label.end() + 1)
        if dated and (value := _value(dated)) and (label["word"] or "updated").lower() not in _LATER:
            return Field(value, Span(block.start + dated.start(), block.start + dated.end()))
    return None


def iso_date(text: str) -> str | None:
    """The EDTF day of a date in any of these forms (front matter, page metadata), None if there is none."""
    match = _DATE.search(text.strip()[:80])
    return _value(match) if match else None


def first_date(text: str) -> tuple[str, int, int] | None:
    """The first full date in a text and where it stands."""
    match = _DATE.search(text)
    value = _value(match) if match else None
    return (value, match.start(), match.end()) if match and value else None


def is_address(text: str) -> bool:
    """Whether a line begins as a web address does."""
    return text[:4].lower() in ("http", "www.")


def address_date(text: str) -> tuple[str, int, int] | None:
    """The day in a web address, and where it stands: ``https://example.org/2021/05/03/court-rejects-appeal``."""
    match = _ADDRESS.search(text[:LONGEST_ADDRESS])
    if not match:
        return None
    named = match["month"].isalpha()
    if named and match["month"].lower() not in _NAMES:
        return None
    value = _day(int(match["year"]), _month(match["month"]) if named else int(match["month"]), int(match["day"]))
    return (value, match.start("year"), match.end("day")) if value else None


def day_month(text: str) -> tuple[str, int, int] | None:
    """The first day without a year in a text, as ``XXXX-10-14``, and where it stands."""
    match = _DAY_MONTH.search(text)
    if not match:
        return None
    value = _day(2000, _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))
    return (f"XXXX{value[4:]}", match.start(), match.end()) if value else None


def _labels(text: str, at: int) -> tuple[bool, bool]:
    """Whether a label stands before the date, and whether it says that the date is of a change."""
    before = list(_LABEL.finditer(text, max(0, at - 40), at))
    if not before:
        return False, False
    word = (before[-1]["word"] or "updated").lower()
    return True, word in _LATER


def _value(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(next(parts[key] for key in ("y1", "y2", "y3", "y4", "y5") if parts[key]))
    if not 1700 <= year <= 2199:
        return None
    if parts["m5"]:
        return f"{year:04}-{_month(parts['m5']):02}"
    if parts["a4"]:
        return _either(year, int(parts["a4"]), int(parts["b4"]), parts["s4"])
    month = _month(parts["m1"] or parts["m2"]) if parts["m1"] or parts["m2"] else int(parts["m3"])
    return _day(year, month, int(parts["d1"] or parts["d2"] or parts["d3"]))


def _either(year: int, first: int, second: int, sign: str) -> str | None:
    """Day and month in unknown order: with full stops the day is first; else, if both fit, only the year is sure."""
    month_first, day_first = _day(year, first, second), _day(year, second, first)
    if sign == "." or not month_first:
        return day_first
    if not day_first or day_first == month_first:
        return month_first
    return f"{year:04}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    return _NAMES.index(name[:3].lower()) + 1
