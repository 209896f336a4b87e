"""Plain text and Markdown: the file decoded as UTF-8, front matter included in the text and read as metadata."""

from briefgen.errors import BriefgenError
from briefgen.frontmatter import split
from briefgen.model.text import Diagnostic, Position, RawText, SourceFile
from briefgen.sockets import Format
from briefgen.yamltext import Node, YamlError


def decode(source: SourceFile) -> str:
    """The file's text: UTF-8, leading BOM dropped, CRLF and CR turned into LF.  Raises ``BriefgenError``."""
    if b"\0" in source.data:
        line = source.data.count(b"\n", 0, source.data.index(b"\0")) + 1
        raise _unreadable(source, line, "holds NUL bytes, so it is not text in UTF-8")
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.data.count(b"\n", 0, error.start) + 1
        byte = source.data[error.start]
        raise _unreadable(source, line, f"is not valid UTF-8 (byte 0x{byte:02x})") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(source: SourceFile, line: int, what: str) -> BriefgenError:
    return BriefgenError(
        Diagnostic(
            "warning",
            "not-utf-8",
            f"{what}; the article is left out",
            Position(source.path, line),
            hint="save the file as UTF-8",
        )
    )


def _metadata(root: Node | None) -> tuple[tuple[str, str], ...]:
    pairs = root.pairs or () if root else ()
    return tuple((key.text.lower(), value.text) for key, value in pairs if value.text)


def parse(source: SourceFile) -> RawText:
    """Text and metadata of a plain text or Markdown file.  Raises ``BriefgenError`` for what is not UTF-8."""
    text = decode(source)
    try:
        front = split(text, source.path)
    except YamlError as problem:
        slip = problem.diagnostic
        raise BriefgenError(
            Diagnostic(
                "warning",
                slip.code,
                f"front matter {slip.message}; the article is left out",
                slip.position,
                slip.hint or "mend the lines between the two ---, or delete them",
                slip.excerpt,
            )
        ) from None
    return RawText(text, front.body_start, _metadata(front.root))


FORMAT = Format("text", (".txt", ".md"), parse)
