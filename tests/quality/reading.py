"""How well one article is read by itself: cleaning, names, times, statements, events, relations, descriptions."""

import re
from collections import Counter
from datetime import date, timedelta
from functools import cached_property

from msgspec import Struct

from briefgen.model import dates
from briefgen.model.annotation import EventMention, Mention
from briefgen.model.knowledge import Article
from briefgen.model.text import Document, Span
from tests.quality.gold import Happening, Laid, Name, overlap, place_id
from tests.quality.tally import Tally

GENERAL = ("STATEMENT", "OTHER")  # somebody said, something happened: no claim of a kind
STRONG = 0.6  # what a reader of the site may see; weaker findings go to review


class Reading:
    """An article as it was read, with its gold, and whom each chain of mentions means by the gold."""

    def __init__(self, article: Article, laid: Laid, topic: str) -> None:
        self.document: Document = article.document
        self.extraction = article.extraction
        self.laid, self.gold, self.text = laid, laid.gold, article.document.text
        self.where = f"{topic}/{laid.key}"

    @cached_property
    def links(self) -> list[tuple[Name, int | None]]:
        """Each gold name with the index of the named mention that has most of it in common."""
        named = [(i, m) for i, m in enumerate(self.extraction.mentions) if m.form == "name"]
        found = []
        for name in self.laid.names:
            best = max(named, key=lambda item: (overlap(span(item[1]), name), -item[0]), default=None)
            found.append((name, best[0] if best and overlap(span(best[1]), name) else None))
        return found

    @cached_property
    def chains(self) -> dict[int, str]:
        """The gold actor that most names of a chain mean."""
        votes: dict[int, Counter[str]] = {}
        for name, index in self.links:
            if index is not None and name.actor:
                votes.setdefault(self.extraction.mentions[index].chain, Counter())[name.actor] += 1
        return {chain: min(counts, key=lambda actor: (-counts[actor], actor)) for chain, counts in votes.items()}

    def actor(self, index: int | None) -> str | None:
        """The gold actor that a mention means, or else its owner, or what it is called in full."""
        if index is None:
            return None
        mention = self.extraction.mentions[index]
        own = self.chains.get(mention.chain)
        owner = self.chains.get(mention.owner) if mention.owner is not None else None
        return own or owner or self.laid.topic.forms().get(mention.name, ("", ""))[1] or None

    def sentence(self, place: Span) -> Span:
        """The sentence in which a span begins."""
        for sentence in self.document.sentences:
            if sentence.start <= place.start < sentence.end:
                return Span(sentence.start, sentence.end)
        return Span(self.text.rfind("\n", 0, place.start) + 1, (self.text + "\n").find("\n", place.end))

    def named_in(self, place: Span) -> set[str]:
        """The gold actors named in a span."""
        return {name.actor for name in self.laid.names if name.actor and overlap(place, name)}


def span(value: Mention) -> Span:
    return Span(value.start, value.end)


def plain(text: str | None) -> str:
    """A text without case, leading article, end stop, kinds of quotes and of space."""
    folded = " ".join((text or "").lower().replace("’", "'").split()).rstrip(".")
    return folded.removeprefix("the ").removesuffix("'s")


def measure(reading: Reading, tally: Tally) -> None:
    """Count all that one article yields."""
    _furniture(reading, tally)
    _fields(reading, tally)
    _names(reading, tally)
    _times(reading, tally)
    _statements(reading, tally)
    for happening, anchors in reading.gold.events.items():
        for anchor in anchors:
            _event(reading, tally, reading.laid.topic.events[happening], anchor)
    _false_events(reading, tally)
    _traps(reading, tally)
    _relations(reading, tally)
    _descriptions(reading, tally)


def _furniture(reading: Reading, tally: Tally) -> None:
    """Word by word; the title counts neither way."""
    title = reading.laid.title
    for word in re.finditer(r"\S+", reading.text):
        place = Span(*word.span())
        if title and overlap(place, title):
            continue
        gold = any(overlap(place, f) for f in reading.laid.furniture)
        found = any(overlap(place, Span(f.start, f.end)) for f in reading.document.furniture) or any(
            field and field.span and overlap(place, field.span)
            for field in (reading.document.title, reading.document.publisher, reading.document.author)
        )
        if gold and found:
            tally.hit("furniture")
        elif gold:
            tally.miss("furniture", reading.where, f"{word[0]!r} of {_line(reading.text, place)!r}")
        elif found:
            tally.false("furniture", reading.where, f"{word[0]!r} of {_line(reading.text, place)!r}")


def _line(text: str, place: Span) -> str:
    return text[text.rfind("\n", 0, place.start) + 1 : (text + "\n").find("\n", place.end)][:70]


def _fields(reading: Reading, tally: Tally) -> None:
    document, gold = reading.document, reading.gold
    found = {
        "title": document.title.value if document.title else None,
        "publisher": document.publisher.value if document.publisher else None,
        "author": document.author.value if document.author else None,
        "date": document.published.value,
    }
    for field, value in found.items():
        want = getattr(gold, field)
        if want and plain(want) == plain(value):
            tally.hit("fields")
        elif want and not want.startswith("XXXX"):  # a day without a year need not be given
            tally.miss("fields", reading.where, f"{field} {want!r}, found {value!r}")
        if value and plain(want) != plain(value):
            tally.false("fields", reading.where, f"{field} {value!r}, is {want!r}")


def _names(reading: Reading, tally: Tally) -> None:
    """A name is right when its words (less title and article) and its type are."""
    mentions = reading.extraction.mentions
    used = set()
    for name, index in reading.links:
        if index is not None:
            mention = mentions[index]
            if name.type == "any" or (plain(mention.text) == plain(name.text) and _alike(mention.type, name.type)):
                used.add(index)
                tally.hit("names", name.type != "any")
                continue
        if name.type != "any":
            found = f"{mentions[index].text!r} {mentions[index].type}" if index is not None else "nothing"
            around = " ".join(reading.text[max(0, name.start - 25) : name.end + 25].split())
            tally.miss("names", reading.where, f"{name.text!r} {name.type}, found {found} in {around!r}")
    neutral = [name for name in reading.laid.names if name.type == "any"]
    for index, mention in enumerate(mentions):
        if mention.form != "name" or mention.type == "other" or index in used:
            continue
        if reading.laid.in_body(mention.start) and not any(overlap(span(mention), name) for name in neutral):
            around = " ".join(reading.text[max(0, mention.start - 25) : mention.end + 25].split())
            tally.false("names", reading.where, f"{mention.text!r} {mention.type} in {around!r}")


def _alike(found: str, gold: str) -> bool:
    """Whether a country's name need not be known for one: it is a place's at least (the actor's type tells more)."""
    return found == gold or {found, gold} == {"country", "place"}


def _times(reading: Reading, tally: Tally) -> None:
    """Extents count as found when they share a character; a value is counted where the article settles one."""
    times = reading.extraction.times
    used = set()
    for place, value in reading.laid.times:
        best = max(range(len(times)), key=lambda i: overlap(place, Span(times[i].start, times[i].end)), default=None)
        words = reading.text[place.start : place.end]
        if best is None or not overlap(place, Span(times[best].start, times[best].end)):
            tally.miss("times", reading.where, words)
            if value is not None:
                tally.miss("times value", reading.where, f"{words!r} is {value}")
            continue
        used.add(best)
        tally.hit("times")
        if value is not None:
            right = times[best].value in value.split("|")
            tally.choice("times value", reading.where, right, f"{words!r} is {value}, found {times[best].value}")
    for index, time in enumerate(times):
        near = any(overlap(place, Span(time.start, time.end)) for place, _ in reading.laid.times)
        if index not in used and not near and reading.laid.in_body(time.start):
            tally.false("times", reading.where, f"{time.text!r} {time.value}")


DEEDS = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AID", "AGREE", "STATEMENT"}


def _statements(reading: Reading, tally: Tally) -> None:
    """Found: half of the shorter shared.  Speaker: the right one, or none where none is named.

    Weak findings count as found, never as false; a demand, a pledge or the like, whose cue the gold has as an event,
    and another sentence of the same speaker in the same paragraph count neither way.
    """
    found = reading.extraction.statements
    places = [reading.laid.find(str(statement[1])) for statement in reading.gold.statements]
    owners = set()
    used = set()
    for gold, place in zip(reading.gold.statements, places, strict=True):
        right = {None if speaker == "none" else speaker for speaker in (gold[0] or "none").split("|")}
        owners |= {(speaker, _paragraph(reading.text, place.start)) for speaker in right}
        hits = [i for i, s in enumerate(found) if _mostly(place, Span(s.start, s.end))]
        used.update(hits)
        if gold[2:]:
            continue  # it may be taken for a statement or not
        if not hits:
            tally.miss("statements", reading.where, f"{gold[0]}: {gold[1]!r}")
            continue
        tally.hit("statements")
        speakers = {reading.actor(found[i].speaker) for i in hits}
        shown = "/".join(sorted(map(str, speakers)))
        tally.choice(
            "statements speaker", reading.where, bool(right & speakers), f"{gold[1]!r} is {gold[0]}'s, found {shown}"
        )
    deeds = [
        reading.laid.find(anchor)
        for happening, anchors in reading.gold.events.items()
        for anchor in anchors
        if DEEDS.intersection(reading.laid.topic.events[happening].type)
    ]
    for index, statement in enumerate(found):
        told = statement.cue and any(overlap(deed, statement.cue) for deed in deeds)
        more = (reading.actor(statement.speaker), _paragraph(reading.text, statement.start)) in owners
        if index not in used and statement.score >= STRONG and not told and not more:
            shown = f"{reading.actor(statement.speaker)} {statement.score}"
            tally.false("statements", reading.where, f"{shown}: {statement.text!r}")


def _mostly(left: Span, right: Span) -> bool:
    return 2 * overlap(left, right) >= min(left.end - left.start, right.end - right.start)


def _paragraph(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset)


class Told(Struct, frozen=True):
    """A gold event where an article tells it: its sentence, and the place in words for a message."""

    gold: Happening
    sentence: Span
    words: str


def _event(reading: Reading, tally: Tally, gold: Happening, anchor: str) -> None:
    """An event is found when a trigger lies in the anchor; the rest is counted for what was found."""
    place = reading.laid.find(anchor)
    sentence = reading.sentence(place)
    told = Told(gold, sentence, f"{anchor!r} in {' '.join(reading.text[sentence.start : sentence.end].split())!r}")
    hits = [e for e in reading.extraction.events if overlap(place, e.trigger)]
    if not hits:
        tally.miss("events", reading.where, told.words)
        return
    tally.hit("events")
    event = max(hits, key=lambda e: (e.type in gold.type, e.score, -e.start))
    what = f"{event.type}, is {'/'.join(gold.type)}: {told.words}"
    tally.choice("events type", reading.where, event.type in gold.type, what)
    _parts(reading, tally, told, event)
    _date(reading, tally, told, event)


def _parts(reading: Reading, tally: Tally, told: Told, event: EventMention) -> None:
    """Agents and patients are expected where the sentence names them; who is both may be found as either."""
    named = reading.named_in(told.sentence)
    mutual = set(told.gold.agents) & set(told.gold.patients)
    places = set(map(place_id, reading.laid.topic.places))  # a town that is shelled may be named or left out
    agents = {actor for i in event.agents if (actor := reading.actor(i))}
    patients = {actor for i in event.patients if (actor := reading.actor(i)) and actor not in places}
    for measure, gold, want, found in (
        ("events agents", told.gold.agents, set(told.gold.agents) & named, agents | patients if mutual else agents),
        ("events patients", told.gold.patients, set(told.gold.patients) & named - mutual, patients - mutual),
    ):
        tally.hit(measure, len(found & set(gold)))
        for actor in sorted(want - found):
            tally.miss(measure, reading.where, f"{actor}: {told.words}")
        for actor in sorted(found - set(gold) - set(told.gold.also)):
            tally.false(measure, reading.where, f"{actor}: {told.words}")


def _date(reading: Reading, tally: Tally, told: Told, event: EventMention) -> None:
    """The date is expected where the sentence states a time that has the event's date."""
    day = told.gold.date
    if day is None:
        return
    stated = any(
        value and same_date(day, edtf(value)) and overlap(told.sentence, when) for when, value in reading.laid.times
    )
    time = reading.extraction.times[event.time] if event.time is not None else None
    found = edtf(time.edtf or time.value) if time else None
    if found and same_date(day, found):
        tally.hit("events date")
        return
    if stated:
        tally.miss("events date", reading.where, f"{day}, found {found}: {told.words}")
    if found:
        tally.false("events date", reading.where, f"{found}, is {day}: {told.words}")


def edtf(value: str) -> str | None:
    """The days that a TIMEX3 value means, None where it means none or hangs on an unknown date."""
    day = value.partition("T")[0] if value[:1].isdigit() else ""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", day):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return f"{monday}/{monday + timedelta(days=6)}"
    return day if dates.is_valid(day) else None


def same_date(gold: str, found: str | None) -> bool:
    """Whether a date is the gold's, or a coarser or finer one that agrees with it."""
    return found is not None and (dates.contains(gold, found) or dates.contains(found, gold))


def _false_events(reading: Reading, tally: Tally) -> None:
    """What is asserted with a type, and stands neither in the gold nor among the further events that may be found."""
    anchors = [
        *(anchor for anchors in reading.gold.events.values() for anchor in anchors),
        *reading.gold.further,
        *reading.gold.traps,
    ]
    places = [span for anchor in anchors for span in reading.laid.all(anchor)]
    for event in _asserted(reading):
        if not any(overlap(place, event.trigger) for place in places):
            around = " ".join(reading.text[max(0, event.trigger.start - 40) : event.trigger.end + 40].split())
            words = reading.text[event.trigger.start : event.trigger.end]
            tally.false("events", reading.where, f"{event.type} {words!r} in {around!r}")


def _asserted(reading: Reading) -> list[EventMention]:
    """The events that a reader of the site may be told as facts of their type."""
    return [
        event
        for event in reading.extraction.events
        if event.status == "actual" and not event.quoted and event.score >= STRONG and event.type not in GENERAL
    ]


def _traps(reading: Reading, tally: Tally) -> None:
    """Words that look like an event and assert none: planned, denied, conditional, or of another sense."""
    for trap in reading.gold.traps:
        place = reading.laid.find(trap)
        told = [event for event in _asserted(reading) if overlap(place, event.trigger)]
        tally.choice("events traps", reading.where, not told, f"asserted as {'/'.join(e.type for e in told)}: {trap!r}")


def _relations(reading: Reading, tally: Tally) -> None:
    wanted = [(r[0], r[1].split("|"), r[2], r[3], len(r) > 4) for r in reading.gold.relations]
    found = {
        (subject, relation.type, object_): relation
        for relation in reading.extraction.relations
        if relation.type != "located_in"
        and relation.score >= STRONG
        and (subject := reading.actor(relation.subject))
        and (object_ := reading.actor(relation.object))
    }
    known = set()
    for subject, types, object_, anchor, maybe in wanted:
        hits = {
            (s, t, o)
            for s, t, o in found
            if t in types and ((s, o) == (subject, object_) or (t == "related_to" and (o, s) == (subject, object_)))
        }
        known |= hits
        if hits:
            tally.hit("relations", not maybe)
        elif not maybe:
            tally.miss("relations", reading.where, f"{subject} {'/'.join(types)} {object_}: {anchor!r}")
    for key in sorted(set(found) - known):
        relation = found[key]
        tally.false("relations", reading.where, f"{' '.join(key)}: {reading.text[relation.start : relation.end]!r}")


def _descriptions(reading: Reading, tally: Tally) -> None:
    """Right: the same actor, and one wording holds the other.  False: the wording is another actor's."""
    found = [(d, reading.actor(d.mention)) for d in reading.extraction.descriptions]
    for actor, text in reading.gold.descriptions:
        want = plain(text)
        hits = [
            (d, owner)
            for d, owner in found
            if want in plain(d.text) or (plain(d.text) in want and 2 * len(d.text) >= len(want))
        ]
        if any(owner == actor for _, owner in hits):
            tally.hit("descriptions")
        else:
            tally.miss("descriptions", reading.where, f"{actor}: {text!r}")
        place = reading.laid.find(text)
        for description, owner in hits:
            its = any(
                who == owner and plain(words) in plain(description.text) for who, words in reading.gold.descriptions
            )
            if owner not in (actor, None) and not its and overlap(place, Span(description.start, description.end)):
                tally.false("descriptions", reading.where, f"{owner}: {description.text!r} is {actor}'s")
