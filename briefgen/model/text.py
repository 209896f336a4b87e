"""What is read of one article: its file, its text, and what of the text is body and what is furniture.

Offsets everywhere are half-open and count code points of ``Document.text`` (W3C Web Annotation, TextPositionSelector).
"""

from typing import Literal

from msgspec import Struct

FurnitureKind = Literal[
    "advert", "navigation", "caption", "byline", "dateline", "credit", "duplicate", "heading", "other"
]
Severity = Literal["error", "warning", "info"]
DateBasis = Literal["stated", "metadata", "editor", "inferred", "unknown"]


class Span(Struct, frozen=True, order=True):
    """A stretch of an article's text."""

    start: int
    end: int


class Position(Struct, frozen=True, order=True):
    """A place in a file as an editor shows it: line and column count from 1; 0 means the whole file or line."""

    path: str
    line: int = 0
    column: int = 0


class SourceFile(Struct, frozen=True, gc=False):
    """An article's file as it lies on disk: ``path`` is relative to the project, with forward slashes."""

    id: str
    path: str
    data: bytes


class RawText(Struct, frozen=True, gc=False):
    """What a format makes of a file: the article's text and what the file says about itself.

    ``text`` is the text all offsets count in.  ``body_start`` is the first offset after front matter.
    ``metadata`` holds front matter or page metadata as (key, value) text pairs, keys as in ``content/sources``.
    """

    text: str
    body_start: int = 0
    metadata: tuple[tuple[str, str], ...] = ()


class Field(Struct, frozen=True, gc=False):
    """A fact about the article and where its text states it; no span when it comes from metadata or the editor."""

    value: str
    span: Span | None = None


class Published(Struct, frozen=True, gc=False):
    """When the article appeared: an EDTF level 1 date or None, and how that is known."""

    value: str | None = None
    basis: DateBasis = "unknown"
    span: Span | None = None
    reason: str = ""


class Furniture(Struct, frozen=True, gc=False):
    """A stretch that is the page's, not the article's, with the rule that says so."""

    start: int
    end: int
    kind: FurnitureKind
    rule: str


class Passage(Struct, frozen=True, gc=False):
    """A paragraph of the body."""

    start: int
    end: int


class Sentence(Struct, frozen=True, gc=False):
    """A sentence of the body; ``passage`` is the index of the paragraph that holds it."""

    start: int
    end: int
    passage: int


class Document(Struct, frozen=True, gc=False):
    """One article, cleaned: the whole text, and spans that say what each part of it is.

    ``credits`` names the agencies that the page credits with the text (``Source(s): Reuters`` gives ``reuters``).
    ``dateline`` is the day of a dateline that names no year, as ``XXXX-10-14``: other articles may settle the year.
    """

    id: str
    path: str
    text: str
    sha256: str
    title: Field | None = None
    publisher: Field | None = None
    author: Field | None = None
    published: Published = Published()
    url: str | None = None
    archive_url: str | None = None
    language: str = "en"
    credits: tuple[Field, ...] = ()
    dateline: Field | None = None
    furniture: tuple[Furniture, ...] = ()
    passages: tuple[Passage, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    def exact(self, span: "Span | Sentence | Passage | Furniture") -> str:
        """The verbatim text of a span."""
        return self.text[span.start : span.end]


class Diagnostic(Struct, frozen=True, gc=False):
    """One problem, for a person: where, what, and what to do.

    ``code`` is a stable word from the table in ``docs/diagnostics.md``; ``excerpt`` is the source line concerned.
    """

    severity: Severity
    code: str
    message: str
    position: Position | None = None
    hint: str = ""
    excerpt: str = ""


class Cleaned(Struct, frozen=True, gc=False):
    """The result of cleaning one file: no document when it cannot be read; ``problems`` say why."""

    document: Document | None
    problems: tuple[Diagnostic, ...] = ()
