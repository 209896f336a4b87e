"""The pages of disagreements, places and outlets: what stands where, and when there is such a page at all."""

import pytest
from msgspec import structs

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.data import data
from briefgen.compose.notes import Notes
from briefgen.compose.pages import disagreements as kind
from briefgen.compose.pages import home, outlets, sources
from briefgen.compose.pages import places as placing
from briefgen.compose.paging import numbered, pager
from briefgen.compose.sheet import Sheet
from briefgen.model.knowledge import Account, Chronicle, Corpus, Disagreement, Entities, Event, Side
from briefgen.model.site import Briefing
from briefgen.model.text import Published
from tests.compose.corpora import Writer, brief, inputs, page, quake


def urls(briefing: Briefing) -> set[str]:
    return {one.route.url for one in briefing.pages}


def differing(*kinds: str) -> Corpus:
    """The earthquake's corpus with one disagreement of each kind told."""
    corpus = quake()
    first = corpus.chronicle.disagreements[0]
    items = tuple(structs.replace(first, id=f"d{n}", kind=kind, topic=f"topic {n}") for n, kind in enumerate(kinds))
    return structs.replace(corpus, chronicle=structs.replace(corpus.chronicle, disagreements=items))


def test_disagreements_stand_by_kind_and_do_not_repeat_it() -> None:
    view = page(brief(corpus=differing("figure", "backers", "figure")), "disagreements/").view
    assert [(group.label, [item.topic for item in group.items]) for group in view.groups] == [
        ("Figures", ["topic 0", "topic 2"]),
        ("Who backs whom", ["topic 1"]),
    ]
    assert {item.kind for group in view.groups for item in group.items} == {""}
    assert view.lead == "3 points on which the sources differ"


def test_a_point_tells_when_its_event_was_unless_that_is_the_point() -> None:
    groups = page(brief(corpus=differing("figure", "date")), "disagreements/").view.groups
    assert [item.date and item.date.text for group in groups for item in group.items] == ["4 March 2031", None]
    event = page(brief(corpus=differing("figure")), "events/earthquake-strikes-port-amrin/").view
    assert [item.date for item in event.disagreements] == [None]


def test_the_weightiest_disagreement_of_a_kind_comes_first() -> None:
    corpus = quake()
    light, heavy = (structs.replace(corpus.chronicle.disagreements[0], id=id_, topic=id_) for id_ in ("a", "b"))
    light = structs.replace(light, event="dockers-walk-out")
    changed = structs.replace(corpus, chronicle=structs.replace(corpus.chronicle, disagreements=(light, heavy)))
    view = page(brief(corpus=changed), "disagreements/").view
    assert [item.topic for item in view.groups[0].items] == ["b", "a"]


def test_many_disagreements_have_pages_of_their_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, "ROOM", 4)  # two points with a quotation a side
    monkeypatch.setattr(kind, "FIRST", 1)
    briefing = brief(corpus=differing("figure", "figure", "figure", "date"))
    assert {url for url in urls(briefing) if url.startswith("disagreements/")} == {
        "disagreements/", "disagreements/figure/", "disagreements/figure/page/2/"
    }  # fmt: skip
    first = page(briefing, "disagreements/").view
    assert [(len(group.items), bool(group.rest)) for group in first.groups] == [(1, True), (1, False)]
    assert first.groups[0].rest.href == "../disagreements/figure/index.html"
    topics = [
        item.topic
        for url in ("disagreements/figure/", "disagreements/figure/page/2/")
        for item in page(briefing, url).view.groups[0].items
    ]
    assert topics == ["topic 0", "topic 1", "topic 2"]


def test_home_leads_to_all_disagreements_only_where_it_shows_some(monkeypatch: pytest.MonkeyPatch) -> None:
    briefing = brief(corpus=differing("figure", "date"))
    assert page(briefing, "").view.all_disagreements is None
    monkeypatch.setattr(home, "DISAGREEMENTS", 1)
    link = page(brief(corpus=differing("figure", "date")), "").view.all_disagreements
    assert (link.label, link.href) == ("See all 2 points on which the sources differ", "disagreements/index.html")


def placed(*events: tuple[str, str, tuple[str, ...]]) -> Corpus:
    """Events with their dates and places, and a country that has two spellings."""
    writer = Writer()
    text = " ".join(f"It was {id_}." for id_, _, _ in events) + " Tavians left the Republic of Tavia."
    writer.article("a", f"T\n\n{text}", "T", "Outlet")
    writer.mention("a", "Tavians", "tavia", "country")
    writer.mention("a", "Republic of Tavia", "tavia", "country")
    made = []
    for n, (id_, date, places) in enumerate(events):
        told = writer.cite("a", f"It was {id_}.")
        weight = float(len(events) - n)
        made.append(Event(id_, told, ("OTHER",), (Account(told),), date, "stated", "", places, (), 1, weight))
    return Corpus(writer.articles(), Entities((writer.entity("tavia", "Tavia", "country"),)), Chronicle(tuple(made)))


def test_a_place_has_its_events_by_time_and_a_country_is_one_place() -> None:
    corpus = placed(
        ("late", "2032", ("Amrin", "Republic of Tavia")), ("early", "2031", ("amrin",)), ("wet", "2030", ("Tavians",))
    )
    view = page(brief(corpus=corpus), "places/").view
    told = [(one.place.label, one.count, [card.date.text for card in one.events.dated]) for one in view.places]
    assert told == [("Amrin", "2 events", ["2031", "2032"]), ("Tavia", "2 events", ["2030", "2032"])]
    assert view.places[0].place.href == ""
    assert view.jump == ()


def test_many_places_have_pages_of_their_own_and_every_event_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("ROOM", 8), ("EVENTS", 2), ("UNDATED", 2), ("EACH", 2), ("NAMED", 6)):
        monkeypatch.setattr(placing, name, value)
    names = ["Amrin"] * 5 + ["Ämrin"] * 4 + ["2"] * 3 + ["حلب", "Bort", "Cass"]
    briefing = brief(corpus=placed(*((f"e{n:02}", "2031-05-01", (name,)) for n, name in enumerate(names))))
    made = [one.route.url for one in briefing.pages if one.kind in ("places", "place-events")]
    assert made == ["places/", "places/page/2/", "places/amrin/", "places/amrin-2/", "places/2/"]
    first, second = (page(briefing, url).view for url in made[:2])
    assert [(one.place.label, one.events.rest.href) for one in first.places] == [
        ("Amrin", "../places/amrin/index.html"), ("Ämrin", "../places/amrin-2/index.html"),
    ]  # fmt: skip
    lines = [[(line.place.label, len(line.events), bool(line.rest)) for line in one.also] for one in (first, second)]
    assert lines == [[("2", 2, True), ("Bort", 1, False)], [("Cass", 1, False), ("حلب", 1, False)]]
    told = [card.event.href for url in made[2:] for one in page(briefing, url).view.periods for card in one.events]
    told += [link.href for line in (*first.also[1:], *second.also) for link in line.events]
    assert len({href.rpartition("events/")[2] for href in told}) == len(told) == len(names)
    own = page(briefing, "places/2/").view
    assert (own.title, [link.label for link in own.head.trail]) == ("Events in 2", ["Places"])


def test_an_event_leads_to_its_places() -> None:
    corpus = placed(("late", "2032", ("Amrin", "Republic of Tavia")), ("wet", "2030", ("Tavians",)))
    briefing = brief(corpus=corpus)
    links = page(briefing, "events/late/").view.places
    assert [link.label for link in links] == ["Amrin", "Republic of Tavia"]
    ids = {f"../../places/index.html#{one.id}": one.place.label for one in page(briefing, "places/").view.places}
    assert [ids[link.href] for link in links] == ["Amrin", "Tavia"]
    assert page(briefing, "events/wet/").view.places[0].href == links[1].href


def test_an_event_leads_to_its_places_where_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("ROOM", 8), ("EVENTS", 2), ("UNDATED", 2), ("NAMED", 3)):
        monkeypatch.setattr(placing, name, value)
    names = ["Amrin"] * 5 + ["Bort"] * 3 + ["Cass", "Dorn", "Ewe"]
    briefing = brief(corpus=placed(*((f"e{n:02}", "2031-05-01", (name,)) for n, name in enumerate(names))))
    links = {link.label: link.href for n in range(11) for link in page(briefing, f"events/e{n:02}/").view.places}
    assert links["Amrin"] == "../../places/amrin/index.html"
    for name in ("Cass", "Dorn", "Ewe"):
        where, _, anchor = links[name].removeprefix("../../").partition("#")
        view = next(one.view for one in briefing.pages if one.route.path == where)
        assert [line.id for line in view.also if line.place.label == name] == [anchor]
    assert len({links[name].partition("#")[0] for name in ("Cass", "Dorn", "Ewe")}) > 1


def test_without_places_or_disagreements_there_are_no_such_pages() -> None:
    briefing = brief(corpus=placed(("late", "2032", ())))
    assert urls(briefing) & {"places/", "disagreements/", "outlets/", "relations/"} == set()
    assert (page(briefing, "").view.by_place, page(briefing, "about/").view.lists) == (None, ())


def published(*articles: tuple[str, str, str]) -> Briefing:
    """Articles by id, outlet and date."""
    writer = Writer()
    for id_, outlet, date in articles:
        writer.article(id_, f"T {id_}\n\nIt rained.", f"T {id_}", outlet, Published(date, "metadata"))
    return brief(corpus=Corpus(writer.articles(), Entities(), Chronicle()))


def test_outlets_stand_with_their_articles_and_span() -> None:
    briefing = published(
        ("a", "Ledger", "2031-03-05"), ("b", "Wire", "2031-03-06"), ("c", "LEDGER", "2031-03-01"), ("d", "", "2031")
    )
    view = page(briefing, "outlets/").view
    assert [(one.label, one.count, one.when) for one in view.outlets] == [
        ("LEDGER", "2 articles", "1 to 5 March 2031"),
        ("Wire", "1 article", "6 March 2031"),
        ("Outlet not known", "1 article", "2031"),
    ]
    assert [card.source.label for card in view.outlets[0].sources] == ["T c", "T a"]
    rows = page(briefing, "sources/").view.outlets
    assert [(row.outlet.href, row.count) for row in rows] == [
        ("../outlets/index.html#o-1", "2 articles"),
        ("../outlets/index.html#o-2", "1 article"),
        ("../outlets/index.html#o-3", "1 article"),
    ]


def test_who_has_a_sentence_word_for_word_is_named_beside_it() -> None:
    writer = Writer()
    told = ("The flood killed 12 people.", "Mayors counted 12 dead, 12 people.", "The flood killed 30 people.")
    of = {"abcdef": told[0], "gh": told[1], "z": told[2]}
    for id_, text in [(id_, text) for ids, text in of.items() for id_ in ids]:
        writer.article(id_, f"Flood\n\n{text}", "Flood", f"Outlet {id_}")
    many = tuple(writer.cite(id_, "12 people") for id_ in "abcdefgh")
    sides = Side("12 people", many), Side("30 people", (writer.cite("z", "30 people"),))
    event = Event("flood", writer.cite("a", told[0]), ("ASSAULT",), tuple(map(Account, many)))
    item = Disagreement("d", "how many killed", "figure", sides, event="flood")
    corpus = Corpus(writer.articles(), Entities(), Chronicle((event,), (), (item,)))
    first, second = page(brief(corpus=corpus), "disagreements/").view.groups[0].items[0].sides
    named = [(q.text, q.source.label, [copy.outlet.label for copy in q.copies]) for q in first.quotes]
    assert named == [
        (told[0], "Outlet a", ["Outlet b", "Outlet c", "Outlet d", "Outlet e"]),
        (told[1], "Outlet g", []),
    ]
    assert [q.citation.number for q in first.quotes] == [1, 6]
    assert (first.more, second.more, second.quotes[0].copies) == ("and 2 more", "", ())


def test_outlets_of_one_article_each_are_not_told_again() -> None:
    briefing = published(("a", "Ledger", "2031-03-05"), ("b", "Wire", "2031-03-06"))
    assert "outlets/" not in urls(briefing)
    assert page(briefing, "sources/").view.outlets == ()


def test_many_articles_stand_over_several_pages_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for made in (outlets, sources):
        monkeypatch.setattr(made, "MOST", 20)
    dates = [f"2031-{1 + n // 14:02}-{1 + n % 14:02}" for n in range(50)]
    briefing = published(*((f"a{n:02}", "Ledger" if n < 30 else "Wire", date) for n, date in enumerate(dates)))
    for name in ("sources/", "outlets/"):
        views = [page(briefing, f"{name}{more}").view for more in ("", "page/2/", "page/3/")]
        groups = [getattr(view, "groups", None) or view.outlets for view in views]
        shown = [card.source.label for found in groups for group in found for card in group.sources]
        assert len(shown) == len(set(shown)) == 50
        assert [view.pager.place for view in views] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    months = [page(briefing, f"sources/{more}").view for more in ("", "page/2/")]
    assert [[group.id for group in view.groups] for view in months] == [
        ["m-2031-01", "m-2031-02"],
        ["m-2031-02", "m-2031-03"],
    ]
    assert [[link.href for link in view.jump][:3] for view in months] == [
        ["#m-2031-01", "#m-2031-02", "../sources/page/2/index.html#m-2031-03"],
        ["../../../sources/index.html#m-2031-01", "../../../sources/index.html#m-2031-02", "#m-2031-03"],
    ]
    assert [bool(view.outlets) for view in months] == [True, False]
    assert [row.outlet.href for row in months[0].outlets] == [
        "../outlets/index.html#o-1", "../outlets/page/2/index.html#o-2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "pages", "told"),
    [
        (1, 2, []),
        (2, 3, ["1", "2*", "3"]),
        (1, 9, ["1*", "2", "3", "…", "9"]),
        (6, 12, ["1", "…", "4", "5", "6*", "7", "8", "…", "12"]),
    ],
)
def test_a_pager_names_the_pages_around_one_and_both_ends(number: int, pages: int, told: list[str]) -> None:
    corpus, read = quake(), inputs()
    notes = Notes((), corpus)
    sheet = Sheet(Catalogue(corpus, read, data(corpus, notes, read.settings), notes), numbered(("actors",), number))
    found = pager(sheet, ("actors",), number, pages).pages
    assert [f"{one.label}{'*' * one.current}" for one in found] == told
    assert [one.label for one in found if not one.href] == [label for label in told if label == "…"]
    assert all(one.href.endswith(numbered(("actors",), int(one.label)).path) for one in found if one.href)
