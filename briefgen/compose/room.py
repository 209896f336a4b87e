"""How much of its lists a page tells: one budget for the page, which its lists share, each with its weightiest first.

A page's weight is that of its view, with the notes of all passages that it cites; no list has a limit of its own.  The
lists take their next items in turns until the page is full, so that what a short list leaves goes to the others.  Of
what has no room the page says how much it is, with a link to where it is.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

# Bytes of a view as JSON.  Themes make some 1.2 times as much HTML of it, and a page is to stay well below 300 kB.
ROOM = 160_000
# Hardly an item weighs less with the note of its passage: more than fit by this measure are not tried.
LEAST = 800

View = TypeVar("View", bound=msgspec.Struct)
# How many items of each list, by its name.
Counts = Mapping[str, int]


def within_room(there: Counts, turn: Counts, make: Callable[[Counts], View]) -> View:
    """The page with as much of each list as it has room for.

    ``there`` is how many items each list has, ``turn`` how many it takes at a time; ``make`` fills the page with so
    many of each.  Every list has one turn at least, however much an editor's note weighs.
    """
    number = min(sum(there.values()), ROOM // LEAST)
    view = make(allot(there, turn, number))
    full = weight(view)
    if full <= ROOM:
        return view
    bare = weight(make(allot(there, turn, 0)))
    least = sum(turn.values())
    number = number * max(ROOM - bare, 0) // max(full - bare, 1)
    while weight(view) > ROOM:
        view = make(allot(there, turn, max(number, least)))
        if number <= least:
            return view
        number = number * 9 // 10
    return view


def allot(there: Counts, turn: Counts, number: int) -> dict[str, int]:
    """So many items in all, spread over the lists in turns."""
    if sum(there.values()) <= number:
        return dict(there)
    counts = dict.fromkeys(there, 0)
    while number > 0:
        for name in there:
            taken = min(turn[name], there[name] - counts[name], number)
            counts[name] += taken
            number -= taken
    return counts


def weight(view: msgspec.Struct) -> int:
    """What a page weighs."""
    return len(msgspec.json.encode(view))
