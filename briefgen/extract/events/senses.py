"""What a frame means where it stands: announced acts are promises or threats, sides of a match fight no war."""

from collections.abc import Iterator

from briefgen.extract.events import accidents, figurative, roles, sport
from briefgen.extract.events.frames import Frame, frames
from briefgen.extract.events.match import event_noun, fits_clause
from briefgen.extract.events.sentence import OFFICES, Desk
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
_AGAINST: frozenset[EventType] = frozenset({"SANCTION", "COERCE", "REJECT", "ACCUSE", "REQUEST"})
_FIGHTING = frozenset("fight retaliate resist avenge punish strike respond".split())
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
    if frame.then == "to" and frame.type == "AGREE" and clause.lemma != "agree" and _is_threat(desk, number):
        kind = "THREATEN"
    if frame.type == "SUPPORT" and frame.then == "to" and _promised(desk, number) in _AGAINST:
        kind = "OTHER"  # "voted to summon the minister"
    doubts = [*sport.doubts(desk, clause, kind), *_doubts(desk, number, frame, kind, agents)]
    noun = event_noun(desk, clause, frame) if kind == "ASSAULT" and frame.objects else None
    if noun is not None and desk.lemma(noun.head) == "control" and (desk.disaster or not _of_what(desk, noun)):
        kind = "OTHER"  # of a rescue, of oneself
    if noun is not None and figurative.is_peaceful(desk, noun):
        kind = "OTHER"
        doubts.append(("peaceful campaign", 0.45))
    if kind == "PROTEST" and _is_of_candidate(desk, clause, agents):
        kind = "OTHER"
    if clause.lemma == "displace" and not agents:
        kind = "OTHER"  # by floods, quakes, a war: nobody drove them out
    meant = _of_violence(desk, number, kind, agents)
    if meant == "ACCUSE" and kind == "ASSAULT" and not _is_spoken(desk, agents):
        doubts.append(("figure of speech", 0.6))  # "Kenya launched an assault on our democracy"
    return meant, doubts


def _doubts(
    desk: Desk, number: int, frame: Frame, kind: EventType, agents: tuple[int, ...]
) -> Iterator[tuple[str, float]]:
    """What speaks against an event of the kind."""
    clause = desk.parse.clauses[number]
    if frame.type == "THREATEN" and clause.lemma in {"warn", "caution"} and not _means_harm(desk, number, agents):
        yield "warning of others", 0.5
    if frame.then == "to" and clause.lemma in _ALLOWING and clause.passive and not agents:
        yield "nobody allows it", 0.7
    if kind == "CONSULT" and clause.lemma == "call" and not frame.objects and not _is_somebody(desk, clause):
        yield "nobody is called", 0.8
    if clause.lemma == "ask" and clause.passive and clause.form == "participle" and not agents:
        yield "asked by the press", 0.6  # "Asked to comment, the minister …"
    if clause.lemma == "accuse" and "of" not in desk.lemmas:
        yield "accused of nothing", 0.6  # "the accused doctor Jan Vik"
    if clause.lemma == "back" and clause.passive and clause.form == "participle":
        yield "at the back", 0.6  # "troops backed by tanks"
    if clause.lemma == "retaliate" and desk.lemmas.isdisjoint(figurative.WEAPONS):
        yield "without weapons", 0.6


def _is_spoken(desk: Desk, agents: tuple[int, ...]) -> bool:
    """Whether somebody who can speak attacks, or nobody is named: no country."""
    return not agents or any(desk.analysis.mentions[i].type != "country" for i in agents)


def _of_violence(desk: Desk, number: int, kind: EventType, agents: tuple[int, ...]) -> EventType:
    """What an attack turns out to be: one of words, an arrest, an accident."""
    clause = desk.parse.clauses[number]
    if kind != "ASSAULT":
        return kind
    if _is_result(desk, clause):
        return "OTHER"
    if figurative.of_clause(desk, clause) or _is_verbal(desk, number):
        return "REJECT" if clause.lemma in {"fight", "combat", "battle"} else "ACCUSE"
    if clause.lemma in _TAKING and _takes_person(desk, clause):
        return "COERCE"
    if clause.lemma == "explode" and not accidents.is_bomb(desk, clause):
        return "OTHER"
    if clause.passive:
        by_chance = not agents and (desk.disaster or accidents.caused(desk, number))
    else:
        by_chance = accidents.killed_by_chance(desk, clause)
    return "OTHER" if by_chance else kind


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


def _is_threat(desk: Desk, number: int) -> bool:
    """Whether what is promised is meant to harm: by its own type, or by the word ("vowed to fight on")."""
    below = (c for c in desk.parse.clauses if c.parent == number and c.link == "to")
    return _promised(desk, number) in _HOSTILE or any(c.lemma in _FIGHTING for c in below)


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
            if below.lemma == "be":
                continue  # "warned that it will be hard"
            doers = roles.role(desk, [below.subject]).mentions
            if roles.speaker_for(desk, below) or any(desk.analysis.mentions[i].chain in chains for i in doers):
                return True
            reach += [*below.objects, *below.subject, *(p for s in below.slots for p in s.phrases)]
            if below.lemma in _HARM:
                return True
    return any(desk.lemma(p.head) in _HARM for p in reach)


def _is_verbal(desk: Desk, number: int) -> bool:
    """ "attacked the minister, saying …", "attacked the others for taking money"."""
    lemma = desk.parse.clauses[number].lemma
    if lemma == "attack" and any(
        c.parent == number and c.link == "gerund" and c.marker in {"for", "over"} for c in desk.parse.clauses
    ):
        return True
    children = (c for c in desk.parse.clauses if c.parent == number and c.link in {"participle", "gerund"})
    return any(c.lemma in {"say", "call", "accuse", "argue", "claim", "describe"} for c in children)


def _is_result(desk: Desk, clause: Clause) -> bool:
    """ "…, killing 40": who sank or crashed has killed nobody, unless what he did was itself an attack."""
    aside = clause.link == "participle" and clause.path == "participle" and clause.marker == ","
    if clause.lemma not in _RESULTS or clause.parent is None or not aside:
        return False
    above = desk.parse.clauses[clause.parent]
    if above.lemma in {"explode", "blow"} and not accidents.is_bomb(desk, above):
        return True
    fitting = (f.type for f in frames().verbs.get(above.lemma, ()) if fits_clause(desk, clause.parent or 0, f))
    return next(fitting, None) not in {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"}


def _is_somebody(desk: Desk, clause: Clause) -> bool:
    """Whether one person is spoken to, by name or office."""
    whom = clause.subject if clause.passive else clause.objects
    hits = [desk.at_head(p) for p in whom[:1]]
    return any(hit is not None and hit[1].type == "person" for hit in hits) or any(
        desk.lemma(p.head) in OFFICES or desk.lemma(p.head) == "counterpart" for p in whom[:1]
    )


def _is_of_candidate(desk: Desk, clause: Clause, agents: tuple[int, ...]) -> bool:
    """Whether it is the rally of one person who seeks votes, which is against nobody."""
    rally = any(desk.lemma(p.head) == "rally" for p in clause.objects)
    against = any(s.preposition in {"against", "over"} for p in clause.objects for s in desk.slots_after(p.head))
    return rally and not against and any(desk.analysis.mentions[i].type == "person" for i in agents)


def _takes_person(desk: Desk, clause: Clause) -> bool:
    """Whether somebody is caught, not a place taken."""
    taken = clause.subject if clause.passive else clause.objects
    if any(desk.tokens[p.head].norm.lower() in {"him", "her", "them"} for p in taken[:1]):
        return True
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
