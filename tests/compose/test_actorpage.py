"""An actor's page: with whom it is told of, since when it is called what, and where all its events are."""

from pathlib import Path

import pytest

from briefgen.compose.pages.actor import EVENTS, UNDATED
from briefgen.model.knowledge import Account, Chronicle, Corpus, Entities, Event, Participant
from briefgen.model.text import Published
from tests.compose.corpora import Writer, brief, page
from tests.harness import build


def meetings(*events: tuple[str | None, tuple[str, ...]]) -> Corpus:
    """A sentence for each event, with its date and those who take part; articles of two days name all."""
    writer = Writer()
    sentences = [f"The envoys met for the {n}th time." for n in range(len(events))]
    names = sorted({who for _, all_ in events for who in all_})
    for day in ("2031-05-01", "2031-05-09"):
        text = "T\n\n" + " ".join([*(f"{name} came." for name in names), *sentences])
        writer.article(day, text, "T", "Outlet", Published(day, "stated"))
        for name in names:
            writer.mention(day, name, name.lower())
    told = []
    for n, (date, who) in enumerate(events):
        cited = writer.cite("2031-05-01", sentences[n])
        people = tuple(Participant(name.lower(), "agent") for name in who)
        told.append(Event(f"e{n}", cited, ("OTHER",), (Account(cited),), date, participants=people, weight=float(-n)))
    entities = tuple(writer.entity(name.lower(), name, "person") for name in names)
    return Corpus(writer.articles(), Entities(entities), Chronicle(tuple(told)))


def test_who_is_told_of_in_the_same_events_the_most_often_first() -> None:
    corpus = meetings(("2031", ("Ann", "Bo")), (None, ("Ann", "Cy")), ("2030", ("Ann", "Cy")), ("2029", ("Bo",)))
    found = page(brief(corpus=corpus), "actors/ann/").view.together
    assert [(one.actor.label, one.events) for one in found] == [("Cy", "2 events"), ("Bo", "1 event")]
    assert found[0].actor.href == "../../actors/cy/index.html"


def test_a_spelling_is_seen_from_its_first_article_to_its_last() -> None:
    form = page(brief(corpus=meetings(("2031", ("Ann",)))), "actors/ann/").view.forms[0]
    assert form.seen is not None and form.seen.text == "1 to 9 May 2031"


def test_actors_lead_to_one_another() -> None:
    briefing = brief(corpus=meetings(("2031", ("Ann", "Bo", "Cy"))))
    ids = [actor.id for actor in briefing.data.actors]
    links = [page(briefing, f"actors/{id_}/").view for id_ in ids]
    assert [view.before.label.lower() if view.before else "" for view in links] == ["", *ids[:-1]]
    assert [view.after.label.lower() if view.after else "" for view in links] == [*ids[1:], ""]


@pytest.mark.parametrize(
    ("dated", "undated", "more"), [(EVENTS, UNDATED, False), (EVENTS + 1, 0, True), (0, UNDATED + 1, True)]
)
def test_an_actor_with_many_events_has_a_timeline(dated: int, undated: int, more: bool) -> None:
    briefing = brief(corpus=meetings(*[("2031-05-01", ("Ann",))] * dated, *[(None, ("Ann",))] * undated))
    urls = [found.route.url for found in briefing.pages if found.kind == "actor-events"]
    rest = page(briefing, "actors/ann/").view.events.rest
    if not more:
        assert (urls, rest) == ([], None)
        return
    assert urls == ["actors/ann/events/"]
    assert rest.label == f"{dated + undated} events in all"
    assert rest.href == "../../actors/ann/events/index.html"
    view = page(briefing, urls[0]).view
    assert sum(len(period.events) for period in view.periods) == dated + undated
    assert (view.title, [link.label for link in view.head.trail]) == ("Events with Ann", ["Actors", "Ann"])


def test_the_index_of_actors_is_paged_by_kind() -> None:
    writer = Writer()
    names = ["2", *(f"N{n:03}x" for n in range(449))]  # whoever is called by a number has a page of that number
    writer.article("a", "T\n\n" + " ".join(names) + ".", "T")
    for name in names:
        writer.mention("a", name, name.lower())
    kinds = ["person"] * 210 + ["organization"] * 30 + ["country"] * 210
    entities = tuple(writer.entity(name.lower(), name, kind) for name, kind in zip(names, kinds, strict=True))
    cited = writer.cite("a", names[0])
    people = tuple(Participant(name.lower(), "agent") for name in names)
    event = Event("e", cited, ("OTHER",), (Account(cited),), participants=people)
    briefing = brief(corpus=Corpus(writer.articles(), Entities(entities), Chronicle((event,))))
    pages = {found.route.url: found.view for found in briefing.pages if found.kind == "actors"}
    assert list(pages) == ["actors/", "actors/page/2/", "actors/page/3/"]
    assert page(briefing, "actors/2/").kind == "actor"
    assert [[len(group.actors) for group in view.groups] for view in pages.values()] == [[200], [10, 30, 160], [50]]
    assert [link.href for link in pages["actors/page/2/"].jump] == [
        "../../../actors/index.html#persons",
        "#organizations",
        "#countrys",
    ]


def calling(*articles: tuple[str, tuple[str, ...]]) -> Corpus:
    """An article of each outlet, with the words that it puts before a name."""
    writer = Writer()
    for n, (outlet, words) in enumerate(articles):
        writer.article(f"a{n}", "T\n\n" + " ".join(f"{called} Orsk spoke." for called in words), "T", outlet)
        for at, called in enumerate(words):
            writer.description(f"a{n}", called, writer.mention(f"a{n}", "Orsk", "orsk", occurrence=at))
    return Corpus(writer.articles(), Entities((writer.entity("orsk", "Orsk", "person"),)), Chronicle())


def called(corpus: Corpus) -> list[tuple[list[str], list[tuple[str, int]], str]]:
    return [
        ([link.label for link in one.outlets], [(c.text, len(c.citations)) for c in one.called], one.more)
        for one in page(brief(corpus=corpus), "actors/orsk/").view.wordings
    ]


def test_each_outlet_has_its_own_words_for_an_actor() -> None:
    told = (("Wire", ("Governor",)), ("Ledger", ("Warlord", "President")), ("Wire", ("governor",)), ("", ("Exile",)))
    assert called(calling(*told)) == [
        (["Ledger"], [("Warlord", 1), ("President", 1)], ""),
        (["Wire"], [("Governor", 2)], ""),
        (["Outlet not known"], [("Exile", 1)], ""),
    ]


def test_outlets_that_call_an_actor_the_same_stand_together() -> None:
    told = (("Wire", ("President",)), ("Ledger", ("President",)), ("Post", ("President", "Governor")))
    assert called(calling(*told)) == [
        (["Post"], [("President", 1), ("Governor", 1)], ""),
        (["Wire", "Ledger"], [("President", 2)], ""),
    ]


def test_of_many_wordings_the_first_few_are_shown() -> None:
    words = tuple(f"{letter}-man" for letter in "abcdefghi")
    ((_, shown, more),) = called(calling(("Wire", words), ("Wire", ("i-man",))))
    assert ([text for text, _ in shown], more) == ([f"{letter}-man" for letter in "iabcde"], "and 3 more")


@pytest.mark.parametrize(("outlets", "proofs"), [(4, 3), (5, 1)])
def test_of_many_outlets_a_wording_has_one_passage(outlets: int, proofs: int) -> None:
    told = [(f"Outlet {n}", (f"Title {n}",)) for n in range(outlets) for _ in range(4)]
    assert [texts for _, texts, _ in called(calling(*told))] == [[(f"Title {n}", proofs)] for n in range(outlets)]


def test_the_endnotes_know_what_the_page_quotes_itself() -> None:
    briefing = brief()
    view = page(briefing, "actors/bo-anders/").view
    told = {passage.number: passage.told for note in view.notes for passage in note.citations}
    said = {one.citation.number for one in view.said}
    tied = {citation.number for tie in view.ties for citation in tie.citations}
    assert said and all(told[number] for number in said)
    assert tied - said and not any(told[number] for number in tied - said)
    assert [note.told for note in view.notes] == [
        ", ".join(str(p.number) for p in note.citations if p.told) for note in view.notes
    ]
    cut = page(brief(excerpt_words=3), "actors/bo-anders/").view
    assert not any(passage.told for note in cut.notes for passage in note.citations)


def test_the_accounts_of_an_event_are_not_endnotes_too() -> None:
    view = page(brief(), "events/dockers-walk-out/").view
    assert [(p.number, p.told) for note in view.notes for p in note.citations] == [(1, True)]


def test_of_the_articles_those_stand_by_themselves_that_the_page_does_not_cite() -> None:
    view = page(brief(corpus=meetings(("2031-05-01", ("Ann",)))), "actors/ann/").view
    assert [note.date.text for note in view.notes] == ["1 May 2031"]
    assert [article.date.text for article in view.sources] == ["9 May 2031"]


def test_what_is_said_in_the_same_words_elsewhere_stands_once() -> None:
    writer = Writer()
    for id_ in "abcdef":
        writer.article(id_, "Strike\n\nAnn Lee said: We shall not go. Bo Li said: We stay.", "Strike", f"Outlet {id_}")
        for name, words in (("Ann Lee", "We shall not go."), ("Bo Li", "We stay.")):
            writer.statement(id_, words, writer.mention(id_, name, name[:2].lower().strip()))
    writer.statement("a", "not go", 0)
    entities = (writer.entity("an", "Ann Lee", "person"), writer.entity("bo", "Bo Li", "person"))
    corpus = Corpus(writer.articles(), Entities(entities), Chronicle())
    (once,) = page(brief(corpus=corpus), "actors/an/").view.said
    assert "".join(words.text for words in once.words) == "Ann Lee said: We shall not go."
    assert [(copy.outlet.label, copy.citation.number) for copy in once.copies] == [("Outlet b", 2)]
    assert (once.source.label, once.citation.number, once.more) == ("Outlet a", 1, "and 4 more")


def test_what_an_event_s_line_says_in_full_is_no_statement_once_more(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    warning = "Minister Anna Berg warned on Tuesday that the harbour would close."
    text = f"---\ndate: 2021-03-10\n---\nThe harbour\n\n{warning}\n\nBerg said that the cranes were old.\n"
    (tmp_path / "seeds" / "a.txt").write_text(text, "utf-8")
    artifacts = {artifact.path: artifact.data for artifact in build(tmp_path).artifacts}
    shown = artifacts["actors/anna-berg/index.html"].decode().split("<main")[1].split('class="notes"')[0]
    assert shown.count("would close") == 1
    assert shown.count("cranes were old") == 1
