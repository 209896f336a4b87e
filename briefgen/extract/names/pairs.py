"""Bodies of two fields joined by "and", and two names side by side."""

from briefgen.extract.names.bounds import capitals_end
from briefgen.extract.names.desk import Desk, is_capital, is_common
from briefgen.extract.names.heads import find_head
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.world import Known

# Fields that are heads of other names: "the House Energy and Commerce Committee", not "Alba Energy and Rio Bank".
FIELDS = frozenset(
    "energy customs communications finance intelligence resources trade power commerce insurance gas oil media".split()
)
CHAMBERS = frozenset({"house", "senate", "assembly", "federal", "national", "joint"})
# Last words of agencies that are no heads alone.
DEEDS = frozenset({"protection", "enforcement"})
# Bodies of states, which have bodies of their own: "UN Security Council".
UNIONS = frozenset({"United Nations", "European Union", "NATO", "African Union", "Arab League"})


def pair_end(desk: Desk, i: int, end: int) -> int | None:
    """The end of "Test and County Cricket Board": common nouns on both sides of "and", and the head behind them."""
    start = end + 1 + (end + 1 < len(desk.norms) and desk.lowers[end + 1] == "the")
    if start >= len(desk.norms) or desk.norms[end] not in {"and", "&"} or not is_capital(desk.norms[start]):
        return None
    first = field_start(desk, i, end)
    if first == end or (desk.opens(i) and end - i == 1):
        return None
    if not all(is_field(desk, k) for k in (*range(first, end), start)):
        return None
    last = desk.lowers[end - 1]
    if last in lexicon().org_heads and (last not in FIELDS or first == i):
        return None
    stop = capitals_end(desk, start)
    if stop + 1 < len(desk.norms) and desk.norms[stop] == "'" and desk.owns(stop):
        stop = capitals_end(desk, stop + 1)  # "Mill and Allied Workers' | Union"
    head = find_head(desk, start, stop)
    if desk.lowers[stop - 1] in DEEDS and stop - start > 1:
        return stop
    return head.end if head is not None and head.rule == "head" else None


def is_field(desk: Desk, k: int) -> bool:
    """A common noun, and no name of its own."""
    return (is_common(desk.lowers[k]) or desk.lowers[k] in lexicon().place_nouns) and not desk.known(k)


def field_start(desk: Desk, i: int, end: int) -> int:
    """The first word of the field: a country or a chamber before it is left out."""
    known = desk.known(i)
    if known and known[1].kind in {"country", "people"} and known[0] < end:
        return known[0]
    return i + 1 if desk.lowers[i] in CHAMBERS and i + 1 < end else i


def stands_beside(desk: Desk, known: tuple[int, Known], end: int) -> bool:
    """Whether another body's name follows right behind: "Reuters | Amnesty International"."""
    after, entry = known
    if after >= end or entry.name in UNIONS:
        return False
    other = desk.known(after)
    return other is not None and other[1].kind == "body" and other[0] - after > 1
