"""Countries whose name a state of another country bears too."""

from collections.abc import Sequence

from briefgen.extract.world import world
from briefgen.model.annotation import Mention

STATES_TOO = frozenset({"Georgia"})
# Neighbours of the country, and those with whom it deals.
ABROAD = frozenset(
    {"Russia", "Armenia", "Azerbaijan", "Turkey", "Ukraine", "Tbilisi", "Abkhazia", "South Ossetia", "Moscow", "NATO",
     "European Union", "Moldova", "Caucasus", "Batumi"}
)  # fmt: skip


def is_in_america(mentions: Sequence[Mention]) -> bool:
    """Whether the article names cities or regions of the United States, and nobody near the country of that name."""
    forms = world().forms
    names = {m.name for m in mentions}
    if not names & STATES_TOO or names & ABROAD:
        return False
    found = (forms.get(name) for name in names - STATES_TOO)
    return any(known is not None and known.code == "US" and known.kind in {"city", "region"} for known in found)
