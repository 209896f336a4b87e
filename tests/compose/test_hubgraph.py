"""The picture of an actor's ties: who is tied to it on the left, whom it is tied to on the right, no line crosses."""

import re

import pytest

from briefgen.compose.edges import Line
from briefgen.compose.graph import Graph
from briefgen.compose.hubgraph import MOST, WIDTH, hub_graph, pictured
from briefgen.compose.pages.actor import ActorPage
from tests.compose.corpora import brief, page
from tests.compose.test_relations import corpus

VERBS = {"supports": "supports", "opposes": "opposes", "leads": "leads"}


def drawn(*lines: Line, name: str = "Ann") -> Graph:
    names = {id_: id_.capitalize() for start, _, stop in lines for id_ in (start, stop)} | {"ann": name}
    return hub_graph(lines, "ann", names, VERBS, ("Title", "Text"))


def ends(path: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a line begins and ends."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    return (numbers[0], numbers[1]), (numbers[-2], numbers[-1])


def test_lines_lead_from_left_to_right() -> None:
    graph = drawn(("bea", "supports", "ann"), ("ann", "leads", "cal"), ("dan", "opposes", "ann"))
    assert graph.hub is not None
    assert [(node.label, node.x < graph.hub.x, node.anchor) for node in graph.nodes] == [
        ("Bea", True, "end"),
        ("Dan", True, "end"),
        ("Cal", False, "start"),
    ]
    assert [edge.label for edge in graph.edges] == ["Bea supports Ann", "Dan opposes Ann", "Ann leads Cal"]
    assert [sample.kind for sample in graph.samples] == ["supports", "opposes", "leads"]
    for edge in graph.edges:
        (x, _), (end, y) = ends(edge.path)
        assert x < end and (end < graph.hub.x or x > graph.hub.x + graph.hub.width)
        assert graph.hub.y < y < graph.hub.y + graph.hub.height or end > graph.hub.x


def test_no_line_crosses_another() -> None:
    kinds = ("supports", "opposes", "supports", "leads")
    graph = drawn(*((f"n{n}", kinds[n % 4], "ann") for n in range(7)), ("n3", "opposes", "ann"))
    places = [ends(edge.path) for edge in graph.edges]
    assert sorted(start[1] for start, _ in places) == [start[1] for start, _ in places]
    assert len({end for _, end in places}) == 8
    assert sorted(end[1] for _, end in places) == [end[1] for _, end in places]


def test_those_of_a_kind_stand_beside_each_other() -> None:
    graph = drawn(("a", "supports", "ann"), ("b", "opposes", "ann"), ("c", "supports", "ann"))
    assert [node.label for node in graph.nodes] == ["A", "C", "B"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_side_has_room_for_so_many(turned: bool) -> None:
    lines = [(f"n{n}", "supports", "ann") for n in range(MOST + 3)]
    if turned:
        lines = [(stop, kind, start) for start, kind, stop in lines]
    graph = drawn(*lines, name="Ann " * 20)
    assert len(graph.nodes) == len(graph.edges) == pictured(lines, "ann") == MOST
    assert graph.hub is not None and graph.hub.x >= 0 and graph.hub.x + graph.hub.width <= WIDTH
    assert all(0 < node.y < graph.height for node in graph.nodes)


def view(*told: str) -> ActorPage:
    found = page(brief(corpus=corpus(*told)), "actors/ann/").view
    assert isinstance(found, ActorPage)
    return found


def test_the_actor_page_has_the_picture_and_the_same_with_passages() -> None:
    shown = view("bea supports ann", "ann opposes cal", "dan supports ann")
    assert shown.graph is not None
    assert shown.graph.description.startswith(
        "Lines lead from left to right, from who to whom, for 3 relations of Ann."
    )
    ties = {f"{tie.subject.label} {tie.verb} {tie.object.label}" for tie in shown.ties if tie.citations}
    assert {edge.label for edge in shown.graph.edges} == ties
    assert view("bea supports ann", "ann opposes cal").graph is None


def test_the_page_of_an_actor_is_described_in_sentences() -> None:
    assert re.match(r"[^.:]+\. [A-Z]", view("bea supports ann", "ann opposes cal").head.description)
