"""Pronouns: for whom or what they stand, and where nobody can tell."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.extract.names_case import read

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "pronouns.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][-1][:50])
def test_cases(case: dict[str, Any]) -> None:
    mentions = read("\n".join(case["text"]))
    named = {m.chain for m in mentions if m.form == "name"}
    linked = [f"{m.text} -> {m.name}" for m in mentions if m.form == "pronoun" and m.chain in named]
    assert linked == case["refer"]
