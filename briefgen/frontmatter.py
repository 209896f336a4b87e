"""The block between two ``---`` lines at the head of a file."""

from msgspec import Struct

from briefgen.yamltext import MAX_CHARS, Node, parse


class FrontMatter(Struct, frozen=True):
    """Where the body begins (offset and line), and the keys before it; no ``root`` where there is no front matter."""

    root: Node | None
    body_start: int
    body_line: int


def split(text: str, path: str) -> FrontMatter:
    """Read the front matter of a text with LF line ends.

    A first ``---`` that is never closed, or closes on something other than keys and values, is body text (a rule
    drawn by a page).  Raises ``YamlError`` for a block that has keys but is not YAML that we read.
    """
    nothing = FrontMatter(None, 0, 1)
    if not text.startswith("---\n"):
        return nothing
    end = text.find("\n---\n", 3, MAX_CHARS + 8)
    if end < 0 and text.endswith("\n---"):
        end = len(text) - 4
    if end < 0:
        return nothing
    block = text[4 : end + 1] if end > 3 else ""
    body_start = min(end + 5, len(text))
    body_line = text.count("\n", 0, body_start) + 1
    if not block.strip():
        return FrontMatter(None, body_start, body_line)
    if ":" not in block:
        return nothing
    root = parse(block, path, first_line=2)
    if root is None or root.pairs is None:
        return nothing
    return FrontMatter(root, body_start, body_line)
