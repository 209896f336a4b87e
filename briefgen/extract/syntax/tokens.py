"""Words and marks of a stretch of text.

The tokeniser keeps abbreviations (``U.S.``), hyphen compounds (``al-Amin``, ``U.S.-led``, ``12-year-old``), numbers
with commas and points, clock times and addresses whole; it makes the possessive ``'s``, the clitics (``n't``,
``'ll``), quotation marks, currency and per cent signs tokens of their own.  Every pattern is linear in the length of
the text.
"""

import re
from functools import lru_cache

from briefgen.model.regex import regex

PLAIN = {ord(c): p for p, chars in {'"': "“”„‟«»″", "'": "‘’‚‛`´′", " ": "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000",
                                   "-": "\u2010\u2011"}.items() for c in chars}  # fmt: skip

_ABBREVIATIONS = """
    Mr Mrs Ms Dr Prof Rev Hon Gen Lt Col Maj Capt Cmdr Sgt Adm Sen Rep Gov Pres Fr St Mt Jr Sr Messrs Inc Corp Co Ltd
    Spc Insp Supt Cpl Pvt Pfc Brig Atty Assemb Del Cmdr
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec vs No Nos Vol Art Fig dept Dept approx est Univ Ave Blvd
    """.split()
_TOKEN = regex(
    r"""
      (?>[^\W_]++(?:[-'][^\W_]++)*+)(?!\.|[,:@/_]\S)
    | (?P<address>https?://\S++ | www\.\S++ | [\w.+-]{1,64}+@[\w-]{1,64}+(?:\.[\w-]{1,64}+){1,8}+)
    | (?:[^\W\d_]\.){2,20}+(?:-[^\W_]++(?:-[^\W_]++)*+|s\b)?
    | (?:ABBREVIATIONS)\.(?=\s|$)
    | (?<![^\W_])[A-Z]\.(?=\s*(?:["(]\s?|and\s)?[A-Z])
    | \d++(?:[.,:]\d++)++[^\W_]*+(?:-[^\W_]++)*+
    | [^\W_]++(?:[-'][^\W_]++)*+
    | 's\b | \.{2,}+ | -{2,}+ | \S
    """.replace("ABBREVIATIONS", "|".join(_ABBREVIATIONS)),
    re.VERBOSE,
)
_CLITIC = regex(r"(?:n't|'(?:s|re|ve|ll|d|m))$", re.IGNORECASE)

_MAY_BE_INITIAL = regex(r"[A-Z]\.\s*(?:[\"(]|and)?\s*\Z")
_CLOSING = frozenset(".,;:?!)")  # after a word before a space, marks of their own
_WITH_STOP = frozenset((*_ABBREVIATIONS, *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"))  # words that a full stop may belong to
_LONGEST_KNOWN = 40

Piece = tuple[int, int, str, str]
"""A word or mark before tagging: offsets into the whole text, the text, and the text with plain marks."""
Cut = tuple[int, int, str]
"""A piece of a stretch: offsets into it, and the text with plain marks."""


def split(text: str, start: int, end: int) -> list[Piece]:
    """The words and marks of ``text[start:end]``, in order, whitespace left out.

    No piece reaches over a space, so the text is cut at its spaces; most of what stands between two is one plain word.
    """
    stretch = text[start:end]
    ascii_ = stretch.isascii()
    plain = stretch if ascii_ else stretch.translate(PLAIN)
    pieces: list[Piece] = []
    add = pieces.append
    at = start
    for chunk in plain.split(" "):
        stop = at + len(chunk)
        if chunk.isalnum():
            add((at, stop, chunk if ascii_ else text[at:stop], chunk))
        elif chunk[-1:] in _CLOSING and (word := chunk[:-1]).isalnum() and word not in _WITH_STOP:
            add((at, stop - 1, word if ascii_ else text[at : stop - 1], word))
            add((stop - 1, stop, text[stop - 1], chunk[-1]))
        else:
            cuts = _cut(chunk) if len(chunk) <= _LONGEST_KNOWN else None
            if cuts is None:
                cuts = _cuts(plain, at - start, stop - start)
            for a, b, norm in cuts:
                add((at + a, at + b, norm if ascii_ else text[at + a : at + b], norm))
        at = stop + 1
    return pieces


@lru_cache(maxsize=1 << 15)
def _cut(chunk: str) -> tuple[Cut, ...] | None:
    """The pieces of what stands between two spaces; None where they hang on what follows: "A." may be an initial."""
    return None if _MAY_BE_INITIAL.search(chunk) else _cuts(chunk)


def _cuts(plain: str, start: int = 0, end: int | None = None) -> tuple[Cut, ...]:
    """The pieces that begin in ``plain[start:end]``; offsets count from ``start``."""
    found: list[Cut] = []
    for match in _TOKEN.finditer(plain, start):
        a, b = match.span()
        if end is not None and a >= end:
            break
        norm = match[0]
        clitic = _CLITIC.search(norm) if "'" in norm else None
        if match.lastgroup:
            stop = a + len(norm.rstrip(".,;:!?)\"'"))
            parts = [(a, stop), *((c, c + 1) for c in range(stop, b))]
        elif clitic and clitic.start():
            parts = [(a, a + clitic.start()), (a + clitic.start(), b)]
        else:
            parts = [(a, b)]
        found += [(c - start, d - start, plain[c:d]) for c, d in parts]
    return tuple(found)
