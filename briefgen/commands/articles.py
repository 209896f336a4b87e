"""Articles named on the command line: read one at a time, inside a project or not."""

from collections.abc import Iterator, Sequence

from briefgen.commands.shell import Shell
from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic, Position, SourceFile
from briefgen.read.files import Found, load, walk
from briefgen.read.scan import source_ids


def articles(shell: Shell, files: Sequence[str]) -> Iterator[SourceFile | Diagnostic]:
    """The named files, or all of the project's ``seeds/`` when none is named; what cannot be read as a diagnostic."""
    found = [Found(shell.start / file, file) for file in files] if files else _seeds(shell)
    ids = source_ids([one.path for one in found if isinstance(one, Found)])
    for one in found:
        data = load(one) if isinstance(one, Found) else one
        if isinstance(data, Diagnostic):
            yield data
        elif data is None and isinstance(one, Found):
            yield Diagnostic("error", "no-file", "there is no such file", Position(one.path))
        elif isinstance(one, Found) and data is not None:
            yield SourceFile(ids[one.path], one.path, data)


def article(shell: Shell, file: str) -> SourceFile:
    """One named file.  Raises ``BriefgenError`` where it cannot be read."""
    for one in articles(shell, [file]):
        if isinstance(one, SourceFile):
            return one
        raise BriefgenError(one)
    raise AssertionError("articles() gives one answer a file")


def _seeds(shell: Shell) -> list[Found | Diagnostic]:
    project = shell.project()
    return list(walk(project.seeds, project.root))
