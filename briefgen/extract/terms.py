"""What makes sentences alike: the stems of their content words, and their numbers."""

from itertools import compress

from briefgen.extract.lookups import Lookups
from briefgen.model.analysis import Columns

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset(
    """
        say tell add be have do go come get make take give put new other former last next first late early old such
        own year month week day time mr mrs ms
        """.split()
)
# Endings that make a word of the same family, longest first.
_ENDINGS = (
    "izations", "isations", "ization", "isation", "ations", "ionals", "ation", "ators", "ional", "ingly", "ments",
    "ities", "ator", "ates", "ment", "ness", "ions", "ives", "ally", "ate", "ity", "ion", "ive", "ers", "ing", "ies",
    "ors", "als",
    "ize", "ise", "er", "or", "al", "ed", "ly", "es", "e", "y", "s",
)  # fmt: skip
_MIN_STEM = 3


def terms(sentence: Columns) -> tuple[str, ...]:
    """The stems and numbers of one sentence, in order."""
    found = []
    content = map(_CONTENT.__contains__, sentence.tags)
    for norm, tag, lemma in compress(zip(sentence.norms, sentence.tags, sentence.lemmas, strict=True), content):
        if tag != "NUM" and norm[0].isalpha():
            if len(norm) > 1 and (root := _STEMS[lemma]):
                found.append(root)
        elif norm[0].isdigit():
            found.append(norm.replace(",", ""))
    return tuple(found)


def stem(word: str) -> str:
    """A lower-case word without its ending: enough to bring "resignation", "resigned" and "resign" together.

    In the manner of Porter (1980), one step only; a stem keeps at least three letters.
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            return _undouble(word[: len(word) - len(ending)])
    return word


def _undouble(word: str) -> str:
    """``withdraww`` to ``withdraw``, ``runn`` to ``run``; "pass" and "kill" keep theirs on purpose: all forms do."""
    return word[:-1] if len(word) > _MIN_STEM and word[-1] == word[-2] and word[-1] not in "slz" else word


# The stems of lemmas, nothing for one that tells nothing.
_STEMS = Lookups(lambda lemma: "" if lemma in _EMPTY else stem(lemma))
