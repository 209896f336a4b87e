"""The actors over time: whose lane an event stands in, what is joined, what has no room, and the same in words."""

from itertools import combinations
from typing import Any

import pytest

from briefgen.compose.lanemarks import WIDE
from briefgen.compose.lanes import LaneEvent, Lanes, ordered
from briefgen.compose.timescale import LETTER
from briefgen.model.knowledge import Account, Chronicle, Corpus, Entities, Event, Participant
from tests.compose.corpora import Writer, brief, page

NAMES = "Ann Bea Cai Dov Eli Fay Gus Hal Ida Jon Kim Lou".split()
# When, whose initials, and what else is to be known of an event.
Telling = tuple[str | None, str] | tuple[str | None, str, dict[str, Any]]


def harbour(*told: Telling) -> Corpus:
    """An article with a sentence for each event, the weightiest first, and actors by weight from Ann down."""
    writer = Writer()
    sentences = [f"The ferry number {n} stopped in harbour." for n in range(len(told))]
    roll = [f"{name} said no." for place, name in enumerate(NAMES) for _ in range(len(NAMES) - place)]
    writer.article("a", "Title\n\n" + " ".join([*sentences, *roll]), "Title", "Outlet")
    for place, name in enumerate(NAMES):
        for n in range(len(NAMES) - place):
            writer.mention("a", name, name.lower(), occurrence=n)
    events = []
    for n, (date, who, *more) in enumerate(told):
        cited = writer.cite("a", sentences[n])
        actors = tuple(Participant(name.lower(), "participant") for name in NAMES if name[0] in who)
        known = {"participants": actors, "weight": float(len(told) - n), **(more[0] if more else {})}
        events.append(Event(f"e{n}", cited, ("CONSULT",), (Account(cited),), date, **known))
    people = tuple(writer.entity(name.lower(), name, "person") for name in NAMES)
    return Corpus(writer.articles(), Entities(people), Chronicle(tuple(events)))


def picture(*told: Telling, language: str = "en", url: str = "timeline/") -> Lanes | None:
    found = page(brief(corpus=harbour(*told), language=language), url).view.lanes
    assert found is None or isinstance(found, Lanes)
    return found


def drawn(*told: Telling, language: str = "en") -> Lanes:
    found = picture(*told, language=language)
    assert found is not None
    return found


def names(found: Lanes) -> list[str]:
    return [lane.actor.label for lane in found.lanes]


def marked(found: Lanes, event: LaneEvent) -> str:
    """The initials of those in whose lanes an event stands."""
    return "".join(lane.actor.label[0] for lane in found.lanes if lane.y in event.lanes)


THREE: tuple[Telling, ...] = (("2031-05-01", "A"), ("2031-05-04", "AB"), ("2031-05-09", "B"))


def test_an_event_stands_in_the_lane_of_everybody_who_takes_part() -> None:
    found = drawn(*THREE)
    assert names(found) == ["Ann", "Bea"]
    assert [marked(found, event) for event in found.events] == ["A", "AB", "B"]
    assert [event.href for event in found.events] == [f"../events/e{n}/index.html" for n in range(3)]
    assert found.events[0].x < found.events[1].x == found.events[1].middle < found.events[2].x
    assert found.events[1].label == "4 May 2031: The ferry number 1 stopped in harbour (Ann, Bea)"
    assert found.desc.startswith(
        "2 actors from top to bottom, each with a lane of its own, and 3 events from 1 May 2031"
    )
    assert found.beyond == ""


@pytest.mark.parametrize(
    "told",
    [
        (("2031-05-01", "A"), ("2031-05-04", "A"), ("2031-05-09", "A")),
        (("2031-05-01", "AB"), ("2031-05-04", "AB")),
        (("2031-05-01", "AB"), ("2031-05-01", "A"), ("2031-05-01", "B")),
        (("2031-05-01", "AB"), ("2031-05-04", "B"), (None, "A"), (None, "AB")),
        (("2031-05-01", "A"), ("2031-05-04", "B"), ("2031-05-09", "C")),
        (("2031-05-01", ""), ("2031-05-04", ""), ("2031-05-09", "")),
        (),
    ],
    ids=["one actor", "two events", "one day", "two dates", "each once", "nobody", "nothing"],
)
def test_too_little_makes_no_picture(told: tuple[Telling, ...]) -> None:
    assert picture(*told) is None


def test_the_list_tells_what_the_picture_shows() -> None:
    found = drawn(*THREE, ("2031-05-05", "AC", {"status": "planned"}), ("2031-05-06~", "C"))
    for lane in found.lanes:
        pictured = [event.href for event in found.events if lane.y in event.lanes]
        assert [item.event.href for item in lane.items] == pictured
    told = {lane.actor.label: [(i.date.text, i.status, i.others) for i in lane.items] for lane in found.lanes}
    assert told["Cai"] == [("5 May 2031", "planned", "also: Ann"), ("about 6 May 2031", "", "")]
    assert told["Bea"] == [("4 May 2031", "", "also: Ann"), ("9 May 2031", "", "")]


def test_what_is_planned_or_of_uncertain_date_is_hollow_and_a_span_is_a_bar() -> None:
    spans: tuple[Telling, ...] = (("2031-05-02~", "A"), ("2031-05-05", "B", {"status": "denied"}))
    found = drawn(*THREE, *spans, ("2031-05-06/2031-05-08", "B"))
    looks = {event.href.split("/")[2]: (event.doubtful, event.width > 0) for event in found.events}
    assert looks["e0"] == looks["e1"] == (False, False)
    assert looks["e3"] == looks["e4"] == (True, False)
    assert looks["e5"] == (False, True)
    assert [part in found.key for part in ("circle", "hollow", "bar", "line")] == [True] * 4
    plain = drawn(("2031-05-01", "A"), ("2031-05-04", "B"), ("2031-05-09", "AC"), ("2031-05-08", "C"))
    assert [part in plain.key for part in ("circle", "hollow", "bar", "line")] == [True, False, False, True]


def crowd() -> tuple[Telling, ...]:
    """Five weeks of which every day has more than there is room for."""
    sharing = ("A", "AB", "C", "AD", "B", "BE", "A", "CE", "A", "D")
    days = [f"2031-{5 + n // 28:02}-{1 + n % 28:02}" for n in range(35)]
    many = [(day, who, {"voices": 1 + len(day + who) % 4}) for n, day in enumerate(days) for who in sharing[n % 3 :]]
    return (*many, *((f"{day}/2031-06-07", "CD") for day in days[::5]))


def test_no_mark_lies_on_another_or_on_the_line_of_another() -> None:
    found = drawn(*crowd())
    lanes = {lane.y: n for n, lane in enumerate(found.lanes)}
    assert len(found.events) > 90 and found.beyond
    for one, other in combinations(found.events, 2):
        spans = [(lanes[event.lanes[0]], lanes[event.lanes[-1]]) for event in (one, other)]
        ends = [[event.x - event.radius * 100 / WIDE, event.x + event.radius * 100 / WIDE] for event in (one, other)]
        for end, event in zip(ends, (one, other), strict=True):
            if event.width:
                end[:] = [event.x, event.x + event.width]
        if one.width or other.width:
            met = bool(set(one.lanes) & set(other.lanes)) and one.shift == other.shift
        else:
            joined = len(one.lanes) > 1 or len(other.lanes) > 1
            met = spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1] and (joined or one.shift == other.shift)
        assert not met or ends[0][1] <= ends[1][0] + 0.02 or ends[1][1] <= ends[0][0] + 0.02, (one, other)


def test_what_has_no_room_or_lies_far_off_is_counted() -> None:
    told = crowd()
    found = drawn(*told, ("1931", "A"), ("1950-03-01", "B"), (None, "A"), ("2031-05-05", "J"))
    assert "J" not in {name[0] for name in names(found)}
    assert found.beyond.startswith(f"Not shown are {len(told) + 2 - len(found.events)} events")


def test_no_lane_is_empty() -> None:
    joined = [("2031-05-01", "AB")] * 12
    found = drawn(*joined, ("2031-05-01", "C"), ("2031-05-01", "C"), ("2039-05-01", "AB"), ("2039-05-02", "AB"))
    assert all(lane.items for lane in found.lanes)


def test_the_weightiest_have_lanes_and_those_seen_once_where_there_are_few() -> None:
    twice = [(f"2031-05-{day:02}", initials) for day, initials in enumerate(["CDEFGHIJKL"] * 3, 1)]
    found = drawn(*twice, ("2031-05-09", "AB"))
    assert sorted(names(found)) == sorted(NAMES[2:])
    few = drawn(("2031-05-01", "KL"), ("2031-05-02", "KL"), ("2031-05-03", "ABCDEFGHIJ"))
    assert sorted(names(few)) == ["Ann", "Bea", "Cai", "Dov", "Eli", "Fay", "Kim", "Lou"]


def test_those_who_share_events_stand_beside_each_other() -> None:
    shared = [frozenset("ad"), frozenset("ad"), frozenset("be"), frozenset("c")]
    order = "".join(ordered("abcde", shared))
    assert abs(order.index("a") - order.index("d")) == abs(order.index("b") - order.index("e")) == 1
    assert ordered("abc", []) == ["a", "b", "c"]


def test_a_word_stands_in_the_lane_of_the_doer_and_on_no_mark() -> None:
    done = {"participants": (Participant("ann", "patient"), Participant("bea", "agent"))}
    suffered = {"participants": (Participant("ann", "patient"),)}
    found = drawn(("2031-05-01", "", done), ("2031-05-20", "", suffered), ("2031-06-30", "B", {"status": "planned"}))
    y = {lane.actor.label: lane.y for lane in found.lanes}
    assert [(words.text, words.y, words.anchor) for words in found.words] == [
        ("talks", y["Bea"], "start"),
        ("talks, planned", y["Bea"], "end"),
    ]
    crowded = drawn(*crowd())
    for words in crowded.words:
        length = len(words.text) * LETTER * 100 / 800
        left, right = (words.x, words.x + length) if words.anchor == "start" else (words.x - length, words.x)
        assert left >= 0 and right <= 100
        for event in crowded.events:
            crossed = event.lanes[0] <= words.y <= event.lanes[-1]
            assert not crossed or event.x >= right or event.x + event.width <= left or event.x == words.x


def test_pages_from_right_to_left_have_the_first_day_at_the_right() -> None:
    told = (("2031-05-01", "A"), ("2031-06-04", "AB"), ("2031-07-09", "B"), ("2031-05-06/2031-05-20", "B"))
    found, turned = drawn(*told), drawn(*told, language="ar")
    for event, other in zip(found.events, turned.events, strict=True):
        assert other.x + other.width == pytest.approx(100 - event.x, abs=0.02)
        assert (other.lanes, other.shift) == (event.lanes, event.shift)
    for words, other_words in zip(found.words, turned.words, strict=True):
        assert (words.x + other_words.x, words.beside + other_words.beside) == pytest.approx((100, 0))
        assert words.anchor == other_words.anchor
    for axis, other_axis in zip(found.axes, turned.axes, strict=True):
        assert [100 - tick.x for tick in axis.ticks] == pytest.approx([tick.x for tick in other_axis.ticks])


def test_years_and_months_have_a_picture_of_their_own_time_and_days_none() -> None:
    may = [(f"2031-05-{1 + n % 28:02}", "AB"[n % 2]) for n in range(120)]
    late: tuple[Telling, ...] = (("2031-05-28/2031-06-03", "B"), ("2031-06-20", "A"))
    told = (*may, *[("2031-05-03", "AB")] * 101, *late)
    whole, year, month, day = (
        picture(*told, url=f"timeline/{url}") for url in ("", "2031/", "2031-05/", "2031-05-03/")
    )
    assert whole and year and month and day is None
    assert " to 20 June 2031, " in whole.desc and " to 20 June 2031, " in year.desc
    assert " from 1 May 2031 to 31 May 2031, " in month.desc
    assert [found.events[0].href.count("../") for found in (whole, year, month)] == [1, 2, 2]
