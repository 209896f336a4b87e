"""How well a topic's articles are read together: actors, events joined, voices, disagreements."""

from collections import Counter
from itertools import combinations

from msgspec import Struct

from briefgen.model.dates import bounds, compatible, contains
from briefgen.model.knowledge import Account, Corpus, Entity, Event, Ref
from briefgen.model.text import Span
from tests.quality.gold import Topic, overlap
from tests.quality.reading import Reading, same_date, span
from tests.quality.tally import Tally

ACTORS = ("person", "organization", "country")


class Together(Struct, frozen=True):
    """A topic's gold, its articles as they were read (by the id of their source), and what they say together."""

    topic: Topic
    name: str
    readings: dict[str, Reading]
    corpus: Corpus
    tally: Tally


def measure(whole: Together) -> None:
    """Count all that the topic's articles yield together."""
    owners = _actors(whole)
    _events(whole, owners)
    _inferred(whole)
    _voices(whole)
    _disagreements(whole)


def _actors(whole: Together) -> dict[str, str]:
    """One entity for one actor, by most of its names; the entity's other names are somebody else's.

    Returns the actor that each entity found stands for.
    """
    topic, where, readings, tally = whole.topic, whole.name, whole.readings, whole.tally
    by_mention = whole.corpus.entities.by_mention()
    entities = {entity.id: entity for entity in whole.corpus.entities.items}
    types = topic.actors()
    links = [
        (name.actor, by_mention.get(Ref(source, index)) if index is not None else None, name.text, reading.laid.key)
        for source, reading in readings.items()
        for name, index in reading.links
        if name.actor and types[name.actor] in ACTORS
    ]
    votes = Counter((actor, entity) for actor, entity, _, _ in links if entity)
    matched: dict[str, str] = {}
    for (actor, entity), _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if actor not in matched and entity not in matched.values():
            matched[actor] = entity
    for actor in sorted({actor for actor, _, _, _ in links}):
        found = matched.get(actor)
        if found and entities[found].type == types[actor]:
            tally.hit("actors")
        elif actor in topic.nationalities.values() and actor not in topic.countries:
            continue  # a country that only a nationality names need not be an actor
        else:
            tally.miss(
                "actors", where, f"{actor} {types[actor]}, found {f'{found} {entities[found].type}' if found else None}"
            )
    for entity_id in sorted(set(entities) - set(matched.values())):
        if _is_false(entities[entity_id], readings):
            forms = ", ".join(form.text for form in entities[entity_id].forms)
            tally.false("actors", where, f"{entity_id} {entities[entity_id].type} ({forms})")
    owner = {entity: actor for actor, entity in matched.items()}
    for actor, link, text, key in links:
        at = f"{where}/{key}"
        if not link:
            tally.miss("forms", at, f"{text!r} {actor}")
            continue
        tally.choice("forms", at, matched.get(actor) == link, f"{text!r} is {actor}, found {link}")
        whose = owner.get(link, actor)
        tally.choice("actors kept apart", at, whose == actor, f"{text!r} ({actor}) is in {link} ({whose})")
    return owner


def _is_false(entity: Entity, readings: dict[str, Reading]) -> bool:
    """Whether an entity of an actor's type stands in a body where the gold has no name that may be read either way."""
    if entity.type not in ACTORS:
        return False
    for ref in entity.mentions:
        reading = readings.get(ref.source)
        mention = reading.extraction.mentions[ref.index] if reading else None
        if reading and mention and mention.form == "name" and reading.laid.in_body(mention.start):
            return not any(name.type == "any" and overlap(span(mention), name) for name in reading.laid.names)
    return False


def _events(whole: Together, owners: dict[str, str]) -> None:
    """Joined: the articles of an event that its best entry holds.  Apart: look-alikes that share no entry."""
    topic, where, readings, tally = whole.topic, whole.name, whole.readings, whole.tally
    held: dict[str, dict[str, set[str]]] = {}  # event of gold -> event found -> articles
    same: dict[str, set[str]] = {}  # the same for entries with the very trigger
    for event in whole.corpus.chronicle.events:
        for account in event.accounts:
            reading = readings.get(account.citation.source)
            for happening, exactly in _told(reading, account, event).items() if reading else ():
                held.setdefault(happening, {}).setdefault(event.id, set()).add(reading.laid.key if reading else "")
                same.setdefault(happening, set()).update([event.id] if exactly else [])
    found = {event.id: event for event in whole.corpus.chronicle.events}
    for happening, gold in topic.events.items():
        articles = {key for key, article in topic.articles.items() if happening in article.events}
        options = held.get(happening, {})
        exact = same.get(happening, set())
        best = min(options, key=lambda e: (-len(options[e]), e not in exact, -found[e].weight, e), default=None)
        if best is None:
            tally.miss("chronicle", where, happening)
            if len(articles) > 1:
                tally.miss("events joined", where, f"{happening}: no entry", len(articles) - 1)
            continue
        tally.hit("chronicle")
        tally.hit("events joined", len(options[best]) - 1)
        if rest := sorted(articles - options[best]):
            tally.miss("events joined", where, f"{happening}: {sorted(options[best])} without {rest}", len(rest))
        if gold.date:
            _dated(tally, where, happening, gold.date, found[best])
        if best in exact:
            named = _named(happening, options[best], readings)
            _participants(whole, happening, named, found[best], owners)
    for left, right in topic.never_merge:
        shared = sorted(same.get(left, set()) & same.get(right, set()))
        tally.choice("events kept apart", where, not shared, f"{left} and {right} are both {shared}")


def _told(reading: Reading, account: Account, event: Event) -> dict[str, bool]:
    """The gold events that an account tells.

    True where a trigger of the account lies in the anchor; False where only its sentence does and the types agree.
    """
    events = reading.extraction.events
    triggers = [events[ref.index].trigger for ref in account.mentions if ref.source == account.citation.source]
    triggers += [account.trigger] if account.trigger else []
    sentence = Span(account.citation.start, account.citation.end)
    told = {}
    for happening, anchors in reading.gold.events.items():
        places = [reading.laid.find(anchor) for anchor in anchors]
        if any(overlap(place, trigger) for place in places for trigger in triggers):
            told[happening] = True
            continue
        alike = not triggers or set(event.types) & set(reading.laid.topic.events[happening].type)
        if alike and any(overlap(place, sentence) for place in places):
            told[happening] = False
    return told


def _named(happening: str, articles: set[str], readings: dict[str, Reading]) -> set[str]:
    """The actors named in the sentences that hold an event's anchors in some articles."""
    return {
        actor
        for reading in readings.values()
        if reading.laid.key in articles
        for anchor in reading.gold.events.get(happening, ())
        for actor in reading.named_in(reading.sentence(reading.laid.find(anchor)))
    }


def _participants(whole: Together, happening: str, named: set[str], event: Event, owners: dict[str, str]) -> None:
    """Who took part, in whatever role: expected where a sentence names them, false where they had no part."""
    gold, where = whole.topic.events[happening], f"{whole.name} {happening}"
    right = {*gold.agents, *gold.patients}
    found = {owners[p.entity] for p in event.participants if p.entity in owners}
    whole.tally.hit("chronicle actors", len(found & right))
    for actor in sorted((right & named) - found):
        whole.tally.miss("chronicle actors", where, f"{actor} in {event.id}")
    for actor in sorted(found - right - set(gold.also)):
        whole.tally.false("chronicle actors", where, f"{actor} in {event.id}")


def _dated(tally: Tally, where: str, happening: str, want: str, event: Event) -> None:
    if event.date and same_date(want, event.date) and not event.date.startswith(".."):
        tally.hit("chronicle date")
        return
    tally.miss("chronicle date", where, f"{happening} {want}, found {event.date} ({event.date_reason})")
    if event.date and not compatible(want, event.date):
        tally.false("chronicle date", where, f"{happening} {event.date}, is {want}")


def _inferred(whole: Together) -> None:
    """The date of an article that states none: right within the gold's days or a week around them."""
    where, readings, tally = whole.name, whole.readings, whole.tally
    dates = {date.source: date.date for date in whole.corpus.chronicle.dates}
    for source, reading in readings.items():
        want = reading.gold.inferred
        found = dates.get(source) or reading.document.published.value
        near = want and found and (contains(want, found) or (contains(found, want) and days(found) <= 7))
        if near:
            tally.hit("dates inferred")
        elif want:
            tally.miss("dates inferred", f"{where}/{reading.laid.key}", f"{want}, found {found}")
            if found and not compatible(want, found):
                tally.false("dates inferred", f"{where}/{reading.laid.key}", f"{found}, is {want}")


def days(date: str) -> int:
    """How many days a date spans."""
    first, last = bounds(date)
    return (last - first).days + 1


def _voices(whole: Together) -> None:
    """Pairs of articles that share a voice."""
    topic, where, readings, tally = whole.topic, whole.name, whole.readings, whole.tally
    voice = {source: voice.id for voice in whole.corpus.chronicle.voices for source in voice.sources}
    of = {reading.laid.key: voice.get(source, source) for source, reading in readings.items()}
    gold = {frozenset(pair) for pair in topic.dependent}
    for left, right in combinations(sorted(of), 2):
        if frozenset((left, right)) in gold and of[left] == of[right]:
            tally.hit("voices")
        elif frozenset((left, right)) in gold:
            tally.miss("voices", where, f"{left} and {right} are one voice")
        elif of[left] == of[right]:
            tally.false("voices", where, f"{left} and {right} are two voices")


def _disagreements(whole: Together) -> None:
    """Found: two of its sides are told apart.  What else is found counts as false: each is for a person to read."""
    topic, where, readings, tally = whole.topic, whole.name, whole.readings, whole.tally
    known = set()
    for gold in topic.disagreements:
        hits = set()
        for disagreement in whole.corpus.chronicle.disagreements:
            sides = set()
            for number, side in enumerate(disagreement.sides):
                for citation in side.citations:
                    reading = readings.get(citation.source)
                    place = Span(citation.start, citation.end)
                    for anchor in gold.anchors(reading.laid.key) if reading else ():
                        if reading and overlap(reading.laid.find(anchor), place):
                            sides.add(number)
            if len(sides) > 1:
                hits.add(disagreement.id)
        known |= hits
        if hits:
            tally.hit("disagreements")
        elif gold.size > 1:
            tally.miss("disagreements", where, gold.topic)
    for disagreement in whole.corpus.chronicle.disagreements:
        if disagreement.id not in known:
            told = " | ".join(side.value for side in disagreement.sides)
            tally.false("disagreements", where, f"{disagreement.kind} {disagreement.topic}: {told}")
