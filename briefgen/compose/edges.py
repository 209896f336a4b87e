"""The lines and dots of which pictures of ties are made."""

from collections.abc import Sequence
from math import hypot

from msgspec import Struct

# In the picture's own units: from name to name, what is kept free round a dot, and the end of a line.
ROW = 32
GAP = 9.0
HEAD = 9.0
OPPOSED = "opposes"

Point = tuple[float, float]
# From, kind, to.
Line = tuple[str, str, str]


class GraphNode(Struct, frozen=True):
    """An actor in the picture."""

    label: str
    "The name, shortened where it is long."
    x: int
    "Where its dot is."
    y: int
    "Where its dot is."
    text_x: int
    "Where its name begins or ends."
    anchor: str
    'Which end of the name that is: "start" or "end", as in SVG.'


class GraphEdge(Struct, frozen=True):
    """A line in the picture."""

    kind: str
    'What ties the two, for its class: "supports".'
    label: str
    "The tie in words."
    path: str
    "The line, as SVG draws it."
    head: str
    "Its end: an arrow's head, or a bar for one who opposes."


def edge(start: Point, stop: Point, middle: Point, kind: str, label: str) -> GraphEdge:
    """A line that bends through a point, its end drawn by its kind."""
    tip, (dx, dy) = _before(middle, stop)
    origin, _ = _before(middle, start)
    if kind == OPPOSED:
        half = HEAD * 0.75
        head = f"M{_xy((tip[0] - dy * half, tip[1] + dx * half))}L{_xy((tip[0] + dy * half, tip[1] - dx * half))}"
        end = tip
    else:
        end = tip[0] - dx * HEAD, tip[1] - dy * HEAD
        wing = HEAD * 0.45
        corners = (end[0] - dy * wing, end[1] + dx * wing), (end[0] + dy * wing, end[1] - dx * wing)
        head = f"M{_xy(tip)}L{_xy(corners[0])}L{_xy(corners[1])}Z"
    return GraphEdge(kind, label, f"M{_xy(origin)}Q{_xy(middle)} {_xy(end)}", head)


def sample(kind: str, label: str) -> GraphEdge:
    """A short line of a kind, for the key."""
    return edge((-GAP, 6.0), (44.0 + GAP, 6.0), (22.0, 6.0), kind, label)


def samples_of(lines: Sequence[Line], verbs: dict[str, str]) -> tuple[GraphEdge, ...]:
    """The key to the lines: one of each kind."""
    return tuple(sample(kind, verb) for kind, verb in verbs.items() if any(line[1] == kind for line in lines))


def _before(origin: Point, goal: Point) -> tuple[Point, Point]:
    """The point a little before a goal, coming from a point, and the direction."""
    dx, dy = goal[0] - origin[0], goal[1] - origin[1]
    length = hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    return (goal[0] - dx * GAP, goal[1] - dy * GAP), (dx, dy)


def _xy(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
