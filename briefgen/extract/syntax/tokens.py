"""Words and marks of a stretch of text.

The tokeniser keeps abbreviations (``U.S.``), hyphen compounds (``al-Amin``, ``U.S.-led``, ``12-year-old``), numbers
with
commas and points, clock times and addresses whole; it makes the possessive ``'s``, the clitics (``n't``, ``'ll``),
quotation
marks, currency and per cent signs tokens of their own.  Every pattern is linear in the length of the text.
"""

import re

PLAIN = {ord(c): p for p, chars in {'"': "“”„‟«»″", "'": "‘’‚‛`´′", " ": "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000",
                                   "-": "\u2010\u2011"}.items() for c in chars}  # fmt: skip

_ABBREVIATIONS = """
    Mr Mrs Ms Dr Prof Rev Hon Gen Lt Col Maj Capt Cmdr Sgt Adm Sen Rep Gov Pres Fr St Mt Jr Sr Messrs Inc Corp Co Ltd
    Spc Insp Supt Cpl Pvt Pfc Brig Atty Assemb Del Cmdr
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec vs No Nos Vol Art Fig dept Dept approx est Univ Ave Blvd
    """.split()
_TOKEN = re.compile(
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
_CLITIC = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m))$", re.IGNORECASE)

Piece = tuple[int, int, str, str]
"""A word or mark before tagging: offsets into the whole text, the text, and the text with plain marks."""


def split(text: str, start: int, end: int) -> list[Piece]:
    """The words and marks of ``text[start:end]``, in order, whitespace left out."""
    stretch = text[start:end]
    ascii_ = stretch.isascii()
    plain = stretch if ascii_ else stretch.translate(PLAIN)
    apostrophes = "'" in plain
    pieces: list[Piece] = []
    for match in _TOKEN.finditer(plain):
        a, b = match.span()
        norm = match[0]
        if match.lastgroup:
            b = a + len(norm.rstrip(".,;:!?)\"'"))
            pieces.append((start + a, start + b, stretch[a:b], plain[a:b]))
            pieces += [(start + c, start + c + 1, stretch[c], plain[c]) for c in range(b, match.end())]
        elif apostrophes and "'" in norm and (clitic := _CLITIC.search(norm)) and clitic.start():
            c = a + clitic.start()
            pieces += [
                (start + a, start + c, stretch[a:c], plain[a:c]),
                (start + c, start + b, stretch[c:b], plain[c:b]),
            ]
        else:
            pieces.append((start + a, start + b, norm if ascii_ else stretch[a:b], norm))
    return pieces
