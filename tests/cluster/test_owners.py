"""What is done to one person is not done to whom he belongs."""

from pathlib import Path

import pytest

from tests.harness import briefing_of, build

OPENING = "Nordic Bank is the largest bank of Norway and has its seat in Bergen."


@pytest.mark.parametrize(
    ("line", "concerned"),
    [
        ("Prosecutors charged the former head of Nordic Bank with fraud on Tuesday.", False),
        ("Police arrested Nordic Bank's former chief executive on Tuesday.", False),
        ("Prosecutors charged Nordic Bank with fraud on Tuesday.", True),
        ("A court fined Nordic Bank two million dollars on Tuesday.", True),
    ],
)
def test_who_belongs_to_a_body_suffers_alone(tmp_path: Path, line: str, concerned: bool) -> None:
    (tmp_path / "seeds").mkdir()
    text = f"---\ndate: 2021-03-10\n---\nNews of a bank\n\n{line}\n\n{OPENING}\n"
    (tmp_path / "seeds" / "a.txt").write_text(text, "utf-8")
    events = briefing_of(build(tmp_path)).events
    assert any(event.date == "2021-03-09" for event in events)
    assert any(actor.id == "nordic-bank" for event in events for actor in event.actors) is concerned
