"""When it was: two sources that tell the same in almost the same words, and date it to different days."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefgen.cluster.datevote import own
from briefgen.cluster.desk import Desk
from briefgen.cluster.tellings import Telling
from briefgen.model import dates
from briefgen.model.knowledge import Disagreement, Event, Side
from briefgen.model.names import slug

SAME_WORDS = 0.65
FARTHEST = 3  # days; what lies farther apart is more likely to have happened twice


def find(desk: Desk, events: Sequence[Event]) -> Iterator[Disagreement]:
    """One disagreement for every pair of like sentences whose events have different days."""
    of_ref = {ref: event.id for event in events for account in event.accounts for ref in account.mentions}
    told: dict[str, list[Telling]] = {event.id: [] for event in events}
    for telling in desk.tellings:
        if telling.ref in of_ref:
            told[of_ref[telling.ref]].append(telling)
    for event, tellings in told.items():
        if len({telling.source for telling in tellings}) > 1:
            for a, b in within(desk, tellings):
                yield disagreement(desk, a, b, event)
    for left, right, _ in [pair for pair in desk.ranked if pair[2] >= SAME_WORDS]:
        for a in desk.tellings_in(left):
            for b in desk.tellings_in(right):
                here, there = of_ref.get(a.ref), of_ref.get(b.ref)
                if here and there and here != there and differ(desk, a, b):
                    yield disagreement(desk, a, b, here)


def within(desk: Desk, told: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """The first two tellings of one event by which two voices put it to different days, each in its own clause."""
    days: dict[int, Telling] = {}
    for telling in told:
        when = desk.when(telling)
        if when.day and when.basis == "stated" and not telling.about and own(desk, telling, telling.time) == 1.0:
            days.setdefault(when.first, telling)
    for left, right in combinations(days.values(), 2):
        if left.source != right.source and not desk.one_voice(left.source, right.source):
            yield left, right
            return


def differ(desk: Desk, left: Telling, right: Telling) -> bool:
    """Whether two sources tell the same deed of the same people, on days that are near and not the same."""
    a, b = desk.when(left), desk.when(right)
    apart = left.source != right.source and not desk.one_voice(left.source, right.source)
    same = apart and left.lemma == right.lemma and left.participants == right.participants
    elsewhere = left.place_ids and right.place_ids and not set(left.place_ids) & set(right.place_ids)
    stated = a.basis == b.basis == "stated" and a.day and b.day
    return bool(same and not elsewhere and left.participants and stated and 0 < abs(a.first - b.first) <= FARTHEST)


def disagreement(desk: Desk, left: Telling, right: Telling, event: str) -> Disagreement:
    """The two days side by side."""
    sides = []
    for telling in sorted((left, right), key=lambda t: (desk.when(t).first, t.ref)):
        edtf = desk.when(telling).edtf
        assert edtf is not None
        sides.append(Side(dates.phrase(edtf), (desk.lines[telling.line].citation,)))
    return Disagreement(slug(f"when {event}"), "when it was", "date", tuple(sides), event=event)
