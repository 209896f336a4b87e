"""The tokens of a sentence as columns, and where in one the words of a table stand."""

from collections.abc import Iterable, Sequence, Set
from itertools import compress

from msgspec.structs import astuple

from briefgen.extract.lookups import Lookups
from briefgen.model.analysis import Columns, Token

_LOWER = Lookups(str.lower)


def columns(tokens: Sequence[Token]) -> Columns:
    """The columns of one sentence."""
    if not tokens:
        return Columns()
    starts, _, _, norms, tags, lemmas, forms = zip(*map(astuple, tokens), strict=True)
    return Columns(starts, norms, tuple(map(_LOWER.__getitem__, norms)), tags, lemmas, forms)


def places(column: Sequence[str], words: Set[str]) -> Iterable[int]:
    """The indexes at which a column has one of the words; few sentences hold any, so that is asked first."""
    if words.isdisjoint(column):
        return ()
    return compress(range(len(column)), map(words.__contains__, column))
