"""Exports: they say what the data says, in forms that other programs take, and carry nothing that runs."""

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest

from briefgen.compose import compose
from briefgen.compose.pages import KINDS
from briefgen.export import EXPORTS, TABLES, json_data
from briefgen.export.json_data import made_schema
from briefgen.export.tables import safe
from briefgen.model.knowledge import Chronicle, Corpus, Entities
from briefgen.model.site import Briefing
from briefgen.write.manifest import unfit
from tests.compose.corpora import Writer, hostile, inputs, page, quake

SCHEMA_FILE = Path(json_data.__file__).with_name("briefing.schema.json")
CORPORA = {"quake": quake(), "hostile": hostile()}


def files(corpus: Corpus) -> dict[str, str]:
    briefing, _ = compose(corpus, inputs(), KINDS)
    return {a.path: a.data.decode("utf-8") for export in EXPORTS for a in export.make(briefing, corpus)}


FILES = {name: files(corpus) for name, corpus in CORPORA.items()}


@pytest.mark.parametrize("name", CORPORA)
def test_briefing_keeps_its_schema(name: str) -> None:
    schema = json.loads(FILES[name]["data/schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(FILES[name]["data/briefing.json"]), schema)


def test_shipped_schema_is_fresh(accept: bool) -> None:
    made = made_schema()
    if accept:
        SCHEMA_FILE.write_bytes(made)
        return
    assert made == SCHEMA_FILE.read_bytes(), "run pytest tests/export --accept and read the diff"
    assert FILES["quake"]["data/schema.json"].encode() == made


def test_the_schema_refuses_what_is_no_briefing() -> None:
    schema = json.loads(FILES["quake"]["data/schema.json"])
    broken = json.loads(FILES["quake"]["data/briefing.json"])
    broken["events"][0]["voices"] = "two"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_the_briefing_has_the_fields_of_the_public_contract() -> None:
    briefing = json.loads(FILES["quake"]["data/briefing.json"])
    assert list(briefing)[:3] == ["version", "title", "as_of"] and briefing["version"] == 1
    wanted = {
        "sources": "id file title publisher author date date_basis url archive_url language sha256 voice page",
        "actors": "id name type forms descriptions mentions weight page",
        "events": "id title types date date_basis date_reason places actors citations voices weight status page",
        "statements": "id speaker text direct date event citation",
        "relations": "subject type object citations",
        "disagreements": "id topic kind about sides",
    }
    for name, fields in wanted.items():
        assert set(fields.split()) <= briefing[name][0].keys()
    assert {"source", "start", "end", "exact", "trigger"} <= briefing["events"][0]["citations"][0].keys()


@pytest.mark.parametrize("name", CORPORA)
def test_tables_have_a_row_an_item(name: str) -> None:
    briefing = json.loads(FILES[name]["data/briefing.json"])
    for table in ("actors", "events", "statements", "relations", "sources"):
        rows = list(csv.DictReader(io.StringIO(FILES[name][f"data/{table}.csv"])))
        assert len(rows) == len(briefing[table])
        assert all(None not in row and None not in row.values() for row in rows)


def test_no_cell_is_a_formula() -> None:
    for path, text in FILES["hostile"].items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(text)):
                assert not any(re.match(r"\s*[=+\-@\t\r]", cell) for cell in row), path
    assert "'=cmd|' /C calc'!A0" in FILES["hostile"]["data/sources.csv"]


CELLS = {
    "=1": "'=1", " +1": "' +1", "-1": "'-1", "@x": "'@x", "\tx": "'\tx", "a=b": "a=b", "a\x00b\x1b": "ab", "": "",
    -1: "-1", None: "", True: "true",
}  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), CELLS.items())
def test_safe(cell: str | int | None, expected: str) -> None:
    assert safe(cell) == expected


def _mentions_csv(corpus: Corpus, briefing: Briefing) -> str:
    return next(table for table in TABLES if table.name == "mentions").csv(briefing, corpus)


def test_mentions_name_their_actor() -> None:
    corpus = quake()
    briefing, _ = compose(corpus, inputs(), KINDS)
    rows = list(csv.DictReader(io.StringIO(_mentions_csv(corpus, briefing))))
    texts = {article.document.id: article.document.text for article in corpus.articles}
    assert len(rows) == 12
    assert all(texts[row["source"]][int(row["start"]) : int(row["end"])] == row["text"] for row in rows)
    assert [row["actor"] for row in rows if row["type"] == "place"] == [""]
    assert {row["text"] for row in rows if row["actor"] == "lena-orsk"} == {"Lena Orsk", "Orsk"}


def test_mentions_outside_the_body_are_left_out() -> None:
    corpus = quake()
    briefing, _ = compose(corpus, inputs(), KINDS)
    document = corpus.articles[1].document
    assert not any(
        int(row["start"]) < document.passages[0].start
        for row in csv.DictReader(io.StringIO(_mentions_csv(corpus, briefing)))
        if row["source"] == document.id
    )


def test_tables_as_objects() -> None:
    corpus = quake()
    briefing, _ = compose(corpus, inputs(), KINDS)
    assert [table.name for table in TABLES] == ["actors", "events", "statements", "relations", "sources", "mentions"]
    assert TABLES[0].objects(briefing, corpus)[0]["id"] == "lena-orsk"


def test_references() -> None:
    csl = {item["id"]: item for item in json.loads(FILES["quake"]["data/sources.csl.json"])}
    assert csl["quake-wire"]["container-title"] == "Harbour Wire"
    assert csl["quake-wire"]["issued"] == {"date-parts": [[2031, 3, 5]]}
    assert csl["strike"]["issued"] == {"date-parts": [[2031, 3, 10], [2031, 3, 16]]}
    assert "  date = {2031-03-10/2031-03-16}," in FILES["quake"]["data/sources.bib"]
    assert FILES["quake"]["data/sources.ris"].count("ER  - ") == 3
    assert "DA  - 2031/03/05\n" in FILES["quake"]["data/sources.ris"]


def test_each_source_is_a_reference_by_itself() -> None:
    found = FILES["quake"]
    (item,) = json.loads(found["data/sources/strike.csl.json"])
    assert item["id"] == "strike" and item in json.loads(found["data/sources.csl.json"])
    for ending, start in (("bib", "@article{strike,\n"), ("ris", "TY  - NEWS\nID  - strike\n")):
        record = found[f"data/sources/strike.{ending}"]
        assert record.startswith(start) and record in found[f"data/sources.{ending}"]


def test_references_carry_no_commands() -> None:
    bib, ris = FILES["hostile"]["data/sources.bib"], FILES["hostile"]["data/sources.ris"]
    assert r"\input" not in bib and "javascript" not in bib + ris
    assert bib.count("{") - bib.count(r"\{") == bib.count("}") - bib.count(r"\}")
    assert all(re.match(r"[A-Z][A-Z0-9]  - |$", line) for line in ris.split("\n"))


def test_robots_and_jekyll() -> None:
    assert FILES["quake"]["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert FILES["quake"][".nojekyll"] == "" and "sitemap.xml" not in FILES["quake"]


def test_files_of_an_article_named_like_a_device_have_a_name_that_every_system_takes() -> None:
    writer = Writer()
    writer.article("aux", "Strike\n\nDockers walked out.", "Strike")
    corpus = Corpus(writer.articles(), Entities(), Chronicle())
    briefing, _ = compose(corpus, inputs(), KINDS)
    paths = [artifact.path for export in EXPORTS for artifact in export.make(briefing, corpus)]
    links = [file.href for file in page(briefing, "sources/aux-/").view.cite_files]
    assert not any(unfit(path) for path in paths)
    assert {link.removeprefix("../../") for link in links} <= set(paths) and len(links) == 3
