"""What the words around a name that no list explains say about it: "in X", "X shares", "X, 37,", "X said".

Each kind of evidence is one function, and one line in ``guess``.
"""

from briefgen.extract.names.acting import Guess, has_inner_capital, is_letters
from briefgen.extract.names.desk import Desk, is_capital, is_common
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.syntax.words import look_up

INSIDE = {"in": 0.62, "near": 0.7, "outside": 0.65, "around": 0.5, "throughout": 0.6, "inside": 0.5, "at": 0.52,
          "from": 0.42, "to": 0.4, "into": 0.45, "towards": 0.5, "toward": 0.5, "across": 0.5}  # fmt: skip
COMPASS = frozenset(
    "northern southern eastern western central downtown north south east west northwest southwest northeast southeast "
    "northwestern southwestern northeastern southeastern rural upstate suburban".split()
)
SAID = frozenset("said says added explained recalled replied insisted asked wrote".split())
HOLDINGS = frozenset(
    "depositors creditors shares stock stocks executives officials employees spokesman spokeswoman spokesperson "
    "chairman ceo unit subsidiary "
    "management board shareholders profits earnings newspaper newspapers newsroom".split()
)
KIN = frozenset(
    "wife husband mother father brother sister son daughter lawyer lawyers family widow parents attorney career death "
    "friends children arrest trial".split()
)
RULE = frozenset("administration regime presidency campaign camp loyalists".split())
SITES = frozenset(
    "camps provinces cities towns villages districts regions neighborhoods neighbourhoods suburbs states".split()
)
OPPOSED = frozenset(
    "against v vs beat beats defeated versus over joined joins host hosts visiting champions rivals sides side".split()
)
PLAYERS = frozenset(
    "striker strikers midfielder defender goalkeeper captain coach manager skipper player players batsman bowler "
    "winger side fans team forward guard quarterback pitcher teammate supporters innings v vs beat".split()
)
FACILITIES = frozenset({"airport", "stadium", "airfield", "airbase", "refinery", "metro"})
SITES_OF_ONE = frozenset(
    "temple shrine monastery bridge dam barracks prison jail crossing checkpoint mine pit quarry".split()
)
# Nouns for bodies, in apposition ("X, a dredging company") or after the name ("the X movement").
BODIES = frozenset(
    "company firm group agency newspaper daily weekly magazine broadcaster network party bank club team airline "
    "carrier "
    "maker carmaker retailer union organization organisation movement militia coalition corporation manufacturer "
    "publisher website foundation charity institute university think-tank association consortium brewer miner lender "
    "startup start-up subsidiary supplier operator developer insurer brokerage alliance watchdog regulator non-profit "
    "nonprofit giant".split()
)
# Of these, what a person may be called as well.
PERSONS_TOO = frozenset({"developer", "publisher", "operator", "supplier", "miner", "giant", "maker"})
BOSSES = frozenset({"chief", "ceo", "founder", "chairman", "boss"})
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})
STAFF = frozenset("bosses workers staff employees analysts executives managers engineers scientists economists".split())
CHIEFS = frozenset(
    "chief chairman chairwoman president founder ceo director spokesman spokeswoman spokesperson leader leaders boss "
    "head secretary member members treasurer manager".split()
)
SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
PARTS = frozenset(
    "depositors creditors customers bankruptcy insolvency branches shares stake spokesman spokeswoman spokesperson "
    "executive ceo founder co-founder subsidiary unit employees shareholders offices headquarters chairman "
    "chairwoman".split()
)
DWELLERS = frozenset(
    "residents people inhabitants outskirts streets children villagers citizens mayor bishop siege".split()
)
SETTLEMENTS = frozenset({"town", "village", "city", "suburb", "hamlet", "port"})
STATES = frozenset("parliament capital border borders coastline".split())
TRAVEL = frozenset("fly travel go drive return move head march come flee sail rush".split())
TAKEN = frozenset(
    "seize capture retake recapture besiege shell bombard bomb overrun encircle devastate rock jolt visit".split()
)
EXECUTIVES = frozenset(
    ["chief executive", "chief executives", "managing director", "executive chairman", "finance director", "ceo", "cfo",
     "chief financial officer", "chief operating officer", "general manager", "shareholders", "founder", "co-founder",
     "board member", "subsidiary", "share price"]
)  # fmt: skip
RANKED = frozenset("chief managing executive financial operating finance share board vice former then general".split())
LONGEST_ROLE = 4
WILL = frozenset({"will", "would", "'ll", "may"})
TRADES = frozenset("sell make own operate employ run publish produce manufacture supply build market insure".split())
DEALS = frozenset(
    [("takeover", "of"), ("acquisition", "of"), ("buyout", "of"), ("merger", "with"), ("stake", "in"),
     ("shares", "in"), ("bid", "for"), ("subsidiary", "of"), ("sale", "to"), ("contract", "with")]
)  # fmt: skip
RUNS = frozenset("runs heads chairs owns founded chaired runs co-founded".split())
MADE = frozenset("made manufactured produced owned operated".split())
WORKPLACE = frozenset("at with".split())
LONGEST_LIST = 12


# --- after the name --------------------------------------------------------------------------------------------------


def after_comma(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "X, 37,": an age; "X, Texas": where it lies; "X, based in"."""
    count = len(desk.norms)
    if desk.norms[stop] != "," or stop + 2 >= count:
        return None
    follows = desk.norms[stop + 1]
    if follows.isdigit() and len(follows) == 2 and desk.norms[stop + 2] in {",", "."}:
        return "person", 0.93, "age"
    if desk.lowers[stop + 1] == "based" and desk.lowers[stop + 2] != "on":
        return "organization", 0.8, "based"
    known = desk.known(stop + 1)
    if known and known[1].kind in {"country", "region"} and (known[0] >= count or desk.norms[known[0]] != "'s"):
        return "place", 0.8, "region-after"
    return apposed_noun(desk, stop)


def apposed_noun(desk: Desk, stop: int) -> Guess | None:
    """ "X, a dredging company", "X, the movement that", "X, a town in", "X, which is based in", "X, where"."""
    words, count = lexicon(), len(desk.norms)
    first = desk.lowers[stop + 1]
    if first == "where" or (first == "which" and "based" in desk.lowers[stop + 2 : stop + 4]):
        return ("place", 0.8, "where") if first == "where" else ("organization", 0.85, "based")
    head = stop + 2 if first in {"a", "an", "the", "one", "another"} else count
    while head < min(stop + 8, count) and desk.tokens[head].tag in DESCRIBING:
        last = head + 1 == count or desk.tokens[head + 1].tag not in {"NOUN", "PROPN"}
        if desk.tokens[head].tag == "NOUN" and last:
            if desk.lowers[head] in words.place_nouns:
                return "place", 0.85, "place-noun-apposed"
            return ("organization", 0.88, "body-noun-apposed") if desk.lowers[head] in BODIES else None
        head += 1
    return None


def possession(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "X's widow", "X's shareholders"."""
    if desk.norms[stop] != "'s" or stop + 1 >= len(desk.norms):
        return None
    owned = desk.lowers[stop + 1]
    if is_headed(desk, stop + 1):
        return "organization", 0.75, "headed"
    if owned in KIN:
        return "person", 0.7, "kin"
    if owned in HOLDINGS:
        return "organization", 0.57 if owned in SPEAKERS else 0.6, "holding"
    return ("place", 0.6, "government-of") if owned in STATES and i + 1 == stop else None


def noun_after(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "X province", "X airport", "X shares", "the X movement", "X regime"."""
    words, lower = lexicon(), desk.lowers[stop]
    several = stop - i > 1 or desk.norms[i].isupper()
    plain = i > 0 and desk.lowers[i - 1] in {"a", "an"} and is_common(desk.lowers[stop - 1])  # "an Eye Surgery team"
    if lower in words.place_nouns and desk.norms[stop].islower() and not (i and desk.lowers[i - 1] in words.org_nouns):
        return "place", 0.8, "place-noun-after"
    if lower in FACILITIES:
        return "place", 0.95, "facility-after"
    if lower in SITES_OF_ONE and desk.norms[i] not in words.given:
        return "place", 0.75, "site-after"
    last = desk.lowers[stop - 1]
    alone = stop - i == 1 and lower in SPEAKERS  # "an Embassy spokesman"
    if ((alone or desk.norms[stop][0].isupper()) and is_common(last)) or last in words.beliefs or len(last) == 1:
        return None  # "House Oversight Chairman", "Class A shares"
    if lower in HOLDINGS or (lower in BODIES and several and not plain and desk.norms[i] not in words.given):
        return "organization", 0.7 if lower in HOLDINGS else 0.75, "body-noun-after"
    pair = "-" in desk.norms[i] and desk.norms[i].partition("-")[2][:1].isupper()  # "the Berg-Lund administration"
    return ("person", 0.65, "rule") if desk.norms[stop] in RULE and not pair else None


def is_headed(desk: Desk, k: int) -> bool:
    """Whether the role words from token ``k`` on are of somebody who heads a company: "managing director Jo Ware"."""
    for at in range(k, min(k + LONGEST_ROLE, len(desk.norms))):
        if " ".join(desk.lowers[k : at + 1]) in EXECUTIVES:
            return True
        lower = desk.lowers[at]
        if not desk.norms[at].islower() or not (lower in lexicon().modifiers or lower in RANKED):
            return False
    return False


def chief_after(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "Civil Relief chief Jo Ware": several words; of a lone one only who heads a company is said so."""
    if is_headed(desk, stop) and not (i and desk.norms[i - 1] == "'s"):
        return "organization", 0.75, "headed"
    if stop + 1 >= len(desk.norms) or not is_capital(desk.norms[stop + 1]):
        return None
    if desk.norms[stop][0].isupper() and is_common(desk.lowers[stop - 1]):
        return None  # "House Oversight Chairman"
    if stop - i > 1:
        party = desk.lowers[stop - 1] in lexicon().beliefs
        return ("organization", 0.7, "chief-after") if desk.lowers[stop] in CHIEFS and not party else None
    return ("organization", 0.57, "chief-after") if desk.lowers[stop] in BOSSES else None


def home_after(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "Ann Lee (Kenya)": several names with a country in brackets, as in results."""
    known = desk.known(stop + 1) if desk.norms[stop] == "(" and stop + 1 < len(desk.norms) and stop - i > 1 else None
    if not known or known[1].kind != "country" or known[0] >= len(desk.norms) or desk.norms[known[0]] != ")":
        return None
    return "person", 0.8, "home-after"


def list_of_places(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "the X, Y and Z camps"."""
    k = stop
    while k < min(len(desk.norms), stop + LONGEST_LIST) and (
        is_capital(desk.norms[k]) or desk.norms[k] in {",", "and", "or"}
    ):
        k += 1
    return ("place", 0.75, "list-of-places") if stop <= k < len(desk.norms) and desk.lowers[k] in SITES else None


def speech_after(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "X said": a person, unless an article or a company's way of writing speaks against it."""
    token = desk.tokens[stop]
    governor = i - 1 - (i > 1 and desk.lowers[i - 1] == "the")  # "asked for the X said"
    governed = i > 0 and desk.tokens[governor].tag == "ADP"
    if token.tag != "VERB" or token.lemma not in lexicon().speech or governed:
        return None
    if desk.norms[i] not in lexicon().given and says_it(desk, stop + 1):
        return "organization", 0.66, "says-it"
    named = desk.norms[i] in lexicon().given or desk.lowers[i] in lexicon().particles  # "Van Moor said"
    several = stop - i > 1 and not named and is_common(desk.lowers[i])
    written = has_inner_capital(desk.norms[i]) or (stop - i > 1 and is_letters(desk.norms[i]))  # "RJR Norwell said"
    if (i and desk.lowers[i - 1] == "the") or written or several:
        return "organization", 0.6, "speaks"
    return "person", 0.6 if stop - i > 1 or desk.norms[i] in lexicon().given else 0.38, "speaks"


def says_it(desk: Desk, k: int) -> bool:
    """ "X said it would", "X announced that its": whoever speaks of himself so is a body."""
    k += k < len(desk.norms) and desk.lowers[k] == "that"
    if k + 1 >= len(desk.norms) or desk.lowers[k] not in {"it", "its"}:
        return False
    after = desk.tokens[k + 1]
    return desk.lowers[k] == "its" or after.form == "HV" or (after.form == "MD" and after.norm.lower() in WILL)


def which_after(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "X, which sells": what bodies do."""
    if desk.norms[stop] != "," or stop + 2 >= len(desk.norms) or desk.lowers[stop + 1] != "which":
        return None
    verb = desk.tokens[stop + 2]
    return ("organization", 0.57, "which-trades") if verb.tag == "VERB" and verb.lemma in TRADES else None


# --- before the name -------------------------------------------------------------------------------------------------


def noun_before(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "the newspaper X", "Oslo-based X", "an analyst at X", "according to X", "told X"."""
    words, lower = lexicon(), desk.lowers[i - 1]
    if lower == "-based":
        return "organization", 0.57, "based"  # cities have writers too
    word = look_up(desk.lowers[i])
    named = not word.closed and not (word.known and lower[-1] == "s")  # "the website | By Ann Lee", "lawmakers Letter"
    if (
        lower in words.org_nouns
        and desk.norms[i - 1].islower()
        and (lower not in PERSONS_TOO if stop - i > 1 else named)
    ):
        return "organization", 0.85, "organization-noun"
    told = lower == "told" and desk.norms[i] not in words.given and (stop - i > 1 or desk.norms[i].isupper())
    according = lower == "to" and i > 1 and desk.lowers[i - 2] == "according" and desk.norms[i].isupper()
    if told or according:
        return "organization", 0.66, "told" if told else "according-to"
    if lower in {"of", "with", "for", "in", "to"} and i > 1 and (desk.lowers[i - 2], lower) in DEALS:
        return "organization", 0.57, "deal"  # buildings and shares of the market are sold as well
    if lower == "by" and i > 1 and desk.lowers[i - 2] in MADE and stop - i < 3 and desk.norms[i] not in words.given:
        return "organization", 0.58, "made-by"
    at_work = lower in WORKPLACE and i > 1 and desk.norms[i - 2] in words.offices | STAFF
    return ("organization", 0.75, "workplace") if at_work else None


def noun_of(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "the town of X", "shares of X", "the leader of the X", "residents of X"."""
    of = i - 2 if i > 1 and desk.lowers[i - 1] == "the" else i - 1
    if of < 1 or desk.lowers[of] not in {"of", "for", "in"}:
        return None
    noun = desk.lowers[of - 1]
    if desk.lowers[of] == "of" and of == i - 1 and noun in lexicon().place_nouns:
        return "place", 0.92 if noun in SETTLEMENTS else 0.88, "place-noun-of"
    if desk.lowers[of] == "of" and noun in DWELLERS:
        return "place", 0.75, "dwellers-of"
    owner = stop < len(desk.norms) and desk.norms[stop] == "'s"
    body = (noun in PARTS and desk.lowers[of] != "in") or (of < i - 1 and noun in CHIEFS)
    described = stop < len(desk.norms) and desk.tokens[stop].tag == "NOUN"  # "president of the Korean federation"
    score = 0.57 if noun in SPEAKERS else 0.75  # persons have them too
    return ("organization", score, "part-of") if body and not owner and not described else None


def the_acronym(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "the TGS said", "the TGS's offices": an acronym with an article, and no noun after it that it would describe."""
    if desk.lowers[i - 1] != "the" or stop - i > 1 or not is_letters(desk.norms[i]):
        return None
    described = stop < len(desk.tokens) and desk.tokens[stop].tag in {"NOUN", "ADJ", "PROPN", "NUM"}
    return None if described else ("organization", 0.62, "the-acronym")


def led_by(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "led by X", "founded by X"."""
    led = (
        desk.lowers[i - 1] == "by"
        and i > 1
        and desk.lowers[i - 2] in {"led", "headed", "chaired", "founded", "run", "written"}
    )
    sure = stop - i > 1 or desk.norms[i] in lexicon().given  # "a group led by Contel"
    return ("person", 0.62 if sure else 0.5, "led-by") if led else None


def run_by(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "Ann Lee, who runs X"; cities have mayors, who run them too, so it is weak."""
    ran = i > 2 and desk.lowers[i - 1] in RUNS and desk.lowers[i - 2] in {"who", "also", "now"}
    return ("organization", 0.64, "run-by") if ran else None


def place_before(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "in X", "northern X", "seized X", "the village X"."""
    lower, token = desk.lowers[i - 1], desk.tokens[i - 1]
    owner = stop < len(desk.norms) and desk.norms[stop] == "'s"
    if lower in COMPASS:
        return "place", 0.75, "compass"
    if lower == "the" and i > 1 and desk.lowers[i - 2] == "in" and not owner:
        return "place", 0.52, "after-in-the"
    if lower == "to" and i > 1 and desk.tokens[i - 2].lemma in TRAVEL and not owner:
        return "place", 0.68, "travel-to"
    if lower in INSIDE:
        return "place", INSIDE[lower] * (0.5 if owner else 1.0), f"after-{lower}"
    if token.lemma in TAKEN and token.tag in {"VERB", "NOUN"} and not owner and token.form != "NN":
        return "place", 0.6, "taken"
    named = lower in lexicon().place_nouns and desk.norms[i - 1].islower()
    return ("place", 0.6, "place-noun") if named else None


def speech_before(desk: Desk, i: int, stop: int) -> Guess | None:
    """ "..., said X." where no verb follows of which X would be the subject ("said Acme would ...")."""
    if desk.lowers[i - 1] not in SAID or desk.tokens[i - 1].tag != "VERB":
        return None
    goes_on = stop < len(desk.tokens) and desk.tokens[stop].tag not in {"PUNCT", "ADP", "CONJ", "PRON", "ADV"}
    return None if goes_on else ("person", 0.6, "said-by")


def is_team(desk: Desk, i: int, stop: int) -> bool:
    """Whether a place's name means its team, in an article about sport: it plays, scores or is played against."""
    before = desk.lowers[i - 1] if i else ""
    follows = desk.lowers[stop] if stop < len(desk.norms) else ""
    if before in OPPOSED or follows in PLAYERS:
        return True
    located = before in INSIDE or before in {"of", "(", "-", "'s"} or follows in {"'s", ")"}
    if located or (follows == "," and desk.known(stop + 1)):
        return False
    if follows[:1].isdigit():
        return not before[:1].isalpha() and not follows[:4].isdigit()
    return stop < len(desk.norms) and desk.tokens[stop].form in {"VBD", "VBZ", "MD", "HV"} and follows != "is"
