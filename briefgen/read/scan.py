"""Articles on disk: every file below ``seeds/`` whose suffix a format reads."""

import hashlib
from collections.abc import Collection
from pathlib import PurePosixPath

from briefgen.config import Project
from briefgen.model.names import slug
from briefgen.model.text import Diagnostic, Position, SourceFile
from briefgen.read.files import Found, load, walk

SUFFIXES = (".txt", ".md", ".html", ".htm")


def scan(
    project: Project, suffixes: Collection[str] = SUFFIXES
) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    """The articles of a project, ordered by path, and a warning for everything in ``seeds/`` that is not one."""
    slips: list[Diagnostic] = []
    read: list[tuple[str, bytes]] = []
    for found in walk(project.seeds, project.root):
        if isinstance(found, Diagnostic):
            slips.append(found)
            continue
        if PurePosixPath(found.path).suffix.lower() not in suffixes:
            slips.append(_unknown(found, suffixes))
            continue
        data = load(found)
        if isinstance(data, Diagnostic):
            slips.append(data)
        elif data is not None:
            read.append((found.path, data))
    ids = source_ids([path for path, _ in read])
    return tuple(SourceFile(ids[path], path, data) for path, data in read), tuple(slips)


def source_ids(paths: Collection[str]) -> dict[str, str]:
    """An id for each path: the slug of the path below ``seeds/`` without its suffix.

    Paths whose slugs meet (``a b.txt`` and ``a-b.md``), or leave nothing, each get eight digits of their own hash, so
    that an id never depends on the order of the files.
    """
    bare = {path: slug(str(PurePosixPath(path.removeprefix("seeds/")).with_suffix(""))) for path in paths}
    shared: dict[str, int] = {}
    for name in bare.values():
        shared[name] = shared.get(name, 0) + 1
    return {path: name if name and shared[name] == 1 else _hashed(name, path) for path, name in bare.items()}


def _hashed(name: str, path: str) -> str:
    digest = hashlib.blake2b(path.encode(), digest_size=4).hexdigest()
    return f"{name}-{digest}" if name else f"source-{digest}"


def _unknown(found: Found, suffixes: Collection[str]) -> Diagnostic:
    return Diagnostic(
        "warning",
        "unknown-format",
        "is not a format that briefgen reads; it is left alone",
        Position(found.path),
        hint=f"articles are {', '.join(suffixes)} files",
    )
