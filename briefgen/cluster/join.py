"""Joining tellings: which event mentions, in one article or across articles, tell the same event."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from copy import copy

from briefgen.cluster.deeds import deeds
from briefgen.cluster.desk import Desk
from briefgen.cluster.features import Features
from briefgen.cluster.group import Group
from briefgen.cluster.link import average_link
from briefgen.cluster.pairs import parts, values
from briefgen.cluster.tellings import Telling
from briefgen.cluster.vetoes import vetoed
from briefgen.model.annotation import Factors

JOIN, MEAN = 0.42, 0.34
LONGEST_BLOCK = 50
RARE = 12  # tellings with one trigger, so few that all are compared
NEIGHBOURS = 12  # how many later tellings of a long block each one is compared with

Pair = tuple[int, int]


class Joining:
    """Scores of pairs of tellings, worked out once each."""

    def __init__(self, desk: Desk, items: Sequence[Telling], forbidden: Collection[Pair] = ()) -> None:
        self.desk = desk
        self.items = items
        self.features = [Features(desk, item) for item in items]
        self.forbidden = frozenset(forbidden)
        self.scores: dict[Pair, float | None] = {}
        self.framed: dict[tuple[int, ...], Group | None] = {}  # what ``groups`` made of clusters

    def dated(self, desk: Desk, forbidden: Collection[Pair]) -> "Joining":
        """The same with what is known once articles are dated; what concerns only the others stays."""
        joining = copy(self)
        new = frozenset([i for i, item in enumerate(self.items) if item.source in desk.calendar.inferred])
        joining.desk, joining.forbidden = desk, frozenset(forbidden)
        joining.features = [Features(desk, f.telling) if i in new else f for i, f in enumerate(self.features)]
        joining.scores = {pair: score for pair, score in self.scores.items() if new.isdisjoint(pair)}
        joining.framed = {numbers: group for numbers, group in self.framed.items() if new.isdisjoint(numbers)}
        return joining

    def score(self, low: int, high: int) -> float | None:
        """The score of a pair, None when something forbids that the two are one event."""
        pair = (low, high)
        if pair in self.forbidden:
            return None
        if pair not in self.scores:
            left, right = self.features[low], self.features[high]
            self.scores[pair] = None if vetoed(self.desk, left, right) else sum(values(self.desk, left, right))
        return self.scores[pair]

    def parts(self, pair: Pair) -> Factors:
        """The named parts of a pair's score."""
        return parts(self.desk, self.features[pair[0]], self.features[pair[1]])

    def clusters(self) -> list[tuple[int, ...]]:
        """Groups of items (their numbers here) that tell the same event, each in order."""
        pairs = []
        for low, high in sorted(set(candidates(self.desk, self.features))):
            score = self.score(low, high)
            if score is not None and score >= JOIN:
                pairs.append((score, low, high))
        home = average_link(len(self.items), pairs, self.score, MEAN)
        groups: dict[int, list[int]] = defaultdict(list)
        for item, cluster in enumerate(home):
            groups[cluster].append(item)
        return [tuple(groups[cluster]) for cluster in sorted(groups)]


def candidates(desk: Desk, items: Sequence[Features]) -> Iterator[Pair]:
    """Pairs worth comparing: in like sentences, or sharing a participant and the trigger or the day."""
    on_line: dict[int, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        on_line[item.line].append(number)
    for left, right, _ in desk.ranked:
        for low in on_line.get(left, ()):
            for high in on_line.get(right, ()):
                yield min(low, high), max(low, high)
    for name, numbers in blocks_of(desk, items).items():
        if name[0] == "rare" and len(numbers) > RARE:
            continue
        reach = len(numbers) if len(numbers) <= LONGEST_BLOCK else NEIGHBOURS
        for place, low in enumerate(numbers):
            for high in numbers[place + 1 : place + 1 + reach]:
                yield low, high


def blocks_of(desk: Desk, items: Sequence[Features]) -> dict[tuple[object, ...], list[int]]:
    """The tellings by trigger and participant, by family, participant and day, by trigger and time, by rare trigger."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        when = item.when
        for entity in item.participants:
            for name in item.deeds:
                blocks["deed", name, entity].append(number)
            for family in item.families:
                blocks["article", item.source, family, entity].append(number)
                if when.known:
                    blocks["day", family, entity, when.first].append(number)
        if when.known:
            blocks["trigger", item.telling.deed, when.first, when.last].append(number)
        for name in item.deeds:
            blocks["rare", name].append(number)
            for entity in desk.about[item.source][0] if name in deeds().singular else ():
                blocks["story", name, entity].append(number)
    return blocks
