"""The theme's static files: published under names that carry a digest of their bytes."""

from collections.abc import Iterator

from briefgen.compose.catalogue import Catalogue
from briefgen.model.site import Page, Route
from briefgen.sockets import PageKind


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The style sheet, and every static file that is not part of it; ``template`` is the file's name in the theme."""
    theme = catalogue.theme
    for file in (theme.style(), *(f for f in theme.static if not f.name.startswith(("css/", "inline/")))):
        yield Page(KIND.name, file.name, Route(file.address(), file.address()), None)


KIND = PageKind("asset", "", type(None), make)
