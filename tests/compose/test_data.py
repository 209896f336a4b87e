"""The public data and the pages made of it: what stands in them, in what order, and what an editor changes."""

from dataclasses import dataclass

import msgspec
import pytest
from msgspec import structs

from briefgen.compose import compose
from briefgen.compose.base import source_base, span, verified
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.data import data
from briefgen.compose.notes import Notes
from briefgen.compose.pages import KINDS
from briefgen.compose.pages.timeline import period_of
from briefgen.compose.parts import EventCard
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import in_marks
from briefgen.model.knowledge import Account, Chronicle, Corpus, Entities, Event
from briefgen.model.site import BriefingData, Note
from tests.compose.corpora import Writer, brief, inputs, page, quake


def test_actors_come_by_weight_and_without_what_is_no_actor() -> None:
    actors = brief().data.actors
    assert [actor.id for actor in actors] == ["lena-orsk", "dockers-union", "tavia", "bo-anders"]
    assert [actor.weight for actor in actors] == sorted((actor.weight for actor in actors), reverse=True)
    orsk = actors[0]
    assert {form.text: form.count for form in orsk.forms} == {"Lena Orsk": 2, "Orsk": 3}
    assert [description.text for description in orsk.descriptions] == ["the embattled governor"]


def test_who_is_doubtful_is_no_actor_unless_the_editor_says_so() -> None:
    corpus = quake()
    doubtful = tuple(structs.replace(e, score=0.5) if e.id == "lena-orsk" else e for e in corpus.entities.items)
    corpus = Corpus(corpus.articles, Entities(doubtful), corpus.chronicle)
    assert "lena-orsk" not in [actor.id for actor in brief(corpus=corpus).data.actors]
    note = Note("actors", "lena-orsk", "content/actors/lena-orsk.md")
    assert "lena-orsk" in [actor.id for actor in brief(note, corpus=corpus).data.actors]


def test_every_citation_is_verbatim() -> None:
    corpus = quake()
    texts = {article.document.id: article.document.text for article in corpus.articles}
    found = 0

    def walk(node: object) -> None:
        nonlocal found
        if isinstance(node, dict) and {"source", "start", "end", "exact"} <= node.keys():
            found += 1
            text = texts[node["source"]]
            assert text[node["start"] : node["end"]] == node["exact"]
            assert node["prefix"] + node["exact"] + node["suffix"] in text
        for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            walk(inner)

    walk(msgspec.json.decode(msgspec.json.encode(brief(corpus=corpus).data)))
    assert found == 14


def test_what_is_doubtful_stays_out() -> None:
    assert {(r.subject, r.type, r.object) for r in brief().data.relations} == {
        ("dockers-union", "opposes", "lena-orsk"),
        ("bo-anders", "leads", "dockers-union"),
    }


def test_statements_belong_to_the_event_in_whose_sentence_they_stand() -> None:
    statements = brief().data.statements
    assert [(s.speaker, s.direct, s.event) for s in statements] == [
        ("bo-anders", False, None),
        ("lena-orsk", True, None),
        ("bo-anders", False, None),
    ]
    assert len({s.id for s in statements}) == 3


def test_dates_of_sources_and_of_the_briefing() -> None:
    found = brief().data
    assert [(s.id, s.date, s.date_basis) for s in found.sources] == [
        ("quake-paper", "2031-03-06", "editor"),
        ("quake-wire", "2031-03-05", "stated"),
        ("strike", "2031-03-10/2031-03-16", "inferred"),
    ]
    assert found.as_of == "2031-03-06", "a date worked out does not make the briefing younger"


@dataclass
class Change:
    """What an editor writes, and what it does."""

    note: Note
    before: object
    after: object

    def look(self, found: BriefingData) -> object:
        if self.note.kind == "events":
            return next(((e.title, e.date, e.date_basis) for e in found.events if e.id == self.note.id), None)
        return next(((a.name, a.type) for a in found.actors if a.id == self.note.id), None)


WALKOUT = ("Dockers walked out in Port Amrin on Monday", "2031-03-10", "inferred")
TAVIA = ("Republic of Tavia", "country")


def of_tavia(key: str, value: str) -> Note:
    return Note("actors", "tavia", "n.md", ((key, (value,)),))


def of_walkout(key: str, value: str) -> Note:
    return Note("events", "dockers-walk-out", "n.md", ((key, (value,)),))


@pytest.mark.parametrize(
    "change",
    [
        Change(of_tavia("name", "Tavia"), TAVIA, ("Tavia", "country")),
        Change(of_tavia("type", "organization"), TAVIA, ("Republic of Tavia", "organization")),
        Change(of_tavia("hide", "true"), TAVIA, None),
        Change(of_walkout("title", "Walkout"), WALKOUT, ("Walkout", *WALKOUT[1:])),
        Change(of_walkout("date", "2031-03-09"), WALKOUT, (WALKOUT[0], "2031-03-09", "editor")),
        Change(of_walkout("hide", "true"), WALKOUT, None),
    ],
)
def test_the_editor_wins(change: Change) -> None:
    assert change.look(brief().data) == change.before
    assert change.look(brief(change.note).data) == change.after


def test_a_hidden_actor_is_nowhere() -> None:
    hidden = Note("actors", "lena-orsk", "n.md", (("hide", ("true",)),))
    found = brief(hidden)
    published = msgspec.json.encode(found.data)
    assert b'"lena-orsk"' not in published
    assert not any("lena-orsk" in page.route.url for page in found.pages)


def test_pages_have_an_address_of_their_own() -> None:
    own = Note("pages", "actors", "content/pages/actors.md")
    _, problems = compose(quake(), inputs(own), KINDS)
    assert [p.code for p in problems] == ["same-page"]
    assert '"actors"' in problems[0].message and '"note"' in problems[0].message


def test_source_base_in_a_sentence() -> None:
    corpus, read = quake(), inputs()
    notes = Notes((), corpus)
    catalogue = Catalogue(corpus, read, data(corpus, notes, read.settings), notes)
    assert source_base(catalogue) == (
        "3 articles, 2 outlets, at most 3 voices, 5 to 16 March 2031; 1 dated by inference"
    )
    assert verified(catalogue) == (14, 14)


def test_an_empty_corpus_has_its_pages() -> None:
    briefing = brief(corpus=Corpus((), Entities(), Chronicle()))
    assert briefing.data.as_of is None
    assert {page.route.url for page in briefing.pages} >= {"", "timeline/", "actors/", "events/", "sources/", "about/"}


def test_events_before_and_after() -> None:
    view = page(brief(), "events/tavia-sends-rescuers/").view
    assert view.before[0].event.label.startswith("A strong earthquake") and view.before[0].date == "4 March 2031"
    assert view.after[0].event.label.startswith("Dockers walked out")
    assert [slot.actor.label for slot in view.agents] == ["Republic of Tavia"]
    assert view.voices == "2 articles, at most 2 voices"


def test_source_page_says_how_things_are_known_and_what_rests_on_it() -> None:
    view = page(brief(), "sources/quake-wire/").view
    facts = {fact.label: (fact.value, fact.how) for fact in view.facts}
    assert facts["Publisher"] == ("Harbour Wire", "stated in the article")
    assert facts["Published"] == ("5 March 2031", "stated in the article")
    assert [one.kind for one in view.ignored] == ["advertisement"]
    rests = {group.label: [link.label for link in group.pages] for group in view.rests}
    assert rests["Actors"] == ["Lena Orsk"] and len(rests["Events that others tell too"]) == 2
    told = [(piece.text or piece.pieces[0].text, bool(piece.anchor)) for piece in view.passages[0].pieces]
    assert told == [
        ("A strong earthquake struck Port Amrin on Tuesday, killing ", False),
        ("at least 40 people", True),
        (".", False),
    ]


@pytest.mark.parametrize(
    ("date", "period"),
    [
        ("2031-03-04", "2031-03"), ("2031-03", "2031-03"), ("2031-03-30/2031-04-02", "2031-03"), ("2031", "2031"),
        ("2031~", "2031"), ("2031-21", "2031"), ("../2031-05", "2031-05"), ("2031-05/..", "2031"),
        ("2029/2031", "2029"), ("203X", "203X"), ("XXXX", ""), (None, ""),
    ],
)  # fmt: skip
def test_where_the_timeline_lists_a_date(date: str | None, period: str) -> None:
    assert period_of(date) == period


@pytest.mark.parametrize(
    ("dates", "whole"),
    [
        (["2031-03-04"], "2031-03-04"),
        (["2031-03-04", "2031-05"], "2031-03-04/2031-05"),
        (["2031-03-10/2031-03-16", "2031-03-05"], "2031-03-05/2031-03-16"),
        (["../2031-03-16", "2031-03-05"], "../2031-03-16"),
        ([], ""),
    ],
)
def test_span_of_dates(dates: list[str], whole: str) -> None:
    assert span(dates) == whole


def test_numbers_of_citations_follow_the_page() -> None:
    view = page(brief(), "events/tavia-sends-rescuers/").view
    numbers = [
        view.citation,
        *(slot.citation for slot in view.agents),
        *(q.citation for a in view.accounts for q in a.quotes),
    ]
    assert [citation.number for citation in numbers] == [1, 1, 1, 2]


def test_reasons_name_outlets_not_ids() -> None:
    corpus, read = quake(), inputs()
    notes = Notes((), corpus)
    sheet = Sheet(Catalogue(corpus, read, data(corpus, notes, read.settings), notes), folder("x"))
    reason = "“on Tuesday” is said of what quake-wire dates to 4 March"
    assert sheet.named(reason) == "“on Tuesday” is said of what Harbour Wire dates to 4 March"
    assert sheet.named("see seeds/quake-wire.txt") == "see seeds/quake-wire.txt"
    assert sheet.date("2031", "editor", "content/x.md", "").how == "given by the editor"


def test_an_article_without_a_title_goes_by_its_first_words() -> None:
    writer = Writer()
    told = "Dockers walked out in Port Amrin on Monday and blocked the only road that leads out of the town."
    writer.article("a", f"x\n\n{told}", "")
    corpus = Corpus(writer.articles(), Entities(), Chronicle())
    view = page(brief(corpus=corpus), "sources/a/").view
    assert view.title == "“Dockers walked out in Port Amrin on Monday and blocked the only road …”"
    assert [piece.text for piece in view.opening.pieces] == [told]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bo left.", "“Bo left.”"),
        ("“We go,” said Bo.", "“‘We go,’ said Bo.”"),
        ("", ""),
        ("Bo came by sea", "“Bo came by …”"),
    ],
)
def test_first_words_stand_in_quotation_marks(text: str, words: str) -> None:
    assert in_marks(text, 17 if "said" in text else 12) == words


def test_articles_that_begin_alike_go_by_the_first_words_that_tell_them_apart() -> None:
    writer = Writer()
    menu, copied = "Read our letter in the morning.", "Dockers walked out of the port."
    told = {"a": copied, "b": copied, "c": "Bakers went back to work.", "d": "Rain fell.", "e": ""}
    for id_, text in told.items():
        writer.article(id_, "\n\n".join(["x", menu, text, f"Article {id_} ends here."][: 4 if text else 2]), "")
    briefing = brief(corpus=Corpus(writer.articles(), Entities(), Chronicle()))
    titles = [page(briefing, f"sources/{id_}/").view.title for id_ in told]
    # Two copies keep how they begin; two words tell too little; who has nothing else goes by what all begin with.
    assert titles == [f"“{copied}”", f"“{copied}”", f"“{told['c']}”", "“Article d ends here.”", f"“{menu}”"]


def test_a_card_names_the_first_few_outlets() -> None:
    writer = Writer()
    for letter in "abcdef":
        writer.article(letter, "Title\n\nDockers walked out.", "Title", f"Outlet {letter}")
    accounts = tuple(Account(writer.cite(letter, "Dockers walked out.")) for letter in "abcdef")
    event = Event("walkout", accounts[0].citation, ("PROTEST",), accounts, voices=6)
    corpus = Corpus(writer.articles(), Entities(), Chronicle((event,)))
    card = page(brief(corpus=corpus), "events/").view.events[0]
    assert [link.label for link in card.outlets] == ["Outlet a", "Outlet b", "Outlet c", "Outlet d"]
    assert (card.more, card.voices) == ("and 2 more", "at most 6 voices")


def test_a_card_names_articles_of_no_known_outlet_only_where_none_is_known() -> None:
    def card(*outlets: str) -> EventCard:
        writer = Writer()
        for letter, outlet in zip("abc", outlets, strict=True):
            writer.article(letter, f"Title {letter}\n\nDockers walked out.", f"Title {letter}", outlet)
        accounts = tuple(Account(writer.cite(letter, "Dockers walked out.")) for letter in "abc")
        event = Event("walkout", accounts[0].citation, ("PROTEST",), accounts, voices=3)
        corpus = Corpus(writer.articles(), Entities(), Chronicle((event,)))
        first: EventCard = page(brief(corpus=corpus), "events/").view.events[0]
        return first

    some, none = card("", "Outlet b", ""), card("", "", "")
    assert ([link.label for link in some.outlets], some.more) == (["Outlet b"], "and 2 more")
    assert ([link.label for link in none.outlets], none.more) == (["“Title a”", "“Title b”", "“Title c”"], "")
