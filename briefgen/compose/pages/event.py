"""The page of an event: when, where, who to whom, and each source's account in its own words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.accounts import Account, AccountView, account_view, accounts_of, several, vocabularies
from briefgen.compose.backlinks import Backlinks, Mentions
from briefgen.compose.cards import (
    disagreements,
    event_date,
    event_kinds,
    has_authored_title,
    rest,
    status,
    title_cited,
)
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.courses import Courses, Neighbour
from briefgen.compose.matrix import WIDE, Board, CampClaim, Matrix, camps, matrix
from briefgen.compose.pages.places import Whereabouts
from briefgen.compose.paging import fill
from briefgen.compose.parts import CitationView, DateView, DisagreementView, Head, Link, QuoteView, Said, SourceNote
from briefgen.compose.room import Counts, within_room
from briefgen.compose.routes import folder
from briefgen.compose.sayings import Saying, alone, sayings
from briefgen.compose.sheet import Sheet
from briefgen.compose.slots import Slot, fillings, slots
from briefgen.compose.text import plain
from briefgen.model.knowledge import Citation
from briefgen.model.site import DisagreementRecord, EventRecord, Page
from briefgen.sockets import PageKind

# How many passages of accounts the page has, of which each takes the room of so many articles that have the same words;
# a page of its own has them all.  More accounts than stand open are folded but the first.
PASSAGES, PASSAGE = 24, 3
OPEN = 4
# How many articles with the same words it names, and how many who took part or are quoted.
COPIES = 8
INVOLVED = 12
# The other lists share the room that is left: how many items each takes in its turn.
TURN = {"disagreements": 1, "statements": 4}
STATEMENTS_TABLE = "data/statements.csv"


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
    "What its sentence says before it and after it; empty where an account has the sentence, or the editor the title."
    lead: QuoteView | None
    "The sentence that tells it best, where the title is the editor's and no account below has it."
    kinds: tuple[str, ...]
    'What sort of event: "talks".'
    status: str
    'A word where it is not told as a fact: "planned"; else empty.'
    date: DateView
    "When it happened and how that is known."
    places: tuple[Link, ...]
    "Where, each leading to what else happened there."
    agents: tuple[Slot, ...]
    "Who did it."
    patients: tuple[Slot, ...]
    "To whom."
    participants: tuple[Slot, ...]
    "Who else took part, the first few."
    speakers: tuple[Slot, ...]
    "Who is quoted in the accounts, each with one passage; the first few."
    voices: str
    'How many tell it: "3 articles, at most 2 independent voices".'
    note_html: str
    "The editor's note."
    accounts: tuple[AccountView, ...]
    "The accounts of the articles, the best first; of many the first few."
    folded: str
    'How many of these are folded away: "7 more accounts"; empty where all are open.'
    all_accounts: Link | None
    "Where all accounts are, and all who took part or are quoted, when this page leaves some out."
    contrasted: bool
    "Whether words are marked that only one voice has."
    told_once: bool
    "Whether one sentence of one article is all there is."
    matrix: Matrix | None
    "Which voice says what, where more than one tells it and a table has room for all."
    camps: tuple[CampClaim, ...]
    "Which voices say what, where they are too many for a table."
    disagreements: tuple[DisagreementView, ...]
    "Where the accounts differ."
    all_disagreements: Link | None
    "Where the others are, when there are more."
    statements: tuple[Said, ...]
    "What is quoted in the accounts: words in quotation marks."
    all_statements: Link | None
    "Where the others are, when there are more."
    mentions: Mentions
    "The editor's pages that name it, with the sentences that do."
    before: tuple[Neighbour, ...]
    "The event before, by date, and those before for who took part; the nearest first."
    after: tuple[Neighbour, ...]
    "The same after."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


class Surroundings(NamedTuple):
    """What stands around an event, looked up for all events at once."""

    courses: Courses
    backlinks: Backlinks
    places: Whereabouts


def make(catalogue: Catalogue) -> Iterator[Page]:
    """A page for every event."""
    beside = Surroundings(Courses(catalogue), Backlinks(catalogue), Whereabouts(catalogue))
    return (_page(catalogue, event, beside) for event in catalogue.data.events)


def _page(catalogue: Catalogue, event: EventRecord, beside: Surroundings) -> Page:
    """The page, with as much of each list as it has room for."""
    route = folder("events", event.id)
    said = sayings(s for s in catalogue.said_in.get(event.id, ()) if s.direct and s.speaker)
    there = {"disagreements": len(_differing(catalogue, event)), "statements": len(said)}

    def view(counts: Counts) -> EventPage:
        return _view(Sheet(catalogue, route), event, said, counts, beside)

    return Page(KIND.name, KIND.template, route, within_room(there, TURN, view))


def _differing(catalogue: Catalogue, event: EventRecord) -> Sequence[DisagreementRecord]:
    return catalogue.disagreements_of.get(("events", event.id), ())


def _view(sheet: Sheet, event: EventRecord, said: list[Saying], counts: Counts, beside: Surroundings) -> EventPage:
    """The page with so many of each list."""
    authored = has_authored_title(sheet, event)
    accounts, board = accounts_of(sheet, event), Board(sheet, event)
    once = len(accounts) == 1 and len(accounts[0].cited) == 1 and not accounts[0].copies
    # Asked for first: the title's number is the first on the page.
    cited = title_cited(sheet, event)
    lead = sheet.quote(cited, sheet.sentence(cited, event.title))
    sentence = None if authored else _sentence(lead, event.title)
    below = not once and _has(_shown(accounts), sheet.sentence(cited, event.title))
    filled = {role: slots(sheet, found[:INVOLVED]) for role, found in fillings(sheet, event).items()}
    views = _views(sheet, accounts)
    differing = _differing(sheet.catalogue, event)
    return EventPage(
        head=sheet.head(event.title, event.citations[0].exact, "events", sheet.index("events")),
        title=event.title,
        authored_title=authored,
        citation=lead.citation,
        sentence=("", "") if below or sentence is None else sentence,
        lead=None if sentence or (below and authored) else lead,
        kinds=event_kinds(sheet, event),
        status=status(sheet, event),
        date=event_date(sheet, event),
        places=beside.places.links(sheet, event),
        agents=filled["agent"],
        patients=filled["patient"],
        participants=filled["participant"],
        speakers=filled["speaker"],
        voices=_voices(sheet, event),
        note_html=sheet.authored("events", event.id),
        accounts=views,
        folded=sheet.words.count("event.folded", len(views) - 1) if len(views) > OPEN else "",
        all_accounts=_all_accounts(sheet, event),
        contrasted=any(words.only for account in views for quote in account.quotes for words in quote.words),
        told_once=once,
        matrix=matrix(board),
        camps=camps(board),
        disagreements=disagreements(sheet, differing[: counts["disagreements"]], with_about=False),
        all_disagreements=rest(
            sheet, "disagreements.more", len(differing) - counts["disagreements"], "disagreements/index.html"
        ),
        statements=alone(sheet, said[: counts["statements"]]),
        all_statements=rest(sheet, "actor.all-statements", len(said) - counts["statements"], STATEMENTS_TABLE),
        mentions=beside.backlinks.of_event(sheet, event.id),
        before=beside.courses.before(sheet, event),
        after=beside.courses.after(sheet, event),
        notes=sheet.notes(),
    )


def _has(accounts: tuple[Account, ...], sentence: Citation) -> bool:
    """Whether one of the accounts tells a sentence."""
    told = (cited for account in accounts for cited in account.cited if cited.source == sentence.source)
    return any(cited.start <= sentence.start and sentence.end <= cited.end for cited in told)


def _sentence(lead: QuoteView, title: str) -> tuple[str, str] | None:
    """What a sentence says before and after the title, a mere full stop left out; nothing where it has no title."""
    before, found, after = plain(lead.text).partition(title) if title else ("", "", "")
    return (before, after if after != "." else "") if found else None


def leaves_out(sheet: Sheet, event: EventRecord) -> bool:
    """Whether the page of an event has no room for all accounts, or all who took part, or all voices in a table."""
    if max(len(event.citations), len(event.actors) + len(sheet.catalogue.said_in.get(event.id, ()))) <= WIDE:
        return False
    accounts = accounts_of(sheet, event)
    voices = {account.voice for account in accounts}
    many = len(accounts) > len(_shown(accounts)) or any(len(account.copies) > COPIES for account in accounts)
    return many or len(voices) > WIDE or any(len(found) > INVOLVED for found in fillings(sheet, event).values())


def _all_accounts(sheet: Sheet, event: EventRecord) -> Link | None:
    if not leaves_out(sheet, event):
        return None
    words = sheet.words.count("event.see-accounts", len(accounts_of(sheet, event)))
    return Link(words, sheet.href(folder("events", event.id, "accounts")))


def _shown(accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """The accounts that a page has room for, at least one."""
    sizes = [PASSAGE * len(account.cited) + min(len(account.copies), COPIES) for account in accounts]
    runs = fill(accounts, sizes, PASSAGE * PASSAGES)
    return tuple(runs[0])


def _views(sheet: Sheet, accounts: tuple[Account, ...]) -> tuple[AccountView, ...]:
    """The first accounts, with the words marked that no other voice has in all of them."""
    words = vocabularies(sheet, accounts)
    return tuple(
        account_view(sheet, replace(a, copies=a.copies[:COPIES]), words.get(a.voice), several(accounts))
        for a in _shown(accounts)
    )


def _voices(sheet: Sheet, event: EventRecord) -> str:
    articles = len({citation.source for citation in event.citations})
    parts = [sheet.words.count("count.articles", articles)]
    parts += [sheet.words.count("count.voices", event.voices)] if articles > 1 else []
    return sheet.words.listed(parts)


KIND = PageKind("event", "event.html", EventPage, make)
