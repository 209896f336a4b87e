"""From the address of a passage on a source's page back to its place in the article.

An anchor is made of the words of its passage.  What is cited is looked through for those words: the page itself may
have no room for them.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from briefgen.build import Made
from briefgen.checks.citations import citations
from briefgen.model.knowledge import Article, Citation
from briefgen.model.names import passage_anchor
from briefgen.model.regex import regex

_ANCHOR = regex(r"(p-[0-9a-f]+)(?:-(\d+))?")
# So many sentences at most are one passage because of what is cited across their borders.
RUN = 6
Place = tuple[int, int]


def passage_places(made: Made, anchor: str, source: str | None) -> tuple[Citation, ...]:
    """The passages with this anchor, in one source or, where that is None, in all of them."""
    match = _ANCHOR.fullmatch(anchor)
    if match is None:
        return ()
    cited: dict[str, set[Place]] = defaultdict(set)
    for citation in citations(msgspec.to_builtins(made.briefing.data)):
        cited[citation["source"]].add((citation["start"], citation["end"]))
    views = {page.route.url: page.view for page in made.briefing.pages}
    shown = {record.id: views[record.page] for record in made.briefing.data.sources if record.page}
    found = []
    for article in made.corpus.articles:
        document = article.document
        if source in (None, document.id):
            places = {*cited[document.id], *_sentences(article), *_shown(shown.get(document.id), document.text)}
            alike = sorted(place for place in places if passage_anchor(document.text[slice(*place)]) == match[1])
            number = int(match[2] or 1)  # the same words once more have a number behind them
            found += [Citation(document.id, *place) for place in alike[number - 1 : number] or alike]
    return tuple(found)


def _sentences(article: Article) -> Iterator[Place]:
    """Sentences, one and several together: a passage begins and ends with them."""
    sentences = article.document.sentences
    for at, first in enumerate(sentences):
        for last in sentences[at : at + RUN]:
            yield first.start, last.end


def _shown(view: Any, text: str) -> Iterator[Place]:
    """Where the words stand that the source's page shows; among them those that only an editor cites."""
    for passage in (*getattr(view, "passages", ()), getattr(view, "opening", None)):
        for words in _texts(passage) if passage else ():
            start = text.find(words) if words else -1
            if start >= 0:
                yield start, start + len(words)


def _texts(piece: Any) -> Iterator[str]:
    """The words of a passage, and of the pieces that it is made of."""
    yield _words(piece)
    for inner in piece.pieces:
        yield from _texts(inner)


def _words(piece: Any) -> str:
    return getattr(piece, "text", "") or "".join(map(_words, piece.pieces))
