"""How long each room takes."""

from collections.abc import Callable
from time import perf_counter


class Clock:
    """Times rooms one after the other; ``progress`` is told each room's name as it begins."""

    def __init__(self, progress: Callable[[str], None]) -> None:
        """Nothing has begun yet."""
        self._progress = progress
        self._done: list[tuple[str, float]] = []
        self._room = ""
        self._began = 0.0

    def start(self, room: str) -> None:
        """A room begins, and the one before it is done."""
        self.stop()
        self._progress(room)
        self._room, self._began = room, perf_counter()

    def stop(self) -> None:
        """The last room is done."""
        if self._room:
            self._done.append((self._room, perf_counter() - self._began))
        self._room = ""

    @property
    def timings(self) -> tuple[tuple[str, float], ...]:
        """Each room that is done, with its seconds."""
        return tuple(self._done)
