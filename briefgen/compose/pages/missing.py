"""The page for addresses that do not exist.  It may be shown at any depth, so its links start at the server's root."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import Head
from briefgen.compose.sheet import Sheet, site_path
from briefgen.model.site import Page, Route
from briefgen.sockets import PageKind


class MissingPage(Struct, frozen=True):
    """The page for addresses that do not exist."""

    head: Head
    title: str
    "What happened."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one page ``404.html``."""
    route = Route("404.html", "404.html")
    sheet = Sheet(catalogue, route, site_path(catalogue.settings.base_url))
    title = sheet.words("missing.title")
    yield Page(KIND.name, KIND.template, route, MissingPage(sheet.head(title), title))


KIND = PageKind("missing", "404.html", MissingPage, make)
