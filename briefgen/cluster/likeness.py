"""Likeness of sentences: the cosine of sparse idf vectors over entities, stems and numbers (Salton and Buckley, 1988).

Pairs are found by an inverted index over the rarest features of each sentence, so that the work grows with the text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt

from briefgen.cluster.tellings import Line

RAREST = 8  # features of a sentence by which its pairs are looked for
LONGEST_LIST = 60  # sentences that share a feature; beyond, the feature looks for no pairs
LEAST_FEATURES = 3
SMALL_CORPUS = 100  # sentences; in a smaller corpus nothing is common

Vector = Mapping[str, float]


def vectors(lines: Sequence[Line]) -> tuple[dict[str, float], ...]:
    """The unit vector of every sentence; ``@`` marks entities."""
    features = [Counter((*line.terms, *("@" + e for e in line.entities))) for line in lines]
    spread = Counter(feature for counts in features for feature in counts)
    size = max(len(lines), SMALL_CORPUS)
    weight = {feature: log((size + 1) / (n + 0.5)) for feature, n in spread.items()}
    return tuple(unit({f: weight[f] * (1 + log(n)) for f, n in counts.items()}) for counts in features)


def unit(vector: dict[str, float]) -> dict[str, float]:
    """The vector at length one; an empty one for sentences that say next to nothing."""
    if len(vector) < LEAST_FEATURES:
        return {}
    length = sqrt(sum(w * w for w in vector.values()))
    return {f: w / length for f, w in vector.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """How alike two unit vectors are, 0 to 1."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    return sum(w * long[f] for f, w in short.items() if f in long)


def like_pairs(found: Sequence[Vector], least: float) -> Iterator[tuple[int, int, float]]:
    """All pairs of sentences at least so alike that share a rare feature, in order."""
    lists: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(found):
        for feature in sorted(vector, key=lambda f: (-vector[f], f))[:RAREST]:
            lists[feature].append(number)
    near: dict[int, set[int]] = defaultdict(set)
    for numbers in lists.values():
        if len(numbers) <= LONGEST_LIST:
            for place, low in enumerate(numbers):
                near[low].update(numbers[place + 1 :])
    for low in sorted(near):
        for high in sorted(near[low]):
            likeness = cosine(found[low], found[high])
            if likeness >= least:
                yield low, high, likeness
