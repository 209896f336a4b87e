"""Named days, months, seasons, years, decades: what the calendar names."""

import re
from calendar import monthrange
from datetime import date, timedelta

from briefgen.extract.times.desk import Desk, Found
from briefgen.extract.times.words import Match, Pattern, part, spelled_year, words
from briefgen.model import dates
from briefgen.model.annotation import Anchor

PREPOSITIONS = frozenset(
    "in since of by until till from the early late mid fiscal to and between during through before after around about "
    "circa or for than throughout back at vs versus a".split()
)
_YEAR_SHIFT = {"last": -1, "this": 0, "next": 1, "the current": 0}


def _month(match: Match, name: str = "month") -> int:
    return words().months[match[name].rstrip(".")]


def ordinal(text: str) -> int:
    """Reads "5", "5th", "fifth"; 0 for anything else."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else words().ordinals.get(text, 0)


def _capital(match: Match, desk: Desk, name: str) -> bool:
    """Names of months and days have a capital: "may" and "march" are verbs."""
    return desk.text[match.start(name)].isupper()


def year_beside(match: Match, desk: Desk) -> int | None:
    """The year that the expression itself names, in digits, in words or as "last year"."""
    if part(match, "year"):
        return int(match["year"])
    if part(match, "spelled"):
        return spelled_year(match["spelled"])
    shift = part(match, "shift")
    return desk.year + _YEAR_SHIFT[shift] if shift and desk.year else None


def make_date(match: Match, desk: Desk) -> Found | None:
    """Reads "May 23", "23 May 2020", "Saturday, May 23", "Sept. 11 last year"; with a second day an interval."""
    month, day = _month(match), ordinal(match["day"])
    if not _capital(match, desk, "month") or not 1 <= day <= monthrange(2000, month)[1]:
        return None
    year = year_beside(match, desk) or words().attacks.get((month, day), 0) * _attack(match, desk) or None
    if year is None and part(match, "shift"):
        return Found(
            "DATE", f"XXXX-{month:02}-{day:02}", None, Anchor("year", _YEAR_SHIFT[match["shift"]], None, month, day=day)
        )
    if year is not None:
        if day > monthrange(year, month)[1]:
            return None
        return _ranged(
            match, Found("DATE", f"{year:04}-{month:02}-{day:02}", f"{year:04}-{month:02}-{day:02}", score=0.98)
        )
    weekday, which = part(match, "weekday"), part(match, "which")
    side = (
        -1
        if which.endswith(("last", "past"))
        else 1
        if which.endswith(("next", "coming"))
        else desk.side(match.start(), month, day)
    )
    anchor = Anchor("day", month=month, day=day, direction=side)
    if weekday and desk.year:
        fitting = _year_of_weekday(desk, month, day, words().weekdays[weekday.rstrip(".")])
        if fitting:
            return Found("DATE", fitting, fitting, anchor, 0.95)
    return _ranged(match, desk.relative(anchor, 0.85))


def _attack(match: Match, desk: Desk) -> bool:
    """Whether the day stands for an attack that is known by it: "the Sept. 11 attacks"."""
    return re.match(r" (?:[a-z]+ )?attacks?\b", desk.after(match)) is not None


def make_attack(match: Match, desk: Desk) -> Found | None:
    """Reads "9/11"."""
    year = words().attacks[9, 11]
    return Found("DATE", f"{year}-09-11", f"{year}-09-11", None, 0.9)


def _year_of_weekday(desk: Desk, month: int, day: int, weekday: int) -> str | None:
    """The year in which that date falls on that weekday, the nearest to the article's."""
    assert desk.year is not None
    for year in (desk.year, desk.year - 1, desk.year + 1):
        if 1 < year < 9999 and day <= monthrange(year, month)[1] and date(year, month, day).isoweekday() == weekday:
            return date(year, month, day).isoformat()
    return None


def _ranged(match: Match, found: Found) -> Found:
    """Stretches a date over "23-29 May" or "May 23 to June 2" to an interval."""
    last = part(match, "last")
    if not last or not found.edtf or not dates.is_day(found.edtf):
        return found
    first = date.fromisoformat(found.edtf)
    try:
        month = _month(match, "month2") if part(match, "month2") else first.month
        end = date(first.year + (month < first.month), month, ordinal(last))
    except ValueError:
        return found
    if end <= first:
        return found
    return Found("DATE", f"{first}/{end}", dates.from_bounds(first, end), found.anchor, found.score)


def make_numeric(match: Match, desk: Desk) -> Found | None:
    """Reads "2020-05-23", "23/05/2020": which number is the month must be plain from the numbers."""
    if part(match, "iso"):
        year, month, day = int(match["year"]), int(match["m"]), int(match["d"])
    else:
        year, first, second = int(match["year"]), int(match["a"]), int(match["b"])
        if first <= 12 and second <= 12 and first != second:
            return Found("DATE", f"{year:04}", f"{year:04}", score=0.7)
        month, day = (second, first) if first > 12 else (first, second)
    try:
        text = date(year, month, day).isoformat()
    except ValueError:
        return None
    return Found("DATE", text, text, score=0.98)


def make_month(match: Match, desk: Desk) -> Found | None:
    """Reads "May 2020", "last May", "early next November", "June last year", "in May"."""
    month = _month(match)
    if not _capital(match, desk, "month"):
        return None
    year = year_beside(match, desk)
    if year is not None:
        edtf = f"{year:04}-{month:02}"
        anchor = Anchor("year", _YEAR_SHIFT[match["shift"]], month=month) if part(match, "shift") else None
        return Found("DATE", edtf, edtf, anchor, 0.95)
    if part(match, "shift"):
        return desk.relative(Anchor("year", _YEAR_SHIFT[match["shift"]], month=month))
    which = part(match, "which")
    if which:
        return _which_month(which, month, desk)
    if not _alone(match, desk):
        return None
    return desk.relative(Anchor("month", month=month, direction=desk.side(match.start(), month)), 0.85)


def _which_month(which: str, month: int, desk: Desk) -> Found:
    same = desk.day is not None and desk.day.month == month
    just = (
        desk.day is not None and (desk.day.month - month) % 12 == 1
    )  # in March, last month's name is not "last February"
    if which.endswith(("last", "past", "previous")):
        shift = -2 if just and month == 12 else -1
        return desk.relative(Anchor("year", shift, month=month) if same or just else Anchor("month", month=month))
    if which.endswith("next"):
        return desk.relative(Anchor("year", 1, month=month) if same else Anchor("month", month=month, direction=1))
    if which.endswith("coming"):
        return desk.relative(Anchor("month", month=month, direction=1))
    return desk.relative(Anchor("year", 0, month=month), 0.8)


def _alone(match: Match, desk: Desk) -> bool:
    """Whether a bare "May" or "March" is a month here; the other names can be nothing else, short forms need a day."""
    name = match["month"]
    if name.rstrip(".") not in ("may", "march", "august", "june", "april"):
        return name.endswith(".") or len(name) > 4 or name in ("june", "july", "sept")
    before = desk.before(match, "month").split()[-1:]
    after = desk.after(match).split()[:1]
    if part(match, "mod"):
        return True
    if name in ("june", "april", "august"):
        following = desk.text[match.end() : match.end() + 2]
        return not (following[:1] == " " and following[1:].isupper() and before not in (["in"], ["since"], ["until"]))
    return (before[:1] and before[0] in PREPOSITIONS and after != ["on"]) or False


def _title(match: Match, desk: Desk) -> bool:
    """Whether the name of a paper or a show goes on: "the Sunday Times", "Saturday Night Live"."""
    at = match.start("part")
    if part(match, "part") and desk.text[at].isupper():
        return not desk.text[at : at + 2].isupper()
    after = re.match(r" ([A-Z][a-z]+)", desk.text[match.end("weekday") : match.end("weekday") + 24])
    return after is not None and after[1].lower() in words().papers


_JUST_GONE = 2
"""Days within a week, so few that "last Tuesday" may be that of the week before."""


def _is_overnight(match: Match, desk: Desk, weekday: int) -> bool:
    """Whether the small hours of the day after the article's are meant: it was written on, or in another time zone."""
    early = match[0].startswith("early") or part(match, "part") == "morning"
    return early and desk.day is not None and weekday == desk.day.isoweekday() % 7 + 1


def make_weekday(match: Match, desk: Desk) -> Found | None:
    """Reads "Saturday", "late Monday", "next Friday", "Friday night": past unless words or tense say otherwise."""
    if not _capital(match, desk, "weekday") or _title(match, desk):
        return None
    weekday = words().weekdays[match["weekday"].rstrip(".")]
    which, when = part(match, "which"), part(match, "part")
    type_, suffix = ("TIME", "T" + words().parts[when]) if when else ("DATE", "")
    today = desk.day is not None and desk.day.isoweekday() == weekday
    if which.endswith(("past", "last", "previous")):
        anchor = Anchor("day", -7) if today else Anchor("day", weekday=weekday)
        if which.endswith("last") and desk.day is not None and 0 < desk.day.isoweekday() - weekday <= _JUST_GONE:
            found = desk.relative(anchor)  # that day of this week, or of the last
            return Found("TIME" if type_ == "TIME" else "DATE", found.value + suffix, None, None, 0.5)
        if which.endswith("previous") and desk.here and desk.published:
            there = date.fromisoformat(desk.here) - timedelta(days=1)
            anchor_value = dates.resolve(Anchor("day", weekday=weekday), there.isoformat())
            return Found("DATE", anchor_value or "", anchor_value, None, 0.7)
    elif which.endswith(("next", "coming", "following")):
        anchor = Anchor("day", 7) if today else Anchor("day", weekday=weekday, direction=1)
    elif part(match, "week"):
        anchor = Anchor("week", {"last": -1, "this": 0, "next": 1}[match["week"]], weekday)
    else:
        owner = desk.after(match).startswith("'s ")
        if _is_overnight(match, desk, weekday):
            return desk.relative(Anchor("day", 1), 0.7, "TIME" if type_ == "TIME" else "DATE", suffix)
        anchor = Anchor("day", weekday=weekday, direction=-1 if owner else desk.direction(match.start()))
    return desk.relative(anchor, 0.85 if today else 0.92, "TIME" if type_ == "TIME" else "DATE", suffix)


def make_part_of(match: Match, desk: Desk) -> Found | None:
    """Reads "the night of 16 July", "the evening of Sept. 11 last year", "the morning of Friday"."""
    there = (make_date if part(match, "month") else make_weekday)(match, desk)
    if there is None or part(match, "last"):
        return None
    if there.type == "TIME":
        return there
    return Found("TIME", f"{there.value}T{words().parts[match['part']]}", there.edtf, there.anchor, there.score)


def make_every_weekday(match: Match, desk: Desk) -> Found | None:
    """Reads "every Friday", "on Fridays", "Tuesday nights"."""
    if not _capital(match, desk, "weekday"):
        return None
    weekday = words().weekdays[match["weekday"].removesuffix("s")]
    when = part(match, "part")
    return Found("SET", f"XXXX-WXX-{weekday}" + (f"T{words().parts[when.removesuffix('s')]}" if when else ""))


def make_every_month(match: Match, desk: Desk) -> Found | None:
    """Reads "every July"."""
    return Found("SET", f"XXXX-{_month(match):02}") if _capital(match, desk, "month") else None


WHICH = "(?P<which>(?:this )?(?:last|next|this|past|coming|(?:the )?previous|(?:the )?following) )?"
OF_YEAR = r"(?:,? (?:of )?(?P<year>YEAR)|,? (?P<spelled>SPELLED)|,? (?:of )?(?P<shift>last|this|next) year)"
_FIRST = r"(?:(?P<weekday>WKD),? )?(?:the )?"
_TO_DAY = r"(?: ?(?:-|to|through|until) ?(?:(?P<month2>MONTH) )?(?P<last>DAY))?"
_OR_DAY = r"(?: ?(?:-|to|and) ?(?P<last>DAY))?"

PATTERNS = (
    Pattern("date", ("month", "weekday"),
            rf"{_FIRST}{WHICH}(?P<month>MONTH) (?P<day>DAY){_TO_DAY}{OF_YEAR}?", make_date),
    Pattern("date", ("month", "weekday"),
            rf"{_FIRST}(?P<day>DAY){_OR_DAY}(?: of)? (?P<month>MONTH){OF_YEAR}?", make_date),
    Pattern("weekday-date", ("weekday",),
            rf"(?P<weekday>WEEKDAY) \((?P<month>MONTH) (?P<day>DAY){OF_YEAR}?\)", make_date, ("(",)),
    Pattern("part-of", ("part",),
            rf"the (?P<part>DAYPART) of {_FIRST}(?P<month>MONTH) (?P<day>DAY){OF_YEAR}?", make_part_of, (" of ",)),
    Pattern("part-of", ("part",),
            rf"the (?P<part>DAYPART) of {_FIRST}(?P<day>DAY)(?: of)? (?P<month>MONTH){OF_YEAR}?", make_part_of,
            (" of ",)),
    Pattern("part-of", ("part",), "the (?P<part>DAYPART) of (?P<weekday>WEEKDAY)", make_part_of, (" of ",)),
    Pattern("iso-date", ("year",), r"(?P<iso>(?P<year>\d{4})-(?P<m>\d\d)-(?P<d>\d\d))", make_numeric),
    Pattern("numeric-date", ("year",), r"(?P<a>\d\d?)[/.-](?P<b>\d\d?)[/.-](?P<year>(?:19|20)\d\d)", make_numeric),
    Pattern("attack", ("attack",), "9/11", make_attack, ("9/11",)),
    Pattern("every-month", ("month",), "(?:every|each) (?P<month>MONTHNAME)", make_every_month, ("every", "each")),
    Pattern("month", ("month",), f"(?P<mod>HALVES|EDGE)?{WHICH}(?P<month>MONTH){OF_YEAR}?", make_month),
    Pattern("every-weekday", ("weekday",),
            "(?:(?:every|each)(?: other)? )?(?P<weekday>WEEKDAYS)(?: (?P<part>DAYPARTs?))?", make_every_weekday,
            ("days",)),
    Pattern("every-weekday", ("weekday",),
            "(?:every|each) (?P<weekday>WEEKDAY)(?: (?P<part>DAYPART))?", make_every_weekday, ("every", "each")),
    Pattern("every-weekday", ("weekday",), "(?P<weekday>WEEKDAY) (?P<part>DAYPARTs)", make_every_weekday,
            ("mornings", "afternoons", "evenings", "nights")),
    Pattern("weekday", ("unit",),
            r"(?:WHEN )?(?P<week>last|next) week,? (?:on )?(?P<weekday>WEEKDAY)(?: (?P<part>DAYPART))?", make_weekday,
            ("week",)),
    Pattern("weekday", ("weekday",),
            rf"(?:(?:WHEN|mid|midday)(?: on)? )?{WHICH}(?P<weekday>WEEKDAY)"
            r"(?: (?P<part>DAYPART)| (?:of )?(?P<week>last|this|next) week)?", make_weekday),
)  # fmt: skip
