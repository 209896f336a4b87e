"""Which line is the title, and where the body begins.

A title stands over the body and shares content words with it; an advert or a section's name does not.
"""

from briefgen.clean.author import is_byline
from briefgen.clean.lines import Block, is_running
from briefgen.clean.outlet import line_outlet
from briefgen.clean.page import Main
from briefgen.clean.patterns import Mark
from briefgen.clean.published import stamp
from briefgen.clean.tables import words
from briefgen.model.regex import regex

ABOVE = 25
FREE_ABOVE = 5  # lines of an article as bare text that may stand above its title
LEAD_WORDS = 400
LONGEST = 30
FEWEST_WORDS = 3
SHORT = 16
RESTATED = 0.5
RESTATED_WORDS = 150
SET_WORDS = 6  # words of which so many have a capital that function words must be among them
SET = 0.9
SHORTEST_TITLE = 4  # an outlet's name of more words may be a title that names an outlet
LONGEST_BYLINE = 8

_DATELINE = regex(r"\([A-Z][\w .]{1,20}\) ?[-_]")
_TELLS = regex(
    r"\b(?:said|told|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday)\b|^[\"']|^(?:He|She|It|They|We|I)\b"
)
_WORD = regex(r"[^\W_][\w'-]*")


def find_title(blocks: list[Block], marks: list[Mark | None], main: Main) -> int | None:
    """The index of the title's block, None where no line over the body looks like one."""
    body = first_body(blocks, marks, main.first, main.last)
    if body is None:
        return None
    whole = main == Main(0, len(blocks))
    if whole and (first := _restated(blocks, marks)) is not None:
        return first
    free = 0
    candidates = []
    for i in range(max(0, body - ABOVE), body):
        if marks[i] is not None or stamp(blocks[i]):
            continue
        free += 1
        if not (whole and free > FREE_ABOVE) and _headline_like(blocks, i):
            candidates.append(i)
    candidates = [i for i in candidates if not _names_maker(blocks[i])] or candidates
    # The body is read only where a line has to be weighed against another.
    lead = _lead_words(blocks, marks, body, main.last) if candidates not in ([], [0]) else frozenset[str]()
    best, best_score = None, 0.0
    for i in candidates:
        score = _score(blocks[i], lead)
        if blocks[i].words >= 5 and _repeats(blocks, i):
            score += 0.3
        if any(stamp(b) for b in blocks[i + 1 : i + 3] if not is_running(b)):
            score += 0.3
        if score > best_score:
            best, best_score = i, score
    if best is None and whole and _is_lone_word(blocks, marks):
        return 0
    return _line_above(blocks, marks, best, best_score, lead)


def _is_lone_word(blocks: list[Block], marks: list[Mark | None]) -> bool:
    """Whether the first line is a word or two that stand apart over running text: a title where no other line is."""
    first = blocks[0]
    if marks[0] is not None or first.words >= FEWEST_WORDS or len(blocks) < 2 or first.terminal or stamp(first):
        return False
    if first.text[-1] in ":,-_–—" or not first.text[0].isupper() or line_outlet(first.text):
        return False
    section = all(word.lower() in words("section_words") for word in first.text.split())
    return not section and blocks[1].gap > 0 and marks[1] is None and is_running(blocks[1])


def _names_maker(block: Block) -> bool:
    """Whether a short line names the outlet or the writer, and is a title only where no other line is."""
    if block.words <= SHORTEST_TITLE and line_outlet(block.text):
        return True
    return block.words <= LONGEST_BYLINE and is_byline(block.text)


def _restated(blocks: list[Block], marks: list[Mark | None]) -> int | None:
    """The first line where it stands apart and what is below says it again at length, though it ends in a stop."""
    free = [i for i, mark in enumerate(marks[: 2 * ABOVE]) if mark is None]
    if len(free) < 2:
        return None
    first, second = blocks[free[0]], blocks[free[1]]
    if not first.terminal or first.words > SHORT or not second.gap or second.words < first.words:
        return None
    stems = _stems(first.text)
    if _TELLS.search(first.text) or len(stems) < 3:
        return None
    lead = _lead_words(blocks, marks, free[1], len(blocks), RESTATED_WORDS)
    return free[0] if sum(1 for stem in stems if stem in lead) >= RESTATED * len(stems) else None


def _line_above(
    blocks: list[Block], marks: list[Mark | None], best: int | None, score: float, lead: frozenset[str]
) -> int | None:
    """The line just over the best one where that is a headline too: the best was then the line under the title."""
    while best:
        above = best - 1
        if marks[above] is not None or not _headline_like(blocks, above):
            break
        if stamp(blocks[above]) or _names_maker(blocks[above]):
            break
        if _score(blocks[above], lead) < max(0.15, 0.3 * score):
            break
        best = above
    return best


def first_body(blocks: list[Block], marks: list[Mark | None], first: int, last: int) -> int | None:
    """The first running text; where there is none, the first sentence; where there is none, the first block."""
    free = [i for i in range(first, last) if marks[i] is None]
    for test in (is_running, _is_sentence):
        for i in free:
            if test(blocks[i]) and not looks_like_title(blocks[i]):
                return i
    return next((i for i in free if not blocks[i].terminal), free[0]) if free else None


def looks_like_title(block: Block) -> bool:
    """Whether a block that ends as a sentence does is set as a title: Nearly Every Word With a Capital."""
    if not 3 <= block.words <= LONGEST:
        return False
    if block.text.isupper():
        return True
    function_words = words("function_words")
    listed = [w for w in _WORD.findall(block.text) if not w[0].isdigit()]
    small = [w for w in listed if not w[0].isupper()]
    if len(listed) >= SET_WORDS and len(listed) - len(small) >= SET * len(listed):
        return True
    if len([w for w in small if w not in function_words]) * 5 > len(listed):
        return False  # so many that the rest need not be counted
    content = [w for w in listed if w.lower() not in function_words]
    return len(content) >= 4 and len([w for w in content if w[0].isupper()]) >= 0.85 * len(content)


def _is_sentence(block: Block) -> bool:
    return block.terminal and block.words >= 5


def _headline_like(blocks: list[Block], i: int) -> bool:
    """Whether a line may be a title by its form: short, and no sentence unless set as a title or followed by a date."""
    block = blocks[i]
    if not FEWEST_WORDS <= block.words <= LONGEST or block.text[-1] in ":," or _DATELINE.search(block.text, 0, 80):
        return False
    if sum(1 for w in block.text.split() if w[0].isdigit()) * 2 > block.words:
        return False
    if not block.terminal or block.text.endswith("?"):
        return True
    if looks_like_title(block):
        return True
    below = blocks[i + 1 : i + 3]
    return i == 0 and block.words <= SHORT and any(stamp(b) for b in below if not is_running(b))


def _lead_words(
    blocks: list[Block], marks: list[Mark | None], body: int, last: int, most: int = LEAD_WORDS
) -> frozenset[str]:
    """The content words with which the body begins, cut to their first letters so that word forms meet."""
    found: set[str] = set()
    count = 0
    for i in range(body, last):
        if marks[i] is None and not looks_like_title(blocks[i]):
            found.update(_stems(blocks[i].text))
            count += blocks[i].words
        if count > most:
            break
    return frozenset(found)


def _stems(text: str) -> list[str]:
    function_words = words("function_words")
    return [w[:5] for w in _WORD.findall(text.lower().replace("'s", "")) if w not in function_words]


def _score(block: Block, lead: frozenset[str]) -> float:
    """How much of a line the body takes up; short lines count less."""
    stems = _stems(block.text)
    if not stems:
        return 0.0
    shared = sum(1 for stem in stems if stem in lead) / len(stems)
    return (shared + 0.05) * min(1.0, len(stems) / 4)


def _repeats(blocks: list[Block], i: int) -> bool:
    """Whether the first line of the page, its own title, begins or ends with this line."""
    return i > 0 and blocks[i].text.lower() in blocks[0].text.lower()
