"""The clock times of a live text, an entry a time: ``1604 The mayor says …``; some stand inside glued lines."""

from briefgen.clean.lines import Block
from briefgen.model.regex import regex

FEWEST = 3  # lines that begin with a clock time make a text a live one
_CLOCK = r"(?:[01]\d|2[0-3]):?[0-5]\d"
_BEGINS = rf"{_CLOCK}:? (?=[A-Z“\"'‘])"
_ENTRY = regex(_BEGINS)
# Not the year of "in 2010 Ann Lee", "May 2010 Ann Lee".
_INSIDE = regex(
    r"(?<=[\w.!?”\"'’)]) (?<!\b(?:in|of|by|to|at) )(?<!\b(?:and|the|for|mid|May) )(?<!\b(?:from|June|July|late) )"
    rf"(?<!\b(?:since|until|after|early|March|April) )(?={_BEGINS})"
)


def is_live(listed: list[Block]) -> bool:
    """Whether an article is a live text: three of its lines or more begin with a clock time."""
    found = 0
    for block in listed:
        found += block.text[:1].isdigit() and _ENTRY.match(block.text) is not None
        if found == FEWEST:
            return True
    return False


def by_clock(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences, cut before each clock time inside them, and without the one that each begins with."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        begins = [start, *(cut.end() for cut in _INSIDE.finditer(text, start, end))]
        for begin, after in zip(begins, [*begins[1:], end], strict=True):
            entry = _ENTRY.match(text, begin, after)
            first = entry.end() if entry else begin
            found.append((first, first + len(text[first:after].rstrip())))
    return found
