"""Where a mention stands in its sentence: subject, object or behind a preposition, of which verbs, head or modifier."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefgen.model.analysis import Columns
from briefgen.model.annotation import Mention
from briefgen.model.syntax import Clause, Parse, Phrase

Place = Literal["subject", "object", "slot", "apart"]


class Standing(NamedTuple):
    """The place of a mention's phrase, and the clause, by number, in which it has it (-1 where none is known).

    ``modifier`` tells that the phrase is of something else: "the Lee campaign", "Lee's lawyer".
    """

    place: Place
    clause: int
    modifier: bool


class Standings:
    """The places of one sentence's phrases."""

    def __init__(self, sentence: Columns, parse: Parse) -> None:
        self.sentence = sentence
        self.clauses: Sequence[Clause] = parse.clauses
        self.phrases = parse.phrases
        self.starts = [phrase.start for phrase in parse.phrases]
        self.offsets = sentence.starts
        self.places: dict[int, tuple[Place, int]] = {}
        for number, clause in enumerate(parse.clauses):
            if clause.subject:
                self._put("subject", clause.subject, number)
            if clause.objects:
                self._put("object", clause.objects, number)
            for slot in clause.slots:
                self._put("slot", slot.phrases, number)

    def _put(self, place: Place, phrases: Sequence[Phrase], number: int) -> None:
        """The first place counts: who is told to do something is an object before being a subject."""
        found = place, number
        for phrase in phrases:
            self.places.setdefault(phrase.head, found)
            if phrase.apposition is not None:
                self.places.setdefault(phrase.apposition, found)

    def token(self, offset: int) -> int:
        """The token that holds an offset."""
        return bisect_right(self.offsets, offset, 1) - 1 if self.offsets else 0

    def phrase(self, mention: Mention) -> Phrase | None:
        """The noun phrase that the mention is in."""
        at = self.token(mention.start)
        number = bisect_right(self.starts, at) - 1
        return self.phrases[number] if number >= 0 and at < self.phrases[number].end else None

    def of(self, mention: Mention) -> Standing:
        """The standing of a mention; a modifier has that of the phrase that it modifies."""
        phrase = self.phrase(mention)
        if phrase is None:
            return Standing("apart", self._clause_around(self.token(mention.start)), False)
        place, clause = self.places.get(phrase.head, ("apart", -1))
        if clause < 0:
            clause = self._clause_around(phrase.head)
        return Standing(place, clause, phrase.head > self.token(mention.end - 1))

    def _clause_around(self, at: int) -> int:
        """The innermost clause that holds a token."""
        inside = [(c.start, number) for number, c in enumerate(self.clauses) if c.start <= at < c.end]
        return max(inside)[1] if inside else -1

    def heads(self, mentions: Sequence[Mention], phrases: Sequence[Phrase]) -> list[Mention]:
        """The mentions that these phrases are, heads and appositions."""
        if not mentions or not phrases:
            return []
        wanted = {head for phrase in phrases for head in (phrase.head, phrase.apposition) if head is not None}
        return [m for m in mentions if self.token(m.end - 1) in wanted]
