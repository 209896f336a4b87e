"""Short names: a family name alone, an acronym, a short form.  They join the one bearer there is, or go to review."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from briefgen.resolve.groups import Groups, Proposal
from briefgen.resolve.profiles import Profile, initials, is_acronym
from briefgen.resolve.spelling import distance, skeleton
from briefgen.resolve.untyped import SURE, in_story

DOMINANT = 0.8  # the share of its bearers' articles that one bearer must have to be the one who is meant
UNIQUE, DOMINANT_SCORE, AMBIGUOUS = 0.93, 0.75, 0.50
INITIALS, SHORT_INITIALS = 0.70, 0.50
ROLE = 0.92  # one of several bearers is called the same beside the name
HERE = 0.90  # the article itself introduces the bearer by full name
TOLD = 0.7  # a title, a role or kin stands beside the name
RARELY_BARE = 0.1  # "Smith" alone is seldom Smith junior
# Family names that stand before the given name, in Chinese, Korean and Vietnamese (the most frequent ones).
FAMILY_FIRST = frozenset(
    ("bae", "bui", "cao", "chang", "chen", "choi", "chung", "dang", "deng", "do", "duong", "feng", "gao", "guo", "han",
     "he", "hong", "hu", "huang", "hwang", "jang", "jeong", "jiang", "jung", "kang", "kim", "kwon", "le", "lee", "li",
     "liang", "lim", "lin", "liu", "luo", "ma", "moon", "ngo", "nguyen", "oh", "park", "pham", "phan", "roh", "ryu",
     "seo", "shin", "song", "sun", "tang", "tran", "vo", "vu", "wang", "wen", "wu", "xi", "xie", "xu", "yang", "yoon",
     "yu", "zhang", "zhao", "zheng", "zhou", "zhu")
)  # fmt: skip
VARIANT_HERE, VARIANT_ELSEWHERE = 0.80, 0.50

Bearers = dict[str, list[int]]


class Index(Struct, frozen=True):
    """Names by what they may be shortened to.

    ``families`` are full names by family name, ``firsts`` by their first word, ``called`` by the short forms of their
    own articles, ``skeletons`` by skeleton of the family name, ``written_out`` by initials; ``alone`` are family names
    and offices that stand alone, one profile an article; ``offices`` are organisations and countries by key.
    """

    families: Bearers
    firsts: Bearers
    alone: Bearers
    offices: Bearers
    called: Bearers
    skeletons: Bearers
    written_out: Bearers


def short_names(items: Sequence[Profile], groups: Groups, bearers: Index) -> Iterator[Proposal]:
    """For every short name a proposal to its bearer (score under .60: for a person to decide)."""
    for index, profile in enumerate(items):
        if profile.type in ("country", "place"):
            continue
        if profile.acronym:
            yield from acronym(items, groups, index, bearers)
        elif profile.bare or (profile.type == "other" and " " not in profile.key):
            yield from family_name(items, groups, index, bearers)
        elif profile.nations:
            yield from office(items, groups, index, bearers)
        elif profile.key in bearers.called:
            yield from chosen(items, groups, index, bearers.called[profile.key], "short form of one name")


def index_of(items: Sequence[Profile]) -> Index:
    """The full names of persons and organisations, indexed."""
    found = Index(*(defaultdict(list) for _ in range(7)))  # type: ignore[arg-type]
    for index, profile in enumerate(items):
        if profile.type in ("organization", "country"):
            found.offices[profile.key].append(index)
        if profile.nations:
            found.alone[profile.key].append(index)
        if profile.type in ("country", "place"):
            continue
        if profile.person and profile.person.given:
            found.families[profile.person.family].append(index)
            found.skeletons[skeleton(profile.person.family)].append(index)
            found.firsts[profile.person.given[0]].append(index)
        if profile.bare:
            found.alone[profile.key].append(index)
        if profile.type == "organization" and " " in profile.key:
            found.written_out[initials(profile.name)].append(index)
        if not profile.bare and not profile.acronym:
            for form in profile.short:
                found.called[form].append(index)
    return found


def acronym(items: Sequence[Profile], groups: Groups, index: int, bearers: Index) -> Iterator[Proposal]:
    """An acronym joins the name that some article gives with it; without one, the only name with these initials."""
    profile = items[index]
    defined = [i for i in bearers.called.get(profile.key, ()) if items[i].type in ("organization", "other", "place")]
    if defined:
        fitting = [i for i in defined if fits(profile.key, items[i].key)]
        if fitting:
            yield from chosen(items, groups, index, fitting, "acronym defined")
        else:
            rule = "acronym that does not fit its name"
            yield Proposal(-AMBIGUOUS, index, groups.find(min(defined)), rule, AMBIGUOUS)
        return
    candidates = {groups.find(i) for i in bearers.written_out.get(profile.key, ())}
    if len(candidates) == 1 and is_acronym(profile.name):
        score = INITIALS if len(profile.key) >= 3 else SHORT_INITIALS
        yield Proposal(-score, index, min(candidates), "initials of the only such name", score)


def office(items: Sequence[Profile], groups: Groups, index: int, bearers: Index) -> Iterator[Proposal]:
    """An office without its country: that which the article names in full, or of the only country in question."""
    profile = items[index]
    full = [(i, nation) for key, nation in profile.nations for i in bearers.offices.get(key, ())]
    here = {groups.find(i) for i, _ in full if profile.sources <= items[i].sources}
    roots = {groups.find(i) for i, _ in full}
    known = {i for _, nation in full for i in bearers.offices.get(nation, ())}
    if len(here) == 1:
        yield Proposal(-HERE, index, min(here), "office of the country named in the article", HERE)
    elif len(roots) == 1 and any(profile.sources <= items[i].sources for i in known):
        yield Proposal(-DOMINANT_SCORE, index, min(roots), "office of the only country it is told of", DOMINANT_SCORE)


def fits(acronym_: str, name: str) -> bool:
    """Whether an acronym can stand for a name: its letters are initials in order, or it begins one of the words."""
    if any(word.startswith(acronym_) for word in name.split()):
        return True
    initial = iter(word[0] for word in name.split())
    from_initials = sum(any(letter == other for other in initial) for letter in acronym_)
    return acronym_[0] == name[0] and (from_initials == len(acronym_) or from_parts(acronym_, name))


def from_parts(acronym_: str, name: str) -> bool:
    """Whether the letters stand in the name in order, and every word of more than three letters gives one or more."""
    letters = iter(name)
    in_order = all(any(letter == other for other in letters) for letter in acronym_)
    long_words = [word for word in name.split() if len(word) > 3]
    return in_order and all(word[0] in acronym_ for word in long_words) and len(acronym_) >= len(long_words)


def family_name(items: Sequence[Profile], groups: Groups, index: int, bearers: Index) -> Iterator[Proposal]:
    """A family name alone joins its only bearer; a variant spelling only one whom the same article introduces."""
    profile = items[index]
    word = profile.key.split()[-1]
    known = {*bearers.called.get(profile.key, ()), *(bearers.families.get(word, ()) if profile.bare else ())}
    if known:
        fitting = {groups.find(i) for i in known if profile.roles & items[i].roles}
        if len(fitting) == 1 and len({groups.find(i) for i in known}) > 1:
            yield Proposal(-ROLE, index, min(fitting), "family name and role of one bearer", ROLE)
            return
        here = {groups.find(i) for i in known if profile.sources <= items[i].sources}
        if len(here) == 1 and any(unit.apart for unit in profile.units):
            yield Proposal(-AMBIGUOUS, index, min(here), "family name kept apart in the article", AMBIGUOUS)
            if others := sorted(i for i in known if groups.find(i) not in here):
                yield from chosen(items, groups, index, others, "family name of one bearer")
        elif len(here) == 1:
            yield Proposal(-HERE, index, min(here), "family name of the one bearer in the article", HERE)
        else:
            yield from chosen(items, groups, index, sorted(known), "family name of one bearer")
        return
    if not profile.bare:
        return
    limit = 2 if len(word) > 4 else 1 if len(word) == 4 else 0
    near = [
        i for i in bearers.skeletons.get(skeleton(word), ()) if distance(word, items[i].key.split()[-1], limit) <= limit
    ]
    roots = {groups.find(i) for i in near}
    here = {groups.find(i) for i in near if profile.sources <= items[i].sources}
    if len(here) == 1:
        yield Proposal(-VARIANT_HERE, index, min(here), "family name spelt differently in one article", VARIANT_HERE)
    elif len(roots) == 1:
        rule = "family name alone, spelt differently"
        yield Proposal(-VARIANT_ELSEWHERE, index, min(roots), rule, VARIANT_ELSEWHERE)


def first_words(
    items: Sequence[Profile], groups: Groups, bearers: Index, names: Mapping[str, set[str]]
) -> Iterator[Proposal]:
    """For every single word that is still alone a proposal to whom it may name first."""
    firsts = bearers.firsts
    for index, profile in enumerate(items):
        if profile.bare and profile.key in firsts and not groups.people[groups.find(index)]:
            yield from first_word(items, groups, index, firsts[profile.key], names)


def first_word(
    items: Sequence[Profile], groups: Groups, index: int, named: Sequence[int], names: Mapping[str, set[str]]
) -> Iterator[Proposal]:
    """A single word that is the first of full names: a family name that stands first, or a given name.

    Where the article introduces one such person, that is who is meant; elsewhere only the one person whose family name
    stands first.  Of a given name alone, in another
    article of the story, something must say who that is: "his brother Rui".
    """
    profile = items[index]
    roots = {groups.find(i) for i in named}
    here = {root for root in roots if profile.sources <= groups.sources[root]}
    if len(here) == 1:
        yield Proposal(-VARIANT_HERE, index, min(here), "first word of one name in the article", VARIANT_HERE)
    elif len(roots) == 1 and profile.key in FAMILY_FIRST:
        yield Proposal(-DOMINANT_SCORE, index, min(roots), "family name that stands first", DOMINANT_SCORE)
    elif len(roots) == 1 and all(in_story(names, source, groups.sources[min(roots)]) for source in profile.sources):
        told = max(unit.score for unit in profile.units) >= TOLD
        score = SURE if told else AMBIGUOUS  # "Kevin was snoring": nothing says who that is
        yield Proposal(-score, index, min(roots), "given name of one person in the story", score)


def leftovers(items: Sequence[Profile], groups: Groups, index: Index) -> Iterator[Proposal]:
    """Family names and offices alone whose bearer is unknown or one of several: one entity a name, not an article."""
    for name, profiles in sorted(index.alone.items()):
        if name in index.firsts:
            continue  # a given name alone: each article means another person
        open_ = [i for i in profiles if is_open(items[i], groups, i)]
        for profile in open_[1:]:
            yield Proposal(-DOMINANT_SCORE, open_[0], profile, "same name alone", DOMINANT_SCORE)


def is_open(profile: Profile, groups: Groups, index: int) -> bool:
    """Whether a short name has found no bearer."""
    root = groups.find(index)
    return not groups.merges[root] if profile.nations else not any(p.given for p in groups.people[root])


def chosen(
    items: Sequence[Profile], groups: Groups, index: int, bearers: Sequence[int], rule: str
) -> Iterator[Proposal]:
    """The bearer who is meant: the only one, or the one in most articles by far; otherwise a doubt for each."""
    weights: dict[int, float] = defaultdict(float)
    short = items[index].key
    for bearer in bearers:
        # An article that itself shortens the name so counts twice.
        person = items[bearer].person
        rarely = RARELY_BARE if person and person.generation else 1.0
        weights[groups.find(bearer)] += rarely * (len(items[bearer].sources) + items[bearer].short.get(short, 0))
    ranked = sorted(weights, key=lambda root: (-weights[root], root))
    share = round(weights[ranked[0]] / sum(weights.values()), 2)
    if len(ranked) == 1:
        yield Proposal(-UNIQUE, index, ranked[0], rule, UNIQUE)
    elif share >= DOMINANT:
        factors = (("share of articles", share),)
        yield Proposal(-DOMINANT_SCORE, index, ranked[0], rule + ", by far the most frequent", DOMINANT_SCORE, factors)
    else:
        for root in ranked[:3]:
            yield Proposal(-AMBIGUOUS, index, root, rule + " of several", AMBIGUOUS)
