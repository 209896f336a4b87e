"""Spelling of names: plain forms, consonant skeletons, edit distance.

A likeness in spelling only ever proposes that two names are one; what decides is in ``people`` and ``groups``.
"""

import re
from functools import lru_cache
from itertools import pairwise

from briefgen.model.names import fold
from briefgen.model.regex import regex

# Marks for the apostrophe and the hyphen that stand in names, made plain.
MARKS = str.maketrans("’‘ʻʼ`´–‐‑", "'" * 6 + "-" * 3)
# British and American spellings that occur in the names of institutions.
VARIANTS = (("isation", "ization"), ("defence", "defense"), ("centre", "center"), ("labour", "labor"))
LEGAL_FORMS = frozenset(
    ("inc", "incorporated", "corp", "corporation", "ltd", "limited", "llc", "llp", "plc", "ag", "sa",
     "nv", "bv", "gmbh", "se", "spa", "oyj", "ab", "asa", "co", "kk", "pty")
)  # fmt: skip
FEW = 2  # words
ARTICLES = frozenset(("the", "a", "an"))
# Letter groups that transliterations and spellings use for one sound (after vowels and marks are gone: see skeleton).
SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("dzh", "j"), ("kh", "k"), ("gh", "k"), ("ph", "f"), ("sh", "s"),
    ("zh", "j"), ("ch", "c"), ("cz", "c"), ("th", "t"), ("dh", "d"), ("dj", "j"), ("ck", "k"), ("ce", "se"),
    ("ci", "si"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"), ("y", "i"), ("g", "k"), ("c", "k"),
)  # fmt: skip
VOWELS = frozenset("aeiou'")
WORD = regex(r"[^\W_]+(?:['.&][^\W_]+)*", re.UNICODE)


@lru_cache(maxsize=1 << 16)
def words(text: str) -> tuple[str, ...]:
    """The words of a name, plain, without dots and possessive endings; a hyphen parts words."""
    found = []
    for word in WORD.findall(fold(text.translate(MARKS))):
        bare = word.removesuffix("'s").replace(".", "").replace("'", "")
        if bare:
            found.append(bare)
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """What two spellings of one name have in common: plain words without articles and legal forms of companies."""
    parts = list(words(text))
    while len(parts) > 1 and parts[0] in ARTICLES:
        parts.pop(0)
    while len(parts) > 1 and parts[-1] in LEGAL_FORMS:
        parts.pop()
    if len(parts) > FEW:  # "&" and "and" are one, and neither says anything
        parts = [part for part in parts if part != "and"]
    joined = " ".join(parts)
    for british, american in VARIANTS:
        joined = joined.replace(british, american)
    return joined


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a plain word, with the letters that transliterations use for one sound made one.

    After the consonant-skeleton blocking of name matching (Christen, Data Matching, 2012, chapter 4).
    """
    for letters, sound in SOUNDS:
        word = word.replace(letters, sound)
    bones = [word[0]] if word else []
    for before, letter in pairwise(word):
        if letter not in VOWELS and letter not in (before, "h"):
            bones.append(letter)
    if bones and bones[0] in VOWELS:
        bones[0] = "a"
    return "".join(bones)


def distance(left: str, right: str, limit: int = 2) -> int:
    """Damerau-Levenshtein distance (adjacent transpositions once), or ``limit + 1`` when it is larger."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        above, row, older = row, [i], before
        for j, b in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        before = above
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
