"""Figures in a sentence: the number, its unit, and what is counted: the dead, the sums, the magnitude, the drivers."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from msgspec import structs

from briefgen.cluster.disagreements.harmed import AFTER, FIRST_PUT, PUT_AT, harmed, is_old
from briefgen.cluster.disagreements.wording import (
    NOUN_PHRASE,
    NUMBER,
    PAST,
    STOP,
    WORD,
    WORDS,
    Beside,
    Figure,
    stem,
    stems,
    value_of,
)
from briefgen.model.regex import regex

HEDGE = regex(
    r"\b(?:at least|more than|fewer than|less than|as many as|up to"
    r"|over|about|around|nearly|almost|roughly|some|all) $"
)
LONGEST_HEDGE = 12  # letters
DIGIT, MAY_COUNT = regex(r"\d"), regex(r"[otfsen][a-z]{2,8}")  # what looks like a number word
CLOCK = regex(r"0\d*|[01]\d{3}|2[0-3]\d\d")  # "0919", "1411", a year: figures so large are written with a comma
CURRENCY = regex(
    r" (euro|dollar|pound|yen|yuan|peso|rupee|franc|kron|lira|rouble|ruble|rand|rea[li]|naira|shilling|zloty)\w*", re.I
)
TIMES = regex(
    r"[ -]?(?:am|pm|a\.m|p\.m|gmt|bst|est|edt|cst|pst|pdt|cet|cest|utc|kms?|kg|lbs|ft|mph|kph|hrs?|mins?|secs?|yrs?)\b"
    r"|[ -](?:sq|square|cubic|feet|foot|below)\b"
    r"|[ -](?:kilomet|met(?:re|er)s?\b|miles?\b|inch|yards?\b|acres?\b|hectares?\b|degrees?\b|knots?\b)"
    r"|[ -](?:second|minute|hour|day|night|week|month|year|decade|time|point|season|round|century|centuries)s?\b"
    r"|[ ](?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
    r"|[- ](?:o['’]clock|a\.?m\.?|p\.?m\.?)\b|(?:st|nd|rd|th)\b"
)
LOCAL = regex(r"(?: (?!and\b|or\b|to\b)[a-z-]+){0,3} (?:in|at|near|around|outside) (?:the )?([A-Z]\w+)")
FURTHER = regex(r" (?:more|others?|further|additional|of|or|and|to|in|out)\b")
WHOLE = regex(  # "three of the five": neither the part nor the whole is a rival to another count
    r"(?:\d|percent|per cent|half|most|some|none|many|several|" + "|".join(WORDS) + r") of (?:the|its|their|his|her) $"
)
AGAINST = regex(r"\b(?:but|while|although|though|whereas)\b|;", re.I)  # a figure behind it is another's
GIVEN_AS = regex(r"\b(?:to|at|of|is) $")
MAGNITUDE = regex(r"\bmagnitude(?: (?:at|of|was|to))? $")
BEHIND, AHEAD = 90, 90  # characters
NEAR = 6  # words on either side that tell what a sum or a share is of
BARE = 100  # a smaller number without a noun counts nothing
SHORT = 3  # letters of a word that says little


def figures(sentence: str) -> Iterator[Figure]:
    """The figures of a sentence that can be compared with others, in order."""
    plain = sentence.replace("İ", "I").lower()  # the one letter that would be two in lower case
    if not DIGIT.search(plain) and WORDS.keys().isdisjoint(MAY_COUNT.findall(plain)):
        return
    last: Figure | None = None
    toll: Figure | None = None
    numbers = list(NUMBER.finditer(plain))
    local = {found.end(): place[1] for found in numbers if (place := LOCAL.match(sentence, found.end()))}
    are_parts = len(set(local.values())) > 1
    for found in numbers:
        if are_parts and found.end() in local:
            continue  # "12 dead in Lima, 30 in Trujillo": neither is a count of all
        if TIMES.match(plain, found.end()) or CLOCK.fullmatch(found["number"]):
            continue
        hedge = HEDGE.search(plain, max(0, found.start() - LONGEST_HEDGE), found.start())
        start = hedge.start() if hedge else found.start()
        behind, ahead = slice(max(0, start - BEHIND), start), slice(found.end(), found.end() + AHEAD)
        beside = Beside(sentence[behind], sentence[ahead], plain[behind], plain[ahead])
        figure = read(found, sentence[start : found.end()].strip(), start, beside)
        if figure:
            figure = as_before(figure, last, beside)
            last = figure if figure.of in AFTER else last
            if toll is not None and is_part(figure, toll, sentence[toll.end : figure.start]):
                continue
            toll = figure if figure.toll else toll
            yield figure


def is_part(figure: Figure, toll: Figure, between: str) -> bool:
    """Whether the dead that are counted behind a toll are some of it: "rose to 31 as two more men died"."""
    smaller = figure.of == toll.of and figure.value < toll.value
    return smaller and not AGAINST.search(between) and not GIVEN_AS.search(between)


def read(found: re.Match[str], shown: str, start: int, beside: Beside) -> Figure | None:
    """What one number, ``shown`` from ``start`` on, counts; None for what is no longer so and for "two more"."""
    if is_old(beside):
        return None
    number = Figure(start, found.end(), value_of(found["number"], found["scale"]), "count", shown)
    currency = CURRENCY.match(beside.after)
    if found["money"] or currency:
        words = shown + (currency[0] if currency else "")
        name = currency[1].lower() if currency else found["money"].upper()
        return structs.replace(number, of="money", words=words, near=around(beside), currency=name, scaled=True)
    if found["percent"]:
        return structs.replace(number, of="percent", nouns=phrase_after(beside.after), near=around(beside))
    magnitude = "magnitude" in beside.plain_before and MAGNITUDE.search(beside.plain_before)
    if magnitude or beside.plain_after.startswith("-magnitude"):
        return structs.replace(number, of="magnitude", near=around(beside))
    if FIRST_PUT.search(beside.plain_before):
        return None
    return harmed(number, beside) or counted(number, beside, found["scale"] is not None)


def as_before(figure: Figure, last: Figure | None, beside: Beside) -> Figure:
    """The figure as one of what the sentence counted before: "12 died; doctors put the figure at 19"."""
    if last is None or figure.of != "count" or figure.nouns or not PUT_AT.search(beside.plain_before):
        return figure
    return structs.replace(figure, of=last.of, nouns=last.nouns, toll=True)


def counted(number: Figure, beside: Beside, scaled: bool) -> Figure | None:
    """A bare number as a count of things or people; ``scaled``: it is one of thousands or millions."""
    if WHOLE.search(beside.plain_before):
        return None
    if beside.after.startswith("-") or FURTHER.match(beside.plain_after):
        return structs.replace(number, near=around(beside), scaled=True) if scaled else None
    phrase = NOUN_PHRASE.match(beside.after)
    who = cut(phrase["who"]) if phrase else ""
    nouns = stems(who)
    bare = not nouns and not scaled and number.value < BARE and not PUT_AT.search(beside.plain_before)
    if bare or (nouns and who.split()[-1][0].isupper()):
        return None  # a name is not counted, and a bare small number counts nothing
    return structs.replace(number, words=number.words + who, nouns=nouns, near=around(beside), scaled=scaled)


def phrase_after(after: str) -> tuple[str, ...]:
    """The stems of the noun phrase that follows a number."""
    phrase = NOUN_PHRASE.match(after)
    return stems(cut(phrase["who"])) if phrase else ()


def cut(phrase: str) -> str:
    """A noun phrase up to the first participle: "drivers employed" ends with "drivers"."""
    words = phrase.split()
    for place, word in enumerate(words):
        if word.lower() in PAST or (place and word.lower().endswith(("ed", "ing"))):
            return "".join(f" {word}" for word in words[:place])
    return phrase


def around(beside: Beside) -> frozenset[str]:
    """The stems of the words near a number, names aside."""
    words = [*WORD.findall(beside.before)[-NEAR:], *[word[0] for word in islice(WORD.finditer(beside.after), NEAR)]]
    return frozenset(map(content, words)) - {""}


@lru_cache(maxsize=1 << 14)
def content(word: str) -> str:
    """The stem of a word; of a name or a word that says little nothing."""
    return stem(word) if word[0].islower() and len(word) > SHORT and word not in STOP else ""
