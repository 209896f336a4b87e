"""Resolve: one entity for many mentions across articles, with the evidence of every merge.

Takes what the articles say by themselves and what a person decided (judgements, curated notes); returns the entities
and the merges that only a person can decide.  Units (a thing as one article names it) become profiles (all units of
one type and name), profiles become groups by proposals from blocks of like names, groups become entities.
"""

from collections import defaultdict
from collections.abc import Sequence

from briefgen.model.knowledge import Article, Entities, Entity, EntityType, Judgement, Merge, NameForm
from briefgen.model.site import Note
from briefgen.resolve.curated import Curated, Pin
from briefgen.resolve.groups import Groups, Proposal
from briefgen.resolve.naming import display_name, forms, ids
from briefgen.resolve.profiles import Profile, profiles, sources_of
from briefgen.resolve.propose import variants
from briefgen.resolve.short import first_words, index_of, leftovers, short_names
from briefgen.resolve.tails import tails, without_kind
from briefgen.resolve.units import units
from briefgen.resolve.untyped import names_in, untyped

__all__ = ["resolve"]

Called = tuple[str, EntityType, tuple[NameForm, ...]]

JOIN_FROM, REVIEW_FROM = 0.60, 0.45
ANOTHER_ARTICLE = 0.6  # each further article multiplies what is left of the doubt


def resolve(articles: Sequence[Article], judgements: Sequence[Judgement], notes: Sequence[Note] = ()) -> Entities:
    """Group the named chains of all articles into entities; ``judgements`` and notes of kind "actors" win."""
    ordered = sorted(articles, key=lambda article: article.extraction.source)
    items = profiles(unit for article in ordered for unit in units(article))
    groups = Groups(items)
    curated = Curated(items, notes, judgements)
    curated.forbid(groups)
    curated.join(groups)
    review = settle(groups, sorted(variants(items)))
    bearers, names = index_of(items), names_in(items)
    review += settle(groups, sorted(short_names(items, groups, bearers)))
    review += settle(groups, sorted(first_words(items, groups, bearers, names)))
    review += settle(groups, sorted(without_kind(items)))
    review += settle(groups, sorted(tails(items, groups)))
    review += settle(groups, sorted(untyped(items, groups, names)))
    review += settle(groups, sorted(leftovers(items, groups, bearers)))
    return Entities(entities(items, groups, curated.pins), tuple(sorted(dict.fromkeys(review), key=merge_order)))


def settle(groups: Groups, proposals: Sequence[Proposal]) -> list[Merge]:
    """Join what is sure enough, the surest first; return what a person should look at."""
    doubtful = []
    for proposal in proposals:
        if proposal.score >= JOIN_FROM:
            groups.join(proposal)
        elif proposal.score >= REVIEW_FROM and groups.are_open(proposal.left, proposal.right):
            doubtful.append(groups.reason(proposal))
    return doubtful


def merge_order(merge: Merge) -> tuple[float, str, str, str]:
    """The surest first, then by name."""
    return -merge.score, merge.left, merge.right, merge.rule


def entities(items: Sequence[Profile], groups: Groups, pins: Sequence[Pin]) -> tuple[Entity, ...]:
    """One entity a group, ordered by id."""
    members: dict[int, list[Profile]] = defaultdict(list)
    for index, profile in enumerate(items):
        members[groups.find(index)].append(profile)
    pinned = {groups.find(pin.profiles[0]): pin for pin in reversed(pins) if pin.profiles}
    roots = sorted(members)
    named = []
    for root in roots:
        pin, type_ = pinned.get(root), group_type(members[root])
        type_ = pin.type if pin and pin.type else type_
        name = pin.name if pin and pin.name else display_name(members[root], type_)
        named.append((name, type_, forms(members[root])))
    free = ids(named, {number: pinned[root].id for number, root in enumerate(roots) if root in pinned})
    found = [
        entity(id_, called, members[root], groups.merges[root])
        for id_, called, root in zip(free, named, roots, strict=True)
    ]
    return tuple(sorted(found, key=lambda e: e.id))


def group_type(members: Sequence[Profile]) -> EntityType:
    """The type that most of the group's units speak for; "other" only where nothing else is offered."""
    votes: dict[EntityType, float] = defaultdict(float)
    for profile in members:
        votes[profile.type] += profile.support
    return max(sorted(votes), key=lambda t: (t != "other", votes[t]))


def entity(id_: str, called: Called, members: Sequence[Profile], merges: Sequence[Merge]) -> Entity:
    """An entity from the profiles of its group."""
    name, type_, forms_ = called
    units = [unit for profile in members for unit in profile.units]
    refs = sorted([ref for unit in units for ref in unit.mentions])
    best = max([unit.score for unit in units])
    sources = sources_of(members)
    # A type that is guessed everywhere is no surer for being guessed again.
    articles = len(sources) if best >= JOIN_FROM else 1
    score = round(1 - (1 - best) * ANOTHER_ARTICLE ** (articles - 1), 2)
    return Entity(id_, name, type_, forms_, tuple(refs), tuple(sorted(merges, key=merge_order)), score)
