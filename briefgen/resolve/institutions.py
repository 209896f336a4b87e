"""Institutions of countries: "the Interior Ministry" is another one in every country.

"US Senate" and "U.S. Senate" have one key, "Department of Justice" and "Justice Department" too.  A name without its
country is looked at article by article: it is that of the country whose institution the article names in full, or of
the only such country in the corpus if the article names that country.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefgen.resolve.units import Unit

OFFICES = frozenset(
    ("ministry", "department", "parliament", "senate", "congress", "government", "army", "navy", "force", "forces",
     "police", "court", "bank", "assembly", "cabinet", "presidency", "embassy", "treasury", "guard", "military")
)  # fmt: skip
TURNED = ("department of ", "ministry of ")
BODIES = {"un": "united nations", "eu": "european union"}
LONGEST_NATION = 4  # words


def nations(units: Iterable[Unit]) -> dict[str, str]:
    """What the articles call countries and their people, normalised: the country's key for every form."""
    found: dict[str, str] = {}
    for unit in units:
        if unit.type == "country":
            for form in (unit.key, *unit.short):
                found.setdefault(form, unit.key)
    return found


def localised(units: Sequence[Unit]) -> list[Unit]:
    """The units with the keys of offices brought to one shape."""
    countries = [unit for unit in units if unit.type == "country"]
    known = nations(sorted(countries, key=lambda u: (u.key, u.source)))
    written = [keyed(unit, written_out(unit.key)) if unit.type == "organization" else unit for unit in units]
    return [keyed(unit, shape(unit.key, known)) if is_office(unit) else unit for unit in written]


def keyed(unit: Unit, key: str) -> Unit:
    """A unit with another key, or itself where the key is its own."""
    return unit if key == unit.key else replace(unit, key=key)


def written_out(name: str) -> str:
    """A key with the body that it begins with written out: "un command" as "united nations command"."""
    first, _, rest = name.partition(" ")
    return f"{BODIES[first]} {rest}" if rest and first in BODIES else name


def is_office(unit: Unit) -> bool:
    """Whether a name is that of an institution that every country has."""
    return unit.type == "organization" and not OFFICES.isdisjoint(unit.key.split())


def shape(name: str, known: dict[str, str]) -> str:
    """A key with the country's own name in front, and "department of justice" turned to "justice department"."""
    nation, rest = parted(name, known)
    for start in TURNED:
        if rest.startswith(start):
            rest = rest.removeprefix(start).removeprefix("the ") + " " + start.split()[0]
    return f"{nation} {rest}".strip()


def parted(name: str, known: dict[str, str]) -> tuple[str, str]:
    """The country's key that a name begins with, or nothing, and the rest of the name."""
    words = name.split()
    for size in range(min(LONGEST_NATION, len(words) - 1), 0, -1):
        nation = known.get(" ".join(words[:size]))
        if nation:
            return nation, " ".join(words[size:])
    return "", name


def variants(keys: Iterable[str], known: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """For every name of an office without a country: the keys with one, and that country."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in sorted(set(keys)):
        nation, rest = parted(key, known)
        if nation and any(word in OFFICES for word in rest.split()):
            found[rest].append((key, nation))
    return found
