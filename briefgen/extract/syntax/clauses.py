"""Shallow clause parse: who does what to whom in a sentence, with what kind of standing.

A sentence becomes a row of items (noun phrases, verb groups, prepositions, conjunctions, marks).  Each verb then looks
left
for its subject, over what stands between commas, prepositional phrases and relative clauses, and right for its objects
and
prepositional slots.  No statistics: where the rules do not tell, the place stays empty.  Left to do for others: which
mention
a phrase is.
"""

from collections.abc import Sequence

from briefgen.extract.syntax.chunks import Group, noun_phrase, verb_group, visible
from briefgen.extract.syntax.items import Item
from briefgen.extract.syntax.places import objects_and_slots, sentence_slots
from briefgen.extract.syntax.subjects import Found, find_subject, fronted
from briefgen.extract.syntax.walks import antecedent
from briefgen.model.analysis import Token
from briefgen.model.syntax import Clause, Parse

_LONGEST = 600
_DASHES = frozenset({"-", "--", "–", "—"})
_STRONG_MARKS = frozenset({";", ":", ".", "?", "!", "...", "•", "|"})
_PREPOSITION_STARTS = {"according": "to", "due": "to", "because": "of", "instead": "of", "ahead": "of", "out": "of"}


def parse(tokens: Sequence[Token]) -> Parse:
    """The phrases, prepositions and clauses of one tagged sentence; what is too long to be one is not parsed."""
    if len(tokens) > _LONGEST:
        return Parse()
    items = read_items(tokens)
    verbs = [i for i, item in enumerate(items) if item.kind == "V"]
    found: dict[int, Found] = {}
    for i in verbs:
        found[i] = find_subject(items, i, found)
    for i in reversed(verbs):
        if found[i].forward:
            found[i] = fronted(items, i, found)
    number = {i: n for n, i in enumerate(verbs)}
    return Parse(
        tuple(item.phrase for item in items if item.phrase is not None),
        sentence_slots(items),
        tuple(_clause(tokens, items, i, found[i], number) for i in verbs),
    )


def read_items(tokens: Sequence[Token]) -> list[Item]:
    """The sentence as a row of items; adverbs are left out."""
    shown = visible(tokens)
    row = [tokens[i] for i in shown]
    items: list[Item] = []
    place = 0
    while place < len(shown):
        token = row[place]
        found = noun_phrase(tokens, row, shown, place) if token.form not in _NO_PHRASE else None
        if found is not None:
            if token.norm.lower() == "whose":
                items.append(Item("W", token.lemma, token.form, shown[place], shown[place] + 1))
            phrase, place = found
            head = tokens[phrase.head]
            items.append(Item("N", head.lemma, head.form, phrase.start, phrase.end, phrase))
            continue
        verbs = verb_group(row, shown, place) if token.form in _VERBAL else None
        if verbs is not None and token.lemma != "accord":
            group = verbs[0]
            group.negated |= place > 0 and row[place - 1].lemma in {"never", "hardly", "barely"}
            head = tokens[group.head]
            items.append(Item("V", head.lemma, head.form, group.start, group.end, group=group))
            place = verbs[1]
            continue
        place += _other(row, shown, place, items)
    return items


_VERBAL = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG", "MD", "BE", "HV", "DO", "TO"})
_NO_PHRASE = _VERBAL | {"IN", "CS", "CC", "PUNCT", "WDT", "WP", "RP", "POS", "RB"}
_KINDS = {
    "IN": "P",
    "TO": "P",
    "CS": "S",
    "CC": "C",
    "WDT": "W",
    "WP": "W",
    "RP": "R",
    "JJ": "J",
    "JJR": "J",
    "JJS": "J",
}


def _other(row: Sequence[Token], shown: Sequence[int], place: int, items: list[Item]) -> int:
    """Append what is neither phrase nor verb; returns how many places it takes."""
    token = row[place]
    second = _PREPOSITION_STARTS.get(token.lemma if token.lemma != "accord" else "according")
    following = row[place + 1] if second and place + 1 < len(row) else None
    kind, lemma, at = _KINDS.get(token.form, ""), token.lemma, shown[place]
    if following is not None and following.norm == second and following.form != "TO":
        lemma = "according" if lemma == "accord" else lemma
        items.append(Item("P", lemma, token.form, at, at + 1))
        return 2
    if token.form == "PUNCT":
        if token.norm == "," or token.norm in _DASHES:
            kind, lemma = ",", lemma if token.norm == "," else "-"
        elif token.norm in _STRONG_MARKS:
            kind = ";"
    if kind:
        items.append(Item(kind, lemma, token.form, at, at + 1))
    return 1


def _clause(tokens: Sequence[Token], items: list[Item], i: int, found: Found, number: dict[int, int]) -> Clause:
    group = items[i].group or Group(items[i].start)
    objects, slots, particle, end = objects_and_slots(items, i, found.start)
    if not objects and not slots and _joins_next(items, i):
        objects = objects_and_slots(items, i + 2, i + 2)[0]
    relates = found.link == "relative" and found.path != "relative" and found.marker in {"that", "which", "whom"}
    lacks = not objects and not group.passive and relates and items[found.start - 1].kind == "W"
    if lacks and all(p.temporal for slot in slots for p in slot.phrases):
        objects = antecedent(items, found.start - 1)  # "the ban that he had imposed"
    start = min([group.start, *[p.start for p in found.phrases]])
    return Clause(
        start,
        max(end, group.end),
        group.head,
        tokens[group.head].lemma,
        "finite" if group.kind == "finite" else "infinitive" if group.kind == "infinitive" else "participle",
        found.phrases,
        objects,
        slots,
        particle,
        group.passive,
        group.past,
        group.perfect,
        group.progressive,
        group.negated,
        group.modal,
        found.link,
        found.marker,
        number.get(found.parent) if found.parent is not None else None,
        found.path,
        _predicate(items, i),
    )


def _joins_next(items: list[Item], i: int) -> bool:
    """Whether the verb has its object in common with the next: "killed or captured forty men"."""
    if i + 2 >= len(items) or items[i + 1].kind != "C":
        return False
    first, second = items[i].group, items[i + 2].group
    return (
        first is not None
        and second is not None
        and second.start == second.head
        and (first.form == second.form or {first.form, second.form} == {"VBD", "VBN"})
    )


def _predicate(items: list[Item], i: int) -> str:
    """The adjective behind a verb or behind its object: "is ready", "found him guilty"."""
    at = i + 2 if i + 1 < len(items) and items[i + 1].is_noun() else i + 1
    return items[at].lemma if at < len(items) and items[at].kind == "J" else ""
