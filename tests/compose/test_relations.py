"""The page of relations: what stands in the matrix, the picture and the tables, and how much of it on a page."""

from itertools import pairwise

import pytest

from briefgen.compose.edges import GAP
from briefgen.compose.graph import WIDTH, draw, places, ring
from briefgen.compose.pages import relations as kind
from briefgen.compose.pages.relations import RelationsPage
from briefgen.model.knowledge import Chronicle, Corpus, Entities
from briefgen.model.site import Page
from tests.compose.corpora import Writer, brief, page

STAND = ("ann opposes cal", "ann supports bea", "ann supports cal", "bea supports cal", "dan supports cal")


def corpus(*told: str) -> Corpus:
    """An article that tells one relation a sentence: "ann supports bea"."""
    writer = Writer()
    writer.article("a", "T\n\n" + " ".join(f"{words}." for words in told), "T", "Outlet")
    actors = sorted({words.split()[at] for words in told for at in (0, 2)})
    for words in told:
        subject, type_, object_ = words.split()
        start = writer.documents["a"].text.index(f"{words}.")
        text = writer.documents["a"].text
        ends = [
            writer.mention("a", name, name, occurrence=text[: text.index(name, start + skip)].count(name))
            for name, skip in ((subject, 0), (object_, len(subject) + len(type_) + 2))
        ]
        writer.relation("a", words, (ends[0], type_, ends[1]))
    entities = tuple(writer.entity(name, name.capitalize(), "person") for name in actors)
    return Corpus(writer.articles(), Entities(entities), Chronicle())


def made(*told: str) -> list[Page]:
    return [one for one in brief(corpus=corpus(*told)).pages if one.kind == "relations"]


def view_of(*told: str) -> RelationsPage:
    view = made(*told)[0].view
    assert isinstance(view, RelationsPage)
    return view


def test_the_matrix_tells_who_stands_where_and_where_passages_tell_both() -> None:
    matrix = view_of(*STAND).matrix
    assert matrix is not None
    cells = {
        (row.actor.label, column.label): (cell.kind, [tie.verb for tie in cell.stances])
        for row in matrix.rows
        for column, cell in zip(matrix.columns, row.cells, strict=True)
        if cell.kind
    }
    assert cells == {
        ("Ann", "Bea"): ("supports", ["supports"]),
        ("Ann", "Cal"): ("both", ["supports", "opposes"]),
        ("Bea", "Cal"): ("supports", ["supports"]),
        ("Dan", "Cal"): ("supports", ["supports"]),
    }
    assert all(tie.citations for row in matrix.rows for cell in row.cells for tie in cell.stances)


def test_the_tables_name_what_other_passages_say() -> None:
    groups = view_of(*STAND).groups
    assert [(group.id, len(group.rows)) for group in groups] == [("supports", 4), ("opposes", 1)]
    against = {
        (row.tie.subject.label, row.tie.verb, row.tie.object.label): row.against.verb
        for group in groups
        for row in group.rows
        if row.against
    }
    assert against == {("Ann", "supports", "Cal"): "opposes", ("Ann", "opposes", "Cal"): "supports"}


def test_few_ties_need_no_matrix_and_no_picture() -> None:
    view = view_of("ann supports bea", "ann leads cal")
    assert (view.matrix, view.graph, len(view.groups)) == (None, None, 2)


def test_without_relations_there_is_no_page_and_no_entry_in_the_menu() -> None:
    told, untold = brief(corpus=corpus(*STAND)), brief(corpus=Corpus((), Entities(), Chronicle()))
    labels = [[item.label for item in page(briefing, "").view.head.nav] for briefing in (told, untold)]
    assert [("Relations" in found) for found in labels] == [True, False]
    assert not [one for one in untold.pages if one.kind == "relations"]


def test_many_ties_are_told_over_several_pages_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, "ROOM", 6)  # three ties with a passage each
    monkeypatch.setattr(kind, "FIRST", 2)
    told = made(*STAND, "dan leads bea")
    assert [one.route.url for one in told] == ["relations/", "relations/supports/", "relations/supports/page/2/"]
    assert [len(group.rows) for group in told[0].view.groups] == [2, 1, 1]
    assert told[0].view.groups[0].rest.href == "../relations/supports/index.html"
    rows = [(row.tie.subject.label, row.tie.object.label) for one in told[1:] for row in one.view.groups[0].rows]
    assert len(rows) == len(set(rows)) == 4
    assert told[1].view.pager.after.href == "../../relations/supports/page/2/index.html"
    assert told[2].view.pager.before.href == "../../../../relations/supports/index.html"
    assert (told[1].view.pager.before, told[2].view.pager.after) == (None, None)


def test_the_picture_has_every_tie_and_bars_for_opponents() -> None:
    graph = view_of(*STAND).graph
    assert graph is not None
    assert sorted(edge.label for edge in graph.edges) == sorted(
        f"{a.capitalize()} {verb} {b.capitalize()}" for a, verb, b in map(str.split, STAND)
    )
    closed = {edge.kind: edge.head.endswith("Z") for edge in graph.edges}
    assert closed == {"supports": True, "opposes": False}
    assert [one.kind for one in graph.samples] == ["supports", "opposes"]


def test_two_camps_stand_on_two_sides() -> None:
    camps = ("abcd", "wxyz")
    lines = [(one, "supports", other) for camp in camps for one, other in pairwise(camp)]
    lines += [("a", "opposes", "w"), ("y", "opposes", "c")]
    at = places(ring(lines))
    sides = ["".join(sorted(name for name in at if (at[name][0] < WIDTH / 2) is left)) for left in (True, False)]
    assert sorted(sides) == list(camps)


def test_no_two_names_stand_on_one_line_of_a_side() -> None:
    lines = [(f"n{n}", "leads", f"n{n * 7 % 24}") for n in range(1, 24)]
    graph = draw(lines, {name: name for line in lines for name in line[::2]}, {"leads": "leads"}, ("t", "d"))
    spots = [(node.anchor, node.y) for node in graph.nodes]
    assert len(spots) == len(set(spots))
    for anchor in ("start", "end"):
        rows = sorted(y for side, y in spots if side == anchor)
        assert all(low + 2 * GAP < high for low, high in pairwise(rows))
    assert all(0 < node.y < graph.height for node in graph.nodes)
