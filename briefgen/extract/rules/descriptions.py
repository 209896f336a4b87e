"""Descriptions: the words with which the article itself calls somebody something.

Modifiers before a name ("self-styled commander"), phrases beside it ("Ann Lee, a spokeswoman for the fishermen"), and
what follows "is".  The words are verbatim, without the article in front, and never from a quotation.
"""

from collections.abc import Iterator
from functools import cache

from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.relations.desk import Desk, desks, in_quotes
from briefgen.extract.statements.lexicon import load, words
from briefgen.extract.statements.text import DAYS, MONTHS, TIME_NOUNS
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Description, Mention
from briefgen.sockets import Rule

DESCRIBED = frozenset({"person", "organization", "country", "place", "other"})
BEFORE = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "VBN", "VBG", "RB", "VBD"})
BESIDE = BEFORE | {"IN", "DT", "PRP$", "POS", "CD", "CC", "TO"}
ARTICLES = frozenset({"a", "an", "the"})
BEARERS = ("er", "or", "ist", "man", "woman", "ian", "girl", "boy", "star", "ee", "ess", "ic", "ord")
LONGEST_BEFORE = 8
LONGEST_BESIDE = 18
STOPS = frozenset({"who", "which", "that", "whose", "where", "when", "as", "after", "because", "but", "while", "if"})
KINDS = frozenset({"party", "movement", "union", "militia", "newspaper", "company", "group"})
NOMINAL = frozenset({"modifier", "apposition"})
TRAILING = frozenset({"IN", "CC", "DT", "TO", "RB", "VBD"})
# Words for persons and bodies both.
BODILY = frozenset(
    {
        "rival",
        "giant",
        "partner",
        "champion",
        "owner",
        "host",
        "founder",
        "guard",
        "rebel",
        "opposition",
        "fighter",
        "broker",
        "dealer",
        "investor",
        "trader",
        "star",
        "hopeful",
        "contractor",
        "shareholder",
        "operator",
    }
)
COPULAS = frozenset({"is", "was", "remains", "are", "were"})


@cache
def empty() -> frozenset[str]:
    """Words that describe nobody."""
    return frozenset(words(load("descriptions.yaml")["empty"]))


@cache
def telling() -> frozenset[str]:
    """Adjectives that describe somebody by themselves."""
    return frozenset(words(load("descriptions.yaml")["telling"]))


@cache
def lasting() -> frozenset[str]:
    """Verbs whose past in a relative clause still says who somebody is: "who founded the bank"."""
    return frozenset(words(load("descriptions.yaml")["lasting"]))


@cache
def speaking() -> frozenset[str]:
    """Verbs of a relative clause that say what somebody does now, not who he is."""
    return frozenset(words(load("descriptions.yaml")["passing"]))


@cache
def directions() -> frozenset[str]:
    """Adjectives that tell a part of a country from another."""
    return frozenset(words(load("descriptions.yaml")["directions"]))


def find(analysis: Analysis) -> Iterator[Description]:
    """The descriptions of all names, in order."""
    for desk in desks(analysis):
        seen = -1
        for index in desk.mention_at:
            if index < 0 or index == seen:
                continue
            seen = index
            mention = desk.mentions[index]
            if mention.form == "name" and mention.type in DESCRIBED and not in_quotes(analysis, mention.start):
                yield from _of(analysis, desk, index, mention)


def _of(analysis: Analysis, desk: Desk, index: int, mention: Mention) -> Iterator[Description]:
    first, end = desk.extent(index)
    if desk.tokens[first].start < mention.start or desk.tokens[end - 1].end > mention.end:
        return  # the front of a compound
    further = desk.tokens[end].tag if end < len(desk.tokens) else ""
    named = mention.type in {"person", "organization"} and further == "PROPN" and desk.words[end] not in names().titles
    kind = mention.type == "organization" and further == "NOUN" and desk.words[end] in KINDS
    if further in {"NOUN", "PROPN"} and not named and not kind:
        return  # a modifier itself: "southern Swedish towns", "a former Berg aide"
    places = [("modifier", _before(desk, first, mention), 0.9)]
    if mention.type in {"person", "organization"}:
        places += [
            ("apposition", _beside(desk, end), 0.88),
            ("apposition in front", _in_front(desk, first, end), 0.85),
            ("copula", _copula(desk, end), 0.85),
            ("relative", _relative(desk, end, mention), 0.82),
            ("participle", _based(desk, end), 0.85),
        ]
    for rule, place, base in places:
        if place is None or (mention.type == "organization" and rule in NOMINAL and not _fits_body(desk, place)):
            continue
        if not in_quotes(analysis, desk.tokens[place[0]].start):
            start, stop = desk.tokens[place[0]].start, desk.tokens[place[1] - 1].end
            score = round(base * min(1.0, mention.score + 0.05), 2)
            yield Description(start, stop, desk.text[start:stop], index, rule, score)


def _before(desk: Desk, first: int, mention: Mention) -> tuple[int, int] | None:
    """The modifiers between the determiner or possessor and the name."""
    low = first
    while low > 0 and first - low < LONGEST_BEFORE and _modifies(desk, low - 1, low):
        low -= 1
    state = desk.tokens[low].form == "NNP" and desk.tokens[low - 2].form == "NNP" if 2 <= low < first else False
    if state and desk.words[low - 1] == "of" and desk.words[low - 2] in names().titles:
        low -= 2  # "Secretary of State"
        while low > 0 and _modifies(desk, low - 1, low):
            low -= 1
    while low < first and (_is_empty(desk, low) or desk.words[low] in names().honorifics):
        low += 1
    while (
        low < first
        and desk.mention_at[low] < 0
        and desk.tokens[low].form in {"RB", "VBD"}
        and desk.tokens[low + 1].form not in {"JJ", "VBN"}
    ):
        low += 1
    if low == first or all(desk.words[i] in names().honorifics for i in range(low, first)):
        return None
    if not any(desk.tokens[i].tag in {"NOUN", "PROPN"} or _stands_alone(desk, i) for i in range(low, first)):
        return None
    return (low, first) if _describes(desk, low, first, mention) else None


def _is_empty(desk: Desk, i: int) -> bool:
    """A word that describes nobody; "New" of "New York" is none."""
    return desk.words[i] in empty() and (desk.mention_at[i] < 0 or desk.mentions[desk.mention_at[i]].form != "name")


def _stands_alone(desk: Desk, i: int) -> bool:
    """An adjective that describes without a noun: "rival", "UN-recognised", "exiled", "internationally recognised"."""
    token = desk.tokens[i]
    return (
        token.form in {"VBN", "VBG", "VBD"}
        or desk.words[i].endswith("ed")
        or "-" in desk.words[i]
        or desk.words[i] in telling()
    )


def _fits_body(desk: Desk, place: tuple[int, int]) -> bool:
    """Whether a phrase can be of a body: its head is nobody's office or kin, and no person's name follows it."""
    first, end = place
    stop = next((i for i in range(first + 1, end) if desk.tokens[i].form in {"IN", "TO"}), end)
    word = desk.words[stop - 1]
    if word in names().titles and word not in names().org_nouns and word not in BODILY:
        return False
    return first == 0 or desk.tokens[first - 1].form != "PRP$" or not _introduces(desk, end)


def _introduces(desk: Desk, end: int) -> bool:
    """Whether a person's name stands behind the comma at ``end``: ", his spokesman, Jan Berg,"."""
    if end + 1 >= len(desk.tokens) or desk.words[end] != ",":
        return False
    mention = desk.mention(end + 1)
    return mention is not None and mention.type == "person"


def _modifies(desk: Desk, i: int, low: int) -> bool:
    token, word = desk.tokens[i], desk.words[i]
    if token.form not in BEFORE or word in DAYS or word in MONTHS or token.lemma in TIME_NOUNS:
        return False
    if token.form == "VBD":  # a participle only within a phrase: "the so named", "newly formed"
        return i > 0 and desk.tokens[i - 1].form in {"DT", "PRP$", "POS"}
    if token.form == "RB" and desk.mention_at[i] < 0:
        return desk.tokens[low].form in {"JJ", "VBN", "VBG"}
    if token.form in {"VBN", "VBG"}:
        return "-" in word or _is_attributive(desk, i)
    return True


def _is_attributive(desk: Desk, i: int) -> bool:
    """Whether a participle stands in a noun phrase: "the ruling", "newly formed", "defending champion" at the start."""
    if i == 0:
        return desk.tokens[1].form in {"NN", "JJ"}
    before = desk.tokens[i - 1].form
    if before == "RB":
        return i > 1 and desk.tokens[i - 2].form in {"DT", "PRP$", "POS", "IN"}
    return before in {"DT", "PRP$", "POS", "JJ"}


def _describes(desk: Desk, low: int, first: int, mention: Mention) -> bool:
    """Whether the words before a name say something: not only further names."""
    if desk.tokens[first - 1].tag == "NOUN" and not _can_be(desk, first - 1, mention):
        return False
    part = mention.type in {"country", "place"} and all(desk.words[i] in directions() for i in range(low, first))
    if part or (low and desk.tokens[low - 1].form == "BE"):
        return False  # "southern Chad"; "it is imperative Statoil acts"
    named = mention.type == "person" and bool(mention.role)
    return named or any(_is_telling(desk, i) for i in range(low, first))


def _is_telling(desk: Desk, i: int) -> bool:
    """Whether a word before a name is more than a name: a plain word, an office, a people, a compound."""
    if desk.tokens[i].form != "NNP" or desk.words[i] in names().titles or desk.words[i].endswith("-elect"):
        return True
    mention = desk.mention(i)
    if mention is None:
        return False
    return mention.type == "nationality" or ("-" in desk.words[i] and mention.end < desk.tokens[i].end)


def _can_be(desk: Desk, i: int, mention: Mention) -> bool:
    """Whether the common noun before a name can be what it is: "oil giant Statoil", not "its allies Chad and Mali"."""
    word = desk.words[i]
    if mention.type in {"country", "place"}:
        return False
    if word in names().org_nouns or word in names().titles:
        return True
    return mention.type == "person" and (bool(mention.role) or word.endswith(BEARERS))


def _beside(desk: Desk, end: int) -> tuple[int, int] | None:
    """The phrase between commas behind a name, over an age."""
    count = len(desk.tokens)
    i = end
    if i + 2 < count and desk.words[i] == "(" and desk.words[i + 2] == ")":
        i += 3
    if i < count - 2 and desk.words[i] == "," and desk.tokens[i + 1].form == "CD" and desk.words[i + 2] == ",":
        i += 2
    if i >= count - 2 or desk.words[i] not in {",", "–", "—", "-"}:
        return None
    return _phrase(desk, i + 1, closed=True)


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
    return (opens or possessed or stop < end) and (desk.tokens[head].form in {"NN", "NNS"} or is_office)


def _in_front(desk: Desk, first: int, end: int) -> tuple[int, int] | None:
    """ "The commander of the rebels, A B, …": a phrase that begins the clause, the name between commas."""
    while first > 3 and desk.tokens[first - 1].form == "NNP" and desk.words[first - 1] in names().titles:
        first -= 1
    if first < 2 or desk.words[first - 1] != ",":
        return None
    if end < len(desk.tokens) and desk.tokens[end].tag not in {"PUNCT", "VERB", "AUX"}:
        return None
    low = first - 1
    while low > 0 and desk.tokens[low - 1].form in BESIDE and first - low < LONGEST_BESIDE:
        verb = desk.tokens[low - 1].form in {"VBD", "VBG"} and desk.tokens[low].form in {"DT", "PRP$", "NNP", "IN"}
        if verb:
            break
        low -= 1
    while low < first - 1 and desk.words[low] not in ARTICLES and desk.tokens[low].form not in {"PRP$", "NNP"}:
        low += 1
    if desk.words[low] in ARTICLES and low and desk.tokens[low - 1].tag == "ADP" and _is_listed(desk, end):
        return None  # "between the leader of the party, Ann Lee, and Jan Berg"
    if low >= first - 2 or (
        low > 0 and desk.tokens[low - 1].tag not in {"PUNCT", "VERB", "AUX", "CONJ", "ADP", "PRON"}
    ):
        return None
    place = _phrase(desk, low, closed=True)
    return place if place is not None and place[1] == first - 1 else None


def _is_listed(desk: Desk, end: int) -> bool:
    return end + 1 < len(desk.tokens) and desk.words[end] == "," and desk.words[end + 1] in {"and", "or"}


def _relative(desk: Desk, end: int, mention: Mention) -> tuple[int, int] | None:
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
    perfect = token.form == "HV" and desk.tokens[verb + 1].lemma in lasting()
    if not (token.form == "VBZ" or perfect or (token.form == "VBD" and token.lemma in lasting())):
        return None
    if (token.lemma in speaking() and not perfect) or (perfect and desk.words[verb] != "has"):
        return None
    stop = next((j for j in range(verb, min(verb + LONGEST_BESIDE, count)) if desk.tokens[j].tag == "PUNCT"), -1)
    return (i + 1, stop) if stop > verb + 1 else None


def _based(desk: Desk, end: int) -> tuple[int, int] | None:
    """ ", based in Oslo,"."""
    i = end
    count = len(desk.tokens)
    if i + 5 < count and desk.words[i + 1] == "which" and desk.words[i + 2] == "is" and desk.words[i] == ",":
        i += 2
    elif i + 3 >= count or desk.words[i] != ",":
        return None
    if desk.words[i + 1] not in {"based", "headquartered"}:
        return None
    stop = next((j for j in range(i + 2, min(i + 9, count)) if desk.tokens[j].tag in {"PUNCT", "VERB"}), count)
    return i + 1, stop


def _copula(desk: Desk, end: int) -> tuple[int, int] | None:
    """ "A B is a …"."""
    i = end
    if i < len(desk.tokens) - 3 and desk.words[i] == "," and desk.words[i + 1] == "who":
        i += 2
    if i >= len(desk.tokens) - 2 or desk.words[i] not in COPULAS or desk.words[i + 1] not in ARTICLES:
        return None
    return _phrase(desk, i + 1, closed=False)


RULE = Rule("descriptions", "descriptions", find)
