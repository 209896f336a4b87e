"""Voices: sources that share one wire text count once.

Two sources are one voice when their pages credit the same agency, or when enough of the shorter one's own wording (five
words in a row, outside quotation marks) stands in the other: Broder et al., Syntactic clustering of the web, 1997.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from zlib import crc32

from briefgen.model.knowledge import Article, Voice
from briefgen.model.names import fold, slug

SHINGLE = 5
CONTAINED = 0.05  # the share of the shorter text's shingles; independent reports of one event stay below .045
LEAST_SHARED = 10  # shingles: two like sentences, not one set phrase
TOO_COMMON = 20  # articles; a shingle in more is a phrase of the topic
LONG_WORD, LIKELY = 6, 2  # letters of a first word, and shingles that begin so, that make a pair worth comparing
QUOTED = re.compile(r"""["“][^"“”]*(?:["”]|$)|^[^"“”]*”""")
NAME = re.compile(r"(?<=[^\W\d_] )[^\W\d_a-z]\w*(?:[ -][^\W\d_a-z]\w*)*")  # capitals within a sentence
WORD = re.compile(r"\w+|¶")


def voices(articles: Sequence[Article]) -> tuple[Voice, ...]:
    """The voices of all sources, ordered by id; every source has exactly one."""
    parent = {article.document.id: article.document.id for article in articles}
    reasons: dict[str, list[str]] = defaultdict(list)

    def root(source: str) -> str:
        while parent[source] != source:
            source = parent[source]
        return source

    for left, right, reason in (*credited(articles), *copied(articles)):
        low, high = sorted((root(left), root(right)))
        if low != high:
            parent[high] = low
            reasons[low] += [*reasons.pop(high, ()), reason]
    members: dict[str, list[str]] = defaultdict(list)
    for source in sorted(parent):
        members[root(source)].append(source)
    found = [Voice(slug(first) or first, tuple(group), "; ".join(reasons[first])) for first, group in members.items()]
    return tuple(sorted(found, key=lambda v: v.id))


def by_source(found: Sequence[Voice]) -> dict[str, str]:
    """The voice's id for every source."""
    return {source: voice.id for voice in found for source in voice.sources}


def credited(articles: Sequence[Article]) -> list[tuple[str, str, str]]:
    """Pairs of sources whose pages credit the same single agency with the text."""
    firsts: dict[str, str] = {}
    found = []
    for article in articles:
        names = {fold(field.value) for field in article.document.credits}
        if len(names) != 1:
            continue
        name = names.pop()
        if name in firsts:
            found.append((firsts[name], article.document.id, f"both credit {article.document.credits[0].value}"))
        firsts.setdefault(name, article.document.id)
    return found


def copied(articles: Sequence[Article]) -> list[tuple[str, str, str]]:
    """Pairs of sources that share more wording of their own than chance gives."""
    by_id = {article.document.id: article for article in articles}
    prints: dict[str, frozenset[int]] = {}
    found = []
    for left, right in likely(articles):
        for source in (left, right):
            if source not in prints:
                prints[source] = shingles(by_id[source])
        shared, size = len(prints[left] & prints[right]), min(len(prints[left]), len(prints[right]))
        if shared >= LEAST_SHARED and shared >= CONTAINED * size:
            found.append((left, right, f"{shared / size:.0%} of the shorter text's wording stands in both"))
    return found


def likely(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Pairs of sources worth comparing: they share some of the shingles that begin with a long word."""
    holders: dict[int, list[str]] = defaultdict(list)
    for article in articles:
        for shingle in shingles(article, LONG_WORD):
            holders[shingle].append(article.document.id)
    shared: Counter[tuple[str, str]] = Counter()
    for sources in holders.values():
        if 2 <= len(sources) <= TOO_COMMON:
            shared.update((a, b) for i, a in enumerate(sources) for b in sources[i + 1 :])
    return sorted(pair for pair, count in shared.items() if count >= LIKELY)


def shingles(article: Article, least: int = 0) -> frozenset[int]:
    """The five-word shingles of the body outside quotation marks and names, as checksums.

    Words that somebody said and names with their titles stand in many independent articles; a mark stays where they
    stood, so that no shingle bridges it.  Only those count whose first word has ``least`` letters or more.
    """
    document = article.document
    found: set[int] = set()
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        text = NAME.sub(" ¶ ", QUOTED.sub(" ¶ ", text) if '"' in text or "“" in text or "”" in text else text)
        words = WORD.findall(text.lower())
        found.update(
            [
                crc32(" ".join(words[i : i + SHINGLE]).encode())
                for i in range(len(words) - SHINGLE + 1)
                if len(words[i]) >= least
            ]
        )
    return frozenset(found)
