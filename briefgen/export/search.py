"""What the search of the pages looks through: ``search/*.js``, made only of what the pages show.

A shard is a classic script that hands its entries over, so that it loads from a disk as it does from a server.  Its
name carries a digest of its bytes; ``search/shards.js`` lists them all.  Nothing is loaded before somebody searches.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct

from briefgen.model.dates import phrase
from briefgen.model.datewords import DateWords
from briefgen.model.knowledge import Corpus
from briefgen.model.names import passage_anchor
from briefgen.model.site import ActorRecord, Artifact, Briefing, EventRecord, SourceRecord, StatementRecord
from briefgen.sockets import Export

FOLDER = "search"
# A shard may be this long, in bytes: small enough to be read between two frames.
SHARD = 250_000
# What sources call an actor helps to find it; after the first few they repeat themselves.
DESCRIPTIONS = 12


class Entry(Struct, frozen=True, array_like=True):
    """Something that can be found.  In a shard it is an array, the fields in this order."""

    title: str
    "What it is called; of a statement its words."
    path: str
    "Where it leads, relative to the site's root."
    about: str = ""
    "What stands below the title: date, outlet, speaker."
    also: tuple[str, ...] = ()
    "Other words it is found by, shown when they are: spellings, who took part."
    called: tuple[str, ...] = ()
    "Words with which sources describe it: who has them as a name comes before it."


class Shown:
    """The passages that the page of a source shows, with the anchors in them, and the anchors of what it leaves out."""

    def __init__(self, view: Any) -> None:
        passages = [*getattr(view, "passages", ()), *filter(None, [getattr(view, "opening", None)])]
        self.whole = [_stretches(passage) for passage in passages]
        self.beyond = {anchor for passage in passages for anchor in getattr(passage, "beyond", ())}
        self.beyond |= {passage.anchor for passage in passages if not passage.pieces}

    def anchor(self, words: str) -> str:
        """The anchor of the narrowest shown stretch that holds the words; nothing where they are not shown."""
        for stretches in self.whole:
            holders = [(len(text), anchor) for anchor, text in stretches if anchor and words in text]
            if holders:
                return min(holders)[1]
        return ""

    def leaves_out(self, words: str) -> bool:
        """Whether the page keeps the place of the words, but has no room for them."""
        return passage_anchor(words) in self.beyond


def _stretches(part: Any) -> list[tuple[str, str]]:
    """A passage, and each stretch in it that has an anchor of its own, with the text."""
    inner = [_stretches(piece) for piece in getattr(part, "pieces", ())]
    text = getattr(part, "text", "") + "".join(stretches[0][1] for stretches in inner)
    own = (str(getattr(part, "anchor", "")), text)
    return [own, *(stretch for stretches in inner for stretch in stretches)]


def index(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """The shards, and the list of them."""
    names: list[str] = []
    for kind, entries in _entries(briefing):
        for shard in _shards(entries):
            data = b'briefgenSearch.shard("%s", [\n%s\n]);\n' % (kind.encode(), b",\n".join(shard))
            name = f"{kind}-{len(names)}.{sha256(data).hexdigest()[:10]}.js"
            names.append(name)
            yield Artifact(f"{FOLDER}/{name}", data)
    yield Artifact(f"{FOLDER}/shards.js", b"briefgenSearch.shards(%s);\n" % msgspec.json.encode(names))


def _shards(entries: Iterable[Entry]) -> Iterator[list[bytes]]:
    """The entries as JSON, as many together as a shard may hold."""
    shard: list[bytes] = []
    size = 0
    for entry in entries:
        line = msgspec.json.encode(entry)
        if shard and size + len(line) > SHARD:
            yield shard
            shard, size = [], 0
        shard.append(line)
        size += len(line) + 2
    if shard:
        yield shard


def _entries(briefing: Briefing) -> Iterator[tuple[str, Iterable[Entry]]]:
    """The entries by kind; what has no page, and what no page shows, is not among them."""
    data = briefing.data
    names = {actor.id: actor.name for actor in data.actors}
    yield "actors", [_actor(actor) for actor in data.actors if actor.page]
    yield "events", [_event(event, names, briefing.dates) for event in data.events if event.page]
    yield "sources", [_source(source, briefing.dates) for source in data.sources if source.page]
    shown = {page.route.url: Shown(page.view) for page in briefing.pages if page.kind == "source"}
    sources = {source.id: source for source in data.sources}
    quoting = {actor.id: actor.page for actor in data.actors if actor.page}
    quoting |= {event.id: event.page for event in data.events if event.page}
    said = (
        _statement(
            statement,
            sources[statement.citation.source],
            names,
            _place(statement, sources, shown, quoting),
            briefing.dates,
        )
        for statement in data.statements
        if statement.citation.source in sources
    )
    yield "statements", list(dict.fromkeys(entry for entry in said if entry))


def _actor(actor: ActorRecord) -> Entry:
    forms = [form.text for form in sorted(actor.forms, key=lambda form: (-form.count, form.text))]
    called = [f"“{one.text}”" for one in actor.descriptions[:DESCRIPTIONS]]
    names, page = _others(actor.name, forms), f"{actor.page}index.html"
    return Entry(_line(actor.name), page, "", names, _others(actor.name, called))


def _event(event: EventRecord, names: dict[str, str], dates: DateWords) -> Entry:
    about = ", ".join([*([phrase(event.date, dates)] if event.date else []), *event.places])
    involved = [names[participant.id] for participant in event.actors if participant.id in names]
    return Entry(_line(event.title), f"{event.page}index.html", _line(about), _others(event.title, involved))


def _source(source: SourceRecord, dates: DateWords) -> Entry:
    known = [source.publisher or "", source.author or "", phrase(source.date, dates) if source.date else ""]
    title = _line(source.title or "") or _line(source.file.rsplit("/", 1)[-1])
    return Entry(title, f"{source.page}index.html", _line(", ".join(filter(None, known))))


def _place(
    statement: StatementRecord, sources: dict[str, SourceRecord], shown: dict[str, Shown], quoting: dict[str, str]
) -> str:
    """Where a statement can be read: its passage; the event or speaker it is told of where the article's page has no
    room for it; nowhere where that page does not know it.
    """
    words, page = statement.citation.exact, sources[statement.citation.source].page or ""
    if page not in shown or not words.strip():
        return ""
    if anchor := shown[page].anchor(words):
        return f"{page}index.html#{anchor}"
    told = quoting.get(statement.event or "") or quoting.get(statement.speaker or "")
    return f"{told}index.html" if told and shown[page].leaves_out(words) else ""


def _statement(
    statement: StatementRecord, source: SourceRecord, names: dict[str, str], place: str, dates: DateWords
) -> Entry | None:
    """A statement; none where it can be read nowhere."""
    if not place:
        return None
    speaker = statement.speaker_text or names.get(statement.speaker or "", "")
    said_in = ", ".join(filter(None, [source.publisher or "", phrase(source.date, dates) if source.date else ""]))
    about = " · ".join(filter(None, [_line(speaker), _line(said_in)]))
    return Entry(_line(statement.citation.exact).rstrip(" ,;"), place, about)


def _others(title: str, words: Iterable[str]) -> tuple[str, ...]:
    """Each of the words once, without the title."""
    kept = {_line(word).casefold(): _line(word) for word in reversed(list(words))}
    kept.pop(_line(title).casefold(), None)
    return tuple(word for word in reversed(kept.values()) if word)


def _line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


SEARCH = Export("search", index)
