"""Number words, what is counted, and the figure that both make."""

import re
from functools import lru_cache

from msgspec import Struct

from briefgen.model.names import fold
from briefgen.model.regex import regex

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
NUMBER = regex(  # in lower case
    # what it may begin with stands first, so that most words are passed by
    r"(?<![\w.,:/-])(?=[\d$€£¥]|[a-z]{1,3}[$€£¥]|one|tw[eo]|th[ir]|fo[ur]|fi[fv]|six|sev|eig|nin|ten|ele)"
    r"(?P<money>(?:[a-z]{1,3})?[$€£¥])?"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?|"
    rf"(?:{'|'.join(TENS)})[- ](?:{'|'.join(ONES[:9])})|{'|'.join(sorted((*ONES, *TENS), key=len, reverse=True))})"
    r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|[mk](?=\b)))?"
    r"(?P<percent> ?%| percent\b| per cent\b)?(?![\w/]|:\d)"
)
WORD = regex(r"[^\W\d_][\w'’-]*")
STOP = frozenset(
    ("who that which and or of in on by from to when for with at as after before since during until while where were"
     " was are is be been have had has will would could than but not the a an his her its their it he she they per"
     " said says according including involving between among against over under into amid"
     " aboard last this next near along inside outside across around yesterday today monday tuesday wednesday thursday"
     " friday saturday sunday").split()
)  # fmt: skip
# Verbs that end a noun phrase and do not look like participles.
PAST = frozenset(
    ("took take went go made make came come left leave got fell rose began stood sat lay ran fled lost won met spoke"
     " told kept saw gave sent spent paid built cut set put held hit run twice now then there here"
     " each off up down away alone").split()
)  # fmt: skip
# What a noun phrase for those who are counted may consist of.
PEOPLE = r"(?P<who>(?:[ ](?!(?:" + "|".join(sorted(STOP)) + r")\b)[^\W\d_][\w'’-]*){0,4}?)"
NOUN_PHRASE = regex(PEOPLE + r"(?=[ ](?:" + "|".join(sorted(STOP)) + r")\b|[^\w '’-]|$| \d)", re.I)


class Beside(Struct, frozen=True):
    """The words before and after a number, as they stand and in lower case: most patterns need no capitals."""

    before: str
    after: str
    plain_before: str
    plain_after: str


class Figure(Struct, frozen=True):
    """A number in a sentence: ``start`` and ``end`` of its words in the sentence.

    ``of`` is the kind of people harmed (or aboard), "count", "money", "percent" or "magnitude"; ``nouns`` what is
    counted, head last; ``near`` the stems around it; ``toll`` says that the sentence tells of the figure itself ("rose
    to 37").
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


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A crude stem that makes singular and plural one."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    plain = plain.removesuffix("es") if plain.endswith(("sses", "ches", "shes", "xes")) else plain
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain


def stems(words: str) -> tuple[str, ...]:
    """The stems of a noun phrase, the head last."""
    return tuple(stem(word) for word in WORD.findall(words))


def value_of(number: str, scale: str | None) -> float:
    """The value of digits or number words with their scale."""
    plain = fold(number).replace(",", "")
    base = float(plain) if plain[0].isdigit() else float(sum(WORDS.get(word, 0) for word in re.split("[- ]", plain)))
    return base * SCALES.get(fold(scale), 1) if scale else base
