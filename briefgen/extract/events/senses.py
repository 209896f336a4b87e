"""What a frame means where it stands: announced acts are promises or threats, sides of a match fight no war."""

import re

from briefgen.extract.events import accidents, figurative, roles
from briefgen.extract.events.frames import Frame, frames
from briefgen.extract.events.match import event_noun, fits_clause
from briefgen.extract.events.sentence import Desk
from briefgen.extract.events.sport import SPORT
from briefgen.model.annotation import EventStatus, EventType
from briefgen.model.syntax import Clause, Phrase

_FRIENDLY: frozenset[EventType] = frozenset({"AID", "SUPPORT", "COOPERATE", "YIELD", "CONSULT", "RETREAT"})
_HOSTILE: frozenset[EventType] = frozenset({"SANCTION", "ASSAULT", "COERCE", "PROTEST", "REJECT"})
_HARM = frozenset(
    """
        consequence retaliation retaliate reprisal punish punishment sanction war force respond response attack strike
        intervene intervention troop revenge destroy kill missile measure action confront crush defend
        """.split()
)
_PLAYED = frozenset(
    "beat defeat attack strike hit fight battle take win capture retake shoot fire down rout club".split()
)
# What in an article on sport is most likely meant of the game.
_PLAYFUL: frozenset[EventType] = frozenset(
    {
        "ASSAULT",
        "RETREAT",
        "AID",
        "COERCE",
        "ACCUSE",
        "SUPPORT",
        "THREATEN",
        "PROTEST",
        "MOBILIZE",
        "YIELD",
        "REJECT",
        "REQUEST",
    }
)
_SERIOUS = frozenset(
    "police court prosecutor arrest judge jail lawsuit convict gunman bomb dead murder ban doping".split()
)
_SCORE = re.compile(r"\d{1,3}-\d{1,3}")
_LEAVING = frozenset("resign quit step stand retire abdicate leave bow".split())
_TAKING = frozenset("capture seize".split())
_ALLOWING = frozenset({"allow", "permit", "let"})
_RESULTS = frozenset("kill injure wound destroy maim".split())
_ANNOUNCING = frozenset("say announce declare add state tell confirm pledge promise vow".split())


def of_clause(
    desk: Desk, number: int, frame: Frame, status: EventStatus, agents: tuple[int, ...]
) -> tuple[EventType, list[tuple[str, float]]]:
    """The event's type here, and factors for doubts about it.

    Where a killing turns out to be what an accident did, the type is OTHER and the subject is no agent.
    """
    clause = desk.parse.clauses[number]
    kind = _lifted(desk, clause, frame.type, status)
    if frame.then == "to" and frame.type == "AGREE" and _promised(desk, number) in _HOSTILE:
        kind = "THREATEN"
    doubts = _of_sport(desk, clause, kind)
    if frame.type == "THREATEN" and clause.lemma in {"warn", "caution"} and not _means_harm(desk, number, agents):
        doubts.append(("warning of others", 0.5))
    noun = event_noun(desk, clause, frame) if kind == "ASSAULT" and frame.objects else None
    if noun is not None and desk.lemma(noun.head) == "control" and (desk.disaster or not _of_what(desk, noun)):
        kind = "OTHER"  # of a rescue, of oneself
    if noun is not None and figurative.is_peaceful(desk, noun):
        kind = "OTHER"
        doubts.append(("peaceful campaign", 0.45))
    if frame.then == "to" and clause.lemma in _ALLOWING and clause.passive and not agents:
        doubts.append(("nobody allows it", 0.7))
    if _is_result(desk, clause, kind):
        kind = "OTHER"
    if kind == "ASSAULT" and (figurative.of_clause(desk, clause) or _is_verbal(desk, number)):
        kind = "REJECT" if clause.lemma in {"fight", "combat", "battle"} else "ACCUSE"
    if kind == "ASSAULT" and clause.lemma in _TAKING and _takes_person(desk, clause):
        kind = "COERCE"
    if kind == "ASSAULT" and clause.lemma == "explode" and not accidents.is_bomb(desk, clause):
        kind = "OTHER"
    if clause.lemma == "displace" and not agents:
        kind = "OTHER"  # by floods, quakes, a war: nobody drove them out
    if kind == "ASSAULT" and not clause.passive and accidents.killed_by_chance(desk, clause):
        kind = "OTHER"
    if kind == "ASSAULT" and clause.passive and not agents and (desk.disaster or accidents.caused(desk, number)):
        kind = "OTHER"
    return kind, doubts


def _lifted(desk: Desk, clause: Clause, kind: EventType, status: EventStatus) -> EventType:
    """What somebody says he will do is so far a promise or a threat (PLOVER codes the announcement)."""
    if status not in {"planned", "conditional"} or clause.modal not in {"will", "would", "shall"} or clause.negated:
        return kind
    above = desk.governing(clause)
    if clause.link == "that" and above is not None:
        if above.lemma not in _ANNOUNCING or not _same(desk, above, clause):
            return kind
    elif clause.link != "main" or kind == "CONSULT":
        return kind
    if clause.lemma in _LEAVING:
        return kind
    if kind == "RETREAT" and any(c.marker == "unless" for c in desk.parse.clauses):
        return "THREATEN"
    return "AGREE" if kind in _FRIENDLY else "THREATEN" if kind in _HOSTILE else kind


def _of_what(desk: Desk, noun: Phrase) -> bool:
    return any(s.preposition in {"of", "over"} for s in desk.slots_after(noun.head))


def _promised(desk: Desk, number: int) -> EventType | None:
    """The type of the act that is promised in the infinitive."""
    for below, clause in enumerate(desk.parse.clauses):
        if clause.parent == number and clause.link == "to":
            for frame in frames().verbs.get(clause.lemma, ()):
                if fits_clause(desk, below, frame):
                    return frame.type
    return None


def _means_harm(desk: Desk, number: int, agents: tuple[int, ...]) -> bool:
    """Whether a warning is the warner's own threat: he will act, or retaliation and force are spoken of."""
    clause = desk.parse.clauses[number]
    chains = {desk.analysis.mentions[i].chain for i in agents}
    reach = [p for s in clause.slots for p in s.phrases]
    for below in desk.parse.clauses:
        if below.parent == number and below.link == "that":
            doers = roles.role(desk, [below.subject]).mentions
            if roles.speaker_for(desk, below) or any(desk.analysis.mentions[i].chain in chains for i in doers):
                return True
            reach += [*below.objects, *below.subject, *(p for s in below.slots for p in s.phrases)]
            if below.lemma in _HARM:
                return True
    return any(desk.lemma(p.head) in _HARM for p in reach)


def _of_sport(desk: Desk, clause: Clause, kind: EventType) -> list[tuple[str, float]]:
    """Sides that beat, attack and shoot in a match fight no war."""
    if clause.lemma in _PLAYED and any(
        t.lemma in SPORT or (t.form == "CD" and _SCORE.fullmatch(t.norm)) for t in desk.tokens
    ):
        return [("sport", 0.3)]
    if (
        desk.sport
        and (kind in _PLAYFUL or clause.lemma in {"lose", "win"})
        and _SERIOUS.isdisjoint(t.lemma for t in desk.tokens)
    ):
        return [("sport", 0.3)]
    return []


def _is_verbal(desk: Desk, number: int) -> bool:
    """ "attacked the minister, saying …", "attacked the others for taking money"."""
    lemma = desk.parse.clauses[number].lemma
    if lemma == "attack" and any(
        c.parent == number and c.link == "gerund" and c.marker in {"for", "over"} for c in desk.parse.clauses
    ):
        return True
    children = (c for c in desk.parse.clauses if c.parent == number and c.link in {"participle", "gerund"})
    return any(c.lemma in {"say", "call", "accuse", "argue", "claim", "describe"} for c in children)


def _is_result(desk: Desk, clause: Clause, kind: EventType) -> bool:
    """ "…, killing 40": who sank or crashed has killed nobody, unless what he did was itself an attack."""
    aside = clause.link == "participle" and clause.path == "participle" and clause.marker == ","
    if kind != "ASSAULT" or clause.lemma not in _RESULTS or clause.parent is None or not aside:
        return False
    above = desk.parse.clauses[clause.parent]
    if above.lemma in {"explode", "blow"} and not accidents.is_bomb(desk, above):
        return True
    fitting = (f.type for f in frames().verbs.get(above.lemma, ()) if fits_clause(desk, clause.parent or 0, f))
    return next(fitting, None) not in {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"}


def _takes_person(desk: Desk, clause: Clause) -> bool:
    """Whether somebody is caught, not a place taken."""
    taken = clause.subject if clause.passive else clause.objects
    hits = [desk.at_head(p) for p in taken[:1]]
    return any(hit is not None and hit[1].type == "person" for hit in hits)


def _same(desk: Desk, above: Clause, clause: Clause) -> bool:
    """Whether the one who speaks is the one who will act."""
    if roles.speaker_for(desk, clause):
        return True
    first = roles.role(desk, [above.subject]).mentions
    second = roles.role(desk, [clause.subject]).mentions
    chains = desk.analysis.mentions
    return bool({chains[i].chain for i in first} & {chains[i].chain for i in second})
