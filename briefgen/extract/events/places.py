"""Where it happened: the places and countries behind the prepositions of an event."""

from collections.abc import Iterable

from briefgen.extract.events.sentence import Desk
from briefgen.model.syntax import Slot

LOCATIVE = frozenset(
    """
        in at near outside around inside across throughout toward towards within off along over above into between
        """.split()
)
_TOPONYMIC = frozenset("""
    city town village capital port outskirts suburb region province district state island south north east west centre
    center coast area airport base camp border
    """.split())  # fmt: skip


def locations(desk: Desk, slots: Iterable[Slot], taken: Iterable[int]) -> tuple[int, ...]:
    """Places and countries behind locative prepositions, participants left out."""
    found = []
    for slot in slots:
        of_place = slot.preposition == "of" and desk.lemma(slot.after) in _TOPONYMIC
        if slot.preposition not in LOCATIVE and not of_place:
            continue
        for phrase in slot.phrases:
            hit = desk.at_head(phrase)
            if hit is not None and hit[1].type in {"place", "country"} and hit[0] not in taken:
                found.append(hit[0])
    return tuple(dict.fromkeys(found))
