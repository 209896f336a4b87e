"""What the last build said and wrote, so that a build without a change need not be made again."""

import os
from hashlib import blake2b, sha256
from pathlib import Path

import msgspec

from briefgen.model.text import Diagnostic
from briefgen.write.manifest import MANIFEST, read_manifest

FILE = "last"
CHECK_SIZE = 20


class Last(msgspec.Struct, frozen=True):
    """The digest of what a build rested on, the SHA-256 of the manifest it wrote, and every problem it told."""

    inputs: str
    manifest: str
    problems: tuple[Diagnostic, ...]


def recall(cache: Path, inputs: str, site: Path) -> Last | None:
    """The last build, if it rested on the same inputs and its site lies there untouched; else None."""
    try:
        if cache.is_symlink() or (cache / FILE).is_symlink():
            return None
        data = (cache / FILE).read_bytes()
        if blake2b(data[CHECK_SIZE:], digest_size=CHECK_SIZE).digest() != data[:CHECK_SIZE]:
            return None
        last = msgspec.msgpack.decode(data[CHECK_SIZE:], type=Last)
        if last.inputs != inputs or sha256((site / MANIFEST).read_bytes()).hexdigest() != last.manifest:
            return None
        return None if damaged(site) else last
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return None


def remember(cache: Path, inputs: str, site: Path, problems: tuple[Diagnostic, ...]) -> None:
    """Keep what a build rested on and said; a folder that cannot be written only costs the next build its time."""
    draft = cache / f"{FILE}.{os.getpid()}.tmp"
    if cache.is_symlink():
        return
    try:
        manifest = sha256((site / MANIFEST).read_bytes()).hexdigest()
        body = msgspec.msgpack.encode(Last(inputs, manifest, problems))
        draft.write_bytes(blake2b(body, digest_size=CHECK_SIZE).digest() + body)
        draft.replace(cache / FILE)
    except (OSError, ValueError):
        return


def damaged(site: Path) -> tuple[str, ...]:
    """The files of a site that are not what its manifest says, or the manifest itself where there is none."""
    manifest = read_manifest(site)
    if manifest is None:
        return (MANIFEST,)
    return tuple(path for path, digest in manifest.files.items() if _sha256(site / path) != digest)


def _sha256(path: Path) -> str:
    try:
        if path.is_symlink():
            return ""
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
