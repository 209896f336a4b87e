"""What a person decided about events: two are one, or are not.

A "yes" joins the events of two ids.  A "no" names events by the ids that they have on their own; the tellings behind
these never join.
"""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import structs

from briefgen.cluster.datevote import vote
from briefgen.cluster.desk import Desk
from briefgen.cluster.events import identity
from briefgen.cluster.group import Group
from briefgen.cluster.parts import participants
from briefgen.cluster.tellings import Telling
from briefgen.model.knowledge import Event, Judgement, Merge


def forbidden(desk: Desk, items: Sequence[Telling], judgements: Sequence[Judgement]) -> frozenset[tuple[int, int]]:
    """The pairs of tellings (by their place in ``items``) that a person told apart."""
    apart = [j for j in judgements if not j.same and not {j.left, j.right} & desk.entities.keys()]
    if not apart:
        return frozenset()
    own: dict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(items):
        group = Group((telling,))
        own[identity(desk, group, participants(desk, group), vote(desk, group))].append(number)
    return frozenset(
        (min(left, right), max(left, right))
        for judgement in apart
        for left in own.get(judgement.left, ())
        for right in own.get(judgement.right, ())
    )


def joined(groups: Sequence[Group], events: Sequence[Event], judgements: Sequence[Judgement]) -> tuple[Group, ...]:
    """The groups with those made one that a person joined; ``events`` are those made of the groups, in their order."""
    place = {event.id: number for number, event in enumerate(events)}
    home = list(range(len(groups)))
    found = list(groups)
    for judgement in judgements:
        if judgement.same and judgement.left in place and judgement.right in place:
            low, high = sorted((home[place[judgement.left]], home[place[judgement.right]]))
            if low != high:
                reason = Merge(judgement.left, judgement.right, "judgement", 1.0)
                found[low] = both(found[low], found[high], reason)
                home = [low if number == high else number for number in home]
    return tuple(found[number] for number in sorted(set(home)))


def both(left: Group, right: Group, reason: Merge) -> Group:
    """Two groups as one."""
    return structs.replace(
        left,
        tellings=(*left.tellings, *right.tellings),
        lines=(*left.lines, *right.lines),
        types=tuple(dict.fromkeys((*left.types, *right.types))),
        speakers=tuple(sorted({*left.speakers, *right.speakers})),
        merges=(*left.merges, *right.merges, reason),
    )
