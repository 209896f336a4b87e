"""A chain of names while it is gathered, and whose surname or acronym a name can be."""

from collections.abc import Sequence

from briefgen.extract.chains.sex import may_be, of_role
from briefgen.extract.chains.spelling import (
    SUFFIXES,
    initials,
    name_words,
    other_initials,
    plain,
    spells,
    without_initials,
)
from briefgen.extract.names.lexicon import lexicon
from briefgen.model.annotation import Mention, MentionType

IN_POWER = frozenset({"president", "premier", "chancellor", "minister", "king", "queen"})
KIN = frozenset(
    "brother sister son daughter wife husband father mother cousin nephew niece uncle aunt widow widower grandson "
    "granddaughter grandfather grandmother".split()
)


class Chain:
    """Mentions of one thing while they are gathered."""

    __slots__ = ("first", "name", "offices", "sure", "type", "words")

    def __init__(self, name: str, type_: MentionType, first: int) -> None:
        self.name, self.type, self.first = name, type_, first
        self.words = name_words(name) if type_ == "person" else []
        self.sure = False
        self.offices: frozenset[str] = frozenset()


def fitting(chains: Sequence[Chain], bearers: Sequence[int], m: Mention, words: Sequence[str]) -> list[int]:
    """Those bearers of a surname whom the mention may mean: by further names, sex, office, generation and kinship."""
    if not bearers:
        return []
    found = [b for b in bearers if len(words) == 1 or chains[b].words[-len(words) :] == list(words)]
    found = [b for b in found if may_be(m.role, chains[b].name)]
    held = offices(m.role)
    if held & IN_POWER:
        found = [b for b in found if "opposition" not in chains[b].offices]
        # Nor is "President Berg" his wife Ann Berg, unless she holds the office.
        found = [b for b in found if "kin" not in chains[b].offices or held & chains[b].offices]
    if held and found:
        fit = [b for b in found if held & chains[b].offices]
        before = any(chains[b].first <= m.start for b in found)
        if not fit and not before and all(chains[b].offices for b in found):
            return []  # "President Berg" is not the minister Lars Berg, who is named further on
        found = fit or found
    if not SUFFIXES & set(words):
        found = [b for b in found if not SUFFIXES & set(chains[b].words)] or found  # no junior's
    if len(words) == 1 and m.rule != "title":
        others = [b for b in found if "kin" not in chains[b].offices]  # nor that of "his brother, Jan Berg"
        later = all(chains[b].first > m.start for b in others)
        found = found if later and any(chains[b].first <= m.start for b in found) else others or found
    return found


def is_other(role: str, chains: Sequence[Chain], namesakes: Sequence[int]) -> bool:
    """Whether somebody with this title can be none of those: "Mr. Lee" where the article names Ann Lee only."""
    return bool(namesakes and of_role(role)) and not any(may_be(role, chains[b].name) for b in namesakes)


def same_person(chain: Chain, words: Sequence[str]) -> bool:
    """Whether a name of these words with the same family name is the chain's: longer, shorter, spelt otherwise."""
    mine, theirs = without_initials(words), without_initials(chain.words)
    if SUFFIXES & set(words) - set(chain.words) or other_initials(words, chain.words):
        return False  # the junior, told after the elder; "George W." and "George H.W."
    if not (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
        return mine[1:] == theirs[1:] and plain(mine[0]) == plain(theirs[0])
    both_long = len(mine) > 1 and len(theirs) > 1
    return both_long or list(words) == chain.words or words[0][0] == chain.words[0][0]


def offices(role: str) -> frozenset[str]:
    """The offices that words before or beside a name give: "mr transport minister" gives "minister"."""
    words = lexicon()
    return frozenset(word for word in role.split()[-1:] if word in words.offices and word not in words.honorifics)


def is_definition(letters: str, name: str) -> bool:
    """Whether the letters stand for the name: capitals that it spells, or a word ("Sipo") of its very initials."""
    if letters.rstrip("s").isupper() and letters.isalnum():
        return spells(letters, name)
    return 2 < len(letters) < 7 and letters.isalpha() and letters.lower() in initials(name)
