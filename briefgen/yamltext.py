"""YAML in which every scalar is text: ``no``, ``on``, dates and ``12:30`` stay what the person typed.

Reads with PyYAML's composer only, so no object is ever built from a tag, and gives back nodes that know their line and
column.  Aliases, merge keys, tags, duplicate keys and deep nesting are refused with a diagnostic: YAML that came with
an article is hostile, YAML of an editor is full of slips.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from briefgen.model.text import Diagnostic, Position

MAX_CHARS = 64_000
MAX_DEPTH = 32


class Node(Struct, frozen=True):
    """A YAML value with its place: ``value`` is text, a tuple of Nodes, or a tuple of (key Node, value Node) pairs."""

    value: str | tuple[Node, ...]
    position: Position
    pairs: tuple[tuple[Node, Node], ...] | None = None

    @property
    def is_text(self) -> bool:
        """True for a scalar."""
        return isinstance(self.value, str)

    @property
    def items(self) -> tuple[Node, ...]:
        """The elements of a list; a lone scalar counts as a list of one, an empty one as none."""
        if isinstance(self.value, str):
            return (self,) if self.value else ()
        return self.value

    @property
    def text(self) -> str:
        """The scalar's text; empty for what is not a scalar."""
        return self.value if isinstance(self.value, str) else ""


class YamlError(Exception):
    """The text is not YAML that briefgen reads; carries the diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def parse(text: str, path: str, first_line: int = 1) -> Node | None:
    """The root node of one YAML document; None for an empty one.

    ``first_line`` is the line of the file on which ``text`` begins.  Raises ``YamlError``.
    """
    import yaml

    def at(mark: Any) -> Position:
        return Position(path, first_line + mark.line, mark.column + 1) if mark else Position(path, first_line)

    def refuse(what: str, mark: Any, hint: str = "") -> YamlError:
        position = at(mark)
        line = position.line - first_line
        lines = text.split("\n")
        excerpt = lines[line] if 0 <= line < len(lines) else ""
        return YamlError(Diagnostic("error", "bad-yaml", what, position, hint, excerpt[:200]))

    def convert(node: Any) -> Node:
        if node.tag.removeprefix("tag:yaml.org,2002:") not in _PLAIN_TAGS:
            raise refuse(f"uses the tag {node.tag}", node.start_mark, "write plain text, lists and keys only")
        if isinstance(node, yaml.ScalarNode):
            plain_null = not node.style and node.value in ("~", "null")
            return Node("" if plain_null else _clean(node.value), at(node.start_mark))
        if isinstance(node, yaml.SequenceNode):
            return Node(tuple(convert(item) for item in node.value), at(node.start_mark))
        return convert_map(node)

    def convert_map(node: Any) -> Node:
        pairs: list[tuple[Node, Node]] = []
        seen: dict[str, Position] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise refuse("has a key that is not plain text", key.start_mark)
            if key.value in seen:
                first = seen[key.value].line
                raise refuse(f'gives "{key.value}" twice, first on line {first}', key.start_mark, "keep one of them")
            seen[key.value] = at(key.start_mark)
            pairs.append((convert(key), convert(value)))
        return Node((), at(node.start_mark), tuple(pairs))

    if len(text) > MAX_CHARS:
        raise refuse(f"is longer than {MAX_CHARS} characters", None)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # The flat event stream is checked first: the composer recurses, and must never see depth or loops.
        depth = 0
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.AliasEvent):
                raise refuse(f"uses the alias *{event.anchor}", event.start_mark, "repeat the value instead")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise refuse(f"is nested more than {MAX_DEPTH} levels deep", event.start_mark)
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        what = " ".join(part for part in (error.context, error.problem) if part)
        raise refuse(f"is not YAML: {what}", error.problem_mark or error.context_mark) from None
    except (yaml.YAMLError, ValueError) as error:
        raise refuse(f"is not YAML: {str(error).splitlines()[0]}", None) from None
    return convert(node) if node is not None else None


# What PyYAML's resolver calls untagged values; anything else was written by hand to build an object.
_PLAIN_TAGS = {"str", "null", "bool", "int", "float", "timestamp", "map", "seq", "merge", "value"}


def _clean(value: str) -> str:
    """Without NUL and lone surrogates, which no output format can hold."""
    return "".join(c for c in value if c != "\0" and not "\ud800" <= c <= "\udfff")
