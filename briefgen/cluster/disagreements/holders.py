"""Who holds a place: one source says that one side took it, another tells of the other side's deeds there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefgen.cluster.calendar import may_agree
from briefgen.cluster.desk import Desk
from briefgen.cluster.tellings import Telling
from briefgen.model.knowledge import Disagreement, Event, Side
from briefgen.model.names import fold, slug

TAKING = frozenset(
    ("seize", "capture", "take", "retake", "recapture", "regain", "control", "hold", "occupy", "liberate", "overrun")
)
LEAST = 0.40  # what is shown is the sentence, with its speaker; the deed itself is not asserted
MOST_AT_A_PLACE = 60


def find(desk: Desk, events: Sequence[Event]) -> Iterator[Disagreement]:
    """One disagreement for every place that a source says was taken while another tells of the enemy's deeds there."""
    of_ref = {ref: event.id for event in events for account in event.accounts for ref in account.mentions}
    for place, tellings in sorted(deeds_at(desk).items()):
        if len(tellings) > MOST_AT_A_PLACE:
            continue
        takers = [telling for telling in tellings if takes(telling) and place in telling.patients]
        told = {t.ref: t for a in takers for b in tellings if opposed(desk, a, b) for t in (a, b)}
        if told:
            topic = f"who holds {desk.name(place)}"
            event = next((of_ref[ref] for ref in sorted(told) if ref in of_ref), None)
            shown = sides(desk, list(told.values()))
            yield Disagreement(slug(topic), topic, "outcome", shown, event=event, entity=place)


def deeds_at(desk: Desk) -> dict[str, list[Telling]]:
    """The deeds of force by the places that their clauses name."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in desk.tellings:
        if "force" in telling.families and telling.status == "actual" and telling.score >= LEAST:
            for entity in places_of(desk, telling):
                found[entity].append(telling)
    return found


def places_of(desk: Desk, telling: Telling) -> set[str]:
    """The places named in a telling's clause from its trigger on."""
    owners = desk.owners[telling.source]
    named = {*telling.patients, *telling.place_ids}
    for index, mention in enumerate(owners.mentions):
        if telling.trigger.start <= mention.start < telling.clause.end and (entity := owners.entity(index)):
            named.add(entity)
    return {entity for entity in named if desk.entities[entity].type == "place"}


def takes(telling: Telling) -> bool:
    """Whether a telling says that a place changed hands."""
    return any(word in TAKING for lemma in telling.lemmas for word in lemma.split())


def opposed(desk: Desk, taker: Telling, other: Telling) -> bool:
    """Whether two sources name two sides, at times that may be the same, that fight each other."""
    if taker.source == other.source or not may_agree(desk.when(taker), desk.when(other)):
        return False
    if taker.doers and other.doers:
        both = desk.when(taker).known and desk.when(other).known and takes(other)
        return not (desk.kin(taker.doers) & other.doers or desk.kin(other.doers) & taker.doers) and both
    return bool(other.doers) and fights(desk, taker, other.doers)


def fights(desk: Desk, taker: Telling, others: frozenset[str]) -> bool:
    """Whether the taker's own article tells of the same nameless side ("government forces") against the others."""
    ours = heads(desk, taker)
    return any(
        ours & heads(desk, telling) and telling.sufferers & others
        for telling in desk.of_source(taker.source)
        if "force" in telling.families
    )


def heads(desk: Desk, telling: Telling) -> set[str]:
    """The last words of what a telling's agents are called."""
    article = desk.articles[telling.source].extraction
    mentions = [article.mentions[i] for i in article.events[telling.ref.index].agents if i < len(article.mentions)]
    return {words[-1] for mention in mentions if (words := fold(mention.name).split())}


def sides(desk: Desk, tellings: Sequence[Telling]) -> tuple[Side, ...]:
    """Each deed in its own words, with its sentence."""
    found = []
    for telling in sorted(tellings, key=lambda t: t.ref):
        text = desk.articles[telling.source].document.text
        words = text[telling.trigger.start : max(telling.clause.end, telling.trigger.end)]
        found.append(Side(" ".join(words.split()).rstrip(".,; "), (desk.lines[telling.line].citation,)))
    return tuple(found)
