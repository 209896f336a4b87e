"""Dates of articles, voices, disagreements; and what holds for any order of the articles."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.cluster import cluster
from briefgen.model.knowledge import Chronicle, Judgement
from briefgen.model.text import Position
from briefgen.resolve import resolve
from tests.cluster.articles import article

FOLDER = Path(__file__).parent / "cases"
CASES = yaml.safe_load((FOLDER / "chronicle.yaml").read_text(encoding="utf-8"))
EVENTS = yaml.safe_load((FOLDER / "events.yaml").read_text(encoding="utf-8"))


def chronicle(case: dict[str, Any], *, backwards: bool = False) -> Chronicle:
    """What the articles of a case say together."""
    articles = [article(source, given) for source, given in case["articles"].items()]
    articles = articles[::-1] if backwards else articles
    return cluster(articles, resolve(articles, ()), ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_chronicle(case: dict[str, Any]) -> None:
    found = chronicle(case)
    if "sources" in case:
        assert {date.source: date.date for date in found.dates} == {k: str(v) for k, v in case["sources"].items()}
        assert all(date.reason and date.citations for date in found.dates)
    if "voices" in case:
        assert [list(voice.sources) for voice in found.voices if len(voice.sources) > 1] == case["voices"]
        assert all(voice.reason for voice in found.voices if len(voice.sources) > 1)
    if "differ" in case:
        assert [[d.topic, d.kind, [side.value for side in d.sides]] for d in found.disagreements] == case["differ"]


@pytest.mark.parametrize("case", [*CASES, *EVENTS], ids=lambda case: case["name"])
def test_the_order_of_the_articles_changes_nothing(case: dict[str, Any]) -> None:
    assert chronicle(case) == chronicle(case, backwards=True)


@pytest.mark.parametrize("case", [*CASES, *EVENTS], ids=lambda case: case["name"])
def test_every_event_is_told_by_sentences(case: dict[str, Any]) -> None:
    found = chronicle(case)
    articles = {source: article(source, given).document for source, given in case["articles"].items()}
    assert len({event.id for event in found.events}) == len(found.events)
    assert [event.weight for event in found.events] == sorted((e.weight for e in found.events), reverse=True)
    for event in found.events:
        assert event.accounts
        for account in event.accounts:
            spans = {(s.start, s.end) for s in articles[account.citation.source].sentences}
            assert (account.citation.start, account.citation.end) in spans
        assert articles[event.title.source].text[event.title.start : event.title.end].strip()


def test_judgements_join_and_keep_apart() -> None:
    case = next(case for case in EVENTS if case["name"].startswith("the same day's talk"))
    articles = [article(source, given) for source, given in case["articles"].items()]
    entities = resolve(articles, ())
    ids = [event.id for event in cluster(articles, entities, ()).events]
    assert len(ids) == 2
    place = Position("content/judgements.yml", 1)
    one = cluster(articles, entities, (Judgement(ids[0], ids[1], True, place),))
    assert len(one.events) == 1
    assert "judgement" in {merge.rule for merge in one.events[0].merges}
    talk = "lopez-met-berg-2021-03-06"
    apart = cluster(articles, entities, (Judgement(talk, "lopez-meet-berg-2021-03-06", False, place),))
    assert len(apart.events) == 3
