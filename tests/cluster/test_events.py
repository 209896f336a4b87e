"""Which passages tell one event, and when it was."""

from pathlib import Path

import pytest
import yaml

from briefgen.cluster import cluster
from briefgen.model.knowledge import Article, Event
from briefgen.resolve import resolve
from tests.cluster.articles import article

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "events.yaml").read_text(encoding="utf-8"))


def triggers(articles: tuple[Article, ...], event: Event) -> set[str]:
    """The triggers that an event rests on, as ``source:word``."""
    by_id = {a.document.id: a for a in articles}
    refs = {ref for account in event.accounts for ref in account.mentions}
    found = set()
    for ref in refs:
        mention = by_id[ref.source].extraction.events[ref.index]
        found.add(f"{ref.source}:{by_id[ref.source].document.exact(mention.trigger)}")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_events(case: dict[str, object]) -> None:
    articles = tuple(article(source, given) for source, given in case["articles"].items())  # type: ignore[attr-defined]
    chronicle = cluster(articles, resolve(articles, ()), ())
    groups = [triggers(articles, event) for event in chronicle.events]
    joined = sorted(sorted(group) for group in groups if len(group) > 1)
    assert joined == sorted(sorted(group) for group in case["events"])  # type: ignore[attr-defined]
    for trigger in case.get("none", ()):  # type: ignore[attr-defined]
        assert not any(trigger in group for group in groups)
    for trigger, date in case.get("dates", {}).items():  # type: ignore[attr-defined]
        assert [e.date for e, group in zip(chronicle.events, groups, strict=True) if trigger in group] == [
            date and str(date)
        ]


@pytest.mark.parametrize(
    ("between", "names"),
    [("a bid to", {"nordbank", "rudna-steel"}), (f"a course of {'long and slow ' * 6}steps to", {"nordbank"})],
)
def test_whom_a_deed_aims_at_stands_near_it(between: str, names: set[str]) -> None:
    deed = "[Nordbank]o {launched:MOBILIZE:Nordbank:launch}"
    line = f"{deed} {between} {{buy:AID:Nordbank>Rudna Steel:planned}} [Rudna Steel]o."
    articles = (article("a", {"date": "2021-03-07", "lines": [line]}),)
    event, *_ = cluster(articles, resolve(articles, ()), ()).events
    assert {participant.entity for participant in event.participants} == names
