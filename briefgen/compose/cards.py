"""Fillers of the parts that several kinds of page share."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefgen.compose.catalogue import Catalogue, Cited, Telling
from briefgen.compose.excerpts import CUT
from briefgen.compose.parts import (
    ActorCard,
    CitationView,
    Copy,
    DateView,
    DisagreementView,
    EventCard,
    Link,
    QuoteView,
    River,
    SideView,
    SourceCard,
    Tie,
)
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.dates import sort_key
from briefgen.model.knowledge import Citation
from briefgen.model.site import (
    ActorRecord,
    CitationRecord,
    DescriptionRecord,
    DisagreementRecord,
    EventRecord,
    RelationRecord,
    SideRecord,
    SourceRecord,
)

# A longer description says too much for a list.
DESCRIPTION_LENGTH = 90
# Words that say what somebody is to another: in a list, where the other is not named, they say nothing.
RELATIVE = ("ally", "counterpart", "opponent", "predecessor", "rival", "successor")
CLAUSES = ("who ", "which ", "that ")
# How the data words what disagreements of a kind are about, a name following what ends with a space; and that a figure
# only grows from report to report.
RISING = ", rising"
TOPICS = {"date": "when it was", "agent": "who did it", "backers": "who supports ", "outcome": "who holds "}
# How many outlets a list names; the event's own page has them all.
OUTLETS = 4
# The mark of a voice, and how many an event in a list shows.
DOT, DOTS = "●", 6
# How many passages a relation cites.
PROOFS = 8
# How many sources a side of a disagreement names, each with its sentence unless another has it word for word.
QUOTED = 6
# A value as long as this that stands in the quoted sentence is not told twice.
LONG_VALUE = 40


def tellings(catalogue: Catalogue, events: Iterable[EventRecord]) -> list[list[EventRecord]]:
    """Events by telling, in the order of the first of each; in one the dated come first, then the weightiest."""
    groups: dict[Telling, list[EventRecord]] = {}
    for event in events:
        groups.setdefault(catalogue.tellings[event.id], []).append(event)
    return [sorted(group, key=lambda e: (e.date is None, -e.weight, e.id)) for group in groups.values()]


def first_tellings(
    groups: Sequence[list[EventRecord]], most: int, most_undated: int
) -> tuple[list[list[EventRecord]], list[list[EventRecord]]]:
    """The first few tellings with a date, and the first few without."""
    dated = [group for group in groups if group[0].date]
    undated = [group for group in groups if not group[0].date]
    return dated[:most], undated[:most_undated]


def river(sheet: Sheet, events: Iterable[EventRecord], most: int, most_undated: int) -> River:
    """Of events sorted by weight the first few tellings with a date, and the first few without."""
    groups = tellings(sheet.catalogue, events)
    dated, undated = first_tellings(groups, most, most_undated)
    dated.sort(key=lambda group: sheet.catalogue.rank["events", group[0].id])
    left = sum(map(len, groups)) - sum(map(len, (*dated, *undated)))
    return River(
        tuple(event_card(sheet, *group) for group in dated),
        tuple(event_card(sheet, *group) for group in undated),
        rest(sheet, "event.rest", left, "timeline/index.html"),
    )


def rest(sheet: Sheet, key: str, number: int, path: str) -> Link | None:
    """A link to where those are that a page has no room for."""
    return Link(sheet.words.count(key, number), sheet.root + path) if number > 0 else None


def event_card(sheet: Sheet, event: EventRecord, *others: EventRecord) -> EventCard:
    """An event in a list, with others that the same sentence tells of the same day."""
    sources = dict.fromkeys(citation.source for one in (event, *others) for citation in one.citations)
    outlets, more = first_outlets(sheet, sources)
    return EventCard(
        event=sheet.event(event.id),
        date=event_date(sheet, event),
        kinds=event_kinds(sheet, event),
        citation=title_citation(sheet, event),
        outlets=outlets,
        more=more,
        voices=voices(sheet, event),
        dots=DOT * min(event.voices, DOTS),
        status=status(sheet, event),
        also=tuple(by_word(sheet, other) for other in others),
        authored_title=has_authored_title(sheet, event),
    )


def first_outlets(sheet: Sheet, sources: Iterable[str], most: int = OUTLETS) -> tuple[tuple[Link, ...], str]:
    """The first few outlets of articles, and in words how many more; articles of no known outlet only count."""
    all_ = tuple(sources)
    named = sheet.outlets(id_ for id_ in all_ if sheet.catalogue.sources[id_].publisher)
    outlets = sheet.outlets(all_)
    shown = (named or outlets)[:most]
    return shown, sheet.more(len(outlets) - len(shown))


def by_word(sheet: Sheet, event: EventRecord) -> Link:
    """An event by the word that tells it, or by what it is."""
    trigger = event.citations[0].trigger
    words = sheet.words_of(Citation(event.citations[0].source, *trigger)) if trigger else ""
    label = words and sheet.words("event.word", word=words)
    label = label or sheet.words.listed(event_kinds(sheet, event)) or sheet.words("event.another")
    return Link(label, sheet.event(event.id).href)


def title_citation(sheet: Sheet, event: EventRecord) -> CitationView:
    """The pointer to the passage that an event's title is taken from, or is but for the full stop."""
    cited = title_cited(sheet, event)
    if plain(sheet.words_of(cited)) in (event.title, f"{event.title}."):
        sheet.told(cited)
    return sheet.cite(cited)


def title_cited(sheet: Sheet, event: EventRecord) -> Cited:
    """The passage that an event's title is taken from; the best account where the editor wrote the title."""
    title = sheet.catalogue.titles.get(event.id)
    return event.citations[0] if title is None or has_authored_title(sheet, event) else title


def has_authored_title(sheet: Sheet, event: EventRecord) -> bool:
    """Whether the editor wrote an event's title."""
    note = sheet.catalogue.notes.of("events", event.id)
    return bool(note and note.get("title"))


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
        reach=words.listed(reach),
        description=description.text if description else "",
        citation=sheet.cite(description.citation) if description else None,
    )


def _best_description(actor: ActorRecord) -> DescriptionRecord | None:
    """The words that most articles use of a person or organisation, the longest of these; one word says too little."""
    if actor.type == "country":
        return None
    used = Counter(description.text.casefold() for description in actor.descriptions)
    told = [d for d in actor.descriptions if " " in d.text and len(d.text) <= DESCRIPTION_LENGTH]
    told = [d for d in told if not d.text.casefold().endswith(RELATIVE) and not d.text.startswith(CLAUSES)]
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


def by_time(sources: Iterable[SourceRecord]) -> list[SourceRecord]:
    """Articles in order of time, undated ones last."""
    return sorted(sources, key=lambda source: (sort_key(source.date), source.id))


def shared_voice(sheet: Sheet, source: SourceRecord) -> str:
    """Of the articles with which this one shares a wire text, who else published them, or how many they are."""
    known = sheet.catalogue.voice_phrases
    if source.id not in known:
        others = [id_ for id_ in sheet.catalogue.voices[source.voice] if id_ != source.id]
        names = [name for name in dict.fromkeys(map(sheet.outlet_name, others)) if name != sheet.outlet_name(source.id)]
        if others and (not names or len(names) > OUTLETS):
            known[source.id] = sheet.words.count("source.shares-many", len(others))
        else:
            known[source.id] = sheet.words("source.shares", names=sheet.words.listed(names)) if others else ""
    return known[source.id]


def tie(sheet: Sheet, relation: RelationRecord, most: int = PROOFS) -> Tie:
    """A relation with the first few passages that state it."""
    places = {(c.source, sheet.catalogue.anchor(c)): c for c in relation.citations}
    shown = list(places.values())[:most]
    return Tie(
        subject=sheet.actor(relation.subject),
        verb=sheet.words(f"relation.{relation.type}"),
        object=sheet.actor(relation.object),
        citations=tuple(map(sheet.cite, shown)),
        more=sheet.more(len(places) - most),
    )


def disagreements(sheet: Sheet, items: Iterable[DisagreementRecord], with_about: bool) -> tuple[DisagreementView, ...]:
    """Where the sources differ; ``with_about`` names the event or actor, for pages that are not its own."""
    views = []
    for item in items:
        about = next((sheet.thing((f"{kind}s", id_)) for kind, id_ in item.about.items()), None)
        sides = tuple(_side(sheet, side) for side in item.sides)
        kind = "" if _put_by_page(item) else sheet.words(f"differ.{item.kind}")  # "when it was" says it already
        event = sheet.catalogue.events.get(item.about.get("event", ""))
        title = event.title if event else ""
        told = bool(title) and any(title in quote.text for side in sides for quote in side.quotes)
        dated = with_about and item.kind != "date"  # on which the sources do not agree
        date = event_date(sheet, event) if dated and event and event.date else None
        about = about if with_about else None
        views.append(DisagreementView(topic_words(sheet, item), kind, about, date, told, sides))
    return tuple(views)


def _put_by_page(item: DisagreementRecord) -> bool:
    """Whether what a disagreement is about is put in the page's words, not in those of the articles."""
    built = TOPICS.get(item.kind)
    return built is not None and plain(item.topic).startswith(built)


def topic_words(sheet: Sheet, item: DisagreementRecord) -> str:
    """What a disagreement is about: the articles' words, or the page's where briefgen has put it itself."""
    topic = plain(item.topic)
    if topic.endswith(RISING):
        return sheet.words("differ.rising", topic=topic.removesuffix(RISING))
    if not _put_by_page(item):
        return topic
    return sheet.words(f"differ.topic-{item.kind}", name=topic.removeprefix(TOPICS[item.kind]))


def weightiest(catalogue: Catalogue) -> list[DisagreementRecord]:
    """The disagreements, those about the weightiest events and actors first."""
    weights = {("event", event.id): event.weight for event in catalogue.data.events}
    weights |= {("actor", actor.id): actor.weight for actor in catalogue.data.actors}

    def weight(item: DisagreementRecord) -> float:
        return max((weights[about] for about in item.about.items()), default=0.0)

    return sorted(catalogue.data.disagreements, key=lambda item: (-weight(item), item.id))


def _side(sheet: Sheet, side: SideRecord) -> SideView:
    """A side with one sentence of each source that holds it; sources that say the same word for word stand together."""
    value = plain(side.value)
    cited: dict[str, CitationRecord] = {}
    for citation in side.citations:
        cited.setdefault(citation.source, citation)
    alike: dict[str, list[CitationRecord]] = {}
    for citation in cited.values():
        alike.setdefault(sheet.words_of(sheet.sentence(citation, value)), []).append(citation)
    groups = list(alike.values())[:QUOTED]
    room = QUOTED - len(groups)
    quotes = []
    for first, *others in groups:
        quotes.append(_quote(sheet, first, others[:room], value))
        room -= len(others[:room])
    told = len(value) > LONG_VALUE and any(value in quote.text for quote in quotes)
    return SideView("" if told else value, tuple(quotes), sheet.more(len(cited) - QUOTED))


def _quote(sheet: Sheet, cited: CitationRecord, copies: Sequence[CitationRecord], value: str) -> QuoteView:
    """The sentence of a source that has a value, and who else has it word for word."""
    quote = sheet.quote(cited, sheet.sentence(cited, value))
    for copy in copies if not quote.text.endswith(CUT) else ():
        sheet.told(copy)
    return replace(quote, copies=tuple(Copy(sheet.outlet(copy.source), sheet.cite(copy)) for copy in copies))
