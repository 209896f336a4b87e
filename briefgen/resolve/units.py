"""What one article calls one thing: the unit that is grouped into entities.

A unit is a chain of mentions of one article that holds at least one name.  Chains of nothing but noun phrases ("the
rebels") or pronouns are no entities of their own.
"""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from briefgen.model.annotation import APART, Mention
from briefgen.model.knowledge import Article, EntityType, Ref
from briefgen.resolve.people import TITLES, parse
from briefgen.resolve.spelling import key

# Which entity type a mention's type speaks for.
TYPES: dict[str, EntityType] = {
    "person": "person",
    "organization": "organization",
    "country": "country",
    "nationality": "country",
    "place": "place",
    "other": "other",
}
NO_UNIT_BELOW = 0.45
EARLIER = frozenset(("former", "ex-", "then", "acting", "the", "new"))


class Unit(Struct, frozen=True):
    """One thing as one article names it.

    ``name`` is the fullest form the article gives, ``key`` that name normalised, ``short`` the keys of the other names
    in the chain, ``forms`` the texts of its name mentions with their counts, ``roles`` what a person is called there;
    ``apart`` tells that the bearers whom the article names in full are others.
    """

    source: str
    chain: int
    type: EntityType
    name: str
    key: str
    short: tuple[str, ...]
    forms: tuple[tuple[str, int], ...]
    mentions: tuple[Ref, ...]
    score: float
    roles: tuple[str, ...] = ()
    apart: bool = False


def within(mention: Mention, furniture: list[tuple[int, int]]) -> bool:
    """Whether a mention is the page's and not the article's: an agency in a dateline is nobody of the story."""
    return any(start <= mention.start and mention.end <= end for start, end in furniture)


def units(article: Article) -> Iterable[Unit]:
    """The units of one article, in the order of their chains."""
    source, mentions = article.extraction.source, article.extraction.mentions
    furniture = [(part.start, part.end) for part in article.document.furniture]
    chains: dict[int, list[tuple[Mention, int]]] = {m.chain: [] for m in mentions if m.form == "name"}
    for index, mention in enumerate(mentions):
        if mention.chain in chains:
            chains[mention.chain].append((mention, index))
    for chain in sorted(chains):
        for part in by_generation(chains[chain]):
            names = [mention for mention, _ in part if mention.form == "name" and len(key(mention.text)) > 1]
            told = any(not within(mention, furniture) for mention in names) if furniture else names
            if told and max([m.score for m in names]) >= NO_UNIT_BELOW:
                yield make_unit(source, chain, names, tuple([Ref(source, index) for _, index in part]))


def by_generation(rows: list[tuple[Mention, int]]) -> Iterable[list[tuple[Mention, int]]]:
    """A chain as it is, or parted where it mixes somebody with a "junior" of the same name."""
    junior = [row for row in rows if row[0].type == "person" and parse(row[0].text).generation]
    if not junior:
        return [rows]
    full = {key(m.text) for m, _ in rows if m.form == "name" and m.type == "person" and " " in key(m.text)}
    if len(full) == len({key(m.text) for m, _ in junior}):
        return [rows]
    rest = [row for row in rows if row not in junior]
    older = max((m.text for m, _ in rest if m.form == "name"), key=len)
    return [[(replace(m, name=older), i) for m, i in rest], [(replace(m, name=m.text), i) for m, i in junior]]


def make_unit(source: str, chain: int, names: list[Mention], refs: tuple[Ref, ...]) -> Unit:
    """One unit from the name mentions of a chain."""
    name = chain_name(names)
    own = key(name)
    forms = counted([m.text for m in names])
    short = {key(text) for text in forms} - {own, ""}
    roles = [m.role for m in names if m.role and m.type == "person"]
    return Unit(
        source,
        chain,
        chain_type(names),
        name,
        own,
        tuple(sorted(short)) if short else (),
        tuple(sorted(forms.items())),
        refs,
        max([m.score for m in names]),
        tuple(sorted({plain_role(role) for role in roles} - {""})) if roles else (),
        APART in [m.rule for m in names],
    )


def plain_role(role: str) -> str:
    """What the words beside a person's name call it, without forms of address: "transport minister"."""
    return " ".join(word for word in role.split() if word not in TITLES and word not in EARLIER)


def chain_type(names: list[Mention]) -> EntityType:
    """The type that the mentions' scores speak for; a nationality that is no country's is "other"."""
    votes: dict[EntityType, float] = defaultdict(float)
    for mention in names:
        stateless = mention.type == "nationality" and key(mention.name) == key(mention.text)
        votes["other" if stateless else TYPES[mention.type]] += mention.score
    return max(sorted(votes), key=votes.__getitem__) if len(votes) > 1 else next(iter(votes))


def chain_name(names: list[Mention]) -> str:
    """The fullest form: the ``name`` that most mentions carry, longer before shorter."""
    if len(names) == 1:
        return names[0].name or names[0].text
    counts = counted([m.name or m.text for m in names])
    return max(sorted(counts), key=lambda n: (counts[n], len(n))) if len(counts) > 1 else next(iter(counts))


def counted(texts: Iterable[str]) -> dict[str, int]:
    """How often each text stands there; for so few a ``Counter`` takes longer to make than to fill."""
    counts: dict[str, int] = {}
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
    return counts
