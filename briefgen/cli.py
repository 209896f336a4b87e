"""The command ``briefgen``: the first few milliseconds, and what becomes of everything that goes wrong.

Until the commands are imported an interrupt ends the program as the system does, without a word; after that it is an
exception like any other, so that half-written things are cleared away.
"""

import os
import signal
import sys
import threading

EXIT_DISK = 3
EXIT_INTERRUPTED = 128 + signal.SIGINT
EXIT_TERMINATED = 128 + signal.SIGTERM


def main() -> None:
    """Run the command line and end the process with its exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _open_what_is_closed()
    from briefgen.commands import run

    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(EXIT_TERMINATED))
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else EXIT_TERMINATED
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _leave(code)


def _open_what_is_closed() -> None:
    """Somebody may have closed an output (``>&-``): what is said there goes nowhere, and no file comes in its place."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 (for the whole process)
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _leave(code: int) -> None:
    """End the process; a preview's threads, which may be busy, are not waited for."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or EXIT_DISK
    if threading.active_count() > 1:
        os._exit(code)
    sys.exit(code)
