"""The new site is made beside the old one and changes places with it.

A build that is killed leaves at most a folder ``.site-stage-<pid>``; the next one clears it away.  Where the system
cannot exchange two folders, the old site is first renamed to ``.site-stage-<pid>.old``; a kill between the two renames
leaves no site, and ``sweep`` puts the old one back.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.write.exchange import exchange, flush, flush_folder
from briefgen.write.place import Place, entries

OLD = ".old"


def publish(files: dict[str, bytes], place: Place) -> None:
    """Put the site together beside the old one, and swap."""
    site = place.site
    site.parent.mkdir(parents=True, exist_ok=True)
    stage = site.parent / f"{_prefix(site)}{os.getpid()}"
    try:
        with _open_to_readers():
            _lay_out(files, place, stage)
        flush(stage)
        if place.exists:
            _swap(stage, site)
            _rescue(stage, files, place)
        else:
            stage.rename(site)
        flush_folder(site.parent)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def sweep(site: Path) -> None:
    """Clear away what killed builds left beside a site; put the old site back where a swap was cut in two."""
    for path in _leftovers(site):
        if path.name.endswith(OLD) and not os.path.lexists(site):
            path.rename(site)
    for path in _leftovers(site):
        shutil.rmtree(path, ignore_errors=True)


def _leftovers(site: Path) -> Iterator[Path]:
    try:
        yield from sorted(path for path in site.parent.iterdir() if path.name.startswith(_prefix(site)))
    except OSError:
        return


def _prefix(site: Path) -> str:
    return f".{site.name}-stage-"


@contextmanager
def _open_to_readers() -> Iterator[None]:
    """Files get mode 0644 and folders 0755, whatever the umask: a web server has to read them."""
    umask = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(umask)


def _lay_out(files: dict[str, bytes], place: Place, stage: Path) -> None:
    """Write what is new; take over what is unchanged or not ours, by a second name where the file system allows it."""
    stage.mkdir()
    made = {""}
    for path in place.folders:
        _folders(stage, path, made)
        shutil.copymode(place.site / path, stage / path)
    for path in place.foreign:
        _folders(stage, path.rpartition("/")[0], made)
        _take_over(place.site / path, stage / path)
    for path, data in files.items():
        _folders(stage, path.rpartition("/")[0], made)
        if path in place.same:
            _take_over(place.site / path, stage / path)
        else:
            with (stage / path).open("xb") as file:
                file.write(data)


def _folders(root: Path, path: str, made: set[str]) -> None:
    """A folder inside the stage and those above it, unless they are made."""
    if path in made:
        return
    _folders(root, path.rpartition("/")[0], made)
    (root / path).mkdir(exist_ok=True)
    made.add(path)


def _take_over(old: Path, new: Path) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def _swap(stage: Path, site: Path) -> None:
    """Old and new change places; in two steps where one cannot be had."""
    if exchange(stage, site):
        return
    old = stage.with_name(stage.name + OLD)
    site.rename(old)
    try:
        stage.rename(site)
    except OSError:
        old.rename(site)
        raise
    old.rename(stage)


def _rescue(stage: Path, files: dict[str, bytes], place: Place) -> None:
    """What somebody else put into the old site while the new one was made goes over as well."""
    known = {*files, *place.stale, *place.foreign}
    for path in sorted(set(entries(stage)[0]) - known):
        if not os.path.lexists(place.site / path):
            (place.site / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).rename(place.site / path)
