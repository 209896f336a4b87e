"""How long, how often: durations (P3D) and sets (every week)."""

from briefgen.extract.times.desk import Desk, Found
from briefgen.extract.times.words import Match, Pattern, duration, number, part, words

_OPEN = ("a few", "few", "several", "many", "some")


def _amount(text: str) -> float | None:
    return None if text in _OPEN else number(text)


def make_counted(match: Match, desk: Desk) -> Found | None:
    """Reads "nearly forty years", "the past three months", "two-week", "at least 20 more years", "a couple of days"."""
    unit, text = words().units[match["unit"]], match["n"]
    amount = _amount(text)
    if unit == "S" and match["unit"] == "second":
        return None
    if desk.text[match.start("unit")].isupper():
        return None  # "60 Minutes", "the Hundred Years War": names
    if part(match, "half") and amount is not None:
        amount += 0.5
    before = desk.before(match).rstrip()
    if before.endswith(("$", "#", "£", "€", "age of", "aged")) or desk.after(match).startswith(
        (" old", "-old", " of age")
    ):
        return None
    if amount is not None and amount > 9999 and unit != "Y":
        return None
    return Found("DURATION", duration(amount, unit), None, None, 0.9)


def make_hyphened(match: Match, desk: Desk) -> Found | None:
    """Reads "two-year", "8-month-old"; ages ("6-year-old") and names ("the Six-Day War") are no times."""
    unit = words().units[match["unit"]]
    if (match["old"] and unit == "Y") or match["unit"] == "quarters" or desk.text[match.start("unit")].isupper():
        return None
    return Found("DURATION", duration(_amount(match["n"]), unit), None, None, 0.9)


def make_single(match: Match, desk: Desk) -> Found | None:
    """Reads "a year", "an hour", "a minute and a half"; "$5 million a year" tells how often."""
    unit = words().units[match["unit"]]
    before, after = desk.before(match).split()[-3:], desk.after(match)
    if after.startswith(" old") or (
        not _SPEED.isdisjoint(before) and not (before[-1:] == ["hours"] and unit in ("W", "MO", "Y"))
    ):
        return None
    rate = before[-1:] in (["days"], ["hours"]) or any(_is_count(word) for word in before)
    if unit == "D" and not rate and not after.startswith((" earlier", " later", " after ", " before ")):
        return None
    return Found("SET" if rate else "DURATION", duration(1.5 if match["half"] else 1.0, unit), None, None, 0.7)


_SPEED = frozenset({"miles", "kilometers", "kilometres", "km", "hours"})


def _is_count(word: str) -> bool:
    return word[:1] in "$#£€0123456789" or word in ("times", "once", "twice", "million", "billion")


def make_half(match: Match, desk: Desk) -> Found | None:
    """Reads "half an hour", "half a year"."""
    return Found("DURATION", duration(0.5, words().units[match["unit"]]), None, None, 0.8)


_GAPS = ("years", "months", "decades", "centuries")  # "the first time in years"


def make_bare(match: Match, desk: Desk) -> Found | None:
    """Reads "for years", "within weeks", "after months of talks"."""
    before = desk.before(match).split()[-1:]
    if before and (before[0] in ("for", "within", "after", "over") or (before[0] == "in" and match["unit"] in _GAPS)):
        return Found("DURATION", duration(None, words().units[match["unit"]]), None, None, 0.7)
    return None


def make_long(match: Match, desk: Desk) -> Found | None:
    """Reads "decades-long", "weeklong"."""
    unit = match["unit"] or match["unit2"]
    return Found("DURATION", duration(None if unit.endswith("s") else 1.0, words().units[unit]), None, None, 0.8)


def make_every(match: Match, desk: Desk) -> Found | None:
    """Reads "every day", "each of the last three years", "every two weeks", "daily"."""
    unit = part(match, "unit")
    if not unit:
        unit = {"daily": "day", "annually": "year"}.get(match[0], match[0].removesuffix("ly"))
        if match[0] in ("monthly", "quarterly", "weekly", "yearly", "hourly", "daily") and not _adverb(match, desk):
            return None
    if words().units[unit] == "S":
        return None
    amount = _amount(part(match, "n") or "one") or 1.0
    code = duration(amount, words().units[unit])
    return Found("SET", "P1Q" if code == "P3M" and "quarter" in unit else code, None, None, 0.8)


def _adverb(match: Match, desk: Desk) -> bool:
    """Reads "The Daily Star" is a name."""
    return not desk.text[match.start()].isupper()


_THE = "(?:the |these |those |this |her |his |its |their )?"
_WHICH = (
    "(?:(?:past|last|next|first|final|coming|latest|previous|following|remaining|opening|closing|additional|intervening|"
    "recent|full|extra|other|entire|whole) )?"
)
_KIND = (
    "(?:(?:more|additional|consecutive|straight|full|whole|long|trading|working|business|calendar|further|extra|solid|"
    "short) )?"
)
_ONE = "(?P<unit>day|week|month|year|decade|century|hour|minute|fortnight)"

PATTERNS = (
    Pattern("counted", ("unit",),
            rf"(?:(?!over the|under the)HEDGE)?{_THE}{_WHICH}(?:HEDGE)?(?P<n>NUMBER)(?: (?:to|or) NUMBER)? {_KIND}"
            r"(?P<unit>PERIODS|day|week|month|hour|minute|year)(?P<half> and a half)?", make_counted),
    Pattern("hyphened", ("unit",),
            "(?:HEDGE)?(?P<n>NUMBER)-(?P<unit>PERIODS|PERIOD)(?:-long|(?P<old>-olds?))?", make_hyphened, ("-",)),
    Pattern("single", ("unit",),
            rf"(?:HEDGE)?(?:an?|an? (?:additional|full|whole|further|extra|entire)|another) {_ONE}"
            "(?P<half> and a half)?", make_single),
    Pattern("half", ("unit",), f"half an? {_ONE}", make_half, ("half",)),
    Pattern("bare", ("unit",), "(?P<unit>years|months|weeks|days|hours|minutes|decades|centuries)", make_bare),
    Pattern("long", ("unit", "long"), "(?P<unit>PERIODS|PERIOD)-?long|(?P<unit2>PERIODS)-old", make_long,
            ("long", "-old")),
    Pattern("every", ("unit",),
            "(?:every|each|per)(?: of the)?(?: (?:past|last|next))? (?:(?:other|single) )?(?:(?P<n>NUMBER) )?"
            "(?P<unit>UNIT)", make_every, ("every", "each", "per")),
    Pattern("every", ("set",), "(?:daily|hourly|weekly|monthly|annually)", make_every),
)  # fmt: skip
