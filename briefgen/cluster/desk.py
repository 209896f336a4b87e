"""The desk: everything the joining of tellings looks things up in."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from functools import cached_property
from math import log

from briefgen.cluster.calendar import UNKNOWN, Calendar, When
from briefgen.cluster.likeness import CLOSE, clauses, cosine, like_pairs, vectors
from briefgen.cluster.owners import Owners
from briefgen.cluster.quotations import shared
from briefgen.cluster.tellings import MAKES_EVENT, Line, Telling, lines_of, tellings_of
from briefgen.model import dates
from briefgen.model.annotation import Statement
from briefgen.model.knowledge import Article, Citation, Entities, Entity, Ref
from briefgen.model.text import Span

SMALL_CORPUS = 100  # tellings; in a smaller corpus everything is rare
LEAD_LINES = 3
SHARED_ACTORS = 2
SAME_QUOTATION = 0.6  # the least likeness of sentences that quote the same words
ALLIED = frozenset(("leads", "member_of", "speaks_for"))


class Desk:
    """Lines, tellings, vectors and entities of the whole corpus; the calendar is replaced once dates are inferred."""

    def __init__(
        self, articles: Sequence[Article], entities: Entities, calendar: Calendar, voices: Mapping[str, str]
    ) -> None:
        self.voices = voices
        self.articles = {article.document.id: article for article in articles}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in entities.items}
        self.by_mention = entities.by_mention()
        self.calendar = calendar
        self.lines: list[Line] = []
        self.tellings: list[Telling] = []
        self.owners = {article.document.id: Owners(article, self.by_mention) for article in articles}
        self.first_line: dict[str, int] = {}
        for article in articles:
            self.first_line[article.document.id] = len(self.lines)
            self.tellings += tellings_of(article, self.owners[article.document.id], len(self.lines))
            self.lines += lines_of(article, self.owners[article.document.id])
        self.line_whens: dict[int, When] = {}
        self.times_on: dict[int, list[Ref]] = defaultdict(list)
        self.statements_on: dict[int, list[Statement]] = defaultdict(list)
        self.spread()
        self.on_line: dict[int, list[Telling]] = defaultdict(list)
        for telling in self.tellings:
            self.on_line[telling.line].append(telling)
        self.deeds_on = {line: frozenset(t.deed for t in found) for line, found in self.on_line.items()}
        self.about = {source: self.named(source) for source in self.articles}
        self.vectors = vectors(self.lines)
        self.pairs = like_pairs(self.vectors, self.in_time(), {t.line for t in self.tellings if t.asserted})
        for pair in shared(self.articles, self.first_line):
            self.pairs[pair] = max(self.pairs.get(pair, 0.0), SAME_QUOTATION)
        self.ranked = sorted((low, high, likeness) for (low, high), likeness in self.pairs.items())
        self.clauses = clauses(self.articles, self.tellings)
        self.allies = allies(articles, self.by_mention)
        self.kins: dict[frozenset[str], frozenset[str]] = {}
        self.line_kins: dict[int, frozenset[str]] = {}
        self.rarity = rarity(self.tellings)

    def dated(self, inferred: Mapping[str, str]) -> "Desk":
        """The same desk with dates for articles that state none; ``inferred`` holds those of before, too."""
        desk = copy(self)
        desk.calendar, lines = self.calendar.dated(inferred), self.lines
        desk.line_whens = {line: w for line, w in self.line_whens.items() if lines[line].source not in inferred}
        return desk

    def like(self, left: int, right: int) -> float:
        """How alike two lines are."""
        low, high = (left, right) if left < right else (right, left)
        known = self.pairs.get((low, high))
        return cosine(self.vectors[low], self.vectors[high]) if known is None else known

    def leads(self, line: int) -> bool:
        """Whether a line is one of the first of its article."""
        return self.lines[line].index < LEAD_LINES

    def named(self, source: str) -> tuple[frozenset[str], frozenset[str]]:
        """The entities of an article's first sentences, and of all."""
        first, end = self.first_line[source], self.line_end(source)
        lead = {e for line in self.lines[first : min(end, first + LEAD_LINES)] for e in line.entities}
        return frozenset(lead), frozenset(e for line in self.lines[first:end] for e in line.entities)

    def one_story(self, left: str, right: str) -> bool:
        """Whether two articles tell one story: each names what the other leads with, and they share two actors."""
        (lead, names), (other_lead, other_names) = self.about[left], self.about[right]
        return left == right or (
            len(names & other_names) >= SHARED_ACTORS and bool(lead & other_names) and bool(other_lead & names)
        )

    def terms_of(self, number: int) -> frozenset[str]:
        """What a line's words are, whatever their order."""
        return frozenset(self.lines[number].terms)

    @cached_property
    def akin(self) -> list[tuple[int, int, float]]:
        """The pairs of lines at least ``CLOSE`` that name the same, or kin of it, in order."""
        return [pair for pair in self.ranked if pair[2] >= CLOSE and self.share_entity(pair[0], pair[1])]

    def share_entity(self, left: int, right: int) -> bool:
        """Whether two lines name the same, or kin of it."""
        if left not in self.line_kins:
            self.line_kins[left] = self.kin(frozenset(self.lines[left].entities))
        return not self.line_kins[left].isdisjoint(self.lines[right].entities)

    def shared_stems(self, left: int, right: int) -> int:
        """How many words, names aside, two lines have in common; a quotation in common counts as enough."""
        if self.pairs.get((min(left, right), max(left, right)), 0.0) == SAME_QUOTATION:
            return len(self.lines[left].terms)
        return len(set(self.lines[left].terms) & set(self.lines[right].terms))

    def line_index(self, citation: Citation) -> int:
        """The place in its article of the sentence that holds a passage, 0 the first; -1 before all sentences."""
        first = self.first_line[citation.source]
        return (
            bisect_right(self.lines, citation.start, first, self.line_end(citation.source), key=line_start) - first - 1
        )

    def trigger(self, ref: Ref) -> Span:
        """The trigger of an event mention."""
        return self.articles[ref.source].extraction.events[ref.index].trigger

    def line_end(self, source: str) -> int:
        """The number after the last line of an article."""
        return self.first_line[source] + len(self.articles[source].document.sentences)

    def in_time(self) -> list[int]:
        """The numbers of the lines in the order in which their articles appeared, those without a date last."""
        order = sorted(self.articles, key=lambda source: (dates.sort_key(self.published(source)), source))
        return [number for source in order for number in range(self.first_line[source], self.line_end(source))]

    def spread(self) -> None:
        """Lay the time expressions and statements of all articles to the lines in which they begin."""
        for source, article in self.articles.items():
            starts = [sentence.start for sentence in article.document.sentences]
            lines = [-1, *range(self.first_line[source], self.line_end(source))]
            for index, time in enumerate(article.extraction.times):
                self.times_on[lines[bisect_right(starts, time.start)]].append(Ref(source, index))
            for statement in article.extraction.statements:
                self.statements_on[lines[bisect_right(starts, statement.start)]].append(statement)

    def line_at(self, source: str, offset: int) -> int:
        """The number of the line in which an offset lies or which is the last before it; -1 before the first."""
        place = self.line_index(Citation(source, offset, offset))
        return -1 if place < 0 else self.first_line[source] + place

    def statements_in(self, number: int) -> list[Statement]:
        """The statements whose content begins in a line."""
        return self.statements_on.get(number, [])

    def tellings_in(self, number: int) -> list[Telling]:
        """The event mentions of a line."""
        return self.on_line.get(number, [])

    def of_source(self, source: str) -> list[Telling]:
        """The event mentions of an article."""
        first = self.first_line[source]
        return [t for line in range(first, self.line_end(source)) for t in self.on_line.get(line, ())]

    def entity(self, number: int, mention: int) -> str | None:
        """The entity of a mention of the line's article."""
        return self.by_mention.get(Ref(self.lines[number].source, mention))

    def only_time(self, number: int) -> Ref | None:
        """The time expression of a line that holds exactly one with a date or weekday."""
        dated = [ref for ref in self.times_on.get(number, ()) if (when := self.calendar.of(ref)).known or when.weekday]
        return dated[0] if len(dated) == 1 else None

    def line_when(self, number: int) -> When:
        """The time of a line that holds exactly one date."""
        if number not in self.line_whens:
            self.line_whens[number] = self.calendar.of(self.only_time(number))
        return self.line_whens[number]

    def when(self, telling: Telling) -> When:
        """What is known of a telling's time; a toll's is not that of the deaths."""
        return UNKNOWN if telling.is_toll else self.calendar.of(telling.time)

    def published(self, source: str) -> str | None:
        """When an article appeared, as far as known."""
        return self.calendar.published(source)[0]

    def one_voice(self, left: str, right: str) -> bool:
        """Whether two articles share a wire text."""
        return left != right and self.voices.get(left, left) == self.voices.get(right, right)

    def name(self, entity: str) -> str:
        """What an entity is called."""
        return self.entities[entity].name

    def owner(self, source: str, mention: int) -> str | None:
        """The entity that owns what a mention names."""
        return self.owners[source].owner(mention)

    def kin(self, entities: frozenset[str]) -> frozenset[str]:
        """These entities and those that lead them, belong to them or speak for them."""
        if entities not in self.kins:
            self.kins[entities] = entities.union(*(self.allies.get(e, ()) for e in entities))
        return self.kins[entities]


def line_start(line: Line) -> int:
    """Where a line begins in its article."""
    return line.span.start


def allies(articles: Sequence[Article], by_mention: Mapping[Ref, str]) -> dict[str, frozenset[str]]:
    """For each entity those that some article ties to it so closely that one may act for the other."""
    found: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for relation in article.extraction.relations:
            left = by_mention.get(Ref(article.extraction.source, relation.subject))
            right = by_mention.get(Ref(article.extraction.source, relation.object))
            if relation.type in ALLIED and relation.score >= MAKES_EVENT and left and right and left != right:
                found[left].add(right)
                found[right].add(left)
    return {entity: frozenset(others) for entity, others in found.items()}


def rarity(tellings: Sequence[Telling]) -> dict[str, float]:
    """How telling a trigger word or participant is, 0 to 1: the rarer among all tellings, the more."""
    counts: Counter[str] = Counter()
    for telling in tellings:
        counts.update((*telling.deeds, *("@" + e for e in telling.participants)))
    size = log(max(len(tellings), SMALL_CORPUS))
    return {feature: max(0.0, 1 - log(n + 1) / size) for feature, n in counts.items()}
