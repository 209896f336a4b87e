"""Time as a tree: years, their months, their days, each with what is only known to have been in it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefgen.model.site import EventRecord, Route

Telling = list[EventRecord]
# A page has room for so many tellings; a period with more is told by the periods in it.
MOST = 100


class Course(Struct, frozen=True):
    """Events in order of time that have pages of their own: all of them, an actor's, a place's."""

    base: tuple[str, ...]
    "The folder of its pages."
    title: str
    "What it is called."
    section: str = ""
    "The menu entry that it belongs to."
    above: tuple[tuple[str, Route], ...] = ()
    "The way there: labels and pages."


class Node:
    """A period: its key, what is known no finer, and the periods in it, in order of time."""

    def __init__(self, key: str, above: tuple["Node", ...], course: Course) -> None:
        self.key = key
        self.above = above
        self.course = course
        self.own: list[Telling] = []
        self.within: dict[str, Node] = {}

    @property
    def level(self) -> int:
        """How deep it lies: the whole of time 0, years 1."""
        return len(self.above)

    def all(self) -> Iterator[Telling]:
        """Everything in it: the coarse first."""
        yield from self.own
        for node in self.within.values():
            yield from node.all()

    @property
    def total(self) -> int:
        """How many tellings it holds."""
        return len(self.own) + sum(node.total for node in self.within.values())

    @property
    def split(self) -> bool:
        """Whether it is told by the periods in it."""
        return bool(self.within) and self.total > MOST


def grow(tellings: Iterable[tuple[tuple[str, ...], Telling]], course: Course) -> Node:
    """The tree of tellings, each with the keys of the periods that it lies in, from the longest down."""
    root = Node("", (), course)
    for keys, telling in tellings:
        node = root
        for key in keys:
            if key not in node.within:
                node.within[key] = Node(key, (*node.above, node), course)
            node = node.within[key]
        node.own.append(telling)
    return root


def paged(node: Node) -> Iterator[tuple[Node, int]]:
    """Every page of a tree as a period and the number of its page, in order of time."""
    listed = len(node.own) if node.split else node.total
    for number in range(1, max(1, -(-listed // MOST)) + 1):
        yield node, number
    if node.split:
        for child in node.within.values():
            yield from paged(child)
