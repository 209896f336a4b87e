"""The accounts of an event: how each article tells it, what its voice alone says, and who has it word for word."""

from collections.abc import Iterable

from msgspec import Struct

from briefgen.compose.cards import shared_voice
from briefgen.compose.contrast import Stretch, Vocabulary, contrasts, stretches
from briefgen.compose.parts import CitationView, Copy, DateView, Link
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.site import EventCitationRecord, EventRecord


class Telling(Struct, frozen=True):
    """A sentence of an account."""

    words: tuple[Stretch, ...]
    "Its words, those marked that no other voice has."
    citation: CitationView
    "Where they stand."


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


class Account(Struct, frozen=True):
    """An account before it is shown: showing it gives its passages their numbers."""

    source: str
    voice: str
    cited: tuple[EventCitationRecord, ...]
    "Its passages, of those of the same words the first."
    copies: tuple[EventCitationRecord, ...]
    "The first passage of every article of the voice with the same words."

    @property
    def size(self) -> int:
        """How many passages it shows."""
        return len(self.cited) + len(self.copies)


def accounts_of(sheet: Sheet, event: EventRecord) -> tuple[Account, ...]:
    """The accounts by article, the best first; what another article has word for word goes with the first."""
    grouped: dict[str, dict[tuple[str, str], EventCitationRecord]] = {}
    for citation in event.citations:  # one an action told: a sentence may tell several
        key = sheet.quoted(citation), sheet.catalogue.anchor(citation)
        grouped.setdefault(citation.source, {}).setdefault(key, citation)
    same: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for source, cited in grouped.items():
        voice = sheet.catalogue.sources[source].voice
        same.setdefault((voice, tuple(text for text, _ in cited)), []).append(source)
    return tuple(
        Account(first, voice, tuple(grouped[first].values()), tuple(next(iter(grouped[s].values())) for s in more))
        for (voice, _), (first, *more) in same.items()
    )


def vocabularies(sheet: Sheet, accounts: Iterable[Account]) -> dict[str, Vocabulary]:
    """By voice, the words of all the others; nothing where one voice tells it alone."""
    by_voice: dict[str, tuple[str, ...]] = {}
    for account in accounts:
        texts = tuple(map(sheet.quoted, account.cited))
        by_voice[account.voice] = (*by_voice.get(account.voice, ()), *texts)
    return contrasts(by_voice) if len(by_voice) > 1 else {}


def several(accounts: tuple[Account, ...]) -> bool:
    """Whether several articles tell the event."""
    return sum(1 + len(account.copies) for account in accounts) > 1


def account_view(sheet: Sheet, account: Account, others: Vocabulary | None, with_voice: bool) -> AccountView:
    """An account as a page shows it; ``with_voice`` names the articles that share its wire text."""
    record = sheet.catalogue.sources[account.source]
    quotes = tuple(Telling(stretches(sheet.quoted(cited), others), sheet.cite(cited)) for cited in account.cited)
    copies = tuple(Copy(sheet.outlet(cited.source), sheet.cite(cited)) for cited in account.copies)
    for cited in (*account.cited, *account.copies):
        sheet.told(cited)
    voice = shared_voice(sheet, record) if with_voice else ""
    return AccountView(
        plain(record.publisher or ""), sheet.source(record.id), sheet.source_date(record), voice, quotes, copies
    )
