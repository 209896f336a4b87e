"""Part of speech and lemma of each token: the word table's readings, chosen by the neighbours.

One pass from left to right over a sentence; ``choices`` picks where a word may be several things.
"""

# ruff: noqa: PLR0911 (decision lists: one return a rule)

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import itemgetter, not_
from typing import cast

from briefgen.extract.function_words import SUBJECT_PRONOUNS
from briefgen.extract.lookups import Lookups
from briefgen.extract.syntax.choices import choose
from briefgen.extract.syntax.tokens import Piece
from briefgen.extract.syntax.words import COARSE, Word, look_up
from briefgen.extract.world import world
from briefgen.model.analysis import Token

_OPENERS = frozenset("\"'([:;—–-") | {"--", "..."}
_CURRENCY = frozenset("$€£¥₹")
_QUOTE_REACH = 60
_BEFORE_IS = SUBJECT_PRONOUNS | {"there", "here", "what", "where", "how", "let"}
# What makes an adjective of a name: "Moscow-led", but not "Ji-won".
_OF_NAMES = frozenset(
    "led made run held built bound born style era wide type like speaking ruled owned friendly only".split()
)


def tag(sentences: Sequence[Sequence[Piece]]) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each sentence; names seen inside sentences tell names at the start of others."""
    drafts = [(pieces, *_by_themselves(pieces)) for pieces in sentences]
    inside = {
        norm
        for pieces, _, open_ in drafts
        for i in open_
        if i and (norm := pieces[i][3])[0].isupper() and pieces[i - 1][3] not in _OPENERS
    }
    names = {norm for norm in inside if not look_up(norm.lower()).closed}
    return tuple([_tag_sentence(pieces, words, open_, names) for pieces, words, open_ in drafts])


def _by_themselves(pieces: Sequence[Piece]) -> tuple[list[Word], list[int]]:
    """What each piece may be, and the places of those that their neighbours tell, where nothing stands yet."""
    words = list(map(_ALONE.__getitem__, map(_NORM, pieces)))
    return cast("list[Word]", words), list(compress(range(len(words)), map(not_, words)))


def _tag_sentence(pieces: Sequence[Piece], words: list[Word], open_: list[int], names: set[str]) -> tuple[Token, ...]:
    """The tokens of one sentence; few of its words ask for more than a look into a table."""
    if not pieces:
        return ()
    starts, ends, texts, norms = zip(*pieces, strict=True)
    for i in open_:
        words[i] = _in_context(pieces, i, names)
    forms = [word.only for word in words]
    lemmas = [word.lemmas[0] for word in words]
    for i in list(compress(range(len(forms)), map(not_, forms))):
        word = words[i]
        forms[i] = form = choose(words, forms, i, pieces)  # by the forms to the left, all settled
        if form != word.forms[0]:
            lemmas[i] = word.lemma(form) if form in word.forms else norms[i].lower()
    return tuple(map(Token, starts, ends, texts, norms, map(COARSE.__getitem__, forms), lemmas, forms))


def _by_itself(norm: str) -> Word | None:
    """What a piece may be whatever stands beside it; None for a capitalised word and what begins with an apostrophe."""
    first = norm[0]
    if first.islower():
        return _name(norm) if _has_inner_capital(norm) else look_up(norm.lower())
    if first.isupper() or first == "'":
        return None
    if first.isdigit():
        return Word(("CD",), (norm.lower(),))
    if first in _CURRENCY or first == "%":
        return Word(("NN" if first == "%" else "CD",), (norm,))
    return look_up(norm) if norm == "&" else _mark(norm)


_ALONE = Lookups(_by_itself)
_NORM = itemgetter(3)


def _in_context(pieces: Sequence[Piece], i: int, names: set[str]) -> Word:
    """What a capitalised word, a clitic or an apostrophe may be."""
    norm = pieces[i][3]
    if norm[0] != "'":
        return _capital(pieces, i, names)
    if len(norm) > 1:
        return _clitic(pieces, i)
    if i and pieces[i - 1][1] == pieces[i][0] and pieces[i - 1][3][-1] in "sxzSXZ" and _closes_no_quote(pieces, i):
        return Word(("POS",), ("'",))
    return _mark(norm)


@lru_cache(maxsize=1 << 10)
def _mark(norm: str) -> Word:
    return Word(("PUNCT",), (norm.lower(),))


def _has_inner_capital(norm: str) -> bool:
    """``al-Sisi``, ``iPhone``."""
    return any(c.isupper() for c in norm)


@lru_cache(maxsize=1 << 14)
def _name(norm: str) -> Word:
    """A name; ``Seoul-based`` and ``U.S.-led`` are adjectives made of one."""
    lower = norm.lower()
    last = norm.rpartition("-")[2] if "-" in norm else ""
    adjective = len(last) > 3 and look_up(last).forms[0] == "JJ"  # "oil-rich"
    if last.islower() and (last.endswith("ed") or adjective or last in _OF_NAMES):
        compound = look_up(lower)
        if compound.forms[0] == "JJ":
            return compound
    return Word(("NNP",), (lower,))


def _closes_no_quote(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the mark after a plural is a possessive: no single quotation mark stands open before it."""
    return sum(p[3] == "'" for p in pieces[max(0, i - _QUOTE_REACH) : i]) % 2 == 0


def _clitic(pieces: Sequence[Piece], i: int) -> Word:
    """``'s`` is "is" or "has" after a pronoun, possessive elsewhere."""
    norm = pieces[i][3].lower()
    if norm == "'s" and i and pieces[i - 1][3].lower() in _BEFORE_IS:
        return Word(("BE",), ("be",))
    if norm == "'d":
        return Word(("MD",), ("would",))
    return look_up(norm)


def _capital(pieces: Sequence[Piece], i: int, names: set[str]) -> Word:
    """A capitalised word: a name inside a sentence; at its start a word, unless the table or the text knows better."""
    norm = pieces[i][3]
    if i and pieces[i - 1][3] not in _OPENERS:
        return _inside(norm) or (look_up(norm.lower()) if _title_case_gap(pieces, i) else _name(norm))
    lower = norm.lower()
    word = look_up(lower)
    following = pieces[i + 1][3] if i + 1 < len(pieces) else ""
    if lower in {"may", "will", "can"} and not following.islower():
        return _name(norm)
    if word.closed:
        return word if norm != lower.upper() or len(norm) == 1 or lower in {"no", "the", "in"} else _name(norm)
    if _is_known_name(norm, following, word):
        return _name(norm)
    if not word.known or norm in names or (len(norm) > 1 and not norm.istitle()):
        ending = (
            word.forms[0] in {"RB", "VBG", "JJ"}
            and _has_stem(lower, word)
            and norm.istitle()
            and norm not in names
            and following.islower()
        )
        return word if ending else _name(norm)
    if following[:1].isupper() and word.forms[0] == "NN" and not look_up(following.lower()).closed:
        return _name(norm)
    return word


@lru_cache(maxsize=1 << 14)
def _inside(norm: str) -> Word | None:
    """A capitalised word inside a sentence, None for a function word that its neighbours tell from a name."""
    lower = norm.lower()
    word = look_up(lower)
    if not word.closed or lower in {"will", "may", "can"} or not (len(norm) == 1 or norm.istitle()):
        return _name(norm)
    return word if lower == "i" else None


def _is_known_name(norm: str, following: str, word: Word) -> bool:
    """Whether the world table has a name that begins so: "United | States", "Reading | Council"; "Google", "Welsh".

    A word of the language that is a name by itself needs another capital behind it, or to be a verb otherwise.
    """
    if (norm, following) in _beginnings():
        return True
    if norm not in world().forms or not word.known:
        return False
    if following[:1].isupper():
        return not look_up(following.lower()).closed and word.forms[0] != "NNS" and len(word.forms) > 1
    return word.forms[0] in {"VB", "VBZ", "VBD"} and "IN" not in look_up(following).forms


@cache
def _beginnings() -> frozenset[tuple[str, str]]:
    """The first two words of every form of the world table that has more than one."""
    longer = (form.split(" ", 2) for form in world().forms if " " in form)
    return frozenset((first, second) for first, second, *_ in longer)


def _has_stem(lower: str, word: Word) -> bool:
    """Whether an unknown word in "-ing" or "-ly" is made of a known one: not "Boeing", not "Italy"."""
    if not word.known and word.forms[0] == "RB":
        return len(lower) > 5 and look_up(lower[:-2]).known
    if word.known or word.forms[0] != "VBG":
        return True
    return look_up(lower[:-3]).known or look_up(lower[:-3] + "e").known


def _title_case_gap(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a capitalised function word stands between words that are not all names (``said: The``; not ``The
    Hague``).
    """
    return not (i + 1 < len(pieces) and pieces[i + 1][3][:1].isupper())
