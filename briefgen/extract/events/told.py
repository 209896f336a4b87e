"""Whether the places of a frame are filled by what can fill them: what speaks for its telling an event at all."""

from collections.abc import Iterable

from briefgen.extract.events.frames import Frame
from briefgen.extract.events.roles import PARTITIVES, Role
from briefgen.extract.events.sentence import BODIES, ORGANS, Desk
from briefgen.model.annotation import Factors
from briefgen.model.syntax import Clause, Phrase

# Only people and their bodies speak and act so; what is neither is likely a thing ("the deal favoured …").
ABSTRACT = 0.6
NO_TARGET = 0.8
NO_SUBJECT = 0.6
_SPOKEN = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONSULT", "YIELD", "AID"})
_PEOPLE = frozenset(
    """
        he she they we i who people man woman child person family crowd staff crew public youth victim critic student
        parent resident patient migrant refugee immigrant militant insurgent assailant combatant defendant claimant
        accountant assistant consultant participant inhabitant civilian politician physician technician guardian
        veteran citizen native gang troop police firm company union association federation club team side party
        committee commission council board panel jury court tribunal inquiry judge bench bishop pope priest nun monk
        imam rabbi king queen prince princess emperor aide ally chief boss head chair coach expert teen thief spy
        guest host mob rival rebel relative widow mother father son daughter brother sister wife husband couple friend
        nurse clerk aid-worker landlord tenant analyst journalist activist
        thousand hundred dozen million many most some several other two three four five six seven eight nine ten one
        assembly congress senate house city town council cabinet bloc alliance coalition office department agency bank
        university school hospital newspaper watchdog regulator prosecution defence defense charity church country
        nation state government world community embassy opposition delegate delegation colleague counterpart chairman
        """.split()
)
# Texts speak for those who wrote them, but threaten, promise and meet nobody.
_TEXTS = frozenset(
    "report study audit review letter petition resolution statement lawsuit suit complaint indictment".split()
)
_OF_TEXTS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT"})
_DONE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "RETREAT", "PROTEST"})
_FORCES = frozenset(
    """
    bomb blast explosion missile rocket shell shelling bullet grenade mine drone attack raid strike airstrike shooting
    ambush fighting clash battle violence war riot gunfire gunshot fire blaze storm earthquake quake flood hurricane
    cyclone typhoon tornado landslide avalanche car truck lorry bus train plane jet aircraft helicopter tank ship boat
    vessel warship submarine law decree order ban sanction tariff embargo rule ruling verdict bombing bombardment
    offensive accident crash collapse wave virus disease march rally protest convoy
    """.split()
)
_PERSONAL_ENDINGS = ("man", "woman", "men", "women", "er", "or", "ist", "ian", "eer", "ee", "people", "person")
_THINGS = frozenset(
    """
        number factor order paper letter water power matter error corner border river weather winter summer computer
        letter offer error master quarter tower center chapter register barrier behavior behaviour color colour flavor
        favor favour harbor harbour honor honour labor labour rumor rumour tumor vapor vapour danger anger hunger
        disaster newsletter poster buffer cluster tender murder answer trailer monitor reactor sector terror horror
        mirror motor tractor doctor-note corridor rubber silver copper ladder layer shower tanker trigger transfer
        character encounter helicopter chopper laser meter filter printer freighter container trader-note career
        coffee fee degree knee tree guarantee committee-note list wrist twist interior exterior newspaper
        """.split()
)


def of_clause(desk: Desk, clause: Clause, frame: Frame, agent: Role, patient: Role) -> Factors:
    """The doubts that unfilled or ill-filled places raise about a verb's event."""
    factors = []
    doers = clause.subject
    if clause.passive:
        doers = tuple(p for s in clause.slots if s.preposition == "by" for p in s.phrases if not p.temporal)
    if frame.agent[0] == "subject" and not clause.passive and not clause.subject:
        factors.append(("no subject", NO_SUBJECT))
    if doers and not agent.mentions and not _fits(desk, doers, frame):
        factors.append(("agent of no known kind", ABSTRACT))
    # A verb of little meaning has its event for an object, whoever the other side is.
    optional = frame.bare or frame.objects or frame.patient == ("none",)
    if not patient.mentions and not patient.filled and not optional:
        factors.append(("no target", NO_TARGET))
    return tuple(factors)


def _fits(desk: Desk, doers: tuple[Phrase, ...], frame: Frame) -> bool:
    """Whether one of the phrases can do what the frame tells."""
    if frame.agent[0] != "subject":
        return True
    if frame.type in _OF_TEXTS and any(desk.lemma(p.head) in _TEXTS for p in doers):
        return True
    if frame.type in _SPOKEN:
        return any(can_act(desk, p) for p in doers)
    return frame.type not in _DONE or any(can_do(desk, p) for p in doers)


def of_noun(frame: Frame, agent: Role, patient: Role) -> Factors:
    """The same for the event of a noun."""
    named = agent.mentions or patient.mentions or patient.filled or frame.patient == ("none",)
    return () if named or frame.bare else (("no target", NO_TARGET),)


def can_act(desk: Desk, phrase: Phrase) -> bool:
    """Whether the phrase is of people or their bodies: "senators", "two hundred drivers", "the board"."""
    token = desk.tokens[phrase.head]
    if token.form == "CD" or token.tag == "PROPN" or desk.at_head(phrase) is not None:
        return True
    lemma = token.lemma
    if lemma in _PEOPLE or lemma in ORGANS or lemma in BODIES:
        return True
    return lemma.endswith(_PERSONAL_ENDINGS) and lemma not in _THINGS


def can_do(desk: Desk, phrase: Phrase) -> bool:
    """The same of deeds, which weapons, vehicles and what happens do as well: "a bomb killed", "the fire destroyed"."""
    lemma = desk.lemma(phrase.head)
    return lemma in _FORCES or lemma in _TEXTS & {"resolution"} or can_act(desk, phrase)


def counts_people(desk: Desk, phrases: Iterable[Phrase]) -> bool:
    """Whether one of the phrases is of a number of people or things: "31 soldiers", "hundreds of houses"."""
    for phrase in phrases:
        lemmas = {desk.lemma(i) for i in range(phrase.start, phrase.end)}
        if lemmas & PARTITIVES or any(desk.tokens[i].form == "CD" for i in range(phrase.start, phrase.end)):
            return True
    return False
