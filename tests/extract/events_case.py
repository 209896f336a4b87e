"""Reading a few sentences, one a line, for the tests of the clause parse and of events."""

from functools import cache

from briefgen.extract import lay_out, link, run
from briefgen.extract.rules import RULES
from briefgen.extract.rules.events import RULE, find
from briefgen.extract.syntax.wholes import whole_names
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import EventMention
from briefgen.model.syntax import Clause, Phrase
from briefgen.model.text import Document, Passage, Published, Sentence

BEFORE_EVENTS = tuple(rule for rule in RULES if rule is not RULE)


def document(text: str, published: str | None = None) -> Document:
    """A document whose lines are its paragraphs, each of one sentence."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return Document(
        "a",
        "seeds/a.txt",
        text,
        "",
        published=Published(published, "stated" if published else "unknown"),
        passages=tuple(Passage(a, b) for a, b in spans),
        sentences=tuple(Sentence(a, b, i) for i, (a, b) in enumerate(spans)),
    )


@cache
def desk(text: str, published: str | None = None) -> Analysis:
    """The desk as the event rules find it."""
    laid = whole_names(link(run(lay_out(document(text, published)), "mentions", BEFORE_EVENTS)))
    return run(run(laid, "times", BEFORE_EVENTS), "statements", BEFORE_EVENTS)


def events(text: str, published: str | None = None) -> list[EventMention]:
    """The events of the text, settled."""
    return list(run(desk(text, published), "events", [RULE]).events)


def proposed(text: str) -> list[EventMention]:
    """The events as the rule proposes them."""
    return list(find(desk(text)))


def words(tokens: tuple[Token, ...], phrase: Phrase) -> str:
    """A phrase's words."""
    return " ".join(token.norm for token in tokens[phrase.start : phrase.end])


def clause_line(tokens: tuple[Token, ...], clauses: tuple[Clause, ...], clause: Clause) -> str:
    """A clause in one line: verb, standing, attachment, subject, objects, slots."""
    flags = [name for name in ("negated", "passive", "past", "perfect", "progressive") if getattr(clause, name)]
    verb = " ".join(filter(None, [clause.lemma, clause.particle]))
    hang = f"{clause.link} {clause.marker}".strip()
    if clause.parent is not None:
        hang += f" < {clauses[clause.parent].lemma}"
    slots = [f"{s.preposition}: {' + '.join(words(tokens, p) for p in s.phrases)}" for s in clause.slots]
    parts = [
        " ".join(filter(None, [verb, clause.modal, *flags])),
        hang,
        "S " + " + ".join(words(tokens, p) for p in clause.subject),
        "O " + " + ".join(words(tokens, p) for p in clause.objects),
        *slots,
    ]
    return " | ".join(part.strip() for part in parts)
