"""Attacks with words: on a ruling, a plan, a record; legal, verbal, scathing ones."""

from briefgen.extract.events.sentence import Desk
from briefgen.model.syntax import Clause, Phrase

# What can be attacked with words alone.
ABSTRACT = frozenset(
    """
    ruling law plan democracy record decision policy proposal bill verdict speech move idea claim report handling media
    press reform budget deal agreement comment remark statement tactic approach strategy leadership performance system
    legacy value right freedom credibility reputation integrity institution character argument criticism critic
    constitution independence rule coverage response failure practice culture tradition religion legislation measure
    accusation allegation suggestion perception stereotype stigma doubt rumour rumor bias apathy temptation urge
    investigation probe inquiry theory view opinion campaign message character
    price wage tax salary fee profit bonus dominance monopoly lead
    """.split()
)
_VERBAL = frozenset(
    """
    legal verbal scathing personal rhetorical stinging blistering withering political scorching fiery partisan
    thinly-veiled veiled bitter furious fierce fiercest strongest harshest sharpest
    outspoken savage thinly public online ideological media twitter tv
    """.split()
)
_ATTACKING = frozenset(
    "fight combat battle attack assault hit slam strike blast bomb bombard target shell pound batter ambush".split()
)
WEAPONS = frozenset(
    """
    knife gun pistol rifle machete axe hammer bomb weapon stab shoot shot wound injure kill die dead death hospital
    police army troop soldier force rebel militia fighter dog acid stick fist punch blood base convoy garrison camp
    position town village airport outpost rocket missile artillery raid dawn port city capital district hill bridge
    palace prison ship tanker vessel headquarters home house car street region province area island
    """.split()
)
# What needs an adjective or an enemy to be of war.
_OPEN = frozenset({"campaign", "operation", "battle", "war"})
_ARMED = frozenset(
    """
    military air aerial armed bombing ground bloody guerrilla combat naval land amphibious counterinsurgency
    counter-insurgency terror terrorist insurgent civil proxy rebel deadly security special offensive joint
    """.split()
)
_FOES = frozenset("rebel militant insurgent militia guerrilla terrorist group force troop army fighter gang".split())
_DUELS = frozenset("battle war fight conflict clash skirmish combat".split())
_SIDES = frozenset({"with", "between", "against"})
_NOUNS = frozenset("attack assault offensive broadside onslaught campaign war".split())


def of_clause(desk: Desk, clause: Clause) -> bool:
    """Whether the attack that the clause tells is one of words."""
    objects = clause.subject if clause.passive else clause.objects
    if clause.lemma == "attack" and _is_of_persons(desk, clause, objects[:1]):
        return True
    if clause.lemma in _ATTACKING:
        return any(desk.lemma(p.head) in ABSTRACT for p in objects[:1])
    return any(_is_verbal(desk, p) or _of_one(desk, clause, p) for p in objects if desk.lemma(p.head) in _NOUNS)


def _is_of_persons(desk: Desk, clause: Clause, objects: tuple[Phrase, ...]) -> bool:
    """Whether one named person attacks a person, a body or a thing, and no weapon, wound or army is in the sentence."""
    doers = [desk.at_head(p) for p in _doers(clause)]
    if not doers or any(hit is None or hit[1].type != "person" or hit[1].form == "nominal" for hit in doers):
        return False
    targets = [desk.at_head(p) for p in objects]
    placed = any(hit is not None and hit[1].type in {"place", "country", "nationality"} for hit in targets)
    return bool(objects) and not placed and desk.lemmas.isdisjoint(WEAPONS)


def _doers(clause: Clause) -> tuple[Phrase, ...]:
    if not clause.passive:
        return clause.subject
    return tuple(p for s in clause.slots if s.preposition == "by" for p in s.phrases)


def is_peaceful(desk: Desk, noun: Phrase) -> bool:
    """Whether a campaign or operation is neither armed nor against anybody."""
    return desk.lemma(noun.head) in _OPEN and not (_is_armed(desk, noun) or _has_target(desk, noun))


def _is_armed(desk: Desk, phrase: Phrase) -> bool:
    return any(desk.lemma(i) in _ARMED for i in range(phrase.start, phrase.head))


def _has_target(desk: Desk, phrase: Phrase) -> bool:
    slots = (s for s in desk.slots_after(phrase.head) if s.preposition == "against")
    return any(desk.at_head(p) is not None or desk.lemma(p.head) in _FOES for s in slots for p in s.phrases)


def _of_one(desk: Desk, clause: Clause, phrase: Phrase) -> bool:
    """Whether one named person attacks another: with words, where nothing else is said."""
    whose = [desk.at_head(p) for p in clause.subject]
    if clause.passive or not whose or any(hit is None or hit[1].type != "person" for hit in whose):
        return False
    slots = (s for s in desk.slots_after(phrase.head) if s.preposition in {"on", "against"})
    return any(
        hit is not None and hit[1].type == "person" and hit[1].form == "name"
        for s in slots
        for hit in map(desk.at_head, s.phrases)
    )


def of_noun(desk: Desk, phrase: Phrase) -> bool:
    """The same for "an assault on our democracy", and for the battle of one named person with another."""
    if desk.lemma(phrase.head) in _DUELS and desk.lemmas.isdisjoint(WEAPONS):
        sides = (p for s in desk.slots_after(phrase.head) if s.preposition in _SIDES for p in s.phrases)
        hits = [desk.at_head(p) for p in sides]
        return bool(hits) and all(hit is not None and hit[1].type == "person" for hit in hits)
    return desk.lemma(phrase.head) in _NOUNS and _is_verbal(desk, phrase)


def _is_verbal(desk: Desk, phrase: Phrase) -> bool:
    if any(desk.lemma(i) in _VERBAL for i in range(phrase.start, phrase.head)):
        return True
    slots = (s for s in desk.slots_after(phrase.head) if s.preposition in {"on", "against"})
    return any(desk.lemma(p.head) in ABSTRACT for s in slots for p in s.phrases)
