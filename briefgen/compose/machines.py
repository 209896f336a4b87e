"""The last hand on every page, of whatever kind: what its head tells machines, and its foot tells readers."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from briefgen.compose.base import source_base, verified
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import FeedLink, Head
from briefgen.compose.structured import Structured
from briefgen.compose.text import plain
from briefgen.model.dates import last_day
from briefgen.model.site import ATOM_FEED, JSON_FEED, Page


def for_machines(catalogue: Catalogue, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages with type, locale, feeds, structured data and build line; what has no head stays as it is."""
    structured = Structured(catalogue)
    base = source_base(catalogue)
    good, total = verified(catalogue)
    build_line = catalogue.words.count("page.verified", total, good=catalogue.words.number(good)) if total else ""
    names = _actors_with_feeds(catalogue)
    language, _, region = catalogue.settings.language.partition("-")
    locale = f"{language}_{region}" if len(region) == 2 else ""
    for page in pages:
        if not isinstance(page.view, Struct) or not hasattr(page.view, "head"):
            yield page
            continue
        head = structs.replace(
            page.view.head,
            type="website" if page.kind == "home" else "article",
            locale=locale,
            data_html=structured.html(page),
            feeds=_feeds(catalogue, page.view.head, names.get(page.route.url, "")),
            base=base,
            verified=build_line,
        )
        yield structs.replace(page, view=structs.replace(page.view, head=head))


def _actors_with_feeds(catalogue: Catalogue) -> dict[str, str]:
    """By page, the name of every actor who took part in an event."""
    actors = catalogue.data.actors
    return {actor.page: actor.name for actor in actors if actor.page and catalogue.events_of.get(actor.id)}


def _feeds(catalogue: Catalogue, head: Head, actor: str) -> tuple[FeedLink, ...]:
    """The links to the feeds; a briefing none of whose articles has a date has no feed."""
    if last_day(catalogue.data.as_of) is None:
        return ()
    site = plain(catalogue.settings.title)
    whole = tuple(FeedLink(site, file.type, head.root + file.name) for file in (ATOM_FEED, JSON_FEED))
    own = tuple(FeedLink(f"{site}: {plain(actor)}", file.type, file.name) for file in (ATOM_FEED, JSON_FEED))
    return (*own, *whole) if actor else whole
