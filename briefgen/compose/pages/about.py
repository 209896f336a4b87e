"""The about page: how the briefing was made, what it rests on, and whether its citations hold."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.base import source_base, verified
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.pages.outlets import outlets_link
from briefgen.compose.pages.places import places_link
from briefgen.compose.parts import Head, Link
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Page
from briefgen.sockets import PageKind

# What lies in data/ beside the pages, by what it is.
FILES = ("briefing.json", "schema.json", "actors.csv", "events.csv", "statements.csv", "relations.csv", "sources.csv",
         "sources.csl.json", "sources.bib", "sources.ris")  # fmt: skip


class AboutPage(Struct, frozen=True):
    """How the briefing was made."""

    head: Head
    title: str
    "The page's title."
    note_html: str
    "The editor's text (content/pages/about.md)."
    base: str
    "What the briefing rests on, in a sentence."
    verified: str
    'Whether every citation is verbatim: "312 of 312 citations verified".'
    counts: tuple[str, ...]
    'What it holds: "14 actors".'
    lists: tuple[Link, ...]
    "Lists that the main menu has no room for."
    files: tuple[Link, ...]
    "The data behind the pages."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one about page."""
    route = folder("about")
    sheet = Sheet(catalogue, route)
    words, data = sheet.words, catalogue.data
    good, total = verified(catalogue)
    title = words("nav.about")
    view = AboutPage(
        head=sheet.head(title, source_base(catalogue), "about"),
        title=title,
        note_html=sheet.authored("pages", "about"),
        base=source_base(catalogue),
        verified=words.count("about.verified", total, good=words.number(good)),
        counts=tuple(
            words.count(f"count.{name}", len(items))
            for name, items in (
                ("articles", data.sources),
                ("actors", [actor for actor in data.actors if actor.page]),
                ("events", data.events),
                ("statements", data.statements),
                ("relations", data.relations),
                ("disagreements", data.disagreements),
            )
            if items
        ),
        lists=_lists(sheet),
        files=tuple(Link(name, f"{sheet.root}data/{name}") for name in FILES),
    )
    yield Page(KIND.name, KIND.template, route, view)


def _lists(sheet: Sheet) -> tuple[Link, ...]:
    differ = Link(sheet.words("home.differ"), sheet.href(folder("disagreements")))
    links = (differ if sheet.catalogue.data.disagreements else None, places_link(sheet), outlets_link(sheet))
    return tuple(link for link in links if link)


KIND = PageKind("about", "about.html", AboutPage, make)
