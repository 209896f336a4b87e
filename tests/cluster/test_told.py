"""What whole readings show: titles, events that are told again, disagreements."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cluster.told import of_case

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "told.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_told(case: dict[str, Any]) -> None:
    told = of_case(case["articles"])
    assert [title for title in case.get("titles", ()) if title not in told.titles] == []
    assert [title for title in case.get("no titles", ()) if title in told.titles] == []
    assert len(set(told.titles)) == len(told.titles)
    if "events" in case:
        assert len(told.titles) == case["events"]
    for title, date in case.get("dates", {}).items():
        found = [event.date for event in told.chronicle.events if told.words(event.title) == title]
        assert found == [date and str(date)]
    if "differ" in case:
        differ = [[d.topic, d.kind, [side.value for side in d.sides]] for d in told.chronicle.disagreements]
        assert differ == case["differ"]
