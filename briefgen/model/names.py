"""Names of things in addresses and files."""

import hashlib
import unicodedata

from briefgen.model.regex import regex

# Letters that NFKD leaves whole, as the Latin-script languages themselves write them without diacritics.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "ß": "ss",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)
MAX_SLUG = 80
# Names that some file systems keep for devices, whatever follows behind a dot.
DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))))
_WORD, _WITHIN_WORDS = regex(r"[a-z0-9]+"), regex("['’‘]")


def fold(text: str) -> str:
    """Lower case without diacritics: what is left of a name when spelling habits are put aside."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def passage_anchor(exact: str) -> str:
    """The anchor of a cited passage on its article's page: made of its words, so that it stays when others come."""
    return f"p-{hashlib.sha256(exact.encode('utf-8', 'replace')).hexdigest()[:10]}"


def slug(text: str) -> str:
    """A lower-case ASCII slug of letters, digits and single hyphens; empty when nothing is left.

    A longer slug is cut to 80 characters, its end replaced by eight digits of its hash.
    """
    words = _WORD.findall(_WITHIN_WORDS.sub("", fold(text)))
    full = "-".join(words)
    if len(full) <= MAX_SLUG:
        return full
    digest = hashlib.blake2b(full.encode(), digest_size=4).hexdigest()
    return f"{full[: MAX_SLUG - 9].rstrip('-')}-{digest}"


def file_name(text: str) -> str:
    """A slug that every file system takes as the name of a file or folder: a device's has a hyphen behind it."""
    name = slug(text)
    return f"{name}-" if name in DEVICES or not name else name
