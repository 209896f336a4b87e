"""What a briefing rests on, in a sentence, and whether its citations hold."""

from collections.abc import Iterator

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.text import plain
from briefgen.model.dates import bounds, is_valid
from briefgen.model.site import BriefingData, CitationRecord, EventCitationRecord


def source_base(catalogue: Catalogue) -> str:
    """Articles, outlets, voices and span of dates, and how many dates are worked out or unknown."""
    words, sources = catalogue.words, catalogue.data.sources
    if not sources:
        return words("base.none")
    outlets = {plain(source.publisher or "").casefold() for source in sources} - {""}
    voices = {source.voice for source in sources}
    parts = [words.count("count.articles", len(sources))]
    parts += [words.count("count.outlets", len(outlets))] if outlets else []
    parts += [words.count("count.voices", len(voices))] if len(sources) > 1 else []
    dates = [source.date for source in sources if source.date]
    if whole := span(dates):
        parts.append(words.date(whole))
    inferred = sum(source.date_basis == "inferred" for source in sources)
    undated = sum(source.date is None for source in sources)
    doubts = [words.count("base.inferred", inferred)] if inferred else []
    doubts += [words.count("base.undated", undated)] if undated else []
    return words("list.semicolon").join([words.listed(parts), *doubts])


def as_of(catalogue: Catalogue) -> str | None:
    """The date of the latest article, where the span of dates does not already end with it."""
    date = catalogue.data.as_of
    ends = span([source.date for source in catalogue.data.sources if source.date]).rpartition("/")[2]
    return None if date == ends else date


def span(dates: list[str]) -> str:
    """From the earliest beginning to the latest end, each as fine as it is known."""
    if not dates:
        return ""
    first = min(dates, key=lambda date: (bounds(date)[0], date)).partition("/")[0]
    last = max(dates, key=lambda date: (bounds(date)[1], date)).rpartition("/")[2]
    span = f"{first}/{last}"
    return first if first == last else span if is_valid(span) else ""


def verified(catalogue: Catalogue) -> tuple[int, int]:
    """How many of the published citations are their article's words at their place, and how many there are.

    Every citation of ``briefing.json`` counts, also one of several that point to one passage: ``briefgen check`` counts
    them in the same way.
    """
    texts = {id_: document.text for id_, document in catalogue.documents.items()}
    held = [bool(c.exact) and texts[c.source][c.start : c.end] == c.exact for c in _citations(catalogue.published)]
    return sum(held), len(held)


def _citations(data: BriefingData) -> Iterator[CitationRecord | EventCitationRecord]:
    yield from (description.citation for actor in data.actors for description in actor.descriptions)
    yield from (citation for event in data.events for citation in event.citations)
    yield from (statement.citation for statement in data.statements)
    yield from (citation for relation in data.relations for citation in relation.citations)
    yield from (c for item in data.disagreements for side in item.sides for c in side.citations)
