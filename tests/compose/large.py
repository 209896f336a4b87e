"""A large corpus made by rule: a harbour strike that hundreds tell, and somebody who is in thousands of events."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from briefgen.model.annotation import EventMention
from briefgen.model.knowledge import (
    Account,
    Chronicle,
    Corpus,
    Disagreement,
    Entities,
    Event,
    Participant,
    Side,
    Voice,
)
from briefgen.model.text import Published, Span
from tests.compose.corpora import Writer

ARTICLES, EACH, PEOPLE, PLACES, SPELLINGS = 400, 8, 150, 150, 40
TYPES: Any = ("PROTEST", "CONSULT", "REJECT", "AID", "ASSAULT", "YIELD", "THREATEN", "ACCUSE")
TIES: Any = ("member_of", "leads", "supports", "opposes")
FIRST = date(2030, 1, 1)


def large() -> Corpus:
    """The corpus: every article tells eight events of its own and the strike, and ties a few people to the leader."""
    writer = Writer()
    events, strike = [], []
    for n in range(ARTICLES):
        id_ = f"coast-and-harbour-reporter-{n:04}"
        told = _article(writer, id_, n)
        strike.append(told)
        events += _events(writer, id_, n)
    who = tuple(Participant(f"person-{n}", "participant") for n in range(PEOPLE // 2))
    whole = Event(
        "dockers-strike", strike[0].citation, ("PROTEST",), tuple(strike), "2030-01-01", "stated",
        participants=who, voices=ARTICLES, weight=9999.0, places=("Port Amrin",),
    )  # fmt: skip
    chronicle = Chronicle(
        (whole, *events), tuple(Voice(id_, (id_,)) for id_ in writer.documents), tuple(_differing(writer))
    )
    people = (writer.entity(f"person-{n}", f"Person Number {n}", "person") for n in range(PEOPLE))
    return Corpus(writer.articles(), Entities((writer.entity("leader", "Ines Varga", "person"), *people)), chronicle)


def _article(writer: Writer, id_: str, n: int) -> Account:
    """Writes an article; its account of the strike."""
    people = [(n * 3 + k) % PEOPLE for k in range(3)]
    spelling = f"Ines Varga{'aeiou'[n % 5] * (n % SPELLINGS)}"
    told = f"Dockers in Port Amrin struck for day number {n}, {n * 7 % 900} of them by the harbour's own count."
    ties = [f"Person Number {p} of the harbour union {TIES[p % 4]} the movement around {spelling}." for p in people]
    own = [
        f"On its way to pier {n} and {k}, the column of {spelling} met the guards of the harbour and went on."
        for k in range(EACH)
    ]
    said = f"{spelling}, the speaker of pier {n}, said: “We shall not go back to the piers before spring, {n} times.”"
    text = " ".join([told, *ties, *own, said])
    day = Published((FIRST + timedelta(days=n)).isoformat(), "metadata")
    outlet = "Harbour Wire" if n % 2 else f"Outlet of Town {n}"
    writer.article(id_, f"Title\n\n{text}", f"What the harbour of Port Amrin saw on day number {n}", outlet, day)
    leader = writer.mention(id_, spelling, "leader")
    for sentence, person in zip(ties, people, strict=True):
        end = writer.mention(id_, f"Person Number {person}", f"person-{person}")
        writer.relation(id_, sentence, (end, TIES[person % 4], leader))
    for k in range(EACH):
        writer.mention(id_, spelling, "leader", occurrence=3 + k)
    speaker = writer.mention(id_, spelling, "leader", occurrence=3 + EACH)
    writer.statement(id_, "We shall not go back to the piers before spring", speaker)
    writer.description(id_, f"the speaker of pier {n}", speaker)
    trigger = Span(*writer.span(id_, "struck"))
    status: Any = "actual" if n % 7 else "denied"
    writer.found[id_]["events"].append(
        EventMention(*writer.span(id_, told), trigger, "strike", "PROTEST", 0, status=status)
    )
    return Account(writer.cite(id_, told), trigger)


def _events(writer: Writer, id_: str, n: int) -> list[Event]:
    """What an article tells besides: some of it dated, at places of which one has most."""
    events = []
    for k in range(EACH):
        start = writer.documents[id_].text.index(f"On its way to pier {n} and {k},")
        end = writer.documents[id_].text.index(" went on.", start) + len(" went on.")
        cited = writer.cite(id_, writer.documents[id_].text[start:end])
        day = (FIRST + timedelta(days=n + k)).isoformat() if k % 2 else None
        place = "Port Amrin" if n % 2 else f"Pier {n % PLACES} of Ostra"
        who, weight = (Participant("leader", "agent"),), float(ARTICLES - n)
        name = f"column-met-the-guards-{n}-{k}"
        events.append(Event(name, cited, (TYPES[k],), (Account(cited),), day, "stated", "", (place,), who, 1, weight))
    return events


def _differing(writer: Writer) -> list[Disagreement]:
    """How many struck, by ten counts."""
    ids = list(writer.documents)
    sides = tuple(
        Side(f"{n} dockers", tuple(writer.cite(id_, "struck for day") for id_ in ids[n::10])) for n in range(10)
    )
    return [Disagreement("count", "dockers on strike", "figure", sides, event="dockers-strike")]
