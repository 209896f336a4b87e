"""Lines that name an outlet, by case file."""

from pathlib import Path

import pytest
import yaml

from briefgen.clean.outlet import head_outlet, line_outlet

CASES: list[tuple[str, str | None, str | None]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "outlets.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(("line", "anywhere", "first"), CASES)
def test_outlet_line(line: str, anywhere: str | None, first: str | None) -> None:
    assert (line_outlet(line), head_outlet(line)) == (anywhere, first)
