"""Sentence boundaries of a paragraph, by rule.

A stop, question or exclamation mark ends a sentence when what stands before it is no abbreviation that goes on and what
follows may start one.  Nothing is cut inside a quotation or a bracket that closes, so that a quoted statement stays in
one piece; a quotation longer than ``LONGEST`` is cut like other text.  A heading or caption that ran into its paragraph
is parted from it where a capitalised word that begins sentences stands between words in lower case.  Time is linear in
the length of the paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from briefgen.clean.tables import sections, words
from briefgen.model.regex import regex

LONGEST = 600
LONGEST_WORD = 40
FEWEST = 2  # spaces in a heading that ran into a sentence
SPEECH = (
    "said|says|asked|asks|shouted|cried|replied|added|wrote|told|tweeted|exclaimed|answered|wondered|yelled|declared"
    "|explained|continued|insisted"
)

_STOP = regex(r"""[.!?…]+["'”’»)\]]*""")
_SPACED_QUOTE = regex(r""" (?:["”]|''?)(?=\s|$)""")
_NEXT = regex(r"""[\s"'“‘«`(\[]*""")
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_GLUED = regex(r"\(?[A-Z“\"][\w’']*[^\W\d_]")
_SPEAKER = regex(rf"(?:[A-Z][\w’'.-]* ){{1,4}}(?:{SPEECH})\b|(?:{SPEECH})\s[A-Z]")
_ACRONYM = regex(r"(?:[^\W\d_]\.)+[^\W\d_]", re.UNICODE)
_HEADING = regex(
    r" (?<=[a-z] )(?P<first>The|This|These|Those|It|He|She|They|We|There|But|When|After|Some|An|If|In|On|At|More) "
    r"(?=[a-z])"
)
_CLOSES = {"”": "“", "»": "«", "''": "``", ")": "(", "]": "["}
# Each begins with one set of signs, for which a search is quick; what must stand around them is asked behind it.
_MARKS = regex(r"""[“”«»()\[\]"`'](?:(?<![`'])|(?<=`)`|(?<=')')""")
_SINGLE = regex(r"""['‘’](?:(?<!\w.)(?<=['‘])(?=\w)|(?<=[.,!?…].)(?<=['’])(?!\w))""")
_DASH = regex(r"(?:--|[–—]) (?=[A-Z])")
_GOES_ON = "-–—,;:"
_OPENING = '"“‘«`'
_CLOSING = "\"”'’)]"
_BETWEEN = ' \n\t\u00a0(["“-—/'
_BULLETS = " \n\t•*-\u00a0"
_ALSO_WORDS = ("no", "No", "c", "p")  # "no." may be an answer; "C." and "P." are initials


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences between two offsets of a text, as half-open spans without the white space around them."""
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    starts, ends = _shelters(text, start, end)
    begin = start
    for mark in _STOP.finditer(text, start, end):
        if mark.start() < begin or _sheltered(mark.start(), starts, ends):
            continue
        after = _past_spaced_quote(text, mark.end(), end, ends)
        if _ends(text, begin, mark, after, end):
            _add(spans, text, begin, after)
            begin = after
    _add(spans, text, begin, end)
    if _HEADING.search(text, start, end) is None:
        return spans
    return [part for span in spans for part in _without_heading(text, span, starts, ends)]


def _without_heading(text: str, span: tuple[int, int], starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
    """A sentence parted from the heading or caption that ran into it: "Storm hits coast The storm made ..."."""
    begin, end = span
    parts: list[tuple[int, int]] = []
    for mark in _HEADING.finditer(text, begin, end):
        at = mark.start("first")
        before = text[max(begin, at - LONGEST_WORD) : at].split()
        cut = before and before[-1].lower() not in words("function_words")
        if cut and text.count(" ", begin, at) >= FEWEST and not _sheltered(at, starts, ends):
            _add(parts, text, begin, at)
            begin = at
    _add(parts, text, begin, end)
    return parts


def _past_spaced_quote(text: str, after: int, end: int, ends: list[int]) -> int:
    """The offset after a closing quotation mark that a space parts from its stop, as tokenised text has it."""
    spaced = _SPACED_QUOTE.match(text, after, end)
    if spaced and ("'" in spaced.group() or _closes(after + 1, ends)):
        return spaced.end()
    return after


def _closes(at: int, ends: list[int]) -> bool:
    i = bisect_left(ends, at)
    return i < len(ends) and ends[i] == at


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _shelters(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Where quotations and brackets that close lie: starts and ends of the outermost, in order."""
    spans: list[tuple[int, int]] = []
    opened: dict[str, int] = {}
    for mark in _MARKS.finditer(text, start, end):
        sign = mark.group()
        if sign == '"' or (sign == "''" and "``" not in opened):
            if sign in opened:
                spans.append((opened.pop(sign), mark.start()))
            else:
                opened[sign] = mark.start()
        elif sign in _CLOSES:
            if (begun := opened.pop(_CLOSES[sign], None)) is not None:
                spans.append((begun, mark.start()))
        else:
            opened.setdefault(sign, mark.start())
    if text.find("'", start, end) >= 0 or text.find("‘", start, end) >= 0 or text.find("’", start, end) >= 0:
        spans += _single_quotes(text, start, end)
    return _outermost([s for s in spans if s[1] - s[0] <= LONGEST]) if spans else ([], [])


def _single_quotes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quotations in single marks: these close only after punctuation, since an apostrophe looks the same."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _SINGLE.finditer(text, start, end):
        before = text[mark.start() - 1] if mark.start() > start else " "
        if before in ".,!?…":
            if opened is not None:
                spans.append((opened, mark.start()))
            opened = None
        elif opened is None:
            opened = mark.start()
    return spans


def _outermost(spans: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _sheltered(at: int, starts: list[int], ends: list[int]) -> bool:
    """Whether the mark stands inside a shelter and not at its very end."""
    i = bisect_right(starts, at) - 1
    return i >= 0 and at < ends[i] - _TAIL


_TAIL = 2  # "so." ) : the stop just before the closing mark may end the sentence


def _ends(text: str, begin: int, mark: re.Match[str], after: int, end: int) -> bool:
    """Whether this mark ends the sentence that began at ``begin``; ``after`` is where the next would begin."""
    if after >= end or not text[after].isspace():
        return after >= end or _glued(text, mark, end)
    opening = _NEXT.match(text, after, end)
    at = opening.end() if opening else after
    dash = _DASH.match(text, at, end)
    at = dash.end() if dash else at
    if at >= end or text[at].islower() or text[at] in _GOES_ON:
        return at >= end
    signs = mark.group()
    if signs[0] != ".":
        return not _speaker_follows(text, mark, at)
    if signs.startswith(".."):
        return True
    quoted = any(sign in _OPENING for sign in text[after:at])
    before = _word_before(text, begin, mark.start())
    word = _WORD.match(text, at, min(end, at + LONGEST_WORD))
    if before.isdigit() and not text[begin : mark.start()].strip(_BULLETS + before):
        return False
    return _stop_ends(before, word.group() if word else text[at], quoted)


def _speaker_follows(text: str, mark: re.Match[str], at: int) -> bool:
    """Whether a closed question or cry is followed by its speaker: "Stop!" Jones shouted."""
    return mark.group()[-1] in "\"”'’»" and _SPEAKER.match(text, at, at + 80) is not None


def _glued(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a sentence ends although no space follows: "in April 2019.(Agency)", "he said.The"."""
    if mark.group() != "." or mark.start() < 3:
        return False
    before = text[mark.start() - 3 : mark.start()]
    if not (before.isdigit() or (before.isalpha() and before.islower())):
        return False
    glued = _GLUED.match(text, mark.end(), min(end, mark.end() + 40))
    if glued is None or (glued.end() < end and text[glued.end()] in ".@/"):
        return False
    return "(" in glued.group() or (not before.isdigit() and "@" not in text[max(0, mark.start() - 20) : mark.start()])


def _word_before(text: str, begin: int, stop: int) -> str:
    """The word that a full stop at this offset follows, marks and earlier full stops within it included."""
    start = max(begin, stop - LONGEST_WORD)
    while stop > start and text[stop - 1] in _CLOSING:
        stop -= 1
    cut = max(text.rfind(sign, start, stop) for sign in _BETWEEN)
    return text[max(cut + 1, start) : stop]


def _stop_ends(before: str, follows: str, quoted: bool) -> bool:
    """Whether a single full stop ends the sentence, by the word before and the word after it."""
    low = before.lower()
    starter = quoted or (follows[0].isupper() and follows.lower() in words("starters"))
    table = _abbreviations()
    kind = table.get(low) or (table.get(low.rsplit(".", 1)[-1]) if low.count(".") == 1 else None)
    if kind in ("before-name", "inside"):
        return False
    if kind == "before-number":
        return not follows[0].isdigit() and (starter or (before in _ALSO_WORDS and follows[0].isupper()))
    if kind == "may-end" or _ACRONYM.fullmatch(before) or (len(before) == 1 and before.isalpha() and before != "I"):
        return starter
    return True


@cache
def _abbreviations() -> dict[str, str]:
    return {word: kind for kind, listed in sections("abbreviations").items() for word in listed}
