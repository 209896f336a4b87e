"""Speeches: that an actor said something, as an event of the published data.

One a speaker, article and day, from the statements that a cue of saying brings in, in sentences that tell no event.
Its day is that which its cue has.  What the article leads with, with no other day near, is put
*about* the article's day, as events are (see ``cluster.days``); what stands further down may have been said long
before, and is undated.
Pages show statements as such, so speeches have no page, and no weight but on days of which nothing else is told (see
``spokendays``); timelines made of ``briefing.json`` can tell them by the page.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.data.saidwhen import said_when
from briefgen.compose.data.texts import Texts
from briefgen.compose.text import plain
from briefgen.model import dates
from briefgen.model.annotation import Statement
from briefgen.model.knowledge import Article, Citation, Corpus, Ref
from briefgen.model.names import slug
from briefgen.model.regex import regex
from briefgen.model.site import EventCitationRecord, EventRecord, ParticipantRecord, SourceRecord
from briefgen.model.text import Sentence, Span

# The verb of a cue is its last word: "has already said"; "according to" has none.
SAYING = regex(r"(?:^|\s)((?!according|citing|quoting)[a-z]{3,})$", re.IGNORECASE)
# Before it: what was said at some other time, or is yet to be said.
ELSEWHEN = regex(r"\b(?:had|would|will|may|might|could|once|previously|earlier|often|to|not|never)(?: \w+)? $")
EVE = 1  # days: news is of its day or the one before
REACH = 24  # characters before a verb
LEAD = 16  # sentences: the news of the day and who tells it; then comes what was before
SURELY = 0.7  # how sure a statement must be: one of five speakers below is wrong


class _Said(Struct, frozen=True):
    """One statement with its speaker, its cue's sentence, and when it was made."""

    speaker: str
    citation: EventCitationRecord
    date: str | None
    basis: str
    reason: str


def speeches(
    corpus: Corpus,
    texts: Texts,
    bearers: dict[Ref, str],
    events: tuple[EventRecord, ...],
    sources: tuple[SourceRecord, ...],
) -> tuple[EventRecord, ...]:
    """One record a speaker, article and day, in the order of the articles and of the text."""
    told = {(c.source, c.start) for event in events for c in event.citations}
    published = {record.id: record for record in sources}
    groups: dict[tuple[str, str, str | None], list[_Said]] = {}
    for article in corpus.articles:
        for said in _said(article, texts, bearers, told, published.get(article.document.id)):
            groups.setdefault((said.speaker, said.citation.source, said.date), []).append(said)
    taken = {event.id for event in events}
    return tuple(_record(found, taken) for found in groups.values())


def _said(
    article: Article,
    texts: Texts,
    bearers: dict[Ref, str],
    told: set[tuple[str, int]],
    published: SourceRecord | None,
) -> Iterator[_Said]:
    """The statements of an article that an actor makes, each cue once."""
    source, seen = article.document.id, set()
    starts = [sentence.start for sentence in article.document.sentences]
    for statement in sorted(article.extraction.statements, key=lambda s: (s.start, s.end)):
        verb = verb_of(article, statement)
        speaker = None if statement.speaker is None else bearers.get(Ref(source, statement.speaker))
        if verb is None or speaker is None or statement.score < SURELY or verb in seen:
            continue
        at = bisect_right(starts, verb.start) - 1
        if at < 0 or verb.end > article.document.sentences[at].end or (source, starts[at]) in told:
            continue
        seen.add(verb)
        sentence = article.document.sentences[at]
        date, basis, reason = _when(article, statement, verb, sentence, published)
        citation = texts.cite_event(Citation(source, sentence.start, sentence.end), verb)
        yield _Said(speaker, citation, date, basis, reason)


def verb_of(article: Article, statement: Statement) -> Span | None:
    """The verb of saying that brings a statement in."""
    cue = statement.cue
    found = SAYING.search(article.document.exact(cue)) if cue else None
    return Span(cue.start + found.start(1), cue.start + found.end(1)) if cue and found else None


def _when(
    article: Article, statement: Statement, verb: Span, sentence: Sentence, published: SourceRecord | None
) -> tuple[str | None, str, str]:
    """The day that the cue has; in a sentence without any, about that on which the article appeared."""
    text, day = article.document.text, published.date if published else None
    date = said_when(article, statement, day)
    if date is not None:
        return date, "stated", ""
    beside = any(
        sentence.start <= time.start < sentence.end
        and time.type in ("DATE", "TIME")
        and not statement.start <= time.start < statement.end
        for time in article.extraction.times
    )
    if beside or ELSEWHEN.search(text[max(sentence.start, verb.start - REACH) : verb.start]):
        return None, "unknown", ""
    if published is None or day is None or dates.precision(day) != "day" or not _is_news(article, verb, day):
        return None, "unknown", ""
    reason = f"reported without a date in {published.publisher or published.id} of {dates.phrase(day)}"
    return day if dates.qualifier(day) else f"{day}~", "inferred", reason


def _is_news(article: Article, verb: Span, day: str) -> bool:
    """Whether the verb is finite, among the first sentences, and up to it these name no day but that of the news."""
    lead = article.document.sentences[:LEAD]
    if not lead or verb.start >= lead[-1].end or article.document.exact(verb).endswith("ing"):
        return False
    last = dates.bounds(day)[1]
    for time in article.extraction.times:
        if lead[0].start <= time.start < verb.start and time.type in ("DATE", "TIME"):
            date = dates.resolve(time.anchor, day) if time.anchor else time.edtf
            if date and dates.is_day(date) and not -EVE <= (last - dates.bounds(date)[0]).days <= EVE:
                return False
    return True


def _record(found: list[_Said], taken: set[str]) -> EventRecord:
    first = found[0]
    day = (first.date or "").split("/")[0].strip(".?~%")
    name = slug(f"{first.speaker} says {first.citation.source} {day}")
    while name in taken:
        name += "-again"
    taken.add(name)
    return EventRecord(
        id=name,
        title=plain(first.citation.exact).rstrip(" .,;:–—-"),
        types=("STATEMENT",),
        date=first.date,
        date_basis=first.basis,
        date_reason=first.reason,
        places=(),
        actors=(ParticipantRecord(first.speaker, "agent"),),
        citations=tuple(said.citation for said in found),
        voices=1,
        weight=0.0,
        status="actual",
        page=None,
    )
