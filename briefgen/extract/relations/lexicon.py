"""The words of lasting relations, as ``lexicon/en/relations.yaml`` lists them."""

from functools import cache

from msgspec import Struct

from briefgen.extract.statements.lexicon import load, words
from briefgen.model.annotation import RelationType


class Lexicon(Struct, frozen=True):
    """Each table maps a word (or words) to the relation it tells; ``roles`` to the kinds of role it may be."""

    verbs: dict[str, tuple[RelationType, str]]
    receiving_verbs: frozenset[str]
    receiving_nouns: frozenset[str]
    places: frozenset[str]
    loyal: dict[tuple[str, str], RelationType]
    compounds: dict[str, RelationType]
    prefixes: dict[str, RelationType]
    roles: dict[str, tuple[str, ...]]
    past: frozenset[str]
    neutral: frozenset[str]
    state_offices: frozenset[str]
    led_bodies: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The words of English."""
    raw = load("relations.yaml")
    verbs: dict[str, tuple[RelationType, str]] = {}
    for relation, text in raw["verbs"].items():
        for entry in words(text):
            lemma, _, particle = entry.partition(" ")
            verbs.setdefault(lemma, (relation, particle))
    roles: dict[str, tuple[str, ...]] = {}
    for kind, text in raw["roles"].items():
        for word in words(text):
            roles[word] = (*roles.get(word, ()), kind)
    loyal = {_pair(entry): relation for relation, text in raw["loyal"].items() for entry in words(text)}
    return Lexicon(
        verbs=verbs,
        receiving_verbs=frozenset(words(raw["receiving"]["verbs"])),
        receiving_nouns=frozenset(words(raw["receiving"]["nouns"])),
        places=frozenset(words(raw["places"])),
        loyal=loyal,
        compounds={word: relation for relation, text in raw["compounds"].items() for word in words(text)},
        prefixes={word: relation for relation, text in raw["prefixes"].items() for word in words(text)},
        roles=roles,
        **{name: frozenset(words(raw[name])) for name in ("past", "neutral", "state_offices", "led_bodies")},
    )


def _pair(entry: str) -> tuple[str, str]:
    word, _, preposition = entry.partition(" ")
    return word, preposition
