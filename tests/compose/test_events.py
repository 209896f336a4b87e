"""The page of an event: the fact on top, how it is known, and what came before and after."""

from msgspec.structs import replace

from briefgen.compose.parts import Link
from briefgen.model.knowledge import Account, Chronicle, Citation, Corpus, Entities, Event, Participant
from briefgen.model.site import Note
from tests.compose.corpora import Writer, brief, page, quake


def told(*events: tuple[str, str, str, str]) -> Corpus:
    """An article a sentence; events by id, title, date and the one who did it."""
    writer = Writer()
    text = "Lee closed the harbour on Monday. Berg opened it. Lee thanked Berg. Berg left. The harbour lay still."
    writer.article("a", f"Title\n\n{text}", "Title", "Outlet")
    writer.mention("a", "Lee", "lee")
    writer.mention("a", "Berg", "berg")
    found = []
    for id_, title, date, actor in events:
        start = text[: text.index(title)].count(". ")
        sentence = writer.cite("a", f"{text.split('. ')[start].rstrip('.')}.")
        taking_part = (Participant(actor, "agent"),) if actor else ()
        found.append(
            Event(id_, writer.cite("a", title), ("YIELD",), (Account(sentence),), date, participants=taking_part)
        )
    writer.description("a", "Lee", 0)
    entities = Entities((writer.entity("lee", "Lee", "person"), writer.entity("berg", "Berg", "person")))
    return Corpus(writer.articles(), entities, Chronicle(tuple(found)))


def test_the_first_line_is_the_sentence_with_the_title_in_it() -> None:
    corpus = told(("closed", "Lee closed the harbour", "2031", "lee"), ("left", "Berg left", "2031", "berg"))
    view = page(brief(corpus=corpus), "events/closed/").view
    assert (view.sentence, view.lead, view.told_once) == (("", " on Monday."), None, True)
    assert view.citation.number == 1
    assert page(brief(corpus=corpus), "events/left/").view.sentence == ("", "")


def test_an_editors_title_has_the_sentence_below_it() -> None:
    corpus = told(("closed", "Lee closed the harbour", "2031", "lee"))
    note = Note("events", "closed", "content/events/closed.md", (("title", ("The harbour closes",)),))
    view = page(brief(note, corpus=corpus), "events/closed/").view
    assert (view.title, view.authored_title) == ("The harbour closes", True)
    assert view.lead.text == "Lee closed the harbour on Monday."
    assert view.lead.citation.number == 1


def test_what_an_account_has_in_full_the_head_of_the_page_does_not_say_in_full() -> None:
    corpus = told(("closed", "Lee closed the harbour", "2031", "lee"))
    (event,) = corpus.chronicle.events
    second = corpus.articles[0].document.sentences[1]
    more = Account(Citation("a", second.start, second.end))
    corpus = replace(corpus, chronicle=Chronicle((replace(event, accounts=(*event.accounts, more)),)))
    view = page(brief(corpus=corpus), "events/closed/").view
    assert (view.title, view.sentence, view.lead) == ("Lee closed the harbour", ("", ""), None)
    note = Note("events", "closed", "content/events/closed.md", (("title", ("The harbour closes",)),))
    view = page(brief(note, corpus=corpus), "events/closed/").view
    assert (view.authored_title, view.lead) == (True, None)
    assert [words.text for words in view.accounts[0].quotes[0].words] == ["Lee closed the harbour on Monday."]


def test_before_and_after_have_the_nearest_of_the_briefing_and_of_who_took_part_each_once() -> None:
    corpus = told(
        ("closed", "Lee closed the harbour", "2031-01", "lee"),
        ("opened", "Berg opened it", "2031-02", "berg"),
        ("thanked", "Lee thanked Berg", "2031-03", "lee"),
        ("left", "Berg left", "2031-04", "berg"),
        ("still", "The harbour lay still", "2031-05", ""),
    )
    lee = Link("Lee", "../../actors/lee/index.html")
    view = page(brief(corpus=corpus), "events/thanked/").view
    assert [(one.date, one.actors) for one in view.before] == [("February 2031", ()), ("January 2031", (lee,))]
    assert view.before[1].event == Link("Lee closed the harbour", "../../events/closed/index.html")
    assert [(one.date, one.actors) for one in view.after] == [("April 2031", ())]
    assert [one.actors for one in page(brief(corpus=corpus), "events/still/").view.before] == [()]
    first = page(brief(corpus=told(("closed", "Lee closed the harbour", "2031-01", "lee"))), "events/closed/")
    assert (first.view.before, first.view.after) == ((), ())


def test_in_lists_a_title_of_the_editors_is_told_from_the_sources_words() -> None:
    corpus = told(("closed", "Lee closed the harbour", "2031-01", "lee"), ("left", "Berg left", "2031-04", "berg"))
    note = Note("events", "closed", "content/events/closed.md", (("title", ("The harbour closes",)),))
    cards = page(brief(note, corpus=corpus), "").view.events.dated
    assert {card.event.label: card.authored_title for card in cards} == {"The harbour closes": True, "Berg left": False}


def test_several_accounts_stand_below_the_fact() -> None:
    view = page(brief(corpus=quake()), "events/earthquake-strikes-port-amrin/").view
    assert not view.told_once
    assert [account.outlet for account in view.accounts] == ["Harbour Wire", "The Morning Ledger"]
    assert view.date.how == "worked out: “on Tuesday” in an article of 5 March 2031"
