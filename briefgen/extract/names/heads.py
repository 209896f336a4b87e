"""Names with a common noun that says what they are: "... Ministry", "Bank of ...", "... River", "Mount ..."."""

from functools import cache
from typing import NamedTuple

from briefgen.extract.names.desk import Desk, is_capital, is_common
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.syntax.words import look_up
from briefgen.model.annotation import MentionType

# Common nouns that are surnames too: after a given name alone they make a person ("Anthony Hill", "Linda Wild").
SURNAMES = frozenset(
    "hill hills woods wood wild field fields lake parks brown browns church banks waters wells power powers gold "
    "steel rivers "
    "court day law bell wall forest temple mills cave grove range shore heat magic price case post bird king "
    "kings angel "
    "cardinal star ray press monk pope bishop duke swan wolf lion stone cross pass ford pool marsh glass love "
    "best young "
    "grant march house mount lord ward page may storm saint coffin hood bond reed snow frost west east north plan "
    "guard forte "
    "barrister fox hunt team marathon green spring bush rock camp".split()
)
MOST = 8
BEFORE_NAMES = frozenset(
    "governor president chairman chairwoman chief director secretary minister commissioner spokesman spokeswoman "
    "chancellor speaker leader".split()
)
TAKE_ON = frozenset("commission committee council board conference institute center centre forum authority".split())
OTHER_STARTS = frozenset("hurricane typhoon cyclone operation storm resolution article chapter section phase".split())
# First words of places; more than one of them is somebody's name elsewhere, so the list is short.
PLACE_STARTS = frozenset("mount mt mt. lake cape fort ft. wadi jebel jabal djebel puerto isle gulf strait camp".split())


# First words of companies; "air" and "bank" with a country or an unknown word behind them.
ORG_STARTS = frozenset(
    "air banco banque banca grupo groupe gruppo compagnie société societe crédit caisse cassa telecom linhas "
    "aerolineas aerolíneas institut instituto istituto fondation fondazione fundación fundacion fundação université "
    "universidad universidade università universität ministère ministerio".split()
)


class Head(NamedTuple):
    """A head noun in a run: the token after the name, what it makes of it, the rule and its score."""

    end: int
    type: MentionType
    rule: str
    score: float


def find_head(desk: Desk, i: int, end: int) -> Head | None:
    """The last head noun among tokens ``i`` to ``end``, else what the first word makes of the name."""
    if _telling().isdisjoint(desk.lowers[i:end]):
        return None
    storm = i + 2 < end and desk.lowers[i] == "tropical" and desk.lowers[i + 1] in OTHER_STARTS
    if storm or (i + 1 < end and desk.lowers[i] in OTHER_STARTS):
        return Head(end, "other", "other-start", 0.8)
    company = company_start(desk, i, end)
    if company:
        return company
    for k in range(end - 1, i - 1, -1):
        head = taking_more(desk, i, k) or (plain_head(desk, i, k) if k > i else None)
        if head:
            return head
    if i + 1 < end and desk.lowers[i] in PLACE_STARTS and not is_common(desk.lowers[i + 1]):
        return Head(i + 2, "place", "place-start", 0.82)
    return None


@cache
def _telling() -> frozenset[str]:
    """The words that make a head or a first word; a run without any needs no further look."""
    words = lexicon()
    heads = (
        words.company_ends | words.of_heads | words.org_heads | words.team_ends | words.place_ends | words.other_ends
    )
    return heads | OTHER_STARTS | PLACE_STARTS | ORG_STARTS | {"tropical", "bank"}


def company_start(desk: Desk, i: int, end: int) -> Head | None:
    """ "Air India", "Banco Itamar", "Bank Austria"; not "Air Marshal", "Air Force"."""
    if i + 1 >= end:
        return None
    known = desk.known(i + 1)
    of_country = known is not None and known[1].kind == "country" and known[0] <= end
    if desk.lowers[i] == "bank" and of_country and known is not None and known[0] == end:
        return Head(end, "organization", "company-start", 0.8)
    if desk.lowers[i] not in ORG_STARTS or desk.known(i):
        return None
    if of_country and known is not None:
        return Head(known[0], "organization", "company-start", 0.85)
    words, lower = lexicon(), desk.lowers[i + 1]
    told = lower in words.titles | words.modifiers | words.org_heads or is_common(lower)
    return None if told else Head(min(end, i + 3), "organization", "company-start", 0.8)


def taking_more(desk: Desk, i: int, k: int) -> Head | None:
    """A head that takes more with it: the point of "Inc.", the rest of "Ministry of Health"."""
    words, lower = lexicon(), desk.lowers[k]
    if lower in words.company_ends and k > i and desk.norms[k][0].isupper():
        return Head(company_end(desk, k), "organization", "company", 0.96)
    if lower in words.of_heads and of_follows(desk, k):
        return Head(of_end(desk, k), "organization", "head-of", 0.9)
    return None


def plain_head(desk: Desk, i: int, k: int) -> Head | None:
    """A head that ends the name; after a given name alone it may be a surname instead."""
    words, lower = lexicon(), desk.lowers[k]
    if k == i + 1 and (lower in SURNAMES or lower == "unit") and desk.norms[i] in words.given:
        return None  # "Anthony Hill"; "the Stella Unit" is a prison
    if desk.norms[k] in words.given and k + 1 < len(desk.norms) and is_capital(desk.norms[k + 1]):
        return None
    if lower in words.org_heads:
        return Head(k + 1, "organization", "head", 0.88)
    if lower in words.team_ends and of_a_place(desk, i):
        return Head(k + 1, "organization", "team", 0.85)
    if lower in words.place_ends:
        return Head(k + 1, "place", "place-head", 0.85)
    return Head(k + 1, "other", "other-head", 0.8) if lower in words.other_ends else None


def of_a_place(desk: Desk, i: int) -> bool:
    """Whether the run begins with a place, as the names of teams do."""
    known = desk.known(i)
    return known is not None and known[1].kind not in {"people", "seat", "body"}


def company_end(desk: Desk, k: int) -> int:
    """The token after "Inc" or "Inc.": the point belongs to the name unless it ends the sentence."""
    after = k + 1
    if after + 1 < len(desk.norms) and desk.norms[after] == "." and desk.tokens[after].start == desk.tokens[k].end:
        follows = desk.norms[after + 1]
        return after + 1 if follows[0].islower() or follows in {",", ";", ")", "'s"} or follows.isdigit() else after
    return after


def of_follows(desk: Desk, k: int) -> bool:
    """Whether "of X" or "for the X" stands after token ``k``."""
    if k + 2 >= len(desk.norms) or desk.lowers[k + 1] not in {"of", "for", "on", "to"}:
        return False
    if desk.lowers[k + 1] == "to":  # "Committee to Save Rivers"
        return is_capital(desk.norms[k + 2]) and "VB" in look_up(desk.lowers[k + 2]).forms and not desk.known(k + 2)
    if desk.lowers[k + 1] == "on" and desk.lowers[k] not in TAKE_ON:
        return False
    after = k + 3 if desk.lowers[k + 2] in {"the", "a"} else k + 2
    return (
        after < len(desk.norms)
        and desk.norms[after][0].isupper()
        and desk.lowers[after] not in lexicon().calendar
        and (desk.lowers[k + 1] == "of" or is_common(desk.lowers[after]) or desk.known(after) is None)
    )


def of_end(desk: Desk, k: int) -> int:
    """The end of "Ministry of Health and Social Affairs": over "of", and over "and" while no new name starts."""
    count, end = len(desk.norms), k + 2
    last = end
    while end < count and end - k < MOST:
        if desk.lowers[end] in {"the", "a"}:
            end += 1
        start = end
        end = capitals_end(desk, start)
        if end == start:
            return last
        last = end = listed_end(desk, start, end)
        joins = end + 1 < count and desk.lowers[end] in {"of", "and", "for", "&"} and is_capital(desk.norms[end + 1])
        if not joins or (desk.lowers[end] == "and" and not goes_on(desk, start, end + 1)):
            return end
        end += 1
    return last


def listed_end(desk: Desk, start: int, end: int) -> int:
    """The end of "Health, Sport and Family": further fields behind a comma, all common nouns, the last after "and"."""
    k = end
    while k + 1 < len(desk.norms) and desk.norms[k] == "," and is_field(desk, k + 1):
        k += 2
    joined = k > end and k + 1 < len(desk.norms) and desk.lowers[k] in {"and", "&"} and is_field(desk, k + 1)
    return k + 2 if joined and all(is_field(desk, at) for at in range(start, end)) else end


def is_field(desk: Desk, k: int) -> bool:
    """A common word with a capital, and no name of its own."""
    return is_capital(desk.norms[k]) and is_common(desk.lowers[k]) and not desk.known(k)


def capitals_end(desk: Desk, start: int) -> int:
    """The end of the capitals from ``start``; a common noun is not followed by somebody's given name."""
    words, end = lexicon(), start
    while end < len(desk.norms) and is_capital(desk.norms[end]) and desk.lowers[end] not in words.calendar:
        if end > start and desk.norms[end] in words.given and is_common(desk.lowers[end - 1]):
            break
        if (
            end > start
            and desk.lowers[end] in BEFORE_NAMES
            and is_capital(desk.norms[min(end + 1, len(desk.norms) - 1)])
        ):
            break  # "the Bank of Ruritania | Governor Ann Lee"
        end += 1
    return end


def goes_on(desk: Desk, start: int, after: int) -> bool:
    """Whether what follows "and" is a noun of the same name ("Health and Human Services"), no name of its own."""
    if desk.known(after) and not is_common(desk.lowers[after]):
        return False
    return is_common(desk.lowers[after]) and (is_common(desk.lowers[start]) or desk.known(start) is None)
