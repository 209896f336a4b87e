"""All that page kinds draw on, looked up by id: built once, read by every page."""

from bisect import bisect_left
from collections.abc import Iterator

from briefgen.compose.authored import Authored, Target, read_authored
from briefgen.compose.data import with_speeches
from briefgen.compose.notes import Notes
from briefgen.compose.parts import DateView
from briefgen.compose.passages import Passages, Place
from briefgen.compose.text import plain
from briefgen.compose.titles import openings
from briefgen.model.dates import sort_key
from briefgen.model.knowledge import Citation, Corpus
from briefgen.model.site import (
    ActorRecord,
    BriefingData,
    CitationRecord,
    DisagreementRecord,
    EventCitationRecord,
    EventRecord,
    Inputs,
    RelationRecord,
    SourceRecord,
    StatementRecord,
)
from briefgen.model.text import Diagnostic, Document
from briefgen.model.words import Words, read_words

Cited = CitationRecord | EventCitationRecord | Citation
# What makes two events of a list one telling: the sentence of the title, and the date.
Telling = tuple[str, int, int, str | None]
# An article with fewer cited passages shows how it begins.
FEW_PASSAGES = 3


class Catalogue:
    """Records and their ties.  Lists of events run in order of time, undated ones last."""

    def __init__(self, corpus: Corpus, inputs: Inputs, data: BriefingData, notes: Notes) -> None:
        self.data = data
        self.published = with_speeches(data, corpus)
        self.settings = inputs.settings
        self.theme = inputs.theme
        self.style = inputs.theme.style().address()
        self.words: Words = read_words(inputs.theme, inputs.settings.language)
        self.notes = notes
        self.documents: dict[str, Document] = {a.document.id: a.document for a in corpus.articles}
        self.extractions = {a.document.id: a.extraction for a in corpus.articles}
        self.first_words = openings(self.documents.values())
        self.sentence_starts = {id_: [s.start for s in doc.sentences] for id_, doc in self.documents.items()}
        self.sources: dict[str, SourceRecord] = {s.id: s for s in data.sources}
        self.actors: dict[str, ActorRecord] = {a.id: a for a in data.actors}
        self.events: dict[str, EventRecord] = {e.id: e for e in data.events}
        self.titles: dict[str, Cited] = {
            e.id: held(e.title, self.events[e.id]) for e in corpus.chronicle.events if e.id in self.events
        }
        self.chronological: tuple[EventRecord, ...] = tuple(
            sorted(data.events, key=lambda e: (sort_key(e.date), -e.weight, e.id))
        )
        self.tellings = self._tellings()
        self.voices: dict[str, list[str]] = {}
        for source in data.sources:
            self.voices.setdefault(source.voice, []).append(source.id)
        self.rank = self._rank()
        self.problems: list[Diagnostic] = list(notes.problems)
        self.mentions = _mentions(corpus, frozenset(self.actors))
        self._tie_events()
        self._tie_statements()
        self._tie_relations()
        self._tie_disagreements()
        self.authored: dict[tuple[str, str], Authored] = self._read_notes()
        self.uses: dict[tuple[str, int, int], list[Target]] = {}
        for target, cited in self._citations():
            users = self.uses.setdefault((cited.source, cited.start, cited.end), [])
            if target not in users:
                users.append(target)
        places: dict[str, list[tuple[int, int]]] = {id_: [] for id_ in self.sources}
        for id_, start, end in self.uses:
            places[id_].append((start, end))
        # Worked out once, asked for by every page.
        self.date_views: dict[tuple[str | None, str, str, str], DateView] = {}
        self.tips: dict[str, str] = {}
        self.outlet_names: dict[str, str] = {}
        self.voice_phrases: dict[str, str] = {}
        self.openings = {id_: opening for id_, found in places.items() if (opening := self._opening(id_, found))}
        for id_, opening in self.openings.items():
            places[id_].append(opening)
        self.passages = {id_: Passages(self.documents[id_], found) for id_, found in places.items()}

    def _tellings(self) -> dict[str, Telling]:
        """By event, the sentence and the date of its title; an editor's title is like no other.

        What has no date joins what has one in the same sentence: there it is told at one go.  So does what happened
        about that date.
        """
        dates: dict[tuple[str, int, int], str | None] = {}
        places: dict[str, tuple[str, int, int]] = {}
        for event in self.data.events:
            title, note = self.titles[event.id], self.notes.of("events", event.id)
            own = bool(note and note.get("title"))
            places[event.id] = (event.id, 0, 0) if own else (title.source, title.start, title.end)
            if event.date:
                dates.setdefault(places[event.id], event.date)
        known = ((e.id, places[e.id], e.date or dates.get(places[e.id])) for e in self.data.events)
        return {id_: (*place, date and date.rstrip("?~%")) for id_, place, date in known}

    def _rank(self) -> dict[Target, int]:
        """The order in which things are listed that have a page: events by time, actors by weight, the editor's."""
        targets = [("events", event.id) for event in self.chronological]
        targets += [("actors", actor.id) for actor in self.data.actors if actor.page]
        targets += [("pages", note.id) for note in self.notes.pages]
        return {target: at for at, target in enumerate(targets)}

    def _tie_events(self) -> None:
        self.events_of: dict[str, list[EventRecord]] = {}
        for event in self.chronological:
            for actor in dict.fromkeys(participant.id for participant in event.actors):
                self.events_of.setdefault(actor, []).append(event)

    def _tie_statements(self) -> None:
        self.said_by: dict[str, list[StatementRecord]] = {}
        self.said_about: dict[str, list[StatementRecord]] = {}
        self.said_in: dict[str, list[StatementRecord]] = {}
        for statement in self.data.statements:
            if statement.speaker:
                self.said_by.setdefault(statement.speaker, []).append(statement)
            if statement.event:
                self.said_in.setdefault(statement.event, []).append(statement)
            place = statement.citation
            for actor in sorted(self.named(place.source, place.start, place.end) - {statement.speaker or ""}):
                self.said_about.setdefault(actor, []).append(statement)

    def _tie_relations(self) -> None:
        self.relations_of: dict[str, list[RelationRecord]] = {}
        for relation in self.data.relations:
            for actor in (relation.subject, relation.object):
                self.relations_of.setdefault(actor, []).append(relation)

    def _tie_disagreements(self) -> None:
        self.disagreements_of: dict[Target, list[DisagreementRecord]] = {}
        for item in self.data.disagreements:
            for kind, id_ in item.about.items():
                self.disagreements_of.setdefault((f"{kind}s", id_), []).append(item)

    def _read_notes(self) -> dict[tuple[str, str], Authored]:
        names = self._names()
        notes = [(kind, id_, note) for kind, id_, note in self.notes.about()]
        authored: dict[tuple[str, str], Authored] = {}
        for kind, id_, note in [*notes, *(("pages", note.id, note) for note in self.notes.pages)]:
            authored[kind, id_], slips = read_authored(note, names, self.documents)
            self.problems += slips
        return authored

    def _names(self) -> dict[str, Target]:
        """What a wiki link may say: ids, actors' names and spellings that only one bears, titles of pages."""
        names: dict[str, Target] = {}
        shared: dict[str, set[str]] = {}
        for actor in self.data.actors:
            for name in (actor.name, *(form.text for form in actor.forms)):
                shared.setdefault(plain(name).casefold(), set()).add(actor.id)
        names |= {name: ("actors", min(ids)) for name, ids in shared.items() if len(ids) == 1}
        names |= {plain(a.name).casefold(): ("actors", a.id) for a in reversed(self.data.actors)}
        names |= {plain(note.get("title") or note.id).casefold(): ("pages", note.id) for note in self.notes.pages}
        for kind, ids in (("sources", self.sources), ("events", self.events), ("actors", self.actors)):
            names |= {id_: (kind, id_) for id_ in ids}
        return names

    def named(self, source: str, start: int, end: int) -> set[str]:
        """The actors mentioned in a stretch of an article."""
        mentions = self.mentions.get(source, [])
        found = set()
        for low, high, actor in mentions[bisect_left(mentions, (start, 0, "")) :]:
            if low >= end:
                break
            if high <= end:
                found.add(actor)
        return found

    def _citations(self) -> Iterator[tuple[Target, Cited]]:
        """Every citation of the briefing with the page that shows it."""
        data = self.data
        for actor in data.actors:
            yield from ((("actors", actor.id), description.citation) for description in actor.descriptions)
        for event in data.events:
            yield ("events", event.id), self.titles[event.id]
            yield from ((("events", event.id), citation) for citation in event.citations)
        for statement in data.statements:
            yield ("actors", statement.speaker or ""), statement.citation
            yield ("events", statement.event or ""), statement.citation
        for relation in data.relations:
            for actor_id in (relation.subject, relation.object):
                yield from ((("actors", actor_id), citation) for citation in relation.citations)
        for target, items in self.disagreements_of.items():
            yield from ((target, citation) for item in items for side in item.sides for citation in side.citations)
        for target, authored in self.authored.items():
            yield from ((target, cited) for _, cited in authored.citations)

    def _opening(self, source: str, cited: list[Place]) -> Place | None:
        """The first sentence of an article of which little is cited, unless that is cited itself."""
        sentences = self.documents[source].sentences
        if len(cited) >= FEW_PASSAGES or not sentences:
            return None
        first = sentences[0]
        return None if any(start < first.end for start, _ in cited) else (first.start, first.end)

    def anchor(self, cited: Cited) -> str:
        """The anchor of a citation on its source's page."""
        return self.passages[cited.source].anchors[cited.start, cited.end]


def held(cited: Cited, event: EventRecord) -> Cited:
    """The account in which something cited stands, so that both have one number; itself where there is none."""
    for told in event.citations:
        if told.source == cited.source and told.start <= cited.start and cited.end <= told.end:
            return told
    return cited


def _mentions(corpus: Corpus, known: frozenset[str]) -> dict[str, list[tuple[int, int, str]]]:
    """By source, where known actors are mentioned, in order."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    extractions = {a.document.id: a.extraction for a in corpus.articles}
    for entity in corpus.entities.items:
        if entity.id in known:
            for ref in entity.mentions:
                mention = extractions[ref.source].mentions[ref.index]
                found.setdefault(ref.source, []).append((mention.start, mention.end, entity.id))
    for mentions in found.values():
        mentions.sort()
    return found
