"""Times: the case table, names that look like times, and what must hold for any text."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract import lay_out
from briefgen.extract.rules.times import RULE
from briefgen.extract.times.words import pattern, words
from briefgen.model import dates
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Anchor, Mention, TimeExpression
from briefgen.model.text import Document, Passage, Published, Sentence

TABLE: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "times.yaml").read_text("utf-8"))
CASES = [(group["date"], text, found) for group in TABLE for text, found in group["cases"]]


def analysis(text: str, published: str | None) -> Analysis:
    whole = Sentence(0, len(text), 0)
    return lay_out(
        Document(
            id="a",
            path="seeds/a.txt",
            text=text,
            sha256="",
            published=Published(published, "metadata" if published else "unknown"),
            passages=(Passage(0, len(text)),),
            sentences=(whole,) if text.strip() else (),
        )
    )


def read(text: str, published: str | None) -> list[TimeExpression]:
    return list(RULE.find(analysis(text, published)))


@pytest.mark.parametrize(("published", "text", "expected"), CASES)
def test_cases(published: str | None, text: str, expected: list[str]) -> None:
    found = [f"{time.text} | {time.type} | {time.value} | {time.edtf or '-'}" for time in read(text, published)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("The strike began on Saturday.", Anchor("day", weekday=6)),
        ("The strike will begin on Saturday.", Anchor("day", weekday=6, direction=1)),
        ("The strike began 14 months ago.", Anchor("month", -14)),
        ("The strike began two weeks ago.", Anchor("week", -2)),
        ("The strike began last month.", Anchor("month", -1)),
        ("The strike began earlier this year.", Anchor("year")),
        ("The strike began on 12 May.", Anchor("day", month=5, day=12)),
        ("The strike began in May.", Anchor("month", month=5)),
        ("The strike began yesterday.", Anchor("day", -1)),
        ("The strike began in May last year.", Anchor("year", -1, month=5)),
    ],
)
def test_anchors_of_an_undated_article(text: str, anchor: Anchor) -> None:
    (time,) = read(text, None)
    assert time.edtf is None
    assert time.anchor == anchor


@pytest.mark.parametrize("name", ["May Jones", "Sunday Adeyemi", "the August Group"])
def test_a_part_of_a_name_is_no_time(name: str) -> None:
    text = f"In court, {name} spoke on Monday."
    start = text.index(name)
    mention = Mention(start, start + len(name), name, "person", name, 0)
    desk = analysis(text, "2020-05-20")
    named = Analysis(desk.document, desk.sentences, mentions=(mention,))
    assert [time.text for time in RULE.find(named)] == ["Monday"]


def test_months_are_settled_by_the_tense() -> None:
    ahead = read("The court will rule in October.", "2020-05-20")
    past = read("The court ruled in October.", "2020-05-20")
    assert [time.edtf for time in ahead + past] == ["2020-10", "2019-10"]


def test_every_lexicon_word_stands_in_a_pattern() -> None:
    w = words()
    month, weekday, unit = pattern("MONTH"), pattern("WKD"), pattern("UNIT")
    assert all(month.fullmatch(name) for name in w.months)
    assert all(weekday.fullmatch(name) for name in w.weekdays)
    assert all(unit.fullmatch(name) for name in w.units)


PIECES = st.sampled_from(
    "on last next this Friday May march 23 2020 1990s the 3rd of second quarter year week two hundred -old years ago a "
    "few days, from to until . ( ) -- 5 p.m. noon December 31 30 99999999999999999999 earlier later Christmas fiscal "
    "half 0 0000 \u0130 \u00a0 \u2019s '90s 12:45 31/02/2020 century since weekend 1/2 and".split(" ")
)


@given(
    st.lists(PIECES, max_size=25).map(" ".join),
    st.sampled_from([None, "2020-02-29", "0001-01-01", "9999-12", "../2020"]),
)
def test_any_words_give_sound_times(text: str, published: str | None) -> None:
    end = 0
    for time in read(text, published):
        assert end <= time.start < time.end <= len(text)
        assert time.text == text[time.start : time.end]
        assert time.edtf is None or dates.is_valid(time.edtf)
        assert 0 < time.score <= 1
        end = time.end


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(str), st.sampled_from(["Monday", "Tuesday", "Friday", "Sunday"])
)
def test_a_weekday_lies_in_the_week_before_the_article(published: str, weekday: str) -> None:
    (time,) = read(f"The strike began on {weekday}.", published)
    assert time.anchor is not None
    if time.edtf is not None:
        span = dates.invert(time.anchor, time.edtf)
        assert span is not None
        assert dates.contains(span, published)
