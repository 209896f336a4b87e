"""Figures that differ: the dead, the injured, the arrested of one event, as each source counts them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefgen.cluster.desk import Desk
from briefgen.model.knowledge import Citation, Disagreement, Event, Side
from briefgen.model.names import slug

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
YEAR = re.compile(r"(?:19|20)\d\d")
LIKE = 0.25  # how alike two sentences are that count the same
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
NUMBER = r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?|" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"
SCALE = r"(?:[ ](?P<scale>hundred|thousand|million|billion))?"
HEDGE = r"(?:(?P<hedge>at least|more than|over|about|around|nearly|almost|up to|some|as many as) )?"
# Up to three words may stand between the number and what is counted; what is counted decides the kind.
PEOPLE = r"(?:[ ](?!(?:who|that|which|and|or|of|in|on|by|from|to|when)\b)[^\W\d][\w'’-]+){0,3}?"
BE = r"(?:[ ](?:were|was|are|is|remain|remained|have been|had been|has been))?"
COUNTED = {
    "killed": BE + r"[ ](?:killed|dead|died|deaths|fatalities|lost their lives)",
    "injured": BE + r"[ ](?:others )?(?:injured|wounded|hurt|injuries)",
    "arrested": BE + r"[ ](?:arrested|detained|arrests)",
    "missing": BE + r"[ ](?:still )?missing",
    "displaced": BE + r"[ ](?:displaced|evacuated|made homeless)",
}
BEFORE = {
    "killed": r"(?:killed|killing|kills|claimed the lives of|death toll (?:rose to|climbed to|stood at|reached))",
    "injured": r"(?:injured|injuring|wounded|wounding|hurt)",
    "arrested": r"(?:arrested|arresting|detained|detaining)",
    "displaced": r"(?:displaced|displacing|evacuated|evacuating)",
}
PATTERNS = [(kind, re.compile(rf"\b{HEDGE}{NUMBER}{SCALE}{PEOPLE}{tail}\b", re.I)) for kind, tail in COUNTED.items()]
ABOUT_PEOPLE = re.compile(
    r"kill|dea[dt]|died|fatalit|lives|injur|wound|hurt|arrest|detain|missing|displac|evacuat|homeless"
)
UNITS = r"(?![ ](?:hours|days|weeks|months|years|minutes|times|percent|per cent))"
PATTERNS += [(kind, re.compile(rf"\b{head}[ ]{HEDGE}{NUMBER}{SCALE}\b{UNITS}", re.I)) for kind, head in BEFORE.items()]


def find(desk: Desk, events: Sequence[Event]) -> Iterator[Disagreement]:
    """One disagreement for every event and kind of figure on which two sources differ."""
    for event in events:
        if len({account.citation.source for account in event.accounts}) < 2:
            continue
        told: dict[str, dict[float, list[Citation]]] = defaultdict(lambda: defaultdict(list))
        shown: dict[tuple[str, float], str] = {}
        for account in event.accounts:
            text = desk.articles[account.citation.source].document.text
            for kind, value, words in figures(text[account.citation.start : account.citation.end]):
                told[kind][value].append(account.citation)
                shown.setdefault((kind, value), words)
        for kind, values in sorted(told.items()):
            if contradict(desk, values):
                sides = tuple(Side(shown[kind, v], tuple(dict.fromkeys(c))) for v, c in sorted(values.items()))
                topic = f"how many {kind}"
                yield Disagreement(slug(f"{topic} {event.id}"), topic, "figure", sides, event=event.id)


def contradict(desk: Desk, values: dict[float, list[Citation]]) -> bool:
    """Whether two sources give different figures in like sentences, and neither gives both."""
    rows = list(values.values())
    for place, ours in enumerate(rows):
        for theirs in rows[place + 1 :]:
            apart = {c.source for c in ours}.isdisjoint(c.source for c in theirs)
            if apart and max(desk.like_cited(a, b) for a in ours for b in theirs) >= LIKE:
                return True
    return False


def figures(sentence: str) -> Iterator[tuple[str, float, str]]:
    """The figures of a sentence: what is counted, the number, its words as they stand."""
    taken: list[tuple[int, int]] = []
    if not ABOUT_PEOPLE.search(sentence):
        return
    for kind, pattern in PATTERNS:
        for found in pattern.finditer(sentence):
            start, end = found.span("number")
            if any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            if not YEAR.fullmatch(found["number"]):
                yield kind, value_of(found["number"], found["scale"]), found[0].strip()


def value_of(number: str, scale: str | None) -> float:
    """The value of digits or a number word with its scale."""
    plain = number.lower().replace(",", "")
    base = WORDS[plain] if plain in WORDS else float(plain)
    return base * SCALES[scale.lower()] if scale else float(base)
