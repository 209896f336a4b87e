"""``briefgen show``: what a room made of an article."""

import sys
from typing import Any

import click
import msgspec

from briefgen.commands.articles import article
from briefgen.commands.shell import CONTEXT, Shell, common
from briefgen.errors import BriefgenError
from briefgen.model.text import Document, SourceFile
from briefgen.sockets import Format

ALONE = ("text", "clean", "extract")
PASSES = ("tokens", "clauses", "mentions", "times", "statements", "events", "relations", "descriptions")
TOGETHER = ("resolve", "cluster", "compose")


@click.command(context_settings=CONTEXT)
@click.argument("room", type=click.Choice([*ALONE, *PASSES, *TOGETHER]))
@click.argument("file")
@common
@click.pass_obj
def command(shell: Shell, room: str, file: str) -> int:
    """Print what a room makes of one article: its text, or the room's value as JSON.

    `text`, `clean` and `extract` look at the file alone, in a project or not; so do `tokens`, `clauses`, `mentions`,
    `times`, `statements`, `events`, `relations` and `descriptions`, which show a pass of the reading in words, with
    rule, factors and score. `resolve` (its actors), `cluster` (its events) and `compose` (the view of its page) look
    at the project that the article belongs to.

    \b
    Example:
      briefgen show text seeds/article.txt
      briefgen show events seeds/article.txt
    """
    source = article(shell, file)
    if room in TOGETHER:
        from briefgen.commands.corpus import about

        _print(about(shell, room, shell.start / file))
        return 0
    from briefgen import plugins

    formats = plugins.formats()
    if room == "text":
        sys.stdout.buffer.write(text_of(source, formats).encode("utf-8", "surrogatepass"))
        return 0
    return _alone(shell, room, source, formats)


def _alone(shell: Shell, room: str, source: SourceFile, formats: tuple[Format, ...]) -> int:
    from briefgen.clean import clean

    cleaned = clean(source, formats)
    shell.report.problems(cleaned.problems)
    if room == "clean" or cleaned.document is None:
        _print(cleaned)
    else:
        _print(_read(room, cleaned.document))
    return int(cleaned.document is None)


def _read(room: str, document: Document) -> Any:
    """What the reading makes of an article: all of it as it is stored, or one pass in words."""
    from briefgen import plugins
    from briefgen.explain.passes import SYNTAX, TELLERS
    from briefgen.extract import extract, lay_out

    if room in SYNTAX:
        return SYNTAX[room](lay_out(document))
    extraction = extract(document, plugins.rules())
    return TELLERS[room](document, extraction) if room in TELLERS else extraction


def text_of(source: SourceFile, formats: tuple[Format, ...]) -> str:
    """An article's text, in which all offsets count.  Raises ``BriefgenError`` where no format reads it."""
    from briefgen.clean import clean

    cleaned = clean(source, formats)
    if cleaned.document is None:
        raise BriefgenError(*cleaned.problems)
    return cleaned.document.text


def _print(value: Any) -> None:
    from briefgen.explain.passes import pretty

    sys.stdout.buffer.write(pretty(msgspec.to_builtins(value)).encode() + b"\n")
