"""A picture of who is tied to whom: names down two sides, lines between them, worked out at build time.

The order round the sides is found by swaps that bring the tied together and set opponents apart; nothing is random, so
the same ties give the same picture.
"""

from collections.abc import Sequence
from itertools import combinations
from math import hypot, sqrt

from msgspec import Struct

from briefgen.compose.arcs import Arcs, arcs
from briefgen.compose.edges import GAP, OPPOSED, ROW, GraphEdge, GraphNode, Line, Point, edge, samples_of
from briefgen.compose.text import shorten

# Sizes in the picture's own units; its width is fixed, so that the letters of every picture are of one size.
WIDTH = 820
LABELS = 258
BULGE = 70
LABEL_LENGTH = 31
# How far lines between the same two lie apart.
APART = 26.0
# How often the order is gone through at most.
ROUNDS = 20


class GraphHub(Struct, frozen=True):
    """The actor whom a picture is about, as a box in its middle."""

    label: str
    "The name, shortened where it is long."
    x: int
    "Its left edge."
    y: int
    "Its upper edge."
    width: int
    "Its width."
    height: int
    "Its height."


class Graph(Struct, frozen=True):
    """A picture of ties between actors."""

    title: str
    "What it shows."
    description: str
    "The same for those who cannot see it."
    width: int
    "Its width, in its own units."
    height: int
    "Its height."
    nodes: tuple[GraphNode, ...]
    "The actors."
    edges: tuple[GraphEdge, ...]
    "The lines."
    samples: tuple[GraphEdge, ...]
    "One line of each kind, as a key to them."
    narrow: Arcs
    "The same ties for narrow screens."
    hub: GraphHub | None = None
    "Whom the picture is about; nobody where it is about all."


def ring(lines: Sequence[Line]) -> list[str]:
    """The ends of lines in an order round a ring: the tied close together, opponents apart."""
    order = list(dict.fromkeys(end for start, _, stop in lines for end in (start, stop)))
    at = {actor: place for place, actor in enumerate(order)}
    pulls = [(start, stop, -0.5 if kind == OPPOSED else 1.0) for start, kind, stop in lines]
    touching = {actor: [pull for pull in pulls if actor in pull[:2]] for actor in order}

    def cost(one: str, other: str) -> float:
        near = dict.fromkeys((*touching[one], *touching[other]))
        return sum(pull * _steps(at[start], at[stop], len(order)) for start, stop, pull in near)

    for _ in range(ROUNDS):
        swapped = False
        for one, other in combinations(sorted(order), 2):
            before = cost(one, other)
            at[one], at[other] = at[other], at[one]
            if cost(one, other) < before - 1e-9:
                swapped = True
            else:
                at[one], at[other] = at[other], at[one]
        if not swapped:
            break
    return _turned(sorted(order, key=at.__getitem__), pulls)


def _steps(one: int, other: int, size: int) -> int:
    return min(abs(one - other), size - abs(one - other))


def _turned(order: list[str], pulls: Sequence[tuple[str, str, float]]) -> list[str]:
    """The ring turned so that the fewest ties, and the most oppositions, run from one side to the other."""
    half = (len(order) + 1) // 2

    def crossing(turn: int) -> float:
        left = set((order[turn:] + order[:turn])[:half])
        return sum(pull for start, stop, pull in pulls if (start in left) != (stop in left))

    turn = min(range(len(order)), key=lambda turn: (crossing(turn), turn))
    return order[turn:] + order[:turn]


def places(order: Sequence[str]) -> dict[str, Point]:
    """Where the actors stand: the first half up the left side, the others down the right side, both bulging out."""
    half = (len(order) + 1) // 2
    found: dict[str, Point] = {}
    for side, names in ((-1, list(reversed(order[:half]))), (1, list(order[half:]))):
        top = ROW + (half - len(names)) * ROW / 2
        for row, name in enumerate(names):
            lean = (2 * row + 1) / len(names) - 1
            reach = WIDTH / 2 - LABELS - BULGE * (1 - sqrt(1 - lean * lean))
            found[name] = WIDTH / 2 + side * reach, top + row * ROW
    return found


def nodes(at: dict[str, Point], names: dict[str, str]) -> tuple[GraphNode, ...]:
    """The actors with their names beside them, on the outer side."""
    made = []
    for actor, (x, y) in at.items():
        side = 1 if x >= WIDTH / 2 else -1
        anchor = "start" if side > 0 else "end"
        made.append(
            GraphNode(shorten(names[actor], LABEL_LENGTH), round(x), round(y), round(x + side * (GAP + 3)), anchor)
        )
    return tuple(made)


def height(order: Sequence[str]) -> int:
    """How high the picture is."""
    return ROW * ((len(order) + 1) // 2 + 1)


def middles(lines: Sequence[Line], at: dict[str, Point]) -> list[Point]:
    """The point through which each line bends: inwards from its side, those between the same two side by side."""
    centre = WIDTH / 2, height(list(at)) / 2
    seen: dict[tuple[str, str], int] = {}
    found = []
    for start, _, stop in lines:
        pair = min(start, stop), max(start, stop)
        turn = seen[pair] = seen.get(pair, -1) + 1
        (ax, ay), (bx, by) = at[pair[0]], at[pair[1]]
        x, y = (ax + bx) / 2, (ay + by) / 2
        if (ax < centre[0]) == (bx < centre[0]):
            # The farther apart on one side, the farther in; the next ones of a pair farther still.
            inwards = 1 if ax < centre[0] else -1
            x += inwards * (ROW + abs(by - ay) * 0.55 + turn * APART)
        else:
            shift = (turn + 1) // 2 * APART * (1 if turn % 2 else -1)
            length = hypot(bx - ax, by - ay)
            x, y = (x + centre[0]) / 2 - (by - ay) / length * shift, (y + centre[1]) / 2 + (bx - ax) / length * shift
        found.append((x, y))
    return found


def draw(lines: Sequence[Line], names: dict[str, str], verbs: dict[str, str], words: tuple[str, str]) -> Graph:
    """The picture of some ties; ``words`` are its title and description."""
    order = ring(lines)
    at = places(order)
    edges = tuple(
        edge(at[start], at[stop], bend, kind, f"{names[start]} {verbs[kind]} {names[stop]}")
        for (start, kind, stop), bend in zip(lines, middles(lines, at), strict=True)
    )
    narrow = arcs(lines, order, names, verbs)
    return Graph(words[0], words[1], WIDTH, height(order), nodes(at, names), edges, samples_of(lines, verbs), narrow)
