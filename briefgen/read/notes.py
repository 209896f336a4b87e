"""``content/{actors,events,sources,pages}/*.md``: what a person knows better, front matter checked key by key."""

from pathlib import PurePosixPath

from briefgen.config import Project
from briefgen.frontmatter import split
from briefgen.model.dates import is_valid
from briefgen.model.names import slug
from briefgen.model.site import Note, NoteKind
from briefgen.model.text import Diagnostic, Position
from briefgen.read.files import Found, load, walk
from briefgen.read.slips import line_of, read_text, suggestion
from briefgen.yamltext import Node, YamlError

# The keys that each kind of note may give; those in LISTS may hold several values.
KEYS: dict[NoteKind, tuple[str, ...]] = {
    "actors": ("name", "aliases", "type", "hide"),
    "events": ("title", "date", "hide"),
    "sources": ("title", "publisher", "author", "date", "url", "archive_url", "language", "hide"),
    "pages": ("title", "hide"),
}
LISTS = ("aliases",)
CHOICES = {"type": ("person", "organization", "country"), "hide": ("true", "false")}
FOLDERS: tuple[NoteKind, ...] = ("actors", "events", "sources", "pages")
_FILES = ("site.yml", "judgements.yml")


def read_notes(project: Project) -> tuple[tuple[Note, ...], tuple[Diagnostic, ...]]:
    """All notes, ordered by path, and their slips, each an error with file, line and what to do."""
    notes: list[Note] = []
    slips: list[Diagnostic] = []
    for kind in FOLDERS:
        for found in walk(project.content / kind, project.root):
            if isinstance(found, Diagnostic):
                slips.append(found)
            elif not found.path.lower().endswith(".md"):
                what = "is not a note; it is left alone"
                slips.append(Diagnostic("warning", "unknown-format", what, Position(found.path), "notes are .md files"))
            else:
                _read_one(kind, found, notes, slips)
    slips += _strangers(project)
    return tuple(notes), tuple(slips + _clashes(notes))


def _read_one(kind: NoteKind, found: Found, notes: list[Note], slips: list[Diagnostic]) -> None:
    data = load(found)
    if data is None:
        return
    text = data if isinstance(data, Diagnostic) else read_text(data, found.path)
    if isinstance(text, Diagnostic):
        slips.append(Diagnostic("error", text.code, text.message, text.position, text.hint))
        return
    try:
        front = split(text, found.path)
    except YamlError as problem:
        slips.append(problem.diagnostic)
        return
    fields, wrong = _fields(kind, front.root, text)
    slips += wrong
    stem = slug(PurePosixPath(found.path).stem)
    if not stem:
        slips.append(Diagnostic("error", "bad-name", "has a file name without a letter or digit", Position(found.path)))
        return
    notes.append(Note(kind, stem, found.path, fields, text[front.body_start :], front.body_line))


def _fields(
    kind: NoteKind, root: Node | None, text: str
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], list[Diagnostic]]:
    fields: list[tuple[str, tuple[str, ...]]] = []
    slips: list[Diagnostic] = []
    for key, value in (root.pairs or ()) if root else ():
        slip = _wrong_key(kind, key) or _wrong_value(key.text, value)
        if slip:
            slips.append(Diagnostic("error", slip[0], slip[1], slip[2], slip[3], line_of(text, slip[2])))
        else:
            fields.append((key.text, tuple(item.text for item in value.items)))
    return tuple(fields), slips


def _wrong_key(kind: NoteKind, key: Node) -> tuple[str, str, Position, str] | None:
    if key.text in KEYS[kind]:
        return None
    what = f'there is no key "{key.text}" for {kind}'
    return "unknown-key", what, key.position, suggestion(key.text, KEYS[kind])


def _wrong_value(key: str, value: Node) -> tuple[str, str, Position, str] | None:
    if value.pairs is not None or any(not item.is_text for item in value.items):
        return "bad-value", f'"{key}" must be plain text', value.position, ""
    if not value.is_text and key not in LISTS:
        return "bad-value", f'"{key}" takes one value, not a list', value.position, ""
    if key in CHOICES and value.text not in CHOICES[key]:
        what = f'"{key}: {value.text}" is not one of {", ".join(CHOICES[key])}'
        return "bad-value", what, value.position, suggestion(value.text, CHOICES[key])
    if key == "date" and not is_valid(value.text):
        hint = "write 2020-05-23, 2020-05, 2020 or 2020-05-23/2020-05-29 (EDTF)"
        return "bad-date", f'"{value.text}" is not a date', value.position, hint
    if key in ("url", "archive_url") and not value.text.startswith(("https://", "http://")):
        return "bad-value", f'"{key}" must begin with https:// or http://', value.position, ""
    return None


def _clashes(notes: list[Note]) -> list[Diagnostic]:
    """Two notes of one kind with one id: an error that names both."""
    first: dict[tuple[str, str], str] = {}
    slips = []
    for note in notes:
        other = first.setdefault((note.kind, note.id), note.path)
        if other != note.path:
            what = f"has the same id ({note.id}) as {other}"
            slips.append(Diagnostic("error", "same-id", what, Position(note.path), "rename one of the two files"))
    return slips


def _strangers(project: Project) -> list[Diagnostic]:
    """What lies in ``content/`` and is neither a known file nor a known folder."""
    slips = []
    for found in walk(project.content, project.root):
        if isinstance(found, Diagnostic):
            inside = found.position.path.removeprefix("content/") if found.position else "/"
            if "/" not in inside and inside not in _FILES:  # their own readers tell what is wrong with those
                slips.append(found)
            continue
        inside = found.path.removeprefix("content/")
        folder, _, rest = inside.partition("/")
        if (rest and folder in FOLDERS) or inside in _FILES:
            continue
        known = [*_FILES, *(f"{name}/" for name in FOLDERS)]
        what = "is not something that briefgen reads; it is left alone"
        slips.append(Diagnostic("warning", "unknown-content", what, Position(found.path), suggestion(inside, known)))
    return slips
