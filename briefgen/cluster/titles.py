"""The title of an event: the verbatim words that tell it best, complete and short."""

import re
from collections.abc import Iterator, Sequence

from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.tellings import Telling
from briefgen.model.knowledge import Account, Citation

SHORTEST, LONGEST = 5, 30  # words
WORD = re.compile(r"\w+")
# A title that begins so needs the sentence before to be understood.
LEANING = re.compile(
    r"(?:as|after|when|while|with|if|because|since|although|he|she|it|they|we|i|you|his|her|its|their|our|this|that|"
    r"these|those|who|which|there|and|but|or|also|to|in (?:another|yet|a reference)|meanwhile|both)\b",
    re.IGNORECASE,
)
ENDS = re.compile(r"\s*(?:$|[.;:!?—–)\]\n]|,(?!\d)|(?:and|but|as|after|while|when|because|although|before)\b)")
RELATIVES = re.compile(r"^[^,]*, (?:who|which)\b")
BOUNDARY = re.compile(r"[;:!?—–]|,(?!\d)|\s(?:as|after|while|when|because|although|before)\b")
LEANS, CUT_OFF, RELATIVE, TO_BOUNDARY, FROM_THE_START, WHOLE, LATER = -0.4, -0.3, -0.15, -0.03, -0.05, -0.12, -0.10


def title(desk: Desk, group: Group, accounts: Sequence[Account]) -> Citation:
    """The best of the clauses, the beginnings of sentences up to a clause's end, and whole sentences."""
    place = {(a.citation.source, a.citation.start): rank for rank, a in enumerate(accounts)}
    best: tuple[float, Citation] | None = None
    for telling in group.tellings:
        line = desk.lines[telling.line]
        rank = place[line.source, line.span.start]
        for start, end, cost in stretches(desk, telling):
            text = desk.articles[telling.source].document.text
            value = telling.score + cost + judged(text, start, end) + 0.1 * bool(telling.agents) + LATER * min(rank, 3)
            if SHORTEST <= len(WORD.findall(text[start:end])) <= LONGEST and (best is None or value > best[0]):
                best = value, Citation(telling.source, start, end)
    return best[1] if best else accounts[0].citation


def stretches(desk: Desk, telling: Telling) -> Iterator[tuple[int, int, float]]:
    """What of the sentence may stand as a title, and what speaks against it."""
    span = desk.lines[telling.line].span
    start, end = max(telling.clause.start, span.start), min(telling.clause.end, span.end)
    text = desk.articles[telling.source].document.text
    yield start, end, 0.0
    if boundary := BOUNDARY.search(text, end, span.end):
        yield start, boundary.start(), TO_BOUNDARY
    if start > span.start:
        yield span.start, end, FROM_THE_START
    yield span.start, span.end, WHOLE


def judged(text: str, start: int, end: int) -> float:
    """What speaks against some words: they lean on what is said before, or end in the middle."""
    words = text[start:end]
    whole = ENDS.match(text, end) or words[-1:] in ".!?"
    open_quotation = words.count('"') % 2 or words.count("“") != words.count("”")
    relative = RELATIVE if RELATIVES.search(words) else 0.0
    return (
        relative
        + (LEANS if LEANING.match(words) else 0.0)
        + (0.0 if whole else CUT_OFF)
        + (CUT_OFF if open_quotation else 0.0)
    )
