"""Relations: lasting ties between actors, each with every passage that states it."""

from briefgen.compose.data.score import SURE
from briefgen.compose.data.texts import Texts
from briefgen.model.knowledge import Corpus, Ref
from briefgen.model.site import CitationRecord, RelationRecord


def relations(corpus: Corpus, texts: Texts, bearers: dict[Ref, str]) -> tuple[RelationRecord, ...]:
    """One record a pair and kind, the most often stated first, ties in order of their ids."""
    found: dict[tuple[str, str, str], dict[tuple[str, int, int], CitationRecord]] = {}
    for article in corpus.articles:
        source = article.document.id
        for relation in article.extraction.relations:
            subject = bearers.get(Ref(source, relation.subject))
            object_ = bearers.get(Ref(source, relation.object))
            if relation.score < SURE or not subject or not object_ or subject == object_:
                continue
            citations = found.setdefault((subject, relation.type, object_), {})
            key = source, relation.start, relation.end
            citations[key] = texts.cite(*key)
    records = [
        RelationRecord(subject, kind, object_, tuple(citations[key] for key in sorted(citations)))
        for (subject, kind, object_), citations in found.items()
    ]
    return tuple(sorted(records, key=lambda r: (-len(r.citations), r.subject, r.type, r.object)))
