"""Beginnings and ends of what a noun tells: "the strike began on Monday", "talks between the two firms collapsed"."""

from briefgen.extract.events import extent, noun_roles, roles, standing, times
from briefgen.extract.events.frames import frames
from briefgen.extract.events.made import Draft
from briefgen.extract.events.sentence import Desk
from briefgen.model.annotation import EventType, Factors
from briefgen.model.syntax import Clause, Phrase

SCORE = 0.85
# Verbs, with their particles, that tell where something stands that goes on for a while.
PHASES = frozenset(
    """
    begin start open resume end finish conclude erupt collapse fail stall break-out break-down break-up last restart
    drag-on adjourn commence last break-off resume
    """.split()
)
_NOUNS: dict[EventType, str] = {
    "PROTEST": "strike walkout protest demonstration march rally boycott sit-in riot stoppage hunger-strike unrest",
    "CONSULT": "talk negotiation summit meeting conference dialogue consultation",
    "ASSAULT": "war fighting battle offensive siege clash bombardment invasion hostility shelling hostilities",
    "MOBILIZE": "drill exercise",
    "COERCE": "curfew lockdown crackdown",
    "AGREE": "truce ceasefire armistice",
    "OTHER": """trial hearing election vote voting polling referendum outbreak epidemic evacuation ceremony inquest
        inquiry session flight voyage search""",
}
_TRUCES = frozenset(_NOUNS["AGREE"].split())
_OF_TRUCES = frozenset({"hold", "expire", "break", "fall-apart", "unravel", "lapse"})
_ENDS = frozenset({"break-down", "collapse", "fail", "expire", "break", "fall-apart", "unravel", "lapse", "end"})
# The verbs of all these without their particles.
VERBS = frozenset({"take", "come"}.union(*((verb, verb.partition("-")[0]) for verb in PHASES | _OF_TRUCES)))
HAPPENINGS = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}


def noun_of(desk: Desk, clause: Clause) -> Phrase | None:
    """The subject that tells the event, where the verb, one of ``VERBS``, says that it began, went on or ended."""
    if clause.passive or len(clause.subject) != 1 or (clause.lemma == "conclude" and _has_clause(desk, clause)):
        return None
    verb = _verb(clause)
    placed = clause.lemma == "take" and any(desk.lemma(p.head) in {"place", "effect"} for p in clause.objects)
    phrase = clause.subject[0]
    noun = desk.lemma(phrase.head)
    kept = noun in _TRUCES and (verb in _OF_TRUCES or (clause.lemma == "come" and _comes_into_force(desk, clause)))
    if not (verb in PHASES or placed or kept):
        return None
    known = desk.tokens[phrase.head].tag == "NOUN" and noun in HAPPENINGS
    return phrase if known and clause.path not in {"none", "relative"} else None


def _verb(clause: Clause) -> str:
    """The verb with its particle: "break-down"."""
    return f"{clause.lemma}-{clause.particle}" if clause.particle else clause.lemma


def _has_clause(desk: Desk, clause: Clause) -> bool:
    """ "the inquiry concluded that …": found, not ended."""
    number = desk.parse.clauses.index(clause)
    return any(c.parent == number and c.link == "that" for c in desk.parse.clauses)


def _comes_into_force(desk: Desk, clause: Clause) -> bool:
    return any(s.preposition == "into" and desk.lemma(s.phrases[0].head) in {"force", "effect"} for s in clause.slots)


def of_clause(desk: Desk, number: int, phrase: Phrase) -> Draft:
    """The event that the clause tells of its subject."""
    clause = desk.parse.clauses[number]
    noun = desk.lemma(phrase.head)
    frame = next(iter(frames().nouns.get(noun, ())), None)
    agent, patient, sure = roles.Role(), roles.Role(), Factors()
    if frame is not None:
        agent, patient, sure = noun_roles.of_noun(desk, phrase, frame, None)
    ended = noun in _TRUCES and _verb(clause) in _ENDS
    if ended:  # nobody says who ended it: both are only part of it
        sure = (*sure, ("side of what ended", 0.75))
    status, weights = standing.of_clause(desk, clause)
    time = times.of_clause(desk, number)
    if status == "actual" and times.is_ahead(desk, time):
        status, weights = "planned", standing.still_ahead(weights)
    return Draft(
        extent=extent.of_clause(desk, number, clause.start, clause.end),
        trigger=(clause.verb, clause.verb),
        type="OTHER" if ended else HAPPENINGS[noun],
        lemma=f"{clause.lemma} {noun}",
        rule=f"verb:phase {clause.lemma}",
        status=status,
        agents=agent.mentions,
        patients=patient.mentions,
        slots=(*clause.slots, *desk.slots_after(phrase.head)),
        time=time,
        factors=(("frame", SCORE), *weights),
        roles=sure if agent.mentions or patient.mentions else (),
    )
