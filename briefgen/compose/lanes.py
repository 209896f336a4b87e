"""The actors over time: the weightiest as lanes, their events as marks, joined where they share one.

Places are shares of the picture's width and height, so that it fits every screen and its words keep their size.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from briefgen.compose.cards import event_date, event_kinds, status
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.lanemarks import EDGE, WIDE, WORDY, Label, Place, Told, labels, placed, shown
from briefgen.compose.parts import DateView, Link
from briefgen.compose.sheet import Sheet
from briefgen.compose.timechart import core
from briefgen.compose.timemarks import Dated, is_doubtful
from briefgen.compose.timescale import Scale, Tick, extent, known, ticks
from briefgen.model.dates import bounds
from briefgen.model.site import EventRecord

# Fewer events or lanes make no picture, and more it does not have.
EVENTS, LANES = (3, 200), (2, 10)
# Where nobody takes part so often, there is no picture; who does not has a lane where few others have.
OFTEN, ENOUGH = 2, 8
# How far a row lies from the lane's line, and words from their mark, in pixels.
ROW, BESIDE = 11, 5
# The axis for every sort of screen: the width that it is made for, and the room for a tick's words.
AXES = (("wide", WORDY, 92.0), ("middle", 540.0, 92.0), ("narrow", 340.0, 74.0))


class LaneItem(Struct, frozen=True):
    """An event of an actor, in words."""

    event: Link
    "Its title, shortened."
    date: DateView
    "When."
    status: str
    "Whether it is planned, conditional or denied; empty for what is told as a fact."
    others: str
    'Whose lanes it joins: "also: Lena Orsk"; empty where it is in one lane only.'


class Lane(Struct, frozen=True):
    """An actor's lane."""

    actor: Link
    "Who."
    y: float
    "Where its line stands, in hundredths of the height."
    items: tuple[LaneItem, ...]
    "Its events in order of time."


class LaneEvent(Struct, frozen=True):
    """An event: a circle on its day, or a bar over the days that it may have been on, in every lane that takes part."""

    href: str
    "Address of the event."
    label: str
    "Date, title, who took part."
    x: float
    "Middle of the circles, or left edge of the bars, in hundredths of the width."
    width: float
    "Of the bars, in hundredths of the width; 0 for circles."
    middle: float
    "Where the line that joins the lanes stands, in hundredths of the width."
    lanes: tuple[float, ...]
    "Where the marks stand, in hundredths of the height, from the top."
    radius: float
    "Of the circles, in pixels; half the height of the bars."
    shift: int
    "How far the marks lie below the lines of their lanes, in pixels."
    doubtful: bool
    "Whether it is told as planned, conditional or denied, or its day is uncertain."


class LaneWords(Struct, frozen=True):
    """What sort of event a mark is, beside it."""

    text: str
    "The sort."
    x: float
    "In hundredths of the width."
    y: float
    "In hundredths of the height."
    beside: float
    "How far from there the words begin or end, in pixels."
    below: int
    "How far below there they stand, in pixels."
    anchor: str
    'Whether they begin or end there: "start" or "end".'


class LaneAxis(Struct, frozen=True):
    """The marks of time for screens of one sort."""

    id: str
    '"wide", "middle" or "narrow".'
    ticks: tuple[Tick, ...]
    "In hundredths of the width."


class Lanes(Struct, frozen=True):
    """The actors over time."""

    title: str
    "What it shows."
    desc: str
    "The same in a sentence, with numbers, for those who do not see it."
    key: str
    "How to read the marks that it has."
    beyond: str
    "How many events of these actors it does not show, in words; empty where it shows all."
    lanes: tuple[Lane, ...]
    "The actors; those who share events stand near one another."
    events: tuple[LaneEvent, ...]
    "The events that have room, in order of time."
    words: tuple[LaneWords, ...]
    "What sort of event it is, where there is room for that."
    axes: tuple[LaneAxis, ...]
    "The time, for every sort of screen."


class _Telling(Struct, frozen=True):
    """A dated telling and everybody who takes part in it."""

    dated: Dated
    actors: frozenset[str]


def lanes(sheet: Sheet, groups: Sequence[Sequence[EventRecord]], period: str = "") -> Lanes | None:
    """The picture of a period's tellings; nothing where too few are dated or too few actors take part in them."""
    catalogue = sheet.catalogue
    told = sorted(_tellings(groups), key=lambda one: (-one.dated.event.weight, one.dated.event.id))
    scale = _scale(catalogue, [one.dated for one in told], period)
    if scale is None:
        return None
    near = [one for one in told if shown(one.dated, scale)]
    order = _order(catalogue, near, scale)
    places = placed(_told(near, order)[: EVENTS[1]], len(order), scale)
    most = max(Counter(lane for place in places for lane in place.told.lanes).values(), default=0)
    if len(order) < LANES[0] or len(places) < EVENTS[0] or most < OFTEN:
        return None
    places.sort(key=lambda place: (place.told.dated.first, place.x, place.told.dated.event.id))
    return _drawn(sheet, order, places, scale, len(_told(told, order)) - len(places))


def _tellings(groups: Sequence[Sequence[EventRecord]]) -> Iterator[_Telling]:
    for group in groups:
        if days := known(group[0].date):
            yield _Telling(Dated(group[0], *days), frozenset(a.id for event in group for a in event.actors))


def _scale(catalogue: Catalogue, dated: Sequence[Dated], period: str) -> Scale | None:
    """The days of a period on which most of this is; nothing where there are too few events or all are of one day."""
    if len(dated) < EVENTS[0]:
        return None
    days = [day for one in dated for day in (one.first, one.last)]
    first, last = extent([day for day in core(catalogue, dated) if min(days) <= day <= max(days)], days)
    if period:
        first, last = max(first, bounds(period)[0]), min(last, bounds(period)[1])
    return Scale(first, last, EDGE, WIDE - EDGE) if first < last else None


def _leading(catalogue: Catalogue, told: Sequence[_Telling]) -> list[str]:
    """The weightiest actors with a page who take part, those who do so but once if there are not enough others."""
    counts = Counter(id_ for one in told for id_ in one.actors)
    found = [actor.id for actor in catalogue.data.actors if actor.page and counts[actor.id]]
    often = [id_ for id_ in found if counts[id_] >= OFTEN][: LANES[1]]
    once = [id_ for id_ in found if counts[id_] < OFTEN][: max(0, ENOUGH - len(often))]
    return [id_ for id_ in found if id_ in (*often, *once)]


def _order(catalogue: Catalogue, told: Sequence[_Telling], scale: Scale) -> list[str]:
    """The actors from top to bottom; without those of whose events none has room beside those of others."""
    order = ordered(_leading(catalogue, told), [one.actors for one in told])
    places = placed(_told(told, order)[: EVENTS[1]], len(order), scale)
    seen = {lane for place in places for lane in place.told.lanes}
    return [id_ for n, id_ in enumerate(order) if n in seen]


def ordered(actors: Sequence[str], events: Sequence[frozenset[str]]) -> list[str]:
    """Actors from top to bottom: one after the other is put where the lines between lanes are the shortest."""
    order: list[str] = []
    for id_ in actors:
        choices = [[*order[:n], id_, *order[n:]] for n in range(len(order), -1, -1)]
        shared = [both for event in events if len(both := event.intersection(choices[0])) > 1]
        order = min(choices, key=lambda lanes: _length(lanes, shared))
    return order


def _length(lanes: Sequence[str], shared: Sequence[frozenset[str]]) -> int:
    """How many lanes the lines of events cross in all."""
    at = {id_: n for n, id_ in enumerate(lanes)}
    return sum(max(at[id_] for id_ in event) - min(at[id_] for id_ in event) for event in shared)


def _told(tellings: Sequence[_Telling], order: Sequence[str]) -> list[Told]:
    """Tellings with the lanes of those who take part; those of nobody with a lane are left out."""
    found = (Told(one.dated, tuple(n for n, id_ in enumerate(order) if id_ in one.actors)) for one in tellings)
    return [one for one in found if one.lanes]


def _drawn(sheet: Sheet, order: Sequence[str], places: Sequence[Place], scale: Scale, left: int) -> Lanes:
    words, turned = sheet.words, sheet.words.right_to_left
    names = [sheet.actor(id_) for id_ in order]
    wanted = chain.from_iterable(_sort(sheet, place, order) for place in _by_weight(places))
    return Lanes(
        title=words("lanes.title"),
        desc=words(
            "lanes.desc",
            actors=words.count("count.actors", len(order)),
            events=words.count("count.events", len(places)),
            first=words.date(scale.first.isoformat()),
            last=words.date(scale.last.isoformat()),
        ),
        key=" ".join(map(words, _keys(places))),
        beyond=words.count("chart.beyond", left) if left else "",
        lanes=tuple(
            Lane(link, _y(n, len(order)), tuple(_item(sheet, p, n, names) for p in places if n in p.told.lanes))
            for n, link in enumerate(names)
        ),
        events=tuple(_event(sheet, place, names) for place in places),
        words=tuple(_words(label, len(order), turned) for label in labels(places, wanted, len(order))),
        axes=tuple(LaneAxis(id_, tuple(_ticks(sheet, scale, wide, room))) for id_, wide, room in AXES),
    )


def _keys(places: Sequence[Place]) -> Iterator[str]:
    """The sentences on how to read the marks that there are."""
    if not all(place.width for place in places):
        yield "lanes.circle"
    if any(is_doubtful(place.told.dated.event) for place in places):
        yield "lanes.hollow"
    if any(place.width for place in places):
        yield "lanes.bar"
    if any(len(place.told.lanes) > 1 for place in places):
        yield "lanes.line"


def _by_weight(places: Sequence[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (-place.told.dated.event.weight, place.told.dated.event.id))


def _item(sheet: Sheet, place: Place, lane: int, names: Sequence[Link]) -> LaneItem:
    event = place.told.dated.event
    others = sheet.words.listed(sheet.words.isolated(names[n].label) for n in place.told.lanes if n != lane)
    return LaneItem(
        event=sheet.short_event(event.id),
        date=event_date(sheet, event),
        status=status(sheet, event),
        others=sheet.words("lanes.with", who=others) if others else "",
    )


def _event(sheet: Sheet, place: Place, names: Sequence[Link]) -> LaneEvent:
    event, turned = place.told.dated.event, sheet.words.right_to_left
    link = sheet.short_event(event.id)
    who = sheet.words.listed(sheet.words.isolated(names[n].label) for n in place.told.lanes)
    title = sheet.words.isolated(link.label)
    return LaneEvent(
        href=link.href,
        label=sheet.words("lanes.event", date=event_date(sheet, event).text, title=title, who=who),
        x=_share(place.x, turned, place.width),
        width=round(100 * place.width / WIDE, 2),
        middle=_share(place.middle, turned),
        lanes=tuple(_y(n, len(names)) for n in place.told.lanes),
        radius=place.radius,
        shift=place.row * ROW,
        doubtful=is_doubtful(event),
    )


def _sort(sheet: Sheet, place: Place, order: Sequence[str]) -> Iterator[tuple[Place, int, str]]:
    """A word for the sort of an event, for the lane of the one who does it: in another's it would be misread."""
    event = place.told.dated.event
    doers = [a.id for a in event.actors if a.role != "patient" and a.id in order]
    kinds = event_kinds(sheet, event)
    if doers and kinds:
        doubt = status(sheet, event)
        yield place, order.index(doers[0]), sheet.words.listed([kinds[0], doubt] if doubt else [kinds[0]])


def _words(label: Label, lanes: int, turned: bool) -> LaneWords:
    place = label.place
    beside = BESIDE if place.width else place.radius + BESIDE - 1
    return LaneWords(
        text=label.words,
        x=_share(place.x if label.turned else place.x + place.width, turned),
        y=_y(label.lane, lanes),
        beside=round(-beside if label.turned != turned else beside, 1),
        below=place.row * ROW,
        anchor="end" if label.turned else "start",
    )


def _ticks(sheet: Sheet, scale: Scale, wide: float, room: float) -> Iterator[Tick]:
    """The ticks of an axis so many units wide, in shares of it."""
    edge = EDGE * wide / WIDE
    for tick in ticks(Scale(scale.first, scale.last, edge, wide - edge), room, sheet.words):
        yield Tick(_share(tick.x * WIDE / wide, sheet.words.right_to_left), tick.label)


def _share(x: float, turned: bool, width: float = 0.0) -> float:
    """A place in hundredths of the width, counted from the other end on pages that are read from right to left."""
    share = 100 * x / WIDE
    return round(100 - share - 100 * width / WIDE if turned else share, 2)


def _y(lane: int, lanes: int) -> float:
    """Where the line of a lane stands, in hundredths of the height."""
    return round((lane + 0.5) * 100 / lanes, 2)
