"""The noun on which a noun phrase hangs: the envoys in "envoys of A", the men in "men who had seen the fire"."""

from briefgen.extract.statements.text import NOMINAL, Text, is_time

FINITE = frozenset({"VBD", "VBZ", "VB", "MD", "BE", "HV", "DO"})
VERBAL = FINITE | {"VBN", "VBG", "TO", "RB"}
RELATIVES = frozenset({"who", "which", "that", "whom"})
CLAUSAL = frozenset({"after", "before", "since", "until", "because", "while", "as", "than"})
MOST_STEPS = 4
QUANTITIES = frozenset("many some most half several all none any few each both".split())


def climbed(text: Text, first: int, head: int, low: int) -> tuple[int, int]:
    """First token and head of the noun phrase on which the one from ``first`` to ``head`` hangs, or of that itself."""
    for _ in range(MOST_STEPS):
        holder = _holder(text, first, low)
        if holder is None:
            break
        head = holder
        first = text.phrase_start(head, low)
    return first, head


def _holder(text: Text, first: int, low: int) -> int | None:
    """The noun on which the noun phrase that begins at token ``first`` hangs: "people [briefed on] the talks"."""
    if first - 2 < low:
        return None
    if text.forms[first - 1] != "IN":
        return _clause_holder(text, first - 1, low) if text.forms[first - 1] in VERBAL else None
    if text.lemmas[first - 1] in CLAUSAL or text.lemmas[first - 2] in {"accord", "according"}:
        return None  # "days after Ann Lee threatened"
    if text.is_nominal(first - 2) or (text.lemmas[first - 1] == "of" and text.lemmas[first - 2] in QUANTITIES):
        return first - 2
    around = text.forms[first - 3] == "IN"  # "officials in and around Oslo"
    if text.forms[first - 2] == "CC" and first - 3 > low and (around or text.is_nominal(first - 3)):
        # "Observers in Oslo and around the country".
        before = first - 2 if around else text.phrase_start(first - 3, low)
        return _holder(text, before, low) if text.forms[before - 1] == "IN" else None
    return _clause_holder(text, first - 2, low)


def _clause_holder(text: Text, i: int, low: int) -> int | None:
    """The noun to which the clause of the verb at token ``i`` belongs: "soldiers captured in", "men who had seen", "the
    union representing".
    """
    first = i
    while first - 1 > low and text.forms[first - 1] in VERBAL:
        first -= 1
    relative = first - 2 >= low and text.lemmas[first - 1] in RELATIVES
    aim = text.forms[first] == "TO"  # "the states to have signed the treaty"
    reduced = first == i and (text.forms[i] == "VBG" or (text.forms[i] in {"VBN", "VBD"} and text.forms[i + 1] == "IN"))
    if not relative and not reduced and not aim:
        return None
    noun = first - 1 - relative
    if noun < low or is_time(text, noun) or text.quote_at[noun] >= 0:
        return None
    # "committee sources who": no verb, whatever the tagger thinks
    people = relative and text.lemmas[first - 1] == "who" and text.forms[noun] == "VBZ"
    return noun if people or text.tags[noun] in NOMINAL else None
