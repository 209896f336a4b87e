"""The word lists that tell what a capitalised run is: ``lexicon/en/names.txt`` and ``lexicon/en/given-names*.txt``."""

from functools import cache
from typing import NamedTuple

from briefgen.model.data import data_text


class Names(NamedTuple):
    """The lists of ``names.txt`` by their keys there, and the given names; all lower case except the given names.

    ``titles`` are all words that may end a role phrase before a name: honorifics, ranks and offices.
    """

    honorifics: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    modifiers: frozenset[str]
    org_heads: frozenset[str]
    company_ends: frozenset[str]
    team_ends: frozenset[str]
    team_starts: frozenset[str]
    of_heads: frozenset[str]
    place_ends: frozenset[str]
    place_starts: frozenset[str]
    place_nouns: frozenset[str]
    org_nouns: frozenset[str]
    other_ends: frozenset[str]
    beliefs: frozenset[str]
    calendar: frozenset[str]
    plain_capitals: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    speech: frozenset[str]
    doing: frozenset[str]
    groups: frozenset[str]
    starters: frozenset[str]
    sports: frozenset[str]
    given: frozenset[str]
    women: frozenset[str]
    titles: frozenset[str]


@cache
def lexicon() -> Names:
    """The lists, read once."""
    lists: dict[str, list[str]] = {}
    key = ""
    for line in _lines("names.txt"):
        head, colon, rest = line.partition(":")
        key, words = (head, rest) if colon and not line[0].isspace() else (key, line)
        lists.setdefault(key, []).extend(word.strip() for word in words.split(",") if word.strip())
    women = frozenset(word for line in _lines("given-names-women.txt") for word in line.split())
    given = women | {word for line in _lines("given-names.txt") for word in line.split()}
    found = {key: frozenset(words) for key, words in lists.items()}
    titles = found["honorifics"] | found["ranks"] | found["offices"]
    return Names(**found, given=given, women=women, titles=titles)


def _lines(name: str) -> list[str]:
    text = data_text("briefgen.extract", f"lexicon/en/{name}")
    return [line for line in text.split("\n") if line.strip() and line[0] != "#"]
