"""Figures in a sentence: the number, its unit, and what is counted: the dead, the sums, the magnitude, the drivers."""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.model.names import fold

ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: number for number, word in enumerate(ONES, 1)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6,
    "bn": 1e9, "k": 1000,
}  # fmt: skip
HEDGE = re.compile(
    r"\b(?:at least|more than|fewer than|less than|as many as|up to"
    r"|over|about|around|nearly|almost|roughly|some|all) $",
    re.I,
)
LONGEST_HEDGE = 12  # letters
NUMBER = re.compile(
    r"(?<![\w.,:/-])(?=[\d$€£¥A-Zefnost])(?P<money>(?:[A-Z]{1,3})?[$€£¥])?"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?|"
    rf"(?:{'|'.join(TENS)})[- ](?:{'|'.join(ONES[:9])})|{'|'.join(sorted((*ONES, *TENS), key=len, reverse=True))})"
    r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|[mk](?=\b)))?"
    r"(?P<percent> ?%| percent\b| per cent\b)?(?![\w/:])",
    re.IGNORECASE,
)
DIGIT, HYPHEN = re.compile(r"\d"), re.compile(r"[^\w]")
CLOCK = re.compile(r"0\d*|[01]\d{3}|2[0-3]\d\d")  # "0919", "1411": figures so large are written with a comma
YEAR = re.compile(r"(?:19|20)\d\d")
CURRENCY = re.compile(
    r" (euro|dollar|pound|yen|yuan|peso|rupee|franc|kron|lira|rouble|ruble|rand|rea[li]|naira|shilling|zloty)\w*", re.I
)
TIMES = re.compile(
    r"[ -]?(?:am|pm|a\.m|p\.m|GMT|BST|EST|EDT|CST|PST|PDT|CET|CEST|UTC|kms?|kg|lbs|ft|mph|kph|hrs?|mins?|secs?|yrs?)\b"
    r"|[ -](?:sq|square|cubic|feet|foot|below)\b"
    r"|[ -](?:kilomet|met(?:re|er)s?\b|miles?\b|inch|yards?\b|acres?\b|hectares?\b|degrees?\b|knots?\b)"
    r"|[ -](?:second|minute|hour|day|night|week|month|year|decade|time|point|season|round|century|centuries)s?\b"
    r"|[ ](?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\b"
    r"|[- ](?:o['’]clock|a\.?m\.?|p\.?m\.?)\b|(?:st|nd|rd|th)\b",
    re.I,
)
FURTHER = re.compile(r" (?:more|others?|further|additional|of|or|and|to|in|out)\b", re.I)
MORE = re.compile(r" (?:more|others?|further|additional)\b", re.I)
# "two men and", before "a woman were killed"
PART = re.compile(
    rf"\b(?:\d+|{'|'.join((*ONES, *TENS))})(?: (?!ha[sd]|have|were|was|died)[\w-]+){{1,2}} and (?:an? )?$", re.I
)
MAGNITUDE = re.compile(r"\bmagnitude(?: (?:at|of|was|to))? $", re.I)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
STOP = frozenset(
    ("who that which and or of in on by from to when for with at as after before since during until while where were"
     " was are is be been have had has will would could than but not the a an his her its their it he she they per"
     " said says according including involving between among against over under into amid").split()
)  # fmt: skip
PAST = frozenset(
    ("took take went go made make came come left leave got fell rose began stood sat lay ran fled lost won met spoke"
     " told kept saw gave sent spent paid built cut set put held hit twice now then there here"
     " each off up down away alone").split()
)  # fmt: skip
# What a noun phrase for the people who were harmed may consist of, and the verbs around it.
PEOPLE = r"(?P<who>(?:[ ](?!(?:" + "|".join(sorted(STOP)) + r")\b)[^\W\d_][\w'’-]*){0,4}?)"
BE = r"(?: (?:were|was|are|is|remain|remained|have been|had been|has been|have|had|has|got))?"
BE += r"(?: (?:still|already|now|also))?"
AFTER = {
    "killed": r"(?:(?:shot |confirmed )?(?:killed|dead)|died|deaths|fatalities|lost their lives|perished|bodies)",
    "injured": r"(?:injured|wounded|hurt|injuries)",
    "arrested": r"(?:arrested|detained|arrests|detentions)",
    "missing": r"(?:missing|unaccounted for)",
    "displaced": r"(?:displaced|evacuated|made homeless|homeless)",
    "infected": r"(?:infected|fallen ill|fell ill|(?:confirmed |new )?cases|infections)",
}
BEFORE = {
    "killed": r"(?:kill(?:s|ed|ing)?|claim(?:s|ed|ing)? the lives of|deaths? of|cost(?:ing)?|claim(?:s|ed|ing)?)",
    "injured": r"(?:injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?)",
    "arrested": r"(?:arrest(?:ed|ing)|detain(?:ed|ing))",
    "displaced": r"(?:displac(?:ed|ing)|evacuat(?:ed|ing))",
    "infected": r"infect(?:ed|ing)",
}
COST = re.compile(r"cost|claim(?!\w* the)", re.I)
LIVES = re.compile(r" lives\b", re.I)
TOLL = re.compile(
    r"\b(?:(?:death )?toll|number of (?:the )?(?:dead|deaths|people killed|victims))\b[^.;,]{0,60}?"
    r"(?P<rise>(?:\b(?:climbed|climbs|risen|rose|rises|reach(?:ed|es)|pass(?:ed|es)|topp(?:ed|s)|stood|stands|increased|grown|now)"
    r"\b)?(?: (?:to|at|of|is))?) $",
    re.I,
)
RAISING = re.compile(r"\b(?P<rise>(?:raising|bringing|raised|brought|takes|took|taking)(?: [\w ]{0,30}?)? to) $", re.I)
DEAD = re.compile(r"[^.;,]{0,30}\b(?:kill|dead|deaths|died|victims|toll)", re.I)
AFTERS = [(kind, re.compile(PEOPLE + BE + " " + words + r"\b", re.I)) for kind, words in AFTER.items()]
BEFORES = [(kind, re.compile(rf"\b(?P<verb>{words}) $", re.I)) for kind, words in BEFORE.items()]
NOUN_PHRASE = re.compile(PEOPLE + r"(?=[ ](?:" + "|".join(sorted(STOP)) + r")\b|[^\w '’-]|$| \d)", re.I)
BEHIND, AHEAD = 90, 90  # characters
NEAR = 6  # words on either side that tell what a sum or a share is of
BARE = 100  # a smaller number without a noun counts nothing
SHORT = 3  # letters of a word that says little


class Figure(Struct, frozen=True):
    """A number in a sentence: ``start`` and ``end`` of its words in the sentence.

    ``of`` is the kind of people harmed, "count", "money", "percent" or "magnitude"; ``nouns`` what is counted, head
    last; ``near`` the stems around it; ``toll`` says that the sentence tells of the figure itself ("rose to 37").
    """

    start: int
    end: int
    value: float
    of: str
    words: str
    nouns: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    currency: str = ""
    scaled: bool = False
    toll: bool = False


def stem(word: str) -> str:
    """A crude stem that makes singular and plural one."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    plain = plain.removesuffix("es") if plain.endswith(("sses", "ches", "shes", "xes")) else plain
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain


def figures(sentence: str) -> Iterator[Figure]:
    """The figures of a sentence that can be compared with others, in order."""
    if not DIGIT.search(sentence) and WORDS.keys().isdisjoint(HYPHEN.sub(" ", sentence.lower()).split()):
        return
    for found in NUMBER.finditer(sentence):
        hedge = HEDGE.search(sentence, max(0, found.start() - LONGEST_HEDGE), found.start())
        start = hedge.start() if hedge else found.start()
        before, after = sentence[max(0, start - BEHIND) : start], sentence[found.end() :][:AHEAD]
        figure = read(found, start, before, after)
        if figure:
            yield figure


def read(found: re.Match[str], start: int, before: str, after: str) -> Figure | None:
    """What one number, whose words begin at ``start``, counts; None for years, times, ordinals and "two more"."""
    unit = bool(found["money"] or found["percent"] or found["scale"])
    if TIMES.match(after) or (YEAR.fullmatch(found["number"]) and not unit) or CLOCK.fullmatch(found["number"]):
        return None
    value = value_of(found["number"], found["scale"])
    shown = found.string[start : found.end()].strip()
    near = around(before, after)
    currency = CURRENCY.match(after)
    if found["money"] or currency:
        words = shown + (currency[0] if currency else "")
        name = currency[1].lower() if currency else found["money"]
        return Figure(start, found.end(), value, "money", words, (), near, name, scaled=True)
    if found["percent"]:
        return Figure(start, found.end(), value, "percent", shown, phrase_after(after), near)
    if MAGNITUDE.search(before) or after.lower().startswith("-magnitude"):
        return Figure(start, found.end(), value, "magnitude", shown, (), near)
    harmed = harm(found, start, before, after)
    if harmed is None and (after.startswith("-") or FURTHER.match(after)):
        bare = Figure(start, found.end(), value, "count", shown, (), near, scaled=True)
        return bare if found["scale"] else None
    return harmed or counted(found, start, after, near)


def harm(found: re.Match[str], start: int, before: str, after: str) -> Figure | None:
    """The figure as one of people killed, injured, arrested, missing, displaced or infected."""
    value, shown = value_of(found["number"], found["scale"]), found.string[start : found.end()].strip()
    if MORE.match(after) or PART.search(before) or value != int(value):
        return None
    toll = TOLL.search(before) or (RAISING.search(before) if DEAD.match(after) or DEAD.search(before) else None)
    if toll:
        words = f"{toll['rise'].strip()} {shown}".strip()
        return Figure(start, found.end(), value, "killed", words, toll=True)
    for kind, pattern in AFTERS:
        tail = pattern.match(after)
        if tail:
            return Figure(start, found.end(), value, kind, shown + tail[0], stems(tail["who"]))
    for kind, pattern in BEFORES:
        head = pattern.search(before)
        if head and not (
            head["verb"].lower()[:3] in ("cos", "cla", "con") and not LIVES.match(after) and kind == "killed"
        ):
            phrase = NOUN_PHRASE.match(after)
            who = phrase["who"] if phrase else ""
            if kind == "infected" and head["verb"].lower() == "confirmed":
                continue
            return Figure(start, found.end(), value, kind, f"{head['verb']} {shown}{who}", stems(who))
    return None


def counted(found: re.Match[str], start: int, after: str, near: frozenset[str]) -> Figure | None:
    """The figure as a count of things or people."""
    value, shown = value_of(found["number"], found["scale"]), found.string[start : found.end()].strip()
    phrase = NOUN_PHRASE.match(after)
    who = cut(phrase["who"]) if phrase else ""
    nouns = stems(who)
    if (nouns and who.split()[-1][0].isupper()) or (not nouns and not found["scale"] and value < BARE):
        return None  # a name is not counted, and a bare small number counts nothing
    scaled = found["scale"] is not None
    return Figure(start, found.end(), value, "count", shown + who, nouns, near, scaled=scaled)


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


def stems(words: str) -> tuple[str, ...]:
    """The stems of a noun phrase, the head last."""
    return tuple(stem(word) for word in WORD.findall(words))


def around(before: str, after: str) -> frozenset[str]:
    """The stems of the words near a number, names aside."""
    words = [*WORD.findall(before)[-NEAR:], *WORD.findall(after)[:NEAR]]
    return frozenset(stem(w) for w in words if w[0].islower() and len(w) > SHORT and w not in STOP)


def value_of(number: str, scale: str | None) -> float:
    """The value of digits or number words with their scale."""
    plain = fold(number).replace(",", "")
    base = float(plain) if plain[0].isdigit() else float(sum(WORDS.get(word, 0) for word in re.split("[- ]", plain)))
    return base * SCALES.get(fold(scale), 1) if scale else base
