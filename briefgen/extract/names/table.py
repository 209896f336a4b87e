"""What the world table knows at a place in a sentence, and whether it is meant there: its town, its team, its state."""

from briefgen.extract.names.bounds import QUOTES, capitals_end
from briefgen.extract.names.desk import KIND_SCORE, KIND_TYPE, PLACES, Desk, Find, is_capital, is_common
from briefgen.extract.names.evidence import is_team
from briefgen.extract.names.guess import guess
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.names.nationals import is_tongue, national
from briefgen.extract.world import Known, country_of

TEAMS = frozenset({"capital", "city", "region", "town"})
# What capitals do for their states, and cities do not.
GOVERNMENTS_DO = frozenset(
    "say deny accuse insist warn announce vow threaten refuse reject retaliate condemn demand claim argue summon expel "
    "welcome protest recognise recognize agree pledge promise seize recall withdraw extradite annex invade deploy "
    "mobilise mobilize ratify veto sever deport nationalise nationalize blame hail praise apologise apologize propose "
    "sign want seek urge hope fear believe maintain complain back oppose impose sanction retract reiterate signal "
    "offer respond decline stress regard suspect concede admit acknowledge call".split()
)
BETWEEN = frozenset({"MD", "HV", "RB", "DO"})
DOES = frozenset({"VERB", "AUX", "PUNCT"})


def from_table(desk: Desk, i: int, known: tuple[int, Known], sport: bool) -> Find:
    """The entry as a find; a town as its team in an article about sport, a capital that acts as its country."""
    end, entry = known
    if sport and entry.kind in TEAMS and is_team(desk, i, end):
        return desk.find(i, end, "organization", 0.75, "team-of-place")
    country = country_of(entry.code) if entry.kind == "capital" and acts(desk, i, end) else None
    if country:
        return desk.find(i, end, "country", 0.85, "capital-acts", name=country)
    return as_known(desk, i, end, entry, town_score(desk, i, end) if entry.kind == "town" else KIND_SCORE[entry.kind])


def as_known(desk: Desk, i: int, end: int, entry: Known, score: float) -> Find:
    """The find that an entry of the table makes."""
    return desk.find(i, end, KIND_TYPE[entry.kind], score, f"table-{entry.kind}", name=entry.name)


def longer(desk: Desk, i: int, whole: int, known: tuple[int, Known]) -> tuple[Find, int] | None:
    """The longer name that the entry begins, and its end: "Delta Renning, a firm", "Norwegian Red Cross"."""
    end, entry = known
    if whole <= end:
        return None
    society = desk.known(end) if entry.kind == "people" else None
    if society and society[1].name in {"Red Cross", "Red Crescent"}:
        return desk.find(i, society[0], "organization", 0.95, "society"), society[0]
    if entry.kind == "body" and is_branch(desk, i, end, whole):
        return desk.find(i, whole, "organization", 0.9, "branch"), whole
    apposed = guess(desk, i, whole) if entry.kind in PLACES else None
    return (desk.find(i, whole, *apposed), whole) if apposed and apposed[2] == "body-noun-apposed" else None


def is_branch(desk: Desk, i: int, end: int, whole: int) -> bool:
    """ "Amnesty International Kenya said", not "told Reuters | Kenya would": a body's name with the country's."""
    country = desk.known(end)
    if country is None or country[1].kind != "country" or country[0] != whole or desk.quiet or whole == len(desk.norms):
        return False
    governed = i > 0 and desk.tokens[i - 1].tag == "ADP"
    after = desk.tokens[whole]
    return after.tag == "PUNCT" or desk.norms[whole] == "'s" if governed else desk.opens(i) and after.tag in DOES


def is_no_state(desk: Desk, i: int, end: int, entry: Known) -> bool:
    """ "US$300", "the Bulgarian had": money, and somebody of that people; "German Toast": a work."""
    money = end < len(desk.norms) and desk.norms[end][0] == "$" and desk.tokens[end].start == desk.tokens[end - 1].end
    quoted = i > 0 and desk.norms[i - 1] in QUOTES and end < len(desk.norms) and is_capital(desk.norms[end])
    work = quoted and desk.norms[min(capitals_end(desk, end), len(desk.norms) - 1)] in QUOTES
    return money or (
        entry.kind == "people" and (work or national(desk.tokens, i) is not None or is_tongue(desk.tokens, i, end))
    )


def acts(desk: Desk, i: int, end: int) -> bool:
    """ "Oslo denied": a capital that speaks is its country's government."""
    apposed = i > 1 and desk.norms[i - 1] == "," and is_capital(desk.norms[i - 2])
    if apposed or (i and desk.tokens[i - 1].tag == "ADP"):
        return False  # "Lee Park, Oslo says"
    while end + 1 < len(desk.tokens) and desk.lowers[end] in {"and", ","}:
        known = desk.known(end + 1)  # "Oslo and Riga agreed"
        if known is None or known[1].kind != "capital":
            return False
        end = known[0]
    if end >= len(desk.tokens):
        return False
    verb = desk.tokens[end]
    led = verb.form in BETWEEN
    while verb.form in BETWEEN and end + 1 < len(desk.tokens):
        end += 1
        verb = desk.tokens[end]
    return verb.form in ({"VB", "VBN"} if led else {"VBD", "VBZ"}) | {"VBD"} and verb.lemma in GOVERNMENTS_DO


def begins_person(desk: Desk, i: int, end: int) -> bool:
    """ "Paris Hilton", "Jackson Smith": a place's name that is a given name too, with an unknown name after it."""
    words = lexicon()
    particle = desk.lowers[i] in words.particles and desk.opens(i)
    given = end == i + 1 and (desk.norms[i] in words.given or particle)
    nicknamed = given and desk.norms[end] == '"' and desk.nickname(end) > 0  # "Elizabeth "Liz" Moor"
    who = end + 2 < len(desk.norms) and desk.norms[end + 1] == "," and desk.lowers[end + 2] == "who"
    begins = given or (who and end == i + 1)  # "Kimberley Wolf, who"
    return nicknamed or (begins and is_capital(desk.norms[end]) and not desk.known(end))


def town_score(desk: Desk, i: int, end: int) -> float:
    """A town whose name is a word or a person's name needs company: "in", "near", a region after a comma."""
    told = guess(desk, i, end)
    if told:
        return max(0.85, told[1]) if told[0] == "place" and told[1] >= 0.48 else 0.5
    doubtful = is_common(desk.lowers[i]) or desk.norms[i] in lexicon().given or desk.opens(i)
    return 0.4 if doubtful and end == i + 1 else 0.66
