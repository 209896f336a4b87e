"""Tables: one row an item, for spreadsheets and for ``briefgen export``.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from briefgen.export.mentions import mention_rows
from briefgen.model.knowledge import Corpus
from briefgen.model.site import Artifact, Briefing, CitationRecord, EventCitationRecord
from briefgen.sockets import Export

Cell = str | int | float | bool | None
Row = Sequence[Cell]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What no text file for people should hold: control characters but tab and line ends.
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))


class Table(Struct, frozen=True):
    """A table: its name, its columns, and how its rows are made."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Briefing, Corpus], Iterable[Row]]
    in_site: bool = True

    def csv(self, briefing: Briefing, corpus: Corpus) -> str:
        """The table as CSV (RFC 4180, but lines end in a line feed)."""
        rows = (",".join(quoted(safe(cell)) for cell in row) for row in self.rows(briefing, corpus))
        return "\n".join([",".join(self.columns), *rows, ""])

    def objects(self, briefing: Briefing, corpus: Corpus) -> list[dict[str, Cell]]:
        """The table's rows as objects, for JSON."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows(briefing, corpus)]


def quoted(text: str) -> str:
    """A cell in quotation marks where it must be."""
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\n\r') else text


def safe(cell: Cell) -> str:
    """A cell as text that no spreadsheet runs; nothing for none."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return f"{cell}"
    text = cell.translate(_CONTROLS)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) or text.startswith(_FORMULA) else text


def _place(citation: CitationRecord | EventCitationRecord) -> tuple[Cell, ...]:
    return citation.source, citation.start, citation.end, citation.exact


def _actors(briefing: Briefing, corpus: Corpus) -> Iterator[Row]:
    for a in briefing.data.actors:
        forms = " | ".join(form.text for form in a.forms)
        said = " | ".join(description.text for description in a.descriptions)
        yield a.id, a.name, a.type, a.mentions, a.weight, forms, said, a.page


def _events(briefing: Briefing, corpus: Corpus) -> Iterator[Row]:
    for e in briefing.data.events:
        actors = " | ".join(f"{participant.id} ({participant.role})" for participant in e.actors)
        sources = len({citation.source for citation in e.citations})
        shown = (e.id, e.title, " | ".join(e.types), e.date, e.date_basis, e.date_reason, " | ".join(e.places), actors)
        yield (*shown, sources, e.voices, e.weight, e.status, *_place(e.citations[0]), e.page)


def _statements(briefing: Briefing, corpus: Corpus) -> Iterator[Row]:
    for s in briefing.data.statements:
        yield s.id, s.speaker, s.text, s.direct, s.date, s.event, *_place(s.citation), s.speaker_text


def _relations(briefing: Briefing, corpus: Corpus) -> Iterator[Row]:
    for r in briefing.data.relations:
        yield r.subject, r.type, r.object, len(r.citations), *_place(r.citations[0])


def _sources(briefing: Briefing, corpus: Corpus) -> Iterator[Row]:
    for s in briefing.data.sources:
        shown = (s.id, s.file, s.title, s.publisher, s.author, s.date, s.date_basis, s.date_reason)
        yield (*shown, s.url, s.archive_url, s.language, s.sha256, s.voice, s.page)


_PLACE = ("source", "start", "end", "exact")
TABLES: tuple[Table, ...] = (
    Table("actors", ("id", "name", "type", "mentions", "weight", "forms", "descriptions", "page"), _actors),
    Table(
        "events",
        ("id", "title", "types", "date", "date_basis", "date_reason", "places", "actors", "articles", "voices",
         "weight", "status", *_PLACE, "page"),
        _events,
    ),
    Table("statements", ("id", "speaker", "text", "direct", "date", "event", *_PLACE, "speaker_text"), _statements),
    Table("relations", ("subject", "type", "object", "passages", *_PLACE), _relations),
    Table(
        "sources",
        ("id", "file", "title", "publisher", "author", "date", "date_basis", "date_reason", "url", "archive_url",
         "language", "sha256", "voice", "page"),
        _sources,
    ),
    Table("mentions", ("source", "start", "end", "text", "type", "actor"), mention_rows, in_site=False),
)  # fmt: skip


def files(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """The tables that stand beside ``briefing.json``."""
    for table in TABLES:
        if table.in_site:
            text = table.csv(briefing, corpus)
            yield Artifact(f"data/{table.name}.csv", text.encode("utf-8", "replace"))


CSV = Export("csv", files)
