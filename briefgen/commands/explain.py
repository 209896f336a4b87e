"""``briefgen explain``: why the briefing says this."""

import click

from briefgen.commands.shell import CONTEXT, Shell, common
from briefgen.diagnose import printable


@click.command(context_settings=CONTEXT)
@click.argument("name", metavar="ID")
@common
@click.pass_obj
def command(shell: Shell, name: str) -> int:
    """Print what an id, a page or a citation rests on: passages, rules, scores, merges.

    ID is the id or the page of an actor, event or source, the id of a statement or disagreement, the address of a
    passage (sources/<id>/#<anchor>), or source:start-end. `review` lists the pairs of names that are perhaps one actor
    and that only a person can judge.

    \b
    Example:
      briefgen explain events/ferry-strike-ends/
    """
    from briefgen.commands.corpus import made
    from briefgen.explain import explain

    for line in explain(made(shell), name):
        click.echo(printable(line))
    return 0
