"""The shallow clause parse: the case table, and what must hold for any text."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.syntax.clauses import parse
from briefgen.extract.syntax.columns import columns
from briefgen.extract.syntax.tagger import tag
from briefgen.extract.syntax.tokens import split
from tests.extract.events_case import clause_line

PATH = Path(__file__).parent / "cases" / "clauses.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(PATH.read_text("utf-8"))
WORDS = ["the", "army", "said", "that", "it", "had", "left", "and", ",", "who", "to", "by", "in", "Oslo", "-", "if",
         "killing", "was", "'s", "Monday", "(", ")", '"', "not", "will", "or", "of", ";"]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    (tokens,) = tag([split(case["text"], 0, len(case["text"]))])
    clauses = parse(columns(tokens)).clauses
    assert [clause_line(tokens, clauses, clause) for clause in clauses] == case["clauses"]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80))
def test_places_are_in_the_sentence(text: str) -> None:
    (tokens,) = tag([split(text, 0, len(text))])
    parsed = parse(columns(tokens))
    phrases = [*parsed.phrases, *(p for c in parsed.clauses for p in (*c.subject, *c.objects))]
    assert all(0 <= p.start <= p.head < p.end <= len(tokens) for p in phrases)
    assert list(parsed.phrases) == sorted(parsed.phrases, key=lambda p: p.start)
    for number, clause in enumerate(parsed.clauses):
        assert 0 <= clause.start <= clause.verb < clause.end <= len(tokens)
        assert clause.parent is None or 0 <= clause.parent < len(parsed.clauses)
        assert clause.parent != number


def test_a_sentence_too_long_to_be_one_is_left_alone() -> None:
    text = "the army left and " * 400
    (tokens,) = tag([split(text, 0, len(text))])
    assert parse(columns(tokens)).clauses == ()
