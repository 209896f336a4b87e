"""``briefgen clean``."""

import click

from briefgen.commands.shell import CONTEXT, Shell, common


@click.command(context_settings=CONTEXT)
@common
@click.pass_obj
def command(shell: Shell) -> int:
    """Not there yet."""
    return 0
