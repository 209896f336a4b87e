"""What one account of an event says and no other voice does: content words and numbers, compared as they stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from briefgen.model.data import data_text
from briefgen.model.regex import regex

# A number with its points and commas, or a word; what follows an apostrophe is a word of its own.
_TOKEN = regex(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
# What may stand between two marked words for them to be one stretch, besides words without content.
_GAP = regex(r"[\s\w'’‘-]*")
# Two words are forms of one where so many letters are the same at their beginning, and all but so many of the shorter.
SAME, ENDING = 4, 2
SHORTEST = 3


class Stretch(Struct, frozen=True):
    """Part of a sentence."""

    text: str
    "The words, with the spaces at their ends."
    only: bool
    "Whether no other voice has them."


class Vocabulary:
    """Content words, by their first letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, set[str]] = {}
        for word in words:
            self._words.setdefault(word[:SAME], set()).add(word)

    def __contains__(self, word: object) -> bool:
        """Whether they have the word or another form of it; of a number only itself."""
        if not isinstance(word, str):
            return False
        near = self._words.get(word[:SAME], ())
        return word in near or (not word[0].isdigit() and any(_kin(word, other) for other in near))


def contrasts(told: Mapping[str, tuple[str, ...]]) -> dict[str, Vocabulary]:
    """By voice, the words of all the others."""
    words = {voice: {word for text in texts for word in content_words(text)} for voice, texts in told.items()}
    used = Counter(word for own in words.values() for word in own)
    return {voice: Vocabulary(w for w, voices in used.items() if voices > (w in own)) for voice, own in words.items()}


def stretches(text: str, others: Vocabulary | None) -> tuple[Stretch, ...]:
    """A sentence cut where words begin and end that the others do not have."""
    runs: list[tuple[int, int]] = []
    shared = 0  # where the last word ends that the others have
    for start, end, word in _content(text) if others else ():
        if word in (others or ()):
            shared = end
        elif runs and shared <= runs[-1][0] and _GAP.fullmatch(text, runs[-1][1], start):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    pieces, at = [], 0
    for start, end in runs:
        pieces += [Stretch(text[at:start], False), Stretch(text[start:end], True)]
        at = end
    pieces.append(Stretch(text[at:], False))
    return tuple(piece for piece in pieces if piece.text)


def content_words(text: str) -> set[str]:
    """The words of a text that carry content, folded."""
    return {word for _, _, word in _content(text)}


def _content(text: str) -> Iterator[tuple[int, int, str]]:
    """The words that carry content, folded, with their places; a number without its commas."""
    for found in _TOKEN.finditer(text):
        word = found[0].casefold().replace(",", "")
        telling = word[0].isdigit() or found[0].isupper() or len(word) >= SHORTEST
        if telling and word not in function_words():
            yield found.start(), found.end(), word


def _kin(word: str, other: str) -> bool:
    need = max(SAME, min(len(word), len(other)) - ENDING)
    return word[:need] == other[:need] and min(len(word), len(other)) >= need


@cache
def function_words() -> frozenset[str]:
    """Words that are in every text whatever it tells."""
    text = data_text("briefgen.compose", "function-words.txt")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
