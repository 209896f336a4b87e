"""Noun phrases that stand for people or bodies that act: "government forces", "the rebels", "Haliburn's troops", "a
spokesman".

They are mentions of form ``nominal``, never names. The phrase reaches from its first describing word, a possessor
included and an article left out, to its head noun, which is the mention's ``role``.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.names.nationals import national
from briefgen.extract.syntax.columns import places
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import Mention
from briefgen.sockets import Rule

BEFORE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
PARTICIPLES = frozenset({"VBN", "VBG"})
COMPASS = frozenset({"North", "South", "East", "West"})
DEFINITE = frozenset("the this that these those his her its their our my".split())
ARTICLES = frozenset(
    "the a an this that these those his her its their our my your some any no every each all both many several".split()
)
THE = frozenset({"the", "The"})
MOST_WORDS = 7


def find(analysis: Analysis) -> Iterator[Mention]:
    """The noun phrases of the body whose head is a word for people or a body of people."""
    groups, roles, heads = _heads()
    for tokens, row in zip(analysis.sentences, analysis.columns, strict=True):
        behind_article = [i + 1 for i in places(row.norms[:-1], THE)]
        for k in sorted({*behind_article, *places(row.lowers, heads)}):
            tag, norm = row.tags[k], row.norms[k]
            if tag == "NOUN":
                if norm in heads and is_head(tokens, k):
                    yield phrase(analysis, tokens, k, norm in groups)
            elif tag == "PROPN" and row.lowers[k] in roles and is_office(tokens, k):
                yield phrase(analysis, tokens, k, False)
            elif k in behind_article and (one := national(tokens, k)) is not None:
                yield compatriot(analysis, tokens, k, *one)


@cache
def _heads() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words for people or bodies of people, those for offices and ranks, and all of them."""
    groups, roles = lexicon().groups, lexicon().offices | lexicon().ranks
    return groups, roles, groups | roles


def compatriot(analysis: Analysis, tokens: Sequence[Token], k: int, end: int, country: str) -> Mention:
    """ "the Bulgarian": somebody of that country; its name stands in ``country``."""
    start, stop = tokens[k].start, tokens[end - 1].end
    text = analysis.document.text[start:stop]
    return Mention(
        start, stop, text, "other", text, -1, form="nominal", rule="national", score=0.75, role="man", country=country
    )


def is_head(tokens: Sequence[Token], k: int) -> bool:
    """Whether the noun ends its phrase: no further noun, name or possessed thing joined to it."""
    if k + 1 == len(tokens):
        return True
    after = tokens[k + 1]
    if after.tag in {"NOUN", "PROPN"} or (after.norm == "executive" and tokens[k].norm == "chief"):
        return False
    return not (after.norm == "-" and after.start == tokens[k].end)


def is_office(tokens: Sequence[Token], k: int) -> bool:
    """ "the President", "the Prime Minister": an office in capitals after an article or possessor, with no name after
    it.
    """
    first = k
    while first > 0 and tokens[first - 1].tag in {"PROPN", "ADJ"}:
        first -= 1
    return first > 0 and tokens[first - 1].norm.lower() in DEFINITE | {"'s"} and is_head(tokens, k)


def phrase(analysis: Analysis, tokens: Sequence[Token], k: int, group: bool) -> Mention:
    """The phrase that ends with the noun at ``k``."""
    first = start_of(tokens, k)
    before = tokens[first - 1].norm.lower() if first else ""
    owned = "POS" in [t.form for t in tokens[first:k]]
    definite = before in DEFINITE or owned
    score = 0.8 if definite or group else 0.7
    start, end = tokens[first].start, tokens[k].end
    text = analysis.document.text[start:end]
    name = " ".join([t.norm for t in tokens[first : k + 1]]).replace(" 's", "'s")
    rule = "phrase-the" if definite else "phrase"
    return Mention(
        start, end, text, "other", name, -1, form="nominal", rule=rule, score=score, role=tokens[k].norm.lower()
    )


def start_of(tokens: Sequence[Token], k: int) -> int:
    """The first token of the noun phrase, article left out, possessor taken in."""
    first = k
    while first > 0 and k - first < MOST_WORDS:
        before = tokens[first - 1]
        if before.form == "POS" and first > 1 and tokens[first - 2].tag in BEFORE:
            first -= 2
        elif before.norm.lower() in ARTICLES:
            break
        elif before.tag in BEFORE or before.norm in COMPASS or is_describing(tokens, first - 1):
            first -= 1
        else:
            break
    while first < k and tokens[first].tag == "NUM" and tokens[first].norm.isdigit() and len(tokens[first].norm) == 4:
        first += 1
    return first


def is_describing(tokens: Sequence[Token], i: int) -> bool:
    """A participle that describes ("the advancing troops", "ousted president"), no verb form."""
    return tokens[i].form in PARTICIPLES and i > 0 and tokens[i - 1].form in {"DT", "JJ", "PRP$"}


RULE = Rule("names-groups", "mentions", find)
