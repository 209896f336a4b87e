"""Counting: right, wrong and missed for each measure, with the misses in words."""

from collections import defaultdict

from msgspec import Struct


class Score(Struct, frozen=True):
    """Precision, recall and their harmonic mean over what was counted."""

    precision: float
    recall: float
    f1: float
    counted: int


class Tally:
    """Right, wrong and missed answers by measure."""

    def __init__(self) -> None:
        self.right: defaultdict[str, int] = defaultdict(int)
        self.wrong: defaultdict[str, int] = defaultdict(int)
        self.missed: defaultdict[str, int] = defaultdict(int)
        self.misses: list[tuple[str, str, str]] = []

    def hit(self, measure: str, count: int = 1) -> None:
        self.right[measure] += count

    def false(self, measure: str, where: str, what: str, count: int = 1) -> None:
        """Something was found that is not so."""
        self.wrong[measure] += count
        self.misses.append((measure, where, f"false: {what}"))

    def miss(self, measure: str, where: str, what: str, count: int = 1) -> None:
        """Something that is so was not found."""
        self.missed[measure] += count
        self.misses.append((measure, where, f"missed: {what}"))

    def choice(self, measure: str, where: str, right: bool, what: str) -> None:
        """A question with one answer: precision and recall are both the share of right answers."""
        if right:
            self.hit(measure)
        else:
            self.wrong[measure] += 1
            self.missed[measure] += 1
            self.misses.append((measure, where, what))

    def score(self, measure: str) -> Score:
        right, wrong, missed = self.right[measure], self.wrong[measure], self.missed[measure]
        precision = right / (right + wrong) if right + wrong else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return Score(precision, recall, f1, right + missed)
