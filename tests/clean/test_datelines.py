"""Datelines by case file."""

from pathlib import Path

import pytest
import yaml

from briefgen.clean.dateline import find_dateline
from briefgen.clean.lines import blocks

CASES: list[list[str | int | None]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "datelines.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[str(case[0]) for case in CASES])
def test_dateline(case: list[str | int | None]) -> None:
    text, dateline, agency, paragraph = [*case, 3][:4]
    assert isinstance(text, str) and isinstance(paragraph, int)
    (block,) = blocks(text)
    found = find_dateline(block, paragraph)
    assert (text[: found.end] if found else None) == dateline
    assert (found.agency.value if found and found.agency else None) == agency
    if found:
        assert not text[found.end : found.text_start].strip()
