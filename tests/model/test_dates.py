"""Dates: the case table, and what must hold for any date."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import dates
from briefgen.model.annotation import Anchor

CASES: dict[str, list[Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "dates.yaml").read_text("utf-8"))

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
points = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: day.isoformat()[:7]),
    days.map(lambda day: day.isoformat()[:4]),
    days.map(lambda day: day.isoformat()[:3] + "X"),
    days.map(lambda day: f"{day.year}-2{day.month % 4 + 1}"),
)
marks = st.sampled_from(["", "", "?", "~", "%"])
marked = st.tuples(points, marks).map("".join)
intervals = st.tuples(marked, marked).filter(lambda ends: dates.sort_key(ends[0]) <= dates.sort_key(ends[1]))
edtfs = st.one_of(
    marked,
    intervals.filter(lambda ends: dates.bounds(ends[0])[0] <= dates.bounds(ends[1])[1]).map("/".join),
    marked.map(lambda text: f"../{text}"),
    marked.map(lambda text: f"{text}/.."),
)
shifts = st.integers(-40, 40)
directions = st.sampled_from([-1, 0, 1])
anchors = st.one_of(
    st.builds(Anchor, unit=st.sampled_from(["day", "week", "month", "quarter", "year"]), shift=shifts),
    st.builds(Anchor, unit=st.just("day"), weekday=st.integers(1, 7), direction=directions),
    st.builds(Anchor, unit=st.just("week"), shift=shifts, weekday=st.integers(1, 7)),
    st.builds(Anchor, unit=st.just("month"), month=st.integers(1, 12), direction=directions),
    st.builds(Anchor, unit=st.just("day"), month=st.integers(1, 12), day=st.integers(1, 28), direction=directions),
    st.builds(Anchor, unit=st.just("day"), month=st.just(2), day=st.just(29), direction=directions),
    st.builds(Anchor, unit=st.just("year"), shift=shifts, month=st.integers(1, 12)),
)


@pytest.mark.parametrize(("text", "first", "last", "precision", "words"), CASES["spans"], ids=str)
def test_spans(text: str, first: str, last: str, precision: str, words: str) -> None:
    assert dates.is_valid(text)
    assert [day.isoformat() for day in dates.bounds(text)] == [first, last]
    assert dates.precision(text) == precision
    assert dates.phrase(text) == words


@pytest.mark.parametrize("text", CASES["invalid"])
def test_invalid(text: str) -> None:
    assert not dates.is_valid(text)
    with pytest.raises(ValueError, match="not an EDTF"):
        dates.bounds(text)


@pytest.mark.parametrize(("left", "right", "common"), CASES["intersections"])
def test_intersections(left: str, right: str, common: str | None) -> None:
    assert dates.intersection(left, right) == dates.intersection(right, left) == common
    assert dates.compatible(left, right) == (common is not None)


@pytest.mark.parametrize(("left", "right", "whole"), CASES["covers"])
def test_covers(left: str, right: str, whole: str) -> None:
    assert dates.cover(left, right) == dates.cover(right, left) == whole


@pytest.mark.parametrize(("anchor", "published", "meaning"), CASES["resolved"])
def test_resolved(anchor: dict[str, Any], published: str, meaning: str | None) -> None:
    assert dates.resolve(Anchor(**anchor), published) == meaning


@pytest.mark.parametrize(("anchor", "known", "published"), CASES["inverted"])
def test_inverted(anchor: dict[str, Any], known: str, published: str | None) -> None:
    assert dates.invert(Anchor(**anchor), known) == published


def test_order() -> None:
    order = ["2019", "2020-05-01", "2020-05", "2020-05-23", "2020-06", None]
    assert sorted([order[-1], *order[:-1]], key=dates.sort_key) == order


@given(edtfs)
def test_bounds_are_ordered_and_every_date_has_words(edtf: str) -> None:
    first, last = dates.bounds(edtf)
    assert first <= last
    assert dates.phrase(edtf).strip()
    assert dates.contains(edtf, edtf)


@given(days, days)
def test_bounds_and_back(left: date, right: date) -> None:
    first, last = min(left, right), max(left, right)
    assert dates.bounds(dates.from_bounds(first, last)) == (first, last)


@given(edtfs, edtfs)
def test_combinations_hold_each_other(left: str, right: str) -> None:
    common, whole = dates.intersection(left, right), dates.cover(left, right)
    assert dates.is_valid(whole)
    assert dates.contains(whole, left)
    assert dates.contains(whole, right)
    if common is not None:
        assert dates.contains(left, common)
        assert dates.contains(right, common)


@given(anchors, days)
def test_inverse_of_a_meaning_holds_the_article(anchor: Anchor, day: date) -> None:
    meaning = dates.resolve(anchor, day.isoformat())
    assert meaning is not None
    published = dates.invert(anchor, meaning)
    assert published is not None
    assert dates.contains(published, day.isoformat())
    first, last = dates.bounds(published)
    for edge in (first, last):
        assert dates.compatible(dates.resolve(anchor, edge.isoformat()) or "XXXX", meaning)


@given(anchors, days, days)
def test_meaning_in_an_interval_holds_the_meaning_on_its_days(anchor: Anchor, left: date, right: date) -> None:
    first, last = min(left, right), max(left, right)
    whole = dates.resolve(anchor, f"{first}/{last}")
    assert whole is not None
    for day in (first, first + (last - first) / 2, last):
        assert dates.contains(whole, dates.resolve(anchor, day.isoformat()) or "")


@given(st.text(alphabet="0123456789X-/.?~%", max_size=24))
def test_any_text_is_a_date_or_none(text: str) -> None:
    if dates.is_valid(text):
        assert dates.bounds(text)[0] <= dates.bounds(text)[1]
        assert dates.phrase(text)
