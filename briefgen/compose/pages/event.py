"""The page of an event: when, where, who to whom, and each source's account in its own words."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.cards import disagreements, event_date, event_kinds, shared_voice, status, title_cited
from briefgen.compose.catalogue import Catalogue, Cited, held
from briefgen.compose.contrast import Stretch, contrasts, stretches
from briefgen.compose.courses import Around, Courses, Neighbour
from briefgen.compose.matrix import Matrix, matrix
from briefgen.compose.parts import CitationView, DateView, DisagreementView, Head, Link, QuoteView, Said, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sayings import alone
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.site import EventRecord, Page
from briefgen.sockets import PageKind


class Slot(Struct, frozen=True):
    """An actor in an event."""

    actor: Link
    "Who."
    citation: CitationView
    "The passage that says so."


class Telling(Struct, frozen=True):
    """A sentence of an account."""

    words: tuple[Stretch, ...]
    "Its words, those marked that no other voice has."
    citation: CitationView
    "Where they stand."


class Copy(Struct, frozen=True):
    """Another article that has an account word for word."""

    outlet: Link
    "The outlet, leading to the article."
    citation: CitationView
    "Where the words stand there."


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
    quotes: tuple[Telling, ...]
    "Its words."
    copies: tuple[Copy, ...]
    "Articles of the same voice that tell it in the same words."


class EventPage(Struct, frozen=True):
    """An event."""

    head: Head
    title: str
    "A verbatim clause, or what the editor wrote."
    authored_title: bool
    "Whether the title is the editor's."
    citation: CitationView
    "The passage that the title is taken from, or the best one."
    sentence: tuple[str, str]
    "What the sentence of the title says before it and after it; empty where the title is the editor's."
    lead: QuoteView | None
    "The sentence that tells it best, where the title is the editor's."
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
    contrasted: bool
    "Whether words are marked that only one voice has."
    told_once: bool
    "Whether one sentence of one article is all there is."
    matrix: Matrix | None
    "Which voice says what, where more than one tells it."
    disagreements: tuple[DisagreementView, ...]
    "Where the accounts differ."
    statements: tuple[Said, ...]
    "What is quoted in the accounts: words in quotation marks."
    before: Neighbour | None
    "The event before, by date."
    after: Neighbour | None
    "The event after, by date."
    around: tuple[Around, ...]
    "The same for those who took part."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """A page for every event."""
    courses = Courses(catalogue)
    return (_page(catalogue, event, courses) for event in catalogue.data.events)


def _page(catalogue: Catalogue, event: EventRecord, courses: Courses) -> Page:
    route = folder("events", event.id)
    sheet = Sheet(catalogue, route)
    note = catalogue.notes.of("events", event.id)
    cited = title_cited(sheet, event)
    lead = sheet.quote(
        cited, sheet.sentence(cited, event.title)
    )  # asked for first: the title's number is the first on the page
    authored = bool(note and note.get("title"))
    sentence = None if authored else _sentence(lead, event.title)
    slots = _slots(sheet, event)
    accounts = _accounts(sheet, event)
    before, after = courses.whole.around(sheet, event)
    view = EventPage(
        head=sheet.head(event.title, event.citations[0].exact, "events", sheet.index("events")),
        title=event.title,
        authored_title=authored,
        citation=lead.citation,
        sentence=sentence or ("", ""),
        lead=None if sentence else lead,
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
        accounts=accounts,
        contrasted=any(words.only for account in accounts for quote in account.quotes for words in quote.words),
        told_once=len(accounts) == 1 and len(accounts[0].quotes) == 1 and not accounts[0].copies,
        matrix=matrix(sheet, event),
        disagreements=disagreements(sheet, catalogue.disagreements_of.get(("events", event.id), ()), with_about=False),
        statements=alone(sheet, (s for s in catalogue.said_in.get(event.id, ()) if s.direct and s.speaker)),
        before=before,
        after=after,
        around=courses.of_actors(sheet, event),
        notes=sheet.notes(),
    )
    return Page(KIND.name, KIND.template, route, view)


def _sentence(lead: QuoteView, title: str) -> tuple[str, str] | None:
    """What a sentence says before and after the title, a mere full stop left out; nothing where it has no title."""
    before, found, after = plain(lead.text).partition(title) if title else ("", "", "")
    return (before, after if after != "." else "") if found else None


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
    """The accounts by article, the best first; what another article has word for word is named with the first."""
    grouped: dict[str, dict[QuoteView, None]] = {}
    for citation in event.citations:  # one an action told: a sentence may tell several
        grouped.setdefault(citation.source, {}).setdefault(sheet.quote(citation))
    told: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    by_voice: dict[str, tuple[str, ...]] = {}
    for source, quotes in grouped.items():
        voice, texts = sheet.catalogue.sources[source].voice, tuple(quote.text for quote in quotes)
        told.setdefault((voice, texts), []).append(source)
        by_voice[voice] = (*by_voice.get(voice, ()), *texts)
    others = contrasts(by_voice) if len(by_voice) > 1 else {}
    accounts = []
    for (voice, _), (first, *more) in told.items():
        copies = tuple(Copy(sheet.outlet(source), next(iter(grouped[source])).citation) for source in more)
        tellings = tuple(Telling(stretches(q.text, others.get(voice)), q.citation) for q in grouped[first])
        accounts.append(_account(sheet, first, tellings, copies, len(grouped) > 1))
    return tuple(accounts)


def _account(
    sheet: Sheet, source: str, tellings: tuple[Telling, ...], copies: tuple[Copy, ...], with_voice: bool
) -> AccountView:
    record = sheet.catalogue.sources[source]
    voice = shared_voice(sheet, record) if with_voice else ""
    outlet = plain(record.publisher or "")
    return AccountView(outlet, sheet.source(source), sheet.source_date(record), voice, tellings, copies)


def _voices(sheet: Sheet, event: EventRecord) -> str:
    articles = len({citation.source for citation in event.citations})
    parts = [sheet.words.count("count.articles", articles)]
    parts += [sheet.words.count("count.voices", event.voices)] if articles > 1 else []
    return sheet.words.listed(parts)


KIND = PageKind("event", "event.html", EventPage, make)
