"""The page of an event: when, where, who to whom, and each source's account in its own words."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.cards import disagreements, event_date, event_kinds, shared_voice, status, title_citation
from briefgen.compose.catalogue import Catalogue, Cited, Telling, held
from briefgen.compose.parts import CitationView, DateView, DisagreementView, Head, Link, QuoteView, Said, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sayings import alone
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.dates import phrase
from briefgen.model.site import EventRecord, Page
from briefgen.sockets import PageKind


class Slot(Struct, frozen=True):
    """An actor in an event."""

    actor: Link
    "Who."
    citation: CitationView
    "The passage that says so."


class AccountView(Struct, frozen=True):
    """How one article tells the event."""

    outlet: str
    "Who published it, empty where unknown."
    source: Link
    "The article."
    date: DateView
    "When it appeared."
    voice: str
    "A phrase where the article shares a wire text with others, else empty."
    quotes: tuple[QuoteView, ...]
    "Its words."


class Neighbour(Struct, frozen=True):
    """The event before or after."""

    event: Link
    "Its title."
    date: str
    "When."


class EventPage(Struct, frozen=True):
    """An event."""

    head: Head
    title: str
    "A verbatim clause, or what the editor wrote."
    authored_title: bool
    "Whether the title is the editor's."
    citation: CitationView
    "The passage that the title is taken from, or the best one."
    kinds: tuple[str, ...]
    'What sort of event: "talks".'
    status: str
    'A word where it is not told as a fact: "planned"; else empty.'
    date: DateView
    "When it happened and how that is known."
    places: tuple[str, ...]
    "Where."
    agents: tuple[Slot, ...]
    "Who did it."
    patients: tuple[Slot, ...]
    "To whom."
    participants: tuple[Slot, ...]
    "Who else took part."
    speakers: tuple[Slot, ...]
    "Who is quoted in the accounts, each with one passage."
    voices: str
    'How many tell it: "3 articles, at most 2 independent voices".'
    note_html: str
    "The editor's note."
    accounts: tuple[AccountView, ...]
    "Each article's account."
    disagreements: tuple[DisagreementView, ...]
    "Where the accounts differ."
    statements: tuple[Said, ...]
    "What is quoted in the accounts: words in quotation marks."
    before: Neighbour | None
    "The event before, by date."
    after: Neighbour | None
    "The event after, by date."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """A page for every event."""
    tellings: dict[Telling, EventRecord] = {}  # in order of time, each with its heaviest event
    for event in catalogue.chronological:
        if event.date:
            tellings.setdefault(catalogue.tellings[event.id], event)
    heads = list(tellings.values())
    places = {telling: at for at, telling in enumerate(tellings)}
    for event in catalogue.data.events:
        at = places.get(catalogue.tellings[event.id]) if event.date else None
        before = heads[at - 1] if at else None
        after = heads[at + 1] if at is not None and at + 1 < len(heads) else None
        yield _page(catalogue, event, before, after)


def _page(catalogue: Catalogue, event: EventRecord, before: EventRecord | None, after: EventRecord | None) -> Page:
    route = folder("events", event.id)
    sheet = Sheet(catalogue, route)
    note = catalogue.notes.of("events", event.id)
    title = title_citation(sheet, event)  # asked for first: the title's number is the first on the page
    slots = _slots(sheet, event)
    view = EventPage(
        head=sheet.head(event.title, event.citations[0].exact, "events", sheet.index("events")),
        title=event.title,
        authored_title=bool(note and note.get("title")),
        citation=title,
        kinds=event_kinds(sheet, event),
        status=status(sheet, event),
        date=event_date(sheet, event),
        places=event.places,
        agents=slots["agent"],
        patients=slots["patient"],
        participants=slots["participant"],
        speakers=_speakers(sheet, event),
        voices=_voices(sheet, event),
        note_html=sheet.authored("events", event.id),
        accounts=_accounts(sheet, event),
        disagreements=disagreements(sheet, catalogue.disagreements_of.get(("events", event.id), ()), with_about=False),
        statements=alone(sheet, (s for s in catalogue.said_in.get(event.id, ()) if s.direct and s.speaker)),
        before=_neighbour(sheet, before),
        after=_neighbour(sheet, after),
        notes=sheet.notes(),
    )
    return Page(KIND.name, KIND.template, route, view)


def _slots(sheet: Sheet, event: EventRecord) -> dict[str, tuple[Slot, ...]]:
    """The actors by role, each with the first account that names it."""
    slots: dict[str, list[Slot]] = {"agent": [], "patient": [], "participant": []}
    for participant in event.actors:
        citation = next(
            (c for c in event.citations if participant.id in sheet.catalogue.named(c.source, c.start, c.end)),
            event.citations[0],
        )
        slots[participant.role].append(Slot(sheet.actor(participant.id), sheet.cite(citation)))
    return {role: tuple(found) for role, found in slots.items()}


def _speakers(sheet: Sheet, event: EventRecord) -> tuple[Slot, ...]:
    """Everybody who is quoted in the accounts, once."""
    first: dict[str, Cited] = {}
    for statement in sheet.catalogue.said_in.get(event.id, ()):
        if statement.speaker and statement.speaker not in first:
            first[statement.speaker] = held(statement.citation, event)
    return tuple(Slot(sheet.actor(speaker), sheet.cite(citation)) for speaker, citation in first.items())


def _accounts(sheet: Sheet, event: EventRecord) -> tuple[AccountView, ...]:
    """The accounts by article, the best first."""
    grouped: dict[str, dict[QuoteView, None]] = {}
    for citation in event.citations:  # one an action told: a sentence may tell several
        grouped.setdefault(citation.source, {}).setdefault(sheet.quote(citation))
    views = []
    for source, quotes in grouped.items():
        record = sheet.catalogue.sources[source]
        views.append(
            AccountView(
                plain(record.publisher or ""),
                sheet.source(source),
                sheet.source_date(record),
                shared_voice(sheet, record) if len(grouped) > 1 else "",
                tuple(quotes),
            )
        )
    return tuple(views)


def _voices(sheet: Sheet, event: EventRecord) -> str:
    articles = len({citation.source for citation in event.citations})
    parts = [sheet.words.count("count.articles", articles)]
    parts += [sheet.words.count("count.voices", event.voices)] if articles > 1 else []
    return ", ".join(parts)


def _neighbour(sheet: Sheet, event: EventRecord | None) -> Neighbour | None:
    return Neighbour(sheet.short_event(event.id), phrase(event.date)) if event and event.date else None


KIND = PageKind("event", "event.html", EventPage, make)
