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

# What lies in data/ beside the pages: by the word for a group, the words for its files.
DATA = (
    ("about.data-whole", (("about.data-json", "briefing.json"), ("about.data-schema", "schema.json"))),
    (
        "about.data-tables",
        (
            ("nav.actors", "actors.csv"),
            ("nav.events", "events.csv"),
            ("actor.said", "statements.csv"),
            ("nav.relations", "relations.csv"),
            ("nav.sources", "sources.csv"),
        ),
    ),
)
# The formats of reference managers go by their own names.
CITED = (("BibTeX", "sources.bib"), ("RIS", "sources.ris"), ("CSL-JSON", "sources.csl.json"))


class DataFiles(Struct, frozen=True):
    """Files of data that belong together."""

    label: str
    'What they are: "Tables (CSV)".'
    files: tuple[Link, ...]
    "The files."


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
    'How many citations are verbatim: "312 of 312 citations verified word for word against the articles".'
    counts: tuple[str, ...]
    'What it holds: "14 actors".'
    lists: tuple[Link, ...]
    "Lists that the main menu has no room for."
    data: tuple[DataFiles, ...]
    "The data behind the pages, by what it is for."


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
        data=_data(sheet),
    )
    yield Page(KIND.name, KIND.template, route, view)


def _data(sheet: Sheet) -> tuple[DataFiles, ...]:
    """The files of the data by what they are for."""
    words = sheet.words
    groups = [(words(label), [(words(key), name) for key, name in files]) for label, files in DATA]
    groups.append((words("about.data-cite"), list(CITED)))
    return tuple(
        DataFiles(label, tuple(Link(text, f"{sheet.root}data/{name}") for text, name in files))
        for label, files in groups
    )


def _lists(sheet: Sheet) -> tuple[Link, ...]:
    differ = Link(sheet.words("home.differ"), sheet.href(folder("disagreements")))
    links = (differ if sheet.catalogue.data.disagreements else None, places_link(sheet), outlets_link(sheet))
    return tuple(link for link in links if link)


KIND = PageKind("about", "about.html", AboutPage, make)
