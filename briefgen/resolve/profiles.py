"""Profiles: all units of one type and one normalised name, whatever the article."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefgen.model.knowledge import EntityType
from briefgen.model.regex import regex
from briefgen.resolve.institutions import localised, nations, variants
from briefgen.resolve.people import PersonName, parse
from briefgen.resolve.spelling import key
from briefgen.resolve.units import Unit, counted

ACRONYM = regex(r"(?:[A-Z][.&]?){2,8}s?")
# Types between which articles waver for one and the same name.
WAVERING: frozenset[frozenset[EntityType]] = frozenset(
    frozenset(pair) for pair in (("organization", "place"), ("organization", "other"), ("place", "other"))
)
MINORITY = 0.25
GUESS, FOUNDED = 0.70, 0.75


class Profile:
    """What the corpus calls one name: its units, the sources they stand in, the shorter forms of their chains."""

    def __init__(self, key_: str, type_: EntityType, units: list[Unit]) -> None:
        self.key = key_
        self.type = type_
        self.units = units
        self.sources = frozenset([u.source for u in units])
        names = counted([u.name for u in units])
        self.name = max(sorted(names), key=names.__getitem__)
        self.short = counted([short for u in units for short in u.short])
        self.roles = frozenset([role for u in units for role in u.roles])
        # For an office without its country: the keys with one, and that country's.
        self.nations: tuple[tuple[str, str], ...] = ()
        self.person: PersonName | None = parse(self.name) if type_ == "person" else None

    @property
    def bare(self) -> bool:
        """Whether this is a person known by one word only."""
        return self.person is not None and not self.person.given

    @property
    def acronym(self) -> str:
        """The acronym that this name is, in lower case, or nothing."""
        return self.key if " " not in self.key and is_acronym(self.name) else ""

    @property
    def support(self) -> float:
        """How much stands behind the type: the units' scores together."""
        return sum([u.score for u in self.units])


def is_acronym(text: str) -> bool:
    """Whether a name is written as initials: ``IMF``, ``U.N.``."""
    return ACRONYM.fullmatch(text) is not None


def profiles(units: Iterable[Unit]) -> tuple[Profile, ...]:
    """All profiles, ordered by key and type; names whose type the articles waver about get the weightier one."""
    by_key: dict[str, dict[EntityType, list[Unit]]] = defaultdict(lambda: defaultdict(list))
    shaped = localised(list(units))
    for unit in shaped:
        by_key[unit.key][unit.type].append(unit)
    elsewhere = variants(by_key, nations(shaped))
    found = []
    for name_key in sorted(by_key):
        for type_, group in sorted(settle(name_key, by_key[name_key]).items()):
            profile = Profile(name_key, type_, group)
            profile.nations = tuple(elsewhere.get(name_key, ())) if type_ == "organization" else ()
            found += by_article(profile) if profile.bare or profile.nations else [profile]
    return tuple(found)


def by_article(profile: Profile) -> list[Profile]:
    """A family name alone, or an office without its country: each article may mean another bearer."""
    articles: dict[str, list[Unit]] = defaultdict(list)
    for unit in profile.units:
        articles[unit.source].append(unit)
    parts = [Profile(profile.key, profile.type, group) for _, group in sorted(articles.items())]
    for part in parts:
        part.nations = profile.nations
    return parts


def settle(name: str, types: dict[EntityType, list[Unit]]) -> dict[EntityType, list[Unit]]:
    """Lay the units of doubtful types to the type that most speaks for; a name of two words or more has one type."""
    if len(types) == 1:
        return types
    support = {t: sum(u.score for u in units) for t, units in types.items()}
    order = sorted(types, key=lambda t: (t == "other", max(u.score for u in types[t]) < FOUNDED, -support[t], t))
    settled = {order[0]: list(types[order[0]])}
    for type_ in order[1:]:
        home = next((t for t in settled if frozenset((t, type_)) in WAVERING or type_ == "other"), None)
        if home is None and (
            " " in name or support[type_] < MINORITY * support[order[0]] or is_doubtful(types[type_], types[order[0]])
        ):
            home = order[0]
        if home is None:
            settled[type_] = list(types[type_])
        else:
            settled[home] += types[type_]
    return settled


def is_doubtful(units: Sequence[Unit], others: Sequence[Unit]) -> bool:
    """Whether a type is a guess throughout where another one is well founded."""
    return max(u.score for u in units) < GUESS and max(u.score for u in others) >= FOUNDED


def initials(name: str) -> str:
    """The initials of a name's words that count, in lower case."""
    small = {"of", "the", "and", "for", "in", "on", "to", "de", "la"}
    return "".join(word[0] for word in key(name).split() if word not in small)


def sources_of(items: Sequence[Profile]) -> frozenset[str]:
    """All sources in which one of these names stands."""
    return frozenset().union(*(p.sources for p in items))
