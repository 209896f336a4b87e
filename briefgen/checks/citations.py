"""Every citation of ``data/briefing.json`` against the article it points to."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic, Position, SourceFile
from briefgen.read.files import Found, load
from briefgen.sockets import Format

DATA = "data/briefing.json"


def check_citations(site: Path, root: Path, formats: tuple[Format, ...]) -> tuple[int, tuple[Diagnostic, ...]]:
    """How many citations there are, and those that are not the article's words at their place."""
    try:
        data, files = published(site)
    except BriefgenError as problem:
        return 0, problem.diagnostics
    texts, missing = article_texts(files, root, formats)
    cited = list(citations(data))
    wrong = (problem for citation in cited for problem in _wrong(citation, files, texts))
    return len(cited), (*missing, *wrong)


def published(site: Path) -> tuple[Any, dict[str, tuple[str, str]]]:
    """The published data, and by source the article's file and its digest."""
    try:
        data = msgspec.json.decode((site / DATA).read_bytes())
        sources = {source["id"]: source for source in data["sources"]}
        return data, {key: (str(source["file"]), str(source["sha256"])) for key, source in sources.items()}
    except (OSError, msgspec.DecodeError, KeyError, TypeError, UnicodeDecodeError) as problem:
        raise BriefgenError(_problem("no-data", f"cannot be read: {problem}", DATA)) from problem


def article_texts(
    files: dict[str, tuple[str, str]], root: Path, formats: tuple[Format, ...]
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The articles' texts by source, and what is wrong with those that are not as they were."""
    problems: list[Diagnostic] = []
    texts: dict[str, str] = {}
    for key, (file, digest) in files.items():
        try:
            texts[key] = _text(key, file, digest, root, formats)
        except BriefgenError as problem:
            problems += problem.diagnostics
    return texts, tuple(problems)


def citations(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that has the shape of a citation, wherever it stands."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if {"source", "start", "end", "exact"} <= item.keys():
                yield item
            waiting += item.values()
        elif isinstance(item, list):
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


def _wrong(citation: dict[str, Any], files: dict[str, tuple[str, str]], texts: dict[str, str]) -> Iterator[Diagnostic]:
    source, start, end, exact = (citation[name] for name in ("source", "start", "end", "exact"))
    if source not in files:
        yield _problem("bad-citation", f"cites {source!r}, which is no source", DATA)
    elif source in texts and texts[source][start:end] != exact:
        text = texts[source]
        line = text.count("\n", 0, max(0, start)) + 1
        column = start - (text.rfind("\n", 0, max(0, start)) + 1) + 1
        message = f"does not say {exact[:80]!r} at {start}-{end}, as {DATA} has it"
        yield Diagnostic("error", "bad-citation", message, Position(files[source][0], line, column))


def _problem(code: str, message: str, path: str) -> Diagnostic:
    return Diagnostic("error", code, message, Position(path), hint="run 'briefgen build'")
