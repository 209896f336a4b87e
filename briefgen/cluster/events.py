"""Events from groups: accounts, title, date, places, participants, weight, status, id."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from msgspec import structs

from briefgen.cluster.datevote import EventDate, vote
from briefgen.cluster.days import first_told
from briefgen.cluster.deeds import deeds
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.headlines import named_words, telling_headlines, tells
from briefgen.cluster.parts import participants
from briefgen.cluster.relative import counted
from briefgen.cluster.tellings import Line, Telling
from briefgen.cluster.titles import LEANING, titles
from briefgen.cluster.weights import Days, past_weighs_less, weighed
from briefgen.model.annotation import EventStatus, EventType
from briefgen.model.knowledge import Account, Citation, Event, Participant
from briefgen.model.names import slug
from briefgen.model.text import Span

LEAD_LINES, LEAD, HEADLINE, SAME_VOICE = 3, 1.5, 0.5, 0.3
INFORMED, SECURE, LEANT, EARLIEST = 0.1, 0.6, 0.8, 1.1  # what makes one account tell more than another
GRAVE, SAID = 1.25, 0.85
SPOKEN = frozenset(("STATEMENT", "ACCUSE", "REJECT", "SUPPORT"))  # demands and threats are moves
FRAMELESS = 0.6  # what a sentence without a frame counts, times its likeness


def events(desk: Desk, groups: Sequence[Group], days: Days) -> tuple[Event, ...]:
    """One event a group, in the groups' order; ids are unique.  ``days`` says what each day weighs."""
    dated = counted(desk, groups, [vote(desk, group) for group in groups])
    dated = first_told(desk, groups, dated)
    accounts = [accounts_of(desk, group) for group in groups]
    named = titles(desk, list(zip(groups, accounts, strict=True)))
    rows = zip(groups, accounts, named, dated, strict=True)
    made = past_weighs_less(desk, weighed([make(desk, *row) for row in rows], days))
    return tuple(structs.replace(event, id=id_) for event, id_ in zip(made, unique(desk, made), strict=True))


def make(desk: Desk, group: Group, accounts: Sequence[Account], title: Citation, date: EventDate) -> Event:
    """One event; its id is still without the suffix that tells it from others."""
    parts = participants(desk, group)
    sources = sorted({account.citation.source for account in accounts})
    return Event(
        id=identity(desk, group, parts, date),
        title=title,
        types=types_of(group),
        accounts=(*accounts, *further(desk, group, accounts), *telling_headlines(desk, group, accounts)),
        date=date.edtf,
        date_basis=date.basis,
        date_reason=date.reason,
        places=places(group),
        participants=parts,
        voices=len({desk.voices[source] for source in sources}),
        weight=weight(desk, group, accounts),
        status=status(group),
        merges=group.merges,
    )


def types_of(group: Group) -> tuple[EventType, ...]:
    """The types of the tellings, the most frequent first."""
    votes: Counter[EventType] = Counter()
    for telling in group.tellings:
        for place, type_ in enumerate(telling.types):
            votes[type_] += 2 if not place else 1
    return tuple(sorted(votes, key=lambda t: (-votes[t], t))) or group.types


def status(group: Group) -> EventStatus:
    """Actual as soon as one article tells it so; otherwise what most say."""
    votes = Counter(telling.status for telling in group.tellings)
    if not votes or votes["actual"]:
        return "actual"
    return max(sorted(votes), key=lambda s: votes[s])


def places(group: Group) -> tuple[str, ...]:
    """The names of places, the most frequent first."""
    votes = Counter(place for telling in group.tellings for place in telling.places)
    return tuple(sorted(votes, key=lambda p: (-votes[p], p)))


def accounts_of(desk: Desk, group: Group) -> tuple[Account, ...]:
    """One account a sentence, with its surest trigger, the best first: sure, early, informed, like the others."""
    by_line: dict[int, list[Telling]] = defaultdict(list)
    for telling in group.tellings:
        by_line[telling.line].append(telling)
    likeness = dict(group.lines)
    numbers = sorted({*by_line, *likeness})
    found = []
    first = min((day for n in numbers if (day := desk.published(desk.lines[n].source))), default=None)
    for number in numbers:
        tellings = tuple(sorted(by_line.get(number, ()), key=lambda t: (-t.sure, -t.score, t.trigger)))
        base = (tellings[0].sure + tellings[0].score) / 2 if tellings else FRAMELESS * likeness[number]
        others = [desk.like(number, other) for other in numbers if other != number]
        middle = sum(others) / len(others) if others else 0.0
        line = desk.lines[number]
        value = base * (1 + 0.5 * middle) * position(line.index) * brevity(line.span.end - line.span.start)
        value *= 1 + INFORMED * min(len(line.entities), 3) + SECURE * (tellings[0].score if tellings else 0.0)
        value *= LEANT if leans(desk, line) else 1.0
        value *= EARLIEST if desk.published(line.source) == first else 1.0
        refs = tuple(telling.ref for telling in tellings[:1])
        trigger = tellings[0].trigger if tellings else None
        found.append((-round(value, 4), Account(line.citation, trigger, refs, round(min(1.0, base), 2))))
    return tuple(account for _, account in sorted(found, key=lambda pair: (pair[0], pair[1].citation)))


def leans(desk: Desk, line: Line) -> bool:
    """Whether a sentence begins with words that need the one before."""
    return bool(LEANING.match(desk.articles[line.source].document.text, line.span.start))


def further(desk: Desk, group: Group, accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The other tellings of sentences that tell the event more than once: the same sentence with another trigger."""
    first = {ref for account in accounts for ref in account.mentions}
    found = [
        Account(desk.lines[telling.line].citation, desk.trigger(ref), (ref,), round(min(1.0, telling.sure), 2))
        for telling in group.tellings
        for ref in telling.refs
        if ref not in first
    ]
    return tuple(sorted(found, key=lambda account: (account.citation, account.trigger or Span(0, 0))))


def position(index: int) -> float:
    """The first sentences of an article tell its news."""
    return 1.2 if index < LEAD_LINES else 1.0


def brevity(length: int) -> float:
    """A long sentence tells other things too, a very short one too little."""
    return 0.8 if length > 320 or length < 40 else 0.9 if length > 240 else 1.0


def weight(desk: Desk, group: Group, accounts: Sequence[Account]) -> float:
    """How much of the corpus tells it: accounts by source, early ones and headlines more, repeated voices less."""
    best: dict[str, float] = {}
    extra: dict[str, int] = Counter()
    for account in accounts:
        source = account.citation.source
        line_index = desk.line_index(account.citation)
        value = account.score * (LEAD if line_index < LEAD_LINES else 1.0)
        best[source] = max(best.get(source, 0.0), value)
        extra[source] += 1
    total, heard = 0.0, set()
    words = named_words(desk, group)
    for source in sorted(best, key=lambda s: (-best[s], s)):
        share = SAME_VOICE if desk.voices[source] in heard else 1.0
        heard.add(desk.voices[source])
        in_headline = HEADLINE if tells(desk, source, words) else 0.0
        total += share * (best[source] + in_headline + 0.1 * min(extra[source] - 1, 5))
    return round(total * gravity(group), 3)


def gravity(group: Group) -> float:
    """Deaths, decisions, beginnings and ends weigh more than what is said of them."""
    if any(telling.deeds & deeds().grave for telling in group.tellings):
        return GRAVE
    return SAID if set(types_of(group)) <= SPOKEN else 1.0


def identity(desk: Desk, group: Group, parts: Sequence[Participant], date: EventDate) -> str:
    """An id of words: who, what, to whom, when."""
    agents = most(e for t in group.tellings for e in t.doers) or [p.entity for p in parts if p.role == "agent"]
    patients = most(e for t in group.tellings for e in t.sufferers if e not in agents[:1])
    lemmas = Counter(telling.lemma for telling in group.tellings)
    lemma = max(sorted(lemmas), key=lambda w: lemmas[w]) if lemmas else common_words(desk, group)
    day = (date.edtf or "").split("/")[0].strip(".?~%")
    words = [short(desk, e) for e in agents[:1]] + [lemma] + [short(desk, e) for e in patients[:1]] + [day]
    return slug(" ".join(word for word in words if word)) or "event"


def most(entities: Iterable[str]) -> list[str]:
    """Entities, the most frequent first."""
    votes = Counter(entities)
    return sorted(votes, key=lambda e: (-votes[e], e))


def common_words(desk: Desk, group: Group) -> str:
    """The two stems that most of a group's sentences share."""
    votes = Counter(term for line, _ in group.lines for term in set(desk.lines[line].terms))
    return " ".join(sorted(votes, key=lambda t: (-votes[t], -len(t), t))[:2])


def short(desk: Desk, entity: str) -> str:
    """The word by which an entity is called in an id: a person's last, else its first three."""
    words = entity.split("-")
    known = desk.entities.get(entity)
    return words[-1] if known and known.type == "person" else "-".join(words[:3])


def unique(desk: Desk, made: Sequence[Event]) -> list[str]:
    """The ids; where several are the same, all but the heaviest get a suffix from the words of their best account."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(made):
        holders[event.id].append(number)
    found = [event.id for event in made]
    for id_, numbers in sorted(holders.items()):
        for number in sorted(numbers, key=lambda n: (-made[n].weight, made[n].accounts[0].citation))[1:]:
            found[number] = f"{id_}-{digest(desk, made[number])}"
    return found


def digest(desk: Desk, event: Event) -> str:
    """Six characters from the source and words of the best account and its trigger."""
    account = event.accounts[0]
    text = desk.articles[account.citation.source].document.text
    content = [account.citation.source, text[account.citation.start : account.citation.end]]
    if account.trigger:
        content.append(str(account.trigger.start - account.citation.start))
    return sha256("\n".join(content).encode("utf-8", "surrogatepass")).hexdigest()[:6]
