"""Folding: what is only the occasion of a deed, or only its aim, is no event beside it."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import structs

from briefgen.cluster.tellings import Telling
from briefgen.model.knowledge import Ref

AIM_REACH = 80  # characters between a deed and the aim that tells whom it was done to
SETTING = frozenset(("CONSULT", "STATEMENT"))  # "on a call", "during talks", "in a statement"


def folded(tellings: Sequence[Telling]) -> list[Telling]:
    """The asserted tellings, with every mere occasion laid into the deed before it, and mere aims left out."""
    on_line: dict[int, list[Telling]] = defaultdict(list)
    for item in tellings:
        on_line[item.line].append(item)
    return [telling for items in on_line.values() for telling in fold_line(sorted(items, key=lambda t: t.trigger))]


def fold_line(ordered: Sequence[Telling]) -> list[Telling]:
    """The tellings of one sentence, folded."""
    aims: dict[Ref, Telling] = {}
    kept: list[Telling] = []
    for item in ordered:
        deed = next((deed for deed in reversed(kept) if is_aim(deed, item)), None)
        if deed:
            if item.trigger.start - deed.trigger.end <= AIM_REACH:
                aims.setdefault(deed.ref, item)
        elif item.asserted:
            kept.append(item)
    within: dict[Ref, Ref] = {}
    for place, talk in enumerate(kept):
        before = [t for t in kept[:place] if t.status == "actual" and t.ref not in within]
        if talk.led_by == "ing":
            deed = next((t for t in reversed(before) if is_occasion(t, talk)), None)
        else:
            deed = next((t for t in reversed(before) if t.type not in SETTING), None)
        if deed and is_occasion(deed, talk):
            within[talk.ref] = deed.ref
    return [
        with_occasions(with_aim(item, aims.get(item.ref)), [talk for talk in kept if within.get(talk.ref) == item.ref])
        for item in kept
        if item.ref not in within
    ]


def with_aim(deed: Telling, aim: Telling | None) -> Telling:
    """The deed, done to those whom it was aimed at where it names nobody itself: "launched a bid to buy X"."""
    if aim is None or deed.patients:
        return deed
    return structs.replace(deed, patients=tuple(sorted(set(aim.patients) - set(deed.agents))))


def is_aim(deed: Telling, aim: Telling) -> bool:
    """Whether ``aim`` is only what ``deed`` was to bring about: "launched a bid to buy"."""
    return aim.led_by == "to" and aim.status == "planned" and deed.status == "actual" and set(aim.agents) <= deed.doers


def is_occasion(deed: Telling, talk: Telling) -> bool:
    """Whether ``talk`` is the occasion of ``deed`` ("on a call") or tells more of it ("passed a law, banning …")."""
    if talk.led_by == "ing":
        return talk.type == deed.type and set(talk.agents) <= {*deed.agents}
    return talk.type in SETTING and talk.led_by == "on" and set(talk.agents) <= {*deed.agents, *deed.patients}


def with_occasions(deed: Telling, talks: Sequence[Telling]) -> Telling:
    """The deed with the participants, time and triggers of its occasions."""
    if not talks:
        return deed
    patients = {p for item in (deed, *talks) for p in item.patients} - set(deed.agents)
    return structs.replace(
        deed,
        patients=tuple(sorted(patients)),
        time=next((item.time for item in (deed, *talks) if item.time), None),
        also=tuple((talk.ref, talk.lemma, talk.type) for talk in talks),
    )
