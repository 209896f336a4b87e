"""Sources: the articles and how their dates are known."""

from briefgen.compose.routes import folder
from briefgen.compose.text import web_address
from briefgen.model.dates import bounds, is_valid, sort_key
from briefgen.model.knowledge import Article, Corpus
from briefgen.model.site import SourceRecord
from briefgen.model.text import Field


def sources(corpus: Corpus) -> tuple[SourceRecord, ...]:
    """One record an article, in order of their ids."""
    voices = {source: voice.id for voice in corpus.chronicle.voices for source in voice.sources}
    inferred = {found.source: found for found in corpus.chronicle.dates}
    records = []
    for article in corpus.articles:
        document = article.document
        date, basis, reason = document.published.value, document.published.basis, document.published.reason
        if date is None and (found := inferred.get(document.id)):
            date, basis, reason = found.date, "inferred", found.reason
        if date is None or not is_valid(date):
            date, basis, reason = None, "unknown", ""
        records.append(_record(article, voices.get(document.id, document.id), (date, basis, reason)))
    return tuple(sorted(records, key=lambda record: record.id))


def _record(article: Article, voice: str, dated: tuple[str | None, str, str]) -> SourceRecord:
    document = article.document
    return SourceRecord(
        id=document.id,
        file=document.path,
        title=_value(document.title),
        publisher=_value(document.publisher),
        author=_value(document.author),
        date=dated[0],
        date_basis=dated[1],
        url=web_address(document.url) or None,
        archive_url=web_address(document.archive_url) or None,
        language=document.language,
        sha256=document.sha256,
        voice=voice,
        page=folder("sources", document.id).url,
        date_reason=dated[2],
    )


def _value(field: Field | None) -> str | None:
    return field.value if field and field.value.strip() else None


def as_of(records: tuple[SourceRecord, ...]) -> str | None:
    """The date of the latest article: a known one before one worked out, never the clock's."""
    dates = [r.date for r in records if r.date and r.date_basis in ("stated", "metadata", "editor")]
    dates = dates or [r.date for r in records if r.date]
    return max(dates, key=lambda date: (bounds(date)[1], sort_key(date)), default=None)
