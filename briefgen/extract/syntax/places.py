"""What stands to the right of a verb: its objects, its prepositional slots, its particle."""

# ruff: noqa: PLR0912 (decision lists: one branch a rule)

from msgspec.structs import replace

from briefgen.extract.syntax.items import CLAUSE_TAKERS, TELLERS, Item
from briefgen.model.syntax import Phrase, Slot

Slots = dict[int, tuple[Slot, int]]
"""A sentence's slots by the item of their preposition, each with the item behind what it governs."""


def coordinated(items: list[Item], i: int, whole: bool = False) -> tuple[tuple[Phrase, ...], int]:
    """The noun phrases of a list "A, B and C" that starts at item ``i``, and the item after it.

    Unless the list must be ``whole`` (after "between"), a last member that is the subject of a verb behind it does not
    belong ("killed two soldiers and the rebels fled").
    """
    first = items[i].phrase
    end = i + 1
    if first is None:
        return (), end
    if end == len(items) or items[end].kind not in {",", "C"}:
        return (first,), end
    members = [first]
    pending: list[Phrase] = []
    at = end
    while at < len(items):
        gap = at
        comma = items[at].kind == "," and items[at].lemma != "-"
        at += comma
        joined = at < len(items) and items[at].kind == "C" and items[at].lemma in {"and", "or", "&", "nor"}
        at += joined
        phrase = items[at].phrase if at < len(items) and items[at].noun else None
        if phrase is None or not (comma or joined) or (not whole and _is_subject(items, at)):
            at = gap
            break
        at += 1
        pending.append(phrase)
        if joined:
            members += pending
            return tuple(members), at
        if len(pending) > 12:
            break
    return tuple(members), end


def _is_subject(items: list[Item], i: int) -> bool:
    """Whether the noun phrase at ``i`` has its own finite verb right behind it: "and one (of its boats) | was"."""
    if i + 3 < len(items) and items[i].form == "CD" and items[i + 1].lemma == "of" and items[i + 2].noun:
        i += 2
    return i + 1 < len(items) and items[i + 1].is_finite()


def objects_and_slots(
    items: list[Item], i: int, start: int, sentence: Slots
) -> tuple[tuple[Phrase, ...], tuple[Slot, ...], str, int]:
    """Objects, slots and particle of the verb at item ``i``, and the token at which its clause ends.

    ``start`` is the item at which the clause begins: prepositions that open a clause belong to its verb as well.
    ``sentence`` are the slots of the whole sentence.
    """
    objects: tuple[Phrase, ...] = ()
    slots = _opening(items, start, sentence)
    particle = ""
    verb = items[i]
    after = verb.group.head if verb.group else verb.start
    at, n = i + 1, len(items)
    end = verb.end
    while at < n:
        item = items[at]
        kind = item.kind
        if kind == ",":
            name = _named_again(items, at, objects[-1]) if objects else None
            if name is not None:
                objects = (*objects[:-1], replace(objects[-1], apposition=name.head))
                at += 3 if at + 2 < n and items[at + 2].kind == "," else 2
                end = items[at - 1].end
                continue
            if not _preposition_after(items, at):
                break
            at, kind = at + 1, "P"
        if kind == "P":
            found = sentence.get(at)
            if found is None:
                break
            slot, at = found
            slots.append(slot if slot.after == after else Slot(slot.preposition, slot.at, slot.phrases, after))
            if not slot.phrases[-1].temporal:
                after = slot.phrases[-1].head
        elif item.phrase is not None:
            if item.phrase.temporal:
                at += 1
            elif (
                (_is_subject(items, at) and not _is_inside(items, i, at))
                or objects[1:]
                or _is_past_slots(slots, verb.start)
            ):
                break
            elif verb.lemma in CLAUSE_TAKERS and _leads_to_verb(items, at):
                if verb.lemma in TELLERS and items[at + 1].noun:
                    objects = (item.phrase,)  # "told the airline its licence would be revoked"
                break
            else:
                more, at = coordinated(items, at)
                objects += more
                after = more[-1].head
        elif kind == "R":
            particle = particle or item.lemma
            at += 1
        elif kind == "J":
            at += 1
        else:
            break
        end = items[at - 1].end
    return objects, tuple(slots), particle, end


def _named_again(items: list[Item], at: int, described: Phrase) -> Phrase | None:
    """A bare name between commas that names the object once more: "met the head of the bank, Anna Berg, in Rome"."""
    item = items[at + 1] if at + 1 < len(items) else None
    phrase = item.phrase if item is not None and item.form == "NNP" else None
    if phrase is None or phrase.temporal or phrase.owner is not None or described.apposition is not None:
        return None
    closes = at + 2 >= len(items) or items[at + 2].kind in {",", ";", "P"}
    opens_list = at + 3 < len(items) and items[at + 2].kind == "," and items[at + 3].kind == "C"
    common = any(other.phrase is described and other.form == "NN" for other in items[:at])
    return phrase if phrase.end - phrase.start > 1 and closes and common and not opens_list else None


def _is_inside(items: list[Item], i: int, at: int) -> bool:
    """Whether the phrase is the object of a participle inside the subject: "crowds demanding reform blocked roads"."""
    group = items[i].group
    active = group is not None and group.kind == "participle" and not group.passive
    return active and at == i + 1 and i > 0 and items[i - 1].noun and items[i].lemma not in CLAUSE_TAKERS


def _is_past_slots(slots: list[Slot], start: int) -> bool:
    """Whether a slot that tells more than a time stands behind the verb: no object comes after it."""
    return any(s.at > start and not s.phrases[0].temporal for s in slots)


def _leads_to_verb(items: list[Item], at: int) -> bool:
    """Whether the phrase at ``at``, with what hangs on it, is the subject of a finite verb."""
    while at < len(items) and (items[at].kind in {"P", "C"} or items[at].phrase is not None):
        at += 1
    return at < len(items) and items[at].is_finite() and items[at - 1].kind == "N"


def _preposition_after(items: list[Item], at: int) -> bool:
    """Whether a prepositional phrase follows the comma, and not one that opens another clause."""
    if at + 2 >= len(items) or items[at + 1].kind != "P" or items[at + 2].phrase is None:
        return False
    _, end = coordinated(items, at + 2)
    while end < len(items) and (items[end].kind == "P" or items[end].phrase is not None):
        if _is_subject(items, end):
            return False
        end += 1
    return True


def _opening(items: list[Item], start: int, sentence: Slots) -> list[Slot]:
    """Slots of a clause that opens with prepositional phrases: "In Rome, on Monday, the court ruled …"."""
    slots: list[Slot] = []
    at = start
    while at < len(items):
        if items[at].kind == ",":
            at += 1
            continue
        found = sentence.get(at)
        if found is None:
            break
        slot, at = found
        slots.append(Slot(slot.preposition, slot.at, slot.phrases, slot.at))
    return slots


def sentence_slots(items: list[Item], prepositions: list[tuple[int, int]]) -> Slots:
    """What each preposition governs; given are their items, each with the nearest noun or verb before it.

    Of two prepositions ("from around the city") the first counts.
    """
    slots: Slots = {}
    for at, after in prepositions:
        item = items[at]
        noun = at + 2 if at + 1 < len(items) and items[at + 1].kind == "P" else at + 1
        if noun < len(items) and items[noun].phrase is not None:
            phrases, end = coordinated(items, noun, item.lemma == "between")
            slots[at] = Slot(item.lemma, item.start, phrases, after), end
    return slots
