"""The page behind the search of the masthead: it says what to do where no script runs, and leads to the indexes."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import Head
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.site import Page
from briefgen.sockets import PageKind


class SearchPage(Struct, frozen=True):
    """The page of the search; the indexes that it leads to are those of the main menu."""

    head: Head
    title: str
    "The page's title."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one page of the search."""
    route = folder("search")
    sheet = Sheet(catalogue, route)
    title = sheet.words("search.open")
    yield Page(KIND.name, KIND.template, route, SearchPage(sheet.head(title, section="search"), title))


KIND = PageKind("search", "search.html", SearchPage, make)
