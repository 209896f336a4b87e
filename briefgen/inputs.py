"""One digest of everything a build rests on, taken without reading any of it as anything.

When it is what it was, the build would be what it was: the no-change build rests on it, and ``serve`` tells a real
change from an event by it.
"""

import os
from hashlib import blake2b
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from briefgen.config import Project
from briefgen.model.stage import DIGEST_SIZE, package_digest, versions
from briefgen.model.text import Diagnostic
from briefgen.read.files import load, walk
from briefgen.read.theme import bundled_themes

PLUGINS = ("briefgen.formats", "briefgen.rules", "briefgen.pages", "briefgen.exports", "briefgen.themes")


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...


def inputs_digest(project: Project, *options: str | None) -> str:
    """Digest of a project's articles, content and themes, of briefgen and its plugins, and of the options given."""
    digest = blake2b(digest_size=DIGEST_SIZE)
    _add(digest, repr((versions(), options)).encode("utf-8", "backslashreplace"), package_digest("briefgen"))
    for group in PLUGINS:
        for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
            _add(digest, f"{group} {point.name} {point.value}".encode(), package_digest(point.module.split(".")[0]))
    for folder in (project.seeds, project.content, project.themes):
        _tree(digest, folder, project.root)
    # A theme may be a link to a folder elsewhere: it is read, so it counts.
    for linked in sorted(path.resolve() for path in project.themes.glob("*") if path.is_symlink()):
        _tree(digest, linked, linked.parent)
    if bundled_themes() != project.themes:
        _tree(digest, bundled_themes(), bundled_themes().parent)
    return digest.hexdigest()


def _tree(digest: _Hash, folder: Path, root: Path) -> None:
    for found in walk(folder, root):
        if isinstance(found, Diagnostic):
            _add(digest, repr(found).encode("utf-8", "backslashreplace"))
            continue
        data = load(found)
        said = data if isinstance(data, bytes) else repr(data).encode("utf-8", "backslashreplace")
        _add(digest, os.fsencode(found.location.relative_to(root)), said)


def _add(digest: _Hash, *parts: bytes) -> None:
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
