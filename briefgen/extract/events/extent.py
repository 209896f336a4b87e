"""The stretch of a sentence that tells an event: from the first word of its subject to its last complement.

It never begins or ends inside a name, a noun phrase, a bracket or a quotation.
"""

from briefgen.extract.events.sentence import Desk
from briefgen.extract.syntax.chunks import CALENDAR, TIME_NOUNS
from briefgen.model.syntax import Phrase

_INSIDE = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "CD", "POS", "DT", "PRP$", "VBG", "VBN"})
_STARTERS = frozenset({"DT", "PRP$", "PRP", "WP", "EX"})
_HEDGES = frozenset(
    "at least most more less fewer than up to about around nearly almost roughly some only over as many".split()
)
_OPENING_HEDGES = _HEDGES - {"least", "most", "than", "to", "many"}
_HEDGED = 4
_COMPLEMENTS = frozenset({"to", "gerund"})
_LOOSE = frozenset(
    {"by", "while", "after", "before", "without", "since", "despite", "upon", "on", "in", "when", "until"}
)
_COUNTED_FROM = frozenset({"after", "before", "since"})
_PAIRED = frozenset({"(", ")", '"'})
_STEPS = 12
_QUOTE = 40


def of_clause(desk: Desk, number: int, start: int, end: int) -> tuple[int, int]:
    """The first token of the clause and the one after its last."""
    objects = desk.parse.clauses[number].objects
    if objects and objects[0].start > end and number + 1 < len(desk.parse.clauses):
        end = max(end, desk.parse.clauses[number + 1].end)  # "shot | and killed two men in Lima"
    return _whole(desk, _first(desk, start), _last(desk, number, end))


def of_phrase(desk: Desk, start: int, end: int) -> tuple[int, int]:
    """The same where a noun tells the event and no verb is near."""
    return _whole(desk, _first(desk, start), end)


def of_noun(desk: Desk, phrase: Phrase) -> tuple[int, int]:
    """The noun with what hangs on it: "Peru's refusal | to sell the mine", "talks | with the union in Lima"."""
    end = phrase.end
    for slot in desk.slots_after(phrase.head):
        if slot.at == end:
            end = slot.phrases[-1].end
    for clause in desk.parse.clauses:
        if clause.link == "to" and end <= clause.verb <= end + 1:
            end = max(end, clause.end)
    return of_phrase(desk, phrase.start, end)


def _first(desk: Desk, start: int) -> int:
    """Back over what stands before the parsed head of the subject: "HHV chief executive | Lars Bendt"."""
    tokens, rough = desk.tokens, _rough(desk, start)
    if rough < start:
        return rough
    for _ in range(_STEPS):
        if start == 0 or tokens[start].form in _STARTERS:
            break
        before = tokens[start - 1]
        timed = before.lemma in CALENDAR or before.lemma in TIME_NOUNS
        if before.form not in _INSIDE or timed or _is_verb(desk, start - 1):
            break
        start -= 1
    return _rough(desk, start)


def _rough(desk: Desk, start: int) -> int:
    """Back over what only makes a number rough: "at least | 40 people"."""
    tokens, back = desk.tokens, start
    if tokens[start].form != "CD" and tokens[start].tag != "NOUN":
        return start
    while back and start - back < _HEDGED and tokens[back - 1].norm.lower() in _HEDGES:
        back -= 1
    return back if tokens[back].norm.lower() in _OPENING_HEDGES else start


def _is_verb(desk: Desk, token: int) -> bool:
    return any(clause.verb == token for clause in desk.parse.clauses)


def _last(desk: Desk, number: int, end: int) -> int:
    """On over what the verb governs besides its objects: infinitives, gerunds, what hangs on them."""
    current = number
    for below in range(number + 1, len(desk.parse.clauses)):
        clause = desk.parse.clauses[below]
        if clause.parent != current or clause.link not in _COMPLEMENTS or clause.marker in _LOOSE:
            continue
        gap = {t.norm for t in desk.tokens[end : min(clause.start, clause.verb)]}
        if clause.verb - end <= 3 and "," not in gap:
            end, current = max(end, clause.end), below
    for slot in desk.parse.slots:
        if slot.at == end and slot.preposition == "of":
            end = slot.phrases[-1].end
    following = desk.tokens[end].norm.lower() if end < len(desk.tokens) else ""
    if following in _COUNTED_FROM:  # "resigned | a week after the vote"
        counted = (p.start for p in desk.parse.phrases if p.temporal and p.end == end)
        end = next((k for k in counted if k and desk.tokens[k - 1].tag != "ADP"), end)
    return end + 1 if following in {"ago", "later", "earlier"} else end


def _whole(desk: Desk, start: int, end: int) -> tuple[int, int]:
    """The stretch widened until no name, phrase, bracket or quotation is cut."""
    tokens = desk.tokens
    for phrase in desk.parse.phrases:
        if phrase.start >= end:
            break
        if phrase.end > start:
            start, end = min(start, phrase.start), max(end, phrase.end)
    for _, mention in desk.mentions_at(start):
        if mention.form == "name":
            while start and mention.start <= tokens[start - 1].start and mention.end > tokens[start].start:
                start -= 1
    for _, mention in desk.mentions_at(end - 1):
        if mention.form == "name":
            while end < len(tokens) and mention.start < tokens[end - 1].end and mention.end >= tokens[end].end:
                end += 1
    start, end = _brackets(desk, start, end)
    if end < len(tokens) and tokens[end].norm in {"%", "percent", "there"}:
        end += 1
    return start, end


def _brackets(desk: Desk, start: int, end: int) -> tuple[int, int]:
    if _PAIRED.isdisjoint(desk.lemmas):
        return start, end
    tokens = desk.tokens
    depth = 0
    for i in range(start, end):
        if tokens[i].norm == "(":
            depth += 1
        elif tokens[i].norm == ")":
            depth -= 1
    if depth > 0:
        close = next((i for i in range(end, min(len(tokens), end + _QUOTE)) if tokens[i].norm == ")"), None)
        end = close + 1 if close is not None else end
    elif depth < 0:
        opening = next((i for i in range(start - 1, max(-1, start - _QUOTE), -1) if tokens[i].norm == "("), None)
        start = _first(desk, opening - 1) if opening else start
    if sum(t.norm == '"' for t in tokens[start:end]) % 2:
        before = sum(t.norm == '"' for t in tokens[:start]) % 2
        if before and start and tokens[start - 1].norm == '"':
            return start - 1, end
        close = next((i for i in range(end, min(len(tokens), end + _QUOTE)) if tokens[i].norm == '"'), None)
        if not before and close is not None:
            end = close + 1
    return start, end
