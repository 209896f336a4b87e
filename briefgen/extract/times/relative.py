"""Expressions that hang on the article's date or on a date mentioned before: last week, 14 months ago, that year."""

import re
from datetime import date, timedelta

from briefgen.extract.times.desk import Desk, Found, unresolved, value
from briefgen.extract.times.words import Match, Pattern, number, part, words
from briefgen.model import dates
from briefgen.model.annotation import Anchor
from briefgen.model.regex import regex

_UNITS = {"D": ("day", 1), "W": ("week", 1), "F": ("week", 2), "MO": ("month", 1), "Q": ("quarter", 1),
          "Y": ("year", 1), "E": ("year", 10), "C": ("year", 100)}  # fmt: skip
_MOST = 10_000
_LONGER = regex(r"\b(?:six|nine|6|9)[ -]months?\b|\b(?:full|fiscal) year\b|\byear (?:ended|ending)\b|\bfirst half\b")
_FIGURES = regex(r"[$#£€%]|\b(?:cents|[mb]illion|percent|net|profit|loss|revenue|earnings|income|sales|prices)\b")


def _titled(match: Match, name: str, desk: Desk) -> bool:
    """Whether the word has a capital inside a sentence, as in the name of a paper or show."""
    at = match.start(name)
    before = desk.text[max(at - 4, 0) : at].rstrip()[-1:]
    inside = before.isalnum() or before == ","
    return inside and desk.text[at].isupper() and not desk.text[at + 1].isupper()


def _doubtful(found: Found) -> Found:
    """A hedged date ("about two years ago", "a decade ago") is approximate."""
    if found.edtf is None or "/" in found.edtf or found.edtf[-1] in "?~%":
        return found
    return Found(found.type, found.value, f"{found.edtf}~", found.anchor, found.score)


def make_deictic(match: Match, desk: Desk) -> Found | None:
    """Reads "today", "yesterday morning", "late tomorrow", "tonight"."""
    if _titled(match, "word", desk):
        return None
    word, when = match["word"], part(match, "part")
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0) * (2 if part(match, "twice") else 1)
    if word == "tonight":
        return desk.relative(Anchor("day"), 0.9, "TIME", "TNI")
    if when:
        return desk.relative(Anchor("day", shift), 0.9, "TIME", f"T{words().parts[when]}")
    return desk.relative(Anchor("day", shift), 0.95)


_DURING = regex(r"\b(?:in|during|throughout|later in) $")


def make_part(match: Match, desk: Desk) -> Found | None:
    """Reads "this morning", "last night", "overnight"."""
    which, when = part(match, "which"), part(match, "part")
    if not when:
        return desk.relative(Anchor("day", -1), 0.7, "TIME", "TNI")
    code = f"T{words().parts[when]}"
    if which.endswith("that") or which in ("the", "the same"):
        if which == "the" and (not _DURING.search(desk.before(match)) or desk.after(match).startswith(" of ")):
            return None
        last = desk.last if desk.last and desk.last_age <= 1 and dates.is_day(desk.last) else None
        today = desk.published if desk.day and not desk.before(match).endswith("later in ") else None
        there = desk.here or (last or today if which == "the" else None)
        return Found("TIME", f"{there}{code}", there, None, 0.7) if there and dates.is_day(there) else None
    if which.endswith(("next", "following", "previous")):
        return _beside("previous" in which, desk, code)
    if which == "last" and when != "night":
        return None
    return desk.relative(Anchor("day", -1 if which == "last" else 0), 0.9, "TIME", code)


def _beside(before: bool, desk: Desk, code: str) -> Found | None:
    there = desk.here or (desk.last if desk.last and dates.is_day(desk.last) else None)
    if there is None or there in (date.min.isoformat(), date.max.isoformat()):
        return None
    day = (date.fromisoformat(there) + timedelta(days=-1 if before else 1)).isoformat()
    return Found("TIME" if code else "DATE", day + code, day, None, 0.7)


def make_shifted(match: Match, desk: Desk) -> Found | None:
    """Reads "last week", "earlier this year", "the coming month", "the past year"."""
    which, unit = match["which"].split()[-1], words().units[match["unit"]]
    if _titled(match, "unit", desk) or unit not in (*_UNITS, "WE"):
        return None
    shift = {"last": -1, "past": -1, "next": 1, "coming": 1, "previous": -1, "following": 1}.get(which, 0)
    if unit == "WE":
        gone = which == "this" and desk.day and desk.day.isoweekday() in (1, 2) and desk.tense(match.start()) == -1
        return _weekend(-1 if gone else shift, desk)
    if which in ("that", "same", "previous", "following"):
        return _referring(which, unit, desk)
    if unit == "D" and match["which"] == "the next":
        return _beside(False, desk, "")
    if unit in ("D", "E", "C"):
        return _long_past(which, unit, desk)
    name, size = _UNITS[unit]
    found = desk.relative(Anchor(name, shift * size), 0.85 if unit == "W" else 0.9)  # type: ignore[arg-type]
    return _until_now(found, desk) if which == "past" else found


def make_far(match: Match, desk: Desk) -> Found:
    """Reads "the week before last", "the year after next"."""
    shift, unit = (-2 if match["far"].startswith("before") else 2), words().units[match["unit"]]
    return _weekend(shift, desk) if unit == "WE" else desk.relative(Anchor(_UNITS[unit][0], shift))  # type: ignore[arg-type]


def _until_now(found: Found, desk: Desk) -> Found:
    """The past year ends today, so its dates reach from last year into this one."""
    edtf = found.edtf and dates.cover(found.edtf, desk.published or found.edtf)
    return Found("DATE", found.value, edtf, found.anchor if edtf is None else None, 0.8)


def _long_past(which: str, unit: str, desk: Desk) -> Found | None:
    """The past decade or century is a length, this century a date; "this day", "this decade" are left alone."""
    if unit != "D" and which in ("past", "last"):
        return Found("DURATION", "P10Y" if unit == "E" else "P100Y")
    if unit == "C" and which == "this" and desk.year:
        return Found("DATE", f"{desk.year // 100:02}", f"{desk.year // 100:02}XX")
    return None


def _weekend(shift: int, desk: Desk) -> Found:
    """Saturday and Sunday of the week so many weeks from the article's."""
    if desk.day is None:
        return Found("DATE", "XXXX-WXX-WE", None, Anchor("week", shift))
    saturday = desk.day + timedelta(days=6 - desk.day.isoweekday(), weeks=shift)
    year, number_, _ = saturday.isocalendar()
    return Found(
        "DATE", f"{year:04}-W{number_:02}-WE", dates.from_bounds(saturday, saturday + timedelta(days=1)), None, 0.85
    )


def _referring(which: str, unit: str, desk: Desk) -> Found | None:
    """Reads "that year", "the following month", "the same day": from the date mentioned last."""
    shift = {"previous": -1, "following": 1}.get(which, 0)
    name = {"D": "day", "W": "week", "MO": "month", "Q": "quarter", "Y": "year"}.get(unit)
    if name is None:
        return None
    there = desk.last
    if unit == "Q" and desk.quarter:
        year, quarter = desk.quarter
        index = year * 4 + quarter - 1 + shift
        return desk.quarter_of(index // 4, index % 4 + 1, None, 0.7)
    finest = {"day": 10, "week": 10, "month": 7, "quarter": 7, "year": 4}[name]
    anchor = Anchor(name, shift)  # type: ignore[arg-type]
    if there is None or len(there) < finest:
        known = unit in ("Y", "MO") or (unit == "D" and which == "that")
        return Found("DATE", unresolved(anchor), None, None, 0.6) if known else None
    edtf = dates.resolve(anchor, there[:10] if unit in ("D", "W") else there[:finest])
    if edtf is None:
        return None
    return Found("DATE", value(anchor, edtf), edtf, None, 0.75)


def make_within(match: Match, desk: Desk) -> Found | None:
    """Reads "earlier in the year", "later in the day", "the end of the month", "year-end"."""
    unit = words().units[match["unit"]]
    if unit not in ("D", "W", "MO", "Y"):
        return None
    if unit == "D":  # of the day that was told of, which need not be the article's
        there = desk.last if desk.last and desk.last_age <= 1 and dates.is_day(desk.last) else None
        found = desk.relative(Anchor("day"))
        return Found("DATE", there or found.value, there, None, 0.6)
    return desk.relative(Anchor(_UNITS[unit][0]), 0.75)  # type: ignore[arg-type]


def make_the(match: Match, desk: Desk) -> Found | None:
    """Reads "the year", "the week", "the weekend", "the quarter": this one, unless a closing day makes it a length."""
    unit = words().units[match["unit"]]
    after = desk.after(match).lstrip()
    if unit == "WE":
        ahead = desk.day is None or desk.day.isoweekday() >= 6 or desk.direction(match.start()) > 0
        return _weekend(0 if ahead else -1, desk)
    if after.startswith(("ended", "ending", "to ", "through ")) and unit == "Y":
        return Found("DURATION", "P1Y")
    if after.startswith(
        ("before", "after", "that", "when", "of ", "he ", "she ", "they ", "since", "the ", "in which", "later")
    ):
        return _week_of(match, desk) if unit == "W" and after.startswith("of ") else None
    if unit == "Q":
        return make_latest(match, desk)
    return desk.relative(Anchor(_UNITS[unit][0]), 0.65)  # type: ignore[arg-type]


def _week_of(match: Match, desk: Desk) -> Found | None:
    """Reads "the week of May 18": Monday to Sunday."""
    form = re.compile(r" +of +(" + "|".join(words().months) + r")\.? +(\d\d?)(?!\d)")
    found = form.match(desk.low, match.end())
    if not found or not 1 <= int(found[2]) <= 28:
        return None
    month, month_day = words().months[found[1]], int(found[2])
    anchor = Anchor("day", month=month, day=month_day, direction=desk.side(match.start(), month, month_day))
    edtf = dates.resolve(anchor, desk.published) if desk.published else None
    if edtf is None or not dates.is_day(edtf):
        return Found("DATE", "XXXX-WXX", None, None, 0.6, found.end())
    day = date.fromisoformat(edtf[:10])
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Found(
        "DATE", f"{year:04}-W{week:02}", dates.from_bounds(monday, monday + timedelta(days=6)), None, 0.8, found.end()
    )


def make_ago(match: Match, desk: Desk) -> Found | None:
    """Reads "14 months ago", "nearly four years ago", "a few days ago", "two weeks from now"."""
    unit, amount = words().units[match["unit"]], number(match["n"] or "one") if match["n"] not in ("a", "an") else 1.0
    sign = 1 if part(match, "ahead") else -1
    if amount is not None and amount > _MOST:
        return None
    if amount is None or part(match, "n") in ("a few", "few", "several", "many", "some"):
        return Found("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF")
    if part(match, "half"):
        amount += 0.5
    if unit in ("H", "M", "S"):
        return desk.relative(Anchor("day"), 0.6, "TIME", "TXX")
    if unit == "Y" and amount == 1 and sign < 0 and desk.quarter and _compared(desk):
        found = _year_earlier(desk)
        return Found("DATE", found.value, found.edtf, Anchor("year", -1), found.score)
    if unit not in _UNITS:
        return None
    name, size = _UNITS[unit]
    if amount % 1 and name == "year":
        name, size = "month", 12 * size
    found = desk.relative(Anchor(name, round(sign * amount * size)), 0.9)  # type: ignore[arg-type]
    return _doubtful(found) if part(match, "hedge") or unit in ("E", "C") else found


def _compared(desk: Desk) -> bool:
    """Whether a quarter's figures are compared with a year before, so that "a year ago" is that quarter then."""
    return desk.says(_FIGURES) and not desk.says(_LONGER)


def _year_earlier(desk: Desk) -> Found:
    """The quarter under report, a year before; the date itself is only as fine as the words: that year."""
    assert desk.quarter is not None
    year, quarter = desk.quarter
    return Found("DATE", f"{year - 1:04}-Q{quarter}", f"{year - 1:04}", None, 0.75)


def make_earlier(match: Match, desk: Desk) -> Found | None:
    """Reads "a year earlier", "year-ago", "the year-earlier quarter": a year before the time that is told of.

    Where no such time is named, the value is a year before the article's, but there is no date to rely on.
    """
    if desk.quarter and not desk.says(_LONGER):
        found = _year_earlier(desk)
        return desk.quarter_of(desk.quarter[0] - 1, desk.quarter[1], None, 0.75) if part(match, "what") else found
    if desk.last and desk.last_age <= 1 and not _compared(desk):
        year = int(desk.last[:4]) - 1
        return Found("DATE", f"{year:04}", f"{year:04}", None, 0.7) if year else None
    found = desk.relative(Anchor("year", -1))
    return Found("DATE", found.value, None, None, 0.6)


def make_latest(match: Match, desk: Desk) -> Found | None:
    """Reads "the quarter", "the latest period": the quarter under report, else the one before the article's."""
    after = re.match(r" ended ([a-z]+)\.? (\d+)", desk.after(match))
    if after and after[1] in words().months and desk.day is not None:
        month = words().months[after[1]]
        return desk.quarter_of(desk.day.year - (month > desk.day.month), (month + 2) // 3, None, 0.8)
    year = int(part(match, "year")) if part(match, "year") else None
    if desk.quarter:
        return desk.quarter_of(year or desk.quarter[0], desk.quarter[1], None, 0.7)
    if year:
        return Found("DATE", f"{year:04}", f"{year:04}")
    found = desk.relative(Anchor("quarter", -1), 0.6)
    return Found("DATE", found.value, None, None, 0.5) if part(match, "period") else found


def make_quarter(match: Match, desk: Desk) -> Found | None:
    """Reads "the third quarter", "this year's first quarter", "the fiscal first quarter", "the 1988 second quarter"."""
    quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}.get(match["n"])
    if quarter is None:
        return None
    year = int(part(match, "year") or part(match, "year2") or part(match, "year3") or 0) or None
    shift = part(match, "shift") or part(match, "shift2")
    if shift and desk.year:
        year = desk.year + {"last": -1, "this": 0, "next": 1}[shift]
    fiscal = "fiscal" in match[0]
    ended = desk.after(match).startswith(" ended")
    if year is None and part(match, "ago"):
        year = desk.year - 1 if desk.year else None
        if desk.quarter:
            year = desk.quarter[0] if desk.quarter[1] != quarter else desk.quarter[0] - 1
    if year is not None:
        found = desk.quarter_of(year, quarter, None, 0.9)
    else:
        direction = -1 if desk.day is None or _over(desk, quarter) else desk.direction(match.start())
        found = desk.relative(Anchor("quarter", month=3 * quarter - 2, direction=direction), 0.85)
    told = found.value[:4].isdigit() and "Q" in found.value and (ended or desk.reports(int(found.value[:4]), quarter))
    return Found("DATE", found.value, None if fiscal else found.edtf, found.anchor, found.score, None, told)


def _over(desk: Desk, quarter: int) -> bool:
    """Whether this quarter is running or was the last one: then it is the one meant, whatever the tense."""
    return desk.day is not None and ((desk.day.month + 2) // 3 - quarter) % 4 <= 1


def make_half(match: Match, desk: Desk) -> Found | None:
    """Reads "the first half of 2020", "the second half of the year"."""
    half = 1 if match["n"] == "first" else 2
    year = int(part(match, "year")) if part(match, "year") else desk.year
    if year is not None and part(match, "shift") in ("last", "next"):
        year += {"last": -1, "next": 1}[match["shift"]]
    if year is None:
        return Found("DATE", f"XXXX-H{half}")
    first, last = (1, 6) if half == 1 else (7, 12)
    return Found("DATE", f"{year:04}-H{half}", f"{year:04}-{first:02}/{year:04}-{last:02}")


def make_fiscal(match: Match, desk: Desk) -> Found | None:
    """Reads "fiscal 2019", "the current fiscal year": its months are the house's own, so the date is approximate."""
    if part(match, "year"):
        year = int(match["year"])
        return Found("DATE", f"{year:04}", f"{year:04}~", None, 0.85)
    if desk.after(match).lstrip().startswith(("ended", "ending")):
        return Found("DURATION", "P1Y")
    which = part(match, "which").split()[-1:]
    shift = -1 if which in (["last"], ["past"], ["previous"]) else 1 if which in (["next"], ["coming"]) else 0
    found = desk.relative(Anchor("year", shift), 0.8)
    return Found("DATE", found.value, found.edtf and found.edtf.rstrip("?~%") + "~", found.anchor, found.score)


_AHEAD = regex(r" (?:will|would|may|might|could|be|begin|start)\b")


def make_vague(match: Match, desk: Desk) -> Found | None:
    """Reads "now", "recently", "in the near future"."""
    text = re.sub(" +", " ", match["vague"])
    after = desk.after(match)
    if text == "the past" and re.match(
        r" (?:[a-z]+ )?(?:\d|(?:year|month|week|day|decade|centur|summer|winter|season|quarter|hour)(?:s|y|ies)?\b)",
        after,
    ):
        return None
    if text == "soon" and (after.startswith(" as ") or not (desk.tense(match.start()) == 1 or _AHEAD.match(after))):
        return None
    if text == "now" and (after.startswith("-") or desk.before(match).endswith("-")):
        return None
    return Found("DATE", words().vague.get(text, "PAST_REF"), None, None, 0.8)


def make_adjective(match: Match, desk: Desk) -> Found | None:
    """Reads "current" before a noun."""
    return Found("DATE", "PRESENT_REF", None, None, 0.6)


def make_year_end(match: Match, desk: Desk) -> Found | None:
    """Reads "by year-end": around the last day, so no finer than its month."""
    if desk.year is None:
        return Found("DATE", "XXXX-12-31", None, Anchor("year", month=12), 0.7)
    year = desk.year - desk.before(match).endswith("since ")
    return Found("DATE", f"{year:04}-12-31", f"{year:04}-12", Anchor("year", year - desk.year, month=12), 0.8)


_THIS = "this|last|next|this past|this coming|past|current|coming|the (?:current|coming|past|last|next)"
_MOD = "(?:(?:WHEN|mid)(?: in| on)?[ -]|HALVES|EDGE)?"
_SOME = "(?P<hedge>HEDGE)?(?P<n>NUMBER|an?) (?P<unit>UNIT)"

PATTERNS = (
    Pattern("deictic", ("deictic",),
            "(?:WHEN )?(?:(?P<twice>the day (?:before|after)) )?(?P<word>today|yesterday|tomorrow|tonight)"
            "(?: (?P<part>DAYPART))?", make_deictic),
    Pattern("deictic", ("deictic",), "(?P<part>DAYPART) (?P<word>yesterday|tomorrow)", make_deictic),
    Pattern("part", ("part",),
            "(?:(?:WHEN|mid)[ -])?(?P<which>this|last|that|the (?:next|following|previous|same)) (?P<part>DAYPART)",
            make_part),
    Pattern("part", ("part",), "(?P<which>the) (?P<part>DAYPART)", make_part),
    Pattern("part", ("part",), "mid[ -]?(?P<part>morning|afternoon)", make_part, ("mid",)),
    Pattern("part", ("part",), "overnight", make_part, ("overnight",)),
    Pattern("shifted", ("unit",), rf"{_MOD}(?P<which>{_THIS}) (?P<unit>PERIOD)", make_shifted),
    Pattern("referring", ("unit",),
            "(?:WHEN )?(?P<which>that same|that|the (?:same|previous|following)) (?P<unit>PERIOD)", make_shifted),
    Pattern("before-last", ("unit",),
            "the (?P<unit>week|weekend|month|year) (?P<far>before last|after next)", make_far, ("before", "after")),
    Pattern("within", ("unit",), "(?:(?:WHEN) in |EDGE)the (?P<unit>PERIOD)", make_within),
    Pattern("within", ("unit",), "(?:EDGE)(?P<unit>PERIOD)", make_within, (" of ",)),
    Pattern("the", ("unit",), "the (?:full |whole |entire )?(?P<unit>week|month|year|weekend|quarter)", make_the),
    Pattern("ago", ("ago", "unit"), rf"{_SOME}(?P<half> and a half)?(?: or (?:so|two|more))? ago", make_ago, ("ago",)),
    Pattern("long-ago", ("ago", "unit"), "(?P<vague>PERIODS ago)", make_vague, ("ago",)),
    Pattern("ahead", ("unit",), rf"{_SOME}(?: or so)? (?P<ahead>from now|hence)", make_ago, ("now", "hence")),
    Pattern("earlier", ("unit",), "(?:a|the) year[ -](?:earlier|before)", make_earlier, ("earlier", "before")),
    Pattern("earlier", ("unit", "period"),
            "(?:the )?(?:comparable |corresponding |same )?year-(?:ago|earlier|before)(?P<what> quarter| period)?",
            make_earlier, ("year-",)),
    Pattern("quarter", ("unit",),
            r"(?:the |its |this )?(?:(?P<shift>last|this|next) year's )?(?:(?P<ago>year-ago|year-earlier) )?"
            r"(?P<year>YEAR )?(?:fiscal[- ](?P<year2>YEAR )?)?(?P<n>ORDINAL)[- ](?:fiscal )?quarter"
            r"(?: (?:of|in) (?:fiscal )?(?P<year3>YEAR)|,? (?:of )?(?P<shift2>last|this|next) year)?",
            make_quarter, ("quarter",)),
    Pattern("latest", ("unit", "period"),
            "the (?:latest|most recent|(?P<year>YEAR)) (?:quarter|(?P<period>period))", make_latest),
    Pattern("half", ("half",),
            "(?:the )?(?P<n>first|second|last|latter)[ -]half of "
            "(?:the year|(?P<shift>this|last|next) year|(?:fiscal )?(?P<year>YEAR))", make_half, ("half",)),
    Pattern("fiscal", ("fiscal", "unit", "year"), "(?:the )?(?:fiscal(?: year)?|fy)[ -]?(?P<year>YEAR)", make_fiscal),
    Pattern("fiscal", ("fiscal", "unit"),
            "(?:(?P<which>this|last|next|the (?:current|latest|coming|past|previous|full|next|last)|the) )fiscal year",
            make_fiscal, ("fiscal",)),
    Pattern("vague", ("vague", "unit", "ago"), "(?P<vague>VAGUE)", make_vague),
    Pattern("adjective", ("current",), "current", make_adjective, ("current",)),
    Pattern("year-end", ("unit",), "(?:the )?(?:year-end|year end|year's end)", make_year_end, ("end",)),
)  # fmt: skip
