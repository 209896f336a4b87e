"""``briefgen export``: one table of the briefing on standard output."""

import sys

import click
import msgspec

from briefgen.commands.shell import CONTEXT, Shell, common


@click.command(context_settings=CONTEXT)
@click.argument("name", metavar="TABLE")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@common
@click.pass_obj
def command(shell: Shell, name: str, form: str) -> int:
    """Print a table of the briefing.

    TABLE is mentions, actors, events, statements, relations or sources.  The project is read as it is now; nothing is
    written.

    \b
    Example:
      briefgen export mentions --format csv > mentions.csv
    """
    from briefgen.commands.corpus import made
    from briefgen.export import TABLES

    tables = {table.name: table for table in TABLES}
    if name not in tables:
        raise click.BadParameter(f"{name!r} is not one of {', '.join(tables)}", param_hint="TABLE")
    result = made(shell)
    if form == "csv":
        data = tables[name].csv(result.briefing, result.corpus).encode("utf-8", "backslashreplace")
    else:
        rows = tables[name].objects(result.briefing, result.corpus)
        data = msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"
    sys.stdout.buffer.write(data)
    return 0
