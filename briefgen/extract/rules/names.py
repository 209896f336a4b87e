"""Names: persons, organizations, countries, places and peoples, typed by evidence and not by a capital letter.

What is found here is provisional: each name stands alone (chain -1); ``chains.link`` settles what refers to the same thing,
and lets evidence from one place in the article type the name in another.
"""

from collections.abc import Iterator, Sequence

from briefgen.extract.rules.names_desk import Desk, Find, inside_compound
from briefgen.extract.rules.names_parse import KIND_SCORE, KIND_TYPE, Parser
from briefgen.extract.world import world
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import Mention
from briefgen.sockets import Rule


def find(analysis: Analysis) -> Iterator[Mention]:
    """Every name of the article's title and body."""
    for tokens in (analysis.title, *analysis.sentences):
        if tokens:
            yield from (as_mention(analysis, item) for item in sentence(tokens))


def sentence(tokens: Sequence[Token]) -> Iterator[Find]:
    """The names in one sentence."""
    desk = Desk(tokens)
    parser = Parser(desk)
    last = 0
    for i, j in desk.runs():
        for k in range(last, i):
            if "-" in desk.norms[k] and len(desk.norms[k]) > 3:
                yield from compound(desk, k)
        start = i
        for k in range(i, j):
            if "-" in desk.norms[k] and inside_compound(desk.norms[k]):
                yield from parser.parse(start, k)
                yield from compound(desk, k)
                start = k + 1
        yield from parser.parse(start, j)
        last = j
    for k in range(last, len(desk.norms)):
        if "-" in desk.norms[k] and len(desk.norms[k]) > 3:
            yield from compound(desk, k)


def compound(desk: Desk, k: int) -> Iterator[Find]:
    """The name inside "Kremlin-backed" or "pro-Kremlin"."""
    inner = inside_compound(desk.norms[k])
    if inner:
        token = desk.tokens[k]
        name = desk.norms[k][inner[0] : inner[1]]
        known = world().forms.get(name)
        if known:
            yield Find(
                token.start + inner[0],
                token.start + inner[1],
                KIND_TYPE[known.kind],
                known.name,
                KIND_SCORE[known.kind],
                "compound",
            )
        elif len(name) > 1:
            yield Find(token.start + inner[0], token.start + inner[1], "other", name, 0.5, "compound")


def as_mention(analysis: Analysis, item: Find) -> Mention:
    """The find as a mention that no other is linked to yet."""
    text = analysis.document.text[item.start : item.end]
    return Mention(
        item.start,
        item.end,
        text,
        item.type,
        item.name,
        -1,
        rule=item.rule,
        score=item.score,
        role=item.role,
        country=item.country,
    )


RULE = Rule("names", "mentions", find)
