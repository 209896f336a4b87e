"""What a careful reader finds in the articles: read from ``<topic>/gold.yml`` and laid on their text.

Names are given once a topic, as the forms of each actor; every occurrence of a form in a body is a mention.  All other
gold is given an article at a time by *anchors*, verbatim substrings of its text.  See ``README.md`` beside this file.
"""

import re
from functools import cached_property
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

from briefgen.model.text import Span

HERE = Path(__file__).parent
TOPICS = sorted(path.parent.name for path in HERE.glob("*/gold.yml"))


class Happening(Struct, frozen=True, forbid_unknown_fields=True):
    """An event: the types any of which is right, who did it to whom, the day; what no article tells is empty.

    ``also`` may be found as parties (the owner of what was done to, say) and need not.
    """

    type: tuple[str, ...]
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    date: str | None = None
    also: tuple[str, ...] = ()


class Dispute(Struct, frozen=True, forbid_unknown_fields=True):
    """What articles tell differently: an anchor in each, or several in one that sets them side by side."""

    topic: str
    kind: str
    sides: dict[str, str | tuple[str, ...]]

    def anchors(self, article: str) -> tuple[str, ...]:
        """The anchors in an article."""
        found = self.sides.get(article, ())
        return (found,) if isinstance(found, str) else found

    @property
    def size(self) -> int:
        """How many anchors there are."""
        return sum(len(self.anchors(article)) for article in self.sides)


class ArticleGold(Struct, frozen=True, forbid_unknown_fields=True):
    """One article: its fields, and anchors of what stands in it; ``refers`` says whom an ambiguous form means here."""

    title: str | None
    publisher: str | None
    author: str | None
    date: str | None
    inferred: str | None = None
    furniture: tuple[str, ...] = ()
    times: dict[str, str | None] = {}
    statements: tuple[tuple[str | None, ...], ...] = ()
    events: dict[str, tuple[str, ...]] = {}
    further: tuple[str, ...] = ()
    relations: tuple[tuple[str, ...], ...] = ()
    descriptions: tuple[tuple[str, str], ...] = ()
    traps: tuple[str, ...] = ()
    refers: dict[str, str] = {}

    def anchors(self) -> list[str]:
        """Every piece of text that must stand in the article word for word."""
        return [
            *filter(None, [self.title]),
            *self.furniture,
            *self.times,
            *(str(statement[1]) for statement in self.statements),
            *(anchor for anchors in self.events.values() for anchor in anchors),
            *self.further,
            *(relation[3] for relation in self.relations),
            *(text for _, text in self.descriptions),
            *self.traps,
            *self.refers,
        ]


class Topic(Struct, frozen=True, forbid_unknown_fields=True):
    """One gold file.  ``other`` are capitalised words that may be read as a name or not: they count neither way."""

    people: dict[str, tuple[str, ...]]
    organizations: dict[str, tuple[str, ...]]
    countries: dict[str, tuple[str, ...]]
    nationalities: dict[str, str]
    places: tuple[str, ...]
    other: tuple[str, ...]
    events: dict[str, Happening]
    never_merge: tuple[tuple[str, str], ...]
    dependent: tuple[tuple[str, str], ...]
    disagreements: tuple[Dispute, ...]
    articles: dict[str, ArticleGold]

    def actors(self) -> dict[str, str]:
        """The type of every actor."""
        return {
            **dict.fromkeys(self.nationalities.values(), "country"),
            **dict.fromkeys(self.people, "person"),
            **dict.fromkeys(self.organizations, "organization"),
            **dict.fromkeys(self.countries, "country"),
            **dict.fromkeys(map(place_id, self.places), "place"),
        }

    def forms(self) -> dict[str, tuple[str, str]]:
        """Every form with the type of its mentions and its actor; neutral forms have the type ``any``."""
        return {
            **{form: ("place", place_id(form)) for form in self.places},
            **{form: ("person", actor) for actor, forms in self.people.items() for form in forms},
            **{form: ("organization", actor) for actor, forms in self.organizations.items() for form in forms},
            **{form: ("country", actor) for actor, forms in self.countries.items() for form in forms},
            **{form: ("nationality", actor) for form, actor in self.nationalities.items()},
            **dict.fromkeys(self.other, ("any", "")),
        }


def place_id(form: str) -> str:
    return form.lower().replace(" ", "-")


class _Plain(yaml.SafeLoader):
    """YAML in which only null is not text, so that dates and numbers stay as they are written."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(name: str) -> Topic:
    """A topic's gold; ``msgspec.ValidationError`` says what is wrong with it."""
    loader = _Plain((HERE / name / "gold.yml").read_text(encoding="utf-8"))
    return msgspec.convert(loader.get_single_data(), Topic)


class Name(Struct, frozen=True):
    """An occurrence of a form in a body."""

    start: int
    end: int
    text: str
    type: str
    actor: str


class Laid:
    """An article's gold laid on its text."""

    def __init__(self, topic: Topic, key: str, text: str) -> None:
        self.topic, self.key, self.text = topic, key, text
        self.gold = topic.articles[key]

    def find(self, anchor: str) -> Span:
        """Where an anchor stands first outside the title and the furniture, or first of all."""
        spans = self.all(anchor)
        return next((span for span in spans if self.in_body(span.start)), spans[0])

    def all(self, anchor: str) -> list[Span]:
        found = [Span(m.start(), m.end()) for m in re.finditer(re.escape(anchor), self.text)]
        if not found:
            raise ValueError(f"{self.key}: no {anchor!r} in the article")
        return found

    @cached_property
    def title(self) -> Span | None:
        return self.all(self.gold.title)[0] if self.gold.title else None

    @cached_property
    def furniture(self) -> list[Span]:
        return [self.all(anchor)[0] for anchor in self.gold.furniture]

    def in_body(self, offset: int) -> bool:
        """Whether the offset is neither in the title nor in the furniture."""
        return not any(span.start <= offset < span.end for span in (*self.furniture, *filter(None, [self.title])))

    @cached_property
    def names(self) -> list[Name]:
        """The body's names, in order; of forms that overlap the longest."""
        forms = self.topic.forms()
        pattern = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        found = []
        for m in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", self.text):
            kind, actor = forms[m[0]]
            if self.in_body(m.start()):
                found.append(Name(m.start(), m.end(), m[0], kind, self.gold.refers.get(m[0], actor)))
        return found

    @cached_property
    def times(self) -> list[tuple[Span, str | None]]:
        """Time expressions with their values; every occurrence of an anchor is one, a longer anchor hides a shorter."""
        found: list[tuple[Span, str | None]] = []
        for anchor in sorted(self.gold.times, key=len, reverse=True):
            for span in self.all(anchor):
                if self.in_body(span.start) and not any(overlap(span, other) for other, _ in found):
                    found.append((span, self.gold.times[anchor]))
        return sorted(found, key=lambda item: item[0])


def overlap(left: Span | Name, right: Span | Name) -> int:
    """How many characters two spans share."""
    return max(0, min(left.end, right.end) - max(left.start, right.start))
