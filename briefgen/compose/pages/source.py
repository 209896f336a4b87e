"""The page of a source: what it says of itself, its cited passages in order, and what was ignored."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from briefgen.compose.authored import Target
from briefgen.compose.cards import by_word, shared_voice
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.excerpts import Excerpts, excerpts, in_title
from briefgen.compose.fragments import at_words
from briefgen.compose.parts import Head, Link
from briefgen.compose.passages import Stretch
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain, shorten, squash
from briefgen.model.names import file_name
from briefgen.model.site import Page, SourceRecord
from briefgen.model.text import Document, Field
from briefgen.sockets import PageKind

IGNORED_LENGTH = 160
# What the editor's own pages quote is shown before everything else.
EDITORS = 1000.0
# The formats in which an article can be cited, and the endings of their files in ``data/sources/``.
CITE_FILES = (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json"))

Users = Mapping[str, tuple[Target, ...]]


class Fact(Struct, frozen=True):
    """Something that is known of the article itself."""

    label: str
    'What: "Published".'
    value: str
    "The value, in words."
    href: str
    "Where it leads, empty for plain text."
    how: str
    'How it is known: "stated in the article".'


class Piece(Struct, frozen=True):
    """Part of a passage: plain text, or a stretch that is cited by itself and has its own pieces."""

    text: str
    "The words; empty where there are pieces."
    anchor: str = ""
    "The id of a stretch that is cited by itself."
    pieces: "tuple[Piece, ...]" = ()
    "What the stretch is made of."


class PassageView(Struct, frozen=True):
    """A cited passage: one or more whole sentences."""

    anchor: str
    "Its id: made of its words, so that it stays."
    pieces: tuple[Piece, ...]
    "Its words, the stretches cited inside marked; none where the page has no room for them."
    used_by: tuple[Link, ...]
    "The pages that rest on it."
    used: str
    'How many these are: "Used on 3 pages"; of what is left out, that it is.'
    skipped: bool
    "Whether something of the article was left out before it."
    original: str = ""
    "The publisher's page at these words, empty where its address is unknown."
    archived: str = ""
    "The archived copy at these words, empty where none is given."
    cut: bool = False
    "Whether its end is left out."
    beyond: tuple[str, ...] = ()
    "The ids of what is cited in the part that is left out."


class Rests(Struct, frozen=True):
    """Pages of one kind that rest on the article."""

    label: str
    'What they are: "Events".'
    pages: tuple[Link, ...]
    "The pages."


class CiteFile(Struct, frozen=True):
    """The article for a reference manager."""

    format: str
    'The format: "BibTeX".'
    href: str
    "The file's address."


class Ignored(Struct, frozen=True):
    """A stretch that belongs to the page it stood on, not to the article."""

    kind: str
    'Why: "caption", "advertisement".'
    text: str
    "Its words, shortened."


class SourcePage(Struct, frozen=True):
    """A source."""

    head: Head
    title: str
    "The article's title."
    outlet: str
    "Who published it, empty where unknown."
    facts: tuple[Fact, ...]
    "What is known of the article, and how."
    voice: str
    "A phrase where it shares a wire text with others, else empty."
    note_html: str
    "The editor's note."
    cited: str
    'How many passages are cited: "12 passages cited".'
    passages: tuple[PassageView, ...]
    "The cited passages in order."
    excerpts: str
    "How much of the article is repeated here and how much is left out, in a sentence; empty where nothing is."
    opening: PassageView | None
    "How the article begins, where hardly a passage of it is cited."
    rests: tuple[Rests, ...]
    "All pages that rest on it, by kind; events that no other voice tells come first, by themselves."
    cite_files: tuple[CiteFile, ...]
    "The article for reference managers."
    ignored: tuple[Ignored, ...]
    "What was ignored."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """A page for every source."""
    return (_page(catalogue, source) for source in catalogue.data.sources)


def _page(catalogue: Catalogue, source: SourceRecord) -> Page:
    route = folder("sources", source.id)
    sheet = Sheet(catalogue, route)
    document = catalogue.documents[source.id]
    users = _users(sheet, source.id)
    shown = _excerpts(sheet, source.id, users)
    passages = _passages(sheet, source, users, shown)
    title, name = sheet.title(source), file_name(source.id)
    view = SourcePage(
        head=sheet.head(title, sheet.tip(source), "sources", sheet.index("sources")),
        title=title,
        outlet=plain(source.publisher or ""),
        facts=_facts(sheet, source, document),
        voice=shared_voice(sheet, source),
        note_html=sheet.authored("sources", source.id),
        cited=sheet.words.count("count.passages", len(passages)),
        passages=passages,
        excerpts=_told(sheet, passages, shown),
        opening=_opening(sheet, source.id, shown),
        rests=_rests(sheet, source),
        cite_files=tuple(CiteFile(kind, f"{sheet.root}data/sources/{name}.{end}") for kind, end in CITE_FILES),
        ignored=_ignored(sheet, document),
    )
    return Page(KIND.name, KIND.template, route, view)


def _ignored(sheet: Sheet, document: Document) -> tuple[Ignored, ...]:
    """What was ignored, the same line once."""
    lines = (
        Ignored(sheet.words(f"furniture.{f.kind}"), shorten(squash(document.exact(f)), IGNORED_LENGTH))
        for f in document.furniture
    )
    return tuple(dict.fromkeys(line for line in lines if line.text))


def _opening(sheet: Sheet, source: str, shown: Excerpts) -> PassageView | None:
    """The article's first sentence, where the catalogue wants it shown and the page has room for it."""
    passages = sheet.catalogue.passages[source]
    whole = next((w for w in passages.whole if (w.start, w.end) == sheet.catalogue.openings.get(source)), None)
    end = shown.ends.get((whole.start, whole.end)) if whole else None
    if whole is None or end is None:
        return None
    return PassageView(whole.anchor, _pieces(passages.document.text, whole, end), (), "", False, cut=end < whole.end)


def _facts(sheet: Sheet, source: SourceRecord, document: Document) -> tuple[Fact, ...]:
    words = sheet.words
    date = sheet.source_date(source)
    fields: tuple[tuple[str, Field | None], ...] = (("publisher", document.publisher), ("author", document.author))
    facts = [
        Fact(words(f"source.{name}"), words.isolated(plain(field.value)), "", _how(sheet, source.id, name, field))
        for name, field in fields
        if field and plain(field.value)
    ]
    facts.append(Fact(words("source.date"), date.text, "", date.how))
    for name, url in (("url", source.url), ("archive_url", source.archive_url)):
        if url:
            field = Field(url)
            facts.append(Fact(words(f"source.{name}"), url, url, _how(sheet, source.id, name, field)))
    return tuple(facts)


def _how(sheet: Sheet, source: str, name: str, field: Field) -> str:
    """How a field of an article is known."""
    note = sheet.catalogue.notes.of("sources", source)
    if note and note.get(name):
        return sheet.words("basis.editor")
    return sheet.words("basis.stated" if field.span else "basis.metadata")


def _passages(sheet: Sheet, record: SourceRecord, users: Users, shown: Excerpts) -> tuple[PassageView, ...]:
    """The passages in order of the text; those that the page has no room for without their words."""
    passages = sheet.catalogue.passages[record.id]
    text = passages.document.text
    views = []
    before = 0
    for whole in passages.whole:
        end = shown.ends.get((whole.start, whole.end), whole.start)
        if (whole.start, whole.end) != sheet.catalogue.openings.get(record.id):
            links = _linked(sheet, users[whole.anchor])
            words = text[whole.start : whole.end]
            view = PassageView(
                anchor=whole.anchor,
                pieces=_pieces(text, whole, end),
                used_by=links,
                used=_used(sheet, len(links), end > whole.start),
                skipped=before > 0 and bool(text[before : whole.start].strip()),
                original=at_words(record.url, words),
                archived=at_words(record.archive_url, words),
                cut=whole.start < end < whole.end,
                beyond=tuple(_beyond(whole, end)),
            )
            views.append(view)
        # A mark says already that words are left out; what stands between title and text is no part of it.
        before = 0 if end < whole.end or in_title(passages.document, (whole.start, whole.end)) else whole.end
    return tuple(views)


def _used(sheet: Sheet, pages: int, shown: bool) -> str:
    """How many pages rest on a passage, and that it is left out where it is."""
    if not pages:
        return ""
    return sheet.words.count("source.used" if shown else "source.left-used", pages)


def _users(sheet: Sheet, source: str) -> Users:
    """By whole passage, what rests on any part of it."""
    catalogue = sheet.catalogue
    passages = catalogue.passages[source]
    users: dict[str, list[Target]] = {}
    for place, anchor in passages.anchors.items():
        users.setdefault(anchor, []).extend(t for t in catalogue.uses.get((source, *place), ()) if t[1])
    return {
        whole.anchor: tuple(dict.fromkeys(target for anchor in _anchors(whole) for target in users.get(anchor, ())))
        for whole in passages.whole
    }


def _linked(sheet: Sheet, targets: Iterable[Target]) -> tuple[Link, ...]:
    """The pages among what rests on a passage."""
    return tuple(link for link in _distinct(sheet, targets) if link.href)


def _excerpts(sheet: Sheet, source: str, users: Users) -> Excerpts:
    """What the page has room for: first what the editor quotes, then what most rests on, the heavier events first."""
    catalogue = sheet.catalogue

    def weight(target: Target) -> float:
        kind, id_ = target
        return EDITORS if kind == "pages" else 1 + (catalogue.events[id_].weight if kind == "events" else 0)

    weights = {anchor: sum(map(weight, targets)) for anchor, targets in users.items()}
    passages = catalogue.passages[source]
    return excerpts(passages.document, passages.whole, weights, catalogue.settings)


def _told(sheet: Sheet, passages: tuple[PassageView, ...], shown: Excerpts) -> str:
    """How much of the article the page repeats, where it does not repeat everything that is cited."""
    words = sheet.words
    rest = (
        ("source.shortened", sum(passage.cut for passage in passages)),
        ("source.left-out", sum(not passage.pieces for passage in passages)),
    )
    if not any(number for _, number in rest):
        return ""
    percent = round(100 * shown.shown / shown.words)
    told = words("source.excerpts", shown=words.number(shown.shown), words=words.number(shown.words), percent=percent)
    return " ".join([told, *(words.count(key, number) for key, number in rest if number)])


def _rests(sheet: Sheet, record: SourceRecord) -> tuple[Rests, ...]:
    """The pages that rest on a source: events in order of time, actors by weight, the editor's own."""
    catalogue, source = sheet.catalogue, record.id
    places = catalogue.passages[source].anchors
    users = {target for place in places for target in catalogue.uses.get((source, *place), ())} & catalogue.rank.keys()
    groups: dict[str, list[Target]] = {"alone": [], "events": [], "actors": [], "pages": []}
    for target in sorted(users, key=lambda target: catalogue.rank[target]):
        groups["alone" if target[0] == "events" and _alone(sheet, target[1], record.voice) else target[0]].append(
            target
        )
    many = len(catalogue.voices) > 1
    labels = {"alone": "source.alone" if many else "source.events", "events": "source.shared"}
    return tuple(
        Rests(sheet.words(labels.get(kind, f"source.{kind}")), tuple(_distinct(sheet, targets)))
        for kind, targets in groups.items()
        if targets
    )


def _alone(sheet: Sheet, event: str, voice: str) -> bool:
    """Whether no other voice tells an event."""
    catalogue = sheet.catalogue
    return {catalogue.sources[citation.source].voice for citation in catalogue.events[event].citations} == {voice}


def _distinct(sheet: Sheet, targets: Iterable[Target]) -> list[Link]:
    """Links to things; of events that go by the same words the later ones are told apart by theirs."""
    links: list[Link] = []
    labels: set[str] = set()
    for target in targets:
        link = sheet.thing(target)
        if link.label in labels and target[0] == "events":
            word = by_word(sheet, sheet.catalogue.events[target[1]]).label
            link = Link(f"{link.label} ({word})", link.href)
        labels.add(link.label)
        links.append(link)
    return links


def _anchors(stretch: Stretch) -> Iterator[str]:
    yield stretch.anchor
    for inner in stretch.inside:
        yield from _anchors(inner)


def _beyond(stretch: Stretch, end: int) -> Iterator[str]:
    """The anchors of what begins where a stretch is no longer shown; its own always stands at its beginning."""
    for inner in stretch.inside:
        if inner.start >= end:
            yield inner.anchor
        yield from _beyond(inner, end)


def _pieces(text: str, stretch: Stretch, end: int) -> tuple[Piece, ...]:
    """A stretch up to where it is shown, cut at the borders of those inside it."""
    pieces = []
    at = stretch.start
    for inner in stretch.inside:
        if inner.start < end:
            pieces.append(Piece(text[at : inner.start]))
            pieces.append(Piece("", inner.anchor, _pieces(text, inner, end)))
            at = inner.end
    pieces.append(Piece(text[at : min(stretch.end, end)]))
    return tuple(piece for piece in pieces if piece.text or piece.pieces)


KIND = PageKind("source", "source.html", SourcePage, make)
