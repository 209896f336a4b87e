"""What stands between two commas beside a name: another name, where it sits, a clause about it."""

from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.statements.holders import RELATIVES
from briefgen.extract.statements.text import Text
from briefgen.extract.world import world

DESCRIBING = frozenset({"JJ", "JJR", "JJS", "RBS", "DT", "PRP$"})


def is_region(text: Text, first: int, end: int) -> bool:
    """Whether the stretch is a state or province, abbreviated or not."""
    words = [text.tokens[j].norm for j in range(first, end)]
    form = " ".join(words)
    known = world().forms.get(form) or world().forms.get(form.replace(" .", "."))
    return known is not None and known.kind in {"region", "country"}


def is_name(text: Text, first: int, end: int) -> bool:
    """Whether the stretch is a name: "Ann Lee", "Jan de Boer", "fisherman Jan de Boer"."""
    particles = names().particles
    while first < end - 1 and text.tokens[first].norm in names().titles:
        first += 1
    return all(text.tags[j] == "PROPN" or (j > first and text.tokens[j].norm in particles) for j in range(first, end))


def is_aside(text: Text, first: int, end: int) -> bool:
    """Whether the stretch between two commas can be left out: no clause of its own, unless a relative one."""
    if first >= end:
        return False
    if is_name(text, first, end):
        return True
    if text.lemmas[first] in RELATIVES or text.forms[first] in {"WP", "WDT", "IN", "CS", "VBN", "VBG", "RB"}:
        return True
    if text.forms[first] == "CC":
        return False
    relative = next((i for i in range(first, end) if text.lemmas[i] in RELATIVES and text.forms[i] != "DT"), end)
    # "The biggest organized opposition": behind an adjective it is a participle.
    return not any(
        text.forms[i] in {"VBD", "VBZ", "MD"} and not (text.forms[i] == "VBD" and text.forms[i - 1] in DESCRIBING)
        for i in range(first, relative)
    )
