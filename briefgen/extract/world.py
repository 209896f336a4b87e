"""What newswire names without explaining it: countries, peoples, capitals, cities, regions, seats of power, bodies.

The table is derived by ``tools/derive_world.py``; ``lexicon/world/LICENSE.md`` names its sources.
"""

from functools import cache
from typing import NamedTuple

from briefgen.model.data import data_text

# Which reading of a form wins where several share it ("Georgia", "Washington", "Victoria").
ORDER = ("country", "people", "capital", "seat", "body", "city", "region", "area", "town")


class Known(NamedTuple):
    """What a form of the table stands for.

    ``kind`` is one of ``ORDER``; ``name`` the full name, for a people its country's; ``code`` the country's or "-".
    """

    kind: str
    name: str
    code: str


class World(NamedTuple):
    """The table: forms to what they stand for; and the most words that a form has, by its first word and by its first
    two.
    """

    forms: dict[str, Known]
    longest: dict[str, int]
    longest_of_two: dict[tuple[str, str], int]


@cache
def _countries() -> dict[str, str]:
    return {known.code: known.name for known in world().forms.values() if known.kind == "country"}


def country_of(code: str) -> str:
    """The name of the country with a code, nothing where the table has none."""
    return _countries().get(code, "")


@cache
def world() -> World:
    """The table, read once; a possessive inside a form stands as the tokeniser cuts it ("Lloyd 's")."""
    forms: dict[str, Known] = {}
    longest: dict[str, int] = {}
    longest_of_two: dict[tuple[str, str], int] = {}
    text = data_text("briefgen.extract", "lexicon/world/world.tsv")
    rows = [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]
    rows.sort(key=lambda row: ORDER.index(row[0]))
    for kind, name, code, others in rows:
        known = Known(kind, name, code)
        listed = others if kind == "people" else f"{others}|{name}"
        for form in listed.replace("'s", " 's").split("|"):
            if form and forms.setdefault(form, known) is known:
                first, _, rest = form.partition(" ")
                words = 1 + rest.count(" ") + bool(rest)
                if longest.get(first, 0) < words:
                    longest[first] = words
                if rest:
                    two = first, rest.partition(" ")[0]
                    longest_of_two[two] = max(longest_of_two.get(two, 0), words)
    return World(forms, longest, longest_of_two)
