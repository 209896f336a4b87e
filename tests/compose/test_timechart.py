"""The picture of time: what stands where, what is named, what is left out and said to be."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from briefgen.compose.mirror import mirrored
from briefgen.compose.timechart import TimeChart
from briefgen.compose.timemarks import LETTER
from briefgen.compose.timescale import Scale, extent, ticks
from briefgen.model.knowledge import Account, Chronicle, Corpus, Entities, Event, Participant
from briefgen.model.text import Published
from briefgen.model.words import Words
from tests.compose.corpora import Writer, brief, page


def story(*dates: str | None) -> Corpus:
    """An article with a sentence for each date."""
    writer = Writer()
    sentences = [f"The ferry number {n} stopped in harbour." for n in range(len(dates))]
    writer.article("a", "Title\n\n" + " ".join(sentences), "Title", "Outlet")
    events = []
    for n, (sentence, edtf) in enumerate(zip(sentences, dates, strict=True)):
        cited = writer.cite("a", sentence)
        events.append(Event(f"e{n}", cited, ("OTHER",), (Account(cited),), edtf, weight=float(len(dates) - n)))
    return Corpus(writer.articles(), Entities(), Chronicle(tuple(events)))


def chart(*dates: str | None) -> TimeChart | None:
    found = page(brief(corpus=story(*dates)), "").view.chart
    assert found is None or isinstance(found, TimeChart)
    return found


def test_too_few_dates_or_one_day_make_no_picture() -> None:
    assert chart("2031-05-01", "2031-05-02", None, "../2031") is None
    assert chart("2031-05-01", "2031-05-01", "2031-05-01") is None
    assert chart("2031-05-01", "2031-05-02", "2031-05-02") is not None


def test_events_stand_in_order_of_time_those_of_a_day_above_one_another() -> None:
    found = chart("2031-05-01", "2031-05-09", "2031-05-09", "2031-05-04/2031-05-06")
    assert found is not None
    first, second, third, span = found.pictures[0].marks
    assert first.x < span.x < span.x + span.width < second.x == third.x
    assert third.y + third.radius < second.y - second.radius < span.y < 0
    assert first.href == "events/e0/index.html" and first.label.startswith("1 May 2031: The ferry number 0")
    assert [picture.id for picture in found.pictures] == ["wide", "middle", "narrow"] and found.beyond == ""


def test_pages_from_right_to_left_have_the_first_day_at_the_right() -> None:
    days = ("2031-05-01", "2031-05-09", "2031-05-04/2031-05-06")
    found = chart(*days)
    turned = page(brief(corpus=story(*days), language="ar"), "").view.chart
    assert found is not None
    for picture, other in zip(found.pictures, turned.pictures, strict=True):
        first, second, span = other.marks
        assert second.x < span.x < span.x + span.width < first.x
        assert [picture.width - tick.x for tick in picture.ticks] == pytest.approx([tick.x for tick in other.ticks])
        assert [one.words - one.x for one in picture.callouts] == pytest.approx(
            [one.x - one.words for one in other.callouts]
        )
        assert all(line[0] + line[-1] == "\u2066\u2069" for one in other.callouts for line in one.lines)
        again = mirrored(mirrored(picture, Words({})), Words({}))
        assert [mark.x for mark in again.marks] == pytest.approx([mark.x for mark in picture.marks])


def test_what_is_far_from_the_story_is_counted_and_not_shown() -> None:
    found = chart(*(f"2031-05-{n:02}" for n in range(1, 29)), "1987", "1950-02-03")
    assert found is not None and found.beyond.startswith("Not shown are 2 events")
    assert found.desc.startswith("28 events from 1 May 2031 to 28 May 2031")


def test_home_tells_what_is_long_before_the_story_as_background() -> None:
    may = [f"2031-05-{n:02}" for n in range(1, 29)]
    home = page(brief(corpus=story(*may, "1987", None, "1950-02-03", "2090")), "").view
    assert [card.date.iso for card in home.background] == ["1950-02-03", "1987"]
    assert {card.date.iso for card in home.events.dated} <= {*may, "2090"}
    assert [card.event.label for card in home.events.undated] == ["The ferry number 29 stopped in harbour"]
    assert page(brief(corpus=story("1950", "2031-05-01")), "").view.background == ()
    assert page(brief(corpus=story(*may)), "").view.background == ()


def test_a_day_has_only_so_much_room() -> None:
    found = chart("2031-05-01", *(["2031-05-02"] * 80))
    assert found is not None
    assert 10 < len(found.pictures[0].marks) < 40 and found.beyond
    assert found.pictures[0].top > -400


def test_names_cross_neither_names_nor_lines() -> None:
    found = chart(*(f"2031-{month:02}-{day:02}" for month in (1, 2, 3, 4, 5) for day in (1, 3, 17)))
    assert found is not None
    named = found.pictures[0].callouts
    assert len(named) >= 4
    boxes = []
    for one in named:
        width = LETTER * max(map(len, (*one.lines, one.date)))
        left = one.words if one.anchor == "start" else one.words - width
        assert left >= 0 and left + width <= found.pictures[0].width
        boxes.append((left, left + width, one.y, one.x))
    for (left, right, y, line), (left2, right2, y2, line2) in combinations(boxes, 2):
        assert y != y2 or right < left2 or right2 < left
        assert not (y < y2 and left2 < line < right2) and not (y2 < y and left < line2 < right)


def test_names_are_the_titles_own_words_in_lines_with_what_is_not_a_fact() -> None:
    writer = Writer()
    long = "Crews of the ferry company that nobody had heard of turned away the seventh boat of those from the north."
    sentences = [long, "The company will sell two boats.", "Crews went home."]
    writer.article("a", "Title\n\n" + " ".join(sentences), "Title", "Outlet")
    writer.mention("a", "ferry company", "tern", "organization")
    events = []
    statuses: Any = ("actual", "planned", "actual")
    for n, status in enumerate(statuses):
        cited, who = writer.cite("a", sentences[n]), (Participant("tern", "agent"),)
        day = f"2031-05-{1 + 7 * n:02}"
        events.append(Event(f"e{n}", cited, ("REJECT",), (Account(cited),), day, participants=who, status=status))
    entities = Entities((writer.entity("tern", "Tern Lines", "organization"),))
    found = page(brief(corpus=Corpus(writer.articles(), entities, Chronicle(tuple(events)))), "").view.chart
    assert {one.date: one.lines for one in found.pictures[0].callouts} == {
        "1 May 2031": (
            "Crews of the ferry company that",
            "nobody had heard of turned away",
            "the seventh boat of those from …",
        ),
        "8 May 2031, planned": ("The company will sell two boats",),
        "15 May 2031": ("Crews went home",),
    }


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2031, 5, 1), date(2031, 5, 4), ["1 May 2031", "2 May", "3 May", "4 May"]),
        (date(2031, 5, 1), date(2031, 5, 30), ["1 May 2031", "8 May", "15 May", "22 May", "29 May"]),
        (date(2030, 11, 15), date(2031, 2, 10), ["December 2030", "January 2031", "February"]),
        (date(2020, 3, 1), date(2031, 5, 1), ["2022", "2024", "2026", "2028", "2030"]),
    ],
)
def test_ticks_are_as_fine_as_fits(first: date, last: date, labels: list[str]) -> None:
    assert [tick.label for tick in ticks(Scale(first, last, 10, 810), 100, Words({})) if tick.label] == labels


def test_the_ends_of_the_calendar_break_nothing() -> None:
    core = [date.min, date.max]
    assert extent(core, core) == (date.min, date.max)
    assert extent([date.max] * 9, core) == (date.max, date.max)
    assert chart("0002-01-01", "9998-12-31", "2031") is not None


def test_an_actor_has_a_sparkline_where_the_sources_have_four_dates() -> None:
    writer = Writer()
    days = ("2031-05-01", "2031-05-02", "2031-05-04", "2031-05-08")
    for day in days:
        writer.article(day, "T\n\nAnn Lee met Ann Lee.", "T", published=Published(day, "stated"))
        writer.mention(day, "Ann Lee", "ann-lee")
    writer.mention(days[2], "Ann Lee", "ann-lee", occurrence=1)
    writer.mention(days[2], "met", "bo-anders")
    people = (writer.entity("ann-lee", "Ann Lee", "person"), writer.entity("bo-anders", "Bo Anders", "person"))
    corpus = Corpus(writer.articles(), Entities(people), Chronicle())
    lines = {one.card.actor.label: one.mentions for one in page(brief(corpus=corpus), "").view.actors}
    assert lines["Ann Lee"] and lines["Ann Lee"].text == "Mentioned most: 4 May 2031"
    assert [(bar.x, bar.height) for bar in lines["Ann Lee"].bars] == [(0, 9), (12, 9), (36, 18), (84, 9)]
    assert page(brief(), "").view.actors and all(one.mentions is None for one in page(brief(), "").view.actors)
