"""Statements: who said what, in which article, and to which event it belongs."""

from bisect import bisect_right
from hashlib import sha256

from briefgen.compose.data.saidwhen import said_when
from briefgen.compose.data.score import SURE
from briefgen.compose.data.texts import Texts
from briefgen.compose.text import plain
from briefgen.model.annotation import Statement
from briefgen.model.knowledge import Article, Corpus, Ref
from briefgen.model.regex import regex
from briefgen.model.site import EventRecord, SourceRecord, StatementRecord
from briefgen.model.text import Span

# What says no more than that somebody spoke; "" is a speaker without words.
PRONOUNS = frozenset(("", "he", "she", "it", "they", "we", "i", "you", "one", "who", "which", "that", "this", "those"))
RELATIVE = regex(r",? (?:who|which|that)$")
LONGEST_NAME = 80
SPEAKING = ("person", "organization", "country")


def statements(
    corpus: Corpus,
    texts: Texts,
    bearers: dict[Ref, str],
    events: tuple[EventRecord, ...],
    sources: tuple[SourceRecord, ...],
) -> tuple[StatementRecord, ...]:
    """One record a statement, in the order of the articles and of the text."""
    published = {source.id: source.date for source in sources}
    told = _Told(events)
    records = []
    for article in corpus.articles:
        source = article.document.id
        seen: dict[str, int] = {}
        for statement in sorted(article.extraction.statements, key=lambda s: (s.start, s.end)):
            if statement.score < SURE or statement.start >= statement.end:
                continue
            event = told.at(source, statement.start, statement.end)
            speaker = None if statement.speaker is None else bearers.get(Ref(source, statement.speaker))
            citation = texts.cite(source, statement.start, statement.end)
            records.append(
                StatementRecord(
                    id=_id(source, citation.exact, seen),
                    speaker=speaker,
                    text=_text(statement, citation.exact),
                    direct=statement.direct,
                    date=said_when(article, statement, published.get(source)),
                    event=event.id if event else None,
                    citation=citation,
                    speaker_text=_named(article, statement)
                    if speaker is None or _is_joint(article, statement)
                    else None,
                    via=_messengers(source, statement, bearers, speaker),
                )
            )
    return tuple(records)


def _messengers(source: str, statement: Statement, bearers: dict[Ref, str], speaker: str | None) -> tuple[str, ...]:
    """The actors through whom the words came, without the speaker."""
    found = (bearers.get(Ref(source, mention)) for mention in statement.via)
    return tuple(dict.fromkeys(actor for actor in found if actor and actor != speaker))


def _id(source: str, exact: str, seen: dict[str, int]) -> str:
    """An id of the words themselves, so that it stays when other statements come and go."""
    digest = sha256(f"{source}\0{exact}".encode("utf-8", "replace")).hexdigest()[:12]
    seen[digest] = seen.get(digest, 0) + 1
    return f"s-{digest}" if seen[digest] == 1 else f"s-{digest}-{seen[digest]}"


def _named(article: Article, statement: Statement) -> str | None:
    """The words that name a speaker; none where they are a mere pronoun or as long as a sentence."""
    span = statement.speaker_span
    if span is None and statement.speaker is not None:
        mention = article.extraction.mentions[statement.speaker]
        span = Span(mention.start, mention.end)
    words = RELATIVE.sub("", plain(article.document.exact(span))) if span else ""
    return words if words.casefold() not in PRONOUNS and len(words) <= LONGEST_NAME else None


def _is_joint(article: Article, statement: Statement) -> bool:
    """Whether the words that name the speaker name a second one behind "and": "Ann Lee and Jan Berg"."""
    span = statement.speaker_span
    if span is None or " and " not in article.document.exact(span):
        return False
    named = [m for m in article.extraction.mentions if m.form == "name" and span.start <= m.start and m.end <= span.end]
    last = max(named, key=lambda mention: mention.end, default=None)
    joined = last is not None and article.document.text[span.start : last.start].endswith((" and ", " and the "))
    return joined and len({mention.chain for mention in named if mention.type in SPEAKING}) > 1


def _text(statement: Statement, exact: str) -> str:
    return statement.text or exact


class _Told:
    """The event that is told where: by source, the stretches of its accounts in order."""

    def __init__(self, events: tuple[EventRecord, ...]) -> None:
        self.spans: dict[str, list[tuple[int, int, EventRecord]]] = {}
        taken: set[tuple[str, int, int]] = set()
        for event in events:  # heaviest first: of two events in one sentence the heavier has it
            for citation in event.citations:
                place = citation.source, citation.start, citation.end
                if place not in taken:
                    taken.add(place)
                    self.spans.setdefault(citation.source, []).append((citation.start, citation.end, event))
        for spans in self.spans.values():
            spans.sort(key=lambda span: span[:2])

    def at(self, source: str, start: int, end: int) -> EventRecord | None:
        """The event whose account shares the most text with the stretch."""
        spans = self.spans.get(source, [])
        best, most = None, 0
        # Accounts are sentences and hardly overlap: two before the first later one reach far enough.
        for low, high, event in spans[max(0, bisect_right(spans, start, key=lambda s: s[0]) - 2) :]:
            if low >= end:
                break
            shared = min(high, end) - max(low, start)
            if shared > most:
                best, most = event, shared
        return best
