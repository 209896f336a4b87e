"""Feeds: what an entry says, how it is dated without a clock, and whom it names with and without an address."""

import json
import re
from datetime import date
from posixpath import join, normpath
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec import structs

from briefgen.compose import compose
from briefgen.compose.pages import KINDS
from briefgen.export.feeds import atom, json_feed
from briefgen.model.dates import last_day
from briefgen.model.knowledge import Corpus
from briefgen.model.text import Published
from tests.compose.corpora import hostile, inputs, quake

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://desk.example/amrin/"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


def files(corpus: Corpus, **settings: str) -> dict[str, Any]:
    """The feeds, read: Atom as elements, JSON Feed as values."""
    briefing, _ = compose(corpus, inputs(**settings), KINDS)
    found: dict[str, Any] = {a.path: ElementTree.fromstring(a.data) for a in atom(briefing, corpus)}
    return {**found, **{a.path: json.loads(a.data) for a in json_feed(briefing, corpus)}}


def texts(feed: ElementTree.Element, name: str) -> list[str]:
    return [element.text or "" for element in feed.iterfind(f"{ATOM}entry/{ATOM}{name}")]


def links(feed: ElementTree.Element) -> list[str]:
    return [element.attrib["href"] for element in feed.iterfind(f".//{ATOM}link")]


def test_an_entry_is_an_event_dated_by_its_articles() -> None:
    feed = files(quake())["feed.xml"]
    assert texts(feed, "title") == [
        "10 March 2031: Dockers walked out in Port Amrin on Monday",
        "4 March 2031: A strong earthquake struck Port Amrin on Tuesday, killing at least 40 people",
        "5 March 2031: The Republic of Tavia sent rescue teams to Port Amrin on Wednesday",
    ]
    assert texts(feed, "content")[1] == "A strong earthquake struck Port Amrin on Tuesday, killing at least 40 people."
    assert texts(feed, "updated") == ["2031-03-16T00:00:00Z", "2031-03-06T00:00:00Z", "2031-03-06T00:00:00Z"]
    assert texts(feed, "published")[1] == "2031-03-05T00:00:00Z"
    assert [name.text for name in feed.iterfind(f"{ATOM}entry/{ATOM}author/{ATOM}name")][1] == "Harbour Wire"


def test_both_forms_say_the_same() -> None:
    found = files(quake(), base_url=BASE)
    for path in [path for path in found if path.endswith(".xml")]:
        feed, other = found[path], found[path.replace(".xml", ".json")]
        for name, key in {
            "id": "id", "title": "title", "content": "content_text", "published": "date_published",
            "updated": "date_modified",
        }.items():  # fmt: skip
            assert texts(feed, name) == [item[key] for item in other["items"]], (path, name)
        assert feed.findtext(f"{ATOM}title") == other["title"]


def test_an_actor_has_a_feed_of_its_own_events() -> None:
    found = files(quake())
    assert {path for path in found if path.endswith(".xml")} == {
        "feed.xml", "actors/lena-orsk/feed.xml", "actors/dockers-union/feed.xml", "actors/tavia/feed.xml",
    }  # fmt: skip
    feed = found["actors/tavia/feed.xml"]
    assert (feed.findtext(f"{ATOM}title"), len(texts(feed, "title"))) == ("Port Amrin: Republic of Tavia", 1)
    assert links(feed)[1] == "../../events/tavia-sends-rescuers/index.html"


@pytest.mark.parametrize("corpus", [quake(), hostile()], ids=["quake", "hostile"])
@pytest.mark.parametrize("base_url", ["", BASE])
def test_feeds_hold_what_their_standards_ask(corpus: Corpus, base_url: str) -> None:
    for path, feed in files(corpus, base_url=base_url).items():
        if path.endswith(".json"):
            assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
            assert [item["id"] for item in feed["items"]] == list({item["id"]: 1 for item in feed["items"]})
            assert all(("url" in item) == bool(base_url) and item["content_text"] for item in feed["items"])
            continue
        assert len(texts(feed, "id")) == len(set(texts(feed, "id"))) >= 1
        known = base_url or r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
        assert all(re.match(known, id_ or "") for id_ in [feed.findtext(f"{ATOM}id"), *texts(feed, "id")])
        moments = [feed.findtext(f"{ATOM}updated"), *texts(feed, "updated"), *texts(feed, "published")]
        assert all(MOMENT.fullmatch(moment) for moment in moments)
        assert feed.find(f"{ATOM}link[@rel='self']") is not None or not base_url
        assert all(link.startswith("https:") == bool(base_url) for link in links(feed))


def test_what_is_no_fact_is_marked() -> None:
    corpus = quake()
    events = tuple(structs.replace(event, status="denied") for event in corpus.chronicle.events)
    corpus = structs.replace(corpus, chronicle=structs.replace(corpus.chronicle, events=events))
    assert all(title.endswith(" (denied)") for title in texts(files(corpus)["feed.xml"], "title"))


def test_articles_without_any_date_make_no_feed() -> None:
    corpus = quake()
    articles = tuple(
        structs.replace(article, document=structs.replace(article.document, published=Published()))
        for article in corpus.articles
    )
    bare = structs.replace(corpus, articles=articles, chronicle=structs.replace(corpus.chronicle, dates=()))
    assert files(bare) == {}
    pages = compose(bare, inputs(), KINDS)[0].pages
    assert all(page.view.head.feeds == () for page in pages if page.view is not None)


def test_heads_link_the_feeds_that_there_are() -> None:
    corpus = quake()
    found = files(corpus)
    for page in compose(corpus, inputs(), KINDS)[0].pages:
        if page.view is not None and page.kind != "missing":
            linked = {normpath(join(page.route.url, feed.href)) for feed in page.view.head.feeds}
            own = {f"{page.route.url}{name}" for name in ("feed.xml", "feed.json")}
            assert linked == {"feed.xml", "feed.json", *(own & found.keys())}, page.route.url


DAYS = {"2031-03": date(2031, 3, 31), "2031-03-04/..": date(2031, 3, 4), "../2031-03": date(2031, 3, 31), "XXXX": None}


@pytest.mark.parametrize(("edtf", "day"), DAYS.items())
def test_the_day_of_a_vague_date(edtf: str, day: date | None) -> None:
    assert last_day(edtf) == day
