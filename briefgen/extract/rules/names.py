"""Names: persons, organizations, countries, places and peoples, typed by evidence and not by a capital letter.

What is found here is provisional: each name stands alone (chain -1); ``chains.link`` settles what refers to the
same thing, and lets evidence from one place in the article type the name in another.
"""

from collections.abc import Iterator, Sequence

from briefgen.extract.names.desk import Desk, Find
from briefgen.extract.names.headlines import Heard, headline
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.names.parse import Parser
from briefgen.extract.syntax.tokens import split
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import Mention
from briefgen.sockets import Rule

SIGNED = frozenset({"newsroom", "desk"})


def find(analysis: Analysis) -> list[Mention]:
    """Every name of title, datelines and body; lines in capitals are read last, by what the others name."""
    desks = list(map(Desk, analysis.sentences, analysis.columns))
    sport = is_about_sport(analysis, desks)
    found = [item for desk in desks if not desk.shouted for item in sentence(desk, sport)]
    quiet = [desk for desk in desks if desk.shouted]
    quiet.extend(map(Desk, datelines(analysis)))
    title = Desk(analysis.title)
    if title.quiet:
        quiet.append(title)
    heard = Heard(found if quiet else ())
    if not title.quiet:
        found.extend(sentence(title))
    for desk in quiet:
        found.extend(headline(desk, heard))
    return [as_mention(analysis, item) for item in found]


def is_about_sport(analysis: Analysis, desks: Sequence[Desk]) -> bool:
    """Whether so many words of the article are those of sport that a town may well mean its team."""
    words = lexicon().sports
    seen = sum([norm in words for desk in desks if not words.isdisjoint(desk.norms) for norm in desk.norms])
    return seen > 3 and seen * 70 > 1 + sum(map(len, analysis.sentences))


def sentence(desk: Desk, sport: bool = False) -> list[Find]:
    """The names in one sentence."""
    found: list[Find] = []
    if desk.norms[:1] in (("--",), ("-",), ("–",)) and SIGNED & set(desk.lowers):
        return found  # "-- Ann Lee, Oslo Newsroom"
    parser = Parser(desk, sport)
    for i, j in desk.runs():
        found.extend(parser.parse(i, j))
    return found


def datelines(analysis: Analysis) -> Iterator[Sequence[Token]]:
    """The words of the datelines, which stand outside the sentences."""
    text = analysis.document.text
    for piece in analysis.document.furniture:
        if piece.kind == "dateline":
            yield [Token(*part, "PROPN", part[3].lower(), "NNP") for part in split(text, piece.start, piece.end)]


def as_mention(analysis: Analysis, item: Find) -> Mention:
    """The find as a mention that no other is linked to yet."""
    text = analysis.document.text[item.start : item.end]
    factors = (("base", item.score),)
    return Mention(
        item.start,
        item.end,
        text,
        item.type,
        item.name,
        -1,
        "name",
        None,
        item.rule,
        item.score,
        factors,
        item.role,
        item.country,
    )


RULE = Rule("names", "mentions", find)
