"""``briefgen annotate``: what each article says by itself, as JSON Lines (the public contract)."""

import sys
from collections.abc import Iterable
from typing import Any

import click
import msgspec

from briefgen.commands.articles import articles
from briefgen.commands.shell import CONTEXT, Shell, common
from briefgen.model.annotation import Extraction, Mention
from briefgen.model.text import Diagnostic, Document, Field, Span


@click.command(context_settings=CONTEXT)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@common
@click.pass_obj
def command(shell: Shell, files: tuple[str, ...]) -> int:
    """Print what each article says by itself, as JSON Lines.

    Without FILE, all articles of the project.  No other article and no curated note is looked at.

    \b
    Example:
      briefgen annotate article.txt | jq .events
    """
    from briefgen import plugins
    from briefgen.clean import clean
    from briefgen.extract import extract

    formats, rules = plugins.formats(), plugins.rules()
    failed = False
    for source in articles(shell, files):
        cleaned = None if isinstance(source, Diagnostic) else clean(source, formats)
        problems = (source,) if isinstance(source, Diagnostic) else cleaned.problems if cleaned else ()
        shell.report.problems(problems)
        if cleaned is None or cleaned.document is None:
            failed = True
            continue
        row = annotation(cleaned.document, extract(cleaned.document, rules))
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
        sys.stdout.buffer.flush()
    return int(failed)


def annotation(document: Document, extraction: Extraction) -> dict[str, Any]:
    """An article's values in the shape of the public contract."""
    listed, index = named(extraction)
    published = document.published
    return {
        "id": document.id,
        "file": document.path,
        "title": _field(document, document.title),
        "publisher": _field(document, document.publisher),
        "author": _field(document, document.author),
        "published": {
            "value": published.value,
            "basis": published.basis,
            "start": published.span.start if published.span else None,
            "end": published.span.end if published.span else None,
        },
        "furniture": [{"start": f.start, "end": f.end, "kind": f.kind} for f in document.furniture],
        "sentences": [{"start": s.start, "end": s.end} for s in document.sentences],
        "mentions": [
            {"start": m.start, "end": m.end, "text": m.text, "type": m.type, "name": m.name, "form": m.form}
            for m in listed
        ],
        "times": [
            {"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value, "edtf": t.edtf}
            for t in extraction.times
        ],
        "statements": _statements(document, extraction),
        "events": _events(document, extraction, index),
        "relations": [
            {"start": r.start, "end": r.end, "subject": index[r.subject], "type": r.type, "object": index[r.object]}
            for r in extraction.relations
        ],
        "descriptions": [
            {"start": d.start, "end": d.end, "text": d.text, "mention": index[d.mention]}
            for d in extraction.descriptions
        ],
    }


def named(extraction: Extraction) -> tuple[list[Mention], dict[int, int]]:
    """The mentions to list, and for every mention of the article the index of the one that stands for it.

    A pronoun or noun phrase is stood for by the name of its chain that comes last before it, else by the chain's first;
    it is listed itself only when its chain has no name and an event, relation or description rests on it.
    """
    mentions = extraction.mentions
    names: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        if mention.form == "name":
            names.setdefault(mention.chain, []).append(number)
    stand_in = {n: _stand_in(mentions, n, names.get(mention.chain, [])) for n, mention in enumerate(mentions)}
    needed = {stand_in[number] for number in _rested_on(extraction)}
    kept = [n for n, mention in enumerate(mentions) if mention.form == "name" or n in needed]
    place = {number: position for position, number in enumerate(kept)}
    return [mentions[n] for n in kept], {n: place[s] for n, s in stand_in.items() if s in place}


def _stand_in(mentions: tuple[Mention, ...], number: int, names: list[int]) -> int:
    if mentions[number].form == "name" or not names:
        return number
    before = [n for n in names if mentions[n].start <= mentions[number].start]
    return before[-1] if before else names[0]


def _rested_on(extraction: Extraction) -> Iterable[int]:
    for event in extraction.events:
        yield from (*event.agents, *event.patients)
    for relation in extraction.relations:
        yield from (relation.subject, relation.object)
    for description in extraction.descriptions:
        yield description.mention


def _statements(document: Document, extraction: Extraction) -> list[dict[str, Any]]:
    rows = []
    for statement in extraction.statements:
        who = statement.speaker_span
        if who is None and statement.speaker is not None:
            mention = extraction.mentions[statement.speaker]
            who = Span(mention.start, mention.end)
        rows.append(
            {
                "start": statement.start,
                "end": statement.end,
                "text": statement.text,
                "direct": statement.direct,
                "speaker": _span(document, who),
                "cue": _span(document, statement.cue),
            }
        )
    return rows


def _events(document: Document, extraction: Extraction, index: dict[int, int]) -> list[dict[str, Any]]:
    return [
        {
            "start": event.start,
            "end": event.end,
            "trigger": _span(document, event.trigger),
            "type": event.type,
            "agents": list(dict.fromkeys(index[n] for n in event.agents)),
            "patients": list(dict.fromkeys(index[n] for n in event.patients)),
            "time": event.time,
            "status": event.status,
        }
        for event in extraction.events
    ]


def _span(document: Document, span: Span | None) -> dict[str, Any] | None:
    return {"start": span.start, "end": span.end, "text": document.exact(span)} if span else None


def _field(document: Document, field: Field | None) -> dict[str, Any] | None:
    """A stated fact with its words as they stand; one that comes from metadata has no place in the text."""
    if field is None or field.span is None:
        return {"start": None, "end": None, "text": field.value} if field else None
    return _span(document, field.span)
