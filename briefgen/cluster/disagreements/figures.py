"""Figures that differ: the dead, the sums, the shares, the counts of one thing, as each source gives them.

Two figures are of one thing when the same is counted, their times may be the same, and the sentences tell one event,
name the same, or tell of the same disaster.  Within one article they differ only where it says so: "X put the damage at
A, Y at B", "A, not B".  What only ever grows from report to report is said to be rising.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefgen.cluster.desk import Desk
from briefgen.cluster.disagreements.claims import Claim, Story, blocks, citation, claims, may_be_one, same_kind, text_of
from briefgen.cluster.disagreements.harmed import AFTER
from briefgen.cluster.disagreements.wording import WORD, stem
from briefgen.model.knowledge import Disagreement, Event, Side
from briefgen.model.names import slug
from briefgen.model.regex import regex

HARM = frozenset(AFTER)
GROWING = HARM - {"aboard", "missing", "held"}
ANYBODY = frozenset(("people", "person", "live", "victim", "other", "bodie"))
# Those of whom some are harmed in every war: they must have the same names beside them.
OFTEN = frozenset(
    ("soldier", "officer", "police", "policemen", "militant", "fighter", "troop", "guard", "gunmen", "man", "men",
     "woman", "women", "child", "children", "civilian", "protester", "demonstrator", "rebel", "hostage", "suspect")
)  # fmt: skip
# How alike two sentences are that count the same: that name the same two, that tell one event, any two.
NOT_CHANCE, LIKE, ALIKE = 0.12, 0.25, 0.45
LEAD = 6  # sentences; what befell people is counted there, and farther down other things are
MOST_SIDES = 8  # more figures are of more than one thing
SPREAD = 0.6  # of one quake's magnitudes
MOST = 24  # claims in a block, all of which are compared
FACTOR = 5.0  # what differs by more is not the same thing, people harmed aside
GROWN = 12.0  # a toll may grow so much over the days
ROUNDED = 0.06  # "about 1,950" and "almost 2,000" are one figure
LEAST = 3  # things; "one" and "two" are too often something else
SAME_NAMES = 2
MEASURED = 40  # characters before a figure in which stands what is measured ("the crowd at")
BEHIND = 80  # characters before a figure in which stands what puts it ("put the damage at") or denies another
# Prices move by the hour: two of them are no contradiction.
MARKET = frozenset("share stock trading price point index barrel bond yield rate market".split())
PUT = regex(
    r"\b(?:put|puts|estimated?|estimates|reckon(?:ed|s)|placed|counted|speaks? of|spoke of)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
# Of one crowd, without the verb again: "police spoke of 600 marchers, the union of 1,500".
GAPPED = regex(r"\b(?:spoke|speaks?) of [^.;:,]{1,30}, (?:and |but )?(?:the )?[\w'’-]+ (?:[\w'’-]+ )?of $")
# Who gives a figure and is no pronoun ("Organisers said 40 …"), after a sentence in which somebody gave another.
GIVEN = regex(
    r"(?!(?:he|she|it|they|we|i)\b)[^.;,:\"“]{2,60}\b(?:said|says|say|claimed|claims|claim)(?: that)? $", re.I
)
SAID = regex(r"\b(?:said|says|say|according to|claimed|claims|claim)\b", re.I)
ANOTHER = regex(r"\b(?:more|another|others?|further|elsewhere|also|earlier|later|meanwhile|since|then)\b", re.I)
NOT = regex(r"(?:, not|, rather than|instead of) $")
MEASURES = frozenset("crowd number turnout toll figure total size attendance sum amount cost damage loss bribe".split())


def find(desk: Desk, events: Sequence[Event]) -> Iterator[Disagreement]:
    """One disagreement for every thing of which two sources, or two voices in one, give different figures."""
    found = claims(desk)
    told = told_by(desk, events)
    story = Story(desk, told)
    pairs = [(a, b) for a, b in blocks(found, story, MOST) if is_one(desk, story, told, a, b)]
    opposed = [*within(desk, found), *answered(desk, found)]
    for group in joined(found, [*pairs, *opposed, *echoes(found, story, opposed)]):
        by_value = values(group)
        spread = max(by_value) - min(by_value) if group[0].figure.of == "magnitude" else 0.0
        if 1 < len(by_value) <= MOST_SIDES and spread <= SPREAD and contradict(group, pairs, opposed):
            yield disagreement(desk, group, by_value, told, {e.id: e.weight for e in events})


def told_by(desk: Desk, events: Sequence[Event]) -> dict[int, frozenset[str]]:
    """The events that each line tells."""
    found: dict[int, set[str]] = defaultdict(set)
    for event in events:
        for account in event.accounts:
            line = desk.line_at(account.citation.source, account.citation.start)
            if line >= 0:  # headlines stand in no line
                found[line].add(event.id)
    return {line: frozenset(ids) for line, ids in found.items()}


def is_one(desk: Desk, story: Story, told: Mapping[int, frozenset[str]], left: Claim, right: Claim) -> bool:
    """Whether two figures of two sources are of one thing."""
    a, b = left.figure, right.figure
    if a.of != b.of or not may_be_one(left, right) or not same_counted(left, right):
        return False
    event = bool(told.get(left.line, frozenset()) & told.get(right.line, frozenset()))
    if a.of in HARM or a.of == "magnitude":
        return one_harm(desk, story, left, right, event)
    if not story.is_one(left.source, right.source) or not near(a.value, b.value) or min(a.value, b.value) < LEAST:
        return False
    return one_thing(desk, story, left, right, event)


def one_thing(desk: Desk, story: Story, left: Claim, right: Claim, event: bool) -> bool:
    """Whether two counts, sums or shares of one story are of one thing."""
    a, b = left.figure, right.figure
    like = desk.like(left.line, right.line)
    alike = like >= ALIKE or (event and like >= LIKE)
    if a.of == "count":
        same_day = left.when.day and left.when.known and left.when.first == right.when.first
        names = left.entities & right.entities & story.rare
        named = len(names) >= SAME_NAMES and like >= NOT_CHANCE and a.nouns[-1] not in ANYBODY
        if a.nouns[-1] in ANYBODY and len(a.near & b.near) < SAME_NAMES:
            return False  # "five people on the balcony", "20 people in the bank"
        return alike or (same_day and event) or named
    if len(a.near & b.near) < SAME_NAMES or MARKET & (a.near | b.near) or a.currency[:1] != b.currency[:1]:
        return False
    return a.nouns[-1:] == b.nouns[-1:] if a.nouns or b.nouns else alike


def same_counted(left: Claim, right: Claim) -> bool:
    """Whether the nouns allow that the same is counted: one head, or people harmed whoever they are."""
    ours, theirs = left.figure.nouns, right.figure.nouns
    if left.figure.toll or right.figure.toll:
        return True
    if left.figure.of in HARM:
        left_head, right_head = (nouns[-1] if nouns else "people" for nouns in (ours, theirs))
        return left_head == right_head or {left_head, right_head} <= ANYBODY
    if left.figure.of != "count":
        return True
    return bool(ours and theirs) and (ours[-1] in theirs or theirs[-1] in ours)


def one_harm(desk: Desk, story: Story, left: Claim, right: Claim, event: bool) -> bool:
    """Whether two counts of people harmed are of one disaster, one deed at one place, or one group of people."""
    if event and desk.like(left.line, right.line) >= LIKE:
        return True
    if not story.is_one(left.source, right.source):
        return False
    if left.figure.of == "magnitude" and abs(left.figure.value - right.figure.value) > SPREAD:
        return False
    if left.figure.of == "aboard" or (left.befell and right.befell):
        near_top = all(claim.index < LEAD or claim.figure.toll for claim in (left, right))
        same = same_kind(left, right) if left.figure.of != "aboard" else bool(left.befell | right.befell)
        placed = event or near_top or left.figure.of == "aboard"
        factor = GROWN if left.figure.toll or right.figure.toll else FACTOR
        return same and placed and near(left.figure.value, right.figure.value, factor)
    shared = left.around & right.around & story.rare
    places = any(desk.entities[e].type == "place" for e in shared)
    ours, theirs = left.figure.nouns[-1:], right.figure.nouns[-1:]
    specific = ours == theirs and bool(ours) and ours[0] not in ANYBODY
    if specific and ours[0] not in OFTEN:
        return True
    return places and ours == theirs and (specific or (left.when.day and right.when.day))


def near(left: float, right: float, factor: float = FACTOR) -> bool:
    """Whether two figures may be of one thing by their size."""
    low, high = sorted((left, right))
    return low > 0 and high / low <= factor


def within(desk: Desk, found: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of figures that one article sets against each other: "A, not B"; "X said A. Y put the number at B."."""
    for before, after in pairwise(found):
        if before.source != after.source or after.line - before.line > 1:
            continue
        a, b = before.figure, after.figure
        span = desk.lines[after.line].span
        at = span.start + b.start  # a table in one line would be looked through again for each of its figures
        sentence = desk.articles[after.source].document.text[max(span.start, at - BEHIND) : at]
        bare = b.of == "count" and not b.nouns and (a.of in HARM or (a.of == "money" and b.scaled))
        same = a.of == b.of or bare
        put = PUT.search(sentence)
        set_against = NOT.search(sentence) or (near(a.value, b.value) and not b.nouns and GAPPED.search(sentence))
        if same and before.line == after.line and set_against:
            yield before, after
        elif put and a.value != b.value and near(a.value, b.value) and same_passage(desk, before, after):
            measured = any(word in MEASURES for word in (*words_before(desk, before), *words_before(desk, after)))
            if same and (a.of in HARM or a.of == "magnitude" or (measured and not (a.nouns and b.nouns))):
                yield before, after


def answered(desk: Desk, found: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of counts of people harmed that two give in two sentences of a paragraph: "17 people were hurt, police
    said. Organisers said 40 were injured."
    """
    last: dict[str, Claim] = {}
    for after in found:
        before = last.get(after.figure.of)
        last[after.figure.of] = after
        if (
            before is None
            or after.figure.of not in HARM
            or (before.source, before.line + 1) != (after.source, after.line)
        ):
            continue
        words, a, b = text_of(desk, after.line), before.figure.value, after.figure.value
        own = GIVEN.fullmatch(words[: after.figure.start].replace("\n", " ")) and not ANOTHER.search(words)
        if (
            own
            and a != b
            and near(a, b)
            and SAID.search(text_of(desk, before.line))
            and same_passage(desk, before, after)
        ):
            yield before, after


def words_before(desk: Desk, claim: Claim) -> list[str]:
    """The stems of the words right before a figure."""
    start = desk.lines[claim.line].span.start + claim.figure.start
    text = desk.articles[claim.source].document.text[max(0, start - MEASURED) : start]
    return [stem(word) for word in WORD.findall(text)]


def same_passage(desk: Desk, left: Claim, right: Claim) -> bool:
    """Whether two figures stand in one paragraph."""
    if left.source != right.source:
        return False
    sentences = desk.articles[left.source].document.sentences
    return sentences[left.index].passage == sentences[right.index].passage


def echoes(
    found: Sequence[Claim], story: Story, opposed: Sequence[tuple[Claim, Claim]]
) -> Iterator[tuple[Claim, Claim]]:
    """Other articles of the story that give a sum as one side of an article that sets two against each other."""
    for side in (claim for pair in opposed for claim in pair if claim.figure.scaled):
        for other in found:
            units = {other.figure.of, side.figure.of}
            alike = len(units) == 1 or (units == {"money", "count"} and not (other.figure.nouns or side.figure.nouns))
            same = other.figure.value == side.figure.value and other.figure.scaled and alike
            if same and other.source != side.source and story.is_one(side.source, other.source):
                yield side, other


def joined(found: Sequence[Claim], pairs: Sequence[tuple[Claim, Claim]]) -> Iterator[list[Claim]]:
    """The groups of claims that the pairs tie together, each in order."""
    parent = {claim.key: claim.key for claim in found}

    def root(key: tuple[int, int]) -> tuple[int, int]:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for left, right in pairs:
        low, high = sorted((root(left.key), root(right.key)))
        parent[high] = low
    groups: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in found:
        groups[root(claim.key)].append(claim)
    return (group for _, group in sorted(groups.items()) if len(group) > 1)


def values(group: Sequence[Claim]) -> dict[float, list[Claim]]:
    """The claims of a group by value, what is only rounded differently taken together; the smallest first."""
    found: dict[float, list[Claim]] = {}
    for claim in sorted(group, key=lambda c: (c.figure.value, c.key)):
        last = next(reversed(found), None)
        is_exact = claim.figure.of in (*HARM, "percent", "magnitude")
        same = last is not None and (claim.figure.value - last <= (0 if is_exact else ROUNDED * last))
        found.setdefault(last if same and last is not None else claim.figure.value, []).append(claim)
    return found


def contradict(
    group: Sequence[Claim], pairs: Sequence[tuple[Claim, Claim]], opposed: Sequence[tuple[Claim, Claim]]
) -> bool:
    """Whether two sources that are tied give different figures and neither gives both, or one sets two side by side."""
    keys = {claim.key for claim in group}
    given: dict[str, set[float]] = defaultdict(set)
    for value, claims_ in values(group).items():
        for claim in claims_:
            given[claim.source].add(value)
    if any(a.key in keys for a, _ in opposed):
        return True
    return any(a.key in keys and given[a.source].isdisjoint(given[b.source]) for a, b in pairs)


def disagreement(
    desk: Desk,
    group: Sequence[Claim],
    by_value: Mapping[float, Sequence[Claim]],
    told: Mapping[int, frozenset[str]],
    weights: Mapping[str, float],
) -> Disagreement:
    """The values side by side, each with its sentences."""
    votes = Counter(event for claim in group for event in told.get(claim.line, ()))
    event = min(votes, key=lambda e: (-votes[e], -weights[e], e), default=None)
    topic = topic_of(group)
    sides = []
    for _, claims_ in sorted(by_value.items()):
        first = min(claims_, key=lambda c: (-len(c.figure.words), c.key))
        cited = dict.fromkeys(citation(desk, claim) for claim in sorted(claims_, key=lambda c: c.key))
        sides.append(Side(" ".join(first.figure.words.split()), tuple(cited)))
    shown = f"{topic}, rising" if is_rising(desk, by_value) else topic
    about = event or group[0].source
    return Disagreement(slug(f"{topic} {about}"), shown, "figure", tuple(sides), event=event)


def topic_of(group: Sequence[Claim]) -> str:
    """What differs, in words: "how many killed", "the magnitude", "how many drivers"."""
    kinds = {claim.figure.of for claim in group}
    of = "money" if "money" in kinds else group[0].figure.of
    if of in HARM:
        return f"how many {of}"
    if of in ("money", "magnitude"):
        return "the sum" if of == "money" else "the magnitude"
    if of == "percent":
        return f"the {group[0].figure.nouns[-1]}" if group[0].figure.nouns else "what share"
    heads = Counter(claim.figure.words.split()[-1].lower() for claim in group if claim.figure.nouns)
    return f"how many {min(heads, key=lambda w: (-heads[w], w))}" if heads else "how many"


def is_rising(desk: Desk, by_value: Mapping[float, Sequence[Claim]]) -> bool:
    """Whether the figure only ever grows with the dates of the articles, all of which are known."""
    rows = [(desk.calendar.appeared(claim.source), value) for value, given in by_value.items() for claim in given]
    of = next(iter(by_value.values()))[0].figure.of
    if of not in GROWING or not all(when.known for when, _ in rows):
        return False
    ordered = sorted((when.last, value) for when, value in rows)
    grows = all(a[1] <= b[1] for a, b in pairwise(ordered))
    latest = {value: max(when.last for when, v in rows if v == value) for value in by_value}
    return grows and len(set(latest.values())) == len(latest)
