"""Derive ``briefgen/extract/lexicon/en/words.txt.gz`` from the tables of lemminflect 0.2.x (run by hand, not at build
time).

Usage: ``python tools/derive_words.py`` with the ``dev`` extra installed.  The result is committed.

One line a lower-case word: the word, a tab, its readings with commas between them.  A reading is upper-case letters
for the forms it may be, then
how to get the lemma: a digit says how many letters to cut off the end, what follows is put there instead.

    N noun  P plural noun  V verb base  Z verb -s  D past  B past participle  G -ing
    A adjective  C comparative  U superlative  R adverb

``withdrew<TAB>D2aw`` is the past of "withdraw"; ``backed<TAB>DB2`` past and participle of "back".
"""

import csv
import gzip
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "briefgen/extract/lexicon/en/words.txt.gz"
NOTICE = """\
# Word forms, parts of speech and lemmas of English. Derived by tools/derive_words.py; do not edit.
# From lemminflect 0.2.3, (c) 2019 Brad Jascob, MIT licence. Its tables derive from the SPECIALIST Lexicon of the
# U.S. National Library of Medicine, NIH (https://lhncbc.nlm.nih.gov/LSG/), used under its terms: the Lexicon is
# courtesy of the U.S. National Library of Medicine; this table changes its form and leaves out most of it.
"""
PLAIN = {"noun": "N", "adj": "A", "adv": "R", "verb": "V"}


def main() -> None:
    source = files("lemminflect") / "resources"
    rows = _rows(source / "lemma_lu.csv.gz")
    verbs = _verb_forms(_rows(source / "infl_lu.csv.gz"))
    readings: dict[str, dict[str, str]] = defaultdict(dict)
    for word, part, lemmas in rows:
        if part == "aux" or not word.islower() or not word.isascii() or len(word) < 2 or not word[0].isalpha():
            continue
        for lemma in (one for one in lemmas.split("/") if "-" not in one or "-" in word):
            letters = _letters(word, part, lemma, verbs)
            code = _lemma_code(word, lemma)
            readings[word][code] = readings[word].get(code, "") + letters
    lines = [f"{word}\t{_code(options)}" for word, options in sorted(readings.items())]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(gzip.compress((NOTICE + "\n".join(lines) + "\n").encode(), 9, mtime=0))
    print(f"{TARGET}: {len(lines)} words, {TARGET.stat().st_size} bytes")


def _rows(path: object) -> list[list[str]]:
    with path.open("rb") as file:  # type: ignore[attr-defined]
        text = gzip.decompress(file.read()).decode()
    return [row for row in csv.reader(text.splitlines()) if row and not row[0].startswith("#")]


def _verb_forms(rows: list[list[str]]) -> dict[str, dict[str, str]]:
    """Lemma -> form -> letters; the table's columns are past, participle (empty: as the past), -ing, -s."""
    forms: dict[str, dict[str, str]] = defaultdict(lambda: defaultdict(str))
    for row in rows:
        if row[1] != "verb":
            continue
        lemma, past = row[0], row[2]
        columns = zip("DBGZ", (past, row[3] or past, row[4], row[5]), strict=True)
        for letter, column in columns:
            for form in column.split("/"):
                if letter not in forms[lemma][form]:
                    forms[lemma][form] += letter
    return forms


def _letters(word: str, part: str, lemma: str, verbs: dict[str, dict[str, str]]) -> str:
    if part == "verb":
        known = verbs.get(lemma, {}).get(word, "")
        return ("V" if word == lemma else "") + (known or ("" if word == lemma else _guess(word)))
    if word == lemma:
        return PLAIN[part]
    if part == "noun":
        return "P"
    if part == "adj":
        return "U" if word.endswith("st") else "C"
    return "R"


def _guess(word: str) -> str:
    return "G" if word.endswith("ing") else "Z" if word.endswith("s") else "DB"


def _lemma_code(word: str, lemma: str) -> str:
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    cut, put = len(word) - shared, lemma[shared:]
    return f"{cut}{put}" if cut or put else ""


def _code(options: dict[str, str]) -> str:
    return ",".join(letters + code for code, letters in sorted(options.items()))


if __name__ == "__main__":
    main()
