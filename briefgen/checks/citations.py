"""Every citation of ``data/briefing.json`` against the article it points to."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import msgspec

from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic, Position, SourceFile
from briefgen.read.files import Found, load
from briefgen.sockets import Format

DATA = "data/briefing.json"


class Published(NamedTuple):
    """What a site publishes: its citations, by source the article's file and its text as it is now.

    ``problems`` tell why there is no data, or of which articles there is no text.
    """

    citations: tuple[dict[str, Any], ...]
    files: dict[str, str]
    texts: dict[str, str]
    problems: tuple[Diagnostic, ...]


def read_published(site: Path, root: Path, formats: tuple[Format, ...]) -> Published:
    """The citations of a site, and the articles that they are of."""
    try:
        data = msgspec.json.decode((site / DATA).read_bytes())
        sources = [(source["id"], str(source["file"]), str(source["sha256"])) for source in data["sources"]]
    except (OSError, msgspec.DecodeError, KeyError, TypeError, UnicodeDecodeError) as problem:
        return Published((), {}, {}, (_problem("no-data", f"cannot be read: {problem}", DATA),))
    problems: list[Diagnostic] = []
    texts: dict[str, str] = {}
    for key, file, digest in sources:
        try:
            texts[key] = _text(key, file, digest, root, formats)
        except BriefgenError as problem:
            problems += problem.diagnostics
    return Published(tuple(citations(data)), {key: file for key, file, _ in sources}, texts, tuple(problems))


def check_citations(published: Published) -> Iterator[Diagnostic]:
    """What could not be read, and the citations that are not the article's words at their place."""
    yield from published.problems
    for citation in published.citations:
        yield from _wrong(citation, published)


def verified(published: Published) -> int:
    """How many citations are their article's words at their place; the pages' foot has the same number."""
    return sum(_holds(citation, published) for citation in published.citations)


def citations(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that has the shape of a citation, wherever it stands."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if {"source", "start", "end", "exact"} <= item.keys():
                yield item
            waiting += item.values()
        elif isinstance(item, list | tuple):
            waiting += item


def _text(key: str, file: str, digest: str, root: Path, formats: tuple[Format, ...]) -> str:
    data = load(Found(root / file, file))
    if not isinstance(data, bytes):
        raise BriefgenError(data or _problem("no-article", "is cited and is not there", file))
    if sha256(data).hexdigest() != digest:
        raise BriefgenError(_problem("article-changed", "has changed since the site was built", file))
    suffix = PurePosixPath(file).suffix.lower()
    for form in formats:
        if suffix in form.suffixes:
            return form.parse(SourceFile(key, file, data)).text
    raise BriefgenError(_problem("unknown-format", "is of no format that is installed", file))


def _holds(citation: dict[str, Any], published: Published) -> bool:
    text, exact = published.texts.get(citation["source"], ""), citation["exact"]
    return bool(exact) and text[citation["start"] : citation["end"]] == exact


def _wrong(citation: dict[str, Any], published: Published) -> Iterator[Diagnostic]:
    files, texts = published.files, published.texts
    source, start, end, exact = (citation[name] for name in ("source", "start", "end", "exact"))
    if source not in files:
        yield _problem("bad-citation", f"cites {source!r}, which is no source", DATA)
    elif source in texts and not _holds(citation, published):
        text = texts[source]
        line = text.count("\n", 0, max(0, start)) + 1
        column = start - (text.rfind("\n", 0, max(0, start)) + 1) + 1
        message = f"does not say {exact[:80]!r} at {start}-{end}, as {DATA} has it"
        yield Diagnostic("error", "bad-citation", message, Position(files[source], line, column))


def _problem(code: str, message: str, path: str) -> Diagnostic:
    return Diagnostic("error", code, message, Position(path), hint="run 'briefgen build'")
