"""Single words without a type: in a story that names one person of that family name, it is that person."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefgen.resolve.groups import Groups, Proposal
from briefgen.resolve.profiles import Profile

SURE = 0.65
LEAST = 4  # letters
SHARED = 2  # other names that the articles have in common


def untyped(items: Sequence[Profile], groups: Groups, names: Mapping[str, set[str]]) -> Iterator[Proposal]:
    """For every single word without a type a proposal to the only bearer, where no body or place has that word."""
    bearers: dict[str, set[int]] = defaultdict(set)
    bodies: set[str] = set()
    for index, profile in enumerate(items):
        if profile.person and profile.person.given:
            bearers[profile.person.family].add(groups.find(index))
        elif profile.type in ("organization", "country", "place") or " " in profile.key:
            bodies.update(profile.key.split())
    for index, profile in enumerate(items):
        roots = bearers.get(profile.key, set())
        alone = profile.type == "other" and len(profile.key) >= LEAST and profile.key not in bodies
        if alone and len(roots) == 1 and not groups.merges[groups.find(index)]:
            root = next(iter(roots))
            if all(in_story(names, source, groups.sources[root]) for source in profile.sources):
                yield Proposal(-SURE, index, root, "family name of the one bearer in the story", SURE)


def names_in(items: Sequence[Profile]) -> Mapping[str, set[str]]:
    """The names that each article holds."""
    names: dict[str, set[str]] = defaultdict(set)
    for profile in items:
        for source in profile.sources:
            names[source].add(profile.key)
    return names


def in_story(names: Mapping[str, set[str]], source: str, others: frozenset[str]) -> bool:
    """Whether an article is one of those that name somebody or has several names in common with one of them."""
    return source in others or any(len(names[source] & names[other]) > SHARED for other in sorted(others))
