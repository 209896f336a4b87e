"""Voices: sources that share one wire text count once.

Two sources are one voice when their pages credit the same agency, or when enough of the shorter one's own wording (five
words in a row, outside quotation marks) stands in the other: Broder et al., Syntactic clustering of the web, 1997.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, compress, count
from typing import NamedTuple

from briefgen.model.knowledge import Article, Voice
from briefgen.model.names import fold, slug
from briefgen.model.regex import regex

CONTAINED = 0.05  # the share of the shorter text's shingles; independent reports of one event stay below .045
LEAST_SHARED = 10  # shingles: two like sentences, not one set phrase
TOO_COMMON = 20  # articles; a shingle in more is a phrase of the topic
LONG_WORD, LIKELY = 6, 2  # letters of a first word, and shingles that begin so, that make a pair worth comparing
QUOTED = regex(r"""["“][^"“”]*(?:["”]|$)|^[^"“”]*”""")
NAME = regex(r" (?<=[^\W\d_] )[^\W\d_a-z]\w*(?:[ -][^\W\d_a-z]\w*)*")  # capitals within a sentence
END = "\x1e"  # of a sentence: no letter, and in no text
WORD = regex(rf"\w+|[¶{END}]")


class Wording(NamedTuple):
    """The numbers of an article's words and of the ends of its sentences; its shingles that begin with a long word."""

    words: Sequence[int]
    long: Set[int]


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
    numbers: dict[str, int] = defaultdict(count().__next__)
    end = numbers[END]
    worded = {article.document.id: wording(article, numbers) for article in articles}
    prints: dict[str, frozenset[int]] = {}
    found = []
    for pair in likely(worded):
        for source in pair:
            if source not in prints:
                prints[source] = shingles(fives(worded[source].words), end)
        ours, theirs = (prints[source] for source in pair)
        shared, size = len(ours & theirs), min(len(ours), len(theirs))
        if shared >= LEAST_SHARED and shared >= CONTAINED * size:
            found.append((*pair, f"{shared / size:.0%} of the shorter text's wording stands in both"))
    return found


def likely(worded: Mapping[str, Wording]) -> list[tuple[str, str]]:
    """Pairs of sources worth comparing: they share some of the shingles that begin with a long word."""
    once: set[int] = set()
    again: set[int] = set()
    for wording_ in worded.values():
        again.update(once & wording_.long)
        once |= wording_.long
    holders: dict[int, list[str]] = defaultdict(list)
    for source, wording_ in worded.items():
        for shingle in wording_.long & again:
            holders[shingle].append(source)
    shared: Counter[tuple[str, str]] = Counter()
    for sources in holders.values():
        if len(sources) <= TOO_COMMON:
            shared.update(combinations(sources, 2))
    return sorted(pair for pair, count in shared.items() if count >= LIKELY)


def wording(article: Article, numbers: Mapping[str, int]) -> Wording:
    """The words of the body outside quotation marks and names, as numbers.

    Words that somebody said and names with their titles stand in many independent articles; a mark stays where they
    stood, so that no shingle bridges it.  ``numbers`` gives every word of the corpus its number, the next free one to
    a new word.
    """
    text, sentences = article.document.text, []
    for sentence in article.document.sentences:
        own = text[sentence.start : sentence.end]
        if '"' in own or "“" in own or "”" in own:
            own = QUOTED.sub(" ¶ ", own)
        sentences.append(own)
    words = WORD.findall(NAME.sub(" ¶ ", END.join(sentences)).lower())
    ids = list(map(numbers.__getitem__, words))
    is_long = map(LONG_WORD.__le__, map(len, words))
    return Wording(ids, shingles(compress(fives(ids), is_long), numbers[END]))


def shingles(found: Iterable[tuple[int, ...]], end: int) -> frozenset[int]:
    """Each five of words within one sentence as one number: a hash of their numbers, the same in every run."""
    return frozenset([hash(five) for five in found if end not in five])


def fives(ids: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Each five of the words in a row."""
    return zip(ids, ids[1:], ids[2:], ids[3:], ids[4:], strict=False)
