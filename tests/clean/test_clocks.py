"""Live texts: sentences begin where a clock time does."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.clean.clocks import by_clock, is_live
from briefgen.clean.lines import blocks
from briefgen.clean.sentences import split

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases").joinpath("clocks.yaml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20])
def test_cases(case: dict[str, Any]) -> None:
    text = case["text"]
    listed = blocks(text)
    spans = [span for block in listed for span in split(text, block.start, block.end)]
    found = by_clock(text, spans) if is_live(listed) else spans
    assert [text[start:end] for start, end in found] == case["find"]
