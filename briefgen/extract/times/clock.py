"""Times of day: 5 p.m., noon Thursday, 14:30 GMT."""

from briefgen.extract.times.desk import Desk, Found
from briefgen.extract.times.words import Match, Pattern, words
from briefgen.model import dates
from briefgen.model.annotation import Anchor
from briefgen.model.regex import regex


def make_clock(match: Match, desk: Desk) -> Found | None:
    """A clock time on the day that is named beside it, or was named last, or is the article's."""
    groups = match.groupdict()
    hour, minute = _time(groups)
    if hour is None or desk.before(match).endswith("high "):
        return None
    day = _day(match, desk)
    edtf = day.edtf or ""
    stamp = f"T{hour:02}:{minute or '00'}"
    value = f"{edtf.rstrip('?~%')}{stamp}" if edtf and dates.is_day(edtf) else f"{day.value[:10]}{stamp}"
    return Found("TIME", value, day.edtf, day.anchor, min(day.score, 0.9))


def _time(groups: dict[str, str | None]) -> tuple[int | None, str | None]:
    name, half = groups.get("name"), groups.get("half") or ""
    if name:
        return int(words().parts[name][:2]), "00"
    hour = int(groups["hour"] or 99)
    if half.startswith("p") or half in ("afternoon", "evening", "night"):
        if not 1 <= hour <= 12:
            return None, None
        hour = hour % 12 + 12
    elif half:
        if not 1 <= hour <= 12:
            return None, None
        hour %= 12
    return (hour, groups.get("minute")) if hour < 24 else (None, None)


def _day(match: Match, desk: Desk) -> Found:
    """The day a clock time belongs to."""
    groups = match.groupdict()
    if groups.get("weekday"):
        weekday = words().weekdays[match["weekday"]]
        return desk.relative(Anchor("day", weekday=weekday, direction=desk.direction(match.start())), 0.9)
    if groups.get("deictic"):
        shift = {"yesterday": -1, "tomorrow": 1}.get(match["deictic"], 0)
        return desk.relative(Anchor("day", shift), 0.9)
    if groups.get("month"):
        month = words().months[match["month"].rstrip(".")]
        anchor = Anchor(
            "day",
            month=month,
            day=min(int(match["day"]), 28 if month == 2 else 30),
            direction=desk.direction(match.start()),
        )
        if groups.get("year"):
            edtf = f"{match['year']}-{month:02}-{int(match['day']):02}"
            return Found("DATE", edtf, edtf if dates.is_valid(edtf) else None)
        return desk.relative(anchor, 0.85)
    there = desk.here or (desk.last if desk.last and dates.is_day(desk.last) else None)
    if there:
        return Found("DATE", there, there, None, 0.7)
    return desk.relative(Anchor("day"), 0.6)


def make_bare(match: Match, desk: Desk) -> Found | None:
    """Reads "at 14:30", and "at 12.40" where no price, score or share is told."""
    before, after = desk.before(match), desk.after(match)
    if not _AT.search(before) or _COUNTED.match(after):
        return None
    if match["sign"] == "." and (not before.endswith("at ") or not _CLOSES.match(after) or _PRICED.search(before)):
        return None
    return make_clock(match, desk)


def make_hours(match: Match, desk: Desk) -> Found | None:
    """Reads "20:00 hours", "at 1400 hours"; "he flew 1400 hours" is a length."""
    if match["sign"] or match["hour"][0] == "0" or desk.before(match).endswith(("at ", "by ", "until ", "from ")):
        return make_clock(match, desk)
    return None


_AT = regex(r"\b(?:at|until|till|by|from|to|before|after|around|about|since)(?: (?:about|around|precisely|exactly))? $")
_COUNTED = regex(r" ?(?:%|percent|per cent|points?|degrees|[mb]illion|metres|meters|seconds|euros?|dollars?)")
_CLOSES = regex(
    r"$|[.,;!?\"')]| (?:on|in the|local|and|when|as|after|before|but|today|yesterday|WEEKDAY)\b".replace(
        "WEEKDAY", "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    )
)
_PRICED = regex(r"\b(?:clos|open|trad|trade|stood|stand|pric|valu|share|stock|index|rate|settl|quot|peak)\w*\b")

_ON = (
    r"(?:,? (?:on )?(?:(?P<weekday>WEEKDAY)(?! ?\()|(?P<deictic>today|yesterday|tomorrow)|"
    r"(?P<month>MONTH) (?P<day>\d\d?)(?!\d)(?:, (?P<year>YEAR))?))?"
)
_HOUR = r"(?P<hour>[01]?\d|2[0-3])"
_ZONE = r"(?: ZONE| \(ZONE\))?"

PATTERNS = (
    Pattern("clock", ("clock", "weekday", "deictic", "month"),
            rf"{_HOUR}(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap](?:\.m\b\.?|m\b)){_ZONE}(?: \(\d{{4}} gmt\))?{_ON}",
            make_clock, (".m", "am", "pm")),
    Pattern("clock", ("clock", "weekday"), rf"{_HOUR}[:.]?(?P<minute>[0-5]\d) ?gmt{_ZONE}{_ON}", make_clock, ("gmt",)),
    Pattern("clock", ("unit", "minute"), rf"{_HOUR}(?P<sign>[:.]?)(?P<minute>[0-5]\d) ?hours{_ZONE}{_ON}", make_hours,
            ("hours",)),
    Pattern("clock", ("minute",), rf"{_HOUR}(?P<sign>[:.])(?P<minute>[0-5]\d)(?!\d|[.:]\d){_ZONE}{_ON}", make_bare),
    Pattern("clock", ("part",),
            rf"{_HOUR}(?::(?P<minute>[0-5]\d))?(?: o'clock)? in the (?P<half>morning|afternoon|evening)", make_clock,
            (" in ",)),
    Pattern("clock", ("clock",), rf"{_HOUR} o'clock(?: (?:in the|at) (?P<half>DAYPART))?{_ON}", make_clock, ("clock",)),
    Pattern("noon", ("part", "weekday", "deictic", "month"), rf"(?P<name>noon|midnight|midday){_ON}", make_clock,
            ("noon", "midnight", "midday")),
)  # fmt: skip
