"""One reading function for everything in a project: never follows a link, never blocks, never reads without bound."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from briefgen.model.text import Diagnostic, Position

MAX_BYTES = 10_000_000

# What systems and editors leave behind; nobody means these to be articles.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes", "4913"}


class Found(Struct, frozen=True):
    """A regular file: where it lies and its project-relative path in printable form."""

    location: Path
    path: str


def is_litter(name: str) -> bool:
    """True for a system's or an editor's leftovers (``.DS_Store``, ``x.txt~``, ``.#x``, ``x.swp``)."""
    return name in _LITTER or name.endswith(("~", ".swp", ".swo", ".tmp")) or name.startswith((".#", "#"))


def printable(location: Path, root: Path) -> str:
    """A path relative to the project, forward slashes; bytes that are not UTF-8 and controls are shown escaped."""
    raw = os.fsencode(location.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in raw)


def walk(folder: Path, root: Path) -> Iterator[Found | Diagnostic]:
    """Every file below a folder in the order of its name's bytes; what is not a plain file is named in a warning."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name for entry in entries), key=os.fsencode)
    except FileNotFoundError:
        return
    except OSError as error:
        yield _left_alone(folder, root, f"cannot be opened ({error.strerror})")
        return
    for name in names:
        location = folder / name
        if is_litter(name):
            continue
        try:
            mode = location.lstat().st_mode
        except OSError:
            continue  # gone since it was listed: as if it had never been there
        if stat.S_ISDIR(mode):
            yield from walk(location, root)
        elif stat.S_ISREG(mode):
            yield Found(location, printable(location, root))
        else:
            yield _left_alone(location, root, _KINDS.get(stat.S_IFMT(mode), "is not a plain file"))


_KINDS = {
    stat.S_IFLNK: "is a link, and links are not followed",
    stat.S_IFIFO: "is a pipe, not a file",
    stat.S_IFSOCK: "is a socket, not a file",
    stat.S_IFCHR: "is a device, not a file",
    stat.S_IFBLK: "is a device, not a file",
}


def load(found: Found) -> bytes | Diagnostic | None:
    """The bytes of a file; None when it vanished meanwhile, a warning when it cannot be read or is too large."""
    try:
        handle = os.open(found.location, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as error:
        unreadable = ("unreadable", f"cannot be read ({error.strerror})")
        code, what = ("not-a-file", _KINDS[stat.S_IFLNK]) if error.errno == errno.ELOOP else unreadable
        return _warning(found.path, code, f"{what}; it is left out")
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        return _warning(found.path, "not-a-file", "is not a plain file; it is left out")
    with os.fdopen(handle, "rb") as stream:
        if status.st_size > MAX_BYTES:
            what = f"is larger than {MAX_BYTES // 1_000_000} MB; it is left out"
            return _warning(found.path, "too-large", what)
        try:
            return stream.read(MAX_BYTES + 1)
        except OSError as error:
            return _warning(found.path, "unreadable", f"cannot be read ({error.strerror}); it is left out")


def _left_alone(location: Path, root: Path, what: str) -> Diagnostic:
    return _warning(printable(location, root), "not-a-file", f"{what}; it is left alone")


def _warning(path: str, code: str, message: str) -> Diagnostic:
    return Diagnostic("warning", code, message, Position(path))
