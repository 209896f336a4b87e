"""A project read and joined, for the commands that tell of it without writing a site."""

from pathlib import Path
from typing import Any

from briefgen.build import Made, make
from briefgen.commands.shell import Shell
from briefgen.errors import BriefgenError
from briefgen.memo import Memo
from briefgen.model.text import Diagnostic, Position
from briefgen.plugins import sockets


def made(shell: Shell) -> Made:
    """The project's site in memory, with what the memo still knows.  Raises ``BriefgenError`` for a broken project."""
    project = shell.project()
    with Memo(project.cache) as memo:
        result = make(project, sockets(), memo)
    errors = tuple(problem for problem in result.problems if problem.severity == "error")
    if errors:
        raise BriefgenError(*errors)
    return result


def about(shell: Shell, room: str, file: Path) -> Any:
    """What a corpus room says of one article: its entities, its events, or the view of its page."""
    project = shell.project()
    result = made(shell)
    path = file.absolute()
    name = path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else str(path)
    source = next((article.document.id for article in result.corpus.articles if article.document.path == name), None)
    if source is None:
        problem = "is not an article of this project"
        raise BriefgenError(Diagnostic("error", "no-article", problem, Position(name)), exit_code=2)
    if room == "resolve":
        return [e for e in result.corpus.entities.items if any(ref.source == source for ref in e.mentions)]
    if room == "cluster":
        events = result.corpus.chronicle.events
        return [event for event in events if any(told.citation.source == source for told in event.accounts)]
    page = next((record.page for record in result.briefing.data.sources if record.id == source), None)
    return next((page_.view for page_ in result.briefing.pages if page_.route.url == page), None)
