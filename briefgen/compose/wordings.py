"""In their words: what each outlet itself calls an actor, verbatim and without a verdict on it."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from briefgen.compose.parts import CitationView, Link
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.site import ActorRecord, DescriptionRecord

# How many wordings of an outlet a page shows, and how many passages of each it cites: of more outlets than a few, one.
WORDINGS = 6
PROOFS = 3
FEW = 4


class Called(Struct, frozen=True):
    """Words with which an outlet describes the actor."""

    text: str
    "The words, as its first article has them."
    citations: tuple[CitationView, ...]
    "Where they stand, the first few."


class Wording(Struct, frozen=True):
    """What an outlet calls the actor, or several that call it the same."""

    outlets: tuple[Link, ...]
    "The outlets, each leading to the first article that does; no link where the outlet is not known."
    called: tuple[Called, ...]
    "What they call it, what most of their articles use first."
    more: str
    'How many more wordings they have: "and 3 more"; empty where all are shown.'


# What one outlet calls the actor: by the words in small letters, every place.
Words = dict[str, list[DescriptionRecord]]
# Outlets that have the very same words, by name.
Alike = dict[str, Words]


def by_words(sheet: Sheet, actor: ActorRecord) -> list[Alike]:
    """What the outlets call an actor, those with the most wordings first; those with the same words stand together."""
    by_outlet: dict[str, Words] = {}
    for description in actor.descriptions:
        name = plain(sheet.catalogue.sources[description.citation.source].publisher or "")
        by_outlet.setdefault(name, {}).setdefault(description.text.casefold(), []).append(description)
    alike: dict[frozenset[str], list[str]] = {}
    for name, words in by_outlet.items():
        alike.setdefault(frozenset(words), []).append(name)
    groups = sorted(alike.values(), key=lambda names: (not names[0], -len(by_outlet[names[0]])))
    return [{name: by_outlet[name] for name in names} for names in groups]


def wordings(sheet: Sheet, groups: Sequence[Alike], most: int) -> tuple[tuple[Wording, ...], int]:
    """The first of these, and how many outlets there is no room for."""
    proofs = PROOFS if len(groups) <= FEW else 1
    shown = tuple(_wording(sheet, group, proofs) for group in groups[:most])
    return shown, sum(map(len, groups[most:]))


def _wording(sheet: Sheet, alike: Alike, proofs: int) -> Wording:
    """The wordings that some outlets share."""
    names, found = list(alike), list(alike.values())
    used = Counter({words: sum(len(one[words]) for one in found) for words in found[0]})
    shown = [words for words, _ in used.most_common(WORDINGS)]
    first = [next(iter(words.values()))[0].citation.source for words in found]
    outlets = (_outlet(sheet, name, source) for name, source in zip(names, first, strict=True))
    cited = min(PROOFS, max(proofs, len(names)))
    called = tuple(_called(sheet, [one[words] for one in found], cited) for words in shown)
    return Wording(tuple(outlets), called, sheet.more(len(used) - WORDINGS))


def _called(sheet: Sheet, places: Sequence[Sequence[DescriptionRecord]], proofs: int) -> Called:
    """One wording with the first passages of each outlet in turn."""
    turns = sorted((turn, at) for at, own in enumerate(places) for turn in range(len(own)))
    first = [places[at][turn].citation for turn, at in turns[:proofs]]
    return Called(sheet.words_of(first[0]), tuple(dict.fromkeys(map(sheet.cite, first))))


def _outlet(sheet: Sheet, name: str, source: str) -> Link:
    return sheet.outlet(source) if name else Link(sheet.words("outlets.unknown"))
