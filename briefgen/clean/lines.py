"""Lines and blocks: a block is a paragraph or whatever else stands alone, made of one line or of several wrapped ones.

Three layouts are told apart by the file itself: paragraphs between blank lines, a paragraph a line, and lines broken
at a fixed width.  Lines are joined only where the break shows: the next goes on in lower case, or its first word would
not have fitted.
"""

from itertools import pairwise

from msgspec import Struct

from briefgen.clean.tables import words
from briefgen.model.regex import regex

WIDEST_WRAP = 120
NARROWEST_WRAP = 40
LONE_WRAP = 50

_LINE = regex(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = regex(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_MARKER = regex(r"(?:(?P<level>#{1,6})|[>*+•‣◦-]) +(?=\S)")
_ENDS = regex(r"""[.!?…:;]["'”’»)\]]*$""")
_CONTINUES = regex(r"(?!(?:by|with|via|https?|www)\b)[^\W\d_]+(?:['’-][^\W\d_]+)*[,.;:)\"”]?(?:\s|$)")
_TERMINAL = regex(r"""[.!?…]["'”’»)\]\s]*$""")
_BESIDE = ".,;:!?\"'()"
_EMPTY = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "―": "-"}
    | dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000", " ")
)


class Line(Struct, frozen=True, gc=False):
    """A line without the white space around it and without a list's or a heading's marker before it.

    ``gap``: blank lines before it; ``indent``: characters before it; ``level``: of a heading in Markdown, 0 for others.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: int
    level: int = 0


class Block(Struct, frozen=True, gc=False):
    """A stretch that stands alone.  ``text`` has plain quotes, dashes and spaces and the length of the original.

    ``gap``: blank lines before it; ``words``: how many; ``common``: how many of them are function words;
    ``terminal``: it ends as a sentence does; ``lines``: how many lines it was joined from; ``level``: of a heading.
    """

    start: int
    end: int
    text: str
    gap: int
    words: int
    common: int
    terminal: bool
    lines: int = 1
    level: int = 0


def is_running(block: Block) -> bool:
    """Whether a block is running text: long enough, with function words, ending as a sentence does."""
    if block.terminal:
        return block.words >= 20 or (block.words >= 12 and block.common * 5 >= block.words)
    return block.words >= 25 and block.common * 4 >= block.words


def plain(text: str) -> str:
    """The text with plain quotes, dashes and spaces, of the same length."""
    return text if text.isascii() else text.translate(_PLAIN)


def lines(text: str, start: int = 0) -> list[Line]:
    """The lines that hold anything visible."""
    found: list[Line] = []
    last = start
    for match in _LINE.finditer(text, start):
        raw = match.group()
        shown = raw.strip(_EMPTY)
        if not shown:
            continue
        begin = match.start() + len(raw) - len(raw.lstrip(_EMPTY))
        marker = _MARKER.match(shown)
        level = len(marker["level"] or "") if marker else 0
        if marker:
            shown, begin = shown[marker.end() :], begin + marker.end()
        gap = len(_BREAK.findall(text, last, begin)) - 1
        found.append(Line(begin, begin + len(shown), shown, max(0, gap if found else 0), begin - match.start(), level))
        last = begin + len(shown)
    return found


def blocks(text: str, start: int = 0) -> list[Block]:
    """The blocks of a text from an offset on."""
    listed = lines(text, start)
    if not listed:
        return []
    width, wrapped = _wrapping(listed)
    found: list[Block] = []
    first = count = 0
    for i, (line, following) in enumerate(pairwise([*listed, None])):
        count += 1
        if line is None or (following is not None and _goes_on(line, following, width, wrapped)):
            continue
        found.append(_block(text, listed[first], line, count))
        first, count = i + 1, 0
    return found


def _block(text: str, first: Line, last: Line, count: int) -> Block:
    shown = plain(text[first.start : last.end])
    listed = shown.split()
    function_words = words("function_words")
    low = shown.lower().split()
    common = len([w for w in low if w in function_words or (not w.isalnum() and w.strip(_BESIDE) in function_words)])
    terminal = _TERMINAL.search(shown, max(0, len(shown) - 12)) is not None
    return Block(first.start, last.end, shown, first.gap, len(listed), common, terminal, count, first.level)


def _wrapping(listed: list[Line]) -> tuple[int, bool]:
    """The width at which lines are broken (0: they are not), and whether that holds for the whole file.

    Evidence is a line of middling length that ends in mid-sentence while the next goes on in lower case.
    """
    broken = [len(a.text) for a, b in pairwise(listed) if _lower_goes_on(a, b)]
    if len(broken) < 2:
        return (broken[0], False) if broken and broken[0] >= LONE_WRAP else (0, False)
    longest = max(len(line.text) for line in listed)
    width = max(broken)
    return width, longest <= width + 12 and len(broken) * 6 >= len(listed)


def _lower_goes_on(line: Line, following: Line) -> bool:
    text, after = line.text, following.text
    return (
        following.gap == 0
        and 25 <= len(text) <= WIDEST_WRAP
        and after[0].islower()
        and text.count(" ") >= 3
        and not _ENDS.search(text, max(0, len(text) - 8))
        and _CONTINUES.match(after) is not None
    )


def _goes_on(line: Line, following: Line, width: int, wrapped: bool) -> bool:
    """Whether the next line belongs to the same paragraph."""
    if following.gap or following.level or line.level or not width:
        return False
    if _lower_goes_on(line, following):
        return True
    if following.indent > line.indent + 1 or width < NARROWEST_WRAP or line.text.count(" ") < 3:
        return False
    word = following.text.split(None, 1)[0]
    full = len(line.text) + 1 + len(word) > width and len(line.text) <= width + 12
    if not full:
        return False
    return wrapped or not _ENDS.search(line.text, max(0, len(line.text) - 8))
