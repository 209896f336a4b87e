"""HTML pages: main text by trafilatura, and what the page's own metadata says.

Only explicit metadata dates are trusted: guessing a date from a page's text made an article of 2020 one of 2019.
trafilatura (the extra ``html``) is imported when the first page is read.
"""

import re
from typing import Any

from briefgen.errors import BriefgenError
from briefgen.formats.text import decode
from briefgen.model.regex import regex
from briefgen.model.text import Diagnostic, Position, RawText, SourceFile
from briefgen.sockets import Format

MAX_BYTES = 4_000_000
MAX_OPEN_TAGS = 200_000
MAX_DEPTH = 400

_META = (
    ("title", ("og:title", "twitter:title", "dc.title")),
    ("publisher", ("og:site_name", "application-name", "dc.publisher")),
    ("author", ("author", "article:author", "dc.creator", "parsely-author")),
    ("date", ("article:published_time", "datepublished", "dc.date", "date", "pubdate", "parsely-pub-date")),
    ("url", ("og:url",)),
)
_DAY = regex(r"\d{4}-\d\d-\d\d")


def parse(source: SourceFile) -> RawText:
    """Plain text and metadata of a page.  Raises ``BriefgenError`` when it holds none or the extra is missing."""
    tree = _tree(source, decode(source))
    import trafilatura

    metadata = _metadata(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=False, favor_recall=True, fast=True)
    if not text or not text.strip():
        raise _warning(source, "empty-article", "no article text was found in the page; it is left out", "")
    return RawText(text.replace("\r\n", "\n").replace("\r", "\n"), 0, metadata)


def _tree(source: SourceFile, markup: str) -> Any:
    try:
        import trafilatura
    except ImportError:
        raise BriefgenError(
            Diagnostic(
                "error",
                "missing-extra",
                "reading HTML needs the extra 'html', which is not installed",
                Position(source.path),
                hint="pip install 'briefgen[html]', or save the article as .txt",
            )
        ) from None
    if len(source.data) > MAX_BYTES:
        raise _warning(source, "too-large", f"is larger than {MAX_BYTES // 1_000_000} MB; it is left out", "")
    if markup.count("<") > MAX_OPEN_TAGS or _depth(markup) > MAX_DEPTH:
        raise _warning(source, "too-deep", f"is nested more than {MAX_DEPTH} tags deep; it is left out", "")
    try:
        tree = trafilatura.load_html(markup)
    except (ValueError, RecursionError):
        tree = None
    if tree is None:
        raise _warning(source, "not-html", "cannot be read as HTML; it is left out", "save the article's text as .txt")
    return tree


def _depth(markup: str) -> int:
    """An upper bound of the element depth that stays linear: opened minus closed ``div``-like tags."""
    depth = deepest = 0
    for match in re.finditer(
        r"<(/?)(?:div|span|b|i|em|strong|font|table|ul|ol|blockquote|section|a|q|sup|sub)\b", markup, re.I
    ):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _metadata(tree: Any) -> tuple[tuple[str, str], ...]:
    given: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            given.setdefault(name, content)
    found: list[tuple[str, str]] = []
    for key, names in _META:
        value = next((given[name] for name in names if name in given), "")
        if key == "date":
            day = _DAY.match(value)
            value = day[0] if day else ""
        if value:
            found.append((key, value))
    heading = next((" ".join(node.text_content().split()) for node in tree.iter("title", "h1")), "")
    if heading and not any(key == "title" for key, _ in found):
        found.append(("title", heading))
    canonical = next((link.get("href") for link in tree.iter("link") if (link.get("rel") or "") == "canonical"), None)
    if canonical and not any(key == "url" for key, _ in found):
        found.append(("url", canonical))
    language = tree.get("lang") or ""
    if language:
        found.append(("language", language))
    return tuple(found)


def _warning(source: SourceFile, code: str, message: str, hint: str) -> BriefgenError:
    return BriefgenError(Diagnostic("warning", code, message, Position(source.path), hint))


FORMAT = Format("html", (".html", ".htm"), parse)
