"""The title of an event: the verbatim words that tell it best, from a subject to where the clause may end.

What somebody says happened keeps the words that say so; no two events have one title where another can be had.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.headlines import headline
from briefgen.cluster.tellings import MAKES_EVENT, Telling
from briefgen.model.annotation import Mention
from briefgen.model.knowledge import Account, Citation, Ref
from briefgen.model.regex import regex
from briefgen.model.text import Span

SHORTEST, LONGEST, EASY = 4, 34, 18  # words
WORD = regex(r"\w+")
# A title that begins so needs the sentence before to be understood.
LEANING = regex(
    r"[\"“'‘]?(?:as|after|when|while|with|if|because|since|although|he|she|it|they|we|i|you|his|her|its|their|our|"
    r"this|that|these|those|who|whose|whom|which|where|there|and|but|or|also|to|"
    r"in (?:another|yet|a reference)|meanwhile|both|such|however)\b",
    re.IGNORECASE,
)
# Between the words that may stand before a clause and the clause: "said that | X resigned", "…, while | X resigned".
BEFORE_CLAUSE = regex(
    r"(?:[;:,—–]|, as|\b(?:that|while|but|because|when|after|before|since|whether|although|said|says)) $"
)
JOINED = regex(r"\band $")
# Where a clause may end: a mark; a comma before a participle, a relative or another clause; a word that begins one.
END = regex(
    r"[;:—–]"
    r"|,(?= (?:but|while|as|after|when|because|although|before|according|who|which|whose|where|\w+ing)\b)"
    r"|,(?= (?:\w+ ){1,2}(?:days?|weeks?|months?|years?|hours?) (?:after|before)\b)"
    r"|,(?= (?:[\w.'’-]+ ){1,9}(?:said|says|told|added|reported|announced)\b)"
    r"|\s(?=(?:after|while|when|because|although|before)\b(?! (?:dawn|dusk|noon|midnight|midday)\b))"
)
COUNTED = regex(r"\b(?:days?|weeks?|months?|years?|hours?|shortly|soon|just|even)$")
# A start that is the tail of another clause: "…, the ministry said, and | …", "Prado, | 61, who …".
TAIL = regex(r"(?:[\w.'’-]+ ){1,6}(?:said|says|told|added|reported|announced),|\d+,")
MARK = regex(r"[,;:—–]")
AND = regex(r",? (?=(?:and|but) )")
TO = regex(r"\bto\b")
PARTICIPLE = regex(r"(?:(?:In|By|On) )?\w+ing\b[^,]*$")
PERIOD, ENDING = regex(r"[a-z]{3}\.$|\d\d\.$"), 4  # letters that it is looked for in
REACH = 24  # characters before a trigger
NEXT_DEED = 30  # characters between "and" and the trigger of the next deed
RELATIVE = regex(r"\b(?:who|whom|which|that|whose|where)\b")
# A relative clause that is set off, from its comma to a verb in it.
RELATIVE_HERE, RELATIVE_REACH = regex(r", (?:who|whom|which|whose)\b[^,;:]*$"), 90  # characters
AUXILIARY = regex(r"\b(?:is|are|was|were|be|been|being|has|have|had|gets?|got)\b")
SAID = regex(r"\b(?:say|says|said|announced|confirmed|reported|told|ruled|found|included?|includes)\b")
BY = regex(r"(?: \w+){0,2} by\b")
# Before a deed that its sentence tells in passing: "two days after speaking with …, the minister met …".
ASIDE = regex(r"\b(?:after|before|since|despite|without|following)(?: (?:his|her|their|its|an?|the))?(?: [a-z]+)? $")
IN_PASSING, LEANS, NO_VERB, UNCLOSED, SPEECH, LOWER, LONG, SHORT = -0.4, -0.5, -0.5, -0.8, -0.25, -0.05, -0.012, -0.2
# Another deed before this one; after it; as the main clause around it; nothing but a name and a relative clause.
BURIED, AHEAD, ASIDE_OF, CLAUSE_ONLY = -0.15, -0.05, -0.15, -0.12
NAMED, LATER, NOBODY = 0.1, -0.10, -0.3
# Who, where and when of an event; of how many people.
PEOPLE, WHERE, WHEN, FEW = 0.04, 0.03, 0.03, 3
POOR = -0.35  # what is worse than that is no title even where the better one is taken
BARELY = 0.0  # what no stretch may be worse than that is to stand before a headline or whole sentence


Told = tuple[Group, Sequence[Account]]
Ranked = list[tuple[float, Citation]]
Places = Mapping[str, Sequence[tuple[int, int]]]


def titles(desk: Desk, told: Sequence[Told]) -> list[Citation]:
    """The titles of some events: of those that want the same words, the one that they tell best has them."""
    places = {
        source: sorted((m.start, i) for i, m in enumerate(article.extraction.mentions))
        for source, article in desk.articles.items()
    }
    ranked = [candidates(desk, group, accounts, places) for group, accounts in told]
    found = [rows[0][1] for rows in ranked]
    same: dict[Citation, list[int]] = defaultdict(list)
    for number, citation in enumerate(found):
        same[citation].append(number)
    taken = set(same)
    for citation, numbers in same.items():
        for number in sorted(numbers, key=lambda n: (-ranked[n][0][0], n))[1:]:
            found[number] = next((other for value, other in ranked[number] if is_free(other, taken, value)), citation)
            taken.add(found[number])
    return found


def is_free(citation: Citation, taken: Collection[Citation], value: float) -> bool:
    """Whether no other event has these words, and they are not too bad."""
    return citation not in taken and value > POOR


def candidates(desk: Desk, group: Group, accounts: Sequence[Account], places: Places) -> Ranked:
    """What may be the title, the best first: stretches of the tellings' sentences, a headline, a whole sentence.

    ``places`` has for each source the offsets and numbers of its mentions, in order.
    """
    place = {(a.citation.source, a.citation.start): rank for rank, a in enumerate(accounts)}
    told = headline(desk, group, accounts)
    rows = [(BARELY, told or accounts[0].citation)]
    chiefs = chief(group)
    for telling in group.tellings:
        line = desk.lines[telling.line]
        text = desk.articles[telling.source].document.text
        rank = place[line.source, line.span.start]
        others = [t.trigger.start for t in desk.tellings_in(telling.line) if t.ref not in telling.refs]
        inside = mentioned(desk, telling, places[telling.source])
        for start, end in stretches(desk, telling):
            value = judged(text, start, end, telling.trigger, others) + 0.5 * telling.score
            value += NAMED * bool(telling.agents) + LATER * min(rank, 3)
            value += 0.0 if names_doer(desk, telling, inside, Span(start, end)) else NOBODY
            value += told_whole(desk, telling, inside, chiefs, Span(start, end))
            rows.append((value, Citation(telling.source, start, end)))
    return sorted(rows, key=lambda row: -row[0])


def chief(group: Group) -> frozenset[str]:
    """Those whom most tellings name as doers or sufferers."""
    votes = Counter(e for telling in group.tellings for e in telling.participants)
    ranked = sorted(votes, key=lambda e: (-votes[e], e))[:FEW]
    return frozenset(e for e in ranked if 2 * votes[e] >= votes[ranked[0]])


def mentioned(desk: Desk, telling: Telling, places: Sequence[tuple[int, int]]) -> list[tuple[int, Mention]]:
    """The mentions of a telling's sentence, with their numbers."""
    span, mentions = desk.lines[telling.line].span, desk.articles[telling.source].extraction.mentions
    first, last = bisect_left(places, (span.start, 0)), bisect_left(places, (span.end, 0))
    return [(i, mentions[i]) for _, i in places[first:last]]


def told_whole(
    desk: Desk, telling: Telling, inside: Sequence[tuple[int, Mention]], chiefs: frozenset[str], where: Span
) -> float:
    """What speaks for a stretch that names the event's people, its place and its day."""
    names = {desk.by_mention.get(Ref(telling.source, i)) for i, m in inside if where.start <= m.start < where.end}
    times = desk.articles[telling.source].extraction.times
    timed = telling.time is not None and where.start <= times[telling.time.index].start < where.end
    return PEOPLE * len(chiefs & names) + WHERE * bool(names.intersection(telling.place_ids)) + WHEN * timed


def names_doer(desk: Desk, telling: Telling, inside: Sequence[tuple[int, Mention]], where: Span) -> bool:
    """Whether a stretch names or describes who did it, failing that whom it was done to; or nobody is known."""
    extraction = desk.articles[telling.source].extraction
    event = extraction.events[telling.ref.index]
    chains = {extraction.mentions[i].chain for i in event.agents or event.patients if i < len(extraction.mentions)}
    told = (m for _, m in inside if where.start <= m.start < where.end and m.form != "pronoun")
    return not chains or any(mention.chain in chains for mention in told)


def stretches(desk: Desk, telling: Telling) -> Iterator[tuple[int, int]]:
    """What of the sentence may stand as a title: from its start or a clause's, to a clause's end or its own."""
    span = desk.lines[telling.line].span
    text = desk.articles[telling.source].document.text
    others = sorted(t.trigger.start for t in desk.tellings_in(telling.line))
    starts = [span.start]
    if starts_clause(text, span.start, telling.clause.start, others):
        starts.append(telling.clause.start)
    last = span.end - 1 if PERIOD.search(text[max(span.start, span.end - ENDING) : span.end]) else span.end
    said = sayings(desk, telling)
    closes = [after_cue(text, cue.end, last) for cue in said if cue.start > telling.trigger.start]
    for start in starts:
        for end in (*ends(text, telling.trigger.end, span.end, others), *closes, last):
            keeps = all(start <= cue.start and cue.end <= end for cue in said)
            if keeps and SHORTEST <= len(WORD.findall(text, start, end)) <= LONGEST:
                yield start, end


def after_cue(text: str, cue: int, last: int) -> int:
    """Where "X told the paper" ends: at the next mark, else with the sentence."""
    mark = MARK.search(text, cue, last)
    return mark.start() if mark else last


def sayings(desk: Desk, telling: Telling) -> list[Span]:
    """The words of the sentence by which somebody else than the article is said to tell this: "X said"."""
    span, found = desk.lines[telling.line].span, []
    for one in desk.statements_in(telling.line):
        if one.cue and one.score >= MAKES_EVENT and not one.direct and one.start <= telling.trigger.start < one.end:
            words = [one.cue, *([one.speaker_span] if one.speaker_span else [])]
            whole = Span(min(w.start for w in words), max(w.end for w in words))
            if span.start <= whole.start and whole.end <= span.end:
                found.append(whole)
    return found


def starts_clause(text: str, first: int, start: int, others: Sequence[int]) -> bool:
    """Whether a clause begins there, and not in the middle of a name or a phrase."""
    before = text[max(first, start - 12) : start].replace("\n", " ")
    if start <= first or not text[start : start + 1].isalnum() or TAIL.match(text, start):
        return False
    if JOINED.search(before):
        return any(first <= other < start for other in others)
    return bool(BEFORE_CLAUSE.search(before))


def ends(text: str, after: int, last: int, others: Sequence[int]) -> Iterator[int]:
    """Where a clause may end behind a trigger: the first mark, the end of ", who …", the first "and" before a deed."""
    closing = text.find(",", after, last) if RELATIVE_HERE.search(text, max(0, after - RELATIVE_REACH), after) else -1
    if closing > 0:
        yield closing
    mark = next((m for m in END.finditer(text, after, last) if is_end(text, after, m.start())), None)
    if mark:
        yield mark.start()
    for joint in AND.finditer(text, after, mark.start() if mark else last):
        deed = next((other for other in others if joint.end() < other <= joint.end() + NEXT_DEED), None)
        if deed is not None and not TO.search(text, joint.end(), deed):
            yield joint.start()
            return


def is_end(text: str, after: int, at: int) -> bool:
    """Whether a mark ends a clause: one between digits is part of a number, and "two days after" one phrase."""
    between_digits = text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
    return not between_digits and not unclosed(text[after:at]) and not COUNTED.search(text, max(0, at - 10), at)


def judged(text: str, start: int, end: int, trigger: Span, others: Sequence[int] = ()) -> float:
    """What speaks against some words: they lean on what is said before, hold no verb of their own, are cut or long."""
    words = text[start:end]
    size = len(WORD.findall(words))
    value = LEANS if LEANING.match(words) else 0.0
    in_relative = RELATIVE_HERE.search(text, max(start, trigger.end - RELATIVE_REACH), trigger.end) is not None
    alone = in_relative and "," not in text[trigger.end : end]
    value += (CLAUSE_ONLY if alone else NO_VERB) if without_verb(text, start, end, trigger, others) else 0.0
    value += BURIED if any(start <= other < trigger.start for other in others) else 0.0
    if any(trigger.end <= other < end for other in others):
        value += ASIDE_OF if in_relative and not alone else AHEAD
    value += UNCLOSED if unclosed(words) else 0.0
    value += IN_PASSING if ASIDE.search(text[max(0, trigger.start - REACH) : trigger.start]) else 0.0
    value += SPEECH if words[:1] in '"“' or words[-1:] == "?" else 0.0
    value += LOWER if words[:1].islower() else 0.0
    value += SHORT if size < SHORTEST + 1 else 0.0
    return value + LONG * max(0, size - EASY)


def without_verb(text: str, start: int, end: int, trigger: Span, others: Sequence[int]) -> bool:
    """Whether the trigger stands in a relative clause or is a mere participle, and no other verb is known."""
    before, behind = text[start : trigger.start], text[trigger.end : end]
    relative = next(iter(RELATIVE.finditer(before)), None)
    closed = relative and before[: relative.start()].endswith(", ") and "," in before[relative.end() :]
    if relative and not closed and "," not in behind:
        main = before[: relative.start()]
        return not (AUXILIARY.search(main) or SAID.search(main) or any(o < start + relative.start() for o in others))
    if PARTICIPLE.match(text, start, end):
        return True
    return bool(BY.match(behind)) and not AUXILIARY.search(before)


def unclosed(words: str) -> bool:
    """Whether a quotation or bracket is open at the end, or was before."""
    return bool(words.count('"') % 2 or words.count("“") != words.count("”") or words.count("(") != words.count(")"))
