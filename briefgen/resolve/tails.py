"""Names cut at the front or end: "the Times" beside "The New York Times", "House Transport" for its committee."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefgen.resolve.groups import Groups, Proposal
from briefgen.resolve.profiles import Profile

CUT, WITHOUT_KIND = 0.72, 0.80
KINDS_OF_BODY = ("committee", "subcommittee")  # words that are left out where the rest of the name says enough
LEAST = 4  # letters
ALLIED = frozenset({"coalition", "alliance"})  # whose members' names end so too
KINDS = ("organization", "other")


def tails(items: Sequence[Profile], groups: Groups) -> Iterator[Proposal]:
    """For every short name of a body a proposal to the one longer name, in the same articles, that ends so."""
    longer: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(items):
        words = profile.key.split()
        if profile.type == "organization":
            for start in range(1, len(words)):
                longer[" ".join(words[start:])].append(index)
    for index, profile in enumerate(items):
        if (
            profile.key in ALLIED
            or profile.type not in KINDS
            or profile.acronym
            or profile.nations
            or len(profile.key) < LEAST
        ):
            continue
        here = {groups.find(i) for i in longer.get(profile.key, ()) if profile.sources <= items[i].sources}
        everywhere = {groups.find(i) for i in longer.get(profile.key, ()) if profile.sources & items[i].sources}
        if len(here) == 1 and here == everywhere and not groups.merges[groups.find(index)]:
            yield Proposal(-CUT, index, min(here), "end of the one longer name in the article", CUT)


def without_kind(items: Sequence[Profile]) -> Iterator[Proposal]:
    """For every name of two words or more a proposal to the same name with "committee" behind it."""
    by_key = {profile.key: index for index, profile in enumerate(items) if profile.type == "organization"}
    for key, index in sorted(by_key.items()):
        for kind in KINDS_OF_BODY:
            full = by_key.get(f"{key} {kind}")
            if full is not None and " " in key:
                yield Proposal(-WITHOUT_KIND, index, full, f"name without “{kind}”", WITHOUT_KIND)
