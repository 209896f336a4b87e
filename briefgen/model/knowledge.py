"""What the corpus says together: entities, events, voices, disagreements.

A mention is not an entity; an event mention is not an event; a citation is a pointer, never a copy.
"""

from typing import Literal

from msgspec import Struct

from briefgen.model.annotation import EventStatus, EventType, Extraction, Factors
from briefgen.model.text import DateBasis, Document, Position, Span

EntityType = Literal["person", "organization", "country", "place", "other"]
Role = Literal["agent", "patient", "participant"]
DisagreementKind = Literal["figure", "date", "place", "agent", "outcome", "backers"]


class Article(Struct, frozen=True):
    """An article as it was cleaned and read."""

    document: Document
    extraction: Extraction


class Citation(Struct, frozen=True, order=True):
    """A pointer to a passage: the source's id and half-open code point offsets into its text."""

    source: str
    start: int
    end: int


class Ref(Struct, frozen=True, order=True):
    """A value of one article: the source's id and the value's index in the tuple of its kind."""

    source: str
    index: int


class Judgement(Struct, frozen=True):
    """A person's word that two names (or ids) are the same actor or event, or are not."""

    left: str
    right: str
    same: bool
    position: Position
    reason: str = ""


class Merge(Struct, frozen=True):
    """Why two names were taken for one (or, below the threshold, put to review)."""

    left: str
    right: str
    rule: str
    score: float
    factors: Factors = ()


class NameForm(Struct, frozen=True, order=True):
    """A spelling, how often it stands, and in which sources."""

    text: str
    count: int
    sources: tuple[str, ...]


class Entity(Struct, frozen=True):
    """One actor (or place) for many mentions; ``mentions`` are names, noun phrases and pronouns resolved to it."""

    id: str
    name: str
    type: EntityType
    forms: tuple[NameForm, ...]
    mentions: tuple[Ref, ...]
    merges: tuple[Merge, ...] = ()
    score: float = 1.0


class Entities(Struct, frozen=True):
    """All entities, ordered by id, and the merges that only a person can decide."""

    items: tuple[Entity, ...] = ()
    review: tuple[Merge, ...] = ()

    def by_mention(self) -> dict[Ref, str]:
        """The entity's id for every resolved mention."""
        return {ref: entity.id for entity in self.items for ref in entity.mentions}


class Participant(Struct, frozen=True, order=True):
    """An entity's part in an event."""

    entity: str
    role: Role


class Account(Struct, frozen=True):
    """One telling of an event: the whole sentence, the trigger in it, the event mentions it rests on.

    A sentence that tells the event more than once has an account for each trigger; the first one of a sentence stands
    in the order of the best, the others after all those.
    """

    citation: Citation
    trigger: Span | None = None
    mentions: tuple[Ref, ...] = ()
    score: float = 1.0


class Event(Struct, frozen=True):
    """One happening, told by one or more passages; the best account first.

    ``title`` points to a verbatim clause.  ``date`` is EDTF level 1 or None, with basis and reason in words.
    ``places`` are names as the sources write them.
    """

    id: str
    title: Citation
    types: tuple[EventType, ...]
    accounts: tuple[Account, ...]
    date: str | None = None
    date_basis: DateBasis = "unknown"
    date_reason: str = ""
    places: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    voices: int = 1
    weight: float = 0.0
    status: EventStatus = "actual"
    merges: tuple[Merge, ...] = ()


class Voice(Struct, frozen=True):
    """Sources that share one wire text count once; ``reason`` says why they were joined."""

    id: str
    sources: tuple[str, ...]
    reason: str = ""


class Side(Struct, frozen=True):
    """What one or more sources hold in a disagreement."""

    value: str
    citations: tuple[Citation, ...]


class Disagreement(Struct, frozen=True):
    """Where the sources tell it differently; nothing here says who is right."""

    id: str
    topic: str
    kind: DisagreementKind
    sides: tuple[Side, ...]
    event: str | None = None
    entity: str | None = None


class SourceDate(Struct, frozen=True):
    """The date of an article that states none, worked out from what it shares with others."""

    source: str
    date: str
    reason: str
    citations: tuple[Citation, ...] = ()


class Day(Struct, frozen=True):
    """A day and how much the corpus tells of it."""

    date: str
    weight: float


class Chronicle(Struct, frozen=True):
    """Events (heaviest first), voices, disagreements, inferred dates of articles, and what days weigh."""

    events: tuple[Event, ...] = ()
    voices: tuple[Voice, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    dates: tuple[SourceDate, ...] = ()
    days: tuple[Day, ...] = ()


class Corpus(Struct, frozen=True):
    """All that is known when pages are composed."""

    articles: tuple[Article, ...]
    entities: Entities
    chronicle: Chronicle
