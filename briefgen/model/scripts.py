"""Text in scripts that are not Latin: which stretches of a text are, and what a page can say of their language.

Ranges are those of the Unicode Character Database, Blocks.txt, version 15.1.  A script seldom tells the language:
where it does not, the tag names the script alone (BCP 47, RFC 5646: "und-Arab").
"""

from briefgen.model.regex import regex

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3040-\u30ff\u31f0-\u31ff"
# By tag, the letters; the first that fits counts.
_LETTERS = {
    "und-Arab": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "und-Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "und-Hani": _HAN + _KANA,
}
# Words of one script stay together over what stands between them.
_BETWEEN = r"[\s'’.\-–·״׳]{1,2}"
_RUNS = regex("|".join(f"([{letters}]+(?:{_BETWEEN}[{letters}]+)*)" for letters in _LETTERS.values()))
_TAGS = tuple(_LETTERS)
_JAPANESE = regex(f"[{_KANA}]")
# A single letter of Greek or Cyrillic is a sign, not a word.
SHORTEST = {"el": 2, "und-Cyrl": 2}


def script_runs(text: str) -> tuple[tuple[str, str], ...]:
    """The text cut where a script begins and ends, each part with its language tag; none for Latin and marks."""
    parts: list[tuple[str, str]] = []
    at = 0
    for found in _RUNS.finditer(text):
        tag = _TAGS[(found.lastindex or 1) - 1]
        if len(found[0]) < SHORTEST.get(tag, 1):
            continue
        if tag == "und-Hani" and _JAPANESE.search(found[0]):
            tag = "ja"
        parts += [(text[at : found.start()], ""), (found[0], tag)]
        at = found.end()
    parts.append((text[at:], ""))
    return tuple(part for part in parts if part[0])
