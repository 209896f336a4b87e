"""Relations: who stands with whom as a matrix, a picture of the ties, and all of them as tables, each with passages."""

from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec import Struct

from briefgen.compose.cards import PROOFS, tie
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.edges import Line
from briefgen.compose.graph import Graph, draw
from briefgen.compose.paging import Pager, fill, spread
from briefgen.compose.parts import Head, Link, SourceNote, Tie
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.annotation import RelationType
from briefgen.model.site import Page, RelationRecord
from briefgen.sockets import PageKind

KINDS: tuple[str, ...] = get_args(RelationType)
# Those that take a side.
STANCES = ("supports", "opposes")
# How many actors the picture has room for, and the matrix on each side.
PICTURED = 24
SIDE = 24
# Fewer than this many ties need no picture, fewer than this many actors on a side no matrix.
TOO_FEW = 3
# How many ties and passages a page has room for in all, and, where there are more, how many ties of each kind stand on
# the first page, with how many passages each there, and in a cell of the matrix.
ROOM = 240
FIRST = 12
FIRST_PROOFS = 2
CELL_PROOFS = 1


class StanceCell(Struct, frozen=True):
    """Where one actor stands towards another; empty where no source says."""

    stances: tuple[Tie, ...]
    "Supports, opposes, or both where passages tell both."
    kind: str
    'For its class: "supports", "opposes", "both", or empty.'


class StanceRow(Struct, frozen=True):
    """Where one actor stands."""

    actor: Link
    "Who."
    cells: tuple[StanceCell, ...]
    "Towards whom, in order of the columns."


class StanceMatrix(Struct, frozen=True):
    """Who stands with whom, those that weigh most."""

    columns: tuple[Link, ...]
    "Towards whom."
    rows: tuple[StanceRow, ...]
    "Those who take sides."
    caption: str
    "What it shows, in a sentence."


class TieRow(Struct, frozen=True):
    """A relation in a table."""

    tie: Tie
    "The relation."
    against: Tie | None
    "What other passages say of the same two, where they say the opposite."


class TieGroup(Struct, frozen=True):
    """The relations of a kind."""

    id: str
    "Anchor on the page."
    label: str
    "What they are."
    verb: str
    'What ties the two: "supports".'
    rows: tuple[TieRow, ...]
    "The relations, the most often stated first."
    rest: Link | None
    "Where all of the kind are with all passages that pages cite, when this page has no room for them."


class RelationsPage(Struct, frozen=True):
    """Who is tied to whom."""

    head: Head
    title: str
    "The page's title."
    lead: str
    "What the page has, in a sentence."
    matrix: StanceMatrix | None
    "Who stands with whom; none where few take sides, and on pages of one kind."
    graph: Graph | None
    "The ties of the leading actors as a picture; none where there are few, and on pages of one kind."
    groups: tuple[TieGroup, ...]
    "The relations by kind."
    pager: Pager
    "The way to the pages before and after."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The page of relations, and pages of each kind where there are many; nothing where there are none."""
    by_kind: dict[str, list[RelationRecord]] = {kind: [] for kind in KINDS}
    for relation in catalogue.data.relations:
        by_kind[relation.type].append(relation)
    groups = {kind: relations for kind, relations in by_kind.items() if relations}
    if not groups:
        return
    sheet = Sheet(catalogue, folder("relations"))
    many = sum(map(_size, catalogue.data.relations)) > ROOM
    yield _first(sheet, groups, many)
    if many:
        for kind, relations in groups.items():
            if _cut(relations):
                yield from _of_kind(catalogue, kind, relations)


def _size(relation: RelationRecord) -> int:
    """How much room a tie takes: itself and its passages."""
    return 1 + min(len(relation.citations), PROOFS)


def _cut(relations: Sequence[RelationRecord]) -> bool:
    """Whether the first page leaves out some of a kind's ties or passages, where there are many."""
    return len(relations) > FIRST or any(len(relation.citations) > FIRST_PROOFS for relation in relations)


def _first(sheet: Sheet, groups: dict[str, list[RelationRecord]], many: bool) -> Page:
    title = sheet.words("nav.relations")
    relations = sheet.catalogue.data.relations
    matrix = _matrix(sheet, relations, CELL_PROOFS if many else PROOFS)
    if many:
        shown = tuple(
            _group(sheet, kind, found[:FIRST], FIRST_PROOFS, _all(sheet, kind, found)) for kind, found in groups.items()
        )
    else:
        shown = tuple(_group(sheet, kind, found) for kind, found in groups.items())
    lead = sheet.words("relations.lead")
    view = RelationsPage(
        sheet.head(title, lead, "relations"), title, lead, matrix, _graph(sheet, relations), shown, Pager(""),
        sheet.notes(),
    )  # fmt: skip
    return Page(KIND.name, KIND.template, sheet.route, view)


def _of_kind(catalogue: Catalogue, kind: str, relations: Sequence[RelationRecord]) -> Iterator[Page]:
    """All relations of a kind, over as many pages as they need."""
    parts = "relations", kind
    runs = fill(relations, [_size(relation) for relation in relations], ROOM)
    for _, run, sheet, way in spread(catalogue, parts, runs):
        title = sheet.words(f"relations.{kind}")
        group = _group(sheet, kind, run)
        head = sheet.head(title, section="relations", trail=sheet.index("relations"))
        lead = sheet.words.count("count.relations", len(relations))
        view = RelationsPage(head, title, lead, None, None, (group,), way, sheet.notes())
        yield Page(KIND.name, KIND.template, sheet.route, view)


def _group(
    sheet: Sheet, kind: str, relations: Sequence[RelationRecord], proofs: int = PROOFS, more: Link | None = None
) -> TieGroup:
    opposite = _opposites(sheet)
    rows = []
    for relation in relations:
        against = opposite.get((relation.subject, relation.type, relation.object))
        rows.append(TieRow(tie(sheet, relation, proofs), tie(sheet, against, proofs) if against else None))
    label = sheet.words(f"relations.{kind}")
    return TieGroup(kind.replace("_", "-"), label, sheet.words(f"relation.{kind}"), tuple(rows), more)


def _all(sheet: Sheet, kind: str, relations: Sequence[RelationRecord]) -> Link | None:
    """The way to all relations of a kind, where the first page has no room for them."""
    if not _cut(relations):
        return None
    return Link(sheet.words.count("relations.all", len(relations)), sheet.href(folder("relations", kind)))


def _opposites(sheet: Sheet) -> dict[tuple[str, str, str], RelationRecord]:
    """By relation that takes a side, the one that takes the other side of the same two."""
    turned = dict(zip(STANCES, reversed(STANCES), strict=True))
    relations = [relation for relation in sheet.catalogue.data.relations if relation.type in STANCES]
    return {(relation.subject, turned[relation.type], relation.object): relation for relation in relations}


def _matrix(sheet: Sheet, relations: Sequence[RelationRecord], proofs: int) -> StanceMatrix | None:
    """Those who take sides against those they take them on, as many as there is room for."""
    stances = [relation for relation in relations if relation.type in STANCES]
    rank = _ranks(sheet)
    rows = sorted({relation.subject for relation in stances}, key=rank.__getitem__)
    columns = sorted({relation.object for relation in stances}, key=rank.__getitem__)
    if len(rows) < TOO_FEW and len(columns) < TOO_FEW:
        return None
    found: dict[tuple[str, str], list[RelationRecord]] = {}
    for relation in sorted(stances, key=lambda r: STANCES.index(r.type)):
        found.setdefault((relation.subject, relation.object), []).append(relation)
    columns = columns[:SIDE]
    rows = [row for row in rows if any((row, column) in found for column in columns)][:SIDE]
    columns = [column for column in columns if any((row, column) in found for row in rows)]
    made = (
        StanceRow(sheet.actor(row), tuple(_cell(sheet, found.get((row, column), []), proofs) for column in columns))
        for row in rows
    )
    return StanceMatrix(tuple(map(sheet.actor, columns)), tuple(made), sheet.words("relations.matrix-text"))


def _cell(sheet: Sheet, relations: Sequence[RelationRecord], proofs: int) -> StanceCell:
    kind = "both" if len(relations) > 1 else "".join(relation.type for relation in relations)
    return StanceCell(tuple(tie(sheet, relation, proofs) for relation in relations), kind)


def _graph(sheet: Sheet, relations: Sequence[RelationRecord]) -> Graph | None:
    """The picture: the ties that take sides first, then those of the weightiest actors, while there is room."""
    rank, words = _ranks(sheet), sheet.words
    shown: set[str] = set()
    lines: list[Line] = []
    for relation in sorted(relations, key=lambda r: (r.type not in STANCES, _place(r, rank))):
        ends = {relation.subject, relation.object}
        if len(shown | ends) <= PICTURED:
            shown |= ends
            lines.append((relation.subject, relation.type, relation.object))
    if len(lines) < TOO_FEW:
        return None
    names = {id_: sheet.catalogue.actors[id_].name for id_ in shown}
    verbs = {kind: words(f"relation.{kind}") for kind in KINDS}
    text = words("relations.picture-text", relations=words.count("count.relations", len(lines)),
                 actors=words.count("count.actors", len(shown)))  # fmt: skip
    return draw(lines, names, verbs, (words("relations.picture"), text))


def _ranks(sheet: Sheet) -> dict[str, int]:
    return {actor.id: at for at, actor in enumerate(sheet.catalogue.data.actors)}


def _place(relation: RelationRecord, rank: dict[str, int]) -> tuple[int, int, str]:
    """Where a relation comes: with the least of its ends, of the same with the better of the others."""
    ends = rank[relation.subject], rank[relation.object]
    return min(ends), max(ends), relation.type


KIND = PageKind("relations", "relations.html", RelationsPage, make)
