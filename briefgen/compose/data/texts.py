"""Citations as published: pointers with the words they point to."""

from briefgen.model.knowledge import Citation, Corpus
from briefgen.model.site import CitationRecord, EventCitationRecord
from briefgen.model.text import Document, Span

# How much of the text around a citation is given with it, to find the passage again in a changed text
# (W3C Web Annotation, TextQuoteSelector).
CONTEXT = 32


class Texts:
    """The articles' texts by source id, and citations into them."""

    def __init__(self, corpus: Corpus) -> None:
        self.documents: dict[str, Document] = {a.document.id: a.document for a in corpus.articles}

    def exact(self, citation: Citation) -> str:
        """The verbatim words of a citation."""
        return self.documents[citation.source].text[citation.start : citation.end]

    def cite(self, source: str, start: int, end: int) -> CitationRecord:
        """The citation of a stretch of an article."""
        text = self.documents[source].text
        return CitationRecord(
            source, start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        )

    def cite_event(self, citation: Citation, trigger: Span | None) -> EventCitationRecord:
        """The citation of an event, with its trigger word where there is one."""
        record = self.cite(citation.source, citation.start, citation.end)
        return EventCitationRecord(
            record.source,
            record.start,
            record.end,
            record.exact,
            (trigger.start, trigger.end) if trigger else None,
            record.prefix,
            record.suffix,
        )
