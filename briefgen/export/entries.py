"""The entries of feeds: an event each, in the words of its best account, dated by the articles that tell it."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from msgspec import Struct

from briefgen.model.dates import last_day, phrase
from briefgen.model.datewords import DateWords
from briefgen.model.regex import regex
from briefgen.model.site import Briefing, EventRecord

# How many entries a feed has, the newest first: who comes later reads the pages.
ENTRIES = 100
ACTOR_ENTRIES = 40
# What XML 1.0 does not allow (2.2), and white space, which is joined.
_NOT_TEXT = regex(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = regex(r"\s+")


class Entry(Struct, frozen=True):
    """An event as news: ``published`` and ``updated`` are the days of the oldest and newest article that tell it."""

    page: str
    title: str
    sentence: str
    outlet: str
    published: date
    updated: date
    actors: tuple[str, ...]


class Feed(Struct, frozen=True):
    """A page's feed: of the home page's, or of an actor's."""

    page: str
    title: str
    updated: date
    entries: tuple[Entry, ...]


def feeds(briefing: Briefing) -> Iterator[Feed]:
    """The feed of all events, and one an actor with a page that took part in any; none where no article has a date."""
    data, as_of = briefing.data, last_day(briefing.data.as_of)
    if as_of is None:
        return
    told = entries(briefing, as_of)
    title = line(briefing.settings.title)
    yield Feed("", title, as_of, told[:ENTRIES])
    own: dict[str, list[Entry]] = {}
    for entry in told:
        for actor in entry.actors:
            own.setdefault(actor, []).append(entry)
    for record in data.actors:
        if record.page and record.id in own:
            newest = tuple(own[record.id][:ACTOR_ENTRIES])
            yield Feed(record.page, f"{title}: {line(record.name)}", newest[0].updated, newest)


def entries(briefing: Briefing, as_of: date) -> tuple[Entry, ...]:
    """Every event that has a page, the newest first, then the weightiest."""
    views = {page.route.url: page.view for page in briefing.pages if page.kind == "event"}
    sources = {source.id: source for source in briefing.data.sources}
    told = []
    for event in briefing.data.events:
        if event.page in views:
            # An article without a date is no younger than the briefing.
            days = [last_day(sources[citation.source].date) or as_of for citation in event.citations]
            best = sources[event.citations[0].source]
            entry = Entry(
                page=event.page,
                title=_title(event, views[event.page].status, briefing.dates),
                sentence=line(event.citations[0].exact),
                outlet=line(best.publisher or best.title or best.file),
                published=min(days),
                updated=max(days),
                actors=tuple(dict.fromkeys(actor.id for actor in event.actors)),
            )
            told.append(entry)
    return tuple(sorted(told, key=lambda entry: entry.updated, reverse=True))  # of one day the weightiest stay first


def _title(event: EventRecord, status: str, dates: DateWords) -> str:
    """The title behind its date, and before the word that says it is no fact."""
    when = f"{phrase(event.date, dates)}: " if event.date else ""
    return f"{when}{line(event.title)}{f' ({status})' if status else ''}"


def line(text: str) -> str:
    """The text on one line, without what XML does not allow."""
    return _SPACE.sub(" ", _NOT_TEXT.sub("", text)).strip()


def name_of(briefing: Briefing, page: str) -> str:
    """What feeds know a page by: its address where the site's is known, else a name made of title and page."""
    base = briefing.settings.base_url.rstrip("/")
    return f"{base}/{page}" if base else f"urn:uuid:{_uuid(f'{briefing.settings.title}/{page}')}"


def _uuid(name: str) -> str:
    """The UUID of a name by its SHA-256 (RFC 9562, 5.8 and B.2)."""
    digest = bytearray(sha256(name.encode("utf-8", "replace")).digest()[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x80, digest[8] & 0x3F | 0x80
    text = digest.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
