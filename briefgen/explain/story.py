"""The lines that ``briefgen explain`` prints."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from briefgen.build import Made
from briefgen.cluster.apart import apart
from briefgen.errors import BriefgenError
from briefgen.explain.anchors import passage_places
from briefgen.explain.lines import Lines
from briefgen.explain.passes import named
from briefgen.model.annotation import EventMention, Factors
from briefgen.model.knowledge import Account, Article, Citation, Disagreement, Entity, Event, Merge, Ref
from briefgen.model.regex import regex
from briefgen.model.site import EventRecord, StatementRecord
from briefgen.model.text import Diagnostic, Span

_PLACE = regex(r"([^:]+):(\d+)-(\d+)")
KINDS = ("mentions", "times", "statements", "events", "relations", "descriptions")
SHOWN_MENTIONS = 40
# Where the pages of things lie.
FOLDERS = ("actors", "events", "sources")


def explain(made: Made, name: str) -> Iterator[str]:
    """What is known of an id, a page's address, a citation's anchor, or ``source:start-end``, line by line."""
    story = _Story(made)
    address, _, anchor = name.partition("#")
    tellers: tuple[Callable[[str, str], Iterator[str] | None], ...] = (
        story.passage,
        story.anchor,
        story.page,
        story.identity,
    )
    for teller in tellers:
        told = teller(address, anchor)
        if told is not None:
            return told
    hint = "give the id or page of an actor, event, source or statement, or sources/<id>/#<anchor>"
    raise BriefgenError(Diagnostic("error", "unknown-id", f"nothing here is called {name!r}", hint=hint), exit_code=2)


class _Story:
    def __init__(self, made: Made) -> None:
        self.made = made
        self.lines = Lines(made.corpus)
        self.articles: dict[str, Article] = {a.document.id: a for a in made.corpus.articles}
        self.events: dict[str, Event] = {e.id: e for e in made.corpus.chronicle.events}
        self.entities: dict[str, Entity] = {e.id: e for e in made.corpus.entities.items}

    def passage(self, address: str, _anchor: str) -> Iterator[str] | None:
        """``source:start-end``."""
        match = _PLACE.fullmatch(address)
        if match is None or match[1] not in self.articles:
            return None
        return self._passage(Citation(match[1], int(match[2]), int(match[3])))

    def anchor(self, address: str, anchor: str) -> Iterator[str] | None:
        """The anchor of a passage on a source's page, or the bare anchor."""
        wanted = anchor or address
        if not wanted.startswith("p-"):
            return None
        own = _bare(address).removeprefix("sources/") if anchor else None
        found = passage_places(self.made, wanted, own)
        return self._all(found) if found else None

    def page(self, address: str, _anchor: str) -> Iterator[str] | None:
        """A page's address."""
        data = self.made.briefing.data
        pages = (
            *((record.page, self._event(self.events[record.id])) for record in data.events if record.page),
            *((record.page, self._entity(self.entities[record.id])) for record in data.actors),
            *((record.page, self._source(self.articles[record.id])) for record in data.sources),
        )
        return next((told for page, told in pages if page and _bare(page) == _bare(address)), None)

    def identity(self, address: str, _anchor: str) -> Iterator[str] | None:
        """The id of an event, an actor, a source, a statement or a disagreement."""
        for statement in self.made.briefing.data.statements:
            if statement.id == address:
                return self._statement(statement)
        for item in self.made.corpus.chronicle.disagreements:
            if item.id == address:
                return self._disagreement(item)
        if address in self.events:
            return self._event(self.events[address])
        if address in self.entities:
            return self._entity(self.entities[address])
        if address in self.articles:
            return self._source(self.articles[address])
        return self._review() if address == "review" else self._spoken(address)

    def _spoken(self, address: str) -> Iterator[str] | None:
        """What an actor said, which the data holds as an event without a page."""
        events = self.made.briefing.data.events
        return next((self._speech(event) for event in events if event.id == address and event.page is None), None)

    def _review(self) -> Iterator[str]:
        """The pairs of names that only a person can judge."""
        merges = self.made.corpus.entities.review
        yield f"{len(merges)} pairs of names to judge in content/judgements.yml"
        for merge in merges:
            yield f"  to judge  {self._merge(merge)}"

    def _event(self, event: Event) -> Iterator[str]:
        yield f"event {event.id}"
        yield f"  date      {event.date or 'unknown'} ({event.date_basis}{_because(event.date_reason)})"
        yield f"  types     {' '.join(event.types)}; {event.status}; weight {event.weight:.3f}; voices {event.voices}"
        yield f"  title     {self.lines.at(event.title)}"
        for part in event.participants:
            yield f"  actor     {part.entity} ({part.role})"
        yield "  told by"
        told: dict[Citation, list[Account]] = {}
        for account in event.accounts:
            told.setdefault(account.citation, []).append(account)
        for citation, accounts in told.items():
            yield f"    {self.lines.at(citation)}  score {max(account.score for account in accounts):.2f}"
            for ref in dict.fromkeys(ref for account in accounts for ref in account.mentions):
                yield from self._value("events", ref, "      ")
                yield from self._telling(ref, "        ")
        yield from self._voices({account.citation.source for account in event.accounts})
        yield from self._merges(event.merges)
        for one in apart(self.made.corpus, event):
            pair = f"{self._end(one.ours)} is not {self._end(one.theirs)}"
            yield f"  apart     {one.event}: {pair}, {one.reason}, score {one.score:.2f}{_factors(one)}"

    def _telling(self, ref: Ref, indent: str) -> Iterator[str]:
        """Who, to whom, where and when one event mention says, and whether as a fact."""
        read = self.articles[ref.source].extraction
        one = read.events[ref.index]
        parts = (("who", one.agents), ("whom", one.patients), ("where", one.places))
        said = [f"{name} {', '.join(named(read.mentions, n) for n in numbers)}" for name, numbers in parts if numbers]
        yield indent + "; ".join([*said, one.status + (", quoted" if one.quoted else "")])
        if one.time is not None:
            time = read.times[one.time]
            yield f"{indent}when {time.text!r} = {time.edtf or time.value}, rule {time.rule}, score {time.score:.2f}"

    def _voices(self, sources: set[str]) -> Iterator[str]:
        for voice in self.made.corpus.chronicle.voices:
            own = [source for source in voice.sources if source in sources]
            if own:
                yield f"  voice     {voice.id}: {', '.join(own)}{_because(voice.reason)}"

    def _statement(self, record: StatementRecord) -> Iterator[str]:
        cited = record.citation
        read = self.articles[cited.source].extraction
        yield f"statement {record.id}"
        yield f"  speaker   {record.speaker or record.speaker_text or 'not named'}"
        if record.event:
            yield f"  event     {record.event}, whose account it stands in"
        for number, one in enumerate(read.statements):
            if (one.start, one.end) == (cited.start, cited.end):
                yield from self._value("statements", Ref(cited.source, number), "  ")
                if one.cue:
                    yield f"    cue      {self.lines.at(Citation(cited.source, one.cue.start, one.cue.end))}"
                if one.speaker is not None:
                    yield f"    says     {named(read.mentions, one.speaker)}"
                for via in one.via:
                    yield f"    through  {named(read.mentions, via)}"
        yield from self._passage(Citation(cited.source, cited.start, cited.end))

    def _speech(self, record: EventRecord) -> Iterator[str]:
        yield f"event {record.id}: what an actor said, without a page"
        yield f"  date      {record.date or 'not known'} ({record.date_basis}) {record.date_reason}".rstrip()
        verbs = {(c.source, c.trigger[1]) for c in record.citations if c.trigger}
        for statement in self.made.briefing.data.statements:
            cited = statement.citation
            for one in self.articles[cited.source].extraction.statements:
                own = (one.start, one.end) == (cited.start, cited.end)
                if own and one.cue and (cited.source, one.cue.end) in verbs:
                    yield from self._statement(statement)

    def _disagreement(self, item: Disagreement) -> Iterator[str]:
        yield f"disagreement {item.id}: {item.topic} ({item.kind}) about {item.event or item.entity}"
        for side in item.sides:
            yield f"  holds     {side.value}"
            for citation in side.citations:
                yield f"    {self.lines.at(citation)}"

    def _entity(self, entity: Entity) -> Iterator[str]:
        yield f"actor {entity.id}: {entity.name} ({entity.type}), score {entity.score:.2f}"
        for form in entity.forms:
            yield f"  called    {form.text!r} {form.count} times in {', '.join(form.sources)}"
        yield "  mentioned"
        for ref in entity.mentions[:SHOWN_MENTIONS]:
            yield from self._value("mentions", ref, "    ")
        if len(entity.mentions) > SHOWN_MENTIONS:
            yield f"    and {len(entity.mentions) - SHOWN_MENTIONS} more"
        yield from self._merges(entity.merges)
        for merge in self.made.corpus.entities.review:
            if {merge.left, merge.right} & {entity.id, entity.name, *(form.text for form in entity.forms)}:
                yield f"  to judge  {self._merge(merge)}"

    def _source(self, article: Article) -> Iterator[str]:
        document = article.document
        yield f"source {document.id}: {document.path}"
        for name in ("title", "publisher", "author"):
            field = getattr(document, name)
            if field and field.span:
                yield f"  {name:<10}{self.lines.at(Citation(document.id, field.span.start, field.span.end))}"
            elif field:
                yield f"  {name:<10}{field.value} (not from its text)"
        published = document.published
        yield f"  date      {published.value or 'unknown'} ({published.basis}{_because(published.reason)})"
        for record in self.made.briefing.data.sources:
            if record.id == document.id and record.date_basis != published.basis:
                yield f"  date      {record.date} ({record.date_basis}{_because(record.date_reason)})"
        for voice in self.made.corpus.chronicle.voices:
            if document.id in voice.sources:
                yield from self._voices(set(voice.sources))
        for furniture in document.furniture:
            where = self.lines.at(Citation(document.id, furniture.start, furniture.end))
            yield f"  ignored   {where}  {furniture.kind}, rule {furniture.rule}"
        for event in self.events.values():
            if any(account.citation.source == document.id for account in event.accounts):
                yield f"  tells     {event.id}"

    def _passage(self, citation: Citation) -> Iterator[str]:
        yield self.lines.at(citation)
        extraction = self.articles[citation.source].extraction
        for kind in KINDS:
            for number, value in enumerate(getattr(extraction, kind)):
                if citation.start <= value.start and value.end <= citation.end:
                    yield from self._value(kind, Ref(citation.source, number), "  ")
        for event in self.events.values():
            if any(_overlap(account.citation, citation) for account in event.accounts):
                yield f"  told in   {event.id}"
        for item in self.made.corpus.chronicle.disagreements:
            if any(_overlap(cited, citation) for side in item.sides for cited in side.citations):
                yield f"  side in   {item.id}"

    def _value(self, kind: str, ref: Ref, indent: str) -> Iterator[str]:
        value = getattr(self.articles[ref.source].extraction, kind)[ref.index]
        words = self.lines.at(Citation(ref.source, value.start, value.end))
        what = f"{kind[:-1]} {getattr(value, 'type', '')}".strip()
        yield f"{indent}{words}  {what}, rule {value.rule or '-'}, score {value.score:.2f}{_factors(value)}"
        if isinstance(value, EventMention) and value.role_factors:
            factors = ", ".join(f"{name} {number:.2f}" for name, number in value.role_factors)
            yield f"{indent}    its parts: score {value.role_score:.2f} ({factors})"

    def _all(self, found: Iterable[Citation]) -> Iterator[str]:
        for citation in found:
            yield from self._passage(citation)

    def _merges(self, merges: Iterable[Merge]) -> Iterator[str]:
        for merge in merges:
            yield f"  joined    {self._merge(merge)}"

    def _merge(self, merge: Merge) -> str:
        left, right = self._end(merge.left), self._end(merge.right)
        return f"{left} = {right}, rule {merge.rule}, score {merge.score:.2f}{_factors(merge)}"

    def _end(self, name: str) -> str:
        """A name that was joined, or the place of a telling: its word and where it stands."""
        source, _, offset = name.rpartition(":")
        if source not in self.articles or not offset.isdigit():
            return name
        events = self.articles[source].extraction.events
        words = next((f" {self._text(source, e.trigger)!r}" for e in events if e.trigger.start == int(offset)), "")
        return f"{self.lines.place(source, int(offset))}{words}"

    def _text(self, source: str, span: Span) -> str:
        return self.articles[source].document.exact(span)


def _bare(address: str) -> str:
    """The folder and id in a page's address, as a browser or the disk has it; a thing's further pages are its own."""
    parts = address.removesuffix("index.html").strip("/").split("/")
    at = next((n for n, part in enumerate(parts) if part in FOLDERS), 0)
    return "/".join(parts[at : at + 2])


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""


def _overlap(left: Citation, right: Citation) -> bool:
    return left.source == right.source and left.start < right.end and right.start < left.end


def _factors(value: Any) -> str:
    factors: Factors = getattr(value, "factors", ())
    return " (" + ", ".join(f"{name} {number:.2f}" for name, number in factors) + ")" if factors else ""
