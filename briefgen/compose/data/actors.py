"""Actors: the people, organisations and countries of the briefing, by how much it is about them."""

from collections import Counter
from math import log2

from msgspec import Struct

from briefgen.compose.data.score import SURE
from briefgen.compose.data.texts import Texts
from briefgen.compose.notes import Notes
from briefgen.compose.routes import folder
from briefgen.compose.text import plain
from briefgen.model.knowledge import Corpus, Entity, Ref
from briefgen.model.site import (
    ActorRecord,
    DescriptionRecord,
    EventRecord,
    FormRecord,
    RelationRecord,
    StatementRecord,
)

# What a part in an event adds to an actor's weight, beside the mentions.
EVENT_WEIGHT = 0.5


class Facts(Struct, frozen=True):
    """What is told of the actors, by kind."""

    events: tuple[EventRecord, ...]
    statements: tuple[StatementRecord, ...]
    relations: tuple[RelationRecord, ...]


def actors(corpus: Corpus, notes: Notes, texts: Texts, known: frozenset[str], told: Facts) -> tuple[ActorRecord, ...]:
    """One record an actor, heaviest first, ties by id.

    Who is only named once, and neither does, says nor is tied to anything, has no page of its own.
    """
    parts = Counter(participant.id for event in told.events for participant in event.actors)
    facts = parts + Counter(s.speaker for s in told.statements if s.speaker)
    facts += Counter(r.subject for r in told.relations) + Counter(r.object for r in told.relations)
    described = _descriptions(corpus, texts, known)
    records = []
    for entity in corpus.entities.items:
        if entity.id not in known:
            continue
        descriptions = described.get(entity.id, ())
        has_page = bool(facts[entity.id] or descriptions or len(entity.mentions) > 1 or notes.of("actors", entity.id))
        records.append(_record(entity, notes, descriptions, parts[entity.id], has_page))
    return tuple(sorted(records, key=lambda record: (-record.weight, record.id)))


def _record(
    entity: Entity, notes: Notes, descriptions: tuple[DescriptionRecord, ...], parts: int, has_page: bool
) -> ActorRecord:
    note = notes.of("actors", entity.id)
    by_source = Counter(ref.source for ref in entity.mentions)
    weight = sum(log2(1 + count) for _, count in sorted(by_source.items())) + EVENT_WEIGHT * parts
    return ActorRecord(
        id=entity.id,
        name=plain((note and note.get("name")) or entity.name),
        type=(note and note.get("type")) or entity.type,
        forms=tuple(FormRecord(form.text, form.count, form.sources) for form in entity.forms),
        descriptions=descriptions,
        mentions=len(entity.mentions),
        weight=round(weight, 4),
        page=folder("actors", entity.id).url if has_page else None,
    )


def _descriptions(corpus: Corpus, texts: Texts, known: frozenset[str]) -> dict[str, tuple[DescriptionRecord, ...]]:
    """What the sources call each actor, in the order of the articles; the same words once an article."""
    bearers = {ref: id_ for ref, id_ in corpus.entities.by_mention().items() if id_ in known}
    found: dict[str, dict[tuple[str, str], DescriptionRecord]] = {}
    for article in corpus.articles:
        source = article.document.id
        for item in article.extraction.descriptions:
            actor = bearers.get(Ref(source, item.mention))
            if actor and item.score >= SURE and item.start < item.end:
                key = source, plain(item.text).casefold()
                record = DescriptionRecord(plain(item.text), texts.cite(source, item.start, item.end))
                found.setdefault(actor, {}).setdefault(key, record)
    return {actor: tuple(records.values()) for actor, records in found.items()}
