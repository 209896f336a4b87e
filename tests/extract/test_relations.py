"""Relations that the article itself tells, by a table of cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.extract.statements_article import read

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "relations.yaml").read_text("utf-8"))
SHOWN = 0.6


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    extraction = read(case["text"])
    names = extraction.mentions
    found = [
        f"{names[relation.subject].text} | {relation.type} | {names[relation.object].text}"
        for relation in extraction.relations
        if relation.score >= SHOWN
    ]
    assert found == case["find"]


def test_the_span_holds_both_parties() -> None:
    extraction = read("General Ali Khan is backed by Chad.")
    (relation,) = extraction.relations
    assert "General Ali Khan is backed by Chad."[relation.start : relation.end] == "Ali Khan is backed by Chad"
