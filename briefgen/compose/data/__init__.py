"""The public data of a briefing, made of what the corpus says and what the editor's notes change."""

from msgspec import structs

from briefgen.compose.data.actors import Facts, actors
from briefgen.compose.data.disagreements import disagreements
from briefgen.compose.data.events import events
from briefgen.compose.data.relations import relations
from briefgen.compose.data.score import SURE
from briefgen.compose.data.sources import as_of, sources
from briefgen.compose.data.speeches import speeches
from briefgen.compose.data.spokendays import weighed
from briefgen.compose.data.statements import statements
from briefgen.compose.data.texts import Texts
from briefgen.compose.notes import Notes
from briefgen.model.knowledge import Corpus, Entity
from briefgen.model.site import BriefingData, Settings

ACTOR_TYPES = ("person", "organization", "country")


def data(corpus: Corpus, notes: Notes, settings: Settings) -> BriefingData:
    """``briefing.json`` as a value: every record in its published order."""
    texts = Texts(corpus)
    known = frozenset(entity.id for entity in corpus.entities.items if _is_actor(entity, notes))
    bearers = {ref: actor for ref, actor in corpus.entities.by_mention().items() if actor in known}
    event_records = events(corpus, notes, texts, known)
    source_records = sources(corpus)
    statement_records = statements(corpus, texts, bearers, event_records, source_records)
    relation_records = relations(corpus, texts, bearers)
    return BriefingData(
        version=1,
        title=settings.title,
        as_of=as_of(source_records),
        sources=source_records,
        actors=actors(corpus, notes, texts, known, Facts(event_records, statement_records, relation_records)),
        events=event_records,
        statements=statement_records,
        relations=relation_records,
        disagreements=disagreements(corpus, texts, known, event_records),
    )


def with_speeches(found: BriefingData, corpus: Corpus) -> BriefingData:
    """The data with what actors said as events: no page tells them, pages list statements."""
    actors_known = {actor.id for actor in found.actors}
    bearers = {ref: actor for ref, actor in corpus.entities.by_mention().items() if actor in actors_known}
    said = speeches(corpus, Texts(corpus), bearers, found.events, found.sources)
    said = weighed(said, found.events, corpus.chronicle.days)
    events_and_speeches = sorted((*found.events, *said), key=lambda event: -event.weight)
    return structs.replace(found, events=tuple(events_and_speeches))


def _is_actor(entity: Entity, notes: Notes) -> bool:
    """Whether somebody is surely enough a person, body or country, or the editor writes about it."""
    note = notes.of("actors", entity.id)
    if entity.type not in ACTOR_TYPES or notes.hides("actors", entity.id):
        return False
    return entity.score >= SURE or note is not None
