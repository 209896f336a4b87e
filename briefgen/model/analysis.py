"""The desk on which one article is read: its tokens, and what the passes so far have found.

A rule gets an ``Analysis`` and returns new values; it changes nothing.
"""

from typing import Literal

from msgspec import Struct

from briefgen.model.annotation import (
    Description,
    EventMention,
    Mention,
    Relation,
    Statement,
    TimeExpression,
)
from briefgen.model.syntax import Parse
from briefgen.model.text import Document, Span

Tag = Literal[
    "NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "DET", "PRON", "ADP", "CONJ", "NUM", "PART", "PUNCT", "X"
]  # fmt: skip


class Token(Struct, frozen=True, gc=False):
    """A word or mark: offsets into the document's text, coarse universal part of speech, lemma in lower case.

    ``norm`` is the text with curly quotes and odd spaces made plain; it has the same length as ``text``.
    ``form`` is the fine tag: Penn Treebank's, with MD, BE, HV, DO for auxiliaries, CS for subordinators, PUNCT for all
    marks.
    """

    start: int
    end: int
    text: str
    norm: str
    tag: Tag
    lemma: str
    form: str = ""


class Columns(Struct, frozen=True, gc=False):
    """The tokens of a sentence as columns, for what is asked of every word; ``lowers`` are the norms in lower case."""

    starts: tuple[int, ...] = ()
    norms: tuple[str, ...] = ()
    lowers: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    lemmas: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class Analysis(Struct, frozen=True, gc=False):
    """A document with its tokens (one tuple a sentence, title first where there is one) and the passes' results.

    ``title`` holds the tokens of the title, which is read for names but asserts nothing.
    ``columns`` has the tokens of each sentence once more, as columns, ``parses`` its shallow parse.
    ``quoted`` are the spans inside quotation marks, marks excluded, in order.
    """

    document: Document
    sentences: tuple[tuple[Token, ...], ...]
    title: tuple[Token, ...] = ()
    columns: tuple[Columns, ...] = ()
    parses: tuple[Parse, ...] = ()
    quoted: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    relations: tuple[Relation, ...] = ()
    descriptions: tuple[Description, ...] = ()
