"""The words of descriptions, as ``lexicon/en/descriptions.yaml`` lists them."""

from functools import cache

from msgspec import Struct

from briefgen.extract.statements.lexicon import load, words


class Lexicon(Struct, frozen=True):
    """Words that describe nobody (``empty``), or by themselves nobody (``alone``), but behind "a" (``callings``), or a
    part of a place (``directions``); adjectives that describe without a noun (``telling``); verbs whose past says who
    somebody is (``lasting``) and verbs that do not even in the present (``passing``); nouns for things with the endings
    of persons' (``things``); nouns for persons and bodies; plurals that stand before nouns; further nouns for persons.
    """

    empty: frozenset[str]
    alone: frozenset[str]
    callings: frozenset[str]
    plurals: frozenset[str]
    persons: frozenset[str]
    directions: frozenset[str]
    telling: frozenset[str]
    lasting: frozenset[str]
    passing: frozenset[str]
    things: frozenset[str]
    bodily: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The words of English."""
    return Lexicon(**{key: frozenset(words(text)) for key, text in load("descriptions.yaml").items()})
