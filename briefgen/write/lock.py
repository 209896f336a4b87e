"""One build at a time in a project: an advisory lock on the project's folder, which leaves nothing behind."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic

EXIT_BUSY = 4
WAIT_SECONDS = 60.0
STEP_SECONDS = 0.02


@contextmanager
def locked(root: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the project; wait for another build to end, and raise ``BriefgenError`` when it does not.

    ``waiting`` is called once when there is something to wait for.  A file system that knows no locks gives none.
    """
    handle = os.open(root, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if not _take(handle):
            waiting()
            end = time.monotonic() + WAIT_SECONDS
            while not _take(handle):
                if time.monotonic() > end:
                    raise _busy()
                time.sleep(STEP_SECONDS)
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _busy() -> BriefgenError:
    problem = Diagnostic("error", "busy", "another build of this project is running", hint="wait for it, or stop it")
    return BriefgenError(problem, exit_code=EXIT_BUSY)
