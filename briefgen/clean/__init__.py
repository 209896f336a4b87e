"""Clean: from an article's file to a Document in which every stretch of text is body or furniture.

``clean`` is pure; ``cleaner`` wraps it as a memoised stage over ``tasks``, each a file with what other files say of it.
"""

from briefgen.clean.curate import curate
from briefgen.clean.document import read_document
from briefgen.clean.metadata import Given, edtf
from briefgen.clean.repeated import CleanTask, tasks
from briefgen.errors import BriefgenError
from briefgen.model.stage import Stage, fingerprint
from briefgen.model.text import Cleaned, Diagnostic, Position, RawText, SourceFile
from briefgen.sockets import Format

__all__ = ["CleanTask", "clean", "cleaner", "curate", "tasks"]


def cleaner(formats: tuple[Format, ...]) -> Stage[CleanTask, Cleaned]:
    """The stage that cleans files; its fingerprint holds the formats' names beside the code of this room."""

    def run(task: CleanTask) -> Cleaned:
        return clean(task.source, formats, task.repeated)

    names = tuple(f"{f.name} {' '.join(f.suffixes)} {f.parse.__module__}" for f in formats)
    modules = sorted({f.parse.__module__ for f in formats})
    key = fingerprint("briefgen.clean", "briefgen.frontmatter", "briefgen.yamltext", *modules, also=names)
    return Stage("clean", key, Cleaned, run)


def clean(source: SourceFile, formats: tuple[Format, ...], repeated: tuple[str, ...] = ()) -> Cleaned:
    """The cleaned article of a file; ``repeated`` are lines of it that other articles hold too."""
    chosen = pick(source.path, formats)
    if chosen is None:
        what = "is of a format that nothing here reads; it is left out"
        known = " ".join(suffix for f in formats for suffix in f.suffixes)
        return Cleaned(None, (Diagnostic("warning", "unknown-format", what, Position(source.path), f"known: {known}"),))
    try:
        raw = chosen.parse(source)
    except BriefgenError as problem:
        return Cleaned(None, problem.diagnostics)
    document = read_document(source, raw, frozenset(repeated))
    problems = _metadata_problems(source, raw)
    if document is None or not document.passages:
        hint = "put the article's text into the file, or take the file out of seeds/"
        problems += (Diagnostic("warning", "empty-article", "holds no article text", Position(source.path), hint),)
    return Cleaned(document, problems)


def pick(path: str, formats: tuple[Format, ...]) -> Format | None:
    """The format for a path, by its suffix, upper or lower case."""
    low = path.lower()
    return next((f for f in formats if low.endswith(tuple(s.lower() for s in f.suffixes))), None)


def _metadata_problems(source: SourceFile, raw: RawText) -> tuple[Diagnostic, ...]:
    """A warning for a date in the metadata that cannot be read."""
    date = Given(raw.metadata).get("date")
    if not date or edtf(date):
        return ()
    at = raw.text.find(date, 0, raw.body_start) if raw.body_start else -1
    line = raw.text.count("\n", 0, at) + 1 if at >= 0 else 0
    begin = raw.text.rfind("\n", 0, at) + 1 if at >= 0 else 0
    excerpt = raw.text[begin:].split("\n", 1)[0] if at >= 0 else ""
    position = Position(source.path, line, at - begin + 1 if at >= 0 else 0)
    hint = "write 2020-05-23, 2020-05, 2020 or 2020-05-23/2020-05-29 (EDTF)"
    return (
        Diagnostic(
            "warning", "bad-date", f'"{date}" is not a date; the article counts as undated', position, hint, excerpt
        ),
    )
