"""A sentence's tokens as columns."""

from briefgen.extract.syntax.columns import columns, places
from briefgen.extract.syntax.tagger import tag
from briefgen.extract.syntax.tokens import split
from briefgen.model.analysis import Columns

TEXT = "The court sat and the Judge left."


def test_columns_hold_what_the_tokens_hold() -> None:
    (tokens,) = tag([split(TEXT, 0, len(TEXT))])
    row = columns(tokens)
    assert row.starts == tuple(token.start for token in tokens)
    assert row.norms == tuple(token.norm for token in tokens)
    assert row.lowers == tuple(token.norm.lower() for token in tokens)
    assert row.tags == tuple(token.tag for token in tokens)
    assert row.lemmas == tuple(token.lemma for token in tokens)
    assert row.forms == tuple(token.form for token in tokens)


def test_no_tokens_no_columns() -> None:
    assert columns(()) == Columns()


def test_places_are_where_a_word_stands_in_order() -> None:
    words = TEXT.lower().split()
    assert list(places(words, {"the"})) == [0, 4]
    assert list(places(words, {"jury"})) == []
