"""One policy for finds that compete: the longest stretch wins, then the rule that stands higher in the table."""

from collections.abc import Hashable, Sequence
from typing import Any

from briefgen.sockets import PassName


def settle(name: PassName, found: Sequence[tuple[int, Any]]) -> tuple[Any, ...]:
    """The finds of a pass that stand, in order of the text.

    ``found`` pairs each value with its rule's place in the table.  Mentions of one form and time expressions may not
    overlap; one trigger tells one event; of the other kinds only equals are dropped, since speech may stand inside
    speech.
    """
    ranked = sorted(enumerate(found), key=lambda item: (item[1][1].start - item[1][1].end, item[1][0], item[0]))
    kept: list[Any] = []
    taken: set[Hashable] = set()
    for _, (_, value) in ranked:
        claims = _claims(name, value)
        if taken.isdisjoint(claims):
            taken.update(claims)
            kept.append(value)
    return tuple(sorted(kept, key=lambda value: (value.start, value.end)))


def _claims(name: PassName, value: Any) -> Sequence[Hashable]:
    """What a value takes for itself; two values with a claim in common cannot both stand."""
    if name == "mentions":
        return [(value.form, at) for at in range(value.start, value.end)]
    if name == "times":
        return range(value.start, value.end)
    if name == "events":
        return (value.trigger,)
    if name == "relations":
        return ((value.subject, value.type, value.object),)
    if name == "descriptions":
        return ((value.start, value.end, value.mention),)
    return ((value.start, value.end),)
