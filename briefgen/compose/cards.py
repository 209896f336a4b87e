"""Fillers of the parts that several kinds of page share."""

from collections import Counter
from collections.abc import Iterable

from briefgen.compose.parts import (
    ActorCard,
    CitationView,
    DateView,
    DisagreementView,
    EventCard,
    Link,
    SideView,
    SourceCard,
    Tie,
)
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.site import (
    ActorRecord,
    CitationRecord,
    DescriptionRecord,
    DisagreementRecord,
    EventRecord,
    RelationRecord,
    SourceRecord,
)

# A longer description says too much for a list.
DESCRIPTION_LENGTH = 90
# How many outlets a list names; the event's own page has them all.
OUTLETS = 4


def event_card(sheet: Sheet, event: EventRecord) -> EventCard:
    """An event in a list."""
    told_by = outlets(sheet, event)
    return EventCard(
        event=sheet.event(event.id),
        date=event_date(sheet, event),
        kinds=event_kinds(sheet, event),
        citation=title_citation(sheet, event),
        outlets=told_by[:OUTLETS],
        more=sheet.words.count("count.more", len(told_by) - OUTLETS) if len(told_by) > OUTLETS else "",
        voices=voices(sheet, event),
        status=status(sheet, event),
    )


def title_citation(sheet: Sheet, event: EventRecord) -> CitationView:
    """The passage that an event's title is taken from; the best account where the editor wrote the title."""
    note = sheet.catalogue.notes.of("events", event.id)
    title = sheet.catalogue.titles.get(event.id)
    return sheet.cite(event.citations[0] if title is None or (note and note.get("title")) else title)


def event_date(sheet: Sheet, event: EventRecord) -> DateView:
    """When an event happened."""
    return sheet.date(event.date, event.date_basis, event.date_reason, "date.unknown")


def event_kinds(sheet: Sheet, event: EventRecord) -> tuple[str, ...]:
    """What sort of event it is, in words; a sort without a word is left out."""
    keys = (f"event.{kind}" for kind in event.types)
    return tuple(dict.fromkeys(sheet.words(key) for key in keys if key in sheet.words))


def status(sheet: Sheet, event: EventRecord) -> str:
    """A word for what is planned, conditional or denied; nothing for what is told as a fact."""
    return "" if event.status == "actual" else sheet.words(f"status.{event.status}")


def outlets(sheet: Sheet, event: EventRecord) -> tuple[Link, ...]:
    """The outlets that tell an event, each once."""
    return tuple(dict.fromkeys(sheet.outlet(citation.source) for citation in event.citations))


def voices(sheet: Sheet, event: EventRecord) -> str:
    """How many independent voices tell it at most; nothing where there is only one article."""
    if len({citation.source for citation in event.citations}) < 2:
        return ""
    return sheet.words.count("count.voices", event.voices)


def actor_card(sheet: Sheet, actor: ActorRecord, with_kind: bool = True) -> ActorCard:
    """An actor in a list, with the words of the first source that describes it."""
    words = sheet.words
    events = len(sheet.catalogue.events_of.get(actor.id, ()))
    articles = len({source for form in actor.forms for source in form.sources})
    reach = [words.count("count.articles", articles)] if articles else []
    reach += [words.count("count.events", events)] if events else []
    description = _best_description(actor)
    return ActorCard(
        actor=sheet.actor(actor.id),
        kind=words(f"actor.{actor.type}") if with_kind else "",
        reach=", ".join(reach),
        description=description.text if description else "",
        citation=sheet.cite(description.citation) if description else None,
    )


def _best_description(actor: ActorRecord) -> DescriptionRecord | None:
    """The words that most articles use of a person or organisation, the longest of these; one word says too little."""
    if actor.type == "country":
        return None
    used = Counter(description.text.casefold() for description in actor.descriptions)
    told = [d for d in actor.descriptions if " " in d.text and len(d.text) <= DESCRIPTION_LENGTH]
    return max(told, key=lambda d: (used[d.text.casefold()], len(d.text)), default=None)


def source_card(sheet: Sheet, source: SourceRecord, with_voice: bool = True) -> SourceCard:
    """An article in a list."""
    return SourceCard(
        source=sheet.source(source.id),
        outlet=plain(source.publisher or ""),
        author=plain(source.author or ""),
        date=sheet.source_date(source),
        voice=shared_voice(sheet, source) if with_voice else "",
    )


def shared_voice(sheet: Sheet, source: SourceRecord) -> str:
    """A phrase that names the articles with which this one shares a wire text."""
    known = sheet.catalogue.voice_names
    if source.id not in known:
        others = [id_ for id_ in sheet.catalogue.voices[source.voice] if id_ != source.id]
        known[source.id] = ", ".join(dict.fromkeys(map(sheet.outlet_name, others)))
    names = known[source.id]
    return sheet.words("source.shares", names=names) if names else ""


def tie(sheet: Sheet, relation: RelationRecord) -> Tie:
    """A relation."""
    return Tie(
        subject=sheet.actor(relation.subject),
        verb=sheet.words(f"relation.{relation.type}"),
        object=sheet.actor(relation.object),
        citations=tuple(dict.fromkeys(sheet.cite(citation) for citation in relation.citations)),
    )


def disagreements(sheet: Sheet, items: Iterable[DisagreementRecord], with_about: bool) -> tuple[DisagreementView, ...]:
    """Where the sources differ; ``with_about`` names the event or actor, for pages that are not its own."""
    views = []
    for item in items:
        about = next((sheet.thing((f"{kind}s", id_)) for kind, id_ in item.about.items()), None)
        sides = tuple(
            SideView(plain(side.value), tuple(map(sheet.quote, _widest(side.citations)))) for side in item.sides
        )
        kind = sheet.words(f"differ.{item.kind}")
        views.append(DisagreementView(plain(item.topic), kind, about if with_about else None, sides))
    return tuple(views)


def _widest(citations: tuple[CitationRecord, ...]) -> tuple[CitationRecord, ...]:
    """The citations without those that lie inside another."""

    def lies_inside(one: CitationRecord, other: CitationRecord) -> bool:
        inside = one.source == other.source and other.start <= one.start and one.end <= other.end
        return inside and (one.start, one.end) != (other.start, other.end)

    return tuple(one for one in citations if not any(lies_inside(one, other) for other in citations))
