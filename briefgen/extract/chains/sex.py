"""He or she: what titles, roles and given names say of a person."""

from briefgen.extract.names.lexicon import lexicon

MALE = frozenset(
    "mr mr. sir lord king prince duke emir sheikh chairman congressman businessman father brother son husband "
    "spokesman".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady dame queen princess duchess spokeswoman chairwoman congresswoman actress mother sister "
    "daughter wife widow".split()
)


def of_role(role: str) -> str:
    """ "he" or "she" where a role or title says so, else nothing."""
    words = set(role.split())
    return "she" if words & FEMALE else "he" if words & MALE else ""


def of_name(name: str) -> str:
    """ "she" where the given name is a woman's, "he" where it is another known one, else nothing."""
    given, _, rest = name.partition(" ")
    if not rest:
        return ""
    words = lexicon()
    return "she" if given in words.women else "he" if given in words.given and given not in words.modifiers else ""


def may_be(role: str, name: str) -> bool:
    """Whether somebody with this title may be the bearer of this full name: "Mr. Lee" is not Ann Lee."""
    told = of_role(role)
    return told != "he" or of_name(name) != "she"
