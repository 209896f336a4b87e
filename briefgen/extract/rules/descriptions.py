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
COPULAS = frozenset({"is", "was", "remains", "are", "were"})


@cache
def empty() -> frozenset[str]:
    """Words that describe nobody."""
    return frozenset(words(load("descriptions.yaml")["empty"]))


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
    further = end < len(desk.tokens) and desk.tokens[end].tag in {"NOUN", "PROPN"}
    if further and (mention.type not in {"person", "organization"} or desk.words[end] in names().titles):
        return  # a modifier itself: "southern Swedish towns"
    places = [("modifier", _before(desk, first, mention), 0.9)]
    if mention.type in {"person", "organization"}:
        places += [
            ("apposition", _beside(desk, end), 0.88),
            ("apposition in front", _in_front(desk, first, end), 0.85),
            ("copula", _copula(desk, end), 0.85),
        ]
    for rule, place, base in places:
        if place is not None and not in_quotes(analysis, desk.tokens[place[0]].start):
            start, stop = desk.tokens[place[0]].start, desk.tokens[place[1] - 1].end
            score = round(base * min(1.0, mention.score + 0.05), 2)
            yield Description(start, stop, desk.text[start:stop], index, rule, score)


def _before(desk: Desk, first: int, mention: Mention) -> tuple[int, int] | None:
    """The modifiers between the determiner or possessor and the name."""
    low = first
    while low > 0 and first - low < LONGEST_BEFORE and _modifies(desk, low - 1, low):
        low -= 1
    if 2 <= low < first and desk.words[low - 1] == "of" and desk.words[low - 2] in names().titles:
        low -= 2  # "Secretary of State"
        while low > 0 and _modifies(desk, low - 1, low):
            low -= 1
    while low < first and (desk.words[low] in empty() or desk.words[low] in names().honorifics):
        low += 1
    while low < first and desk.tokens[low].form in {"RB", "VBD"} and desk.tokens[low + 1].form not in {"JJ", "VBN"}:
        low += 1
    if low == first or all(desk.words[i] in names().honorifics for i in range(low, first)):
        return None
    return (low, first) if _describes(desk, low, first, mention) else None


def _modifies(desk: Desk, i: int, low: int) -> bool:
    token, word = desk.tokens[i], desk.words[i]
    if token.form not in BEFORE or word in DAYS or word in MONTHS or token.lemma in TIME_NOUNS:
        return False
    if token.form == "VBD":  # a participle only within a phrase: "the so named", "newly formed"
        return i > 0 and desk.tokens[i - 1].form in {"DT", "PRP$", "POS"}
    if token.form == "RB":
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
    while i < count and i - first < LONGEST_BESIDE and desk.tokens[i].form in BESIDE and desk.words[i] not in STOPS:
        if desk.tokens[i].form in {"VBD", "VBG"} and desk.tokens[i - 1].form not in {"DT", "JJ", "RB", "PRP$", "POS"}:
            break
        i += 1
    if i < count and closed and desk.tokens[i].tag != "PUNCT" and desk.words[i] not in STOPS:
        return None
    start = first + (desk.words[first] in ARTICLES or desk.tokens[first].form == "PRP$")
    while i > start and desk.tokens[i - 1].form in {"IN", "CC", "DT", "TO", "RB", "VBD"}:
        i -= 1
    if i <= start or not _has_common_head(desk, first, i) or _is_list(desk, first, i):
        return None
    return start, i


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
    if first < 3 or desk.words[first - 1] != "," or end >= len(desk.tokens) or desk.words[end] != ",":
        return None
    low = first - 1
    while low > 0 and desk.tokens[low - 1].form in BESIDE and first - low < LONGEST_BESIDE:
        low -= 1
    while low < first - 1 and desk.words[low] not in ARTICLES and desk.tokens[low].form not in {"PRP$", "NNP"}:
        low += 1
    if low >= first - 2 or (low > 0 and desk.tokens[low - 1].tag not in {"PUNCT", "VERB", "CONJ"}):
        return None
    place = _phrase(desk, low, closed=True)
    return place if place is not None and place[1] == first - 1 else None


def _copula(desk: Desk, end: int) -> tuple[int, int] | None:
    """ "A B is a …"."""
    i = end
    if i < len(desk.tokens) - 3 and desk.words[i] == "," and desk.words[i + 1] == "who":
        i += 2
    if i >= len(desk.tokens) - 2 or desk.words[i] not in COPULAS or desk.words[i + 1] not in ARTICLES:
        return None
    return _phrase(desk, i + 1, closed=False)


RULE = Rule("descriptions", "descriptions", find)
