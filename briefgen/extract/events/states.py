"""States: whether words beside a country's name speak of the state, or only of people who come from there."""

from briefgen.extract.events.sentence import BODIES, ORGANS, Desk
from briefgen.extract.names.lexicon import lexicon

# What happens in a country is not done by its state: "praised the Kenyan uprising".
_THERE = frozenset("uprising revolution revolt protest demonstration unrest riot rally crisis election economy".split())
_FOLK = frozenset(
    "scholar tourist visitor traveller traveler native immigrant sailor exile fan friend guest passenger child "
    "national citizen expatriate student migrant worker".split()
)
_PERSONAL = ("man", "woman", "eer", "ee", "ist", "ian")


def is_there(desk: Desk, head: int) -> bool:
    """Whether a noun tells what happens in the country before it: "the Kenyan uprising"."""
    return desk.lemma(head) in _THERE


def is_private(desk: Desk, head: int) -> bool:
    """Whether a noun stands for people who do not act for the country that they are of: "U.S. doctors", "a scholar from
    Peru".
    """
    noun = desk.lemma(head)
    if noun in ORGANS or noun in BODIES:
        return False
    words = lexicon()
    known = noun in words.titles or noun in words.groups or noun + "s" in words.groups
    return known or noun in _FOLK or noun.endswith(_PERSONAL)
