"""Notices that a project's inputs have changed.

Events of the system come at once but may be lost, doubled or made by our own reading, so an event is only a hint: what
counts is a digest of the contents.  A slow look at every file's size and time finds what no event told.
"""

import os
import threading
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from time import monotonic
from typing import Any

from briefgen.config import Project
from briefgen.inputs import inputs_digest

QUIET_SECONDS = 0.1
PATIENCE_SECONDS = 2.0
LOOK_SECONDS = 1.0
#: At most this share of the time goes into looking.
LOOK_SHARE = 0.05
CHANGES = {"created", "modified", "moved", "deleted", "closed"}


class Watch:
    """Watches the folders of a project."""

    def __init__(self, project: Project, options: tuple[str | None, ...] = ()) -> None:
        """Begin; ``options`` go into the digest."""
        self._project = project
        self._options = options
        self._hint = threading.Event()
        self._observer = _observer()
        self._watched: dict[Path, tuple[int, Any]] = {}
        self._seen = ""
        self._content = ""
        self._look_seconds = LOOK_SECONDS

    @property
    def by_events(self) -> bool:
        """True when the system tells of changes; else they are looked for."""
        return self._observer is not None

    def settle(self) -> None:
        """Take what lies there now as known."""
        self._follow()
        self._seen = self._signature()
        self._content = inputs_digest(self._project, *self._options)

    def wait(self) -> None:
        """Return once the contents are others than they were, and have come to rest."""
        while True:
            hinted = self._hint.wait(self._look_seconds)
            if hinted:
                self._rest()
            began = monotonic()
            signature = self._signature()
            self._look_seconds = max(LOOK_SECONDS, (monotonic() - began) / LOOK_SHARE)
            if not hinted and signature == self._seen:
                continue
            self._seen = signature
            self._follow()
            content = inputs_digest(self._project, *self._options)
            if content != self._content:
                self._content = content
                return

    def _rest(self) -> None:
        """Wait until nothing has happened for a moment, but not for ever."""
        end = monotonic() + PATIENCE_SECONDS
        while monotonic() < end:
            self._hint.clear()
            if not self._hint.wait(QUIET_SECONDS):
                return
        self._hint.clear()

    def _folders(self) -> tuple[Path, ...]:
        return (self._project.seeds, self._project.content, self._project.themes)

    def _signature(self) -> str:
        digest = blake2b(digest_size=16)
        for folder in self._folders():
            for path, names, files in os.walk(folder):
                names.sort()
                for name in sorted(files):
                    digest.update(_stat(f"{path}/{name}"))
        return digest.hexdigest()

    def _follow(self) -> None:
        """Ask for events of every folder that is there; one that was replaced is another folder."""
        for folder in self._folders() if self._observer else ():
            try:
                number = folder.stat().st_ino
            except OSError:
                number = 0
            known, handle = self._watched.get(folder, (0, None))
            if number == known:
                continue
            try:
                if handle is not None:
                    self._observer.unschedule(handle)
                handle = (
                    self._observer.schedule(_Hints(self._hint.set), str(folder), recursive=True) if number else None
                )
            except (OSError, KeyError, RuntimeError):
                handle = None
            self._watched[folder] = (number if handle else 0, handle)


class _Hints:
    """What watchdog calls: anything but our own reading is a hint."""

    def __init__(self, hint: Callable[[], None]) -> None:
        self._hint = hint

    def dispatch(self, event: Any) -> None:
        """An event."""
        if event.event_type in CHANGES:
            self._hint()


def _observer() -> Any:
    """The system's teller of events; None where there is none."""
    try:
        from watchdog.observers import Observer

        observer = Observer()
        observer.daemon = True
        observer.start()
    except (ImportError, OSError, RuntimeError):
        return None
    return observer


def _stat(path: str) -> bytes:
    try:
        status = os.lstat(path)
    except OSError:
        return b"gone"
    facts = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode)
    return f"{path!a} {facts}\n".encode()
