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
    """The table: forms to what they stand for; the first words of forms of several words; and the most words that a
    form has, by its first two.
    """

    forms: dict[str, Known]
    begin: frozenset[str]
    longest: dict[tuple[str, str], int]


@cache
def _countries() -> dict[str, str]:
    return {known.code: known.name for known in world().forms.values() if known.kind == "country"}


def country_of(code: str) -> str:
    """The name of the country with a code, nothing where the table has none."""
    return _countries().get(code, "")


@cache
def world() -> World:
    """The table, read once; a possessive inside a form stands as the tokeniser cuts it ("Lloyd 's")."""
    text = data_text("briefgen.extract", "lexicon/world/world.tsv")
    rows = [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]
    ranks = {kind: rank for rank, kind in enumerate(ORDER)}
    rows.sort(key=lambda row: ranks[row[0]])
    forms: dict[str, Known] = {}
    for kind, name, code, others in rows:
        known = Known(kind, name, code)
        listed = others if kind == "people" else f"{others}|{name}"
        for form in listed.replace("'s", " 's").split("|"):
            if form not in forms:
                forms[form] = known
    forms.pop("", None)
    longest: dict[tuple[str, str], int] = {}
    for form in [form for form in forms if " " in form]:
        first, second, *rest = form.split(" ")
        longest[first, second] = max(longest.get((first, second), 0), 2 + len(rest))
    return World(forms, frozenset(first for first, _ in longest), longest)
