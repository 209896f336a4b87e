"""A finished site onto the disk, whole or not at all.

The new site is written beside the old one and takes its place in one step.  Only files that our own manifest lists are
ever removed or replaced; whatever else lies in the site's folder stays.
"""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from briefgen.model.site import Artifact
from briefgen.write.lock import locked
from briefgen.write.manifest import MANIFEST, Manifest, manifest_of, read_manifest, with_manifest
from briefgen.write.place import Place, survey
from briefgen.write.stage import publish, sweep

__all__ = ["MANIFEST", "Changes", "Manifest", "difference", "locked", "manifest_of", "read_manifest", "sweep", "write"]


class Changes(Struct, frozen=True):
    """What a write did, or would do: paths relative to the site, and how many files the site has now."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    total: int = 0

    def __bool__(self) -> bool:
        """True when there is any change."""
        return bool(self.added or self.changed or self.removed)


def write(artifacts: Iterable[Artifact], site: Path) -> Changes:
    """Make the folder ``site`` hold these files and their manifest; gives what changed.

    Raises ``BriefgenError`` for a folder that is not ours to change, ``OSError`` when the disk will not have it; then
    the old site is still there, whole.
    """
    files = with_manifest(artifacts)
    place = survey(site, files)
    changes = _changes(files, place)
    if changes or not place.exists:
        publish(files, place)
    return changes


def difference(artifacts: Iterable[Artifact], site: Path) -> Changes:
    """What ``write`` would change, without changing anything."""
    files = with_manifest(artifacts)
    return _changes(files, survey(site, files))


def _changes(files: dict[str, bytes], place: Place) -> Changes:
    changed = [path for path in files if path in place.present and path not in place.same]
    added = [path for path in files if path not in place.present]
    return Changes(tuple(sorted(added)), tuple(sorted(changed)), tuple(sorted(place.stale)), len(files))
