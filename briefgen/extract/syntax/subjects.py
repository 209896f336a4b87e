"""What stands to the left of a verb: its subject, and the clause it hangs on."""

# ruff: noqa: PLR0911 (decision lists: one return a rule)

from msgspec import Struct
from msgspec.structs import replace

from briefgen.extract.syntax.chunks import Group
from briefgen.extract.syntax.items import (
    BARE_CONTROL,
    CLAUSE_TAKERS,
    OBJECT_CONTROL,
    OBJECT_GERUND,
    SPEECH,
    TELLERS,
    Item,
)
from briefgen.extract.syntax.places import coordinated
from briefgen.extract.syntax.walks import Phrases, is_bare_name, is_cue, list_before, walk
from briefgen.model.syntax import Link, Path

_NO_VERB = Group(0, 0, 0)


class Found(Struct, frozen=True, gc=False):
    """A verb's subject and attachment, in numbers of items.  ``forward``: the subject is that of a later verb."""

    phrases: Phrases = ()
    path: Path = "none"
    start: int = 0
    link: Link = "main"
    marker: str = ""
    parent: int | None = None
    forward: bool = False


def find_subject(items: list[Item], i: int, known: dict[int, Found]) -> Found:
    """The subject of the verb at item ``i``; ``known`` holds those of the verbs before it."""
    group = items[i].group or _NO_VERB
    left = items[i - 1] if i else None
    if left is not None and left.kind == "C":
        return _share(items, i, i - 1, known)
    if group.kind == "infinitive":
        return _infinitive(items, i, known)
    if group.kind == "participle":
        return _participle(items, i, known)
    return _finite(items, i, known)


def fronted(items: list[Item], i: int, found: dict[int, Found]) -> Found:
    """The subject of a verb that stands before its main clause: "Speaking in Rome, the minister said …"."""
    for j in range(i + 1, len(items)):
        if items[j].is_finite() and found[j].path in {"direct", "apposition", "coordination"}:
            return replace(found[i], phrases=found[j].phrases, path="participle", parent=j, forward=False)
        if items[j].kind == ";":
            break
    return replace(found[i], forward=False)


# --- finite verbs ------------------------------------------------------------------------------------------------


def _finite(items: list[Item], i: int, known: dict[int, Found]) -> Found:
    group = items[i].group
    bare = group is not None and group.form == "VB" and not group.modal
    if bare and _is_bare_infinitive(items, i):
        phrases, start = list_before(items, i - 1)
        return Found(phrases, "control", start, "to", items[start - 1].lemma, start - 1)
    if bare and _follows_helper(items, i):
        base = known.get(i - 1, Found())
        items[i].group.kind = "infinitive"  # type: ignore[union-attr]
        return Found(base.phrases, "control" if base.phrases else "none", i, "to", items[i - 1].lemma, i - 1)
    phrases, start, path, other = walk(items, i - 1)
    if other is not None:
        return _share(items, i, other, known)
    if path == "relative":
        return Found(phrases, path, i, "relative", items[start].lemma, _verb_before(items, start))
    if not phrases:
        inverted = _inverted(items, i)
        if inverted:
            return Found(inverted, "inverted", i, "main")
        previous = _verb_before(items, i)
        marker = items[i - 1].lemma if i and items[i - 1].kind in {"S", "W"} else ""
        return Found((), "none", i, "adverbial" if marker else "main", marker, previous)
    return _attach(items, start, phrases, path)


def _is_bare_infinitive(items: list[Item], i: int) -> bool:
    """``turn`` in "helped them turn the tide"."""
    if i < 2 or not items[i - 1].noun:
        return False
    _, start = list_before(items, i - 1)
    return start > 0 and items[start - 1].group is not None and items[start - 1].lemma in BARE_CONTROL


def _follows_helper(items: list[Item], i: int) -> bool:
    """``organise`` in "served to help organise protests"."""
    group, before = items[i].group, items[i - 1] if i else None
    alone = group is not None and group.start == group.head
    return alone and before is not None and before.group is not None and before.lemma == "help"


def _inverted(items: list[Item], i: int) -> Phrases:
    """The subject behind a verb of speech: ``"…," said the minister``."""
    opens = items[i].form != "VB" if i == 0 else items[i - 1].kind in {",", ";"}  # not "Add two eggs"
    if opens and items[i].lemma in SPEECH and i + 1 < len(items) and items[i + 1].noun:
        return coordinated(items, i + 1)[0]
    return ()


def _attach(items: list[Item], start: int, phrases: Phrases, path: Path) -> Found:
    """How a finite clause that begins with its subject at ``start`` hangs on what is before."""
    at = start - 1
    first = start
    while at >= 0:
        item = items[at]
        if item.phrase is not None and (item.phrase.temporal or (at and items[at - 1].kind == "P")):
            at -= 1 if item.phrase.temporal and not (at and items[at - 1].kind == "P") else 2
            first = at + 1
        elif (
            item.kind == ","
            and at
            and (items[at - 1].kind == "S" or items[at - 1].phrase is not None)
            and _opens(items, at)
        ):
            at -= 1
        else:
            break
    if at < 0:
        return Found(phrases, path, first, "main")
    item = items[at]
    if item.kind == "S":
        verb = _verb_before(items, at)
        link: Link = "that" if item.lemma == "that" and verb is not None else "adverbial"
        if link == "that":
            verb = _taker_before(items, at)
        return Found(phrases, path, at + 1, link, item.lemma, verb)
    if item.kind == "W":
        return Found(phrases, path, at + 1, "relative", item.lemma, _verb_before(items, at))
    if item.group is not None and item.lemma in CLAUSE_TAKERS:
        return Found(phrases, path, at + 1, "that", "", at)
    if item.phrase is not None and at and items[at - 1].group is not None and items[at - 1].lemma in TELLERS:
        return Found(phrases, path, at + 1, "that", "", at - 1)
    if item.kind == "C" or (item.kind == "," and at and items[at - 1].kind == "C"):
        finite = next((k for k in range(at - 1, -1, -1) if items[k].is_finite() and not is_cue(items, k)), None)
        finite = _verb_before(items, at) if finite is None else finite
        return Found(phrases, path, first, "coordination", item.lemma, finite)
    return Found(phrases, path, first, "main")


def _opens(items: list[Item], at: int) -> bool:
    """Whether everything before the comma at ``at`` is prepositional phrases back to the clause's start or
    subordinator.
    """
    k = at - 1
    while k >= 0 and (items[k].phrase is not None or items[k].kind in {"P", ","}):
        if items[k].noun and not (k and items[k - 1].kind == "P"):
            return False
        k -= 1
    return k < 0 or items[k].kind in {"S", ";"}


def _verb_before(items: list[Item], i: int) -> int | None:
    for k in range(i - 1, -1, -1):
        if items[k].group is not None:
            return k
    return None


def _taker_before(items: list[Item], i: int) -> int | None:
    """The verb on which "that" at item ``i`` hangs: the nearest that takes clauses, if one is near."""
    verbs = [k for k in range(i - 1, -1, -1) if items[k].group is not None]
    return next((k for k in verbs[:3] if items[k].lemma in CLAUSE_TAKERS), verbs[0] if verbs else None)


# --- coordination ------------------------------------------------------------------------------------------------


def _share(items: list[Item], i: int, joint: int, known: dict[int, Found]) -> Found:
    """A verb joined to an earlier one takes over its subject, its auxiliaries and its standing."""
    group = items[i].group or _NO_VERB
    partner = _partner(items, i, joint, group, known)
    if partner is None:
        return Found(path="none", start=i)
    other = items[partner].group or _NO_VERB
    if group.form == other.form or {group.form, other.form} <= {"VBD", "VBN"}:
        if group.form == "VB" and not group.modal:
            group.modal, group.kind, group.negated = other.modal, other.kind, group.negated or other.negated
        if not group.past and not group.perfect and group.kind != "infinitive":
            group.kind = other.kind
        if group.start == group.head and (other.start != other.head or other.passive):
            group.perfect, group.past = other.perfect, other.past or group.past
            has_object = i + 1 < len(items) and items[i + 1].noun
            group.passive = other.passive and not has_object
    base = known.get(partner, Found())
    link: Link = base.link if base.link != "main" else "coordination"
    parent = base.parent if base.link != "main" else partner
    path: Path = "shared" if base.phrases else "none"
    return Found(base.phrases, path, i, link, base.marker, parent)


def _partner(items: list[Item], i: int, joint: int, group: Group, known: dict[int, Found]) -> int | None:
    """The earlier verb that the one at ``i`` is joined to: the nearest of its make, else the nearest of its kind.

    A cue in passing is joined to nothing ("rebels fled, the army said, and burnt the bridge"), nor is what stands
    between dashes; of a relative clause that a comma closes only what has no other verb to be joined to.
    """
    same_kind = None
    bare = group.start == group.head and group.form in {"VBD", "VBN"}
    close = items[joint].kind == "C" and not (joint and items[joint - 1].kind == ",")
    closed = joint > 0 and items[joint].kind == "C" and items[joint - 1].kind == ","
    start = _before_dashes(items, joint - 1) if closed else joint
    for k in range(start - 1, -1, -1):
        if items[k].kind == ";":
            break
        other = items[k].group
        if other is None or is_cue(items, k):
            continue
        if items[i].lemma == "add" and other.form == group.form and items[k].lemma not in SPEECH:
            same_kind = k if same_kind is None else same_kind
            continue  # "said that the siege was over and added"
        if closed and known[k].link == "relative" and _is_apart(items, k):
            same_kind = k if same_kind is None else same_kind
            continue
        if bare and (close or group.form == "VBN") and (other.perfect or (other.passive and other.start < other.head)):
            return k
        if _make(group) == _make(other):
            return k
        if same_kind is None and (other.kind == group.kind):
            same_kind = k
    return same_kind


def _before_dashes(items: list[Item], close: int) -> int:
    """The dash that opens what the one at ``close`` ends, else the comma itself."""
    if items[close].lemma != "-":
        return close
    return next((k for k in range(close - 1, -1, -1) if items[k].kind == "," and items[k].lemma == "-"), close)


def _is_apart(items: list[Item], verb: int) -> bool:
    """Whether the relative clause of a verb begins behind a comma."""
    word = next((k for k in range(verb - 1, -1, -1) if items[k].kind == "W"), 0)
    return word > 0 and items[word - 1].kind == ","


def _make(group: Group) -> tuple[object, ...]:
    """What joined verbs have in common: bare ones their form, others their auxiliaries."""
    if group.form == "VB":
        return ("VB",)
    if group.form == "VBG":
        return ("VBG", group.progressive)
    return (group.kind, group.perfect, group.modal, group.form in {"VBD", "VBN"})


# --- infinitives and participles ---------------------------------------------------------------------------------


def _infinitive(items: list[Item], i: int, known: dict[int, Found]) -> Found:
    """The subject of an infinitive: the object of "urge", the subject of "vow", what "for" brings in."""
    governor = None
    asked = i > 1 and items[i - 1].kind in {"S", "W"}  # "decide whether to sell", "asked how to pay"
    if asked:
        above = _verb_before(items, i - 1)
        base = known.get(above, Found()) if above is not None else Found()
        return Found(base.phrases, "control" if base.phrases else "none", i, "to", items[i - 1].lemma, above)
    for k in range(i - 1, -1, -1):
        if items[k].kind in {";", "S", "W"}:
            break
        describes = k < i - 1 and items[k].lemma not in OBJECT_CONTROL and _is_reduced(known.get(k))
        if items[k].group is not None and not describes:
            governor = k
            break
    if i >= 2 and items[i - 1].noun and items[i - 2].kind == "P" and items[i - 2].lemma == "for":
        phrases, _ = list_before(items, i - 1)
        return Found(phrases, "control", i, "to", "for", governor)
    if governor is None:
        return Found(path="none", start=i, link="to", marker="to", forward=i == 0)
    marker = items[governor].lemma
    between = items[i - 1].phrase
    verb = items[governor].group
    if items[governor].lemma in OBJECT_CONTROL and verb is not None and not verb.passive:
        controlled = _controlled(items, governor, i)
        if controlled:
            return Found(controlled, "control", i, "to", marker, governor)
    base = known.get(governor, Found())
    path: Path = "control" if base.phrases else "none"
    governed = between is not None and not between.temporal and items[i - 2].kind != "P"
    if governed or items[i - 1].kind == "J":
        marker = f"{marker} {items[i - 1].lemma}"
    return Found(base.phrases, path, i, "to", marker, governor)


def _is_reduced(found: Found | None) -> bool:
    """A participle that only describes a noun governs no purpose: "blocked roads leading to the port to press …"."""
    return found is not None and found.link == "participle" and found.path == "relative"


def _controlled(items: list[Item], governor: int, i: int) -> Phrases:
    """The object of the governing verb, or what "on", "upon" or "to" brings in: "called on both sides to stop"."""
    at = governor + 1
    while at < i:
        if items[at].noun:
            return coordinated(items, at)[0]
        if items[at].kind == "P" and items[at].lemma not in {"on", "upon", "to", "for"}:
            at += 1
        at += 1
    return ()


_ASKING = frozenset("ask demand seek urge request call say warn beg complain".split())


def _participle(items: list[Item], i: int, known: dict[int, Found]) -> Found:
    """The subject of a participle or gerund."""
    left = items[i - 1] if i else None
    group = items[i].group or _NO_VERB
    if left is None or left.kind == ";":
        return Found(start=i, link="participle", forward=True)
    if left.phrase is not None:
        if left.phrase.temporal:
            phrases, _, _, _ = walk(items, i - 1)
        else:
            phrases, start = list_before(items, i - 1)
            asks = items[i].lemma in _ASKING and start and items[start - 1].lemma == "to"
            if (
                not group.passive
                and start > 1
                and items[start - 1].kind == "P"
                and (is_bare_name(items[i - 1]) or asks)
            ):
                # "marched in Rome chanting slogans": the town chants nothing.
                found = _of_main(items, i, known, "participle", "")
                phrases = found.phrases or list_before(items, start - 2)[0]
        return Found(phrases, "relative", i, "participle", "", _verb_before(items, i))
    if left.kind == ",":
        if group.passive or _verb_before(items, i) is None:
            phrases, _, path, _ = walk(items, i - 2)
            return Found(
                phrases, "participle" if path != "none" else "none", i, "participle", ",", _verb_before(items, i)
            )
        return _of_main(items, i, known, "participle", ",")
    if left.kind in {"P", "S"}:
        found = _of_charged(items, i, known) or _of_main(items, i, known, "gerund", left.lemma)
        if left.lemma == "about":
            found = replace(found, phrases=(), path="none")
        return found if found.phrases or found.parent is not None else replace(found, forward=True)
    if left.group is not None:
        base = known.get(i - 1, Found())
        return Found(base.phrases, "control" if base.phrases else "none", i, "to", left.lemma, i - 1)
    if left.kind == "R" and i > 1 and items[i - 2].group is not None:
        base = known.get(i - 2, Found())  # "ruled out selling"
        return Found(base.phrases, "control" if base.phrases else "none", i, "to", items[i - 2].lemma, i - 2)
    return _of_main(items, i, known, "participle", left.lemma)


def _of_charged(items: list[Item], i: int, known: dict[int, Found]) -> Found | None:
    """The subject of "lying" in "accused him of lying" and "he was accused of lying"."""
    marker = items[i - 1].lemma
    governor = _verb_before(items, i)
    if marker not in {"of", "with", "from", "for"} or governor is None or items[governor].lemma not in OBJECT_GERUND:
        return None
    group = items[governor].group
    passive = group is not None and group.passive
    phrases = known.get(governor, Found()).phrases if passive else _controlled(items, governor, i)
    return Found(phrases, "control" if phrases else "none", i, "gerund", marker, governor)


def _of_main(items: list[Item], i: int, known: dict[int, Found], link: Link, marker: str) -> Found:
    """The subject of the nearest verb to the left that is not in a relative clause."""
    for k in range(i - 1, -1, -1):
        if items[k].kind == ";":
            break
        if items[k].group is None:
            continue
        if is_cue(items, k) and items[i].lemma not in SPEECH:
            continue
        base = known.get(k, Found())
        main = k
        if items[i].lemma in SPEECH and base.link == "that" and base.parent is not None:
            main, base = base.parent, known.get(base.parent, Found())
        relative_over = base.link == "relative" and any(item.kind == "," for item in items[main:i])
        if (items[main].is_finite() or link == "gerund") and not relative_over:
            return Found(base.phrases, "participle" if base.phrases else "none", i, link, marker, main)
    return Found(start=i, link=link, marker=marker)
