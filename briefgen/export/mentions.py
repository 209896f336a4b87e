"""Every mention in the body of the articles, with the actor it was resolved to."""

from bisect import bisect_right
from collections.abc import Iterator

from briefgen.model.knowledge import Corpus, Ref
from briefgen.model.site import Briefing

MentionRow = tuple[str, int, int, str, str, str]


def mention_rows(briefing: Briefing, corpus: Corpus) -> Iterator[MentionRow]:
    """Source, start, end, text, type and actor's id (empty where it has none), in order of the text."""
    known = {actor.id for actor in briefing.data.actors}
    bearers = corpus.entities.by_mention()
    for article in corpus.articles:
        source = article.document.id
        passages = article.document.passages
        starts = [passage.start for passage in passages]
        rows = []
        for index, mention in enumerate(article.extraction.mentions):
            at = bisect_right(starts, mention.start) - 1
            if at >= 0 and mention.end <= passages[at].end:
                actor = bearers.get(Ref(source, index), "")
                shown = actor if actor in known else ""
                rows.append((source, mention.start, mention.end, mention.text, str(mention.type), shown))
        yield from sorted(rows)
