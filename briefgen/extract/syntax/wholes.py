"""Names that hold words of other classes are made whole before the clauses are read again.

"Water Is Ours", "the Transport and General Workers' Union": inside a name a verb, pronoun or "and" is only a part.
"""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from msgspec.structs import replace

from briefgen.extract.syntax.clauses import parse
from briefgen.extract.syntax.columns import columns
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import Mention

_FOREIGN = frozenset(
    {"CC", "BE", "HV", "DO", "MD", "VB", "VBZ", "VBD", "VBN", "VBG", "PRP", "PRP$", "WP", "RB", "RP", "CS", "JJ", "NNS"}
)
_SURE = 0.8
_START = attrgetter("start")


def whole_names(desk: Analysis) -> Analysis:
    """The desk with the words inside sure names tagged as names, and their sentences parsed anew."""
    names = sorted((m for m in desk.mentions if _may_hold(m)), key=lambda m: m.start)
    if not names:
        return desk
    sentences, rows, parses = list(desk.sentences), list(desk.columns), list(desk.parses)
    at = 0
    for number, tokens in enumerate(desk.sentences):
        if not tokens:
            continue
        while at < len(names) and names[at].end <= tokens[0].start:
            at += 1
        last = at
        while last < len(names) and names[last].start < tokens[-1].end:
            last += 1
        changed = _tagged(tokens, names[at:last]) if last > at else tokens
        if changed is not tokens:
            sentences[number], rows[number] = changed, columns(changed)
            parses[number] = parse(rows[number])
    return replace(desk, sentences=tuple(sentences), columns=tuple(rows), parses=tuple(parses))


def _may_hold(mention: Mention) -> bool:
    named = mention.form == "name" and mention.score >= _SURE and mention.type in {"organization", "other", "place"}
    return named and " " in mention.text


def _tagged(tokens: tuple[Token, ...], names: Iterable[Mention]) -> tuple[Token, ...]:
    """The tokens with those inside the names as parts of names; the same object where nothing changes."""
    found: dict[int, Token] = {}
    for name in names:
        first = bisect_left(tokens, name.start, key=_START)
        inside = [i for i in range(first, bisect_left(tokens, name.end, key=_START)) if tokens[i].end <= name.end]
        odd = [i for i in inside if tokens[i].form in _FOREIGN]
        if odd and any(tokens[i].form not in {"JJ", "NNS"} for i in odd):
            found.update({i: replace(tokens[i], form="NNP", tag="PROPN") for i in odd})
    return tuple(found.get(i, t) for i, t in enumerate(tokens)) if found else tokens
