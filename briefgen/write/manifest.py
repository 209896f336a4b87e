"""The list of the files we made, kept in the site itself as ``manifest.json``."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from briefgen import __version__
from briefgen.errors import BriefgenError
from briefgen.model.names import DEVICES
from briefgen.model.site import Artifact
from briefgen.model.text import Diagnostic

MANIFEST = "manifest.json"
#: A file that a site may have although its name begins with a dot.
ALLOWED = ".nojekyll"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~+")
MAX_NAME = 200


class Manifest(msgspec.Struct, frozen=True):
    """``manifest.json``: which briefgen made the site, and the SHA-256 of every file but this one."""

    generator: str
    files: dict[str, str]


def with_manifest(artifacts: Iterable[Artifact]) -> dict[str, bytes]:
    """All files of a site by path, the manifest among them.  Raises ``BriefgenError`` for names that cannot be used."""
    files: dict[str, bytes] = {}
    taken: dict[str, str] = {}
    for artifact in artifacts:
        problem = unfit(artifact.path) or ("is the manifest's" if artifact.path == MANIFEST else "")
        if problem:
            raise _error("output-name", f"the output name {artifact.path!r} {problem}")
        key = unicodedata.normalize("NFC", artifact.path).casefold()
        if key in taken:
            raise _error("output-clash", f"two outputs have one name: {taken[key]!r} and {artifact.path!r}")
        taken[key] = artifact.path
        files[artifact.path] = artifact.data
    for path in files:
        for folder in _folders(path):
            if folder.casefold() in taken:
                raise _error("output-clash", f"{taken[folder.casefold()]!r} is a file and the folder of {path!r}")
    files = {path: files[path] for path in sorted(files)}
    files[MANIFEST] = encode(manifest_of(files))
    return files


def manifest_of(files: Mapping[str, bytes]) -> Manifest:
    """The manifest of these files; it does not list itself."""
    listed = {path: hashlib.sha256(data).hexdigest() for path, data in files.items() if path != MANIFEST}
    return Manifest(f"briefgen {__version__}", listed)


def encode(manifest: Manifest) -> bytes:
    """The manifest's bytes."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def read_manifest(site: Path) -> Manifest | None:
    """The manifest of a site on disk; None where there is none, or none that can be trusted to name only its files.

    Raises ``OSError`` when it is there and the disk will not give it.
    """
    path = site / MANIFEST
    try:
        if path.is_symlink():
            return None
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (FileNotFoundError, NotADirectoryError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return None if any(unfit(name) for name in manifest.files) else manifest


def unfit(path: str) -> str:
    """Why a path cannot be an output's name on every system and on every host; empty where it can."""
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return "is not a path inside the site"
        if not _PLAIN.issuperset(part):
            return "has characters that not every system takes"
        if part[0] in "._" and path != ALLOWED:
            return "begins with a dot or underscore, which some hosts leave out"
        if part.endswith(".") or part.split(".")[0].lower() in DEVICES or len(part) > MAX_NAME:
            return "cannot be a file's name on every system"
    return ""


def _folders(path: str) -> Iterable[str]:
    parts = path.split("/")[:-1]
    return ("/".join(parts[:n]) for n in range(1, len(parts) + 1))


def _error(code: str, message: str) -> BriefgenError:
    return BriefgenError(Diagnostic("error", code, message))
