"""One policy for finds that compete: the longest stretch wins, then the rule that stands higher in the table."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import Any

from briefgen.sockets import PassName

Row = list[tuple[int, int]]
"""Stretches that do not overlap, in order of the text."""


def settle(name: PassName, found: Sequence[tuple[int, Any]]) -> tuple[Any, ...]:
    """The finds of a pass that stand, in order of the text.

    ``found`` pairs each value with its rule's place in the table.  Mentions of one form and time expressions may not
    overlap; one trigger tells one event; of the other kinds only equals are dropped, since speech may stand inside
    speech.
    """
    ranked = sorted([(value.start - value.end, order, at) for at, (order, value) in enumerate(found)])
    kept: list[tuple[int, int, int, int]] = []  # start and end, rank and place among the found
    rows: dict[str, Row] = {}
    taken: set[Hashable] = set()
    apart = name in {"mentions", "times"}
    for rank, (_, _, at) in enumerate(ranked):
        value = found[at][1]
        if apart:
            stands = _fits(rows.setdefault(value.form if name == "mentions" else "", []), value.start, value.end)
        else:
            claim = _claim(name, value)
            stands = claim not in taken
            taken.add(claim)
        if stands:
            kept.append((value.start, value.end, rank, at))
    return tuple([found[at][1] for *_, at in sorted(kept)])


def _fits(row: Row, start: int, end: int) -> bool:
    """Whether the stretch overlaps none of the row; it is then put into it."""
    at = bisect_left(row, (start, end))
    if (at and row[at - 1][1] > start) or (at < len(row) and row[at][0] < end):
        return False
    row.insert(at, (start, end))
    return True


def _claim(name: PassName, value: Any) -> Any:
    """What a value takes for itself; of two values with one claim only one can stand."""
    if name == "events":
        return value.trigger
    if name == "relations":
        return (value.subject, value.type, value.object)
    if name == "descriptions":
        return (value.start, value.end, value.mention)
    return (value.start, value.end)
