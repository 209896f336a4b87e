"""Sentence boundaries of a paragraph, by rule.

A stop, question or exclamation mark ends a sentence when what stands before it is no abbreviation that goes on and what
follows may start one.  Nothing is cut inside a quotation or a bracket that closes, so that a quoted statement stays in
one piece; a quotation longer than ``LONGEST`` is cut like other text.  Time is linear in the length of the paragraph.
"""

import re
from bisect import bisect_right
from functools import cache

from briefgen.clean.tables import sections, words

LONGEST = 600
SPEECH = (
    "said|says|asked|asks|shouted|cried|replied|added|wrote|told|tweeted|exclaimed|answered|wondered|yelled|declared"
    "|explained|continued|insisted"
)

_STOP = re.compile(r"""[.!?…]+["'”’»)\]]*""")
_NEXT = re.compile(r"""[\s"'“‘«`(\[]*""")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GLUED = re.compile(r"\(?[A-Z“\"][\w’']*[^\W\d_]")
_SPEAKER = re.compile(rf"(?:[A-Z][\w’'.-]* ){{1,4}}(?:{SPEECH})\b|(?:{SPEECH})\s[A-Z]")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]", re.UNICODE)
_PAIRS = (("“", "”"), ("«", "»"), ("``", "''"), ("(", ")"), ("[", "]"))
_MARKS = re.compile(r"""[“”«»()\[\]"]|``|''""")
_SINGLE = re.compile(r"""(?<!\w)['‘](?=\w)|(?<=[.,!?…])['’](?!\w)""")
_MAY_FOLLOW_DASH = "-–—"


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences between two offsets of a text, as half-open spans without the white space around them."""
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    starts, ends = _shelters(text, start, end)
    begin = start
    for mark in _STOP.finditer(text, start, end):
        if mark.start() < begin or _sheltered(mark.start(), starts, ends):
            continue
        after = mark.end()
        if text.startswith((' "', " ''", " ”"), after) and after + 1 in ends:
            after += 2
        if _ends(text, begin, mark, after, end):
            _add(spans, text, begin, after)
            begin = after
    _add(spans, text, begin, end)
    return spans


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
    closes = {close: open_ for open_, close in _PAIRS}
    for mark in _MARKS.finditer(text, start, end):
        sign = mark.group()
        if sign == '"' or (sign == "''" and "``" not in opened):
            if sign in opened:
                spans.append((opened.pop(sign), mark.start()))
            else:
                opened[sign] = mark.start()
        elif sign in closes:
            if (begun := opened.pop(closes[sign], None)) is not None:
                spans.append((begun, mark.start()))
        else:
            opened.setdefault(sign, mark.start())
    spans += _single_quotes(text, start, end)
    return _outermost([s for s in spans if s[1] - s[0] <= LONGEST])


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
    if after >= end:
        return True
    if not text[after].isspace():
        return _glued(text, mark, end)
    opening = _NEXT.match(text, after, end)
    at = opening.end() if opening else after
    if at >= end:
        return True
    follows = text[at]
    if follows.islower() or follows in _MAY_FOLLOW_DASH or follows in ",;:":
        return False
    if text[mark.start()] in "!?" or (len(mark.group()) > 1 and mark.group()[0] != "."):
        return not _speaker_follows(text, mark, at)
    if mark.group().startswith(".."):
        return True
    quoted = any(c in '"“‘«`' for c in text[after:at])
    return _stop_ends(text, begin, mark.start(), at, end, quoted)


def _speaker_follows(text: str, mark: re.Match[str], at: int) -> bool:
    """Whether a closed question or cry is followed by its speaker: "Stop!" Jones shouted."""
    return mark.group()[-1] in "\"”'’»" and _SPEAKER.match(text, at, at + 80) is not None


def _glued(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a sentence ends although no space follows: "in April 2019.(Agency)", "he said.The"."""
    if mark.end() - mark.start() != 1 or text[mark.start()] != "." or mark.start() < 3:
        return False
    before = text[mark.start() - 3 : mark.start()]
    if not (before.isdigit() or (before.isalpha() and before.islower())):
        return False
    glued = _GLUED.match(text, mark.end(), min(end, mark.end() + 40))
    if glued is None or (glued.end() < end and text[glued.end()] in ".@/"):
        return False
    return "(" in glued.group() or (not before.isdigit() and "@" not in text[max(0, mark.start() - 20) : mark.start()])


def _stop_ends(text: str, begin: int, stop: int, at: int, end: int, quoted: bool) -> bool:
    """Whether a single full stop ends the sentence, by the word before and the word after it."""
    start = max(begin, stop - 24)
    while stop > start and text[stop - 1] in "\"”'’)]":
        stop -= 1
    cut = max(text.rfind(sign, start, stop) for sign in ' \n\t\u00a0(["“-—/')
    before = text[max(cut + 1, start) : stop]
    if not before:
        return True
    low = before.lower()
    word = _WORD.match(text, at, min(end, at + 40))
    follows = word.group() if word else text[at]
    starter = quoted or (follows[0].isupper() and follows.lower() in words("starters"))
    table = _abbreviations()
    kind = table.get(low) or table.get(low.rsplit(".", 1)[-1] if low.count(".") == 1 else low)
    if kind in ("before-name", "inside"):
        return False
    if kind == "before-number":
        return not follows[0].isdigit() and (starter or (low in ("no", "c", "p") and follows[0].isupper()))
    if kind == "may-end" or _ACRONYM.fullmatch(before):
        return starter
    if len(before) == 1 and before.isalpha():
        return starter and before != "I"
    return not (before.isdigit() and not text[begin:stop].strip(" \n\t•*-\u00a0" + before))


@cache
def _abbreviations() -> dict[str, str]:
    return {word: kind for kind, listed in sections("abbreviations").items() for word in listed}
