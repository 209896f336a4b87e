"""Shallow clause parse: who does what to whom in a sentence, with what kind of standing.

A sentence becomes a row of items (noun phrases, verb groups, prepositions, conjunctions, marks).  Each verb then looks
left
for its subject, over what stands between commas, prepositional phrases and relative clauses, and right for its objects
and
prepositional slots.  No statistics: where the rules do not tell, the place stays empty.  Left to do for others: which
mention
a phrase is.
"""

from briefgen.extract.syntax.chunks import Group, Row, noun_phrase, verb_group
from briefgen.extract.syntax.items import Item
from briefgen.extract.syntax.places import Slots, objects_and_slots, sentence_slots
from briefgen.extract.syntax.subjects import Found, find_subject, fronted
from briefgen.extract.syntax.walks import antecedent
from briefgen.model.analysis import Columns
from briefgen.model.syntax import Clause, Parse, Phrase, Slot

_LONGEST = 600
# What a preposition behind it does not hang over.
_BREAKS = frozenset({";", "S", "W"})
_PREPOSITION_STARTS = {
    "accord": "to",
    "according": "to",
    "due": "to",
    "because": "of",
    "instead": "of",
    "ahead": "of",
    "out": "of",
}


def parse(sentence: Columns) -> Parse:
    """The phrases, prepositions and clauses of one tagged sentence; what is too long to be one is not parsed."""
    if len(sentence.forms) > _LONGEST:
        return Parse()
    items = read_items(sentence)
    phrases, verbs, prepositions = _survey(items)
    found: dict[int, Found] = {}
    for i in verbs:
        found[i] = find_subject(items, i, found)
    for i in reversed(verbs):
        if found[i].forward:
            found[i] = fronted(items, i, found)
    number = {i: n for n, i in enumerate(verbs)}
    slots = sentence_slots(items, prepositions)
    return Parse(
        tuple(phrases),
        tuple([slot for slot, _ in slots.values()]),
        tuple([_clause(items, i, found[i], number, slots) for i in verbs]),
    )


def _survey(items: list[Item]) -> tuple[list[Phrase], list[int], list[tuple[int, int]]]:
    """The noun phrases, the items that are verbs, and those that are prepositions with the noun or verb before each."""
    phrases: list[Phrase] = []
    verbs: list[int] = []
    prepositions: list[tuple[int, int]] = []
    after = -1
    for i, item in enumerate(items):
        if item.phrase is not None:
            phrases.append(item.phrase)
            after = item.phrase.head if item.noun else after
        elif item.group is not None:
            verbs.append(i)
            after = item.group.head
        elif item.kind == "P":
            prepositions.append((i, after))
        elif item.kind in _BREAKS:
            after = -1
    return phrases, verbs, prepositions


def read_items(sentence: Columns) -> list[Item]:
    """The sentence as a row of items; adverbs are left out."""
    row = Row(sentence)
    forms, lemmas, shown = row.forms, row.lemmas, row.shown
    form_at, lemma_at = sentence.forms, sentence.lemmas
    items: list[Item] = []
    place, n = 0, len(forms)
    while place < n:
        form, lemma = forms[place], lemmas[place]
        if form not in _NO_PHRASE and (found := noun_phrase(row, place)) is not None:
            if lemma == "whose":
                items.append(Item("W", lemma, form, shown[place], shown[place] + 1))
            phrase, place = found
            lemma, form = lemma_at[phrase.head], form_at[phrase.head]
            items.append(Item("N", lemma, form, phrase.start, phrase.end, phrase, None, not phrase.temporal))
        elif form in _VERBAL and lemma != "accord" and (verbs := verb_group(row, place)) is not None:
            group = verbs[0]
            if place and lemmas[place - 1] in _HARDLY:
                group.negated = True
            lemma, form = lemma_at[group.head], form_at[group.head]
            items.append(Item("V", lemma, form, group.start, group.end, None, group))
            place = verbs[1]
        elif lemma in _PREPOSITION_STARTS and _is_two_words(row, place):
            lemma = "according" if lemma == "accord" else lemma
            items.append(Item("P", lemma, form, shown[place], shown[place] + 1))
            place += 2
        else:
            kind = _KINDS.get(form) or (_MARKS.get(lemma) if form == "PUNCT" else None)
            if kind is not None:
                lemma = "-" if lemma in _DASHES and kind == "," else lemma
                items.append(Item(kind, lemma, form, shown[place], shown[place] + 1))
            place += 1
    return items


_HARDLY = frozenset({"never", "hardly", "barely"})
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
_DASHES = frozenset({"-", "--", "–", "—"})
_MARKS = {
    **dict.fromkeys([",", *_DASHES], ","),
    **dict.fromkeys([";", ":", ".", "?", "!", "...", "•", "|"], ";"),
}


def _is_two_words(row: Row, place: int) -> bool:
    """Whether a preposition of two words starts at the place: "according to", "because of"."""
    following = row.shown[place + 1] if place + 1 < len(row.shown) else None
    if following is None or row.forms[place + 1] == "TO":
        return False
    return row.sentence.norms[following] == _PREPOSITION_STARTS[row.lemmas[place]]


def _clause(items: list[Item], i: int, found: Found, number: dict[int, int], sentence: Slots) -> Clause:
    verb = items[i]
    group = verb.group or Group(verb.start, verb.end, verb.start)
    objects, slots, particle, end = objects_and_slots(items, i, found.start, sentence)
    if not objects and not slots and _joins_next(items, i):
        objects = objects_and_slots(items, i + 2, i + 2, sentence)[0]
    if not objects and not group.passive and _relates(items, found) and all(_is_time(slot) for slot in slots):
        objects = antecedent(items, found.start - 1)  # "the ban that he had imposed"
    return Clause(
        min(group.start, found.phrases[0].start) if found.phrases else group.start,
        max(end, group.end),
        group.head,
        verb.lemma,
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


def _relates(items: list[Item], found: Found) -> bool:
    """Whether a relative word that may stand for the object opens the clause, its subject behind it."""
    if found.link != "relative" or found.path == "relative" or found.marker not in {"that", "which", "whom"}:
        return False
    return items[found.start - 1].kind == "W"


def _is_time(slot: Slot) -> bool:
    return all(phrase.temporal for phrase in slot.phrases)


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
    at = i + 1
    if at < len(items) and items[at].noun:
        at += 1
    return items[at].lemma if at < len(items) and items[at].kind == "J" else ""
