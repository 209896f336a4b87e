"""The four shapes that an extender fills: a reading rule, a page kind, an input format, an export.

Each is one file and one line in a visible tuple (or an entry point, gathered by ``plugins``).  Nothing registers by
being imported.
"""

from collections.abc import Callable, Iterable
from typing import Any, Literal

from msgspec import Struct

from briefgen.model.analysis import Analysis
from briefgen.model.knowledge import Corpus
from briefgen.model.site import Artifact, Briefing, Page
from briefgen.model.text import RawText, SourceFile

PassName = Literal["mentions", "times", "statements", "events", "relations", "descriptions"]


class Format(Struct, frozen=True):
    """How files with these suffixes become text.  ``parse`` raises ``BriefgenError`` for what it cannot read."""

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[SourceFile], RawText]


class Rule(Struct, frozen=True):
    """A reading rule: in its pass it proposes values from the desk as the earlier passes left it."""

    name: str
    pass_name: PassName
    find: Callable[[Analysis], Iterable[Any]]


class PageKind(Struct, frozen=True):
    """A kind of page: ``make`` fills one view a page from all that is known."""

    name: str
    template: str
    view: type
    make: Callable[[Any], Iterable[Page]]


class Export(Struct, frozen=True):
    """A file, or several, made from the finished briefing beside its pages."""

    name: str
    make: Callable[[Briefing, Corpus], Iterable[Artifact]]


class Sockets(Struct, frozen=True):
    """All that is plugged in: built-in tuples first, then entry points."""

    formats: tuple[Format, ...]
    rules: tuple[Rule, ...]
    kinds: tuple[PageKind, ...]
    exports: tuple[Export, ...]
