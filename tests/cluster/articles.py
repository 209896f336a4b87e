"""Articles from marked-up lines, so that a case shows what the reading found.

One line a sentence.  Marks, each around the words it stands for:

    [Maria Lopez]p            p person, o organization, c country, l place, n nationality, x other, d description
    [Lopez=Maria Lopez]p      a name with the fullest form that the article gives
    <on Saturday:sat>         a time: a weekday (mon to sun), "-14 month", "+1 day", an EDTF date, a duration ("P2D"),
                              a day without its year ("07-22"), a time of day ("clock")
    {met:CONSULT:Maria Lopez>Jan Berg}   an event: trigger, type, agents > patients (several with "+"); the time is the
                              sentence's; after another ":" a lemma, a score, "quoted", or a status
    "(( words | Speaker ))"   what somebody said in direct speech
"""

import re
from collections.abc import Mapping

from briefgen.model import dates
from briefgen.model.annotation import (
    Anchor,
    EventMention,
    Extraction,
    Mention,
    Relation,
    Statement,
    TimeExpression,
)
from briefgen.model.knowledge import Article
from briefgen.model.text import Document, Field, Furniture, Passage, Published, Sentence, Span

TYPES = {
    "p": "person",
    "o": "organization",
    "c": "country",
    "l": "place",
    "n": "nationality",
    "x": "other",
    "d": "other",
}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STATUS = ("actual", "planned", "conditional", "denied")
MARK = re.compile(
    r"\[(?P<text>[^\]=]+)(?:=(?P<name>[^\]]+))?\](?P<type>[pocnlxd])"
    r"|<(?P<time>[^:>]+):(?P<value>[^>]+)>"
    r"|\{(?P<trigger>[^:}]+):(?P<kind>[A-Z]+)(?::(?P<parts>[^:}]*))?(?::(?P<more>[^}]*))?\}"
    r"|\(\( (?P<said>.*?) \| (?P<speaker>[^)]*) \)\)"
)
EMPTY = frozenset("the and for with that this from have has had was were said says been his her its their".split())


class Desk:
    """An article while it is put together."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.sentences: list[Sentence] = []
        self.mentions: list[Mention] = []
        self.times: list[TimeExpression] = []
        self.events: list[tuple[int, Span, re.Match[str]]] = []
        self.statements: list[tuple[Span, str]] = []
        self.chains: dict[str, int] = {}

    def add(self, line: str) -> None:
        """A sentence with its marks."""
        start, at = len(self.text), 0
        for mark in MARK.finditer(line):
            self.text += line[at : mark.start()]
            self.mark(mark)
            at = mark.end()
        self.text += line[at:]
        self.sentences.append(Sentence(start, len(self.text), len(self.sentences)))
        self.text += "\n\n"

    def mark(self, mark: re.Match[str]) -> None:
        """One mark: its words go into the text."""
        start = len(self.text)
        words = mark["text"] or mark["time"] or mark["trigger"] or mark["said"]
        self.text += words
        span = Span(start, len(self.text))
        if mark["text"]:
            name = mark["name"] or words
            chain = self.chains.setdefault(name, len(self.chains))
            form = "nominal" if mark["type"] == "d" else "name"
            kind = TYPES[mark["type"]]
            self.mentions.append(Mention(span.start, span.end, words, kind, name, chain, form))  # type: ignore[arg-type]
        elif mark["time"]:
            self.times.append(time(span, words, mark["value"]))
        elif mark["trigger"]:
            self.events.append((len(self.sentences), span, mark))
        else:
            self.statements.append((span, mark["speaker"]))

    def index(self, name: str, near: int) -> int | None:
        """The mention of a name that is nearest to an offset."""
        chain = self.chains.get(name.strip())
        found = [(abs(m.start - near), i) for i, m in enumerate(self.mentions) if m.chain == chain]
        return min(found)[1] if found and chain is not None else None


def time(span: Span, words: str, value: str) -> TimeExpression:
    """A time expression from its short form."""
    anchor, edtf = None, None
    if value[0] == "P":
        return TimeExpression(span.start, span.end, words, "DURATION", value)
    if value in DAYS:
        anchor = Anchor("day", weekday=DAYS.index(value) + 1)
    elif value == "clock":
        return TimeExpression(span.start, span.end, words, "TIME", "XXXX-XX-XXT03:00", None, Anchor("day"))
    elif value[:2].isdigit() and value[2:3] == "-":
        anchor = Anchor("day", month=int(value[:2]), day=int(value[3:]))
    elif value[0] in "+-":
        shift, unit = value.split()
        anchor = Anchor(unit, int(shift))  # type: ignore[arg-type]
    else:
        edtf = value
    return TimeExpression(span.start, span.end, words, "DATE", value, edtf, anchor)


def event(desk: Desk, sentence: int, span: Span, mark: re.Match[str]) -> EventMention:
    """An event mention from its mark."""
    agents, _, patients = (mark["parts"] or "").partition(">")
    more = (mark["more"] or "").split(",") if mark["more"] else []
    extent = desk.sentences[sentence]
    times = [i for i, t in enumerate(desk.times) if extent.start <= t.start < extent.end]
    numbers = [float(word) for word in more if word.replace(".", "").isdigit()]
    words = [w for w in more if w not in STATUS and w != "quoted" and not w.replace(".", "").isdigit()]
    return EventMention(
        extent.start,
        extent.end,
        span,
        words[0] if words else mark["trigger"].split()[0].lower(),
        mark["kind"],  # type: ignore[arg-type]
        sentence,
        tuple(i for n in agents.split("+") if n and (i := desk.index(n, span.start)) is not None),
        tuple(i for n in patients.split("+") if n and (i := desk.index(n, span.start)) is not None),
        time=min(times, key=lambda i: abs(desk.times[i].start - span.start)) if times else None,
        status=next((w for w in more if w in STATUS), "actual"),  # type: ignore[arg-type]
        quoted="quoted" in more,
        score=numbers[0] if numbers else 0.9,
    )


def article(source: str, given: Mapping[str, object]) -> Article:
    """An article of ``lines``, and optionally ``date dateline publisher credits footer title relations``."""
    desk = Desk(source)
    lines = given["lines"]
    assert isinstance(lines, list)
    for line in lines:
        desk.add(str(line))
    date, footer = given.get("date"), str(given.get("footer", ""))
    furniture = (Furniture(len(desk.text), len(desk.text) + len(footer), "other", "test"),) if footer else ()
    document = Document(
        source,
        f"{source}.txt",
        desk.text + footer,
        "",
        title=Field(str(given["title"])) if "title" in given else None,
        publisher=Field(str(given["publisher"])) if "publisher" in given else None,
        dateline=Field(str(given["dateline"])) if "dateline" in given else None,
        published=Published(str(date), "stated") if date else Published(),
        credits=tuple(Field(str(c)) for c in given.get("credits", ())),  # type: ignore[attr-defined]
        furniture=furniture,
        passages=tuple(Passage(s.start, s.end) for s in desk.sentences),
        sentences=tuple(desk.sentences),
    )
    return Article(document, extraction(desk, given, str(date) if date else None))


def extraction(desk: Desk, given: Mapping[str, object], date: str | None) -> Extraction:
    """What the marks say was found."""
    times = [
        TimeExpression(t.start, t.end, t.text, t.type, t.value, dates.resolve(t.anchor, date), t.anchor)
        if t.anchor and date
        else t
        for t in desk.times
    ]
    relations = [
        Relation(0, len(desk.text), left, kind, right)  # type: ignore[arg-type]
        for row in given.get("relations", ())  # type: ignore[attr-defined]
        for subject, kind, object_ in [str(row).split(" | ")]
        if (left := desk.index(subject, 0)) is not None and (right := desk.index(object_, 0)) is not None
    ]
    return Extraction(
        desk.source,
        tuple(desk.mentions),
        tuple(times),
        tuple(
            Statement(s.start, s.end, desk.text[s.start : s.end], True, desk.index(speaker, s.start))
            for s, speaker in desk.statements
        ),
        tuple(event(desk, sentence, span, mark) for sentence, span, mark in desk.events),
        tuple(relations),
        terms=tuple(terms(desk.text[s.start : s.end]) for s in desk.sentences),
    )


def terms(text: str) -> tuple[str, ...]:
    """Crude stems: the first six letters of longer words, and numbers."""
    words = re.findall(r"\w+", text.lower())
    return tuple(w[:6] for w in words if w.isdigit() or (len(w) > 3 and w not in EMPTY))
