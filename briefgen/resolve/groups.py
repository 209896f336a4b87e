"""Groups of units that are one entity: a union-find that keeps the reason of every union and obeys prohibitions."""

from collections.abc import Sequence

from msgspec import Struct

from briefgen.model.annotation import Factors
from briefgen.model.knowledge import Merge
from briefgen.resolve.people import given_agreement
from briefgen.resolve.profiles import Profile


class Proposal(Struct, frozen=True, order=True):
    """Two profiles (by number) that may be one, with rule and score; a low ``rank`` is tried first."""

    rank: float
    left: int
    right: int
    rule: str
    score: float
    factors: Factors = ()


class Groups:
    """Disjoint sets of profiles.  Two sets join only when no prohibition and no pair of given names stands between."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        names = [profile.name for profile in profiles]
        self.names = names
        self.parent = list(range(len(names)))
        self.people = [[p.person] if p.person and p.person.given else [] for p in profiles]
        self.sources = [profile.sources for profile in profiles]
        self.enemies: list[set[int]] = [set() for _ in names]
        self.merges: list[list[Merge]] = [[] for _ in names]

    def find(self, item: int) -> int:
        """The number that stands for the item's set."""
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def forbid(self, left: int, right: int) -> None:
        """These two are never one, nor is anything that joins either."""
        left, right = self.find(left), self.find(right)
        if left != right:
            self.enemies[left].add(right)
            self.enemies[right].add(left)

    def may_join(self, left: int, right: int) -> bool:
        """Whether nothing stands between the two sets."""
        left, right = self.find(left), self.find(right)
        if left == right:
            return True
        if right in self.enemies[left]:
            return False
        return all(given_agreement(a.given, b.given) for a in self.people[left] for b in self.people[right])

    def are_open(self, left: int, right: int) -> bool:
        """Whether the two are neither joined yet nor kept apart by anything."""
        return self.find(left) != self.find(right) and self.may_join(left, right)

    def join(self, proposal: Proposal, *, force: bool = False) -> bool:
        """Make the two sets one and keep the reason; False when something stands between."""
        left, right = self.find(proposal.left), self.find(proposal.right)
        if left == right:
            return True
        if right in self.enemies[left] or not (force or self.may_join(left, right)):
            return False
        left, right = min(left, right), max(left, right)
        self.parent[right] = left
        self.people[left] = sorted({*self.people[left], *self.people[right]}, key=lambda p: (p.given, p.family))
        self.sources[left] |= self.sources[right]
        self.merges[left] += [*self.merges[right], self.reason(proposal)]
        for enemy in self.enemies[right]:
            self.enemies[enemy].discard(right)
            self.enemies[enemy].add(left)
        self.enemies[left] |= self.enemies[right]
        return True

    def reason(self, proposal: Proposal) -> Merge:
        """The proposal as a Merge that names both sides."""
        left, right = sorted((self.names[proposal.left], self.names[proposal.right]))
        return Merge(left, right, proposal.rule, proposal.score, proposal.factors)
