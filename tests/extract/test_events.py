"""Event mentions: every frame's own sentences, the case table, and what must hold for any text."""

from math import prod
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.events.frames import TYPES, Line, frames, read
from briefgen.extract.events.match import fits_clause, fits_noun
from briefgen.extract.events.sentence import Desk
from briefgen.model.annotation import EventMention
from tests.extract.events_case import desk, document, events

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "events.yaml").read_text("utf-8"))
LINES = [(kind, line) for kind in TYPES for line in read(kind)]


def matched(text: str) -> list[Line]:
    """The lines of the frames that fit the sentence, the first of each verb and noun."""
    laid = desk(text)
    sentence = Desk(laid, 0, list(enumerate(laid.mentions)), [])
    found = []
    for number, clause in enumerate(sentence.parse.clauses):
        found += [f for f in frames().verbs.get(clause.lemma, ()) if fits_clause(sentence, number, f)][:1]
    for phrase in sentence.parse.phrases:
        if sentence.tokens[phrase.head].tag == "NOUN":
            found += [f for f in frames().nouns.get(sentence.lemma(phrase.head), ()) if fits_noun(sentence, phrase, f)][
                :1
            ]
    return [frame.line for frame in found]


@pytest.mark.parametrize(("kind", "line"), LINES, ids=lambda part: part if isinstance(part, str) else part.yes[:50])
def test_a_frame_finds_its_sentence_and_leaves_the_other(kind: str, line: Line) -> None:
    assert line in matched(line.yes)
    assert line not in matched(line.no)


def test_there_are_frames_of_every_type() -> None:
    assert {kind for kind, _ in LINES} == set(TYPES)
    assert len(LINES) >= 450


def as_line(text: str, event: EventMention, published: str | None) -> str:
    """An event in one line: type, trigger, standing, agents, patients, places, time ("about" that of a report)."""
    laid = desk(text, published)
    sides = [" + ".join(laid.mentions[i].name for i in part) for part in (event.agents, event.patients, event.places)]
    time = laid.times[event.time].text if event.time is not None else ""
    time = f"about {time}" if event.about else time
    standing = event.status + (" quoted" if event.quoted else "")
    trigger = text[event.trigger.start : event.trigger.end]
    return " | ".join([f"{event.type} {trigger}", standing, *sides, time])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    published = case.get("published")
    shown = [e for e in events(case["text"], published) if e.score >= case.get("least", 0.45)]
    assert [as_line(case["text"], event, published) for event in shown] == case["events"]


PARTS = [
    *(
        "Kenya",
        "Anna Berg",
        "the army",
        "said",
        "it",
        "had",
        "attacked",
        "the port",
        "on Monday",
        "will not",
        "meet",
        ",",
    ),
    *("and", "Norway", '"', "the killing of", "talks between", "by", "to", "called for", "must", "that", "who", "."),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=18).map(" ".join) | st.text(max_size=60))
def test_what_an_event_points_to_is_there(text: str) -> None:
    text = text.replace("\n", " ")
    laid = desk(text)
    for event in events(text):
        sentence = document(text).sentences[event.sentence]
        assert sentence.start <= event.start <= event.trigger.start < event.trigger.end <= event.end <= sentence.end
        assert all(0 <= i < len(laid.mentions) for i in (*event.agents, *event.patients, *event.places))
        assert event.time is None or 0 <= event.time < len(laid.times)
        assert abs(prod(value for _, value in event.factors) - event.score) < 0.006
        assert abs(prod(value for _, value in event.role_factors) - event.role_score) < 0.006
        assert 0 <= event.score <= 1
        chains = [laid.mentions[i].chain for i in event.agents]
        assert not any(laid.mentions[i].chain in chains for i in event.patients)


def test_a_headline_asserts_nothing() -> None:
    from msgspec.structs import replace

    from briefgen.extract import extract
    from briefgen.extract.rules import RULES
    from briefgen.model.text import Field, Span

    title = "Kenya attacks Norway"
    text = f"{title}\n\nNothing happened."
    made = document(text)
    headed = replace(
        made, title=Field(title, Span(0, len(title))), sentences=made.sentences[1:], passages=made.passages[1:]
    )
    assert extract(headed, RULES).events == ()


@pytest.mark.parametrize(
    "text", ["Aa " * 5000, "Anna and " * 5000, "'s" * 5000, "a@" * 5000, "1," * 5000, "\x00\ud800 " * 999]
)
def test_noise_is_not_read_and_costs_little(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Anna Berg resigned a week after she had met Jan Vik.", "Anna Berg resigned"),
        ("Anna Berg resigned two years ago in Oslo.", "Anna Berg resigned two years ago in Oslo"),
        ("Anna Berg resigned two days later.", "Anna Berg resigned two days later"),
        ("Anna Berg, 61, who was jailed in March, wept.", "Anna Berg, 61, who was jailed in March"),
        ("Anna Berg met Jan Vik, the palace said, and blamed the army.",
         "Anna Berg met Jan Vik, the palace said, and blamed the army"),
    ],
)  # fmt: skip
def test_an_event_is_told_from_its_subject_to_its_last_complement(text: str, stretch: str) -> None:
    assert stretch in [text[event.start : event.end] for event in events(text, "2024-05-15")]
