"""Links and anchors of a site, followed as a plain web server or a browser on ``file://`` would follow them."""

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from briefgen.model.regex import regex
from briefgen.model.text import Diagnostic, Position

LINKING = {("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src")}
LINKING |= {("use", "href"), ("image", "href"), ("form", "action"), ("video", "src"), ("audio", "src")}
ELSEWHERE = {"canonical", "alternate", "prev", "next"}
_CSS_URL = regex(r"""url\(\s*['"]?([^'")]{1,500})['"]?\s*\)""")


class Link(Struct, frozen=True):
    """A link and where it stands."""

    target: str
    line: int
    column: int


class PageFacts(Struct, frozen=True):
    """What a page links to and can be linked to by."""

    links: tuple[Link, ...]
    anchors: frozenset[str]
    doubled: tuple[str, ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.anchors: set[str] = set()
        self.doubled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        anchor = values.get("id")
        if anchor:
            if anchor in self.anchors:
                self.doubled.append(anchor)
            self.anchors.add(anchor)
        line, column = self.getpos()
        for name, value in values.items():
            if (tag, name) in LINKING and not (tag == "link" and ELSEWHERE & set(values.get("rel", "").split())):
                self.links.append(Link(value.strip(), line, column + 1))


def page_facts(html: str) -> PageFacts:
    """The links and anchors of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return PageFacts(tuple(reader.links), frozenset(reader.anchors), tuple(reader.doubled))


def check_links(site: Path, base_path: str = "/") -> tuple[Diagnostic, ...]:
    """Every link inside the site that leads nowhere, and every id that a page gives twice.

    ``base_path`` is the path of the site's address: a link such as ``/repo/actors/`` counts from there.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {
        name: page_facts((site / name).read_text(encoding="utf-8", errors="replace"))
        for name in sorted(files)
        if name.endswith(".html")
    }
    problems = []
    for name, facts in pages.items():
        for anchor in facts.doubled:
            problems.append(_problem("double-id", name, f"gives the id {anchor!r} twice"))
        for link in facts.links:
            reason = _broken(link.target, name, files, pages, base_path)
            if reason:
                problems.append(_problem("broken-link", name, f"links to {link.target!r}, {reason}", link))
    return (*problems, *_styles(site, files))


def _styles(site: Path, files: set[str]) -> Iterator[Diagnostic]:
    for name in sorted(files):
        if name.endswith(".css"):
            for target in _CSS_URL.findall((site / name).read_text(encoding="utf-8", errors="replace")):
                reason = "" if target.startswith("#") else _broken(target, name, files, {}, "/")
                if reason:
                    yield _problem("broken-link", name, f"links to {target!r}, {reason}")


def _broken(target: str, page: str, files: Iterable[str], pages: dict[str, PageFacts], base_path: str) -> str:
    """Why a link leads nowhere; empty when it leads somewhere, or out of the site."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return "which is no address"
    if parts.scheme or parts.netloc:
        return ""
    found = _file(_address(unquote(parts.path), page, base_path))
    fragment = unquote(parts.fragment)
    if found == ".." or found.startswith("../"):
        return "which is outside the site"
    if found not in files:
        return "which is not there"
    if fragment and found in pages and fragment not in pages[found].anchors:
        return f"but {found} has no such anchor"
    return ""


def _address(path: str, page: str, base_path: str) -> str:
    """The path from the site's root of a link on a page."""
    if path.startswith("/"):
        return path.removeprefix(base_path) if path.startswith(base_path) else f"..{path}"
    return join(dirname(page), path) if path else page


def _file(path: str) -> str:
    """The file that answers an address: a folder is answered by its ``index.html``."""
    folder = not path or path.endswith(("/", "/.", "/..")) or path in (".", "..")
    clean = normpath(path or ".")
    if not folder:
        return clean
    return "index.html" if clean == "." else f"{clean}/index.html"


def _problem(code: str, page: str, message: str, link: Link | None = None) -> Diagnostic:
    position = Position(page, link.line, link.column) if link else Position(page)
    return Diagnostic("error", code, message, position)
