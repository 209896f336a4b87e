"""Role phrases before a person's name: "Turkish Deputy Foreign Minister", "Lt. Gen.", "Mrs."."""

from briefgen.extract.names.desk import Desk
from briefgen.extract.names.lexicon import lexicon

LONGEST_OWNER = 7  # words
# Words for persons that describe a body too.
OF_BODIES = frozenset({"opposition", "rebel", "rival", "guerrilla", "militant", "fighter", "activist"})


def title_end(desk: Desk, i: int, j: int) -> tuple[int, int] | None:
    """The last role word of a run that has a name after it: (first token of the role phrase, token after it)."""
    words = lexicon()
    titles = words.titles
    for k in range(j - 2, i - 1, -1):
        lower = desk.lowers[k]
        if (
            (lower in titles or lower.removeprefix("then-").removeprefix("ex-") in titles)
            and not _is_given_pair(desk, k, j)
            and not (lower == "miss" and desk.known(k + 1))
        ):
            first = k
            while first > i and (desk.lowers[first - 1] in words.modifiers or desk.lowers[first - 1] in titles):
                first -= 1
            return first, k + 1
    return None


def _is_given_pair(desk: Desk, k: int, j: int) -> bool:
    """ "Dean Acheson", "Earl Spencer", "Marshall": a role word that is a given name with a name after it is no role."""
    return desk.norms[k] in lexicon().given and k + 1 < j


def role_before(desk: Desk, i: int) -> str:
    """The role that lower-case words just before token ``i`` give: "deputy mayor" in "the deputy mayor Li"."""
    first = role_start(desk, i)
    return " ".join(desk.lowers[first:i]) if first < i else ""


def role_start(desk: Desk, i: int) -> int:
    """The first of the lower-case role words that end before token ``i``; ``i`` itself where there are none."""
    words = lexicon()
    k = i - 1
    if k < 0 or desk.norms[k] not in words.titles:
        return i
    while k > 0 and (desk.norms[k - 1] in words.modifiers or desk.norms[k - 1] in words.titles):
        k -= 1
    return k


def tells_body(desk: Desk, role: str, stop: int) -> bool:
    """Whether the words around a name are of a body: "the opposition Reform Front party"."""
    return role in OF_BODIES and stop < len(desk.norms) and desk.lowers[stop] in lexicon().org_nouns


def role_apposed(desk: Desk, i: int) -> str:
    """The role before a comma: "her Spanish counterpart, X", "the bank's governor, X"."""
    if i < 3 or desk.norms[i - 1] != ",":
        return ""
    first = role_start(desk, i - 1)
    if first == i - 1:
        return role_of(desk, i - 1)
    before = desk.lowers[first - 1] if first else ""
    starts = (desk.known(first - words) for words in (1, 2) if first >= words)  # "her Costa Rican counterpart, X"
    people = any(known and known[0] == first and known[1].kind == "people" for known in starts)
    owned = people or before in {"'s", "his", "her", "its", "their", "the", "my", "our"}
    return " ".join(desk.lowers[first : i - 1]) if owned else ""


def role_of(desk: Desk, end: int) -> str:
    """The role in "a lawyer for the Berg Trust, Ann Lee,": before a preposition and the name that ends at ``end``."""
    k = end - 1
    while k > 1 and end - k < LONGEST_OWNER and (desk.norms[k][0].isupper() or desk.lowers[k] in {"of", "and", "the"}):
        if desk.lowers[k] == "of" and desk.lowers[k - 1] in lexicon().titles:
            break
        k -= 1
    if desk.lowers[k] not in {"for", "of", "at"} or k == end - 1:
        return ""
    first = role_start(desk, k)
    before = desk.lowers[first - 1] if first else ""
    return " ".join(desk.lowers[first:k]) if first < k and before in {"a", "an", "the", ""} else ""


def country_before(desk: Desk, i: int) -> str:
    """The country of the people or state named before the role words that end before token ``i``."""
    if i > 2 and desk.norms[i - 1] == ",":
        i -= 1
    k = role_start(desk, i) - 1
    if k >= 0 and desk.norms[k] == "'s":
        k -= 1
    for first in (k - 2, k - 1, k):
        if first >= 0:
            known = desk.known(first)
            if known and known[0] == k + 1 and known[1].kind in {"people", "country"}:
                return known[1].name
    return ""


def role_after(desk: Desk, j: int) -> str:
    """The role in an apposition after a name: ", a spokesman for", ", the finance minister,", ", head of"."""
    count = len(desk.norms)
    if j + 1 >= count or desk.norms[j] != ",":
        return ""
    words = lexicon()
    first = j + 1
    if desk.lowers[first] in {"a", "an", "the", "his", "her", "its", "their", "who"}:
        first += 1
    for k in range(first, min(first + 6, count)):
        lower = desk.lowers[k]
        if lower in words.titles and lower not in words.honorifics and desk.norms[k].islower():
            if k + 1 < count and desk.norms[k + 1][0].isupper():
                return ""
            if k + 1 < count and desk.norms[k + 1] in {"'s", "'"}:
                continue  # "the president's cousin"
            return " ".join(desk.lowers[first : k + 1])
        if desk.tokens[k].tag in {"VERB", "AUX", "ADP", "PUNCT", "CONJ", "PRON", "DET"}:
            return ""
    return ""
