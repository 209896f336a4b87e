"""The word table: what a lower-case English word may be, and the lemma of each reading.

``words.txt.gz`` is derived by ``tools/derive_words.py`` (its first lines say from what); the closed classes and the
usual readings are written by hand.  Form tags are the Penn Treebank's (Marcus, Santorini and Marcinkiewicz, 1993), with
MD, BE, HV and DO told apart among auxiliaries and CS for subordinators; each belongs to one coarse universal tag.
"""

# ruff: noqa: PLR0911 (decision lists: one return a rule)

import zlib
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import force_setattr

from briefgen.model.analysis import Tag
from briefgen.model.data import data_bytes
from briefgen.model.regex import regex

COARSE: dict[str, Tag] = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "VB": "VERB", "VBZ": "VERB", "VBD": "VERB", "VBN": "VERB",
    "VBG": "VERB", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "DT": "DET", "MD": "AUX", "BE": "AUX",
    "HV": "AUX", "DO": "AUX",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "IN": "ADP", "RP": "ADP", "CS": "CONJ", "CC": "CONJ",
    "TO": "PART", "POS": "PART", "CD": "NUM", "UH": "X", "PUNCT": "PUNCT",
}  # fmt: skip
_LETTERS = {"N": "NN", "P": "NNS", "V": "VB", "Z": "VBZ", "D": "VBD", "B": "VBN", "G": "VBG", "A": "JJ", "C": "JJR",
            "U": "JJS", "R": "RB"}  # fmt: skip
_PREFIXES = frozenset("re pre co counter over out under mis un de".split())
# Even where the table has one reading: "the warring sides", "the signing of", "the dam".
_NEVER_SURE = frozenset({"VB", "VBN", "VBG"})
_READING = regex(r"([A-Z]+)(\d*)([^,]*)")


class Word(Struct, frozen=True):
    """What a word may be: form tags, the usual one first, and the lemma under each.

    ``closed``: a function word; ``known``: in the table; ``usual``: the first form is what it mostly is in news;
    ``only``: the form that it has whatever stands beside it, empty where the neighbours decide.
    """

    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    closed: bool = False
    known: bool = True
    usual: bool = False
    only: str = ""

    def __post_init__(self) -> None:
        """Fill in ``only``."""
        if len(self.forms) == 1 and self.forms[0] not in _NEVER_SURE:
            force_setattr(self, "only", self.forms[0])

    def lemma(self, form: str) -> str:
        """The lemma under a form, that of the first reading where the form is none of the word's."""
        return self.lemmas[self.forms.index(form)] if form in self.forms else self.lemmas[0]


@lru_cache(maxsize=1 << 16)
def look_up(word: str) -> Word:
    """What a lower-case word may be; a word that no table has is judged by its ending."""
    closed = _closed().get(word)
    if closed:
        return closed
    code = _table().get(word)
    if code is None:
        return _unknown(word)
    forms: list[str] = []
    lemmas: list[str] = []
    for letters, cut, put in _READING.findall(code):
        for letter in letters:
            if _LETTERS[letter] not in forms:
                forms.append(_LETTERS[letter])
                lemmas.append(((word[: -int(cut)] if cut else word) + put).lower())
    if "VBD" in forms and "VBN" not in forms and word.endswith("ed"):
        forms.append("VBN")  # "burned", "hanged", "focused": the table has only the other participle, "burnt"
        lemmas.append(lemmas[forms.index("VBD")])
    usual = _usual().get(word)
    if usual and usual not in forms:
        forms.append(usual)
        lemmas.append(word)
    # "games", "letters": the lexicon knows them as words of their own, a text as plurals.
    # "based", "backed": first of all participles.
    later = ({"NN"} if "NNS" in forms else set()) | (
        {"JJ", "RB", "NN"} if word.endswith("ed") and "VBN" in forms else set()
    )
    order = sorted(range(len(forms)), key=lambda i: (forms[i] != usual, forms[i] in later, i))
    return Word(tuple(forms[i] for i in order), tuple(lemmas[i] for i in order), usual=usual in forms)


def _unknown(word: str) -> Word:
    """Forms of a word in no table, by its last part or its ending."""
    head, hyphen, last = word.rpartition("-")
    if hyphen and all(part in _closed() and _closed()[part].forms[0] == "CD" for part in (head, last)):
        return Word(("CD",), (word,), closed=True)  # "twenty-nine"
    if hyphen and last in _table() and last not in _closed():
        return _compound(head, look_up(last))
    made = _with_prefix(word)
    if made is not None:
        return made
    if word.endswith("ly") and len(word) > 4:
        return Word(("RB",), (word,), known=False)
    if word.endswith("ing") and len(word) > 5:
        return Word(("VBG", "NN", "JJ"), (word[:-3], word, word), known=False)
    if word.endswith("ed") and len(word) > 4:
        lemma = word[:-1] if word.endswith(("ized", "ised", "ated", "ured", "uted", "aded")) else word[:-2]
        return Word(("VBD", "VBN", "JJ"), (lemma, lemma, word), known=False)
    if word.endswith(("ist", "ism", "ion", "ness", "ment", "ity", "ship")):
        return Word(("NN",), (word,), known=False)
    if word.endswith(("ous", "ful", "able", "ible", "ical", "less", "ive", "ish", "-wide", "-old", "-led", "-based")):
        return Word(("JJ", "NN"), (word, word), known=False)
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return Word(("NNS",), (word[:-1],), known=False)
    return Word(("NN",), (word,), known=False)


def _with_prefix(word: str) -> Word | None:
    """``outsold`` is what "sold" is; only with prefixes that leave a verb a verb."""
    for prefix in ("out", "over", "under", "re", "mis", "un"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 3 and rest in _table() and rest not in _closed():
            base = look_up(rest)
            if {"VBD", "VBZ", "VBG", "VB"} & set(base.forms):
                return Word(base.forms, tuple(prefix + lemma for lemma in base.lemmas), known=False)
    return None


def _compound(head: str, last: Word) -> Word:
    """``re-impose`` is a verb like its last part; ``Moscow-backed``, ``fast-growing`` are adjectives."""
    lemmas = tuple(f"{head}-{lemma}" for lemma in last.lemmas)
    if head in _PREFIXES:
        return Word(last.forms, lemmas, known=False)
    if last.forms[0] in {"VBN", "VBD", "VBG", "JJ"} or "VBN" in last.forms:
        return Word(("JJ",), (f"{head}-{last.lemmas[0]}",), known=False)
    form = last.forms[0] if last.forms[0] in {"NN", "NNS"} else "NN" if "NN" in last.forms else "JJ"
    return Word((form,), (f"{head}-{last.lemma(form)}",), known=False)


def _text(name: str) -> list[str]:
    data = data_bytes("briefgen.extract", f"lexicon/en/{name}")
    text = (zlib.decompress(data, 31) if name.endswith(".gz") else data).decode()
    return [line for line in text.split("\n") if line and line[0] != "#"] if not name.endswith(".gz") else [text]


@cache
def _table() -> dict[str, str]:
    """Word to code, of 64,000 words; cut in one go because it is on the way of every first build."""
    text = _text("words.txt.gz")[0]
    fields = text[text.rindex("\n#") + 1 :].split("\n", 1)[1].rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(fields[::2], fields[1::2], strict=True))


@cache
def _closed() -> dict[str, Word]:
    readings: dict[str, dict[str, str]] = {}
    for line in _text("words-closed.txt"):
        form, *entries = line.split()
        for entry in entries:
            word, _, lemma = entry.partition("=")
            readings.setdefault(word, {}).setdefault(form, lemma or word)
    return {word: Word(tuple(forms), tuple(forms.values()), closed=True) for word, forms in readings.items()}


@cache
def _usual() -> dict[str, str]:
    return {word: line.split()[0] for line in reversed(_text("words-usual.txt")) for word in line.split()[1:]}
