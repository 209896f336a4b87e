"""The last hand on every page: what its head tells machines, of whatever kind the page is."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.structured import Structured
from briefgen.model.site import Page


def for_machines(catalogue: Catalogue, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages with type, locale and structured data in their heads; what has no head stays as it is."""
    structured = Structured(catalogue)
    language, _, region = catalogue.settings.language.partition("-")
    locale = f"{language}_{region}" if len(region) == 2 else ""
    for page in pages:
        if not isinstance(page.view, Struct) or not hasattr(page.view, "head"):
            yield page
            continue
        kind = "website" if page.kind == "home" else "article"
        head = structs.replace(page.view.head, type=kind, locale=locale, data_html=structured.html(page))
        yield structs.replace(page, view=structs.replace(page.view, head=head))
