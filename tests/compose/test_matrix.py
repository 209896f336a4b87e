"""Claims by voices: who says it, who tells it otherwise, who denies it and who is silent."""

from typing import Any

from msgspec.structs import replace

from briefgen.model.annotation import EventMention, TimeExpression
from briefgen.model.knowledge import Account, Chronicle, Corpus, Disagreement, Entities, Event, Side, Voice
from briefgen.model.text import Field, Span
from tests.compose.corpora import Writer, brief, page

TEXTS = {
    "a": "Pirates sank the ferry on 3 May off Ostra.",
    "b": "Pirates sank the ferry on 3 May off Ostra.",
    "c": "Officials denied that pirates Sank the ferry in May off Ostra.",
    "d": "Pirates will sink the ferry on 9 May.",
}


def stances(claim: Any) -> list[list[tuple[str, str]]]:
    return [[(stance.stand, stance.words) for stance in cell] for cell in claim.cells]


def ferry() -> Corpus:
    """Four articles, two of them one voice; each with a trigger, some with a date and a place."""
    writer = Writer()
    accounts = []
    for id_, text in TEXTS.items():
        writer.article(id_, f"Title\n\n{text}", f"Title {id_}", f"Outlet {id_.upper()}")
        trigger = Span(*writer.span(id_, next(word for word in ("sank", "Sank", "sink") if word in text)))
        places = (writer.mention(id_, "Ostra", "", "place"),) if "Ostra" in text else ()
        status: Any = {"c": "denied", "d": "planned"}.get(id_, "actual")
        sentence = writer.span(id_, text)
        said = EventMention(*sentence, trigger, "sink", "ASSAULT", 0, places=places, time=0, status=status)
        writer.found[id_]["events"].append(said)
        day = {"c": "2031-05", "d": "2031-05-09"}.get(id_, "2031-05-03")
        writer.found[id_]["times"] = [TimeExpression(*sentence, text, "DATE", day, day)]
        accounts.append(Account(writer.cite(id_, text), trigger))
    event = Event("sink", accounts[0].citation, ("ASSAULT",), tuple(accounts), "2031-05-03", voices=3)
    sides = (
        Side("3 May", (writer.cite("a", "3 May"), writer.cite("b", "3 May"))),
        Side("9 May", (writer.cite("d", "9 May"),)),
    )
    differ = Disagreement("when", "when it sank", "date", sides, event="sink")
    voices = (Voice("a", ("a", "b")), Voice("c", ("c",)), Voice("d", ("d",)))
    return Corpus(writer.articles(), Entities(), Chronicle((event,), voices, (differ,)))


def test_claims_by_voices() -> None:
    matrix = page(brief(corpus=ferry()), "events/sink/").view.matrix
    heads = [[outlet.label for outlet in voice.outlets] for voice in matrix.voices]
    assert heads == [["Outlet A", "Outlet B"], ["Outlet C"], ["Outlet D"]]
    says, other, silent = ("said", "says so"), ("otherwise", "says otherwise"), ("silent", "silent")
    assert {claim.label: stances(claim) for claim in matrix.claims} == {
        "It happened": [[says], [("denied", "denies it")], [("otherwise", "tells it as planned")]],
        "Date: May 2031": [[says], [says], [says]],
        "Date: 3 May 2031": [[says], [silent], [other]],
        "Date: 9 May 2031": [[other], [silent], [says]],
        "Place: Ostra": [[says], [says], [silent]],
        "when it sank: 3 May": [[says], [silent], [other]],
        "when it sank: 9 May": [[other], [silent], [says]],
    }


def test_what_is_not_silent_is_cited_and_quotes_its_own_words() -> None:
    matrix = page(brief(corpus=ferry()), "events/sink/").view.matrix
    for claim in matrix.claims:
        for stance in (stance for cell in claim.cells for stance in cell):
            assert bool(stance.citations) == (stance.stand != "silent")
    assert [cell[0].triggers for cell in matrix.claims[0].cells] == [("sank",), ("Sank",), ("sink",)]
    assert len(matrix.claims[0].cells[0][0].citations) == 2


def test_a_planned_event_is_said_by_who_tells_it_so() -> None:
    corpus = ferry()
    event = replace(corpus.chronicle.events[0], status="planned")
    planned = replace(corpus, chronicle=replace(corpus.chronicle, events=(event,)))
    claim = page(brief(corpus=planned), "events/sink/").view.matrix.claims[0]
    assert claim.label == "It is planned"
    assert [cell[0].words for cell in claim.cells] == ["tells it as done", "denies it", "says so"]


def test_a_wire_text_that_many_carry_names_the_first_few_outlets_that_are_known() -> None:
    corpus = ferry()
    event, first = corpus.chronicle.events[0], corpus.articles[0]
    copies = [
        replace(
            first,
            document=replace(
                first.document,
                id=f"copy-{n}",
                title=Field(f"Title {n}"),
                publisher=Field(f"Copy {n}") if n > 1 else None,
            ),
            extraction=replace(first.extraction, source=f"copy-{n}"),
        )
        for n in range(5)
    ]
    more = tuple(
        replace(a, citation=replace(a.citation, source=c.document.id)) for c in copies for a in event.accounts[:1]
    )
    voices = (Voice("a", ("a", "b", *(c.document.id for c in copies))), *corpus.chronicle.voices[1:])
    events = (replace(event, accounts=(*event.accounts, *more)),)
    chronicle = replace(corpus.chronicle, events=events, voices=voices)
    briefing = brief(corpus=replace(corpus, articles=(*corpus.articles, *copies), chronicle=chronicle))
    head = page(briefing, "events/sink/").view.matrix.voices[0]
    assert ([link.label for link in head.outlets], head.more) == (
        ["Outlet A", "Outlet B", "Copy 2", "Copy 3"],
        "and 3 more",
    )


def test_one_voice_has_no_matrix() -> None:
    corpus = ferry()
    event = corpus.chronicle.events[0]
    alone = replace(event, accounts=event.accounts[:2])
    chronicle = replace(corpus.chronicle, events=(alone,), disagreements=())
    assert page(brief(corpus=replace(corpus, chronicle=chronicle)), "events/sink/").view.matrix is None
