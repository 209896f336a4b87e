"""All accounts of an event that its own page has no room for, with how each voice stands to what is claimed."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.accounts import Account, AccountView, account_view, accounts_of, several, vocabularies
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.matrix import Board, OwnStances, own_stances
from briefgen.compose.pages.event import leaves_out
from briefgen.compose.paging import Pager, fill, spread
from briefgen.compose.parts import Head, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.compose.slots import ROLES, Slot, fillings, slots
from briefgen.model.site import EventRecord, Page
from briefgen.sockets import PageKind

# How many passages a page has room for, those of who is involved among them, and how many articles with the same words
# are named at once.
ROOM = 70
COPIES = 50


class VoicedAccount(Struct, frozen=True):
    """An account, and how its voice stands to the claims about the event."""

    account: AccountView
    "The account."
    stances: tuple[OwnStances, ...]
    "The claims of which its voice is not silent; none where an account before it has told them."


class Involved(Struct, frozen=True):
    """Those who have one part in the event."""

    label: str
    'Which: "Also involved".'
    slots: tuple[Slot, ...]
    "All of them."


class EventAccountsPage(Struct, frozen=True):
    """All accounts of an event."""

    head: Head
    title: str
    "The event's title."
    lead: str
    "What stands here, in a sentence."
    involved: tuple[Involved, ...]
    "Who took part and who is quoted, on the first page."
    accounts: tuple[VoicedAccount, ...]
    "The accounts, the best first."
    pager: Pager
    "The way to the pages beside it."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """Pages of accounts for every event whose own page leaves some out."""
    for event in catalogue.data.events:
        sheet = Sheet(catalogue, folder("events", event.id))
        if leaves_out(sheet, event):
            yield from _pages(catalogue, event)


def _pages(catalogue: Catalogue, event: EventRecord) -> Iterator[Page]:
    parts = "events", event.id, "accounts"
    plan = Sheet(catalogue, folder(*parts))
    accounts = accounts_of(plan, event)
    words = vocabularies(plan, accounts)
    heard: set[str] = set()
    pieces = tuple(_pieces(accounts))
    sizes = [piece.size for piece in pieces]
    sizes[0] += sum(map(len, fillings(plan, event).values()))
    runs = fill(pieces, sizes, ROOM)
    for number, run, sheet, way in spread(catalogue, parts, runs):
        board = Board(sheet, event)
        title = sheet.words("event.all-accounts", title=event.title)
        trail = (*sheet.index("events"), sheet.event(event.id))
        shown = []
        for piece in run:
            account = account_view(sheet, piece, words.get(piece.voice), several(accounts))
            shown.append(VoicedAccount(account, () if piece.voice in heard else own_stances(board, piece.voice)))
            heard.add(piece.voice)
        view = EventAccountsPage(
            head=sheet.head(title, section="events", trail=trail),
            title=event.title,
            lead=sheet.words.count("event.told-by", len(accounts)),
            involved=_involved(sheet, event) if number == 1 else (),
            accounts=tuple(shown),
            pager=way,
            notes=sheet.notes(),
        )
        yield Page(KIND.name, KIND.template, sheet.route, view)


def _pieces(accounts: Iterable[Account]) -> Iterator[Account]:
    """The accounts; one that many articles have word for word several times, each time with some of them."""
    for account in accounts:
        for at in range(0, max(1, len(account.copies)), COPIES):
            yield replace(account, copies=account.copies[at : at + COPIES])


def _involved(sheet: Sheet, event: EventRecord) -> tuple[Involved, ...]:
    labels = dict(zip(ROLES, ("event.who", "event.whom", "event.with", "event.quoted"), strict=True))
    found = fillings(sheet, event)
    return tuple(Involved(sheet.words(labels[role]), slots(sheet, found[role])) for role in ROLES if found[role])


KIND = PageKind("event-accounts", "event-accounts.html", EventAccountsPage, make)
