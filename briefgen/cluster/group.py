"""A group: the tellings of one event, and the sentences that tell it without a frame."""

from msgspec import Struct

from briefgen.cluster.tellings import Telling
from briefgen.model.annotation import EventType
from briefgen.model.knowledge import Merge


class Group(Struct, frozen=True):
    """What is known of one event before it is written down.

    ``lines`` are numbers of lines that no asserted telling of the group stands in, with their likeness to it.
    ``types`` and ``speakers`` describe a group that has no tellings.
    """

    tellings: tuple[Telling, ...] = ()
    lines: tuple[tuple[int, float], ...] = ()
    types: tuple[EventType, ...] = ()
    speakers: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
