"""A large briefing stays usable: no page is heavy, and links lead from home to every page without script."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import join, normpath
from typing import Any

import msgspec
import pytest
from msgspec import Struct

from briefgen.compose.pages import KINDS
from briefgen.model.site import Briefing, Page
from briefgen.render import renderer
from tests.compose.corpora import brief, inputs
from tests.compose.large import ARTICLES, EACH, large

# Bytes of a page's HTML.
MOST = 300_000
# How many pages of a kind are drawn: those with the largest views.
DRAWN = 2


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return brief(corpus=large())


def hrefs(part: Any) -> Iterator[str]:
    """The addresses in a view."""
    if isinstance(part, Struct):
        for name in part.__struct_fields__:
            value = getattr(part, name)
            if name == "href" and value:
                yield value
            else:
                yield from hrefs(value)
    elif isinstance(part, tuple):
        for one in part:
            yield from hrefs(one)


def test_the_briefing_is_large(briefing: Briefing) -> None:
    data = briefing.data
    leader = next(actor for actor in data.actors if actor.name == "Ines Varga")
    assert len(data.sources) == ARTICLES and len(data.events) == EACH * ARTICLES + 1
    assert sum(any(one.id == leader.id for one in event.actors) for event in data.events) == EACH * ARTICLES


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_no_page_is_heavy(name: str, briefing: Briefing) -> None:
    pages = [page for page in briefing.pages if page.kind == name]
    pages.sort(key=lambda page: len(msgspec.json.encode(page.view)), reverse=True)
    draw = renderer(inputs().theme, KINDS).run
    sizes = {page.route.url: len(draw(page).data) for page in pages[:DRAWN]}
    assert {url: size for url, size in sizes.items() if size > MOST} == {}


def test_links_lead_from_home_to_every_page(briefing: Briefing) -> None:
    pages: dict[str, Page] = {page.route.path: page for page in briefing.pages if hasattr(page.view, "head")}
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        page = pages[ahead.pop()]
        for href in hrefs(page.view):
            path = normpath(join(page.route.url, href.partition("#")[0])) if not href.startswith("#") else ""
            if path in pages and path not in reached:
                reached.add(path)
                ahead.append(path)
    assert set(pages) - reached <= {"404.html", "search/index.html"}
