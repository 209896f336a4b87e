"""Relations inside a compound: "A-backed B", "A-based B", "pro-A B"; B is the head of the noun phrase."""

from collections.abc import Iterator

from briefgen.extract.relations.desk import Basis, Desk, desks, in_quotes
from briefgen.extract.relations.lexicon import lexicon
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Relation

INSIDE = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "RB"})


def find(analysis: Analysis) -> Iterator[Relation]:
    """The relations told by compounds, in order."""
    for desk in desks(analysis):
        stretch = desk.text[desk.tokens[0].start : desk.tokens[-1].end]
        if "-" not in stretch and stretch.isascii():
            continue
        for i, word in enumerate(desk.words):
            if "-" in word and desk.mention_at[i] >= 0 and not in_quotes(analysis, desk.tokens[i].start):
                yield from _compound(desk, i, word)


def _compound(desk: Desk, i: int, word: str) -> Iterator[Relation]:
    index = desk.mention_at[i]
    mention, token = desk.mentions[index], desk.tokens[i]
    front, back = word[: mention.start - token.start].strip("-"), word[mention.end - token.start :].strip("-")
    words = lexicon()
    kind = words.compounds.get(back) if not front else words.prefixes.get(front) if not back else None
    head = head_of(desk, i)
    _, end = desk.extent(index)
    longer = end > i + 1 and mention.type == "person" and desk.words[end - 1].endswith("s")
    if kind is None or head < 0 or longer:  # "pro-Berg Alternatives": the name goes on behind the compound
        return
    if front:  # "pro-A B": B supports A
        yield from desk.relation(head, kind, index, Basis("prefix", 0.85))
    elif kind == "located_in":
        yield from desk.relation(head, kind, index, Basis("compound", 0.94))
    else:
        yield from desk.relation(index, kind, head, Basis("compound", 0.95))


def head_of(desk: Desk, i: int) -> int:
    """The mention that the noun phrase around a modifier is; a name that ends it wins ("X-backed strongman A")."""
    found = -1
    for j in range(i + 1, len(desk.tokens)):
        if desk.tokens[j].form == "POS":
            return -1 if found < 0 else found
        if desk.tokens[j].form not in INSIDE and desk.tokens[j].norm not in ("&",):
            break
        if desk.mention_at[j] >= 0 and desk.acts(desk.mention_at[j]):
            found = desk.mention_at[j]
    return found
