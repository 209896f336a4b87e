"""What acts or is owned like a body: letters and inner capitals as subjects, "Italy's X", "the lender, X"."""

from briefgen.extract.names.desk import Desk, is_capital
from briefgen.extract.names.lexicon import lexicon
from briefgen.model.annotation import MentionType

Guess = tuple[MentionType, float, str]
FINITE = frozenset({"VBD", "VBZ", "MD", "HV"})
# What bodies do that letters for a thing ("DNA", "LNG") do not.
DEEDS = frozenset(
    "say tell add announce warn appoint fine launch acquire buy sell withdraw reject approve deny publish broadcast "
    "demand urge call accuse blame order report post declare insist agree refuse decline confirm propose offer vote "
    "suspend ban sue hire dismiss sack fire merge bid pledge vow threaten condemn ask seek plan want expect estimate "
    "forecast criticise criticize welcome back endorse close cut own operate run issue set raise lower investigate "
    "rule recommend protest organise organize recognise recognize".split()
)
PRODUCTS = frozenset("jets airliners aircraft helicopters cars trucks smartphones handsets tyres chips".split())
STAFF_OF_FIRMS = frozenset({"analyst", "analysts", "economist", "economists", "strategist", "trader", "broker"})
LEAST, MOST = 3, 6
LOCATING = frozenset({"from", "in", "near", "at", "outside"})
PARTICLE_CAPITALS = ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "Du", "Da", "San")


def acts_after(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "FMA appointed", "UniCredit withdrew": letters or an inner capital as the subject of what bodies do."""
    if stop - i > 1 or not (is_letters(desk.norms[i]) or has_inner_capital(desk.norms[i])):
        return None
    if i and desk.tokens[i - 1].tag in {"ADP", "CONJ"}:
        return None
    at = stop
    while at < len(desk.tokens) and desk.tokens[at].form in {"MD", "HV", "RB", "DO"}:
        at += 1
    if at == len(desk.tokens) or desk.tokens[stop].form not in FINITE | {"RB", "DO"}:
        return None
    return ("organization", 0.66, "acts") if desk.tokens[at].lemma in DEEDS else None


def maker_of(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "Ann Harbor jets": who makes them; a lone word is as well what they are called."""
    made = stop - i > 1 and desk.lowers[stop] in PRODUCTS and desk.norms[i] not in lexicon().given
    return ("organization", 0.7, "maker-of") if made else None


def employer(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "Edward Moor analyst Ann Lee": whose analyst she is, though it reads like a person."""
    named = stop + 1 < len(desk.norms) and is_capital(desk.norms[stop + 1])
    return ("organization", 0.91, "employer") if named and stop - i > 1 and desk.norms[stop] in STAFF_OF_FIRMS else None


def who_after(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "X, who": nobody calls a body or place so; but "guerrillas from X, who"."""
    who = stop + 1 < len(desk.norms) and desk.norms[stop] == "," and desk.lowers[stop + 1] == "who"
    k = i - 1
    while k > 0 and (desk.norms[k] == "," or is_capital(desk.norms[k])):
        k -= 1  # "from Dolan near Welton, Powick, who"
    located = k >= 0 and desk.lowers[k] in LOCATING and desk.norms[k].islower()
    return ("person", 0.75, "who") if who and not located else None


def of_country(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "Italy's UniCredit", "Ghana's EOCO said": letters or an inner capital that a country has."""
    written = is_letters(desk.norms[i]) or has_inner_capital(desk.norms[i])
    if stop - i > 1 or not written or i < 2 or desk.norms[i - 1] != "'s":
        return None
    if stop < len(desk.tokens) and desk.tokens[stop].tag in {"NOUN", "ADJ", "PROPN"}:
        return None
    known = next((k for k in (desk.known(at) for at in range(max(0, i - 4), i - 1)) if k and k[0] == i - 1), None)
    return ("organization", 0.68, "of-country") if known and known[1].kind == "country" else None


def apposed_before(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "The regulator, FMA, said", "a daily newspaper, Ilbo, reported": the noun before the comma says what it is."""
    closed = stop < len(desk.norms) and desk.norms[stop] in {",", ")", "-", "--", "–"}
    if i < 3 or desk.norms[i - 1] != "," or not closed or desk.norms[i] in lexicon().given:
        return None
    noun = desk.lowers[i - 2]
    if noun not in lexicon().org_nouns or not desk.norms[i - 2].islower() or desk.tokens[i - 2].tag != "NOUN":
        return None
    first = i - 2
    while first and desk.tokens[first - 1].tag in {"ADJ", "NOUN", "PROPN"}:
        first -= 1
    article = first > 0 and desk.lowers[first - 1] in {"the", "a", "an", "its", "their", "'s"}
    return ("organization", 0.82, "noun-before-comma") if article else None


def capital_noun(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "Broadcaster ARD reported": a noun for a body that has its capital from the sentence, and letters."""
    opened = desk.opens(i - 1) and desk.lowers[i - 1] in lexicon().org_nouns
    return ("organization", 0.8, "organization-noun") if opened and is_letters(desk.norms[i]) else None


def is_letters(norm: str) -> bool:
    """Three to six capitals: ``FMA``."""
    return LEAST <= len(norm) <= MOST and norm.isupper() and norm.isalpha() and norm.lower() not in _plain()


def _plain() -> frozenset[str]:
    return lexicon().plain_capitals


def has_inner_capital(norm: str) -> bool:
    """``WikiLeaks``, ``YouTube``: a company's way of writing, unless it is ``McKay``."""
    capitals = any(c.isupper() for c in norm[3:])
    return norm[-1].islower() and capitals and "-" not in norm and not norm.startswith(PARTICLE_CAPITALS)


def in_list_of_places(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "in Surin and Buri Ram": the name is joined to another that "in" or "near" stands before."""
    owner = stop < len(desk.norms) and desk.norms[stop] == "'s"
    if i < 3 or desk.lowers[i - 1] != "and" or owner:
        return None
    k = i - 2
    while k > 0 and (is_capital(desk.norms[k]) or desk.lowers[k] in {"and", ","}):
        k -= 1
    listed = k < i - 2 and desk.lowers[k] in {"in", "near", "outside"}
    return ("place", 0.72, "list-after-in") if listed else None
