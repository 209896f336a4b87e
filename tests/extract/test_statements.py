"""Statements: who said what, by a table of cases, and what must hold for any text."""

import itertools
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract import lay_out
from briefgen.extract.quotation import quoted_spans
from briefgen.extract.rules.statements import RULE
from briefgen.model.annotation import Extraction, Statement
from tests.extract.statements_article import document, read

CASES = Path(__file__).parent / "cases"
STATEMENTS: list[dict[str, Any]] = yaml.safe_load((CASES / "statements.yaml").read_text("utf-8"))
QUOTATIONS: list[dict[str, Any]] = yaml.safe_load((CASES / "statements-quotation.yaml").read_text("utf-8"))
SHOWN = 0.6
WORDS = [" told Reuters ", " according to ", "Ann Lee", " he ", " they ", " the minister ", " was quoted as saying "]
MORE = [" who ", " and ", " called for ", " a truce", " to leave", " adding", " said ", " that ", "é", "🙂", " 2020 "]
MARKS = [
    '"',
    "“",
    "”",
    "„",
    "'",
    "’",
    "‘",
    "''",
    "«",
    "»",
    "(",
    ")",
    ",",
    ".",
    "?",
    ":",
    " - ",
    "—",
    "\n",
    "\u00a0",
    "\x00",
]
PIECES = st.sampled_from([*WORDS, *MORE, *MARKS])


def row(statement: Statement, extraction: Extraction, text: str) -> str:
    span = statement.speaker_span
    words = text[span.start : span.end] if span else "-"
    name = extraction.mentions[statement.speaker].name if statement.speaker is not None else "-"
    via = [f"via {extraction.mentions[index].name}" for index in statement.via]
    return " | ".join(["direct" if statement.direct else "indirect", statement.text, words, name, *via])


@pytest.mark.parametrize("case", STATEMENTS, ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    extraction = read(case["text"])
    shown = [statement for statement in extraction.statements if statement.score >= SHOWN]
    assert [row(statement, extraction, case["text"]) for statement in shown] == case["find"]


@pytest.mark.parametrize("case", QUOTATIONS, ids=lambda case: case["text"][:60])
def test_quotation_marks(case: dict[str, Any]) -> None:
    spans = quoted_spans(document(case["text"]))
    assert [case["text"][span.start : span.end] for span in spans] == case["find"]


def test_score_is_the_product_of_its_factors() -> None:
    (statement,) = read("Norway's foreign minister, Lars Berg, said the bridge was safe.").statements
    assert [name for name, _ in statement.factors] == ["cue", "speaker appositive"]
    product = statement.factors[0][1] * statement.factors[1][1]
    assert statement.score == pytest.approx(product, abs=0.02)


def test_a_speaker_nobody_knows_stays_unknown() -> None:
    (statement,) = read('"The bridge is safe," a passer-by said.').statements
    assert statement.speaker is None
    assert statement.speaker_span is not None


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text(text: str) -> None:
    spans = quoted_spans(document(text))
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(text[span.start : span.end].strip() for span in spans)
    extraction = read(text)
    for statement in extraction.statements:
        assert statement.text == text[statement.start : statement.end]
        assert statement.text.strip()
        assert 0 <= statement.score <= 1
        assert not statement.direct or any(s.start <= statement.start and statement.end <= s.end for s in spans)
    for item in (*extraction.relations, *extraction.descriptions):
        assert 0 <= item.start < item.end <= len(text)


SECONDS = 5  # a quadratic reading of so many marks takes minutes


def test_time_is_linear_in_the_number_of_marks() -> None:
    for piece in ("“", '" ', "‘a "):
        started = process_time()
        quoted_spans(document(piece * 20_000))
        assert process_time() - started < SECONDS, piece


@pytest.mark.parametrize("piece", ['"a b c d." ', "he said, ", "Ann Lee, saying, ", "told Ann that "])
def test_a_sentence_without_end_takes_linear_time(piece: str) -> None:
    times = []
    for count in (300, 3000):
        desk = lay_out(document(piece * count))
        started = process_time()
        list(RULE.find(desk))
        times.append(process_time() - started)
    assert times[1] < 40 * times[0] + 1
