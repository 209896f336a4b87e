"""What whole readings show: titles, events that are told again, disagreements."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.cluster.apart import apart
from briefgen.model.knowledge import Corpus
from briefgen.resolve import resolve
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
    for title, who in case.get("who", {}).items():
        (event,) = [event for event in told.chronicle.events if told.words(event.title) == title]
        assert [part.entity for part in event.participants] == who
    if "differ" in case:
        differ = [[d.topic, d.kind, [side.value for side in d.sides]] for d in told.chronicle.disagreements]
        assert differ == case["differ"]


def test_why_events_that_look_alike_are_apart() -> None:
    told = of_case(next(case for case in CASES if case["name"].startswith("several strikes"))["articles"])
    corpus = Corpus(told.articles, resolve(told.articles, ()), told.chronicle)
    for event, other in (told.chronicle.events, told.chronicle.events[::-1]):
        (found,) = apart(corpus, event)
        assert (found.event, found.reason) == (other.id, "several, not one")
        assert found.score == round(sum(value for _, value in found.factors), 2)
        assert found.ours != found.theirs


def test_what_has_nothing_alike_is_not_mentioned() -> None:
    told = of_case(next(case for case in CASES if case["name"].startswith("a toll that rises"))["articles"])
    corpus = Corpus(told.articles, resolve(told.articles, ()), told.chronicle)
    inquiry = next(event for event in told.chronicle.events if "inquiry" in told.words(event.title))
    assert apart(corpus, inquiry) == ()
