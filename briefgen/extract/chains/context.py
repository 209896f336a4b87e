"""What other words of an article say of a name before any two are linked.

A storm called like a person stays a storm when its name stands alone; an assembly that a table gives to the United
Nations is theirs only where the article names them; brothers share the family name that is told once.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.extract.chains.spelling import INITIALS
from briefgen.model.annotation import Mention

UNITED_NATIONS = "United Nations"
# What a single word has to be found by to be a storm's name again.
FOUND_ALONE = frozenset({"capital", "opener", "given-alone", "speaks", "said-by", "after-of", "after-from", "kin"})
STORMS = ("Storm ", "Hurricane ", "Typhoon ", "Cyclone ", "Tropical Storm ", "Operation ")
NOBODY = 0.5


def in_context(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with type and name as the article as a whole tells them."""
    storms = {m.name.rpartition(" ")[2]: m.name for m in mentions if m.rule == "other-start" and is_storm(m.name)}
    found = list(mentions)
    for i, m in enumerate(mentions):
        if storms and m.name in storms and m.rule in FOUND_ALONE:
            found[i] = replace(m, name=storms[m.name], type="other", rule="other-start")
        elif m.rule == "table-body" and is_of_united_nations(m) and not are_united_nations_named(mentions):
            found[i] = replace(m, name=m.text, type="other", score=NOBODY, rule="capitals")
        elif m.type == "person" and i + 1 < len(mentions):
            family = shared_family(text, m, mentions[i + 1])
            found[i] = replace(m, name=f"{m.name} {family}") if family else m
    return found


def is_of_united_nations(m: Mention) -> bool:
    """ "Security Council", which a table gives to the United Nations; "UN Security Council" says it itself."""
    return m.name.startswith("UN ") and not m.text.startswith("U")


def are_united_nations_named(mentions: Sequence[Mention]) -> bool:
    """Whether the article names the United Nations themselves."""
    return any(m.name == UNITED_NATIONS or m.text.startswith(("UN ", "U.N. ")) for m in mentions)


def is_storm(name: str) -> bool:
    """ "Tropical Storm Bonnie", not "Resolution 1973"."""
    return name.startswith(STORMS)


def shared_family(text: str, m: Mention, after: Mention) -> str:
    """The family name of both in "Karl J. and Otto Berg"; nothing where the first one's name is whole."""
    if after.type != "person" or " " not in after.name or text[m.end : after.start] != " and ":
        return ""
    words = m.name.split()
    if len(words) != 2 or INITIALS.fullmatch(words[1].lower()) is None:
        return ""
    return after.name.rpartition(" ")[2]
