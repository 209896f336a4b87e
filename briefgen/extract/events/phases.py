"""Beginnings and ends of what a noun tells: "the strike began on Monday", "talks between the two firms collapsed"."""

from briefgen.extract.events import extent, roles, standing, times
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
    drag-on adjourn commence last
    """.split()
)
_NOUNS: dict[EventType, str] = {
    "PROTEST": "strike walkout protest demonstration march rally boycott sit-in riot stoppage hunger-strike unrest",
    "CONSULT": "talk negotiation summit meeting conference dialogue consultation",
    "ASSAULT": "war fighting battle offensive siege clash bombardment invasion hostility shelling hostilities",
    "MOBILIZE": "drill exercise",
    "COERCE": "curfew lockdown crackdown",
    "OTHER": """trial hearing election vote voting polling referendum outbreak epidemic evacuation ceremony inquest
        inquiry session flight voyage""",
}
HAPPENINGS = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}


def noun_of(desk: Desk, clause: Clause) -> Phrase | None:
    """The subject that tells the event, where the verb says that it began, went on or ended."""
    verb = f"{clause.lemma}-{clause.particle}" if clause.particle else clause.lemma
    placed = clause.lemma == "take" and any(desk.lemma(p.head) == "place" for p in clause.objects)
    if not (verb in PHASES or placed) or clause.passive or len(clause.subject) != 1:
        return None
    phrase = clause.subject[0]
    known = desk.tokens[phrase.head].tag == "NOUN" and desk.lemma(phrase.head) in HAPPENINGS
    return phrase if known and clause.path not in {"none", "relative"} else None


def of_clause(desk: Desk, number: int, phrase: Phrase) -> Draft:
    """The event that the clause tells of its subject."""
    clause = desk.parse.clauses[number]
    noun = desk.lemma(phrase.head)
    frame = next(iter(frames().nouns.get(noun, ())), None)
    agent, patient, sure = roles.Role(), roles.Role(), Factors()
    if frame is not None:
        agent, patient, sure = roles.of_noun(desk, phrase, frame, None)
    status, weights = standing.of_clause(desk, clause)
    return Draft(
        extent=extent.of_clause(desk, number, clause.start, clause.end),
        trigger=(clause.verb, clause.verb),
        type=HAPPENINGS[noun],
        lemma=f"{clause.lemma} {noun}",
        rule=f"verb:phase {clause.lemma}",
        status=status,
        agents=agent.mentions,
        patients=patient.mentions,
        slots=(*clause.slots, *desk.slots_after(phrase.head)),
        time=times.of_clause(desk, number),
        factors=(("frame", SCORE), *weights),
        roles=sure if agent.mentions or patient.mentions else (),
    )
