"""One capitalised word alone, which no list explains: what its shape and its neighbours say."""

from briefgen.extract.names.desk import Desk, Find, is_common
from briefgen.extract.names.evidence import PERSONS_TOO
from briefgen.extract.names.guess import guess
from briefgen.extract.names.heads import SURNAMES
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.names.titles import role_after, role_before, tells_body
from briefgen.extract.world import world
from briefgen.model.annotation import MentionType

# A word that English has too needs better evidence than one that can only be a name.
GOOD = 0.7
GUESSED = 0.55
# What persons are to a body, and other bodies too: "Transpower, its rival".
PEERS = frozenset({"rival", "partner", "shareholder", "owner", "investor", "dealer", "broker", "contractor"})


def lone(desk: Desk, i: int) -> Find | None:
    """The name at token ``i``, untyped (``other``) where nothing types it, None where it is none."""
    norm, lower = desk.norms[i], desk.lowers[i]
    if lower in lexicon().beliefs:
        return desk.find(i, i + 1, "other", 0.5, "belief")
    common = is_common(lower)
    if is_no_name(desk, i):
        return None
    if common and desk.opens(i):
        return desk.find(i, i + 1, "other", 0.3, "opener")
    typed = by_evidence(desk, i, common)
    if typed:
        return desk.find(i, i + 1, *typed)
    if norm.isupper():
        return desk.find(i, i + 1, "other", 0.5, "acronym")
    return desk.find(i, i + 1, "other", 0.4 if common else 0.46 if desk.opens(i) else 0.5, "capital")


def by_evidence(desk: Desk, i: int, common: bool) -> tuple[MentionType, float, str, str] | None:
    """Type, score, rule and role of a lone word, None where nothing speaks for any."""
    words = lexicon()
    norm, lower = desk.norms[i], desk.lowers[i]
    if lower in words.org_heads and common and i and desk.lowers[i - 1] == "the":
        return "organization", 0.58, "head-alone", ""
    found = by_role(desk, i, common)
    if found:
        return found
    told = guess(desk, i, i + 1)
    if told:
        type_, score, rule = told
        return type_, score if not common or score >= GOOD else score / 2, rule, ""
    acts = i + 1 < len(desk.tokens) and desk.tokens[i + 1].tag in {"VERB", "AUX"}
    if acts and norm in words.given and not common:
        return "person", 0.56, "given-alone", ""
    return None


def by_role(desk: Desk, i: int, common: bool) -> tuple[MentionType, float, str, str] | None:
    """What the role of a person before or behind a lone word makes of it."""
    norm = desk.norms[i]
    role = role_before(desk, i) if i else ""
    if role.rpartition(" ")[2] in PERSONS_TOO and not common:
        return "organization", 0.75, "trade", ""  # "the miner Norrock": persons are rarely told by one word
    if role and not norm.isupper():
        known = common and desk.lowers[i] not in SURNAMES  # "the soldier Smoke rose"
        body = tells_body(desk, role, i + 1)
        score = GUESSED if known else 0.8
        return ("organization", score, "body-noun-after", "") if body else ("person", score, "role", role)
    after = role_after(desk, i + 1)
    if after and not common and not norm.isupper() and after.rpartition(" ")[2] not in PEERS:
        return "person", 0.8, "role", after
    return None


def is_no_name(desk: Desk, i: int) -> bool:
    """Titles, single letters, party tags and the capitals of the trade."""
    words = lexicon()
    lower = desk.lowers[i]
    listed = lower in words.plain_capitals or lower in words.titles or lower in words.modifiers
    listed = listed and not (lower in words.org_heads and i > 0 and desk.lowers[i - 1] == "the")
    return listed or len(lower.rstrip(".")) < 2 or is_party_tag(desk.norms[i]) or is_of_two_peoples(desk.norms[i])


def is_of_two_peoples(norm: str) -> bool:
    """ "Cuban-Americans", "a British-Nigerian"."""
    first, hyphen, last = norm.partition("-")
    forms = world().forms
    pair = bool(hyphen) and first in forms and (last in forms or last.removesuffix("s") in forms)
    return pair and forms[first].kind == "people"


def is_party_tag(norm: str) -> bool:
    """ "D-Calif", "R-N.Y.": party and state of a legislator."""
    return len(norm) > 2 and norm[1] == "-" and norm[0] in "DRI" and norm[2].isupper()
