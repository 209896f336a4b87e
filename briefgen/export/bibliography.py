"""The sources for reference managers, all in one file and each by itself: CSL-JSON, BibLaTeX and RIS."""

from collections.abc import Iterator
from typing import Any

from briefgen.export.json_data import pretty
from briefgen.model.dates import is_valid, precision, qualifier
from briefgen.model.knowledge import Corpus
from briefgen.model.names import file_name
from briefgen.model.regex import regex
from briefgen.model.site import Artifact, Briefing, SourceRecord
from briefgen.sockets import Export

_SPACE = regex(r"[\s\x00-\x1f\x7f-\x9f]+")
# What TeX reads as a command (texdoc biblatex, 2.3).
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def csl(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """``sources.csl.json`` (Citation Style Language, schema 1.0.2)."""
    items = {source.id: _csl(source) for source in briefing.data.sources}
    yield Artifact("data/sources.csl.json", pretty(list(items.values())))
    for id_, item in items.items():
        yield Artifact(f"data/sources/{file_name(id_)}.csl.json", pretty([item]))


def _csl(source: SourceRecord) -> dict[str, Any]:
    item: dict[str, Any] = {"id": source.id, "type": "article-newspaper", "title": _line(source.title or source.file)}
    if source.publisher:
        item["container-title"] = _line(source.publisher)
    if source.author:
        item["author"] = [{"literal": _line(source.author)}]
    if source.date:
        item["issued"] = _csl_date(source.date)
    if source.url:
        item["URL"] = source.url
    if source.archive_url:
        item["archive_location"] = source.archive_url
    item["language"] = source.language
    if source.date_basis == "inferred":
        item["note"] = _line(f"Date worked out: {source.date_reason}")
    return item


def _csl_date(edtf: str) -> dict[str, Any]:
    """A date as CSL takes it: its parts, a range of them, or the EDTF itself where it has neither."""
    ends = [_parts(end) for end in edtf.split("/")]
    if any(end is None for end in ends):
        return {"edtf": edtf}
    date: dict[str, Any] = {"date-parts": ends}
    return {**date, "circa": True} if qualifier(edtf) else date


def _parts(point: str) -> list[int] | None:
    """Year, month and day of a date, as many as are known."""
    if not is_valid(point) or precision(point) not in ("day", "month", "year"):
        return None
    return [int(part) for part in point.rstrip("?~%").split("-")]


def bibtex(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """``sources.bib`` (BibLaTeX, whose dates are EDTF)."""
    entries = {source.id: _entry(source) for source in briefing.data.sources}
    yield Artifact("data/sources.bib", "\n".join(entries.values()).encode("utf-8", "replace"))
    for id_, entry in entries.items():
        yield Artifact(f"data/sources/{file_name(id_)}.bib", entry.encode("utf-8", "replace"))


def _entry(source: SourceRecord) -> str:
    fields = {
        "title": source.title or source.file,
        "author": f"{{{_tex(source.author)}}}" if source.author else None,
        "journaltitle": source.publisher,
        "date": source.date,
        "url": source.url,
        "note": f"Date worked out: {source.date_reason}" if source.date_basis == "inferred" else None,
    }
    lines = []
    for name, value in fields.items():
        if value:
            shown = value if name in ("author", "date") else _url(value) if name == "url" else _tex(value)
            lines.append(f"  {name} = {{{shown}}},\n")
    return f"@article{{{source.id},\n{''.join(lines)}}}\n"


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in _line(text))


def _url(url: str) -> str:
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def ris(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """``sources.ris`` (RIS, type NEWS)."""
    records = {source.id: _record(source) for source in briefing.data.sources}
    yield Artifact("data/sources.ris", "".join(records.values()).encode("utf-8", "replace"))
    for id_, record in records.items():
        yield Artifact(f"data/sources/{file_name(id_)}.ris", record.encode("utf-8", "replace"))


def _record(source: SourceRecord) -> str:
    tags = (
        ("TY", "NEWS"),
        ("ID", source.id),
        ("TI", source.title or source.file),
        ("AU", source.author),
        ("T2", source.publisher),
        ("PY", source.date[:4] if source.date and source.date[:4].isdigit() else None),
        ("DA", source.date.replace("-", "/") if source.date and _parts(source.date) else None),
        ("UR", source.url),
        ("LA", source.language),
    )
    return "".join(f"{tag}  - {_line(value)}\n" for tag, value in tags if value) + "ER  - \n\n"


def _line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


CSL = Export("csl", csl)
BIBTEX = Export("bibtex", bibtex)
RIS = Export("ris", ris)
