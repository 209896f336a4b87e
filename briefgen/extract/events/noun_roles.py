"""Who takes part in what a noun tells: "Kenya's withdrawal", "talks between Peru and Chile"."""

from briefgen.extract.events.frames import Frame
from briefgen.extract.events.roles import (
    LANDS,
    Role,
    both_sides,
    mentioned,
    modifier,
    owner,
    resolve,
    role,
    slot_phrases,
    subject_of,
)
from briefgen.extract.events.sentence import Desk
from briefgen.model.annotation import Factors
from briefgen.model.syntax import Clause, Phrase, Slot


def of_noun(desk: Desk, phrase: Phrase, frame: Frame, clause: Clause | None) -> tuple[Role, Role, Factors]:
    """Agent and patient of a noun's event."""
    slots = tuple(desk.slots_after(phrase.head))
    used: set[str] = set()
    agent = _noun_role(desk, phrase, frame.agent, slots, used)
    if frame.type == "PROTEST":  # "Egypt's protests" are in Egypt
        theirs = tuple(i for i in agent.mentions if desk.analysis.mentions[i].type not in LANDS)
        agent = Role(theirs, agent.filled, agent.score)
    patient = _noun_role(desk, phrase, frame.patient, slots, used)
    factors: list[tuple[str, float]] = []
    if frame.both:
        talks = frame.type == "CONSULT"
        agent, patient = _sides(desk, phrase, slots, agent, patient, clause=clause, factors=factors, talks=talks)
    return agent, patient, (*factors, *mentioned(agent, patient))


def _noun_role(desk: Desk, phrase: Phrase, names: tuple[str, ...], slots: tuple[Slot, ...], used: set[str]) -> Role:
    filled = False
    for name in names:
        if name in used:
            continue
        if name == "owner":
            hits = owner(desk, phrase)
        elif name == "modifier":
            hits = modifier(desk, phrase)
        else:
            phrases = slot_phrases(slots, name)
            filled = filled or bool(phrases)
            hits = [hit for p in phrases for hit in resolve(desk, p)]
        if hits:
            used.add(name)
            return Role(tuple(dict.fromkeys(i for i, _ in hits)), True, min(s for _, s in hits))
    return Role((), filled)


def _sides(
    desk: Desk,
    phrase: Phrase,
    slots: tuple[Slot, ...],
    agent: Role,
    patient: Role,
    *,
    clause: Clause | None,
    factors: list[tuple[str, float]],
    talks: bool,
) -> tuple[Role, Role]:
    """Both sides of talks: "between A and B", "A's call with B"; who acts while on a call is on it."""
    between = role(desk, [slot_phrases(slots, "between"), slot_phrases(slots, "among")])
    if between.mentions:
        return between, Role((), True)
    if not agent.mentions and clause is not None and _holds(clause, phrase, talks=talks):
        subject = role(desk, [subject_of(desk, clause)])
        alone = not patient.mentions and len(subject.mentions) < 2
        if subject.mentions and not alone and not set(subject.mentions) & set(patient.mentions):
            factors.append(("side from subject", 0.9))
            agent = subject
    return both_sides(agent, patient)


def _holds(clause: Clause, phrase: Phrase, *, talks: bool) -> bool:
    """Whether the noun stands in a place that makes the subject a side: "said on a call with", "after talks with".

    Who "joined the firm after its merger with another" did not merge: only of talks is the time that of a side's deed.
    """
    if clause.passive:
        return False
    wanted = {"on", "in", "through", "by", "at", "for", "with"}
    wanted |= {"during", "after", "following", "before"} if talks else set()
    slots = [s for s in clause.slots if s.preposition in wanted and any(p.head == phrase.head for p in s.phrases)]
    return bool(slots) or any(p.head == phrase.head for p in clause.objects)
