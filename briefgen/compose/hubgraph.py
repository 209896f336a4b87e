"""A picture of one actor's ties: the actor in a box, who is tied to it on the left, whom it is tied to on the right.

Every line leads from left to right, and lines end on the box in the order of the names, so that none crosses another.
"""

from collections.abc import Sequence

from briefgen.compose.arcs import arcs
from briefgen.compose.edges import GAP, ROW, GraphEdge, GraphNode, Line, edge, samples_of
from briefgen.compose.graph import Graph, GraphHub
from briefgen.compose.text import shorten

WIDTH = 820
LABELS = 255
LABEL_LENGTH = 30
# The name in the box is the title of the page anyway.
HUB_LENGTH = 20
# How many names there are on a side at most.
MOST = 8
# The box: room for a letter, around the name, and for a line that ends on it.
LETTER, PADDING, PORT = 8.4, 26, 15


def hub_graph(
    lines: Sequence[Line], actor: str, names: dict[str, str], verbs: dict[str, str], words: tuple[str, str]
) -> Graph:
    """The picture of the ties of an actor; ``words`` are its title and description."""
    sides = _side(lines, actor, 2), _side(lines, actor, 0)
    shown = [line for side in sides for line in side]
    rows = [list(dict.fromkeys(line[end] for line in side)) for side, end in zip(sides, (0, 2), strict=True)]
    high = ROW * max(*map(len, rows), 1)
    hub = _hub(shorten(names[actor], HUB_LENGTH), sides, high + ROW)
    nodes: list[GraphNode] = []
    edges: list[GraphEdge] = []
    for left, side, others in zip((True, False), sides, rows, strict=True):
        x = LABELS if left else WIDTH - LABELS
        ys = {other: (high + ROW) / 2 + (row - (len(others) - 1) / 2) * ROW for row, other in enumerate(others)}
        for other, y in ys.items():
            text_x = round(x - GAP - 3 if left else x + GAP + 3)
            label = shorten(names[other], LABEL_LENGTH)
            nodes.append(GraphNode(label, x, round(y), text_x, "end" if left else "start"))
        for port, (start, kind, stop) in enumerate(sorted(side, key=lambda line: ys[line[0 if left else 2]])):
            y = ys[start if left else stop]
            there = hub.y + hub.height / 2 + (port - (len(side) - 1) / 2) * PORT
            wall = hub.x - GAP if left else hub.x + hub.width + GAP
            # A gap is kept at both ends of a line, on the box as on a dot.
            begin, end = ((x, y), (wall + GAP, there)) if left else ((wall - GAP, there), (x, y))
            middle = ((x + wall) / 2, there)
            edges.append(edge(begin, end, middle, kind, f"{names[start]} {verbs[kind]} {names[stop]}"))
    # On narrow screens the actor stands between those tied to it and those whom it is tied to.
    narrow = arcs(shown, list(dict.fromkeys((*rows[0], actor, *rows[1]))), names, verbs)
    samples = samples_of(shown, verbs)
    return Graph(words[0], words[1], WIDTH, high + ROW, tuple(nodes), tuple(edges), samples, narrow, hub)


def _side(lines: Sequence[Line], actor: str, end: int) -> list[Line]:
    """The lines that begin or end at the actor, the first few others; those of a kind beside each other."""
    ours = [line for line in lines if line[end] == actor]
    others = list(dict.fromkeys(line[2 - end] for line in ours))[:MOST]
    kinds = list(dict.fromkeys(kind for _, kind, _ in ours))
    first = {other: min(kinds.index(line[1]) for line in ours if line[2 - end] == other) for other in others}
    order = sorted(others, key=lambda other: (first[other], others.index(other)))
    return sorted((line for line in ours if line[2 - end] in order), key=lambda line: order.index(line[2 - end]))


def _hub(label: str, sides: tuple[list[Line], list[Line]], high: int) -> GraphHub:
    """The box in the middle, or nearer to the side on which nobody is."""
    width = round(len(label) * LETTER) + PADDING
    height = max(*(len(side) for side in sides), 1) * PORT + PADDING
    centre = WIDTH / 2 if all(sides) else WIDTH * (0.75 if sides[0] else 0.25)
    return GraphHub(label, round(centre - width / 2), round((high - height) / 2), width, height)


def pictured(lines: Sequence[Line], actor: str) -> int:
    """How many of the lines the picture has room for."""
    return sum(len(_side(lines, actor, end)) for end in (2, 0))
