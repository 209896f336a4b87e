"""Reading the names of a few lines of text, each line one sentence and one paragraph."""

import re

from briefgen.extract import lay_out, run
from briefgen.extract.chains.link import link
from briefgen.extract.rules import names, names_definitions, names_groups, names_pronouns
from briefgen.model.annotation import Mention
from briefgen.model.text import Document, Field, Furniture, Passage, Sentence, Span

RULES = (names.RULE, names_definitions.RULE, names_groups.RULE, names_pronouns.RULE)


def document(text: str, title: str = "", dateline: str = "") -> Document:
    """A document of a title, a dateline and a body of one sentence a line."""
    head = "".join(f"{part}\n" for part in (title, dateline) if part)
    whole = head + text
    lines = [m.span() for m in re.finditer(r"\S[^\n]*", whole) if m.start() >= len(head)]
    at = len(title) + bool(title)
    return Document(
        id="a",
        path="seeds/a.txt",
        text=whole,
        sha256="",
        title=Field(title, Span(0, len(title))) if title else None,
        furniture=(Furniture(at, at + len(dateline), "dateline", "test"),) if dateline else (),
        passages=tuple(Passage(a, b) for a, b in lines),
        sentences=tuple(Sentence(a, b, i) for i, (a, b) in enumerate(lines)),
    )


def read(text: str, title: str = "", dateline: str = "") -> tuple[Mention, ...]:
    """The linked mentions of such a document."""
    return link(run(lay_out(document(text, title, dateline)), "mentions", RULES))
