"""``briefgen export``: one table of the briefing on standard output."""

import csv
import io
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click
import msgspec

from briefgen.commands.shell import CONTEXT, Shell, common

if TYPE_CHECKING:
    from briefgen.build import Made

TABLES = ("mentions", "actors", "events", "statements", "relations", "sources", "disagreements")
MENTION_COLUMNS = ("source", "start", "end", "text", "type", "actor")
#: What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@click.command(context_settings=CONTEXT)
@click.argument("name", type=click.Choice(TABLES), metavar="TABLE")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@common
@click.pass_obj
def command(shell: Shell, name: str, form: str) -> int:
    """Print a table of the briefing.

    TABLE is mentions, actors, events, statements, relations, sources or disagreements.  The project is read as it is
    now; nothing is written.

    \b
    Example:
      briefgen export mentions --format csv > mentions.csv
    """
    from briefgen.commands.corpus import made

    result = made(shell)
    if form == "json":
        rows = _mentions(result) if name == "mentions" else getattr(result.briefing.data, name)
        data = msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"
    elif name == "mentions":
        data = _csv(MENTION_COLUMNS, _mentions(result))
    else:
        data = _published(result, name)
    sys.stdout.buffer.write(data)
    return 0


def _mentions(result: "Made") -> list[dict[str, Any]]:
    from briefgen.commands.corpus import body_mentions

    return [
        {
            "source": document.id,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "type": mention.type,
            "actor": actor,
        }
        for document, mention, actor in body_mentions(result)
    ]


def _published(result: "Made", name: str) -> bytes:
    """The table as the site has it, or, where the site has none, its plain fields."""
    for artifact in result.artifacts:
        if artifact.path == f"data/{name}.csv":
            return artifact.data
    rows = [msgspec.to_builtins(row) for row in getattr(result.briefing.data, name)]
    flat = [{key: _cell(value) for key, value in row.items()} for row in rows]
    return _csv(tuple(flat[0]) if flat else (), flat)


def _cell(value: Any) -> Any:
    return value if isinstance(value, (str, int, float)) or value is None else msgspec.json.encode(value).decode()


def _csv(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(columns), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _harmless(value) for key, value in row.items()})
    return text.getvalue().encode("utf-8", "backslashreplace")


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
