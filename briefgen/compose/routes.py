"""Where pages lie.  Every address is a folder with an ``index.html``, so that it works on a server and from a file."""

from functools import lru_cache

from briefgen.model.names import file_name
from briefgen.model.site import Page, Route
from briefgen.model.text import Diagnostic


@lru_cache(maxsize=1 << 17)
def folder(*parts: str) -> Route:
    """The route of a page in a folder: ``folder("actors", "x")`` is ``actors/x/``; no parts give the home page."""
    url = "".join(f"{file_name(part)}/" for part in parts)
    return Route(url, f"{url}index.html")


def root(route: Route) -> str:
    """The way from a page up to the site's root: ``../../`` for a page two folders deep."""
    return "../" * route.path.count("/")


def collisions(pages: tuple[Page, ...]) -> tuple[Diagnostic, ...]:
    """An error for every two pages that would be written to one file; capitals do not tell files apart."""
    owners: dict[str, Page] = {}
    problems = []
    for page in pages:
        other = owners.setdefault(page.route.path.casefold(), page)
        if other is not page:
            what = f'a page "{other.kind}" and a page "{page.kind}" both want to be {page.route.path}'
            hint = "rename one: the file in content/pages or the id of the thing"
            problems.append(Diagnostic("error", "same-page", what, hint=hint))
    return tuple(problems)
