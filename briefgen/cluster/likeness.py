"""Likeness of sentences: the cosine of sparse idf vectors over entities, stems and numbers (Salton and Buckley, 1988).

Pairs are found by an inverted index over the rarest features of each sentence, so that the work grows with the text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import fsum, log, sqrt
from operator import itemgetter

from briefgen.cluster.tellings import Line, Telling
from briefgen.model.knowledge import Article, Ref

RAREST = 5  # features of a sentence by which its pairs are looked for
LIKELY = 10  # sentences that are compared in full with one
LATEST, LONG, FEW = 30, 100, 12  # sentences with a feature that are looked at, and how many where many have it
LEAST_FEATURES = 3
LIKE, ENOUGH = 0.28, 0.14  # the least cosine of a pair, and the least that its rare features must give
SMALL_CORPUS = 100  # sentences; in a smaller corpus nothing is common

WORD = re.compile(r"[^\W\d_]{4,}")

Vector = Mapping[str, float]
Pairs = dict[tuple[int, int], float]


def vectors(lines: Sequence[Line]) -> tuple[dict[str, float], ...]:
    """The unit vector of every sentence; ``@`` marks entities."""
    features = [Counter((*line.terms, *("@" + e for e in line.entities))) for line in lines]
    spread = Counter(feature for counts in features for feature in counts)
    size = max(len(lines), SMALL_CORPUS)
    weight = {feature: log((size + 1) / (n + 0.5)) for feature, n in spread.items()}
    return tuple(unit({f: weight[f] * (1 + log(n)) for f, n in counts.items()}) for counts in features)


def clauses(articles: Mapping[str, Article], tellings: Sequence[Telling]) -> dict[Ref, dict[str, float]]:
    """The unit vector of every telling's clause, over the beginnings of its longer words."""
    words = {t.ref: Counter(clause_words(articles[t.source], t)) for t in tellings}
    spread = Counter(word for counts in words.values() for word in counts)
    size = max(len(tellings), SMALL_CORPUS)
    return {ref: unit({w: log((size + 1) / (spread[w] + 0.5)) for w in counts}, 1) for ref, counts in words.items()}


def clause_words(article: Article, telling: Telling) -> list[str]:
    """The words of a clause of four letters or more, cut to six."""
    text = article.document.text[telling.clause.start : telling.clause.end].lower()
    return [word[:6] for word in WORD.findall(text)]


def unit(vector: dict[str, float], least: int = LEAST_FEATURES) -> dict[str, float]:
    """The vector at length one; an empty one for what says next to nothing."""
    if len(vector) < least:
        return {}
    length = sqrt(sum(w * w for w in vector.values()))
    return {f: w / length for f, w in vector.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """How alike two unit vectors are, 0 to 1; summed exactly, so that no order matters."""
    return fsum([left[feature] * right[feature] for feature in left.keys() & right.keys()])


def like_pairs(found: Sequence[Vector], order: Sequence[int]) -> Pairs:
    """Pairs of sentences at least ``LIKE`` that share rare features, with how alike they are.

    What the rare features contribute is added up over the index; only pairs for which that is enough are compared in
    full (prefix filtering, Bayardo et al., Scaling up all pairs similarity search, 2007).  ``order`` is that of time: a
    sentence is compared with the latest ones that share a feature with it.
    """
    lists: dict[str, list[tuple[int, float]]] = defaultdict(list)
    pairs = {}
    for here in order:
        shared: dict[int, float] = {}
        part_of = shared.get
        for feature, weight in sorted(found[here].items(), key=itemgetter(1), reverse=True)[:RAREST]:
            entries = lists[feature]
            for there, other in entries[-(LATEST if len(entries) < LONG else FEW) :]:
                shared[there] = part_of(there, 0.0) + weight * other
            entries.append((here, weight))
        likely = [(part, there) for there, part in shared.items() if part >= ENOUGH]
        for _, there in likely if len(likely) <= LIKELY else nlargest(LIKELY, likely):
            pair = (there, here) if there < here else (here, there)
            likeness = cosine(found[pair[0]], found[pair[1]])
            if likeness >= LIKE:
                pairs[pair] = likeness
    return pairs
