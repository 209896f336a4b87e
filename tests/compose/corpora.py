"""Corpora written by hand: what the reading rooms would make of a few short articles on an earthquake and a strike."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefgen.compose import compose
from briefgen.compose.pages import KINDS
from briefgen.config import Project
from briefgen.model.annotation import Description, EventMention, Extraction, Mention, Relation, Statement
from briefgen.model.knowledge import (
    Account,
    Article,
    Chronicle,
    Citation,
    Corpus,
    Disagreement,
    Entities,
    Entity,
    Event,
    NameForm,
    Participant,
    Ref,
    Side,
    SourceDate,
    Voice,
)
from briefgen.model.site import Briefing, Inputs, Note, Page, Settings, Theme
from briefgen.model.text import Document, Field, Furniture, Passage, Published, Sentence, Span
from briefgen.read.theme import read_theme

ARTICLES = Path(__file__).parent / "articles"
THEMES = Path(__file__).parents[2] / "themes"


@cache
def theme(name: str = "default") -> Theme:
    """A theme of the repository."""
    return read_theme(Project.at(THEMES.parent), name)


UNDATED = Published()


class Writer:
    """Collects articles, and finds the offsets of their words."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.found: dict[str, dict[str, list[Any]]] = {}
        self.mentions: dict[str, list[Ref]] = {}

    def article(
        self, id_: str, text: str, title: str, publisher: str = "", published: Published = UNDATED, **more: Any
    ) -> None:
        """An article: its first line is the title, blank lines part paragraphs, full stops sentences."""
        passages, sentences, at = [], [], text.find("\n\n") + 2
        for paragraph in text[at:].split("\n\n"):
            start = text.index(paragraph, at)
            at = start + len(paragraph)
            passages.append(Passage(start, at))
            low = start
            for part in paragraph.split(". "):
                high = min(low + len(part) + 1, at)
                sentences.append(Sentence(low, high, len(passages) - 1))
                low = high + 1
        found = text.find(publisher) if publisher else -1
        self.documents[id_] = Document(
            id=id_,
            path=f"seeds/{id_}.txt",
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            title=Field(title, Span(0, len(title))) if title else None,
            publisher=Field(publisher, Span(found, found + len(publisher)) if found >= 0 else None)
            if publisher
            else None,
            published=published,
            passages=tuple(passages),
            sentences=tuple(sentences),
            **more,
        )
        self.found[id_] = {"mentions": [], "statements": [], "events": [], "relations": [], "descriptions": []}

    def span(self, source: str, words: str, occurrence: int = 0) -> tuple[int, int]:
        """Where words stand."""
        start = -1
        for _ in range(occurrence + 1):
            start = self.documents[source].text.index(words, start + 1)
        return start, start + len(words)

    def cite(self, source: str, words: str) -> Citation:
        return Citation(source, *self.span(source, words))

    def mention(self, source: str, words: str, actor: str, kind: Any = "person", occurrence: int = 0) -> int:
        """A mention, resolved to an actor; its index."""
        mentions = self.found[source]["mentions"]
        start, end = self.span(source, words, occurrence)
        mentions.append(Mention(start, end, words, kind, words, len(mentions)))
        if actor:
            self.mentions.setdefault(actor, []).append(Ref(source, len(mentions) - 1))
        return len(mentions) - 1

    def statement(self, source: str, words: str, speaker: int | None, direct: bool = True) -> None:
        self.found[source]["statements"].append(Statement(*self.span(source, words), words, direct, speaker))

    def relation(self, source: str, words: str, tie: tuple[int, Any, int], score: float = 1.0) -> None:
        """A relation between two mentions: subject, type, object."""
        self.found[source]["relations"].append(Relation(*self.span(source, words), *tie, score=score))

    def description(self, source: str, words: str, mention: int) -> None:
        self.found[source]["descriptions"].append(Description(*self.span(source, words), words, mention))

    def telling(self, source: str, words: str, trigger: str, kind: Any) -> None:
        start, end = self.span(source, words)
        at = self.documents[source].text.index(trigger, start)
        self.found[source]["events"].append(EventMention(start, end, Span(at, at + len(trigger)), trigger, kind, 0))

    def articles(self) -> tuple[Article, ...]:
        return tuple(
            Article(document, Extraction(id_, **{name: tuple(found) for name, found in self.found[id_].items()}))
            for id_, document in self.documents.items()
        )

    def entity(self, id_: str, name: str, kind: Any) -> Entity:
        """An actor with the forms of its mentions."""
        forms: dict[str, list[str]] = {}
        for ref in self.mentions.get(id_, []):
            forms.setdefault(self.found[ref.source]["mentions"][ref.index].text, []).append(ref.source)
        counted = tuple(NameForm(text, len(where), tuple(sorted(set(where)))) for text, where in sorted(forms.items()))
        return Entity(id_, name, kind, counted, tuple(self.mentions.get(id_, ())))


QUAKE_WIRE = (ARTICLES / "quake-wire.txt").read_text(encoding="utf-8")

QUAKE_PAPER = (ARTICLES / "quake-paper.txt").read_text(encoding="utf-8")

STRIKE = (ARTICLES / "strike.txt").read_text(encoding="utf-8")


def quake() -> Corpus:
    """Three articles, two of them on one event, one dated by inference."""
    w = Writer()
    w.article(
        "quake-paper",
        QUAKE_PAPER,
        "Quake toll passes 60 as rescuers arrive",
        "The Morning Ledger",
        Published("2031-03-06", "editor"),
    )
    start = QUAKE_WIRE.index("Advertisement")
    w.article(
        "quake-wire", QUAKE_WIRE, "Earthquake shakes Port Amrin", "Harbour Wire",
        Published("2031-03-05", "stated", Span(0, 5)),
        furniture=(Furniture(start, len(QUAKE_WIRE), "advert", "advert-line"),),
        url="https://wire.example/quake",
    )  # fmt: skip
    w.article("strike", STRIKE, "Dockers walk out")
    orsk1 = w.mention("quake-wire", "Lena Orsk", "lena-orsk")
    orsk2 = w.mention("quake-wire", "Orsk", "lena-orsk", occurrence=1)
    tavia1 = w.mention("quake-wire", "Republic of Tavia", "tavia", "country")
    tavia2 = w.mention("quake-paper", "Tavia", "tavia", "country")
    orsk3 = w.mention("quake-paper", "Lena Orsk", "lena-orsk")
    union1 = w.mention("quake-paper", "dockers' union", "dockers-union", "organization")
    orsk4 = w.mention("quake-paper", "Orsk", "lena-orsk", occurrence=1)
    anders1 = w.mention("quake-paper", "Bo Anders", "bo-anders")
    anders2 = w.mention("strike", "Bo Anders", "bo-anders")
    union2 = w.mention("strike", "Dockers' Union", "dockers-union", "organization")
    w.mention("strike", "Orsk", "lena-orsk")
    w.mention("quake-wire", "Port Amrin", "", "place", occurrence=1)
    w.statement("quake-wire", "We will not leave anyone under the rubble,", orsk2)
    w.statement("quake-paper", "The union will strike next week", anders1, direct=False)
    w.statement("strike", "the strike would last until Governor Orsk resigned", anders2, direct=False)
    w.relation("quake-paper", "The dockers' union, which opposes Orsk", (union1, "opposes", orsk4))
    w.relation("strike", "Bo Anders, leader of the Dockers' Union", (anders2, "leads", union2))
    w.relation("quake-wire", "The Republic of Tavia sent rescue teams", (tavia1, "supports", orsk1), score=0.3)
    w.description("quake-paper", "the embattled governor", orsk3)
    w.description("strike", "leader of the Dockers' Union", anders2)
    assert tavia2 == 0
    one = "A strong earthquake struck Port Amrin on Tuesday, killing at least 40 people."
    two = "Rescue teams from Tavia reached Port Amrin on Wednesday, a day after the earthquake that killed 62 people."
    three = "The Republic of Tavia sent rescue teams to Port Amrin on Wednesday."
    four = "Dockers walked out in Port Amrin on Monday."
    events = (
        Event(
            "earthquake-strikes-port-amrin", w.cite("quake-wire", one[:-1]), ("OTHER",),
            (
                Account(w.cite("quake-wire", one), Span(*w.span("quake-wire", "struck"))),
                Account(w.cite("quake-paper", two)),
            ),
            "2031-03-04", "inferred", "“on Tuesday” in an article of 5 March 2031", ("Port Amrin",), (), 2, 3.5,
        ),
        Event(
            "tavia-sends-rescuers", w.cite("quake-wire", three[:-1]), ("AID",),
            (Account(w.cite("quake-wire", three)), Account(w.cite("quake-paper", two))),
            "2031-03-05", "inferred", "“on Wednesday” in an article of 5 March 2031", ("Port Amrin",),
            (Participant("tavia", "agent"),), 2, 3.0,
        ),
        Event(
            "dockers-walk-out", w.cite("strike", four[:-1]), ("PROTEST",), (Account(w.cite("strike", four)),),
            "2031-03-10", "inferred", "", ("Port Amrin",),
            (Participant("dockers-union", "agent"), Participant("lena-orsk", "patient")), 1, 1.0,
        ),
    )  # fmt: skip
    toll = Disagreement(
        "toll-port-amrin", "people killed", "figure",
        (
            Side("at least 40", (w.cite("quake-wire", "at least 40 people"),)),
            Side("62", (w.cite("quake-paper", "killed 62 people"),)),
        ),
        event="earthquake-strikes-port-amrin",
    )  # fmt: skip
    chronicle = Chronicle(
        events,
        (Voice("quake-paper", ("quake-paper",)), Voice("quake-wire", ("quake-wire",)), Voice("strike", ("strike",))),
        (toll,),
        (SourceDate("strike", "2031-03-10/2031-03-16", "it tells the strike of “next week”"),),
    )
    entities = (
        w.entity("bo-anders", "Bo Anders", "person"),
        w.entity("dockers-union", "Dockers' Union", "organization"),
        w.entity("lena-orsk", "Lena Orsk", "person"),
        w.entity("port-amrin", "Port Amrin", "place"),
        w.entity("tavia", "Republic of Tavia", "country"),
    )
    return Corpus(w.articles(), Entities(entities), chronicle)


def inputs(*notes: Note, **settings: Any) -> Inputs:
    """What is read beside the articles."""
    chosen = Settings(**{"title": "Port Amrin", "excerpt_share": 1.0, **settings})
    return Inputs(chosen, (), notes, (), theme(chosen.theme))


HOSTILE_TITLE = "\u202e<script>alert(1)</script> \"'>]]>{{7*7}}"
HOSTILE = f"""{HOSTILE_TITLE}

=cmd|' /C calc'!A0

<script>alert(1)</script> said "<img src=x onerror=alert(1)>" to \x00\x1b[31m\x85\ufffe{{{{ config }}}} -->]]>&lt;b&gt;.

@SUM(1) met \u202eEvil\u2066 <b onclick='x'>Twin</b>."""


def hostile() -> Corpus:
    """One article that tries everything in every place."""
    w = Writer()
    w.article(
        "hostile", HOSTILE, HOSTILE_TITLE, "=cmd|' /C calc'!A0",
        Published("2031-03-05", "metadata"), url="javascript:alert(1)", archive_url="https://a.example/\"onload='x'",
        author=Field("<svg/onload=alert(1)>{\\input{x}}"),
    )  # fmt: skip
    first = w.mention("hostile", "<script>alert(1)</script>", "evil", occurrence=1)
    second = w.mention("hostile", "\u202eEvil\u2066 <b onclick='x'>Twin</b>", "twin", "organization")
    w.mention("hostile", "@SUM(1)", "sum", "organization")
    w.statement("hostile", "<img src=x onerror=alert(1)>", first)
    w.relation("hostile", "@SUM(1) met \u202eEvil\u2066 <b onclick='x'>Twin</b>.", (first, "supports", second))
    w.description("hostile", "{{ config }} -->]]>&lt;b&gt;", second)
    sentence = w.cite("hostile", "@SUM(1) met \u202eEvil\u2066 <b onclick='x'>Twin</b>.")
    event = Event(
        "evil-event", sentence, ("ASSAULT",), (Account(sentence),), "2031-03-05", "stated", "<i>reason</i>",
        ("<b>place</b>",), (Participant("evil", "agent"), Participant("twin", "patient")), 1, 1.0,
    )  # fmt: skip
    side = Side("<u>1</u>", (w.cite("hostile", "alert(1)"),))
    other = Side("-2", (sentence,))
    disagreement = Disagreement("d", "<script>topic", "figure", (side, other), event="evil-event")
    entities = (
        w.entity("evil", "<script>alert(1)</script>", "person"),
        w.entity("sum", "@SUM(1)", "organization"),
        w.entity("twin", "\u202eEvil\u2066 <b onclick='x'>Twin</b>", "organization"),
    )
    return Corpus(w.articles(), Entities(entities), Chronicle((event,), (), (disagreement,)))


def brief(*notes: Note, corpus: Corpus | None = None, **settings: Any) -> Briefing:
    return compose(corpus or quake(), inputs(*notes, **settings), KINDS)[0]


def page(briefing: Briefing, url: str) -> Page:
    return next(page for page in briefing.pages if page.route.url == url)
