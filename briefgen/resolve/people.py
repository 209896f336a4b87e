"""Names of persons: their parts, and what two such names say about being one person.

Spelling proposes, the given name decides: the same one joins, a different one forbids (Merkel is not Markel, and two
brothers are two).  Rules and scores are in ``docs/reading.md``.
"""

from functools import lru_cache

from msgspec import Struct

from briefgen.resolve.spelling import distance, skeleton, words

PARTICLES = frozenset(
    ("al", "el", "ul", "bin", "ibn", "ben", "abu", "van", "von", "der", "den", "de", "da", "do", "dos",
     "das", "del", "della", "di", "du", "la", "le", "ter", "ten", "bint", "zu", "af", "av", "y", "e")
)  # fmt: skip
FIRST = frozenset(("ben", "al", "abu"))  # particles that are also given names when they come first
GENERATIONS = frozenset(
    ("jr", "sr", "junior", "senior", "ii", "iii", "iv")
)  # fmt: skip
FAMILIAR = frozenset(("jr", "sr", "junior", "senior"))
REGNAL = frozenset(("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"))
TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "prof", "sheikh", "sheik", "shaikh", "hajji", "st")
)  # fmt: skip
# Short forms under which people go in public, with the full given names (general knowledge, no source).
NICKNAMES = (
    "abby abigail, al albert alfred alan alexander, alex alexander alexandra, andy andrew, angie angela, barb"
    " barbara, becky rebecca, ben benjamin, bernie bernard, bert albert herbert robert, beth elizabeth, betty"
    " elizabeth, bill william, billy william, bob robert, bobby robert, brad bradley, cathy catherine, charlie"
    " charles, chris christopher christine christina, chuck charles, cindy cynthia, dan daniel, danny daniel, dave"
    " david, debbie deborah, dick richard, don donald, doug douglas, ed edward edwin, eddie edward edwin, ernie"
    " ernest, frank francis franklin, fred frederick, gene eugene, geoff geoffrey, gerry gerald gerard, greg gregory,"
    " hank henry, harry henry harold, jack john, jake jacob, jeff jeffrey jefferson, jen jennifer, jenny jennifer,"
    " jerry gerald jerome, jim james, jimmy james, joe joseph, joey joseph, johnny john, josh joshua, kate katherine"
    " catherine, kathy katherine catherine kathleen, katie katherine catherine, ken kenneth, larry lawrence, len"
    " leonard, leo leonard, liz elizabeth, lou louis, maggie margaret, mandy amanda, marty martin, matt matthew, max"
    " maximilian, meg margaret, mick michael, mickey michael, mike michael, mitch mitchell, nate nathan nathaniel, ned"
    " edward, nick nicholas, norm norman, pam pamela, pat patrick patricia, peggy margaret, pete peter, phil philip,"
    " ray raymond, rich richard, rick richard, ricky richard, rob robert, ron ronald, ronnie ronald, rudy rudolph"
    " rudolf, russ russell, sam samuel samantha, sandy alexander sandra, stan stanley, steve steven stephen, sue"
    " susan, ted edward theodore, teddy edward theodore, terry terence, tim timothy, tina christina, toby tobias, tom"
    " thomas, tommy thomas, tony anthony, vic victor, vicky victoria, vince vincent, wally walter, walt walter, will"
    " william, zach zachary"
)  # fmt: skip
SHORT_FORMS = {row.split()[0]: tuple(row.split()[1:]) for row in NICKNAMES.split(",")}


class PersonName(Struct, frozen=True):
    """A person's name in plain words: given names in order, family name, generation (``jr``)."""

    given: tuple[str, ...]
    family: str
    generation: str = ""


class Likeness(Struct, frozen=True):
    """What two names say: ``score`` 0 with ``rule`` "different" forbids, otherwise the base of a merge."""

    rule: str
    score: float


DIFFERENT = Likeness("different", 0.0)
UNRELATED = Likeness("unrelated", 0.0)
# "III" is often left out; "Jr." tells the son from the father.
WITHOUT_NUMBER = Likeness("generation left out", 0.86)


@lru_cache(maxsize=1 << 16)
def parse(name: str) -> PersonName:
    """Split a person's name; particles (``al-``, ``van``) are dropped, the last word is the family name."""
    parts = [w for w in words(name) if w not in TITLES]
    regnal = len(parts) == 2 and parts[-1] in REGNAL
    generation = parts.pop() if regnal or (len(parts) > 2 and parts[-1] in GENERATIONS) else ""
    if not parts:
        return PersonName((), "", generation)
    family = parts.pop()
    # "Ben Carson" and "Al Gore" have a given name, "bin Laden" and "al-Sisi" none.
    first = (
        ()
        if name.lower().startswith(("al-", "el-")) or parts[:1] != [p for p in parts[:1] if p in FIRST]
        else parts[:1]
    )
    rest = parts[len(first) :]
    return PersonName((*first, *(p for p in rest if p not in PARTICLES)), family, generation)


def same_given(left: str, right: str) -> float:
    """How well two given names agree: 1 the same, .97 an initial, .94 a spelling or short form, 0 they differ."""
    if left == right:
        return 1.0
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return 0.97 if long.startswith(short) and len(long) > 1 else 0.0
    if long in SHORT_FORMS.get(short, ()) or short in SHORT_FORMS.get(long, ()):
        return 0.94
    return 0.94 if is_spelling(short, long) else 0.0


def is_spelling(short: str, long: str) -> bool:
    """Whether two given names may be spellings of one: "Ahmad" and "Ahmed", not "Jane" and "John", "Dan" and "Don"."""
    if len(short) < 3 or (len(short) == 3 and len(long) == 3) or skeleton(short) != skeleton(long):
        return False
    limit = 1 if len(short) <= 4 else 2 if len(short) <= 6 else 3
    return distance(short, long, limit) <= limit


@lru_cache(maxsize=1 << 16)
def given_agreement(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How well two rows of given names agree; the shorter must lie within the longer, in order.  0 when they differ."""
    short, long = sorted((left, right), key=lambda g: (len(g), g))
    if not short:
        return 0.0
    factor, at = 1.0, 0
    for given in short:
        while at < len(long) and not same_given(given, long[at]):
            at += 1
        if at == len(long):
            return 0.0
        factor = min(factor, same_given(given, long[at]))
        at += 1
    if len(short) == len(long):
        return factor
    # "George W." and "George H. W.": both have second names, and these are not the same.
    if len(short) > 1 and any(len(g) == 1 for g in short[1:]) and short[0] == long[0]:
        return 0.0
    return min(factor, 0.97)


def compare(left: PersonName, right: PersonName) -> Likeness:
    """What two full names of persons say about each other."""
    if left == right:
        return Likeness("same full name", 0.95)
    if left.generation != right.generation and left.family == right.family:
        known = left.generation or right.generation
        left_out = not (left.generation and right.generation) and given_agreement(left.given, right.given) > 0
        return WITHOUT_NUMBER if left_out and known not in FAMILIAR else DIFFERENT
    agreement = given_agreement(left.given, right.given)
    if left.family == right.family:
        if not agreement:
            return DIFFERENT
        return Likeness(
            {1.0: "same full name", 0.97: "given name shortened"}.get(agreement, "given name spelt differently"),
            {1.0: 0.95, 0.97: 0.92}.get(agreement, 0.86),
        )
    if not agreement:
        return UNRELATED
    return compare_families(left.family, right.family, agreement)


def compare_families(left: str, right: str, agreement: float) -> Likeness:
    """Two family names beside given names that agree."""
    short = min(len(left), len(right))
    limit = 1 if short <= 4 else 2 if short <= 6 else 3
    if short >= 3 and skeleton(left) == skeleton(right) and distance(left, right, limit) <= limit:
        return Likeness("same given name, family name spelt differently", 0.88 if agreement >= 0.97 else 0.80)
    if short >= 6 and agreement == 1.0 and distance(left, right, 1) == 1:
        return Likeness("same given name, one letter of the family name differs", 0.80)
    return UNRELATED
