"""Statements for the page: each in the sentence that it stands in."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from briefgen.compose.excerpts import CUT, cut
from briefgen.compose.parts import Copy, Link, Said, Words
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import joined, plain
from briefgen.model.site import StatementRecord

# What ends the words of a statement and not those of a title.
STOPS = ".,;"
# How many other articles a page names that have the same words: each takes the room of a passage in its notes.
COPIES = 1
# What one speaker says in the same words, in one place or several.
Saying = list[StatementRecord]


def sayings(statements: Iterable[StatementRecord]) -> list[Saying]:
    """What is said: what one speaker says in the same words in several places is one."""
    found: dict[tuple[str, str], Saying] = {}
    for statement in statements:
        found.setdefault((_who(statement), statement.text), []).append(statement)
    return list(found.values())


def in_context(sheet: Sheet, said: Iterable[Saying]) -> tuple[Said, ...]:
    """What is said, in its sentences; what one speaker says in one sentence is one."""
    groups: dict[tuple[str, str, int, int], list[Saying]] = {}
    for saying in said:
        groups.setdefault((_who(saying[0]), *sheet.sentences(saying[0].citation)), []).append(saying)
    return tuple(_said(sheet, group, start, end) for (_, _, start, end), group in groups.items())


def alone(sheet: Sheet, said: Iterable[Saying]) -> tuple[Said, ...]:
    """The words alone, for pages that show the sentences anyway."""
    places = ((saying, saying[0].citation) for saying in said)
    return tuple(_said(sheet, [saying], place.start, place.end, with_event=False) for saying, place in places)


def longest(sheet: Sheet, statements: Iterable[StatementRecord]) -> tuple[StatementRecord, ...]:
    """Of several statements in one sentence the longest: the others are told in it."""
    found: dict[tuple[str, int], StatementRecord] = {}
    for statement in statements:
        key = sheet.sentences(statement.citation)[:2]
        other = found.get(key)
        if other is None or len(statement.text) > len(other.text):
            found[key] = statement
    return tuple(found.values())


def untold(sheet: Sheet, lines: Mapping[str, str], statements: Iterable[StatementRecord]) -> list[StatementRecord]:
    """The statements but for those whose words stand in the line of their event in a list on the page."""

    def told(statement: StatementRecord) -> bool:
        line = lines.get(statement.event or "", "")
        return plain(sheet.words_of(statement.citation)).rstrip(STOPS) in line

    return [statement for statement in statements if not told(statement)]


def _said(sheet: Sheet, said: list[Saying], start: int, end: int, with_event: bool = True) -> Said:
    group = [saying[0] for saying in said]
    first = group[0]
    source = sheet.catalogue.sources[first.citation.source]
    document = sheet.catalogue.documents[source.id]
    shown = cut(document, (start, end), sheet.catalogue.settings.excerpt_words)
    citation = sheet.cite(first.citation)
    copies = {other.citation.source: other.citation for other in said[0] if other.citation.source != source.id}
    named = list(copies.values())[:COPIES]
    if shown == end:
        for cited in (first.citation, *named):
            sheet.told(cited)
    event = next((s.event for s in group if s.event), None) if with_event else None
    return Said(
        speaker=_speaker(sheet, first),
        direct=first.direct,
        words=(*_words(document.text, group, start, shown), *([Words(CUT, False)] if shown < end else [])),
        citation=citation,
        source=sheet.outlet(source.id),
        date=sheet.source_date(source),
        event=sheet.event(event) if event else None,
        via=tuple(sheet.actor(actor) for actor in first.via),
        copies=tuple(Copy(sheet.outlet(cited.source), sheet.cite(cited)) for cited in named),
        more=sheet.more(len(copies) - COPIES),
    )


def _who(statement: StatementRecord) -> str:
    return statement.speaker or statement.speaker_text or ""


def _speaker(sheet: Sheet, statement: StatementRecord) -> Link | None:
    if statement.speaker:
        actor = sheet.actor(statement.speaker)
        return replace(actor, label=statement.speaker_text) if statement.speaker_text else actor
    return Link(statement.speaker_text) if statement.speaker_text else None


def _words(text: str, group: list[StatementRecord], start: int, end: int) -> tuple[Words, ...]:
    """The text from start to end, cut where what was said begins and ends."""
    pieces = []
    at = start
    for low, high in sorted((s.citation.start, min(s.citation.end, end)) for s in group):
        if at <= low < end:
            pieces += [Words(joined(text[at:low]), False), Words(joined(text[low:high]), True)]
            at = high
    pieces.append(Words(joined(text[at:end]), False))
    return tuple(piece for piece in pieces if piece.text)
