"""What every command shares: where it works, how it talks, and the options for both."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from briefgen.config import Project, find_project
from briefgen.diagnose import Reporter
from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
Function = TypeVar("Function", bound=Callable[..., Any])


class Shell:
    """The options that stand before or after the command's name."""

    def __init__(self) -> None:
        """No option is given."""
        self.directory: str | None = None
        self.log_format = "text"
        self.quiet = False
        self.verbose = 0

    @property
    def report(self) -> Reporter:
        """Where messages go."""
        return Reporter(self.log_format, -1 if self.quiet else self.verbose, colour=colourful())

    @property
    def start(self) -> Path:
        """The folder the command works in."""
        return Path(self.directory) if self.directory else Path.cwd()

    def project(self, site: str | None = None) -> Project:
        """The project around the working folder; ``site``, where it is given, counts from the working folder."""
        project = find_project(self.start, Path(os.path.normpath(self.start.absolute() / site)) if site else None)
        refuse_overlap(project)
        return project

    def shown(self, path: Path) -> str:
        """A path as short as it can be told from the working folder."""
        try:
            return path.relative_to(Path.cwd()).as_posix()
        except ValueError:
            return str(path)


def refuse_overlap(project: Project) -> None:
    """Raise ``BriefgenError`` for a site's folder that holds the project or lies in, or above, one of its inputs."""
    inputs = (project.seeds, project.content, project.themes, project.cache)
    overlaps = [
        folder for folder in inputs if folder.is_relative_to(project.site) or project.site.is_relative_to(folder)
    ]
    if overlaps or project.root.is_relative_to(project.site):
        what = f"{project.site} cannot be the site's folder: it would mix with {(overlaps or [project.root])[0]}"
        raise BriefgenError(
            Diagnostic("error", "site-dir", what, hint="give the site a folder of its own"), exit_code=2
        )


def colourful() -> bool:
    """True on a terminal that shows colours and a person who wants them (https://no-color.org)."""
    return interactive() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def interactive() -> bool:
    """True when a person watches standard error."""
    return sys.stderr.isatty() and not os.environ.get("CI")


def _keep(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """A callback that lays an option's value into the Shell, unless it was not given."""

    def callback(ctx: click.Context, _param: click.Parameter, value: Any) -> None:
        if value:
            setattr(ctx.ensure_object(Shell), name, value)

    return callback


def common(function: Function) -> Function:
    """The options that every command takes, before or after its name."""
    options = (
        click.option("-C", "--directory", metavar="DIR", type=click.Path(exists=True, file_okay=False),
                     expose_value=False, callback=_keep("directory"), help="Work in this folder."),
        click.option("--log-format", type=click.Choice(["text", "json"]), expose_value=False,
                     callback=_keep("log_format"), help="Messages as text (default) or as JSON lines."),
        click.option("-q", "--quiet", is_flag=True, expose_value=False, callback=_keep("quiet"),
                     help="Only warnings and errors."),
        click.option("-v", "--verbose", count=True, expose_value=False, callback=_keep("verbose"),
                     help="Tell more."),
    )  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function
