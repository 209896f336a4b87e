"""Structured data: what a page is, is about and rests on, as JSON-LD in the terms of schema.org.

It says no more than the page does.  There is no field for doubt, so what the page tells with a reservation is left out:
an event that is planned or denied, a date that is vague or worked out for an article, an author who may be one or many.
There is no ``ClaimReview``: a briefing gives no verdicts.
"""

from itertools import islice
from typing import Any

import msgspec

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import SourceNote
from briefgen.compose.text import plain
from briefgen.model.dates import plain_date
from briefgen.model.site import ActorRecord, EventRecord, Page, SourceRecord

Node = dict[str, Any]
Thing = SourceRecord | ActorRecord | EventRecord
CONTEXT = "https://schema.org"
PAGE_TYPES = {"home": "Report", "about": "AboutPage"}
ACTOR_TYPES = {"person": "Person", "organization": "Organization", "country": "Country"}
# How many of each a page names to machines; data/briefing.json has them all.
CITATIONS = 24
ABOUT = 12
NAMES = 8
# What would end the data block, or begin another (HTML, 4.12.1.3), as JSON escapes.
_ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


class Structured:
    """Makes the structured data of a briefing's pages."""

    def __init__(self, catalogue: Catalogue) -> None:
        data, self.settings = catalogue.data, catalogue.settings
        self.as_of = plain_date(data.as_of)
        self.actors = catalogue.actors
        things: tuple[Thing, ...] = (*data.sources, *data.actors, *data.events)
        self.of_page = {thing.page: thing for thing in things if thing.page}
        self.leading = [self._actor(actor) for actor in data.actors if actor.page][:ABOUT]

    def html(self, page: Page) -> str:
        """The page's structured data, safe to stand in a ``script`` element."""
        return msgspec.json.encode(self.node(page)).decode().translate(_ESCAPES)

    def node(self, page: Page) -> Node:
        """The page as a node of schema.org."""
        head = page.view.head
        return _filled(
            {
                "@context": CONTEXT,
                "@type": PAGE_TYPES.get(page.kind, "WebPage"),
                "name": plain(head.title),
                "description": plain(head.description),
                "inLanguage": head.language,
                "url": head.canonical,
                "dateModified": self.as_of,
                "isPartOf": {} if page.kind == "home" else self._briefing(),
                **self._subject(page),
                "citation": self._citations(page),
            }
        )

    def _briefing(self) -> Node:
        return _filled({"@type": "Report", "name": plain(self.settings.title), "url": self._address("")})

    def _subject(self, page: Page) -> Node:
        """What the page is about, and whom else it names."""
        thing = self.of_page.get(page.route.url)
        if page.kind == "home":
            return {"about": self.leading}
        if isinstance(thing, ActorRecord):
            return {"about": {**self._actor(thing), **_filled({"alternateName": _other_names(thing)})}}
        if isinstance(thing, EventRecord):
            actors = dict.fromkeys(participant.id for participant in thing.actors)
            told = {"about": _event(thing)} if thing.status == "actual" else {}
            return {**told, "mentions": [self._actor(self.actors[id_]) for id_ in actors]}
        return {}

    def _actor(self, actor: ActorRecord) -> Node:
        address = self._address(actor.page) if actor.page else ""
        return _filled({"@type": ACTOR_TYPES[actor.type], "name": plain(actor.name), "url": address})

    def _citations(self, page: Page) -> list[Node]:
        """The articles that the page rests on, in order of their first number."""
        thing = self.of_page.get(page.route.url)
        if isinstance(thing, SourceRecord):
            return [_article(thing)]
        notes: tuple[SourceNote, ...] = getattr(page.view, "notes", ())
        root = page.view.head.root
        cited = (self.of_page[note.source.href.removeprefix(root).removesuffix("index.html")] for note in notes)
        return [_article(source) for source in islice(cited, CITATIONS) if isinstance(source, SourceRecord)]

    def _address(self, path: str) -> str:
        """The full address of a page where the site's is known."""
        return f"{self.settings.base_url.rstrip('/')}/{path}" if self.settings.base_url else ""


def _other_names(actor: ActorRecord) -> list[str]:
    """The spellings of the sources, the most used first, without the name itself."""
    forms = sorted(actor.forms, key=lambda form: (-form.count, form.text))
    return [name for name in dict.fromkeys(plain(form.text) for form in forms) if name != plain(actor.name)][:NAMES]


def _event(event: EventRecord) -> Node:
    """An event with its day, month or year; an interval says that it fell into it, not that it lasted so long."""
    places = [{"@type": "Place", "name": plain(place)} for place in event.places]
    return _filled(
        {"@type": "Event", "name": plain(event.title), "startDate": plain_date(event.date), "location": places}
    )


def _article(source: SourceRecord) -> Node:
    publisher = plain(source.publisher or "")
    return _filled(
        {
            "@type": "NewsArticle",
            "headline": plain(source.title or ""),
            "publisher": {"@type": "Organization", "name": publisher} if publisher else {},
            "datePublished": "" if source.date_basis == "inferred" else plain_date(source.date),
            "url": source.url,
            "archivedAt": source.archive_url,
            "inLanguage": source.language,
        }
    )


def _filled(described: Node) -> Node:
    """Without what is not known; a list of one is that one."""
    single = {k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in described.items()}
    return {key: value for key, value in single.items() if value}
