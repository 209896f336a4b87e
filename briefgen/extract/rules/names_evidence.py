"""What the words around a name that no list explains say about it: "in X", "X shares", "X, 37,", "X said"."""

from briefgen.extract.rules.names_desk import Desk
from briefgen.extract.rules.names_lexicon import lexicon
from briefgen.model.annotation import MentionType

Guess = tuple[MentionType, float, str]

INSIDE = {"in": 0.62, "near": 0.7, "outside": 0.65, "around": 0.5, "throughout": 0.6, "inside": 0.5, "at": 0.48, "from": 0.42,
          "to": 0.4, "into": 0.45, "towards": 0.5, "toward": 0.5, "across": 0.5}  # fmt: skip
COMPASS = frozenset("northern southern eastern western central downtown north south east west northwest southwest northeast "
                    "southeast northwestern southwestern northeastern southeastern rural upstate suburban".split())  # fmt: skip
SAID = frozenset("said says added explained recalled replied insisted asked wrote".split())
HOLDINGS = frozenset("shares stock stocks executives officials employees spokesman spokeswoman spokesperson chairman ceo unit "
                     "subsidiary management board shareholders profits earnings newspaper newspapers newsroom".split())  # fmt: skip
KIN = frozenset("wife husband mother father brother sister son daughter lawyer lawyers family widow parents attorney career "
                "death friends children arrest trial".split())  # fmt: skip
RULE = frozenset("administration regime presidency campaign camp loyalists".split())
OPPOSED = frozenset(
    "against v vs beat beats defeated versus over joined joins host hosts visiting champions rivals sides side".split()
)
PLAYERS = frozenset(
    "striker strikers midfielder defender goalkeeper captain coach manager skipper player players batsman bowler winger side fans "
    "team forward guard quarterback pitcher teammate supporters innings v vs beat".split()
)
TAKEN = frozenset("seize capture retake recapture besiege shell bombard bomb overrun encircle".split())
WORKPLACE = frozenset("at with".split())


def guess(desk: Desk, i: int, stop: int) -> Guess | None:
    """The type that the neighbours of tokens ``i`` to ``stop`` speak for, with a score and the rule's name."""
    return after(desk, i, stop) or before(desk, i, stop)


def after(desk: Desk, i: int, stop: int) -> Guess | None:
    """What follows the name."""
    if stop >= len(desk.norms):
        return None
    words = lexicon()
    norm, lower = desk.norms[stop], desk.lowers[stop]
    if norm == ",":
        return after_comma(desk, stop)
    if norm == "'s" and stop + 1 < len(desk.norms):
        owned = desk.lowers[stop + 1]
        if owned in KIN:
            return "person", 0.7, "kin"
        if owned in HOLDINGS:
            return "organization", 0.6, "holding"
        return None
    if lower in words.place_nouns and norm.islower() and not (i and desk.lowers[i - 1] in words.org_nouns):
        return "place", 0.8, "place-noun-after"
    if lower in HOLDINGS:
        return "organization", 0.7, "holding"
    if lower in RULE:
        return "person", 0.65, "rule"
    token = desk.tokens[stop]
    if token.tag == "VERB" and token.lemma in words.speech:
        if (i and desk.lowers[i - 1] == "the") or has_inner_capital(desk.norms[i]):
            return "organization", 0.6, "speaks"
        return "person", 0.6, "speaks"
    return None


def is_team(desk: Desk, i: int, stop: int) -> bool:
    """Whether a place's name means its team, in an article about sport: it plays, scores or is played against."""
    before = desk.lowers[i - 1] if i else ""
    follows = desk.lowers[stop] if stop < len(desk.norms) else ""
    if before in OPPOSED or follows in PLAYERS:
        return True
    if before in INSIDE or before in {"of", "(", "-", "'s"} or follows in {"'s", ")"}:
        return False
    if follows == "," and desk.known(stop + 1):
        return False
    if follows[:1].isdigit():
        return not before[:1].isalpha() and not follows[:4].isdigit()
    return stop < len(desk.norms) and desk.tokens[stop].form in {"VBD", "VBZ", "MD", "HV"} and follows != "is"


def goes_on(desk: Desk, stop: int) -> bool:
    """Whether a verb follows, so that the name is its subject ("said Acme would ...")."""
    return stop < len(desk.tokens) and desk.tokens[stop].tag in {"VERB", "AUX"}


def has_inner_capital(norm: str) -> bool:
    """``WikiLeaks``, ``YouTube``: a company's way of writing, unless it is ``McKay`` or ``DeVos``."""
    return any(c.isupper() for c in norm[3:]) and "-" not in norm and not norm.startswith(("Mc", "Mac"))


def after_comma(desk: Desk, stop: int) -> Guess | None:
    """ "X, 37,": an age; "X, Texas": where it lies; "X, based in"."""
    count = len(desk.norms)
    if stop + 2 >= count:
        return None
    follows = desk.norms[stop + 1]
    if follows.isdigit() and len(follows) == 2 and desk.norms[stop + 2] in {",", "."}:
        return "person", 0.93, "age"
    if desk.lowers[stop + 1] == "based":
        return "organization", 0.8, "based"
    known = desk.known(stop + 1)
    if known and known[1].kind in {"country", "region"} and (known[0] >= count or desk.norms[known[0]] != "'s"):
        return "place", 0.8, "region-after"
    return None


def before(desk: Desk, i: int, stop: int) -> Guess | None:
    """What goes before the name."""
    if not i:
        return None
    words = lexicon()
    lower = desk.lowers[i - 1]
    if lower == "of" and i > 1 and desk.lowers[i - 2] in words.place_nouns:
        return "place", 0.88, "place-noun-of"
    if lower == "-based":
        return "organization", 0.7, "based"
    if lower in COMPASS:
        return "place", 0.75, "compass"
    if lower in words.org_nouns and desk.norms[i - 1].islower():
        return "organization", 0.85, "organization-noun"
    if lower in WORKPLACE and i > 1 and desk.lowers[i - 2] in words.offices and desk.norms[i - 2].islower():
        return "organization", 0.75, "workplace"
    owner = stop < len(desk.norms) and desk.norms[stop] == "'s"
    if lower in INSIDE:
        return "place", INSIDE[lower] * (0.5 if owner else 1.0), f"after-{lower}"
    if lower in SAID and desk.tokens[i - 1].tag == "VERB" and not goes_on(desk, stop):
        return "person", 0.6, "said-by"
    if desk.tokens[i - 1].lemma in TAKEN and desk.tokens[i - 1].tag == "VERB" and not owner:
        return "place", 0.6, "taken"
    if lower in words.place_nouns and desk.norms[i - 1].islower():
        return "place", 0.6, "place-noun"
    return None
