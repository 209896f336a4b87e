"""Sentences that quote the same words: the strongest sign that two articles tell of one statement."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefgen.model.knowledge import Article
from briefgen.model.regex import regex
from briefgen.model.text import Span

SHARED_WORDS = 5  # in a row
TOO_COMMON = 12  # sentences; words that more of them quote are a slogan
WORD = regex(r"\w+")


def shared(articles: Mapping[str, Article], first_line: Mapping[str, int]) -> list[tuple[int, int]]:
    """Pairs of lines of different articles that quote five of the same words in a row, in order."""
    holders: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for source, article in articles.items():
        sentences = [Span(s.start, s.end) for s in article.document.sentences]
        for number, words in quoted(article, sentences):
            for place in range(len(words) - SHARED_WORDS + 1):
                holders[tuple(words[place : place + SHARED_WORDS])].append((source, first_line[source] + number))
    pairs = {
        (min(a, b), max(a, b))
        for found in holders.values()
        if 2 <= len(found) <= TOO_COMMON
        for place, (left, a) in enumerate(found)
        for right, b in found[place + 1 :]
        if left != right
    }
    return sorted(pairs)


def quoted(article: Article, sentences: Sequence[Span]) -> list[tuple[int, list[str]]]:
    """The words of every direct quotation, with the number of the sentence it begins in."""
    found = []
    at = 0
    for statement in sorted((s for s in article.extraction.statements if s.direct), key=lambda s: (s.start, s.end)):
        while at < len(sentences) and sentences[at].end <= statement.start:
            at += 1
        if at < len(sentences) and sentences[at].start <= statement.start:
            text = article.document.text[statement.start : min(statement.end, sentences[at].end)]
            found.append((at, WORD.findall(text.lower())))
    return found
