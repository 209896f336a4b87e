"""Long names with their acronym in brackets: "Movement for Democracy in Lakeland (MDL)".

The words before the bracket are walked back until their initials spell the letters, small words in or out (after
Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003).
"""

from collections.abc import Iterator, Sequence

from briefgen.extract.names.lexicon import lexicon
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import Mention, MentionType
from briefgen.sockets import Rule

SMALL = frozenset("of the and for in on to de la du des del & against".split())
SHORTEST, LONGEST = 3, 10
SCORE = 0.95


def find(analysis: Analysis) -> Iterator[Mention]:
    """The long form of every acronym that the article defines after it."""
    text = analysis.document.text
    for tokens in analysis.sentences:
        if not tokens or "(" not in text[tokens[0].start : tokens[-1].end]:
            continue
        for k in [k for k, token in enumerate(tokens) if token.norm == "("]:
            if k > 1 and k + 2 < len(tokens) and tokens[k + 2].norm == ")":
                if is_acronym(tokens[k + 1].norm):
                    first = start_of(tokens, k, tokens[k + 1].norm.replace(".", "").lower())
                    if first is not None:
                        yield mention(analysis, tokens, first, k)
            elif k and is_acronym(tokens[k - 1].norm):
                last = end_of(tokens, k, tokens[k - 1].norm.replace(".", "").lower())
                if last is not None:
                    yield mention(analysis, tokens, k + 1, last)


def is_acronym(norm: str) -> bool:
    """Whether a word may stand for the initials of a name: three to ten capitals."""
    letters = norm.replace(".", "")
    return SHORTEST <= len(letters) <= LONGEST and letters.isupper() and letters.isalpha()


def end_of(tokens: Sequence[Token], k: int, letters: str) -> int | None:
    """The closing bracket of "(International Lake and Water Council)" after its acronym, None for another's."""
    for last in range(k + 2, min(k + 2 * len(letters) + 4, len(tokens))):
        if tokens[last].norm == ")":
            first = start_of(tokens, last, letters)
            return last if first == k + 1 else None
    return None


def start_of(tokens: Sequence[Token], k: int, letters: str) -> int | None:
    """The token where the words that spell the letters begin, before the bracket at ``k``."""
    at = len(letters)
    i = k - 1
    while i >= 0 and k - i <= 2 * len(letters) + 2:
        word = tokens[i].norm.lower()
        if not word[0].isalpha() and word not in {"&", "'s", "'"}:
            return None
        if word[0] == letters[at - 1] and (
            word not in SMALL or tokens[i].norm[0].isupper() or not spells_on(tokens, i, letters, at)
        ):
            at -= 1
            if at == 0:
                return i if tokens[i].norm[0].isupper() else None
        elif word not in SMALL and word not in {"'s", "'"}:
            return None
        i -= 1
    return None


def spells_on(tokens: Sequence[Token], i: int, letters: str, at: int) -> bool:
    """Whether the word before a small word already gives the letter, so that the small word is passed over."""
    return i > 0 and tokens[i - 1].norm[:1].lower() == letters[at - 1]


def mention(analysis: Analysis, tokens: Sequence[Token], first: int, k: int) -> Mention:
    """The long form as an organization; the settling of overlaps prefers it to the shorter names in it."""
    start, end = tokens[first].start, tokens[k - 1].end
    text = analysis.document.text[start:end]
    name = " ".join(text.split())
    type_: MentionType = "other" if tokens[k - 1].norm.lower() in lexicon().other_ends else "organization"
    return Mention(start, end, text, type_, name, -1, rule="definition", score=SCORE, factors=(("base", SCORE),))


RULE = Rule("names-definitions", "mentions", find)
