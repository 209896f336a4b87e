"""A picture of ties for narrow screens: names one below the other, each line an arc beside them.

It is as wide as a phone is, so that its letters are as large as the page's and nobody has to scroll sideways.
"""

from collections.abc import Sequence

from msgspec import Struct

from briefgen.compose.edges import GAP, ROW, GraphEdge, GraphNode, Line, edge
from briefgen.compose.text import shorten

WIDTH = 340
# Where the dots are: the names end before them, the arcs have the room behind.
DOTS = 212
LABEL_LENGTH = 26
# How far an arc reaches out: the shortest, the longest, and how much farther each next one between the same two.
LEAST, MOST, APART = 18.0, 112.0, 12.0


class Arcs(Struct, frozen=True):
    """The same ties for narrow screens: names in a column, arcs beside it."""

    width: int
    "Its width, in its own units."
    height: int
    "Its height."
    nodes: tuple[GraphNode, ...]
    "The actors."
    edges: tuple[GraphEdge, ...]
    "The lines."


def arcs(lines: Sequence[Line], order: Sequence[str], names: dict[str, str], verbs: dict[str, str]) -> Arcs:
    """The picture of some ties, with their ends from top to bottom in an order."""
    ys = {actor: ROW * (row + 1) for row, actor in enumerate(order)}
    nodes = tuple(
        GraphNode(shorten(names[actor], LABEL_LENGTH), DOTS, y, round(DOTS - GAP - 3), "end") for actor, y in ys.items()
    )
    longest = max((abs(ys[start] - ys[stop]) for start, _, stop in lines), default=ROW)
    seen: dict[frozenset[str], int] = {}
    edges = []
    for start, kind, stop in lines:
        pair = frozenset((start, stop))
        turn = seen[pair] = seen.get(pair, -1) + 1
        begin, end = ys[start], ys[stop]
        reach = min(LEAST + (MOST - LEAST) * abs(begin - end) / longest + turn * APART, MOST + APART)
        # A curve comes half as far as the point that it bends to.
        bend = DOTS + 2 * reach, (begin + end) / 2
        edges.append(edge((DOTS, begin), (DOTS, end), bend, kind, f"{names[start]} {verbs[kind]} {names[stop]}"))
    return Arcs(WIDTH, ROW * (len(order) + 1), nodes, tuple(edges))
