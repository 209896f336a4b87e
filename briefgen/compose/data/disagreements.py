"""Disagreements: where the sources tell it differently, side by side; nobody is said to be right."""

from briefgen.compose.data.texts import Texts
from briefgen.model.knowledge import Corpus, Disagreement
from briefgen.model.site import DisagreementRecord, EventRecord, SideRecord


def disagreements(
    corpus: Corpus, texts: Texts, known: frozenset[str], events: tuple[EventRecord, ...]
) -> tuple[DisagreementRecord, ...]:
    """One record a disagreement whose event or actor is in the briefing, in order of their ids."""
    shown = {event.id for event in events}
    records = []
    for item in corpus.chronicle.disagreements:
        about = _about(item, known, shown)
        if about and len(item.sides) > 1:
            sides = tuple(
                SideRecord(side.value, tuple(texts.cite(c.source, c.start, c.end) for c in side.citations))
                for side in item.sides
            )
            records.append(DisagreementRecord(item.id, item.topic, item.kind, about, sides))
    return tuple(sorted(records, key=lambda record: record.id))


def _about(item: Disagreement, known: frozenset[str], shown: set[str]) -> dict[str, str]:
    if item.event in shown and item.event:
        return {"event": item.event}
    if item.entity in known and item.entity:
        return {"actor": item.entity}
    return {}
