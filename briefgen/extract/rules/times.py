"""Time expressions: finds the words that may tell a time, and lets the patterns of each kind read around them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from briefgen.extract.times import calendar as times_calendar
from briefgen.extract.times import clock as times_clock
from briefgen.extract.times import lengths as times_lengths
from briefgen.extract.times import relative as times_relative
from briefgen.extract.times import years as times_years
from briefgen.extract.times.desk import Desk, Found
from briefgen.extract.times.words import Match, pattern, words
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Mention, TimeExpression
from briefgen.model.regex import regex
from briefgen.sockets import Rule

_WORD = regex(r"\d+(?:st|nd|rd|th|s)?|[a-z]+(?:\.[a-z]\b)*")
_MARKS = {"'": "‘’‚‛`´′", "-": "\u2010\u2011\u2012\u2013", " ": "\n\t\r\v\f\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"}
_PLAIN = {ord(mark): plain for plain, marks in _MARKS.items() for mark in marks}
_GAP = regex(r"[ \-:/']{1,6}|, |\. ")
_DIGIT = regex(r"\d")
_CLOCK = regex(r"\d[:.][0-5]\d(?!\d|[.:]\d)")
# All of ASCII but the small letters is space.
_LETTERS = {code: " " for code in range(128) if not chr(code).islower()}
_REACH = 9
_AHEAD = 4

Form = tuple[str, re.Pattern[str], Callable[[Match, Desk], Found | None], tuple[str, ...]]


@cache
def _patterns() -> dict[str, list[Form]]:
    """The patterns by the kind of word that calls them up, in table order."""
    table: dict[str, list[Form]] = {}
    for module in (times_calendar, times_years, times_relative, times_lengths, times_clock):
        for kind in module.PATTERNS:
            form = (kind.name, pattern(kind.source), kind.make, kind.needs)
            for trigger in kind.triggers:
                table.setdefault(trigger, []).append(form)
    return table


@cache
def _forms(kinds: frozenset[str | None]) -> tuple[Form, ...]:
    """The patterns that any of these kinds call up, and those of minutes, each once."""
    named = sorted({kind for kind in kinds if kind} | {"minute"})
    return tuple(dict.fromkeys(form for kind in named for form in _patterns().get(kind, ())))


def _has_any(low: str, needs: tuple[str, ...], held: dict[tuple[str, ...], bool]) -> bool:
    """Whether the sentence has one of the words; ``held`` remembers what was asked."""
    known = held.get(needs)
    if known is None:
        known = held[needs] = any(map(low.__contains__, needs))
    return known


@cache
def _triggers() -> dict[str, str]:
    """The words that may tell a time, with the kind of each."""
    w = words()
    table = {phrase.split()[-1]: "vague" for phrase in w.vague}
    table |= {name.split()[-1]: "holiday" for name in w.holidays}
    table |= dict.fromkeys(w.units, "unit") | {
        unit + "ly": "set" for unit in ("hour", "week", "month", "quarter", "year")
    }
    table |= {name: "weekday" for name in w.weekdays if name.endswith("day")}
    table |= {name + "s": "weekday" for name in w.weekdays if name.endswith("day")}
    table |= dict.fromkeys(w.months, "month") | dict.fromkeys(w.seasons, "season")
    table |= {season + "s": "season" for season in w.seasons} | dict.fromkeys(w.decades, "decade")
    table |= dict.fromkeys(w.parts, "part") | {"nights": "part", "mornings": "part", "overnight": "part"}
    table |= dict.fromkeys(("a.m", "p.m", "am", "pm", "clock", "gmt"), "clock")
    table |= dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), "deictic")
    table |= {"daily": "set", "annually": "set", "ago": "ago", "fiscal": "fiscal", "fy": "fiscal", "period": "period"}
    table |= {
        "recent": "recent",
        "current": "current",
        "half": "half",
        "11": "attack",
        "nineteen": "spelled",
        "thousand": "spelled",
    }
    return table | {"weeklong": "long", "monthlong": "long", "yearlong": "long", "daylong": "long"}


@cache
def _openers() -> frozenset[str]:
    """The words that may stand in an expression before the word that calls it up."""
    w = words()
    phrases = " ".join([*w.openers, *w.vague, *w.holidays])
    tables = (w.numbers, w.ordinals, w.weekdays, w.months, w.seasons, w.units, w.parts)
    return frozenset(re.findall("[a-z]+", phrases)).union(*tables)


def find(analysis: Analysis) -> Iterable[TimeExpression]:
    """All time expressions of an article's sentences, in order, none overlapping."""
    desk = Desk(analysis.document.published.value)
    text = analysis.document.text
    names = [m for m in analysis.mentions if m.form == "name" and m.type in ("person", "organization")]
    starts = [mention.start for mention in names]
    for tokens in analysis.sentences:
        if not tokens:
            continue
        start, end = tokens[0].start, tokens[-1].end
        stretch = text[start:end]
        low = _small(stretch)
        desk.pass_by()
        if _may_tell(low):
            desk.open(stretch, low, tokens, start)
            yield from (time for time in _sentence(desk) if not _in_name(time, names, starts))


def _may_tell(low: str) -> bool:
    """Whether a sentence has any word that may tell a time, digits of a year or a clock time included."""
    digits = _DIGIT.search(low) is not None
    if low.isascii() and not digits:  # most sentences: words in small letters, cut without a pattern
        return not _calling().isdisjoint(low.translate(_LETTERS).split())
    found = _WORD.findall(low)
    if not _triggers().keys().isdisjoint(found):
        return True
    return digits and (any(map(_numeric, found)) or _CLOCK.search(low) is not None)


@cache
def _calling() -> frozenset[str]:
    """The triggers as they stand where all but letters is space: "a.m." leaves "m"."""
    return frozenset(word.rpartition(".")[2] for word in _triggers())


def _in_name(time: TimeExpression, names: list[Mention], starts: list[int]) -> bool:
    """Whether the expression is a part of somebody's name: "May Jones", "the Sunday Times"."""
    first = bisect_right(starts, time.start) - 1
    if first < 0 or names[first].end < time.end:
        return False
    return (names[first].start, names[first].end) != (time.start, time.end)


def _small(text: str) -> str:
    """Small letters and plain marks, each character in its place."""
    plain = text.translate(_PLAIN) if not text.isascii() or not text.isprintable() else text
    low = plain.lower()
    return low if len(low) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def _sentence(desk: Desk) -> Iterator[TimeExpression]:
    triggers, openers = _triggers(), _openers()
    seen = list(_WORD.finditer(desk.low))
    held: dict[tuple[str, ...], bool] = {(): True}  # whether the sentence has a word that a form needs
    done = 0
    for i, match in enumerate(seen):
        word = match[0]
        if word not in triggers and not (word[0].isdigit() and _calls(desk.low, word, match.start())):
            continue
        start = match.start()
        if start < done:
            continue
        near = {triggers.get(other[0]) or _numeric(other[0]) for other in seen[i : i + _AHEAD]}
        forms = [form for form in _forms(frozenset(near)) if _has_any(desk.low, form[3], held)]
        first = i
        while first > 0 and i - first < _REACH and seen[first - 1].start() >= done:
            before = seen[first - 1][0]
            gap = desk.low[seen[first - 1].end() : seen[first].start()]
            if not ((before in openers or before[0].isdigit()) and (len(gap) <= 1 or _GAP.fullmatch(gap))):
                break
            first -= 1
        for k in range(first, i + 1):
            best = _longest(desk, forms, seen[k].start(), start)
            if best is not None:
                a, b, name, found = best
                done = b
                desk.note(found)
                yield _expression(desk, a, b, name, found)
                break


def _calls(low: str, word: str, start: int) -> bool:
    """Whether digits may tell a time: a year, a decade, the minutes of a clock time."""
    return _numeric(word) is not None or _CLOCK.match(low, start - 2) is not None


def _numeric(word: str) -> str | None:
    if word[0] in "12" and len(word) == 4 and word.isdigit():
        return "year"
    return "decade" if word[0].isdigit() and word.endswith("0s") and len(word) in (3, 5) else None


def _longest(desk: Desk, forms: list[Form], at: int, trigger: int) -> tuple[int, int, str, Found] | None:
    """The longest reading that begins here and takes in the calling word; earlier patterns win ties."""
    best: tuple[int, int, str, Found] | None = None
    for name, form, make, _ in forms:
        match = form.match(desk.low, at)
        if match and match.end() > trigger and (best is None or match.end() > best[1]):
            found = _made(match, desk, make)
            if found is not None:
                best = at, match.end() if found.cut is None else found.cut, name, found
    return best


def _made(match: Match, desk: Desk, make: Callable[[Match, Desk], Found | None]) -> Found | None:
    """What the maker says; a date beyond the calendar's years is none."""
    try:
        return make(match, desk)
    except (ValueError, OverflowError):
        return None


def _expression(desk: Desk, start: int, end: int, name: str, found: Found) -> TimeExpression:
    return TimeExpression(
        start=desk.offset + start,
        end=desk.offset + end,
        text=desk.text[start:end],
        type=found.type,
        value=found.value,
        edtf=found.edtf,
        anchor=found.anchor,
        rule=f"times.{name}",
        score=found.score,
    )


RULE = Rule("times", "times", find)
