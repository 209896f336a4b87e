"""A page and a theme in, a file out."""

from functools import cache, partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from briefgen.model.site import Artifact, Page, Theme
from briefgen.model.stage import Stage, fingerprint
from briefgen.render.cleanup import scrub
from briefgen.sockets import PageKind

if TYPE_CHECKING:
    from briefgen.render.environment import Templates


def renderer(theme: Theme, kinds: tuple[PageKind, ...] = ()) -> Stage[Page, Artifact]:
    """The stage that draws pages with a theme.

    The first page that is drawn has the templates checked against the views (of ``kinds``, else of the pages as they
    come); ``BriefgenError`` says what a template asks for that no view has.
    """
    return Stage(
        "render", fingerprint("briefgen.render", also=(digest(theme),)), Artifact, partial(render, theme, kinds)
    )


def render(theme: Theme, kinds: tuple[PageKind, ...], page: Page) -> Artifact:
    """Draw a page; an asset is the theme's file itself."""
    if page.view is None:
        return Artifact(page.route.path, _asset(theme, page.template))
    templates = _templates(theme, kinds)
    templates.check(page.template, type(page.view))
    return Artifact(page.route.path, scrub(templates.draw(page)))


def digest(theme: Theme) -> str:
    """A digest of everything in a theme."""
    state = blake2b(digest_size=16)
    for file in (*theme.templates, *theme.static):
        state.update(f"{file.name}\0{file.path}\0{len(file.data)}\0".encode("utf-8", "replace") + file.data)
    return state.hexdigest()


def _asset(theme: Theme, name: str) -> bytes:
    style = theme.style()
    return next((file.data for file in (style, *theme.static) if file.name == name), b"")


@cache
def _templates(theme: Theme, kinds: tuple[PageKind, ...]) -> "Templates":
    from briefgen.render.environment import Templates

    templates = Templates(theme)
    for kind in kinds:
        if kind.template:
            templates.check(kind.template, kind.view)
    return templates
