"""What lies in the site's folder now, and what of it is ours."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic
from briefgen.write.manifest import MANIFEST, read_manifest

EXIT_DISK = 3


class Place(Struct, frozen=True):
    """A site's folder before a write; all paths are relative to it.

    ``present`` are the regular files that a new site would have as well, ``same`` those of them with the same bytes,
    ``stale`` our own files that a new site no longer has; ``foreign`` are the files and ``folders`` the folders that we
    did not make.
    """

    site: Path
    exists: bool
    present: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    stale: frozenset[str] = frozenset()
    foreign: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def survey(site: Path, files: dict[str, bytes]) -> Place:
    """Look at the folder a site is to be written to.  Raises ``BriefgenError`` where it is not ours to change."""
    try:
        mode = site.lstat().st_mode
    except FileNotFoundError:
        return Place(site, exists=False)
    if not stat.S_ISDIR(mode):
        what = "a symbolic link" if stat.S_ISLNK(mode) else "not a folder"
        raise refuse(f"{site} is {what}; the site needs a folder of its own", "move it away, or choose --site-dir")
    manifest = read_manifest(site)
    ours = {MANIFEST, *manifest.files} if manifest else set()
    found, folders = entries(site)
    made = _above((*ours, *files))
    same = frozenset(path for path in files if path in found and found[path] and _holds(site / path, files[path]))
    clashes = sorted((set(found) & set(files)) - ours - same)
    clashes += sorted(_in_the_way(set(found) - ours, set(folders), files))
    if clashes:
        raise refuse(
            f"{site / clashes[0]} would be replaced, and briefgen did not make it",
            "move it away, or choose another --site-dir; if the site is briefgen's and only lost its "
            f"{MANIFEST}, remove the site and build again",
        )
    return Place(
        site,
        exists=True,
        present=frozenset(set(found) & set(files)),
        same=same,
        stale=frozenset((ours & set(found)) - set(files)),
        foreign=tuple(sorted(set(found) - ours - set(files))),
        folders=tuple(folder for folder in folders if folder not in made),
    )


def entries(site: Path) -> tuple[dict[str, bool], list[str]]:
    """Every entry below a folder that is not a folder itself (True for a regular file), and every folder."""
    found: dict[str, bool] = {}
    folders: list[str] = []
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(site / folder) as entries:
            for entry in entries:
                path = f"{folder}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                    waiting.append(f"{path}/")
                else:
                    found[path] = entry.is_file(follow_symlinks=False)
    return found, sorted(folders)


def _in_the_way(foreign: set[str], folders: set[str], files: dict[str, bytes]) -> set[str]:
    """Foreign files where we need a folder, and folders where we need a file."""
    return (foreign & _above(files)) | (folders & set(files) & _above(foreign))


def _above(paths: Iterable[str]) -> set[str]:
    """All folders that lead to these paths."""
    return {path[:n] for path in paths for n, character in enumerate(path) if character == "/"}


def _holds(path: Path, data: bytes) -> bool:
    try:
        if path.stat().st_size != len(data):
            return False
        return path.read_bytes() == data
    except OSError:
        return False


def refuse(message: str, hint: str) -> BriefgenError:
    """A place that we do not touch."""
    return BriefgenError(Diagnostic("error", "site-not-ours", message, hint=hint), exit_code=EXIT_DISK)
