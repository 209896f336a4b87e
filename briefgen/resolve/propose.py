"""Proposals: which profiles may be one person or organisation, by blocks, so that few pairs are ever compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from briefgen.model.annotation import Factors
from briefgen.resolve.groups import Proposal
from briefgen.resolve.people import SHORT_FORMS, PersonName, compare
from briefgen.resolve.profiles import Profile
from briefgen.resolve.spelling import skeleton

LARGEST_BLOCK = 60  # a block larger than this says too little to compare all its pairs
COMMON_GIVEN = 3  # a given name that so many families bear says little
SAME_ARTICLE, COMMON = 0.65, 0.65
EXACT_FAMILY = frozenset(("same full name", "given name shortened"))


def variants(items: Sequence[Profile]) -> Iterator[Proposal]:
    """Pairs of full names of persons that differ in spelling or in the given names they carry."""
    bearers = given_bearers(items)
    seen: set[tuple[int, int]] = set()
    for block in blocks(items):
        for left, right in combinations(block, 2):
            if (left, right) not in seen:
                seen.add((left, right))
                yield from compared(items, left, right, bearers)


def blocks(items: Sequence[Profile]) -> Iterable[list[int]]:
    """Full names by skeleton of the family name and initial of a given name; and by given name, for slips."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, profile in enumerate(items):
        person = profile.person
        if person and person.given:
            for initial in sorted({form[0] for given in person.given for form in forms_of(given)}):
                found["family " + skeleton(person.family), initial].append(index)
            if len(person.family) >= 6:
                found["given " + " ".join(person.given), person.family[0] + person.family[-1]].append(index)
    return (block for _, block in sorted(found.items()) if 2 <= len(block) <= LARGEST_BLOCK)


def forms_of(given: str) -> tuple[str, ...]:
    """A given name as it stands, as its skeleton, and written out."""
    return given, skeleton(given), *SHORT_FORMS.get(given, ())


def given_bearers(items: Sequence[Profile]) -> dict[str, set[str]]:
    """For each given name the family names that it stands before."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for profile in items:
        if profile.person:
            for given in profile.person.given:
                bearers[skeleton(given)].add(skeleton(profile.person.family))
    return bearers


def compared(items: Sequence[Profile], left: int, right: int, bearers: dict[str, set[str]]) -> Iterator[Proposal]:
    """The proposal that two full names make, if they make one."""
    a, b = items[left], items[right]
    assert a.person and b.person
    likeness = compare(a.person, b.person)
    if not likeness.score:
        return
    factors = doubts(a, b, likeness.rule, bearers)
    score = likeness.score
    for _, factor in factors:
        score *= factor
    # What is most sure is joined first; among equals the names that more sources carry.
    rank = -score - min(len(a.sources | b.sources), 1000) / 1e6
    yield Proposal(rank, left, right, likeness.rule, round(score, 2), (("base", likeness.score), *factors))


def doubts(a: Profile, b: Profile, rule: str, bearers: dict[str, set[str]]) -> Factors:
    """What speaks against two spellings being one: both in one article, or a given name that many bear."""
    if rule in EXACT_FAMILY:
        return ()
    found = []
    if a.sources & b.sources:
        found.append(("both in one article", SAME_ARTICLE))
    person: PersonName | None = a.person
    if (
        person
        and person.family != (b.person.family if b.person else "")
        and max(len(bearers[skeleton(g)]) for g in person.given) > COMMON_GIVEN
    ):
        found.append(("common given name", COMMON))
    return tuple(found)
