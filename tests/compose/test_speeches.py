"""What actors said, as events of the published data without pages."""

from pathlib import Path

import pytest

from briefgen.model.site import BriefingData, EventRecord
from tests.harness import briefing_of, build

OPENING = "Finance minister Anna Berg visited the port of Rudna on Tuesday."


def read(root: Path, *lines: str) -> tuple[BriefingData, int]:
    (root / "seeds").mkdir()
    text = "\n\n".join(["---\ndate: 2021-03-10\n---\nMinister at the port", OPENING, *lines])
    (root / "seeds" / "a.txt").write_text(text + "\n", "utf-8")
    made = build(root)
    return briefing_of(made), sum("/events/" in f"/{artifact.path}" for artifact in made.artifacts)


def speeches(data: BriefingData) -> list[EventRecord]:
    return [event for event in data.events if event.page is None]


def triggers(event: EventRecord) -> list[str]:
    return [c.exact[c.trigger[0] - c.start : c.trigger[1] - c.start] for c in event.citations if c.trigger]


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Berg said the harbour needed new cranes.", ["2021-03-10~"]),
        ("Berg said on Tuesday that the harbour needed new cranes.", ["2021-03-09"]),
        ("Berg, a lawyer since 2009, said the harbour needed new cranes.", [None]),
        ("Berg says the harbour needs new cranes.", ["2021-03-10~"]),
        ("The pier burned on 1 March.\n\nBerg said the harbour needed new cranes.", [None]),
        ("The pier opened on Wednesday.\n\nBerg said the harbour needed new cranes.", ["2021-03-10~"]),
        (
            "".join(f"The crane on pier {n} is red.\n\n" for n in range(16))
            + "Berg said the harbour needed new cranes.",
            [None],
        ),
        ("Berg has often said that the harbour needed new cranes.", [None]),
        ("The harbour needs new cranes, according to Berg.", []),
        ("Prosecutors said the harbour needed new cranes.", []),
    ],
)
def test_a_speech_is_of_the_day_that_its_cue_has_or_about_its_article_s(
    tmp_path: Path, line: str, dates: list[str | None]
) -> None:
    data, _ = read(tmp_path, line)
    found = speeches(data)
    assert [event.date for event in found] == dates
    assert all(event.types == ("STATEMENT",) for event in found)
    assert all([p.role for p in event.actors] == ["agent"] for event in found)


def test_what_one_says_in_an_article_on_one_day_is_one_speech(tmp_path: Path) -> None:
    data, _ = read(tmp_path, "Berg said the harbour needed new cranes.", '"We have no money," Berg added.')
    (speech,) = speeches(data)
    assert triggers(speech) == ["said", "added"]


def test_speeches_share_the_weight_of_a_day_of_which_nothing_else_is_told(tmp_path: Path) -> None:
    # The visit was on Tuesday, 9 March; the article appeared on the 10th and names all three days.
    said = ("Berg said the harbour needed new cranes.", "Berg said on Monday that she was sad.")
    data, _ = read(tmp_path, *said, "Berg said on Tuesday that she was tired.")
    assert {event.date: event.weight for event in speeches(data)} == {
        "2021-03-10~": 1.0,
        "2021-03-09": 0.0,
        "2021-03-08": 1.0,
    }
    assert [event.weight for event in data.events] == sorted((e.weight for e in data.events), reverse=True)


def test_no_page_tells_a_speech_and_what_is_an_event_is_none(tmp_path: Path) -> None:
    data, pages = read(tmp_path, "Berg announced that the port would close.", "Berg said that she was sad.")
    assert [triggers(event) for event in speeches(data)] == [["said"]]
    assert pages == sum(event.page is not None for event in data.events) + 1  # and the list
