"""Date lines by case file."""

from pathlib import Path

import pytest
import yaml

from briefgen.clean.lines import blocks
from briefgen.clean.published import stamp

CASES: list[tuple[str, str | None]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "dates.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(("line", "value"), CASES)
def test_date_line(line: str, value: str | None) -> None:
    found = stamp(blocks(line)[0])
    assert (found.value if found else None) == value
