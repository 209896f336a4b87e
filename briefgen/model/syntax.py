"""How a sentence hangs together, as far as a shallow parse can tell: noun phrases, verbs, who stands in which place.

All numbers are indexes of tokens in the sentence, ends exclusive; ``Clause.parent`` is an index of a clause.
"""

from typing import Literal

from msgspec import Struct

Link = Literal["main", "that", "to", "relative", "participle", "gerund", "coordination", "adverbial"]
Path = Literal[
    "direct", "coordination", "apposition", "relative", "control", "shared", "participle", "inverted", "none"
]  # fmt: skip


class Phrase(Struct, frozen=True, gc=False):
    """A noun phrase without what follows its head: "Norway's largest bank" with head "bank" and owner "Norway".

    ``owner`` is the head of the possessor, ``apposition`` the head of a phrase between commas that names the same
    thing ("its chairman, Jan Berg,").  ``temporal`` phrases ("last month") are never subjects or objects.
    """

    start: int
    end: int
    head: int
    owner: int | None = None
    apposition: int | None = None
    temporal: bool = False


class Slot(Struct, frozen=True, gc=False):
    """A preposition with what it governs; ``after`` is the head of the noun or the verb that it follows."""

    preposition: str
    at: int
    phrases: tuple[Phrase, ...]
    after: int


class Clause(Struct, frozen=True, gc=False):
    """A verb with its places.

    ``subject`` of a passive is the patient.  ``modal`` is the lemma of a modal auxiliary ("will", "could") or "".
    ``link`` tells how the clause hangs on ``parent``, ``marker`` with which word ("if", "after", "that", "to", "and").
    ``path`` tells how sure the subject is.  ``predicate`` is the lemma of an adjective right after the verb.
    """

    start: int
    end: int
    verb: int
    lemma: str
    form: Literal["finite", "infinitive", "participle"]
    subject: tuple[Phrase, ...] = ()
    objects: tuple[Phrase, ...] = ()
    slots: tuple[Slot, ...] = ()
    particle: str = ""
    passive: bool = False
    past: bool = False
    perfect: bool = False
    progressive: bool = False
    negated: bool = False
    modal: str = ""
    link: Link = "main"
    marker: str = ""
    parent: int | None = None
    path: Path = "none"
    predicate: str = ""


class Parse(Struct, frozen=True, gc=False):
    """One sentence: noun phrases, prepositions with what they govern, clauses, each in order of the text."""

    phrases: tuple[Phrase, ...] = ()
    slots: tuple[Slot, ...] = ()
    clauses: tuple[Clause, ...] = ()
