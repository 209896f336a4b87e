"""States: whether words beside a country's name speak of the state, or only of people who come from there."""

from briefgen.extract.events.sentence import BODIES, ORGANS, Desk
from briefgen.extract.names.lexicon import lexicon

# What a state sends out: "an offer from Spain", not "a scholar from Spain".
_SENT = frozenset(
    """
    aid appeal bid call criticism decision delegation demand help invitation letter loan message offer order plan
    pressure proposal request statement support threat troop visit warning weapon
    """.split()
)
# What happens in a country is not done by its state: "praised the Kenyan uprising".
_THERE = frozenset("uprising revolution revolt protest demonstration unrest riot rally crisis election economy".split())
_PERSONAL = ("man", "woman", "eer", "ee", "ist", "ian")


def is_there(desk: Desk, head: int) -> bool:
    """Whether a noun tells what happens in the country before it: "the Kenyan uprising"."""
    return desk.lemma(head) in _THERE


def is_private(desk: Desk, head: int) -> bool:
    """Whether a noun stands for people who do not act for the country before them: "a Kenyan rival", "U.S. doctors"."""
    noun = desk.lemma(head)
    if noun in ORGANS or noun in BODIES:
        return False
    people = lexicon().titles | lexicon().groups
    return noun in people or noun + "s" in people or noun.endswith(_PERSONAL)


def is_sent(desk: Desk, head: int) -> bool:
    """Whether a thing that is "from" a country is the state's: "an offer from Spain", not "a scholar from Spain"."""
    return desk.lemma(head) in _SENT
