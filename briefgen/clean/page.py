"""Where the article lies in the text of a whole web page, menus, boxes and comments included.

The article is the run of blocks with the largest sum, each block counting for or against: running text for its words,
menus and boxes against (the maximum-sum segment of Pasternack and Roth 2009, "Extracting Article Text from the Web
with Maximum Subsequence Segmentation", over jusText's idea that running text is known by its function words).
Only pages that show menus are cut in this way; an article that comes as bare text is left whole.
"""

import re

from msgspec import Struct

from briefgen.clean.lines import Block, is_running
from briefgen.clean.patterns import Mark
from briefgen.model.regex import regex

MENU_RULES = ("menu", "share", "comments", "most-read", "app")
MENU_LINES = 6
MENU_WORDS = 4
ARTICLE_WORDS = 60
TEASER = 120
PARAGRAPH = 35
ROW = 4

_ANSWER = regex(r"[QA][:.] \S")  # of an interview
_ROW = regex(r"[A-Z][^:]{2,40}: \w[^:]*$")  # of a list: "Denmark (Group D): ninth appearance"
_COMMENTS = regex(
    r"\W*(?:(?:leave|post|add|write|submit|join|start) (?:a|your|the) "
    r"(?:comment|reply|response|conversation|discussion)\b.*"
    r"|(?:\(?\d[\d.,]*\)?|no|reader|top|all|user|your|view|show|read)? ?(?:comments?|responses|replies)\b"
    r"(?: \(?\d+\)?| on .{2,120}| section)?|comments? (?:policy|guidelines|rules).{0,40}|responses? to .{2,120}"
    r"|\d+ thoughts? on .{2,120}|have your say|discussion)\W*",
    re.I,
)


class Main(Struct, frozen=True):
    """The article's blocks: from ``first`` up to, not including, ``last``."""

    first: int
    last: int


def find_main(blocks: list[Block], marks: list[Mark | None]) -> Main:
    """The blocks among which the article lies: all of them, unless this is a whole page."""
    if not is_page(blocks, marks):
        return Main(0, len(blocks))
    weights = _weights(blocks, marks)
    _open_at_title(blocks, weights)
    _close_at_comments(blocks, weights)
    return _heaviest(weights)


def is_page(blocks: list[Block], marks: list[Mark | None]) -> bool:
    """Whether the text shows a page's menus: many short lines, several of them worded as furniture."""
    menu = sum(1 for b, m in zip(blocks, marks, strict=True) if m and m.rule in MENU_RULES and b.words <= MENU_WORDS)
    short = sum(1 for b in blocks if b.words <= MENU_WORDS and not b.terminal)
    return menu >= MENU_LINES and short >= 2 * MENU_LINES


def weight(block: Block, mark: Mark | None) -> float:
    """How much a block by itself speaks for (above 0) or against lying in the article."""
    if mark:
        return 0.0 if mark.kind in ("advert", "caption") else -2.0 - min(block.words, 40) * 0.5
    if is_running(block):
        return float(min(block.words, 150))
    if _ANSWER.match(block.text):
        return float(block.words)
    if block.words >= ROW and _ROW.match(block.text):
        return 0.0
    if block.terminal and block.words >= 5:
        return 0.0 if block.text.endswith("?") else block.words * 0.5
    return -3.0 if block.words < 10 else -1.0


def _weights(blocks: list[Block], marks: list[Mark | None]) -> list[float]:
    """The blocks' weights; running text with none beside it is mostly a teaser under a headline, and counts little."""
    alone = [weight(block, mark) for block, mark in zip(blocks, marks, strict=True)]
    found = list(alone)
    kept = [i for i, mark in enumerate(marks) if mark is None or mark.kind not in ("advert", "caption")]
    for at, i in enumerate(kept):
        if 0 < blocks[i].words < TEASER and alone[i] > 0 and not _in_company(blocks, alone, kept, at):
            found[i] = alone[i] * 0.2
    return found


def _in_company(blocks: list[Block], alone: list[float], kept: list[int], at: int) -> bool:
    """Whether running text stands beside a block, or, when both are long, with only a heading between them."""
    here = blocks[kept[at]].words
    for step in (-1, 1, -2, 2):
        if 0 <= at + step < len(kept):
            other = kept[at + step]
            if alone[other] > 0 and (abs(step) == 1 or min(here, blocks[other].words) >= PARAGRAPH):
                return True
    return False


def _open_at_title(blocks: list[Block], weights: list[float]) -> None:
    """Where the page's own title, its first line, comes back as a headline, nothing above counts for the article."""
    page_title = blocks[0].text.lower()
    for i in range(1, len(blocks)):
        if blocks[i].words >= 4 and blocks[i].text.lower() in page_title:
            if sum(v for v in weights[:i] if v > 0) > sum(v for v in weights[i:] if v > 0):
                return
            weights[:i] = [min(-1.0, value) for value in weights[:i]]
            return


def _close_at_comments(blocks: list[Block], weights: list[float]) -> None:
    """Once enough of an article has gone by, nothing below the head of the comments counts for it."""
    seen = 0.0
    for i, block in enumerate(blocks):
        seen += max(0.0, weights[i])
        if seen >= ARTICLE_WORDS and block.words <= 20 and len(block.text) <= 200 and _COMMENTS.fullmatch(block.text):
            weights[i:] = [-1.0] * (len(weights) - i)
            return


def _heaviest(weights: list[float]) -> Main:
    """The segment of the largest sum (Kadane's algorithm)."""
    best, best_at, total, first = 0.0, (0, len(weights)), 0.0, 0
    for i, value in enumerate(weights):
        if total <= 0:
            total, first = 0.0, i
        total += value
        if total > best:
            best, best_at = total, (first, i + 1)
    return Main(*best_at)
