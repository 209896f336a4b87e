"""Phrases and clauses beside a name: "Ann Lee, a lawyer", "the lawyer, Ann Lee,", "Ann Lee, who runs a bakery"."""

from briefgen.extract.descriptions.before import BEFORE, BODIES
from briefgen.extract.descriptions.fits import PERSONAL, fits
from briefgen.extract.descriptions.lexicon import lexicon
from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.relations.desk import Desk
from briefgen.extract.statements.text import DAYS, TIME_NOUNS
from briefgen.model.annotation import Mention

BESIDE = BEFORE | {"IN", "DT", "PRP$", "POS", "CD", "CC", "TO"}
ARTICLES = frozenset({"a", "an", "the"})
LONGEST_BESIDE = 18
STOPS = frozenset({"who", "which", "that", "whose", "where", "when", "as", "after", "because", "but", "while", "if"})
TRAILING = frozenset({"IN", "CC", "DT", "TO", "RB", "VBD"})
COPULAS = frozenset({"is", "was", "remains", "are", "were"})
LINE_OPENERS = frozenset("On In At By For With After From".split())
MARKS = frozenset(('"', "“", "``", "''", "‘", "'", "«"))
VAGUE = frozenset({"it", "them", "him", "so"})
BORDERS = frozenset({"PUNCT", "VERB", "AUX", "CONJ", "ADP", "PRON"})


def beside(desk: Desk, end: int) -> tuple[int, int] | None:
    """The phrase between commas behind a name, over an age."""
    count = len(desk.tokens)
    i = end
    if i + 2 < count and desk.words[i] == "(" and desk.words[i + 2] == ")":
        i += 3
    if i < count - 2 and desk.words[i] == "," and desk.tokens[i + 1].form == "CD" and desk.words[i + 2] == ",":
        i += 2
    if i >= count - 2 or desk.words[i] not in {",", "–", "—", "-"}:
        return None
    place = _phrase(desk, i + 1, closed=True)
    return None if place is not None and _is_of_next(desk, end, place[1]) else place


def _is_of_next(desk: Desk, end: int, stop: int) -> bool:
    """Whether a name between commas follows the phrase, and the name before it only ends the sentence's opening: "To
    Ann Lee, the mayor, Jan Berg, was".
    """
    if stop + 1 >= len(desk.tokens) or desk.words[stop] != "," or desk.tokens[0].form not in {"IN", "TO", "VBG"}:
        return False
    after, opening = desk.mention(stop + 1), desk.mention(end - 1)
    if after is None or opening is None or after.type != "person" or after.form != "name":
        return False
    if any(desk.words[i] == "," for i in range(end)):
        return False
    behind = next((i for i in range(stop + 1, len(desk.tokens)) if desk.tokens[i].start >= after.end), -1)
    return behind > 0 and desk.words[behind] == ","


def _phrase(desk: Desk, first: int, closed: bool) -> tuple[int, int] | None:
    """The noun phrase from ``first`` to a mark, "who" or the like; its head must be a common noun."""
    count = len(desk.tokens)
    i = first
    while i < count and i - first < LONGEST_BESIDE and desk.tokens[i].form in BESIDE and not _stops(desk, i):
        if desk.tokens[i].form in {"VBD", "VBG"} and desk.tokens[i - 1].form not in {"DT", "JJ", "RB", "PRP$", "POS"}:
            break
        i += 1
    if i < count and closed and desk.tokens[i].tag != "PUNCT" and not _stops(desk, i):
        return None
    if i < count and desk.words[i] == "after" and any(desk.tokens[k].form == "JJS" for k in range(first, i)):
        return None  # "the largest town after Oslo" is not the largest
    start = first + (desk.words[first] in ARTICLES or desk.tokens[first].form == "PRP$")
    while i > start and (desk.tokens[i - 1].form in TRAILING or _is_honorific(desk, i - 1)):
        i -= 1
    if i <= start or not _has_common_head(desk, first, i) or _is_list(desk, first, i):
        return None
    return start, i


def _is_honorific(desk: Desk, i: int) -> bool:
    return desk.words[i] in names().honorifics and desk.tokens[i].norm[0].isupper()


def _stops(desk: Desk, i: int) -> bool:
    """Whether a clause begins; the WHO does not."""
    return desk.words[i] in STOPS and not desk.tokens[i].norm.isupper()


def _is_list(desk: Desk, first: int, end: int) -> bool:
    """ "the agency, its partners and the army": further things, not a second name for the first."""
    joined = (i for i in range(first, end - 1) if desk.tokens[i].form == "CC")
    return any(desk.tokens[i + 1].form in {"DT", "PRP$", "NNP"} for i in joined)


def _has_common_head(desk: Desk, first: int, end: int) -> bool:
    """Whether the phrase before its first preposition ends in a common noun or an office."""
    stop = next((i for i in range(first + 1, end) if desk.tokens[i].form in {"IN", "TO"}), end)
    head = stop - 1
    opens = desk.words[first] in ARTICLES or desk.tokens[first].form == "PRP$" or desk.words[head] in names().titles
    possessed = any(desk.tokens[i].form == "POS" for i in range(first, stop))
    is_office = desk.words[head] in names().titles
    if desk.tokens[first].form in {"RB", "CC", "TO", "IN"} or desk.tokens[head].lemma in TIME_NOUNS:
        return False
    opens = opens or possessed or (stop < end and desk.tokens[head].form != "NNS")  # "leads in the polls"
    return opens and (desk.tokens[head].form in {"NN", "NNS"} or is_office)


def in_front(desk: Desk, first: int, end: int, mention: Mention) -> tuple[int, int] | None:
    """ "The commander of the rebels, A B, …": a phrase that begins the clause, the name between commas."""
    while first > 3 and desk.tokens[first - 1].form == "NNP" and desk.words[first - 1] in names().titles:
        first -= 1
    if first < 2 or desk.words[first - 1] != ",":
        return None
    if end < len(desk.tokens) and desk.tokens[end].tag not in {"PUNCT", "VERB", "AUX"}:
        return None
    low = first - 1
    while low > 0 and desk.tokens[low - 1].form in BESIDE and first - low < LONGEST_BESIDE:
        if desk.tokens[low - 1].form in {"VBD", "VBG"} and desk.tokens[low].form in {"DT", "PRP$", "NNP", "IN"}:
            break
        low -= 1
    for i in range(low + 1, first):
        if desk.tokens[i].norm in LINE_OPENERS:
            low = i + 1  # "with their lives On Friday one young man, Jan Berg,": another line begins
    if any(desk.words[i] == "predecessor" for i in range(low, first)):
        return None  # "her predecessor as mayor, Ann Lee,": she is it no more
    for start in range(low, first - 2):  # the longest phrase that can be of somebody
        if _opens_phrase(desk, start, end):
            place = _phrase(desk, start, closed=True)
            if place is not None and place[1] == first - 1:
                place = _bearing(desk, place, mention)
                if place is None or fits(desk, place, mention, "apposition in front"):
                    return place
    return None


def _is_governed(desk: Desk, start: int) -> bool:
    """Whether a phrase is a verb's or preposition's, so that the clause before a subject ends with it."""
    return start > 0 and desk.tokens[start - 1].tag in {"ADP", "VERB"}


def _bearing(desk: Desk, place: tuple[int, int], mention: Mention) -> tuple[int, int] | None:
    """The noun phrase to which a name behind it is in apposition: the last that can be it.

    "the fleet of the owner, Fjord Lines,": the owner; "the head of the bank, Ann Lee,": the head, since no person is a
    bank; "an adviser of the ruler, Jan Berg,": nobody can tell, so None.
    """
    first, end = place
    link = next((i for i in range(end - 1, first, -1) if desk.tokens[i].form in {"IN", "TO"}), None)
    if link is None or desk.tokens[end - 1].form != "NN" or desk.words[end - 1] in names().honorifics:
        return place
    last = (link + 1 + (desk.tokens[link + 1].form in {"DT", "PRP$"}), end)
    head = desk.words[end - 1]
    if mention.type == "person":
        personal = head in names().titles - BODIES or head.endswith(PERSONAL)
        if not personal:
            return place
        return None if fits(desk, (first, link), mention, "apposition") else last
    known = head in names().org_nouns or head in lexicon().bodily
    return last if known and mention.type == "organization" and last[0] < end else place


def _opens_phrase(desk: Desk, i: int, end: int) -> bool:
    """Whether a noun phrase may begin at token ``i`` that the name before ``end`` is in apposition to."""
    if desk.words[i] not in ARTICLES and desk.tokens[i].form not in {"PRP$", "NNP"}:
        return False
    if _is_governed(desk, i) and desk.tokens[min(end, len(desk.tokens) - 1)].tag != "PUNCT":
        return False  # "with the voice of a singer, Ann Lee said"
    if desk.words[i] in DAYS:
        return False  # "On Friday their baker, Ann Lee,"
    if i and desk.tokens[i - 1].tag == "ADP" and desk.words[i] in ARTICLES and _is_listed(desk, end):
        return False  # "between the leader of the party, Ann Lee, and Jan Berg"
    body = desk.mention(end - 1)
    if i and desk.tokens[i - 1].tag == "ADP" and body is not None and body.type == "organization":
        return desk.tokens[i].form != "PRP$"  # "despite problems in its newsprint business, Norske Skog gained"
    return i == 0 or desk.tokens[i - 1].tag in BORDERS or desk.words[i - 1] in DAYS


def _is_listed(desk: Desk, end: int) -> bool:
    return end + 1 < len(desk.tokens) and desk.words[end] == "," and desk.words[end + 1] in {"and", "or"}


def relative(desk: Desk, end: int, mention: Mention) -> tuple[int, int] | None:
    """ "who runs a bakery", "which sells half of its output to Norway": what lasts or is done, not said."""
    i = end
    count = len(desk.tokens)
    if i + 2 < count and desk.words[i] == "," and desk.tokens[i + 1].form == "CD" and desk.words[i + 2] == ",":
        i += 2
    who = "who" if mention.type == "person" else "which"
    if i + 3 >= count or desk.words[i] != "," or desk.words[i + 1] != who:
        return None
    verb = i + 2
    while verb < count - 1 and desk.tokens[verb].form == "RB":
        verb += 1
    token = desk.tokens[verb]
    perfect = token.form == "HV" and desk.tokens[verb + 1].lemma in lexicon().lasting
    if not (token.form == "VBZ" or perfect or (token.form == "VBD" and token.lemma in lexicon().lasting)):
        return None
    if (token.lemma in lexicon().passing and not perfect) or (perfect and desk.words[verb] != "has"):
        return None
    stop = next((j for j in range(verb, min(verb + LONGEST_BESIDE, count)) if desk.tokens[j].tag == "PUNCT"), -1)
    vague = any(desk.words[j] in VAGUE for j in range(verb, stop))  # "who founded it": alone that tells nothing
    return (i + 1, stop) if stop > verb + 1 and not vague else None


def based(desk: Desk, end: int) -> tuple[int, int] | None:
    """ ", based in Oslo,"."""
    i = end
    count = len(desk.tokens)
    if i + 5 < count and desk.words[i + 1] == "which" and desk.words[i + 2] == "is" and desk.words[i] == ",":
        i += 2
    elif i + 3 >= count or desk.words[i] != ",":
        return None
    if desk.words[i + 1] not in {"based", "headquartered"}:
        return None
    stop = next((j for j in range(i + 2, min(i + LONGEST_BESIDE, count)) if desk.tokens[j].tag in {"PUNCT", "VERB"}), 0)
    return (i + 1, stop) if stop else None


def copula(desk: Desk, end: int) -> tuple[int, int] | None:
    """ "A B is a …"."""
    i = end
    if i < len(desk.tokens) - 3 and desk.words[i] == "," and desk.words[i + 1] == "who":
        i += 2
    if i >= len(desk.tokens) - 2 or desk.words[i] not in COPULAS or desk.words[i + 1] not in ARTICLES:
        return None
    one = desk.mention(end - 1) if desk.words[i] == "were" else None
    if one is not None and one.type == "person":
        return None  # "if Ann Lee were a man"
    place = _phrase(desk, i + 1, closed=False)
    after = place[1] if place is not None else 0
    cut = after < len(desk.tokens) and (desk.tokens[after].form in {"VBN", "VBD"} or desk.words[after] in MARKS)
    return None if cut else place  # "the fifth coach dismissed this year", "author of the new "How to Sail""
