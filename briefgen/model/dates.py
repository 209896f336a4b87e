"""Dates as EDTF level 1 text (ISO 8601-2:2019, loc.gov/standards/datetime): what they span, how they combine and read.

Text in, text out.  Understood are ``2020-05-23``, ``2020-05``, ``2020``, seasons (``2020-21`` spring to ``2020-24``
winter), unspecified digits (``199X``, ``19XX``, ``2020-XX``, ``2020-05-XX``, ``XXXX-05-23``), the qualifiers ``?``
(uncertain), ``~`` (approximate) and ``%`` (both), and intervals of these with open ends (``../2020-06``).
Functions raise ``ValueError`` for any other text; ask ``is_valid`` first.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from briefgen.model.annotation import Anchor
from briefgen.model.datewords import ENGLISH, DateWords
from briefgen.model.regex import regex

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "unknown"]

MONTHS = ENGLISH.months
_POINT = regex(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)", re.ASCII)
_OPEN = ("..", "")


class _Point(Struct, frozen=True):
    """One end of an interval, or a single date: its days, its fineness, its qualifier and its words."""

    first: date
    last: date
    precision: Precision
    qualifier: str
    year: int | None
    month: int | None
    day: int | None
    season: int | None


@lru_cache(maxsize=4096)
def _parse(edtf: str) -> tuple[_Point | None, _Point | None]:
    """Both ends of a date, the same twice when it is no interval; None for an open end."""
    left, slash, right = edtf.partition("/")
    if not slash:
        point = _point(left)
        return point, point
    ends = (None if left in _OPEN else _point(left)), (None if right in _OPEN else _point(right))
    start, end = ends
    if (start is None and end is None) or (start and end and start.first > end.last):
        raise ValueError(f"not an EDTF interval: {edtf!r}")
    return ends


def _point(text: str) -> _Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(f"not an EDTF date: {text!r}")
    digits, month_text, day_text, qualifier = found.groups()
    year = int(digits) if digits.isdigit() else None
    month = int(month_text) if month_text and month_text != "XX" else None
    day = int(day_text) if day_text and day_text != "XX" else None
    season = month - 20 if month and 21 <= month <= 24 and not day_text else None
    try:
        first, last, precision = _span(digits, year, None if season else month, day, season)
    except ValueError:
        raise ValueError(f"not an EDTF date: {text!r}") from None
    return _Point(first, last, precision, qualifier, year, None if season else month, day, season)


def _span(
    digits: str, year: int | None, month: int | None, day: int | None, season: int | None
) -> tuple[date, date, Precision]:
    """The first and last day and the fineness; ``ValueError`` where the calendar has no such day."""
    if year is None:
        date(2000, month or 1, day if month and day else 1)  # a leap year: February 29 of an unknown year is a date
        if digits == "XXXX":
            return date.min, date.max, "unknown"
        low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        return date(max(low, 1), 1, 1), date(high, 12, 31), "decade" if digits[2] != "X" else "century"
    if season:
        months = 3 * season
        return date(year, months, 1), _month_end(*_add_months(year, months, 2)), "season"
    if month and day:
        return date(year, month, day), date(year, month, day), "day"
    if month:
        return date(year, month, 1), _month_end(year, month), "month"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _add_months(year: int, month: int, shift: int) -> tuple[int, int]:
    years, index = divmod(month - 1 + shift, 12)
    return year + years, index + 1


def is_valid(edtf: str) -> bool:
    """Whether the text is a date as the module describes it."""
    try:
        _parse(edtf)
    except ValueError:
        return False
    return True


def bounds(edtf: str) -> tuple[date, date]:
    """The first and the last day that the date may mean; ``date.min`` and ``date.max`` stand for open ends."""
    start, end = _parse(edtf)
    return (start.first if start else date.min), (end.last if end else date.max)


def precision(edtf: str) -> Precision:
    """How fine a date is; an interval is an "interval" however short."""
    start, end = _parse(edtf)
    return start.precision if start and start is end else "interval"


def plain_date(edtf: str | None) -> str:
    """The date where it is one day, month or year beyond doubt, as other standards take it; else nothing."""
    return edtf if edtf and precision(edtf) in ("day", "month", "year") and not qualifier(edtf) else ""


def last_day(edtf: str | None) -> date | None:
    """The last day that the date may mean, of one that is open at its end the first; none where it is no bound."""
    first, last = bounds(edtf) if edtf else (date.min, date.max)
    day = last if last < date.max else first
    return day if day > date.min else None


def is_day(edtf: str | None) -> bool:
    """Whether the date is known to the day (a qualified day is one too)."""
    return edtf is not None and precision(edtf) == "day"


def qualifier(edtf: str) -> str:
    """``?``, ``~``, ``%`` or nothing: the doubt that an end of the date carries."""
    marks = {mark for point in _parse(edtf) if point for mark in point.qualifier.replace("%", "?~")}
    return "%" if len(marks) == 2 else "".join(marks)


def contains(outer: str, inner: str) -> bool:
    """Whether every day that ``inner`` may mean lies in ``outer``."""
    (a, b), (c, d) = bounds(outer), bounds(inner)
    return a <= c and d <= b


def compatible(left: str, right: str) -> bool:
    """Whether both dates can mean the same day."""
    (a, b), (c, d) = bounds(left), bounds(right)
    return a <= d and c <= b


def from_bounds(first: date, last: date) -> str:
    """The shortest text for all days from ``first`` to ``last``: a day, month or year, or an interval of them."""
    if first == date.min and last == date.max:
        return "XXXX"
    starts_year = first == date.min or (first.month, first.day) == (1, 1)
    starts_month = first == date.min or first.day == 1
    ends_year = last == date.max or (last.month, last.day) == (12, 31)
    ends_month = last == date.max or last == _month_end(last.year, last.month)
    size = 4 if starts_year and ends_year else 7 if starts_month and ends_month else 10
    start = ".." if first == date.min else first.isoformat()[:size]
    end = ".." if last == date.max else last.isoformat()[:size]
    return start if start == end else f"{start}/{end}"


def intersection(left: str, right: str) -> str | None:
    """The days that both allow, the narrowest combination; None where they exclude each other."""
    (a, b), (c, d) = bounds(left), bounds(right)
    first, last = max(a, c), min(b, d)
    if first > last:
        return None
    return _kept((left, right), first, last)


def cover(left: str, right: str) -> str:
    """All days from the earlier beginning to the later end, the widest combination."""
    (a, b), (c, d) = bounds(left), bounds(right)
    return _kept((left, right), min(a, c), max(b, d))


def _kept(candidates: tuple[str, str], first: date, last: date) -> str:
    """One of the dates as it was written if it has these bounds (the one without doubt first), else a new text."""
    same = [edtf for edtf in candidates if bounds(edtf) == (first, last)]
    return min(same, key=lambda edtf: (len(qualifier(edtf)), len(edtf), edtf)) if same else from_bounds(first, last)


def sort_key(edtf: str | None) -> tuple[date, date, str]:
    """Orders dates by first day, then the finer one first; what has no date comes last."""
    if edtf is None:
        return date.max, date.max, ""
    return *bounds(edtf), edtf


# In words


def phrase(edtf: str, words: DateWords = ENGLISH) -> str:
    """The date in words: ``23 May 2020``, ``23 to 29 May 2020``, ``about 2011``, ``June 2020 or earlier``."""
    start, end = _parse(edtf)
    if start is None or end is None:
        known = start or end
        assert known is not None
        return (words.later if start else words.earlier).replace("{date}", _words(known, words))
    if start is end:
        return _words(start, words)
    first = _words(start, words, shown_by=None if start.qualifier or end.qualifier else end)
    return words.span.replace("{first}", first).replace("{last}", _words(end, words))


def _words(point: _Point, words: DateWords, shown_by: _Point | None = None) -> str:
    """A date in words; what the interval's other end will say anyway (year, month) is left out."""
    year = _year_words(point, words)
    month = words.months[point.month - 1] if point.month else words.seasons[point.season - 1] if point.season else ""
    if shown_by and point.month and shown_by.month and point.year == shown_by.year:
        year = ""
        month = "" if point.month == shown_by.month and point.day and shown_by.day else month
    day = str(point.day) if point.day and point.month else ""
    if point.year is None and year:
        day = month = ""
    parts = words.point.replace("{day}", day).replace("{month}", month).replace("{year}", year)
    text = " ".join(parts.split()) or words.never
    doubt = {"": "{date}", "~": words.about, "?": words.perhaps, "%": words.both}[point.qualifier]
    return doubt.replace("{date}", text)


def _year_words(point: _Point, words: DateWords) -> str:
    if point.year is not None:
        return str(point.year)
    if point.precision == "unknown":
        return ""
    first = point.first.year // 10 * 10
    return words.decade.replace("{year}", str(first)).replace("{last}", str(point.last.year))


# Relative expressions


def resolve(anchor: Anchor, published: str) -> str | None:
    """What a relative expression means in an article of this date (a day, a month, an interval); None if impossible.

    The meaning moves forward with the article's date, so the first and the last day of publication give its bounds.
    A day or week that a month or year of publication leaves open is given as that month or year.
    """
    low, high = bounds(published)
    try:
        first = date.min if low == date.min else _landing(anchor, low)[0]
        last = date.max if high == date.max else _landing(anchor, high)[1]
    except (ValueError, OverflowError):
        return None
    if anchor.unit in ("day", "week") and precision(published) in ("month", "year") and (last - first).days > 7:
        return published if first <= high and low <= last else from_bounds(first, last)
    mark = qualifier(published)
    text = from_bounds(first, last)
    return text + mark if "/" not in text and text != "XXXX" else text


def invert(anchor: Anchor, known: str) -> str | None:
    """When the article must have appeared if the expression denotes the known date; None where it cannot."""
    low, high = bounds(known)
    reach = timedelta(
        days=abs(anchor.shift) * {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[anchor.unit]
    )
    reach += timedelta(days=8 * 366 + 366)  # February 29 may be eight years away
    try:
        first = date.min if low == date.min else _earliest(lambda day: _landing(anchor, day)[1] >= low, low, reach)
        after = date.max if high == date.max else _earliest(lambda day: _landing(anchor, day)[0] > high, high, reach)
    except (ValueError, OverflowError):
        return None
    last = after if after == date.max else after - timedelta(days=1)
    return from_bounds(first, last) if first <= last else None


def _earliest(holds: Callable[[date], bool], near: date, reach: timedelta) -> date:
    """The first day within reach for which a condition, once true, stays true."""
    low, high = (near - reach).toordinal(), (near + reach).toordinal()
    while low < high:
        middle = (low + high) // 2
        if holds(date.fromordinal(middle)):
            high = middle
        else:
            low = middle + 1
    return date.fromordinal(low)


def _landing(anchor: Anchor, day: date) -> tuple[date, date]:
    """The first and last day that the expression means in an article of this day."""
    if anchor.unit == "day":
        return _day(anchor, day)
    if anchor.unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=anchor.shift)
        start = monday + timedelta(days=anchor.weekday - 1) if anchor.weekday else monday
        return start, start if anchor.weekday else monday + timedelta(days=6)
    if anchor.unit == "year":
        return _in_year(day.year + anchor.shift, anchor.month, anchor.day)
    size = 3 if anchor.unit == "quarter" else 1
    if anchor.month:
        return _nearest(day, anchor.direction, anchor.month, None, size)
    year, month = _add_months(day.year, day.month - (day.month - 1) % size, anchor.shift * size)
    return date(year, month, 1), _month_end(*_add_months(year, month, size - 1))


def _day(anchor: Anchor, day: date) -> tuple[date, date]:
    if anchor.weekday:
        return _weekday(anchor.weekday, anchor.direction, day)
    if anchor.month and anchor.day:
        return _nearest(day, anchor.direction, anchor.month, anchor.day, 0)
    there = day + timedelta(days=anchor.shift)
    return there, there


def _in_year(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), _month_end(year, month)
    there = date(year, month, min(day, monthrange(year, month)[1]))
    return there, there


def _weekday(weekday: int, direction: int, day: date) -> tuple[date, date]:
    ahead = (weekday - day.isoweekday()) % 7
    back = ahead and ahead - 7
    days = ahead if direction > 0 or (direction == 0 and ahead <= 3) else back
    there = day + timedelta(days=days)
    return there, there


def _nearest(day: date, direction: int, month: int, month_day: int | None, months: int) -> tuple[date, date]:
    """The nearest span of ``months`` from this month on, or the nearest such day, in the direction."""
    spans = []
    reach = 8 if (month, month_day) == (2, 29) else 1  # years to the next February 29, at most
    for year in range(max(day.year - reach, 1), min(day.year + reach, 9998) + 1):
        if month_day is None:
            spans.append((date(year, month, 1), _month_end(*_add_months(year, month, months - 1))))
        elif month_day <= monthrange(year, month)[1]:
            spans.append((date(year, month, month_day), date(year, month, month_day)))
    past = [span for span in spans if span[0] <= day]
    coming = [span for span in spans if span[1] >= day]
    if direction < 0 or not coming:
        return past[-1] if past else spans[0]
    if direction > 0 or not past:
        return coming[0]
    return past[-1] if day - past[-1][1] <= coming[0][0] - day else coming[0]
