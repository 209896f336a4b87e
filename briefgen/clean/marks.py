"""What each block is by itself or beside its neighbours: wording, repetition, sub-headings."""

import re

from briefgen.clean.captions import credit_head
from briefgen.clean.lines import Block, is_running
from briefgen.clean.patterns import Mark, match
from briefgen.clean.published import is_day_line
from briefgen.clean.tables import words
from briefgen.model.regex import regex

LABEL = 3
BOXES = ("related", "most-read")
BOX_HEAD = 6
LONGEST_LINK = 16
CLOSING = ("newsletter", "share", "follow-us", "comments", "app", "copyright")
CLOSED_AFTER = 0.75
SHORTEST_DUPLICATE = 3
LONG_DUPLICATE = 9
CLOSE = 2
ENTRIES = 3
LONGEST_HEADING = 14
COMMENTS = 3


_ABUSE = regex(r"\b(?:report (?:abuse|comment)|flag as (?:inappropriate|abusive|offensive))\b", re.I)
_CAPITAL = regex(r"\b[A-Z][\w'-]*[^\W_]")
_REPORTED = regex(r"\b(?:said|says|told|he|she|they|his|her|their)\b", re.I)
_INSIDE = regex(r"(?<=[a-z,] )[A-Z][\w'-]*[^\W_]")


def mark_blocks(blocks: list[Block], repeated: frozenset[str]) -> list[Mark | None]:
    """A mark for every block whose wording, or return in other articles, shows that it is the page's."""
    marks: list[Mark | None] = []
    for block in blocks:
        mark = match(block)
        if mark and mark.rule == "caption-label" and credit_head(block):
            mark = None
        if mark is None and block.level > 1:
            mark = Mark("heading", "marked-heading")
        if mark is None and block.text in repeated:
            mark = Mark("navigation", "repeated-line")
        marks.append(mark)
    _mark_below(blocks, marks)
    _mark_readers(blocks, marks)
    return marks


def _mark_readers(blocks: list[Block], marks: list[Mark | None]) -> None:
    """Mark all from the first comment on where several lines offer to report a reader's comment."""
    reported = [i for i, block in enumerate(blocks) if _may_offer(block.text.lower()) and _ABUSE.search(block.text)]
    if len(reported) >= COMMENTS:
        for i in range(reported[0], len(blocks)):
            marks[i] = marks[i] or Mark("navigation", "readers-comments")


def _may_offer(low: str) -> bool:
    """Whether a line in small letters holds a word that ``_ABUSE`` needs."""
    return "report " in low or "flag as " in low


def _mark_below(blocks: list[Block], marks: list[Mark | None]) -> None:
    """Mark what hangs on the line above it: a caption on its label, links on the head of a box.

    Boxes count only below running text, and the page's own title is no link in one.
    """
    hangs = ""
    running = False
    page_title = blocks[0].text.lower()
    for i, block in enumerate(blocks):
        mark = marks[i]
        running = running or (mark is None and is_running(block))
        if mark is not None:
            hangs = _hangs(block, mark, hangs)
        elif hangs == "caption" and (not is_running(block) or block.gap == 0):
            marks[i] = Mark("caption", "caption-below-label")
            hangs = ""
        elif hangs == "links" and running and _is_link(block) and block.text.lower() not in page_title:
            marks[i] = Mark("navigation", "link-in-box")
        else:
            hangs = ""


def _hangs(block: Block, mark: Mark, before: str) -> str:
    """What may hang on a marked line: a caption, links, or what hung on the line before."""
    if mark.rule == "caption-label" and block.words <= LABEL:
        return "caption"
    return "links" if mark.rule in BOXES and block.words <= BOX_HEAD else before


def _is_link(block: Block) -> bool:
    return block.words <= LONGEST_LINK and (not block.terminal or block.text[-1] in "?!")


def mark_duplicates(blocks: list[Block], marks: list[Mark | None], title: int | None) -> None:
    """Mark the later copies of a block: of the title's copies all others; short ones only close to the first."""
    first: dict[str, int] = {}
    if title is not None:
        first[_key(blocks[title])] = title
    for i, block in enumerate(blocks):
        if block.words < SHORTEST_DUPLICATE:
            continue
        known = first.setdefault(_key(block), i)
        if known == i or (marks[i] is not None and marks[known] is not None):
            continue
        if known == title or block.words >= LONG_DUPLICATE or i - known <= CLOSE:
            marks[i] = Mark("duplicate", "said-before")


def _key(block: Block) -> str:
    return " ".join(block.text.lower().split()).rstrip(".")


def is_chronology(blocks: list[Block]) -> bool:
    """Whether lines that are a day and no more head the entries of a chronology, rather than date the article."""
    return sum(map(is_day_line, blocks)) >= ENTRIES


def mark_days(blocks: list[Block], marks: list[Mark | None], title: int | None, body: int, last: int) -> None:
    """Mark the days that head the entries of a chronology, and one that stands between paragraphs."""
    start = 0 if title is None else title + 1
    first = start if is_chronology(blocks[start:last]) else body
    for i in range(first, last):
        if marks[i] is None and is_day_line(blocks[i]):
            marks[i] = Mark("heading", "day-heading")


def mark_headings(blocks: list[Block], marks: list[Mark | None], body: int, last: int) -> None:
    """Mark lines between paragraphs of the body that end like no sentence: sub-headings."""
    spaced = sum(1 for b in blocks[body + 1 : last] if b.gap) * 2 > last - body - 1
    before: Block | None = None
    for i in range(body, last):
        block = blocks[i]
        if marks[i] is not None:
            continue
        after = next((blocks[j] for j in range(i + 1, min(last, i + 4)) if marks[j] is None), None)
        if before is not None and after is not None and _is_heading(before, block, after, spaced):
            marks[i] = Mark("heading", "sub-heading")
        else:
            before = block


def _is_heading(before: Block, block: Block, after: Block, spaced: bool) -> bool:
    if not 1 <= block.words <= LONGEST_HEADING or block.terminal:
        return False
    first = block.text.lstrip("\"'([")[:1]
    if not (first.isupper() or first.isdigit()) or block.text.rstrip("\"')")[-1:] in ",;:-" or block.lines > 1:
        return False
    if ". " in block.text or block.text.split()[-1].lower() in words("function_words"):
        return False
    if spaced and not block.gap:
        return False
    return before.terminal and is_running(after)


def mark_tail(blocks: list[Block], marks: list[Mark | None], body: int, last: int) -> None:
    """Mark what follows the page's closing lines and tells of nobody, to the end: a podcast, an appeal, a slogan.

    It names none whom the article names, and has no third person and no word of saying.
    """
    total = sum([b.words for b, m in zip(blocks[body:last], marks[body:last], strict=True) if m is None])
    seen = 0
    for i in range(body, last):
        mark = marks[i]
        if mark is None:
            seen += blocks[i].words
        elif mark.rule in CLOSING and seen >= CLOSED_AFTER * total:
            before = [block for block, above in zip(blocks[body:i], marks[body:i], strict=True) if above is None]
            names = {name for block in before for name in _names(block.text, inside=True)}
            for j in range(last - 1, i, -1):
                told = _REPORTED.search(blocks[j].text) or names.intersection(_names(blocks[j].text, inside=False))
                if marks[j] is None and told:
                    return
                marks[j] = marks[j] or Mark("other", "after-article")
            return


def _names(text: str, inside: bool) -> list[str]:
    """Words with a capital that are no function words; ``inside`` leaves out those that begin a sentence."""
    function_words = words("function_words")
    found = _INSIDE.findall(text) if inside else _CAPITAL.findall(text)
    return [word for word in found if word.lower() not in function_words]
