"""The words of time expressions: the lexicon, the pieces that patterns are made of, and numbers in words."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from msgspec import Struct

from briefgen.model.data import data_text
from briefgen.model.regex import regex

Match = re.Match[str]

UNIT_CODES = {"S": "TS", "M": "TM", "H": "TH", "D": "D", "W": "W", "WE": "WE", "F": "W", "MO": "M", "Q": "Q", "Y": "Y",
              "E": "E", "C": "C"}  # fmt: skip


class Words(Struct, frozen=True):
    """The lexicon: lower-case words with what they stand for."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    parts: dict[str, str]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    vague: dict[str, str]
    holidays: dict[str, tuple[int, ...]]
    openers: frozenset[str]
    papers: frozenset[str]
    attacks: dict[tuple[int, int], int]
    tense: dict[str, frozenset[str]]


@cache
def words() -> Words:
    """The lexicon, read once."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = data_text("briefgen.extract", "lexicon/en/times.yaml")
    table = yaml.load(source, loader)  # noqa: S506 - a safe loader either way
    ordinals = table["ordinals"]
    tens = ("twenty", "thirty")
    ordinals |= {f"{ten}-{word}": 10 * i + n for i, ten in enumerate(tens, 2) for word, n in ordinals.items() if n < 10}
    tense = """
        future_auxiliaries future_controls future_adjectives scheduled expecting calling gatherings lasting moving
        """.split()
    return Words(
        months=table["months"] | table["month_abbreviations"],
        weekdays=table["weekdays"] | table["weekday_abbreviations"],
        seasons=table["seasons"],
        parts=table["parts"],
        units=table["units"] | table["unit_forms"],
        numbers=table["numbers"],
        ordinals=ordinals,
        decades=table["decades"],
        vague={phrase: value for value, phrases in table["vague"].items() for phrase in phrases},
        holidays={name: tuple(day) for name, day in table["holidays"].items()},
        openers=frozenset(table["openers"]),
        papers=frozenset(table["papers"]),
        attacks={(int(day[:2]), int(day[3:])): year for day, year in table["attacks"].items()},
        tense={key: frozenset(table[key]) for key in tense},
    )


def _either(names: Any) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) + ")"


@cache
def _pieces() -> dict[str, str]:
    """Named pieces of patterns; a pattern writes them in capitals."""
    w = words()
    long_months = [name for name in w.months if len(name) > 4 or name in ("may", "june", "july")]
    short_months = [name for name in w.months if name not in long_months]
    number = rf"(?:\d[\d,]*(?:\.\d+)?(?: \d/\d)?|{_either(w.numbers)}(?:(?:-| and | )(?:{_either(w.numbers)}))*)"
    return {
        "MONTHNAME": _either(long_months),
        "MONTH": f"(?:{_either(long_months)}|{_either(short_months)}\\b\\.?)",
        "WEEKDAYS": f"{_either(n for n in w.weekdays if n.endswith('day'))}s",
        "WEEKDAY": _either(n for n in w.weekdays if n.endswith("day")),
        "WKD": f"(?:{_either(w.weekdays)}\\.?)",
        "DAYS": r"(?:[012]?\d|3[01])",
        "DAY": f"(?:(?:[012]?\\d|3[01])(?:st|nd|rd|th)?|{_either(w.ordinals)})(?!\\d|[.,:]\\d|-year)",
        "YEAR": r"(?:1\d\d\d|20\d\d)(?!\d|[.,:]\d)",
        "SPELLED": f"(?:nineteen[ -]{_either(w.numbers)}(?:-{_either(w.numbers)})?|"
                   f"two thousand(?: and)?(?: {_either(w.numbers)})?)",
        "ORDINAL": rf"(?:{_either(w.ordinals)}|\d\d?(?:st|nd|rd|th))",
        "SEASON": _either(w.seasons),
        "DAYPART": "(?:morning|afternoon|evening|night)",
        "WHEN": "(?:early|late|earlier|later|sometime)",
        "PERIODS": _either(n for n in w.units if n.endswith(("s", "ies"))),
        "PERIOD": _either(n for n in w.units if not n.endswith("s") and n != "second"),
        "UNIT": _either(w.units),
        "NUMBER": f"(?:(?:an? )?(?:couple(?: of)?|few|dozen|hundred|half)|several|many|some|{number}(?: and a half)?)",
        "HEDGE": "(?:(?:about|almost|nearly|around|approximately|roughly|some|over|under|at least|at most|up to|"
                 "more than|less than|no more than|fewer than|as (?:many|long|much) as|just|only|barely) )",
        "HALVES": "(?:(?:early|late|mid|middle|mid-to-late)[ -](?:in |of |on )?(?:the )?)",
        "EDGE": "(?:(?:the )?(?:very )?(?:start|beginning|end|middle|close|latter part|early part) of (?:the )?)",
        "HOLIDAY": _either(w.holidays),
        "DECADE": _either(w.decades),
        "ZONE": "(?:e[sd]?t|c[sd]t|m[sd]t|p[sd]t|gmt|utc|bst|cet|cest|local time|eastern|[a-z]+ time)",
        "VAGUE": _either(w.vague),
    }  # fmt: skip


_PIECE = regex(r"\b[A-Z]{3,}(?=s?\b)")
_SPACE = regex(r"\[[^\]]*\]|\\? \??")


def pattern(source: str) -> re.Pattern[str]:
    """A pattern over a sentence in small letters; pieces in capitals, a space is any run of spaces."""
    pieces = _pieces()
    full = _PIECE.sub(lambda found: pieces[found[0]], source)
    return regex(_SPACE.sub(_spaces, full) + r"(?![^\W_])")


def _spaces(found: re.Match[str]) -> str:
    """Lets a space of a pattern stand for several; spaces in brackets stay."""
    return found[0] if found[0][0] == "[" else " *" if found[0].endswith("?") else " +"


def part(match: Match, name: str) -> str:
    """What a named group of a pattern matched; empty where the pattern has no such group or it took no part."""
    return (match.groupdict().get(name) or "").strip()


class Pattern(Struct, frozen=True):
    """One kind of expression: the words that call it up, its form, and the maker of its meaning.

    A sentence that holds it holds one of ``needs``, where there are any; they save trying the form.
    """

    name: str
    triggers: tuple[str, ...]
    source: str
    make: Callable[..., Any]
    needs: tuple[str, ...] = ()


def number(text: str) -> float | None:
    """A number in digits or words; None where the words leave it open ("several")."""
    text = text.strip()
    if text[:1].isdigit():
        whole, _, fraction = text.replace(",", "").partition(" ")
        over, _, under = fraction.strip().partition("/")
        return float(whole) + (int(over) / int(under) if under and int(under) else 0)
    table, total, part, known = words().numbers, 0.0, 0.0, False
    for word in re.findall(r"[a-z]+", text):
        if word == "couple":
            return 2
        if word == "half":
            part, known = part + 0.5, True
        value = table.get(word)
        if value is None:
            continue
        known = True
        if value == 1000:
            total, part = total + (part or 1) * 1000, 0
        elif value in (12, 100) and word in ("dozen", "hundred"):
            part = (part or 1) * value
        else:
            part += value
    return total + part if known else None


def spelled_year(text: str) -> int | None:
    """Reads "nineteen ninety-six", "two thousand"."""
    found = [words().numbers[word] for word in re.findall(r"[a-z]+", text) if word in words().numbers]
    if found[:1] == [19]:
        return 1900 + sum(found[1:])
    return 2000 + sum(found[2:]) if found[:2] == [2, 1000] else None


def duration(amount: float | None, unit: str) -> str:
    """A TimeML duration: P3D, PT2H, PXM; halves in the next smaller unit (P2Y6M), decades in years."""
    code = UNIT_CODES[unit]
    if amount is None:
        return f"PTX{code[1]}" if code[0] == "T" and len(code) == 2 else f"PX{code[0] if code != 'WE' else 'WE'}"
    amount *= {"F": 2, "E": 10, "C": 100, "Q": 3}.get(unit, 1)
    code = {"E": "Y", "C": "Y", "Q": "M", "WE": "WE"}.get(code, code)
    time, letter = ("T", code[1]) if code[0] == "T" else ("", code)
    whole = int(amount)
    half = (
        {"Y": "6M", "H": "30M", "M": "30S"}.get(letter if time or letter == "Y" else "")
        if amount - whole == 0.5
        else None
    )
    if half:
        return f"P{time}{whole}{letter}{half}" if whole else f"P{time}{half}"
    return f"P{time}{whole if amount == whole else amount:g}{letter}"
