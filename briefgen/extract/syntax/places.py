"""What stands to the right of a verb: its objects, its prepositional slots, its particle."""

# ruff: noqa: PLR0912 (decision lists: one branch a rule)

from msgspec.structs import replace

from briefgen.extract.syntax.items import CLAUSE_TAKERS, TELLERS, Item
from briefgen.model.syntax import Phrase, Slot


def coordinated(items: list[Item], i: int, whole: bool = False) -> tuple[tuple[Phrase, ...], int]:
    """The noun phrases of a list "A, B and C" that starts at item ``i``, and the item after it.

    Unless the list must be ``whole`` (after "between"), a last member that is the subject of a verb behind it does not
    belong ("killed two soldiers and the rebels fled").
    """
    first = items[i].phrase
    members = [first] if first is not None else []
    end = i + 1
    if end == len(items) or items[end].kind not in {",", "C"}:
        return tuple(members), end
    pending: list[Phrase] = []
    at = end
    while at < len(items):
        gap = at
        comma = items[at].kind == "," and items[at].lemma != "-"
        at += comma
        joined = at < len(items) and items[at].kind == "C" and items[at].lemma in {"and", "or", "&", "nor"}
        at += joined
        phrase = items[at].phrase if at < len(items) and items[at].is_noun() else None
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
    """Whether the noun phrase at ``i`` has its own finite verb right behind it."""
    return i + 1 < len(items) and items[i + 1].is_finite()


def objects_and_slots(items: list[Item], i: int, start: int) -> tuple[tuple[Phrase, ...], tuple[Slot, ...], str, int]:
    """Objects, slots and particle of the verb at item ``i``, and the token at which its clause ends.

    ``start`` is the item at which the clause begins: prepositions that open a clause belong to its verb as well.
    """
    objects: tuple[Phrase, ...] = ()
    slots = _opening(items, start)
    particle = ""
    group = items[i].group
    after = group.head if group else items[i].start
    at = i + 1
    end = items[i].end
    while at < len(items):
        item = items[at]
        if item.kind == "R":
            particle = particle or item.lemma
            at += 1
        elif item.kind == "J":
            at += 1
        elif item.phrase is not None:
            if item.phrase.temporal:
                at += 1
            elif (
                (_is_subject(items, at) and not _is_inside(items, i, at))
                or objects[1:]
                or _is_past_slots(slots, items[i].start)
            ):
                break
            elif items[i].lemma in CLAUSE_TAKERS and _leads_to_verb(items, at):
                if items[i].lemma in TELLERS and items[at + 1].is_noun() and item.phrase is not None:
                    objects = (item.phrase,)  # "told the airline its licence would be revoked"
                break
            else:
                more, at = coordinated(items, at)
                objects += more
                after = more[-1].head
        elif item.kind == "," and objects and (name := _named_again(items, at, objects[-1])) is not None:
            objects = (*objects[:-1], replace(objects[-1], apposition=name.head))
            at += 3 if at + 2 < len(items) and items[at + 2].kind == "," else 2
        elif item.kind == "P" or (item.kind == "," and _preposition_after(items, at)):
            at += item.kind == ","
            slot, at = _slot(items, at, after)
            if slot is None:
                break
            slots.append(slot)
            if not slot.phrases[-1].temporal:
                after = slot.phrases[-1].head
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
    return active and at == i + 1 and i > 0 and items[i - 1].is_noun() and items[i].lemma not in CLAUSE_TAKERS


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


def _slot(items: list[Item], at: int, after: int) -> tuple[Slot | None, int]:
    """The slot at item ``at``; of two prepositions ("from around the city") the first counts."""
    noun = at + 2 if at + 1 < len(items) and items[at + 1].kind == "P" else at + 1
    if noun >= len(items) or items[noun].phrase is None:
        return None, at
    phrases, end = coordinated(items, noun, items[at].lemma == "between")
    return Slot(items[at].lemma, items[at].start, phrases, after), end


def _opening(items: list[Item], start: int) -> list[Slot]:
    """Slots of a clause that opens with prepositional phrases: "In Rome, on Monday, the court ruled …"."""
    slots: list[Slot] = []
    at = start
    while at < len(items):
        if items[at].kind == ",":
            at += 1
            continue
        slot, at = _slot(items, at, items[at].start) if items[at].kind == "P" else (None, at)
        if slot is None:
            break
        slots.append(slot)
    return slots


def sentence_slots(items: list[Item]) -> tuple[Slot, ...]:
    """Every preposition of the sentence with what it governs, each after the nearest noun or verb before it."""
    slots = []
    after = -1
    for at, item in enumerate(items):
        if item.kind == "P":
            slot, _ = _slot(items, at, after)
            slots += [slot] if slot is not None else []
        elif item.phrase is not None and not item.phrase.temporal:
            after = item.phrase.head
        elif item.group is not None:
            after = item.group.head
        elif item.kind in {";", "S", "W"}:
            after = -1
    return tuple(slots)
