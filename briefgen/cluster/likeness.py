"""Likeness of sentences: the cosine of sparse idf vectors over entities, stems and numbers (Salton and Buckley, 1988).

Pairs are found by an inverted index over the rarest features of each sentence, so that the work grows with the text.
Features are numbered from 1 on as they come: numbers are found in a table faster than words.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import chain, combinations, count
from math import fsum, log, sqrt

from briefgen.cluster.tellings import Line, Telling
from briefgen.model.knowledge import Article, Ref
from briefgen.model.regex import regex

RAREST = 5  # features of a sentence by which its pairs are looked for
LIKELY = 10  # sentences that are compared in full with one
LATEST, LONG, FEW = 30, 100, 12  # sentences with a feature that are looked at, and how many where many have it
LEAST_FEATURES = 3
LIKE, ENOUGH = 0.28, 0.14  # the least cosine of a pair, and the least that its rare features must give
CLOSE, HEAVY = 0.50, 0.60  # the least cosine of any pair, and the weight of a feature that alone makes it likely
MOST_HEAVY = 2  # features of such a weight in a vector of length one
SMALL_CORPUS = 100  # sentences; in a smaller corpus nothing is common

WORD = regex(r"([^\W\d_]{4,6})[^\W\d_]*")

Vector = Mapping[int, float]
Pairs = dict[tuple[int, int], float]


def vectors(lines: Sequence[Line]) -> tuple[dict[int, float], ...]:
    """The unit vector of every sentence, over its words and entities."""
    terms: dict[str, int] = defaultdict(count(1).__next__)
    numbered = [[terms[term] for term in line.terms] for line in lines]
    entities: dict[str, int] = defaultdict(count(len(terms) + 1).__next__)
    for row, line in zip(numbered, lines, strict=True):
        row += [entities[entity] for entity in line.entities]
    weight = idf(Counter(chain.from_iterable(map(frozenset, numbered))), len(lines))
    return tuple([unit(weighted(row, weight)) for row in numbered])


def weighted(row: Sequence[int], weight: Mapping[int, float]) -> dict[int, float]:
    """The weight of each feature, more where it stands there more than once."""
    vector = {feature: weight[feature] for feature in row}
    if len(vector) < len(row):
        for feature, times in Counter(row).items():
            vector[feature] *= 1 + log(times)
    return vector


def idf(spread: Mapping[int, int], size: int) -> dict[int, float]:
    """How much each feature says: the fewer of ``size`` texts it stands in, the more (inverse document frequency)."""
    most = max(size, SMALL_CORPUS) + 1
    by_count = {texts: log(most / (texts + 0.5)) for texts in set(spread.values())}
    return {feature: by_count[texts] for feature, texts in spread.items()}


def clauses(articles: Mapping[str, Article], tellings: Sequence[Telling]) -> dict[Ref, dict[int, float]]:
    """The unit vector of every telling's clause, over the beginnings of its longer words."""
    number: dict[str, int] = defaultdict(count(1).__next__)
    words = {t.ref: dict.fromkeys([number[w] for w in clause_words(articles[t.source], t)]) for t in tellings}
    weight = idf(Counter(chain.from_iterable(words.values())), len(tellings))
    return {ref: unit({word: weight[word] for word in found}, 1) for ref, found in words.items()}


def clause_words(article: Article, telling: Telling) -> list[str]:
    """The words of a clause of four letters or more, cut to six."""
    text = article.document.text[telling.clause.start : telling.clause.end].lower()
    return WORD.findall(text)


def unit(vector: dict[int, float], least: int = LEAST_FEATURES) -> dict[int, float]:
    """The vector at length one; an empty one for what says next to nothing."""
    if len(vector) < least:
        return {}
    length = sqrt(sum([w * w for w in vector.values()]))
    return {f: w / length for f, w in vector.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """How alike two unit vectors are, 0 to 1; summed exactly, so that no order matters."""
    fewer, more = (left, right) if len(left) <= len(right) else (right, left)
    return fsum([weight * more[feature] for feature, weight in fewer.items() if feature in more])


def like_pairs(found: Sequence[Vector], order: Sequence[int], told: Container[int]) -> Pairs:
    """Pairs of sentences that share rare features, with how alike they are.

    Between sentences that tell an event (``told``) a little likeness counts, between others only much.  ``order`` is
    that of time: a sentence is compared with the latest ones that share a feature with it.
    """
    rarest = {line: sorted(found[line], key=found[line].__getitem__, reverse=True)[:RAREST] for line in order}
    telling = [line for line in order if line in told]
    return close_pairs(found, order, rarest) | loose_pairs(found, telling, rarest)


def loose_pairs(found: Sequence[Vector], order: Sequence[int], rarest: Mapping[int, Sequence[int]]) -> Pairs:
    """Pairs at least ``LIKE``.

    What the rare features contribute is added up over the index; only pairs for which that is enough are compared in
    full (prefix filtering, Bayardo et al., Scaling up all pairs similarity search, 2007).
    """
    lists: dict[int, list[tuple[int, float]]] = defaultdict(list)
    pairs = {}
    for here in order:
        mine = found[here]
        shared: dict[int, float] = {}
        part_of = shared.get
        for feature in rarest[here]:
            weight, entries = mine[feature], lists[feature]
            for there, other in entries[-(LATEST if len(entries) < LONG else FEW) :]:
                shared[there] = part_of(there, 0.0) + weight * other
            entries.append((here, weight))
        likely = [(part, there) for there, part in shared.items() if part >= ENOUGH]
        likely.sort(reverse=True)
        for _, there in likely[:LIKELY]:
            likeness = cosine(mine, found[there])
            if likeness >= LIKE:
                pairs[(there, here) if there < here else (here, there)] = likeness
    return pairs


def close_pairs(found: Sequence[Vector], order: Sequence[int], rarest: Mapping[int, Sequence[int]]) -> Pairs:
    """Pairs at least ``CLOSE``: they share two of their rare features, or one that says much of both."""
    spread = Counter(chain.from_iterable(rarest.values()))
    often = {feature for feature, lines in spread.items() if lines > 1}
    size = max(spread, default=0) + 1
    holders: dict[int, int | list[int]] = {}  # most keys are one sentence's, which needs no list
    pairs = {}
    for here in order:
        mine = found[here]
        common = [feature for feature in rarest[here] if feature in often]
        keys = [f for f in common[:MOST_HEAVY] if mine[f] >= HEAVY]
        common.sort()
        keys += [low * size + high for low, high in combinations(common, 2)]
        likely: set[int] = set()
        for key in keys:
            lines = holders.get(key)
            if lines is None:
                holders[key] = here
            elif isinstance(lines, int):
                likely.add(lines)
                holders[key] = [lines, here]
            else:
                likely.update(lines[-LATEST:])
                lines.append(here)
        for there in likely:
            likeness = cosine(mine, found[there])
            if likeness >= CLOSE:
                pairs[(there, here) if there < here else (here, there)] = likeness
    return pairs
