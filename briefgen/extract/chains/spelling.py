"""How names are spelt: folding, surnames, initials, the skeleton of consonants, edit distance."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from briefgen.extract.syntax.words import look_up
from briefgen.model.regex import regex

SMALL = frozenset("of the and for in on to de la du des del &".split())
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
INITIALS = regex(r"(?:\w\.)+")
FAMILY_FIRST = regex(r"[A-Z][a-z]+ (?!Al-|El-)[A-Z][a-z]+-[a-z]+")
VOWELS = str.maketrans("", "", "aeiouyhw'-")
ARTICLE = regex(r"^(?:al|el|ul|ur|an|as|ash|ad|at|az|ar)-(?=\w)")
DOUBLED = regex(r"(.)\1+")
# Letters that transliterations confuse.
CONFUSED = (("kh", "k"), ("q", "k"), ("gh", "g"), ("c", "k"), ("z", "s"), ("v", "f"), ("ph", "f"), ("dj", "j"))


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """A word in lower case without accents and Arabic article."""
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word.replace("ı", "i"))
        word = "".join(c for c in parts if not unicodedata.combining(c))
    low = word.lower()
    return ARTICLE.sub("", low) if "-" in low else low


def name_words(name: str) -> list[str]:
    """The folded words of a person's name; "Jr." is "jr", a nickname has lost its marks."""
    return [word.rstrip(".") if word in SUFFIXES else word.strip('"“”()') for word in map(fold, name.split())]


def surname(words: Sequence[str]) -> str:
    """The last word of a person's name, "Jr." and such left out."""
    kept = [word for word in words if word not in SUFFIXES]
    return kept[-1] if kept else words[-1]


def is_family_first(name: str) -> bool:
    """ "Park Sung-ho": a given name of two syllables behind, in lower case after its hyphen, as in Korea."""
    return FAMILY_FIRST.fullmatch(name) is not None


def without_initials(words: Sequence[str]) -> list[str]:
    """The words of a name that are more than initials."""
    return [word for word in words if not INITIALS.fullmatch(word)]


def other_initials(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two forms of a name have initials, and not the same: "George W." and "George H.W."."""
    left, right = ("".join(word for word in words if INITIALS.fullmatch(word)).replace(".", "") for words in (a, b))
    return bool(left and right) and not (left.startswith(right) or right.startswith(left))


def is_common(word: str) -> bool:
    """Whether English has the word, in lower case, apart from names."""
    return " " not in word and look_up(word).known


def spells(letters: str, name: str) -> bool:
    """Whether letters are the initials of a name, small words in or out, or its letters in order ("UNHCR")."""
    letters = letters.lower().rstrip("s") if letters[-1:] == "s" else letters.lower()
    every, main = initials(name)
    if letters in {every, main}:
        return True
    return len(letters) > 2 and (main.startswith(letters) or in_order(letters, name.lower()))


@lru_cache(maxsize=1 << 12)
def initials(name: str) -> tuple[str, str]:
    """The first letters of all words of a name, and of those that are not small."""
    words = [word for word in re.split(r"[\s-]+", name.lower()) if word]
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in SMALL)


def in_order(letters: str, name: str) -> bool:
    """Every letter in order in the name, the first one at its start."""
    rest = iter(name)
    return name.startswith(letters[:1]) and all(letter in rest for letter in letters)


@lru_cache(maxsize=1 << 12)
def skeleton(word: str) -> str:
    """The consonants, with those that transliterations confuse made one and doubles made single."""
    bones = word.translate(VOWELS)
    for written, meant in CONFUSED:
        bones = bones.replace(written, meant)
    return DOUBLED.sub(r"\1", bones)


def plain(given: str) -> str:
    """A given name without what only spelling tells apart: "Sergey" and "Sergei", "Mohammed" and "Mohamed"."""
    return DOUBLED.sub(r"\1", given.replace("y", "i").replace("ph", "f"))


def distance(a: str, b: str, most: int = 3) -> int:
    """Edit distance (Levenshtein, 1966), ``most`` where it is more than that."""
    if abs(len(a) - len(b)) >= most:
        return most
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return min(row[-1], most)
