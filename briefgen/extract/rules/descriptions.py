"""Descriptions: the words with which the article itself calls somebody something.

Modifiers before a name ("self-styled commander"), phrases and clauses beside it ("Ann Lee, a spokeswoman for the
fishermen"), and what follows "is".  The words are verbatim, without the article in front, and never from a quotation.
"""

from collections.abc import Iterator

from briefgen.extract.descriptions.before import before
from briefgen.extract.descriptions.beside import based, beside, copula, in_front, relative
from briefgen.extract.descriptions.fits import fits, is_alone
from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.relations.desk import Desk, desks, in_quotes
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Description, Mention
from briefgen.sockets import Rule

DESCRIBED = frozenset({"person", "organization", "country", "place", "other"})
KINDS = frozenset({"party", "movement", "union", "militia", "newspaper", "company", "group"})
NOMINAL = frozenset({"modifier", "apposition", "apposition in front"})


def find(analysis: Analysis) -> Iterator[Description]:
    """The descriptions of all names, in order."""
    for desk in desks(analysis):
        for index in desk.extents:
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
    places = [("modifier", before(desk, first, mention), 0.9)]
    if mention.type in {"person", "organization"}:
        places += [
            ("apposition", beside(desk, end), 0.88),
            ("apposition in front", in_front(desk, first, end, mention), 0.85),
            ("copula", copula(desk, end), 0.85),
            ("relative", relative(desk, end, mention), 0.82),
            ("participle", based(desk, end), 0.85),
        ]
    for rule, place, base in places:
        if place is None or is_alone(desk, place) or (rule in NOMINAL and not fits(desk, place, mention, rule)):
            continue
        if not in_quotes(analysis, desk.tokens[place[0]].start):
            start, stop = desk.tokens[place[0]].start, desk.tokens[place[1] - 1].end
            score = round(base * min(1.0, mention.score + 0.05), 2)
            yield Description(start, stop, desk.text[start:stop], index, rule, score)


RULE = Rule("descriptions", "descriptions", find)
