"""A bound: when an article must have appeared, by what it shares with others, with the reason."""

from msgspec import Struct

from briefgen.cluster.desk import Desk
from briefgen.model import dates
from briefgen.model.knowledge import Citation

# How many days the date of an event may leave open when an expression of this unit is turned round.
FINE = {"day": 7, "week": 7, "month": 31, "quarter": 92, "year": 366}
LONGEST_DAYS = 400  # a bound that leaves more than that open says too little


class Bound(Struct, frozen=True):
    """When an article must have appeared if one of its expressions means a known date."""

    edtf: str
    score: float
    reason: str
    citations: tuple[Citation, ...]


def days(edtf: str) -> int:
    """How many days a date leaves open, 0 for one day."""
    first, last = dates.bounds(edtf)
    return (last - first).days


def called(desk: Desk, source: str) -> str:
    """What an article is called in a reason: its publisher, failing that its id."""
    document = desk.articles[source].document
    return document.publisher.value if document.publisher else document.id


def lead(desk: Desk, source: str) -> Citation:
    """The first sentence of an article that has one."""
    return desk.lines[desk.first_line[source]].citation
