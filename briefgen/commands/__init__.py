"""The command line: one command a file, imported when it is called."""

import os
import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from briefgen import __version__
from briefgen.commands.shell import CONTEXT, Shell, common
from briefgen.diagnose import understood
from briefgen.model.text import Diagnostic

COMMANDS = ("init", "build", "serve", "check", "clean", "annotate", "export", "show", "explain", "completion")
EXIT_PIPE = 141


class Lazy(click.Group):
    """A group that imports a command's module when the command is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from ``briefgen.commands.<name>``."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"briefgen.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        python = ".".join(map(str, sys.version_info[:3]))
        click.echo(f"briefgen {__version__} (Python {python}, {Path(__file__).parents[1]})")
        ctx.exit()


@click.group(cls=Lazy, context_settings=CONTEXT)
@click.option("-V", "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version,
              help="Print version, Python and place, and end.")  # fmt: skip
@common
def briefgen() -> None:
    """Turn news articles into a cited, cross-linked briefing.

    \b
    Example:
      briefgen init my-briefing && cd my-briefing
      cp ~/articles/*.txt seeds/
      briefgen build && briefgen serve --open
    """


def run(arguments: list[str]) -> int:
    """Run a command line and give its exit code; whatever goes wrong is told in one line, not in a traceback."""
    shell = Shell()
    try:
        result = briefgen.main(arguments, prog_name="briefgen", standalone_mode=False, obj=shell)
        return result if isinstance(result, int) else 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PIPE
    except Exception as problem:
        if os.environ.get("BRIEFGEN_DEBUG") == "1":
            traceback.print_exc()
        return _told(problem, shell)


def _told(problem: Exception, shell: Shell) -> int:
    """Tell what went wrong; gives the exit code."""
    if isinstance(problem, click.exceptions.Exit):
        return problem.exit_code
    if isinstance(problem, click.ClickException):
        if shell.log_format == "text":
            problem.show()
        else:
            shell.report.problems([Diagnostic("error", "usage", problem.format_message())])
        return problem.exit_code
    diagnostics, code = understood(problem)
    shell.report.problems(diagnostics)
    return code
