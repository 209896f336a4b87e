"""Average-link clustering over sparse pairs, with vetoes (Sokal and Michener, 1958; vetoes as cannot-link constraints).

Pairs are taken from the likest down; two clusters join when the mean score over their members' pairs is high enough and
no pair is vetoed.  Large clusters are represented by their first members, so that the work stays near-linear.
"""

from collections.abc import Callable, Iterable

REPRESENTATIVES = 8
ABSTAINS = -99.0

Score = Callable[[int, int], float | None]


def average_link(size: int, pairs: Iterable[tuple[float, int, int]], score: Score, least: float) -> list[int]:
    """The cluster number (its lowest member) of each of ``size`` items.

    ``pairs`` are candidates with their scores; ``score`` gives a pair's score, None for a veto and ``ABSTAINS`` for a
    pair that says nothing.
    """
    home = list(range(size))
    members: dict[int, list[int]] = {}
    for _, left, right in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        low, high = sorted((home[left], home[right]))
        if low == high:
            continue
        ours, theirs = members.get(low, [low]), members.get(high, [high])
        mean = mean_score(ours, theirs, score)
        if mean is None or mean < least:
            continue
        members[low] = sorted((*ours, *theirs))
        members.pop(high, None)
        for item in theirs:
            home[item] = low
    return home


def mean_score(ours: list[int], theirs: list[int], score: Score) -> float | None:
    """The mean over the better half of the pairs of two clusters, None when a pair is vetoed.

    Half, because a short telling has little in common with another short one though both agree with the long one.
    """
    values = []
    for left in ours[:REPRESENTATIVES]:
        for right in theirs[:REPRESENTATIVES]:
            value = score(min(left, right), max(left, right))
            if value is None:
                return None
            if value != ABSTAINS:
                values.append(value)
    best = sorted(values, reverse=True)[: (len(values) + 1) // 2]
    return sum(best) / len(best) if best else 0.0
