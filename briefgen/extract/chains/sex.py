"""He or she: what titles, roles and given names say of a person."""

from functools import lru_cache

from briefgen.extract.names.lexicon import lexicon

MALE = frozenset(
    "mr mr. sir lord king prince duke emir sheikh chairman congressman businessman father brother son husband "
    "spokesman".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady dame queen princess duchess spokeswoman chairwoman congresswoman actress mother sister "
    "daughter wife widow".split()
)


# Given names that men and women bear, in one country or another.
BOTH = frozenset(
    "Alex Alexis Amal Amani Andrea Angel Ariel Ashley Aubrey Aung Billie Blake Cameron Camille Carson Casey "
    "Charlie Chen Chris Claude Corey Dana Daniele Deniz Dominique Drew Ellis Evelyn Gabriele Hadi Hayat Hong Hui "
    "Hye Iman Imani Ira Jackie Jade Jaime Jamie Jan Jean Jess Jesse Jessie Jia Jo Jody Jordan Joy Jude Jun Jung "
    "Kai Kelly Kendall Kerry Kim Kiran Kit Kris Kyung Laurence Lee Lei Leigh Leslie Li Lin Lindsey Ling Loren Lou "
    "Madison Mai Marian Marion Marlies Mason Mel Michele Min Ming Morgan Myung Nana Nicola Nika Nikita Nikola "
    "Noel Noor Nour Nur Pascale Pat Patrice Paz Peyton Qing Quinn Reed Reese Rene Rica Riley Robin Rory Rosario "
    "Ryan Salam Sam Sandy Sang Sasha Sascha Shannon Shawn Shea Sidney Simone Sky Soo Stacy Sung Suk Sydney Tao "
    "Taylor Terry Tracy Traci Val Valery Vivian Wen Xiao Xin Yan Yang Ying Yong Young Yu Yue Yun Yves Zhen".split()
)


def of_role(role: str) -> str:
    """ "he" or "she" where a role or title says so, else nothing."""
    words = set(role.split())
    return "she" if words & FEMALE else "he" if words & MALE else ""


@lru_cache(maxsize=1 << 12)
def of_name(name: str) -> str:
    """ "she" where the given name is a woman's, "he" where it is another known one, else nothing."""
    given, _, rest = name.partition(" ")
    if not rest:
        return ""
    words = lexicon()
    if given in BOTH and given not in words.women:
        return ""
    return "she" if given in words.women else "he" if given in words.given and given not in words.modifiers else ""


def may_be(role: str, name: str) -> bool:
    """Whether somebody with this title may be the bearer: "Mr. Lee" is not Ann Lee, "Mrs. Lee" not Peter Lee."""
    told = of_role(role)
    return not told or of_name(name) in {"", told}
