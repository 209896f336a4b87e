"""Helpers for messages about an editor's slips."""

from collections.abc import Iterable

from briefgen.config import Project
from briefgen.model.text import Diagnostic, Position
from briefgen.read.files import Found, load
from briefgen.yamltext import Node, YamlError, parse


def read_yaml(project: Project, path: str) -> tuple[Node | None, str, tuple[Diagnostic, ...]]:
    """The root node of a curated YAML file, its text, and an error where it cannot be read.

    A file that is not there, or is empty, gives no node and no error.
    """
    location = project.root / path
    if not location.exists() and not location.is_symlink():
        return None, "", ()
    data = load(Found(location, path))
    if data is None:
        return None, "", ()
    text = data if isinstance(data, Diagnostic) else read_text(data, path)
    if isinstance(text, Diagnostic):
        return None, "", (Diagnostic("error", text.code, text.message, text.position, text.hint),)
    try:
        root = parse(text, path)
    except YamlError as error:
        return None, text, (error.diagnostic,)
    if root is not None and root.pairs is None:
        return None, text, (Diagnostic("error", "bad-yaml", "must be keys and values", root.position),)
    return root, text, ()


def place_of(project: Project, path: str, key: str) -> tuple[Position, str]:
    """Where a key's value stands in a curated YAML file, and its line: the file is read again, for a slip only.

    Without such a file or key it is the file as a whole.
    """
    root, text, _ = read_yaml(project, path)
    values = [value for name, value in (root.pairs or ()) if name.text == key] if root else []
    return (values[0].position, line_of(text, values[0].position)) if values else (Position(path), "")


def suggestion(word: str, known: Iterable[str]) -> str:
    """A did-you-mean for a word that is none of the known ones, else the list of them."""
    choices = sorted(known)
    from difflib import get_close_matches  # for a slip only

    close = get_close_matches(word, choices, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else f"known are: {', '.join(choices)}"


def line_of(text: str, position: Position | None, first_line: int = 1) -> str:
    """The line that a position points to, for printing under the message."""
    lines = text.split("\n")
    at = (position.line if position else 0) - first_line
    return lines[at][:200] if 0 <= at < len(lines) else ""


def read_text(data: bytes, path: str) -> str | Diagnostic:
    """A curated file's text (UTF-8, LF); an error that names the line where it is not."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"is not valid UTF-8 (byte 0x{data[error.start]:02x})"
        return Diagnostic("error", "not-utf-8", what, Position(path, line), "save the file as UTF-8")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Diagnostic("error", "not-utf-8", "holds a NUL character", Position(path, line))
    return text.replace("\r\n", "\n").replace("\r", "\n")
