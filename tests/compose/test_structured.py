"""Structured data: its shape, what it says of each kind of page, and what it leaves unsaid."""

import json
from typing import Any

import pytest
from msgspec import structs

from briefgen.model.knowledge import Corpus
from tests.compose.corpora import brief, hostile, page, quake

# What may stand under what, of the terms of schema.org: the own, small part of it.
PAGE = {
    "@context": str, "name": str, "description": str, "inLanguage": str, "url": str, "dateModified": str,
    "isPartOf": {"Report"}, "about": {"Person", "Organization", "Country", "Event"},
    "mentions": {"Person", "Organization", "Country"}, "citation": {"NewsArticle"},
}  # fmt: skip
ACTOR = {"name": str, "alternateName": str, "url": str}
SHAPES: dict[str, dict[str, Any]] = {
    "Report": PAGE,
    "WebPage": PAGE,
    "AboutPage": PAGE,
    "Person": ACTOR,
    "Organization": ACTOR,
    "Country": ACTOR,
    "Place": {"name": str},
    "Event": {"name": str, "startDate": str, "location": {"Place"}},
    "NewsArticle": {
        "headline": str, "publisher": {"Organization"}, "datePublished": str, "url": str, "archivedAt": str,
        "inLanguage": str,
    },
}  # fmt: skip
BASE = "https://desk.example/amrin/"


def check(node: dict[str, Any]) -> None:
    """Every property is one that its type has, filled, and with a value of a type that it takes."""
    shape = SHAPES[node["@type"]]
    for name, value in node.items():
        for one in value if isinstance(value, list) else [value]:
            assert one, name
            if name == "@type":
                continue
            if isinstance(one, dict):
                assert one["@type"] in shape[name]
                check(one)
            else:
                assert shape[name] is str and isinstance(one, str), name


def told(url: str, corpus: Corpus | None = None, **settings: str) -> Any:
    return json.loads(page(brief(corpus=corpus, **settings), url).view.head.data_html)


@pytest.mark.parametrize("corpus", [quake(), hostile()], ids=["quake", "hostile"])
@pytest.mark.parametrize("base_url", ["", BASE])
def test_every_page_has_data_of_the_right_shape(corpus: Corpus, base_url: str) -> None:
    pages = [page for page in brief(corpus=corpus, base_url=base_url).pages if page.view is not None]
    for one in pages:
        data = one.view.head.data_html
        assert not set("<>&\u2028\u2029") & set(data)
        check(json.loads(data))
        assert ("https://desk.example" in data) == bool(base_url), one.route.url
    assert {"Report", "WebPage", "AboutPage"} == {json.loads(p.view.head.data_html)["@type"] for p in pages}


def test_the_check_refuses_other_shapes() -> None:
    for wrong in ({"@type": "Event", "organizer": "x"}, {"@type": "Event", "location": {"@type": "Person"}}):
        with pytest.raises((KeyError, AssertionError)):
            check(wrong)


def test_home_is_a_report_on_its_actors() -> None:
    data = told("", base_url=BASE)
    assert (data["@type"], data["url"], data["dateModified"]) == ("Report", BASE, "2031-03-06")
    assert {"@type": "Person", "name": "Lena Orsk", "url": f"{BASE}actors/lena-orsk/"} in data["about"]
    assert "isPartOf" not in data


def test_an_actor_has_its_type_and_other_names() -> None:
    data = told("actors/lena-orsk/")
    assert data["about"] == {"@type": "Person", "name": "Lena Orsk", "alternateName": "Orsk"}
    assert data["isPartOf"] == {"@type": "Report", "name": "Port Amrin"}
    assert told("actors/tavia/")["about"]["@type"] == "Country"
    assert told("actors/dockers-union/")["about"]["@type"] == "Organization"


def test_an_event_has_day_place_and_articles() -> None:
    data = told("events/earthquake-strikes-port-amrin/")
    assert data["about"]["startDate"] == "2031-03-04"
    assert data["about"]["location"] == {"@type": "Place", "name": "Port Amrin"}
    assert data["citation"][0]["headline"] == "Earthquake shakes Port Amrin"
    mentioned = told("events/dockers-walk-out/")["mentions"]
    assert [actor["name"] for actor in mentioned] == ["Dockers' Union", "Lena Orsk"]


@pytest.mark.parametrize("date", ["2031-03-04?", "2031-03-04/2031-03-06", "../2031-03", "2031-21", None])
def test_a_vague_date_is_no_start(date: str | None) -> None:
    assert "startDate" not in told("events/earthquake-strikes-port-amrin/", changed(date=date))["about"]


@pytest.mark.parametrize("status", ["planned", "conditional", "denied"])
def test_what_is_no_fact_is_no_event(status: str) -> None:
    assert "about" not in told("events/earthquake-strikes-port-amrin/", changed(status=status))


def changed(**fields: Any) -> Corpus:
    """The earthquake's corpus with other facts about the earthquake."""
    corpus = quake()
    first, *others = corpus.chronicle.events
    return structs.replace(
        corpus, chronicle=structs.replace(corpus.chronicle, events=(structs.replace(first, **fields), *others))
    )


def test_an_article_is_cited_with_what_is_known_of_it() -> None:
    assert told("sources/quake-wire/")["citation"] == {
        "@type": "NewsArticle",
        "headline": "Earthquake shakes Port Amrin",
        "publisher": {"@type": "Organization", "name": "Harbour Wire"},
        "datePublished": "2031-03-05",
        "url": "https://wire.example/quake",
        "inLanguage": "en",
    }
    assert "datePublished" not in told("sources/strike/")["citation"]


def test_type_and_locale_for_open_graph() -> None:
    home = page(brief(language="en-GB"), "").view.head
    assert (home.type, home.locale) == ("website", "en_GB")
    other = page(brief(), "actors/").view.head
    assert (other.type, other.locale) == ("article", "")
