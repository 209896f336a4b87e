"""A photographer's name glued to the paragraph beside the photograph: "Photo: Jane Doe The road to the airport ..."."""

from briefgen.clean.lines import Block
from briefgen.clean.tables import words
from briefgen.model.regex import regex

FEWEST_WORDS = 7

_HEAD = regex(
    r"(?i:photo(?:graph)?|picture|image)s?(?i: credits?| by| courtesy(?: of)?)? ?: "
    r"[A-Z][\w.'-]*(?:,? [A-Z][\w.'-]*){1,4}? (?=(?P<first>[A-Z][\w']*) [^A-Z\s])"
)


def credit_head(block: Block) -> int:
    """Where the text after such a credit begins in a block, 0 where there is none: what follows must be a sentence."""
    if not block.terminal or ":" not in block.text[:30]:
        return 0
    head = _HEAD.match(block.text)
    if head is None or not _starts_sentence(head["first"]) or len(block.text[head.end() :].split()) < FEWEST_WORDS:
        return 0
    return head.end()


def _starts_sentence(word: str) -> bool:
    return word.lower() in words("starters") or word.lower() in words("function_words")
