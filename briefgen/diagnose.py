"""How problems are shown to a person or a program.

As text: ``path:line:column: error[code]: message``, the source line with a caret below it, a hint.  As JSON: one object
a line.  Whatever comes from files (names, excerpts) may hold control characters and is never passed to a terminal raw.
"""

import sys
from collections.abc import Iterable
from typing import TextIO

import msgspec

from briefgen.errors import BriefgenError
from briefgen.model.regex import regex
from briefgen.model.text import Diagnostic, Position

EXIT_PROBLEMS = 1
EXIT_DISK = 3
EXCERPT_WIDTH = 100
COLOURS = {"error": "31;1", "warning": "33;1", "info": "36;1", "caret": "32;1", "hint": "2"}

#: Control characters, bidirectional overrides, invisible marks, lone surrogates: what can make a terminal lie.
_UNSAFE = regex(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)


class Record(msgspec.Struct, frozen=True, omit_defaults=False):
    """A diagnostic as ``--log-format json`` prints it."""

    level: str
    code: str
    message: str
    file: str | None
    line: int | None
    column: int | None
    hint: str | None


def printable(text: str) -> str:
    """The text with everything that could drive or fool a terminal written as an escape."""
    return _UNSAFE.sub(lambda match: _escape(ord(match[0])), text)


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def as_text(diagnostic: Diagnostic, colour: bool = False) -> str:
    """A diagnostic for a person, over one to four lines, without a line end."""
    place = _place(diagnostic.position)
    label = _paint(f"{diagnostic.severity}[{diagnostic.code}]", diagnostic.severity, colour)
    lines = [f"{place}{label}: {printable(diagnostic.message)}"]
    if diagnostic.excerpt.strip():
        lines += _excerpt(diagnostic, colour)
    if diagnostic.hint:
        lines.append(_paint(f"  hint: {printable(diagnostic.hint)}", "hint", colour))
    return "\n".join(lines)


def as_json(diagnostic: Diagnostic) -> str:
    """A diagnostic as one line of JSON in plain ASCII-safe text."""
    position = diagnostic.position
    record = Record(
        level=diagnostic.severity,
        code=diagnostic.code,
        message=printable(diagnostic.message),
        file=printable(position.path) if position else None,
        line=(position.line or None) if position else None,
        column=(position.column or None) if position else None,
        hint=printable(diagnostic.hint) or None,
    )
    return msgspec.json.encode(record).decode()


def _place(position: Position | None) -> str:
    if position is None:
        return ""
    parts = [printable(position.path), *(str(n) for n in (position.line, position.column) if n)]
    return ":".join(parts) + ": "


def _excerpt(diagnostic: Diagnostic, colour: bool) -> list[str]:
    """The source line, cut to a window around the column, and a caret below the column."""
    line = diagnostic.position.line if diagnostic.position else 0
    column = diagnostic.position.column if diagnostic.position else 0
    text = diagnostic.excerpt.splitlines()[0].replace("\t", " ")
    first = max(0, min(column - EXCERPT_WIDTH // 2, len(text) - EXCERPT_WIDTH)) if column else 0
    window = text[first : first + EXCERPT_WIDTH]
    gutter = f"{line:>5} | " if line else "      | "
    shown = [gutter + printable(window)]
    if column and column - 1 - first <= len(window):
        before = printable(window[: column - 1 - first])
        shown.append(" " * len(gutter) + " " * len(before) + _paint("^", "caret", colour))
    return shown


def _paint(text: str, what: str, colour: bool) -> str:
    return f"\x1b[{COLOURS[what]}m{text}\x1b[0m" if colour else text


class Reporter:
    """Where a command's messages go: standard error, as text or as JSON lines.

    ``verbosity`` is -1 for errors and warnings only, 0 as a rule, 1 for more.
    """

    def __init__(self, log_format: str = "text", verbosity: int = 0, colour: bool = False) -> None:
        """Colours are only for text."""
        self.log_format = log_format
        self.verbosity = verbosity
        self.colour = colour and log_format == "text"

    @property
    def stream(self) -> TextIO:
        """Standard error, looked up anew so that a test can replace it."""
        return sys.stderr

    def problems(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Show diagnostics, each once, in the order they came; notes (``info``) not with ``--quiet``."""
        for diagnostic in dict.fromkeys(diagnostics):
            if diagnostic.severity == "info" and self.verbosity < 0:
                continue
            text = as_json(diagnostic) if self.log_format == "json" else as_text(diagnostic, self.colour)
            self._line(text)

    def say(self, code: str, message: str, level: int = 0) -> None:
        """Tell how it goes; ``level`` 1 only with ``--verbose``."""
        if level > self.verbosity:
            return
        if self.log_format == "json":
            self._line(as_json(Diagnostic("info", code, " ".join(message.split()))))
        else:
            for line in message.split("\n"):
                self._line(printable(line))

    def _line(self, text: str) -> None:
        self.stream.write(text + "\n")
        self.stream.flush()


def understood(problem: Exception) -> tuple[tuple[Diagnostic, ...], int]:
    """What to tell of an exception, and the exit code of a command that it ends."""
    match problem:
        case BriefgenError():
            return problem.diagnostics, problem.exit_code
        case OSError():
            return (_disk(problem),), EXIT_DISK
        case MemoryError():
            return (Diagnostic("error", "out-of-memory", "there is not enough memory"),), EXIT_DISK
        case _:
            return (_internal(problem),), EXIT_PROBLEMS


def _disk(problem: OSError) -> Diagnostic:
    name = str(problem.filename or problem.filename2 or "")
    what = problem.strerror or str(problem)
    hint = "check free space and permissions; the site is what it was"
    return Diagnostic("error", "disk", f"{name}: {what}" if name else what, hint=hint)


def _internal(problem: Exception) -> Diagnostic:
    return Diagnostic(
        "error",
        "internal",
        f"this is a defect of briefgen: {type(problem).__name__}: {problem}"[:500],
        hint="please report it with the output of the same command under BRIEFGEN_DEBUG=1",
    )


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
