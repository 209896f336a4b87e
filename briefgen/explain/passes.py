"""What each pass of the reading made of one article, with the words that offsets and indexes stand for."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import Extraction, Mention
from briefgen.model.syntax import Clause, Parse, Phrase, Slot
from briefgen.model.text import Document, Span

Row = dict[str, Any]
WIDTH = 100


def tokens(desk: Analysis) -> list[Row]:
    """The title's and the sentences' words with their tags and lemmas."""
    pieces = [("title", desk.title)] if desk.title else []
    pieces += [("sentence", some) for some in desk.sentences]
    return [
        {kind: _text(desk.document, some), "tokens": [_plain(token, ("norm",)) for token in some]}
        for kind, some in pieces
        if some
    ]


def clauses(desk: Analysis) -> list[Row]:
    """The shallow parse of each sentence: its clauses with who stands in which place, in words."""
    rows = []
    for some, parse in zip(desk.sentences, desk.parses, strict=True):
        found = [_clause(desk.document, some, clause) for clause in parse.clauses]
        rows.append({"sentence": _text(desk.document, some), "phrases": _phrases(desk, some, parse), "clauses": found})
    return rows


def _phrases(desk: Analysis, some: tuple[Token, ...], parse: Parse) -> list[str]:
    return [_phrase(desk.document, some, phrase) for phrase in parse.phrases]


def _clause(document: Document, some: tuple[Token, ...], clause: Clause) -> Row:
    row = _plain(clause, ("subject", "objects", "slots"))
    row["verb"] = some[clause.verb].text
    row["subject"] = [_phrase(document, some, phrase) for phrase in clause.subject]
    row["objects"] = [_phrase(document, some, phrase) for phrase in clause.objects]
    row["slots"] = [_slot(document, some, slot) for slot in clause.slots]
    return {name: value for name, value in row.items() if value is not False and value not in ("", None, [])}


def _slot(document: Document, some: tuple[Token, ...], slot: Slot) -> str:
    held = ", ".join(_phrase(document, some, phrase) for phrase in slot.phrases)
    return f"{slot.preposition}: {held} (after {some[slot.after].text})"


def _phrase(document: Document, some: tuple[Token, ...], phrase: Phrase) -> str:
    return _text(document, some[phrase.start : phrase.end])


def mentions(document: Document, read: Extraction) -> list[Row]:
    """Names, and the noun phrases and pronouns that stand for them, with their numbers."""
    return [{"number": n, **_plain(mention)} for n, mention in enumerate(read.mentions)]


def times(document: Document, read: Extraction) -> list[Row]:
    """Time expressions."""
    return [{"number": n, **_plain(time)} for n, time in enumerate(read.times)]


def statements(document: Document, read: Extraction) -> list[Row]:
    """Statements with speaker and cue in words."""
    rows = []
    for one in read.statements:
        row = _plain(one)
        row["speaker"] = None if one.speaker is None else named(read.mentions, one.speaker)
        row["speaker_span"] = _span(document, one.speaker_span)
        row["cue"] = _span(document, one.cue)
        row["via"] = [named(read.mentions, number) for number in one.via]
        rows.append(row)
    return rows


def events(document: Document, read: Extraction) -> list[Row]:
    """Event mentions with their actors, places and times in words."""
    rows = []
    for one in read.events:
        row = {"text": document.exact(Span(one.start, one.end)), **_plain(one)}
        row["trigger"] = _span(document, one.trigger)
        for name in ("agents", "patients", "places"):
            row[name] = [named(read.mentions, number) for number in getattr(one, name)]
        row["time"] = None if one.time is None else _plain(read.times[one.time])
        rows.append(row)
    return rows


def relations(document: Document, read: Extraction) -> list[Row]:
    """Relations with their two ends in words."""
    rows = []
    for one in read.relations:
        row = {"text": document.exact(Span(one.start, one.end)), **_plain(one)}
        row |= {"subject": named(read.mentions, one.subject), "object": named(read.mentions, one.object)}
        rows.append(row)
    return rows


def descriptions(document: Document, read: Extraction) -> list[Row]:
    """Descriptions with whom they describe."""
    return [{**_plain(one), "mention": named(read.mentions, one.mention)} for one in read.descriptions]


Teller = Callable[[Document, Extraction], list[Row]]
TELLERS: dict[str, Teller] = {
    "mentions": mentions,
    "times": times,
    "statements": statements,
    "events": events,
    "relations": relations,
    "descriptions": descriptions,
}
SYNTAX: dict[str, Callable[[Analysis], list[Row]]] = {"tokens": tokens, "clauses": clauses}


def named(mentions: tuple[Mention, ...], number: int) -> str:
    """A mention by its number, words and the name that the article gives it: ``#3 “he” (Karl Brandt)``."""
    mention = mentions[number]
    name = f" ({mention.name})" if mention.name != mention.text else ""
    return f"#{number} “{mention.text}”{name}"


def pretty(value: Any, indent: str = "") -> str:
    """JSON with what fits a line on one line."""
    line = msgspec.json.encode(value).decode()
    inner = indent + "  "
    if len(line) + len(indent) <= WIDTH or not isinstance(value, dict | list | tuple) or not value:
        return line
    if isinstance(value, dict):
        items = [f"{inner}{msgspec.json.encode(key).decode()}: {pretty(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(items) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + pretty(item, inner) for item in value) + f"\n{indent}]"


def _plain(value: Any, left_out: Iterable[str] = ()) -> Row:
    """A value's fields as JSON has them, factors by name."""
    row: Row = msgspec.to_builtins(value)
    for name in left_out:
        row.pop(name, None)
    for key in row.keys() & {"factors", "role_factors"}:
        row[key] = [f"{name} {number:.2f}" for name, number in row[key]]
    return row


def _span(document: Document, span: Span | None) -> Row | None:
    return {"start": span.start, "end": span.end, "text": document.exact(span)} if span else None


def _text(document: Document, some: tuple[Token, ...]) -> str:
    return document.exact(Span(some[0].start, some[-1].end)) if some else ""
