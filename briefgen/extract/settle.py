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
    ranked = sorted(found, key=lambda item: (item[1].start - item[1].end, item[0]))
    kept: list[Any] = []
    rows: dict[str, Row] = {}
    taken: set[Hashable] = set()
    apart = name in {"mentions", "times"}
    for _, value in ranked:
        if apart:
            stands = _fits(rows.setdefault(value.form if name == "mentions" else "", []), value.start, value.end)
        else:
            claim = _claim(name, value)
            stands = claim not in taken
            taken.add(claim)
        if stands:
            kept.append(value)
    return tuple(sorted(kept, key=lambda value: (value.start, value.end)))


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
