"""Headlines that tell an event: they name a participant and the deed."""

from pathlib import Path

import pytest

from tests.harness import briefing_of, build


@pytest.mark.parametrize(
    ("headline", "lead", "deed"),
    [
        ("Nordbank unveils card for students", "Nordbank has unveiled a new card for students.", "unveils"),
        ("Nordbank sues rival over fees", "Nordbank sued its rival Sundpay over fees.", "sues"),
        ("Students get a new card", "Nordbank has unveiled a new card for students.", None),
        ("Nordbank in the news", "Nordbank has unveiled a new card for students.", None),
        ("Sundpay unveils a card too", "Nordbank has unveiled a new card for students.", None),
        ("Fined Nordbank looks for staff", "Norway fined Nordbank on Monday.", None),
        ("Nordbank fined over fees", "Norway fined Nordbank on Monday.", "fined"),
        ("Nordbank suede shoes win fans", "Nordbank sued its rival Sundpay over fees.", None),
    ],
)
def test_a_headline_that_names_who_and_what_is_one_more_telling(
    tmp_path: Path, headline: str, lead: str, deed: str | None
) -> None:
    (tmp_path / "seeds").mkdir()
    text = (
        f"---\ndate: 2021-03-10\n---\n{headline}\n\n{lead}\n\nThe bank was founded in Bergen, where it has offices.\n"
    )
    (tmp_path / "seeds" / "a.txt").write_text(text, "utf-8")
    cited = [c for event in briefing_of(build(tmp_path)).events for c in event.citations if c.exact == headline]
    words = [c.exact[c.trigger[0] - c.start : c.trigger[1] - c.start] for c in cited if c.trigger]
    assert words == ([deed] if deed else [])
