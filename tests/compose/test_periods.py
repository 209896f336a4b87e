"""A long timeline: every telling on one page that is short enough, every page reached from the one above."""

from collections import Counter
from posixpath import join, normpath

import pytest

from briefgen.compose.periods import MOST
from briefgen.model.site import Briefing, Page
from tests.compose.corpora import brief
from tests.compose.test_timechart import story


def timeline(*dates: str | None) -> tuple[Briefing, dict[str, Page]]:
    briefing = brief(corpus=story(*dates))
    return briefing, {page.route.path: page for page in briefing.pages if page.kind == "timeline"}


LONG = (
    *["2031-05-01"] * (MOST + 10),
    *["2031-05-02/2031-05-03"] * 3,
    *["2031-05"] * 2,
    *["2031-06-01"] * 5,
    *["2031"] * 4,
    *["2029-01-01"] * 6,
    *["198X"] * 2,
    *[None] * (2 * MOST + 1),
)


def test_a_short_timeline_is_one_page() -> None:
    _, pages = timeline(*["2031-05-01"] * (MOST // 2), *[None] * (MOST // 2))
    assert list(pages) == ["timeline/index.html"]
    view = pages["timeline/index.html"].view
    assert sum(len(period.events) for period in view.periods) == MOST
    assert (view.before, view.after, [period.all for period in view.periods]) == (None, None, [None, None])


def test_a_long_one_has_a_page_for_each_period_that_needs_one() -> None:
    _, pages = timeline(*LONG)
    urls = [path.removeprefix("timeline/").removesuffix("index.html") for path in pages]
    assert urls == [
        "", "198x/", "2029/", "2031/", "2031-05/", "2031-05-01/", "2031-05-01/page/2/", "2031-05-02/", "2031-06/",
        "undated/", "undated/page/2/", "undated/page/3/",
    ]  # fmt: skip
    labels = [
        [link.year.label for link in pages[f"timeline/{url}/index.html"].view.years] for url in ("2031", "2031-05")
    ]
    assert labels == [["May", "June"], ["1 May", "2 May"]]
    assert [period.all.label for period in pages["timeline/2031/index.html"].view.periods if period.all] == [
        "May 2031: all 115 events",
        "June 2031: all 5 events",
    ]


def test_every_telling_is_listed_where_it_belongs_and_no_page_is_too_long() -> None:
    briefing, pages = timeline(*LONG)
    listed: Counter[str] = Counter()
    for page in pages.values():
        periods = page.view.periods
        assert sum(len(period.events) for period in periods) <= MOST + 40
        listed.update(normpath(join(page.route.url, c.event.href)) for p in periods if not p.all for c in p.events)
    assert set(listed) == {f"events/{event.id}/index.html" for event in briefing.data.events}
    assert set(listed.values()) == {1}


@pytest.mark.parametrize("dates", [LONG, ("2031-05-01", "2031-06-01", "2030", "2029-01", None)])
def test_jumps_lead_to_pages_and_to_places_that_are_there(dates: tuple[str | None, ...]) -> None:
    _, pages = timeline(*dates)
    places = {f"{path}#{period.id}" for path, page in pages.items() for period in page.view.periods} | pages.keys()
    reached = {"timeline/index.html"}
    for path, page in pages.items():
        view = page.view
        links = [link for year in view.years for link in (year.year, *year.months)]
        links += [link for link in (view.before, view.after, *view.head.trail[1:]) if link]
        links += [period.all for period in view.periods if period.all]
        for link in links:
            if link.href:
                way, _, place = link.href.partition("#")
                target = normpath(join(page.route.url, way)) if way else path
                assert (f"{target}#{place}" if place else target) in places, (path, link)
                reached.add(target)
    assert reached == pages.keys()


def test_the_pages_of_a_level_follow_one_another() -> None:
    _, pages = timeline(*LONG)
    view = pages["timeline/2031-05-01/page/2/index.html"].view
    assert (view.before.label, view.after.label) == ("1 May 2031", "2 May 2031")
    assert pages["timeline/2031-05-01/index.html"].view.after.label == "1 May 2031, page 2"
    assert [link.label for link in view.head.trail] == ["Timeline", "2031", "May 2031"]
