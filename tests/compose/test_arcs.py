"""The picture of ties for narrow screens: a column of names that fit, arcs that stay inside, the same ties."""

import re

from briefgen.compose.arcs import DOTS, WIDTH, arcs
from briefgen.compose.graph import draw
from briefgen.compose.hubgraph import hub_graph

VERBS = {"supports": "supports", "opposes": "opposes"}
TIES = [
    ("a", "supports", "b"),
    ("b", "opposes", "a"),
    ("a", "opposes", "b"),
    ("c", "supports", "d"),
    ("d", "opposes", "a"),
]
NAMES = {name: f"{name} Union of Dock and Harbour Workers" for name in "abcd"}
# The mean width of a letter of the picture's type.
LETTER = 7.2


def test_names_and_arcs_lie_within_the_width() -> None:
    found = arcs(TIES, "abcd", NAMES, VERBS)
    assert len({node.y for node in found.nodes}) == 4 and all(0 < node.y < found.height for node in found.nodes)
    assert all(node.anchor == "end" and len(node.label) * LETTER <= node.text_x for node in found.nodes)
    for edge in found.edges:
        start, bend, end = re.findall(r"(-?[\d.]+) (-?[\d.]+)", edge.path)
        top = float(start[0]) / 4 + float(bend[0]) / 2 + float(end[0]) / 4
        assert DOTS < top < WIDTH


def test_ties_of_the_same_two_are_arcs_of_their_own() -> None:
    paths = [edge.path.split("Q")[1].split()[0] for edge in arcs(TIES, "abcd", NAMES, VERBS).edges[:3]]
    assert len(set(paths)) == 3


def test_both_pictures_show_the_same_ties() -> None:
    for graph in (draw(TIES, NAMES, VERBS, ("", "")), hub_graph(TIES, "a", NAMES, VERBS, ("", ""))):
        assert sorted(edge.label for edge in graph.narrow.edges) == sorted(edge.label for edge in graph.edges)


def test_the_actor_stands_between_those_tied_to_it_and_the_others() -> None:
    ties = [("b", "supports", "a"), ("c", "opposes", "a"), ("a", "supports", "d")]
    nodes = hub_graph(ties, "a", NAMES, VERBS, ("", "")).narrow.nodes
    assert [node.label[0] for node in sorted(nodes, key=lambda node: node.y)] == ["b", "c", "a", "d"]
