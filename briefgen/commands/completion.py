"""``briefgen completion``: a script that lets a shell complete briefgen's commands."""

import click
from click.shell_completion import get_completion_class

from briefgen.commands.shell import CONTEXT, Shell, common


@click.command(context_settings=CONTEXT)
@click.argument("shell_name", metavar="SHELL", type=click.Choice(["bash", "zsh", "fish"]))
@common
@click.pass_obj
def command(_shell: Shell, shell_name: str) -> int:
    """Print the completion script for bash, zsh or fish.

    \b
    Example:
      eval "$(briefgen completion bash)"
    """
    from briefgen.commands import briefgen

    completer = get_completion_class(shell_name)
    assert completer is not None
    click.echo(completer(briefgen, {}, "briefgen", "_BRIEFGEN_COMPLETE").source())
    return 0
