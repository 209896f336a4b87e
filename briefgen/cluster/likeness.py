"""Likeness of sentences: the cosine of sparse idf vectors over entities, stems and numbers (Salton and Buckley, 1988).

Pairs are found by an inverted index over the rarest features of each sentence, so that the work grows with the text.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import chain, combinations
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

Vector = Mapping[str, float]
Pairs = dict[tuple[int, int], float]


def vectors(lines: Sequence[Line]) -> tuple[dict[str, float], ...]:
    """The unit vector of every sentence; ``@`` marks entities."""
    marked = {entity: "@" + entity for line in lines for entity in line.entities}
    rows = [(*line.terms, *[marked[entity] for entity in line.entities]) for line in lines]
    weight = idf(Counter(chain.from_iterable(map(frozenset, rows))), len(rows))
    return tuple([unit(weighted(row, weight)) for row in rows])


def weighted(row: Sequence[str], weight: Mapping[str, float]) -> dict[str, float]:
    """The weight of each feature, more where it stands there more than once."""
    vector = {feature: weight[feature] for feature in row}
    if len(vector) < len(row):
        for feature, count in Counter(row).items():
            vector[feature] *= 1 + log(count)
    return vector


def idf(spread: Mapping[str, int], size: int) -> dict[str, float]:
    """How much each feature says: the fewer of ``size`` texts it stands in, the more (inverse document frequency)."""
    most = max(size, SMALL_CORPUS) + 1
    by_count = {count: log(most / (count + 0.5)) for count in set(spread.values())}
    return {feature: by_count[count] for feature, count in spread.items()}


def clauses(articles: Mapping[str, Article], tellings: Sequence[Telling]) -> dict[Ref, dict[str, float]]:
    """The unit vector of every telling's clause, over the beginnings of its longer words."""
    words = {t.ref: dict.fromkeys(clause_words(articles[t.source], t)) for t in tellings}
    weight = idf(Counter(chain.from_iterable(words.values())), len(tellings))
    return {ref: unit({word: weight[word] for word in found}, 1) for ref, found in words.items()}


def clause_words(article: Article, telling: Telling) -> list[str]:
    """The words of a clause of four letters or more, cut to six."""
    text = article.document.text[telling.clause.start : telling.clause.end].lower()
    return WORD.findall(text)


def unit(vector: dict[str, float], least: int = LEAST_FEATURES) -> dict[str, float]:
    """The vector at length one; an empty one for what says next to nothing."""
    if len(vector) < least:
        return {}
    length = sqrt(sum([w * w for w in vector.values()]))
    return {f: w / length for f, w in vector.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """How alike two unit vectors are, 0 to 1; summed exactly, so that no order matters."""
    return fsum([left[feature] * right[feature] for feature in left.keys() & right.keys()])


def like_pairs(found: Sequence[Vector], order: Sequence[int], told: Container[int]) -> Pairs:
    """Pairs of sentences that share rare features, with how alike they are.

    Between sentences that tell an event (``told``) a little likeness counts, between others only much.  ``order`` is
    that of time: a sentence is compared with the latest ones that share a feature with it.
    """
    rarest = {line: sorted(found[line], key=found[line].__getitem__, reverse=True)[:RAREST] for line in order}
    telling = [line for line in order if line in told]
    return close_pairs(found, order, rarest) | loose_pairs(found, telling, rarest)


def loose_pairs(found: Sequence[Vector], order: Sequence[int], rarest: Mapping[int, Sequence[str]]) -> Pairs:
    """Pairs at least ``LIKE``.

    What the rare features contribute is added up over the index; only pairs for which that is enough are compared in
    full (prefix filtering, Bayardo et al., Scaling up all pairs similarity search, 2007).
    """
    lists: dict[str, list[tuple[int, float]]] = defaultdict(list)
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


def close_pairs(found: Sequence[Vector], order: Sequence[int], rarest: Mapping[int, Sequence[str]]) -> Pairs:
    """Pairs at least ``CLOSE``: they share two of their rare features, or one that says much of both."""
    spread = Counter(chain.from_iterable(rarest.values()))
    number = {feature: n for n, feature in enumerate([f for f, lines in spread.items() if lines > 1], 1)}
    number_of, size = number.get, len(spread)
    holders: dict[int, int | list[int]] = {}  # most keys are one sentence's, which needs no list
    pairs = {}
    for here in order:
        mine, first = found[here], rarest[here]
        common = [n for n in map(number_of, first) if n]
        keys = heavy(mine, first, number) if common and mine[first[0]] >= HEAVY else []
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


def heavy(mine: Vector, rarest: Sequence[str], number: Mapping[str, int]) -> list[int]:
    """The numbers of the features that say much of a sentence."""
    return [number[f] for f in [f for f in rarest if f in number][:MOST_HEAVY] if mine[f] >= HEAVY]
