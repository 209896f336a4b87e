"""What days weigh, and what of it events have."""

from collections import Counter
from datetime import date

import pytest

from briefgen.cluster.weights import Days, weighed
from briefgen.model.annotation import EventStatus
from briefgen.model.knowledge import Account, Citation, Event
from tests.cluster.told import told

MONDAY = date(2021, 7, 26).toordinal()


def event(name: str, day: str | None, weight: float = 1.0, status: EventStatus = "actual") -> Event:
    citation = Citation("a", 0, 1)
    return Event(name, citation, ("OTHER",), (Account(citation),), date=day, weight=weight, status=status)


def test_a_day_alone_stands_out_more_than_one_among_busy_days() -> None:
    busy = {MONDAY + step: 5 for step in range(7)}
    days = Days(Counter({**busy, MONDAY + 60: 5}))
    assert days.standing_out(MONDAY + 60) > 1 > days.standing_out(MONDAY + 3)
    weights = {day.date: day.weight for day in days.weights()}
    assert weights["2021-09-24"] == max(weights.values())
    assert list(weights) == sorted(weights)


def test_days_that_are_all_alike_weigh_their_articles() -> None:
    days = Days(Counter({MONDAY + 30 * step: 3 for step in range(4)}))
    assert {day.weight for day in days.weights()} == {3.0}


@pytest.mark.parametrize(
    ("status", "weights"),
    [
        ("actual", [4.0, 2.0]),  # the day's three articles, shared as 2 to 1
        ("planned", [5.0, 1.0]),  # all of them
    ],
)
def test_events_share_their_day_and_what_is_planned_has_nothing_of_it(
    status: EventStatus, weights: list[float]
) -> None:
    made = [event("held", "2021-07-26", 2.0), event("meet", "2021-07-26", 1.0, status)]
    assert [e.weight for e in weighed(made, Days(Counter({MONDAY: 3})))] == weights


def test_without_a_day_or_without_articles_an_event_has_its_own_weight() -> None:
    made = [event("undated", None), event("month", "2021-07"), event("untold", "2021-01-01")]
    assert [e.weight for e in weighed(made, Days(Counter({MONDAY: 3})))] == [1.0, 1.0, 1.0]


def test_a_slight_event_does_not_carry_a_much_told_day() -> None:
    (slight,) = weighed([event("slight", "2021-07-26", 0.1)], Days(Counter({MONDAY: 30})))
    assert slight.weight == pytest.approx(1.1)


def weight_of_an_old_treaty(*lines: str) -> float:
    """What the treaty of some year weighs that an article of 2021 tells of."""
    read = told((("a", "2021-03-09", "Rudna Post", "\n".join(lines)),))
    return next(event.weight for event in read.chronicle.events if read.words(event.title).startswith("Kenya signed"))


def test_the_past_that_an_article_tells_in_passing_weighs_less() -> None:
    news = ["Norway recalled its envoy from Peru on Monday."]
    news += [f"The mayor Jan Berg praised the {noun} in Oslo." for noun in ("port", "bank", "army", "union")]
    old, new, led = (f"Kenya signed a treaty with Ghana in {year}." for year in (1998, 2021, 1998))
    assert weight_of_an_old_treaty(*news, old) < weight_of_an_old_treaty(*news, new)
    assert weight_of_an_old_treaty(*news, old) < weight_of_an_old_treaty(led, *news)
