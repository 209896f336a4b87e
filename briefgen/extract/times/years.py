"""Seasons, years, decades, centuries, holidays."""

import re
from calendar import monthrange
from datetime import date, timedelta

from briefgen.extract.times.calendar import PREPOSITIONS, WHICH, ordinal, year_beside
from briefgen.extract.times.desk import Desk, Found
from briefgen.extract.times.words import Match, Pattern, part, spelled_year, words

_SEASON_AFTER = PREPOSITIONS | {"over", "into", "last", "this"}
_AMOUNTS = frozenset("$#£€@")
_JOINS = frozenset(".,/-")
_OLD = frozenset({"in", "since", "of", "by", "until", "from", "late", "early", "mid"})
_ROUGHLY = frozenset({"about", "around", "than", "for", "at", "a", "to", "and", "between", "or"})


_LABELS = frozenset(
    {"room", "flight", "page", "section", "route", "no", "number", "unit", "resolution", "resolutions", "article"}
)


def make_season(match: Match, desk: Desk) -> Found | None:
    """Reads "last fall", "this summer", "the winter of 1994"; northern or southern, the name alone is kept."""
    season = words().seasons[match["season"].removesuffix("s")]
    number = {"SP": 1, "SU": 2, "FA": 3, "WI": 4}[season]
    year, which = year_beside(match, desk), part(match, "which")
    if part(match, "every"):
        return Found("SET", f"XXXX-{season}")
    before, after = desk.before(match).split()[-1:], desk.after(match)
    if year is None and not which and (after.startswith(" of ") or not before or before[0] not in _SEASON_AFTER):
        return None
    if year is None and desk.day is not None:
        year = _season_year(which, number, desk, desk.direction(match.start()))
    if year is None:
        return Found("DATE", f"XXXX-{season}")
    return Found("DATE", f"{year:04}-{season}", f"{year:04}-2{number}", None, 0.8)


def make_bare_season(match: Match, desk: Desk) -> Found | None:
    """Reads "by summer", "since autumn" at the end of a clause."""
    before = desk.before(match).split()[-1:]
    if before not in (["by"], ["until"], ["till"], ["since"]) or not re.match(r"$|[,.;!?\"']", desk.after(match)):
        return None
    season = words().seasons[match["season"]]
    number = {"SP": 1, "SU": 2, "FA": 3, "WI": 4}[season]
    if desk.day is None:
        return Found("DATE", f"XXXX-{season}")
    year = _season_year("", number, desk, -1 if before == ["since"] else 1)
    return Found("DATE", f"{year:04}-{season}", f"{year:04}-2{number}", None, 0.75)


def _season_year(which: str, season: int, desk: Desk, direction: int) -> int:
    """The year of the season meant; December to February is the winter of the December."""
    assert desk.day is not None
    year, month = desk.day.year, desk.day.month
    if season == 4 and month <= 2:
        year, month = year - 1, 12  # January belongs to the winter that began in December
    begun, over = month >= 3 * season, month > 3 * season + 2
    if which.endswith("last"):
        return year if over else year - 1
    if which.endswith(("next", "coming")) or (direction > 0 and not which):
        return year + 1 if begun else year
    if which.endswith("past") or not which:
        return year if begun else year - 1
    return year


def make_year(match: Match, desk: Desk) -> Found | None:
    """Reads "in 2014", "early 1990", "2011-13": four digits where a year can stand."""
    year, end = int(match["year"]), part(match, "until")
    if not _is_year(match, desk, year) or _is_clock(match, desk, year):
        return None
    if end:
        last = int(str(year)[: 4 - len(end)] + end)
        return Found("DATE", f"{year}/{last}", f"{year}/{last}", None, 0.9) if last > year else None
    about = re.search(r"(?:about|around|circa|c\.) ?$", desk.before(match))
    return Found("DATE", f"{year:04}", f"{year:04}~" if about else f"{year:04}", None, 0.95)


def _is_clock(match: Match, desk: Desk, year: int) -> bool:
    """Whether the figures that open a sentence are the time of day at which it was written ("2043: The minister …")."""
    return desk.year is not None and year > desk.year + 1 and year % 100 < 60 and not desk.before(match).strip()


def _is_year(match: Match, desk: Desk, year: int) -> bool:
    """Not an amount ("$1990", "2,000", "1990 people", "about 2000 troops")."""
    left, after = desk.before(match, "year"), desk.after(match, "year")
    before = left.rstrip()
    if before[-1:] in _AMOUNTS or (before == left and before[-1:] in _JOINS and before[-2:-1].isdigit()):
        return False
    if re.match(r" ?(?:%|percent|per cent|degrees|gmt|hours|h\b)|[/]\d", after):
        return False
    word = (re.findall(r"[a-z]+", before[-16:]) or [""])[-1]
    said = bool(part(match, "mod")) or (word in PREPOSITIONS and before[-1:].isalpha())
    if word in _LABELS or re.match(r" of (?:them|us|those)\b", after):
        return False
    if not 1900 <= year <= 2059:
        return said and word in _OLD and year >= 1000
    counted = re.match(r" (?:[a-z]+[a-z]-)?[a-z]{2,}s\b(?! (?:were|was|is|are))", after)
    return not counted or (said and word not in _ROUGHLY) or word in words().months


def make_spelled_year(match: Match, desk: Desk) -> Found | None:
    """Reads "nineteen ninety-six", "the year two thousand"."""
    year = spelled_year(match["spelled"])
    said = (
        match["spelled"].startswith("nineteen ")
        or part(match, "said")
        or desk.before(match).endswith(("in ", "since "))
    )
    return Found("DATE", f"{year:04}", f"{year:04}", None, 0.85) if year and said and year != 1900 else None


def make_decade(match: Match, desk: Desk) -> Found | None:
    """Reads "the 1990s", "the late '70s", "the nineties"."""
    digits = part(match, "digits")
    if digits and len(digits) == 4:
        return Found("DATE", digits[:3], f"{digits[:3]}X", None, 0.95)
    if digits and not match[0].startswith("the") and "'" not in match[0]:
        return None  # "in her early 20s"
    tens = int(digits[0]) if digits else words().decades[match["decade"]]
    if digits is None and not desk.before(match, "decade").rstrip(" '").endswith(
        ("the", "early", "late", "mid", "mid-")
    ):
        return None
    if desk.before(match).rstrip().endswith(("his", "her", "their", "in their", "my")):
        return None
    century = 20 if desk.year and desk.year >= 2000 + 10 * tens + 10 else 19
    return Found("DATE", f"{century}{tens}", f"{century}{tens}X", None, 0.85)


def make_century(match: Match, desk: Desk) -> Found | None:
    """Reads "the 20th century"."""
    n = ordinal(match["n"])
    return Found("DATE", f"{n - 1:02}", f"{n - 1:02}XX", None, 0.9) if 2 <= n <= 22 else None


def make_holiday(match: Match, desk: Desk) -> Found | None:
    """Reads "Thanksgiving Day", "last Christmas": the nearest in the direction that words or tense give."""
    if not desk.text[match.start("holiday")].isupper():
        return None
    rule = words().holidays[match["holiday"]]
    which = part(match, "which")
    year = int(match["year"]) if part(match, "year") else None
    if year is None:
        if desk.day is None:
            return Found("DATE", f"XXXX-{rule[0]:02}-{rule[1]:02}" if len(rule) == 2 else "XXXX-XX-XX")
        direction = -1 if which.endswith(("last", "past")) else 1 if which.endswith(("next", "coming")) else 0
        direction = direction or desk.direction(match.start())
        candidates = [holiday(rule, desk.day.year + shift) for shift in (-1, 0, 1)]
        fits = [day for day in candidates if (day <= desk.day if direction < 0 else day >= desk.day)]
        day = fits[-1] if direction < 0 else fits[0]
    else:
        day = holiday(rule, year)
    return Found("DATE", day.isoformat(), day.isoformat(), None, 0.85)


def holiday(rule: tuple[int, ...], year: int) -> date:
    """The day of a holiday in a year: a fixed date, an nth weekday, or days after Easter (Gauss, Meeus's form)."""
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    if len(rule) == 1:
        return _easter(year) + timedelta(days=rule[0])
    month, weekday, n = rule
    days = [day for day in range(1, monthrange(year, month)[1] + 1) if date(year, month, day).isoweekday() == weekday]
    return date(year, month, days[n - 1 if n > 0 else n])


def _easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


PATTERNS = (
    Pattern("season", ("season",),
            rf"(?:HALVES|EDGE)?(?:(?P<every>every|each) |{WHICH}|the )(?P<season>SEASON)"
            r"(?: of)?(?: (?P<year>YEAR)| (?P<spelled>SPELLED))", make_season),
    Pattern("season", ("season",),
            r"(?:HALVES|EDGE)?(?:(?P<every>every|each)|(?P<which>(?:this )?(?:last|next|this|past|coming))|the)"
            r" (?P<season>SEASON)(?: (?P<shift>last|this|next) year)?", make_season),
    Pattern("season", ("season",), r"(?:the )?(?:early|late|mid)[ -](?P<season>SEASON)", make_season),
    Pattern("season", ("season",), "(?P<season>SEASON)", make_bare_season),
    Pattern("year", ("year",),
            r"(?P<mod>(?:HALVES|EDGE|(?:the )?year )?)(?P<year>YEAR)(?:-(?P<until>\d\d(?:\d\d)?)(?!\d))?"
            r"(?: or later| and beyond)?", make_year),
    Pattern("spelled-year", ("spelled",), "(?P<said>the year )?(?P<spelled>SPELLED)", make_spelled_year),
    Pattern("decade", ("decade",), r"(?:the )?(?:HALVES|EDGE)?(?:the )?'?(?P<digits>\d\d(?:\d\d)?)s", make_decade),
    Pattern("decade", ("decade",), r"(?:the )?(?:HALVES|EDGE)?(?:the )?(?P<decade>DECADE)", make_decade),
    Pattern("century", ("unit",), r"(?:the )?(?:HALVES)?(?P<n>ORDINAL)[ -]century", make_century, ("century",)),
    Pattern("holiday", ("holiday", "month", "unit", "weekday"),
            rf"{WHICH}(?P<holiday>HOLIDAY)(?:,? (?P<year>YEAR))?", make_holiday),
)  # fmt: skip
