"""Names of things in addresses and files."""

import hashlib
import unicodedata

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


def fold(text: str) -> str:
    """Lower case without diacritics: what is left of a name when spelling habits are put aside."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def slug(text: str) -> str:
    """A lower-case ASCII slug of letters, digits and single hyphens; empty when nothing is left.

    A longer slug is cut to 80 characters, its end replaced by eight digits of its hash.
    """
    words: list[str] = []
    word: list[str] = []
    for character in fold(text):
        if character.isascii() and character.isalnum():
            word.append(character)
        elif character not in "'’‘" and word:
            words.append("".join(word))
            word = []
    if word:
        words.append("".join(word))
    full = "-".join(words)
    if len(full) <= MAX_SLUG:
        return full
    digest = hashlib.blake2b(full.encode(), digest_size=4).hexdigest()
    return f"{full[: MAX_SLUG - 9].rstrip('-')}-{digest}"
