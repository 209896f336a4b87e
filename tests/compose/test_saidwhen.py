"""The day of a statement: that of its own cue, never that of what it tells."""

from pathlib import Path

import pytest

from tests.harness import briefing_of, build

OPENING = "Finance minister Anna Berg visited the port of Rudna."


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Berg said on Tuesday that the harbour needed new cranes.", ["2021-03-09"]),
        ("Berg told a rally in Rudna on Tuesday that the harbour needed new cranes.", ["2021-03-09"]),
        ('"We need new cranes," said Berg on Tuesday.', ["2021-03-09"]),
        ('"We need new cranes," Berg on Tuesday told reporters.', ["2021-03-09"]),
        ("Berg said that the harbour had been sold in 2019.", [None]),
        ("Berg, who took office in 2019, said the harbour needed new cranes.", [None]),
        ("Berg said after a blast on Tuesday that the harbour needed new cranes.", [None]),
        ("Police arrested a diver in 2019, Berg said.", [None]),
    ],
)
def test_a_statement_is_of_the_day_that_its_cue_has(tmp_path: Path, line: str, dates: list[str | None]) -> None:
    (tmp_path / "seeds").mkdir()
    text = "\n\n".join(["---\ndate: 2021-03-10\n---\nMinister at the port", OPENING, line])
    (tmp_path / "seeds" / "a.txt").write_text(text + "\n", "utf-8")
    assert [statement.date for statement in briefing_of(build(tmp_path)).statements] == dates


def test_a_statement_keeps_through_whom_it_came(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    text = "\n\n".join(["Minister at the port", OPENING, "Berg told Reuters that the harbour needed new cranes."])
    (tmp_path / "seeds" / "a.txt").write_text(text + "\n", "utf-8")
    made = build(tmp_path)
    (statement,) = briefing_of(made).statements
    assert (statement.speaker, statement.via) == ("anna-berg", ("reuters",))
    assert any(b"<span>via " in artifact.data for artifact in made.artifacts if artifact.path.startswith("actors/"))
