"""Relations that a verb tells: "A backs B", "B, led by A", "B gets support from A", "A, based in B"."""

from collections.abc import Iterator
from functools import cache

from briefgen.extract.relations.desk import Basis, Desk, desks, in_quotes
from briefgen.extract.relations.lexicon import lexicon
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Relation, RelationType
from briefgen.model.syntax import Clause, Parse, Phrase

ASPECT = frozenset("continue begin start keep remain help".split())
CONDITIONS = frozenset({"if", "unless", "whether", "until"})
NAMING = frozenset("notably including include namely particularly especially".split())
PATHS = {"direct": 1.0, "coordination": 1.0, "apposition": 0.97, "relative": 0.95, "shared": 0.95, "participle": 0.93,
         "control": 0.85, "inverted": 0.7}  # fmt: skip
SURE = 0.9
TAKEN_WEIGHT = 0.6  # in a clause that somebody says: not told by the article itself
ADVERBS = frozenset({"RB"})


def find(analysis: Analysis) -> Iterator[Relation]:
    """The relations told by verbs, in order."""
    telling = _telling()
    for desk in desks(analysis):
        for clause in desk.parse.clauses:
            if clause.lemma not in telling or in_quotes(analysis, desk.tokens[clause.verb].start):
                continue
            if is_told(desk.parse, clause):
                yield from _clause(desk, desk.parse, clause)
        yield from _loyal(analysis, desk, desk.parse)


@cache
def _telling() -> frozenset[str]:
    """The lemmas of verbs that can tell a relation."""
    words = lexicon()
    return frozenset({*words.verbs, *words.receiving_verbs, *words.places})


def is_told(parsed: Parse, clause: Clause) -> bool:
    """Whether the clause says that it is so: not denied, not possible, asked or planned."""
    if clause.negated or clause.modal or clause.marker in CONDITIONS:
        return False
    if clause.form == "infinitive" or clause.link == "to":
        parent = parsed.clauses[clause.parent] if clause.parent is not None else None
        return parent is not None and parent.lemma in ASPECT and is_told(parsed, parent)
    return not clause.past or clause.form == "participle"  # "had led" is over, "has led" is not


def _clause(desk: Desk, parsed: Parse, clause: Clause) -> Iterator[Relation]:
    words = lexicon()
    weight = PATHS.get(clause.path, 0.0) * (TAKEN_WEIGHT if clause.link == "that" else 1.0)
    basis = Basis("verb", round(0.94 * weight, 2), (clause.verb,), direct=weight > SURE)
    if clause.lemma in words.verbs:
        kind, particle = words.verbs[clause.lemma]
        if clause.passive and particle == clause.particle:
            yield from _pairs(desk, _named(desk, parsed, clause, "by"), kind, clause.subject, basis)
        elif not clause.passive:
            yield from _pairs(desk, clause.subject, kind, _objects(clause, particle), basis)
    if clause.lemma in words.receiving_verbs and not clause.passive and _receives(desk, clause):
        yield from _pairs(desk, _named(desk, parsed, clause, "from"), "supports", clause.subject, basis)
    if clause.lemma in words.places and (clause.passive or clause.form == "participle"):
        for slot in clause.slots:
            if slot.preposition in {"in", "at", "near"} and slot.after == clause.verb:
                yield from _pairs(desk, clause.subject, "located_in", slot.phrases, basis)


def _objects(clause: Clause, particle: str) -> tuple[Phrase, ...]:
    """The objects of a verb, or what its preposition governs ("sides with A")."""
    if particle == clause.particle:
        return clause.objects
    return next((s.phrases for s in clause.slots if s.preposition == particle and s.after == clause.verb), ())


LITTLE = frozenset("no little low lowest scant weak minimal less declining dwindling shrinking scarce".split())
"""Support of which there is too little to speak of."""


def _receives(desk: Desk, clause: Clause) -> bool:
    nouns = lexicon().receiving_nouns
    found = [p for p in clause.objects if desk.tokens[p.head].lemma in nouns or desk.words[p.head] in nouns]
    return bool(found) and LITTLE.isdisjoint(desk.words[found[0].start : found[0].head])


def _named(desk: Desk, parsed: Parse, clause: Clause, preposition: str) -> tuple[Phrase, ...]:
    """What the preposition governs; "a number of powers, notably Chad" names them behind "notably" or "including"."""
    phrases = next((slot.phrases for slot in clause.slots if slot.preposition == preposition), ())
    if not phrases:
        return ()
    named = next((i for i in range(phrases[-1].end, len(desk.tokens)) if desk.words[i] in NAMING), None)
    held = [desk.holder(phrase) for phrase in phrases]
    if named is None or any(index >= 0 and desk.mentions[index].form == "name" for index in held):
        return phrases
    return tuple(phrase for phrase in parsed.phrases if phrase.start > named)


def _pairs(
    desk: Desk, subjects: tuple[Phrase, ...], kind: RelationType, objects: tuple[Phrase, ...], basis: Basis
) -> Iterator[Relation]:
    for subject in subjects:
        for object_ in objects:
            one, other = desk.holder(subject), desk.holder(object_)
            if one >= 0 and other >= 0 and basis.score > 0 and _can_be(desk, one, kind, other):
                yield from desk.relation(one, kind, other, basis)


def _can_be(desk: Desk, one: int, kind: RelationType, other: int) -> bool:
    """Persons lead and own bodies and represent persons: "shares led the index higher" tells no leader."""
    person = desk.mentions[one].type == "person"
    if kind == "speaks_for":
        return person and desk.mentions[other].type == "person"
    if kind == "related_to":
        return person and desk.mentions[other].type == "organization"
    if kind != "leads":
        return True
    led = desk.mentions[other]
    body = led.type in {"organization", "country"} or (led.form != "name" and led.role in lexicon().led_bodies)
    return person and body


def _loyal(analysis: Analysis, desk: Desk, parsed: Parse) -> Iterator[Relation]:
    """ "forces loyal to A", "a firm based in B": the phrase before the word, and what its preposition governs."""
    table = lexicon().loyal
    for slot in parsed.slots:
        word = desk.tokens[slot.at - 1].norm.lower() if slot.at else ""
        kind = table.get((word, slot.preposition))
        if kind is None or in_quotes(analysis, desk.tokens[slot.at].start):
            continue
        before = slot.at - 2
        while before >= 0 and (desk.tokens[before].form in ADVERBS or desk.words[before] == ","):
            before -= 1
        if before >= 0 and desk.mention_at[before] >= 0 and desk.acts(desk.mention_at[before]):
            for phrase in slot.phrases:
                if desk.holder(phrase) >= 0:
                    yield from desk.relation(
                        desk.mention_at[before], kind, desk.holder(phrase), Basis("loyal to", 0.85)
                    )
