"""A progress bar for a person at a terminal; nothing for anybody else, and nothing for what is quick."""

from time import monotonic
from types import TracebackType
from typing import Any

from briefgen.commands.shell import Shell, interactive

PATIENCE_SECONDS = 0.5


class Progress:
    """Shows which room works, and how far it is, once a build has taken longer than a moment."""

    def __init__(self, shell: Shell) -> None:
        """Nothing is shown to a program, with ``--quiet`` or with JSON messages."""
        self._wanted = interactive() and not shell.quiet and shell.log_format == "text"
        self._began = monotonic()
        self._bar: Any = None
        self._task: Any = None
        self._room = ""

    def __enter__(self) -> "Progress":
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        """Clear the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def room(self, name: str) -> None:
        """A room begins."""
        self._room = name
        self._show(0, None)

    def items(self, _stage: str, done: int, total: int) -> None:
        """Of this many items so many are done."""
        self._show(done, total)

    def _show(self, done: int, total: int | None) -> None:
        if not self._wanted or monotonic() - self._began < PATIENCE_SECONDS:
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("")
        self._bar.update(self._task, description=self._room, completed=done, total=total)
