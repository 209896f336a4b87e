"""One page while it is being filled: makes links relative to it, and numbers its citations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from urllib.parse import urlsplit

from briefgen.compose.authored import Target, draw
from briefgen.compose.catalogue import Catalogue, Cited
from briefgen.compose.excerpts import CUT, cut
from briefgen.compose.parts import CitationView, CitedPassage, DateView, Head, Link, NavItem, QuoteView, SourceNote
from briefgen.compose.routes import folder, root
from briefgen.compose.text import in_marks, joined, keep_first, keep_last, plain, shorten, squash, web_address
from briefgen.model.dates import bounds, precision, qualifier
from briefgen.model.knowledge import Citation
from briefgen.model.regex import regex
from briefgen.model.site import Note, Route, SourceRecord
from briefgen.model.text import Span

# The main menu: the key of the word, and the page.
MENU = ("timeline", "actors", "events", "relations", "sources", "about")
_ID = regex(r"(?<![\w./-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w/-])")
DESCRIPTION_LENGTH = 200
TITLE_LENGTH = 80
OUTLET_LENGTH = 44
OPENING_LENGTH = 72
# How many characters of a passage, and of the sentence on either side of it, the notes repeat.
PASSAGE_LENGTH = 400
CONTEXT_LENGTH = 160


class Sheet:
    """The makers of a page's parts.  Citations are numbered in the order in which they are asked for."""

    def __init__(self, catalogue: Catalogue, route: Route, root_: str | None = None) -> None:
        self.catalogue = catalogue
        self.words = catalogue.words
        self.route = route
        self.root = root(route) if root_ is None else root_
        self._outlets: dict[str, Link] = {}
        self._numbers: dict[tuple[str, str], CitationView] = {}
        self._cited: dict[int, Cited] = {}
        self._told: set[int] = set()

    # Links

    def href(self, route: Route, anchor: str = "") -> str:
        """The address of a page from here."""
        return f"{self.root}{route.path}{f'#{anchor}' if anchor else ''}"

    def actor(self, id_: str) -> Link:
        """An actor's name, leading to its page where it has one."""
        record = self.catalogue.actors[id_]
        return Link(record.name, self.href(folder("actors", id_)) if record.page else "")

    def event(self, id_: str) -> Link:
        """An event's title."""
        return Link(self.catalogue.events[id_].title, self.href(folder("events", id_)))

    def short_event(self, id_: str) -> Link:
        """The same, shortened, for lists of mere references."""
        link = self.event(id_)
        return Link(shorten(link.label, TITLE_LENGTH), link.href)

    def source(self, id_: str) -> Link:
        """An article's title."""
        return Link(self.title(self.catalogue.sources[id_]), self.href(folder("sources", id_)))

    def outlet(self, id_: str) -> Link:
        """The outlet of an article, leading to the article's page."""
        if id_ not in self._outlets:
            self._outlets[id_] = Link(self.outlet_name(id_), self.href(folder("sources", id_)))
        return self._outlets[id_]

    def outlets(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """The outlets of articles, each once, leading to the first article of each."""
        links: dict[str, Link] = {}
        for id_ in ids:
            link = self.outlet(id_)
            links.setdefault(link.label, link)
        return tuple(links.values())

    def outlet_name(self, id_: str) -> str:
        """What the outlet of an article is called; the article's title, as a title, where none is known."""
        known = self.catalogue.outlet_names
        if id_ not in known:
            record = self.catalogue.sources[id_]
            words = plain(record.title or "") or self.catalogue.first_words.get(id_, "")
            known[id_] = plain(record.publisher or "") or in_marks(words, OUTLET_LENGTH) or self.title(record)
        return known[id_]

    def title(self, record: SourceRecord) -> str:
        """An article's title; words that it begins with where it has none, or the name of its file."""
        opening = in_marks(self.catalogue.first_words.get(record.id, ""), OPENING_LENGTH)
        return plain(record.title or "") or opening or plain(record.file.rsplit("/", 1)[-1])

    def target(self, target: Target) -> tuple[str, str]:
        """Address and label of a thing that a note links to or a passage is used by."""
        link = self.thing(target)
        return link.href, link.label

    def thing(self, target: Target) -> Link:
        """An actor, event, source or note page."""
        kind, id_ = target
        if kind == "pages":
            note = self.catalogue.notes.page(id_)
            route = folder() if id_ == "index" else folder(id_)
            label = self.note_title(note) if note and id_ != "index" else self.catalogue.settings.title
            return Link(label, self.href(route))
        return {"actors": self.actor, "events": self.short_event, "sources": self.source}[kind](id_)

    def note_title(self, note: Note) -> str:
        """The title of a page that the editor wrote; its file's name where it has none."""
        return plain(note.get("title") or note.id.replace("-", " ").capitalize())

    def more(self, left: int) -> str:
        """How many more there are than a list names: "and 3 more"; nothing where all are named."""
        return self.words.count("count.more", left) if left > 0 else ""

    # Citations

    def cite(self, cited: Cited) -> CitationView:
        """The numbered pointer to a passage."""
        anchor = self.catalogue.anchor(cited)
        known = self._numbers.get((cited.source, anchor))
        if known:
            return known
        record = self.catalogue.sources[cited.source]
        view = CitationView(
            len(self._numbers) + 1, self.href(folder("sources", cited.source), anchor), self.tip(record)
        )
        self._numbers[cited.source, anchor] = view
        self._cited[view.number] = cited
        return view

    def tip(self, record: SourceRecord) -> str:
        """Outlet and date in a line."""
        if record.id not in self.catalogue.tips:
            self.catalogue.tips[record.id] = self._tip(record)
        return self.catalogue.tips[record.id]

    def _tip(self, record: SourceRecord) -> str:
        name = self.words.isolated(self.outlet_name(record.id))
        return self.words.listed([name, self.words.date(record.date)] if record.date else [name])

    def words_of(self, cited: Cited) -> str:
        """The verbatim words of a citation, white space joined."""
        return squash(self.catalogue.documents[cited.source].text[cited.start : cited.end])

    def quoted(self, cited: Cited) -> str:
        """The words of a citation, as many as the editor lets a passage have."""
        document = self.catalogue.documents[cited.source]
        end = cut(document, (cited.start, cited.end), self.catalogue.settings.excerpt_words)
        return self.words_of(Citation(cited.source, cited.start, end)) + (CUT if end < cited.end else "")

    def quote(self, cited: Cited, words: Cited | None = None) -> QuoteView:
        """A citation with its words, or with those around it."""
        record = self.catalogue.sources[cited.source]
        shown = words or cited
        text = self.quoted(shown)
        if shown.start <= cited.start and cited.end <= shown.end and not text.endswith(CUT):
            self.told(cited)
        return QuoteView(text, self.cite(cited), self.outlet(cited.source), self.source_date(record))

    def told(self, cited: Cited) -> None:
        """Take note that the page quotes a cited passage; what is cut short it does not tell."""
        if not self.quoted(cited).endswith(CUT):
            self._told.add(self.cite(cited).number)

    def sentence(self, cited: Cited, value: str) -> Citation:
        """The sentence that holds a citation; of several the first that has the value."""
        source, start, end = self.sentences(cited)
        document = self.catalogue.documents[source]
        held = [s for s in document.sentences if start <= s.start and s.end <= end]
        best = next((s for s in held if value in document.exact(s)), held[0] if held else Span(start, end))
        return Citation(source, best.start, best.end)

    def sentences(self, cited: Cited) -> tuple[str, int, int]:
        """The source and extent of the sentences that hold a citation; its own extent outside sentences."""
        sentences = self.catalogue.documents[cited.source].sentences
        starts = self.catalogue.sentence_starts[cited.source]
        first, last = bisect_right(starts, cited.start) - 1, bisect_left(starts, cited.end) - 1
        if first < 0 or sentences[first].end <= cited.start or sentences[last].end < cited.end:
            return cited.source, cited.start, cited.end
        return cited.source, sentences[first].start, sentences[last].end

    def cited_sources(self) -> set[str]:
        """The ids of the articles cited so far."""
        return {source for source, _ in self._numbers}

    def notes(self) -> tuple[SourceNote, ...]:
        """The sources cited so far, in order of their first number."""
        grouped: dict[str, list[CitedPassage]] = {}
        for (source, _), view in self._numbers.items():
            grouped.setdefault(source, []).append(self._passage(view))
        return tuple(self._note(self.catalogue.sources[id_], tuple(passages)) for id_, passages in grouped.items())

    def _note(self, record: SourceRecord, passages: tuple[CitedPassage, ...]) -> SourceNote:
        outlet, date = plain(record.publisher or ""), self.source_date(record)
        told = self.words.listed(str(passage.number) for passage in passages if passage.told)
        return SourceNote(self.source(record.id), outlet, date, passages, web_address(record.url), told)

    def _passage(self, view: CitationView) -> CitedPassage:
        """A citation with its words and what stands around them in their sentence."""
        cited = self._cited[view.number]
        _, start, end = self.sentences(cited)
        text = self.catalogue.documents[cited.source].text
        return CitedPassage(
            view.number,
            view.href,
            view.tip,
            keep_first(self.quoted(cited), PASSAGE_LENGTH),
            keep_last(joined(text[start : cited.start]).lstrip(), CONTEXT_LENGTH),
            keep_first(joined(text[cited.end : end]).rstrip(), CONTEXT_LENGTH),
            view.number in self._told,
        )

    # Words

    def date(self, edtf: str | None, basis: str, reason: str, unknown: str) -> DateView:
        """A date in words, with how it is known."""
        known = self.catalogue.date_views
        key = edtf, basis, reason, unknown
        if key not in known:
            known[key] = self._date(*key)
        return known[key]

    def _date(self, edtf: str | None, basis: str, reason: str, unknown: str) -> DateView:
        if edtf is None:
            return DateView(self.words(unknown))
        word = f"basis.{basis}"
        how = self.words(word) if word in self.words else ""
        # Where the editor wrote it is no reader's concern.
        reason = "" if basis == "editor" else self.words.isolated(self.named(reason))
        return DateView(self.words.date(edtf), _iso(edtf), ": ".join(part for part in (how, reason) if part))

    def named(self, text: str) -> str:
        """A text of the program with outlets in the place of sources' ids."""

        def name(found: re.Match[str]) -> str:
            return self.outlet(found[0]).label if found[0] in self.catalogue.sources else found[0]

        return _ID.sub(name, text)

    def source_date(self, record: SourceRecord) -> DateView:
        """When an article appeared."""
        return self.date(record.date, record.date_basis, record.date_reason, "date.undated")

    def authored(self, kind: str, id_: str) -> str:
        """The editor's text about a thing, as HTML, its headings below the page's own."""
        return draw(self.catalogue.authored.get((kind, id_)), self)

    def head(self, title: str, description: str = "", section: str = "", trail: tuple[Link, ...] = ()) -> Head:
        """The page's head; ``section`` is the menu entry that it belongs to."""
        settings = self.catalogue.settings
        return Head(
            title=title,
            site=settings.title,
            description=shorten(plain(description), DESCRIPTION_LENGTH),
            language=settings.language,
            root=self.root,
            style=self.root + self.catalogue.style,
            canonical=f"{settings.base_url.rstrip('/')}/{self.route.url}" if settings.base_url else "",
            home=Link(settings.title, self.href(folder())),
            nav=tuple(self._entry(name, section) for name in MENU if self._made(name)),
            pages=tuple(self.thing(("pages", note.id)) for note in self.catalogue.notes.own_pages),
            trail=trail,
        )

    def _made(self, name: str) -> bool:
        """Whether an entry of the main menu has a page."""
        return name != "relations" or bool(self.catalogue.data.relations)

    def _entry(self, name: str, section: str) -> NavItem:
        """An entry of the main menu."""
        return NavItem(self.words(f"nav.{name}"), self.href(folder(name)), name == section)

    def index(self, name: str) -> tuple[Link, ...]:
        """The trail of a page below one of the indexes."""
        return (Link(self.words(f"nav.{name}"), self.href(folder(name))),)


def _iso(edtf: str) -> str:
    """The date as HTML's ``datetime`` takes it: a day, month or year without doubt."""
    if precision(edtf) not in ("day", "month", "year") or qualifier(edtf):
        return ""
    return "" if bounds(edtf)[0].year < 1000 else edtf


def site_path(base_url: str) -> str:
    """The path below which the site lies on its server, with slashes at both ends."""
    path = urlsplit(base_url).path if base_url else "/"
    return f"{path.rstrip('/')}/"
