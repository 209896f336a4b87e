"""Descriptions in the article's own words, by a table of cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.extract.statements_article import read

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "descriptions.yaml").read_text("utf-8"))
SHOWN = 0.6


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    extraction = read(case["text"])
    found = [
        f"{extraction.mentions[description.mention].text} | {description.text}"
        for description in extraction.descriptions
        if description.score >= SHOWN
    ]
    assert found == case["find"]
