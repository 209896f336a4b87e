"""Groups: joined tellings, then the sentences without a frame that tell the same or that many articles share."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import structs

from briefgen.cluster.calendar import may_agree
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.join import Joining
from briefgen.cluster.link import ABSTAINS, average_link
from briefgen.cluster.tellings import MAKES_EVENT, Telling
from briefgen.model.annotation import EventType
from briefgen.model.knowledge import Merge
from briefgen.model.regex import regex

# How alike a sentence without a frame must be to the account of an event that names the deed with another word; of one
# that names it with the same, ``CLOSE`` is enough.
SAME_SENTENCE = 0.70
MEAN, SHARED_STEMS = 0.45, 3
STEM = 5  # letters
LOOKED_AT = 8  # tellings at each end of a long cluster
CERTAIN = 0.85  # how sure an event must be of which nobody is known by name
ANOTHER_VOICE = 0.6  # what a further voice leaves of the doubt
COUNT = regex(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds)\b", re.I)
SPEECH_ACTS = frozenset(("ACCUSE", "REJECT", "THREATEN", "REQUEST", "SUPPORT"))


def groups(desk: Desk, joining: Joining) -> tuple[Group, ...]:
    """All events of the corpus before they are written down."""
    known, clusters = joining.framed, joining.clusters()
    for numbers in clusters:
        if numbers not in known:
            known[numbers] = joined(desk, joining, numbers)
    framed = [group for numbers in clusters if (group := known[numbers])]
    told = {telling.line for group in framed for telling in group.tellings}
    free = [number for number, line in enumerate(desk.lines) if number not in told and line.terms]
    framed, rest = lay(desk, framed, free)
    return (*framed, *alike(desk, rest))


def joined(desk: Desk, joining: Joining, numbers: Sequence[int]) -> Group | None:
    """The group of a cluster of tellings, where it is sure enough and anchored."""
    tellings = tuple([joining.items[i] for i in numbers])
    if sureness(desk, tellings) < MAKES_EVENT or not is_anchored(desk, tellings):
        return None
    return Group(tellings, merges=merges(joining, numbers))


def is_anchored(desk: Desk, tellings: Sequence[Telling]) -> bool:
    """Whether it is known of whom, when or where an event is told, or two articles tell it; certain ones of anybody."""
    if len({telling.ref.source for telling in tellings}) > 1:
        return True
    return any(
        t.participants or t.places or t.befell or desk.when(t).known or (t.sure >= CERTAIN and is_described(desk, t))
        for t in tellings
    )


def is_described(desk: Desk, telling: Telling) -> bool:
    """Whether it is described who did it ("the union") or, in a dated article, to whom ("14 men")."""
    if telling.agent_words:
        return True
    extraction = desk.articles[telling.source].extraction
    suffered = extraction.events[telling.ref.index].patients
    known = any(extraction.mentions[i].form != "pronoun" for i in suffered if i < len(extraction.mentions))
    counted = COUNT.search(desk.articles[telling.source].document.text, telling.clause.start, telling.clause.end)
    return bool(known or counted) and desk.calendar.appeared(telling.source).known


def sureness(desk: Desk, tellings: Sequence[Telling]) -> float:
    """How sure an event is: its best telling, the doubt lessened by every further voice."""
    heard = {desk.voices[telling.ref.source] for telling in tellings}
    return 1 - (1 - max(telling.sure for telling in tellings)) * ANOTHER_VOICE ** (len(heard) - 1)


def merges(joining: Joining, numbers: Sequence[int]) -> tuple[Merge, ...]:
    """Why the tellings of a cluster were joined: for each but the first its best pair with the first and the latest."""
    found = []
    for place, high in enumerate(numbers[1:], 1):
        near = dict.fromkeys((*numbers[: min(place, LOOKED_AT)], *numbers[max(0, place - LOOKED_AT) : place]))
        scored = [(joining.score(low, high) or 0.0, -low) for low in near]
        score, low = max(scored)
        left, right = joining.items[-low], joining.items[high]
        found.append(Merge(name(left), name(right), "same event", round(score, 2), joining.parts((-low, high))))
    return tuple(found)


def name(telling: Telling) -> str:
    """A telling as a word for ``explain``: source and offset of its trigger."""
    return f"{telling.source}:{telling.trigger.start}"


def lay(desk: Desk, framed: Sequence[Group], free: Sequence[int]) -> tuple[list[Group], list[int]]:
    """Lay sentences without a frame to the event that a sentence very like them tells; the rest is returned."""
    homes: dict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(framed):
        for telling in group.tellings:
            homes[telling.line].append(number)
    unframed = frozenset(free)
    best: dict[int, tuple[float, int]] = {}
    for left, right, likeness in desk.akin:
        for line, other in ((left, right), (right, left)):
            if line in unframed and other in homes and may_agree(desk.line_when(line), desk.line_when(other)):
                near = [n for n in homes[other] if likeness >= SAME_SENTENCE or names_deed(desk, line, framed[n])]
                if near:
                    home = max(near, key=lambda n: (names_deed(desk, line, framed[n]), len(framed[n].tellings), -n))
                    best[line] = max(best.get(line, (0.0, 0)), (likeness, -home))
    added: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for line, (likeness, home) in sorted(best.items()):
        added[-home].append((line, round(likeness, 2)))
    laid = [with_lines(desk, group, added.get(number, ())) for number, group in enumerate(framed)]
    return laid, [line for line in free if line not in best]


def names_deed(desk: Desk, line: int, group: Group) -> bool:
    """Whether a sentence holds a word of the same stem as one of the group's triggers."""
    stems = {word[:STEM] for telling in group.tellings for lemma in telling.lemmas for word in lemma.split()}
    return any(term[:STEM] in stems for term in desk.lines[line].terms)


def with_lines(desk: Desk, group: Group, added: Sequence[tuple[int, float]]) -> Group:
    """The group with further sentences; where one of them names the same deed in a quotation, that is a telling too."""
    lemmas = frozenset().union(*(telling.lemmas for telling in group.tellings))
    lines, tellings = [], []
    for line, likeness in added:
        same = [t for t in desk.tellings_in(line) if t.lemma in lemmas and t.status != "denied"]
        tellings += same[:1]
        lines += [] if same else [(line, likeness)]
    return structs.replace(group, tellings=(*group.tellings, *tellings), lines=tuple(lines))


def agree(desk: Desk, left: int, right: int) -> bool:
    """Whether two sentences share an actor (or name kin of it) and their times do not exclude each other."""
    return desk.share_entity(left, right) and may_agree(desk.line_when(left), desk.line_when(right))


def alike(desk: Desk, free: Sequence[int]) -> Iterator[Group]:
    """Groups of like sentences from two voices or more that no frame covers."""
    place = {line: number for number, line in enumerate(free)}
    pairs = [
        (likeness, place[left], place[right])
        for left, right, likeness in desk.akin
        if left in place
        and right in place
        and may_agree(desk.line_when(left), desk.line_when(right))
        and desk.shared_stems(left, right) >= SHARED_STEMS
    ]

    def score(low: int, high: int) -> float | None:
        left, right = free[low], free[high]
        if desk.lines[left].source == desk.lines[right].source:
            return ABSTAINS  # one article may tell in two sentences what another tells in one
        return desk.like(left, right) if agree(desk, left, right) else None

    clusters: dict[int, list[int]] = defaultdict(list)
    for number, home in enumerate(average_link(len(free), pairs, score, MEAN)):
        clusters[home].append(free[number])
    for lines in (found for found in clusters.values() if len(found) > 1):
        # Copies of one wire text share every sentence, and so do pages of one make; that says nothing about it.
        told = {desk.terms_of(line): desk.voices[desk.lines[line].source] for line in lines}
        if len(set(told.values())) > 1:
            yield frameless(desk, lines)


def frameless(desk: Desk, lines: Sequence[int]) -> Group:
    """A group of like sentences: a statement where they hold one, with the speaker, otherwise "other"."""
    speakers, types = set(), set()
    said = 0
    for number in lines:
        statements = desk.statements_in(number)
        said += bool(statements)
        speakers |= {e for s in statements if s.speaker is not None if (e := desk.entity(number, s.speaker))}
        types |= {t.type for t in desk.tellings_in(number) if t.quoted and t.type in SPEECH_ACTS}
    kinds: tuple[EventType, ...] = ("STATEMENT", *sorted(types)) if 2 * said > len(lines) else ("OTHER",)
    middle = [sum(desk.like(a, b) for b in lines if b != a) / (len(lines) - 1) for a in lines]
    scored = tuple((line, round(value, 2)) for line, value in zip(lines, middle, strict=True))
    return Group(lines=scored, types=kinds, speakers=tuple(sorted(speakers)) if kinds[0] == "STATEMENT" else ())
