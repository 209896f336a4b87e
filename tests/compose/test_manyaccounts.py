"""An event that many tell: the first account open, the others folded, all on pages of their own, voices by stance."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefgen.compose.pages import event as kind
from briefgen.compose.pages import eventaccounts
from briefgen.model.annotation import EventMention, TimeExpression
from briefgen.model.knowledge import Account, Chronicle, Corpus, Entities, Event, Participant, Voice
from briefgen.model.site import Briefing
from briefgen.model.text import Span
from tests.compose.corpora import Writer, brief, page


def strike(voices: int, copies: int = 0, actors: int = 0, dated: int = 0) -> Corpus:
    """A strike that as many voices tell, the first few with its day; every fifth denies it; some copy the first."""
    writer = Writer()
    accounts, told = [], []
    for n in range(voices + copies):
        id_ = f"a{n:03}"
        verb = "denied that dockers struck" if n % 5 == 4 and n < voices else "dockers struck"
        text = f"Witness {0 if n >= voices else n} said {verb}."
        writer.article(id_, f"Title\n\n{text}", f"Title {n}", f"Outlet {n}")
        trigger = Span(*writer.span(id_, "struck"))
        sentence = writer.span(id_, text)
        status: Any = "denied" if "denied" in verb else "actual"
        time = 0 if n < dated else None
        writer.found[id_]["times"] = [TimeExpression(*sentence, text, "DATE", "2031-05-03", "2031-05-03")]
        writer.found[id_]["events"].append(
            EventMention(*sentence, trigger, "strike", "PROTEST", 0, time=time, status=status)
        )
        accounts.append(Account(writer.cite(id_, text), trigger))
        told.append(id_)
    taking: list[Participant] = []
    entities = []
    for n in range(actors):
        taking.append(Participant(f"person-{n}", "participant"))
        writer.mention("a000", "Witness", f"person-{n}")
        entities.append(writer.entity(f"person-{n}", f"Person {n}", "person"))
    event = Event(
        "strike", accounts[0].citation, ("PROTEST",), tuple(accounts), participants=tuple(taking), voices=voices
    )
    groups = (Voice("a000", ("a000", *told[voices:])), *(Voice(id_, (id_,)) for id_ in told[1:voices]))
    return Corpus(writer.articles(), Entities(tuple(entities)), Chronicle((event,), groups))


def pages_of(briefing: Briefing) -> list[Any]:
    return [one.view for one in briefing.pages if one.kind == "event-accounts"]


def test_few_accounts_stand_open_and_in_a_table() -> None:
    briefing = brief(corpus=strike(kind.OPEN))
    view = page(briefing, "events/strike/").view
    assert (view.folded, view.all_accounts, view.camps, len(view.accounts)) == ("", None, (), kind.OPEN)
    assert view.matrix
    assert pages_of(briefing) == []


def test_more_are_folded_but_the_first() -> None:
    view = page(brief(corpus=strike(kind.OPEN + 1)), "events/strike/").view
    assert (view.folded, len(view.accounts)) == (f"{kind.OPEN} more accounts", kind.OPEN + 1)


def test_many_have_pages_of_their_own_with_each_account_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eventaccounts, "ROOM", 16)
    briefing = brief(corpus=strike(40))
    view = page(briefing, "events/strike/").view
    assert len(view.accounts) == kind.PASSAGES
    assert view.all_accounts.href == "../../events/strike/accounts/index.html"
    pages = pages_of(briefing)
    shown = [one.account.source.label for made in pages for one in made.accounts]
    assert shown == [f"Title {n}" for n in range(40)]
    assert [made.pager.place for made in pages] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert pages[0].head.trail[-1].href == "../../../events/strike/index.html"


def test_many_voices_stand_by_what_they_say_and_each_with_its_own_account() -> None:
    briefing = brief(corpus=strike(40))
    view = page(briefing, "events/strike/").view
    assert view.matrix is None
    (claim,) = view.camps
    assert (claim.label, [(camp.words, camp.count, camp.more) for camp in claim.camps]) == (
        "It happened",
        [("says so", "32 voices", "and 26 more"), ("denies it", "8 voices", "and 2 more")],
    )
    assert all(named.citation for camp in claim.camps for named in camp.voices)
    own = [one.stances for made in pages_of(briefing) for one in made.accounts]
    assert [stances[0].stances[0].stand for stances in own] == (["said"] * 4 + ["denied"]) * 8


def test_of_the_silent_and_of_who_says_otherwise_only_the_number_is_told() -> None:
    corpus = strike(20, dated=3)
    third = corpus.articles[2].extraction
    later = replace(third, times=(replace(third.times[0], edtf="2031-05-09"),))
    articles = tuple(replace(a, extraction=later) if a.extraction is third else a for a in corpus.articles)
    view = page(brief(corpus=replace(corpus, articles=articles)), "events/strike/").view
    date = next(claim for claim in view.camps if claim.label == "Date: 3 May 2031")
    assert [(camp.words, camp.count, len(camp.voices)) for camp in date.camps] == [
        ("says so", "2 voices", 2),
        ("says otherwise", "1 voice", 0),
        ("silent", "17 voices", 0),
    ]


def test_a_wire_text_with_many_copies_names_them_all_on_the_accounts_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eventaccounts, "COPIES", 10)
    briefing = brief(corpus=strike(2, copies=25))
    view = page(briefing, "events/strike/").view
    assert len(view.accounts[0].copies) == kind.COPIES
    told = [one for made in pages_of(briefing) for one in made.accounts]
    assert [len(one.account.copies) for one in told] == [10, 10, 5, 0]
    assert [bool(one.stances) for one in told] == [True, False, False, True]
    named = [copy.outlet.label for one in told for copy in one.account.copies]
    assert named == [f"Outlet {n}" for n in range(2, 27)]


def test_of_many_who_took_part_the_first_are_named_and_all_with_the_accounts() -> None:
    briefing = brief(corpus=strike(2, actors=kind.INVOLVED + 3))
    assert len(page(briefing, "events/strike/").view.participants) == kind.INVOLVED
    (view,) = pages_of(briefing)
    assert [(part.label, len(part.slots)) for part in view.involved] == [("Also involved", kind.INVOLVED + 3)]
