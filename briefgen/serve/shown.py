"""What the preview shows: the files of the last good build, and the problems of the last one."""

import hashlib
import threading
from collections.abc import Iterable, Mapping

from msgspec import Struct

from briefgen.diagnose import as_text
from briefgen.model.text import Diagnostic


class State(Struct, frozen=True):
    """One moment of the preview.

    ``site`` names the content of ``files``; ``errors`` are the problems, as text, that keep a newer site from being
    shown.
    """

    number: int
    site: str
    files: Mapping[str, bytes]
    errors: tuple[str, ...] = ()


class Shown:
    """The current state; threads may wait for the next one."""

    def __init__(self) -> None:
        """Nothing is built yet."""
        self._state = State(0, "", {})
        self._news = threading.Condition()

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    def show(self, files: Mapping[str, bytes]) -> None:
        """A new site, without errors."""
        self._set(State(self._state.number + 1, _name(files), files))

    def fail(self, problems: Iterable[Diagnostic]) -> None:
        """The old site stays, with the errors that kept the new one back."""
        errors = tuple(as_text(problem) for problem in dict.fromkeys(problems) if problem.severity == "error")
        old = self._state
        self._set(State(old.number + 1, old.site, old.files, errors))

    def after(self, number: int, seconds: float) -> State:
        """The current state, once it is another than that of this number or the time is up."""
        with self._news:
            self._news.wait_for(lambda: self._state.number != number, seconds)
        return self._state

    def _set(self, state: State) -> None:
        with self._news:
            self._state = state
            self._news.notify_all()


def _name(files: Mapping[str, bytes]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(files):
        digest.update(path.encode() + b"\0" + hashlib.blake2b(files[path]).digest())
    return digest.hexdigest()
