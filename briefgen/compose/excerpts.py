"""How much of an article its own page repeats: cited passages, the weightiest first, within the editor's budget.

A page that held every cited passage in the order of the text would come near the article itself, which is the
publisher's.  What is left out keeps its place and its anchors on the page, so that citations still lead there.
"""

from collections.abc import Mapping, Sequence
from itertools import islice

from msgspec import Struct

from briefgen.compose.passages import Place, Stretch
from briefgen.model.regex import regex
from briefgen.model.site import Settings
from briefgen.model.text import Document

# Stands where the rest of a passage is left out.
CUT = " …"
# How many words tell a passage that there is no more room for; of fewer none would be known again.
OPENING, FEWEST = 7, 3
_WORD = regex(r"\S+")
# Where a clause ends: a comma and its like, with the quotation marks behind it, before a space.
_CLAUSE = regex(r"[,;:–—][\"'”’)\]]*(?=\s)")


class Excerpts(Struct, frozen=True):
    """What the page of an article repeats."""

    ends: Mapping[Place, int]
    "By passage where its shown part ends; what is left out altogether is not in it."
    words: int
    "How many words the article has."
    shown: int
    "How many of them are repeated."


def excerpts(document: Document, whole: Sequence[Stretch], weights: Mapping[str, float], budget: Settings) -> Excerpts:
    """How far each passage is shown; ``weights`` are by anchor, of two alike the earlier comes first.

    Half of the budget at most goes to the first words of every passage, so that who follows a citation knows the
    passage again; the rest to whole passages, the weightiest first.
    """
    body = sum(count(document.exact(passage)) for passage in document.passages)
    words = max(body, sum(count(document.text[stretch.start : stretch.end]) for stretch in whole))
    most = int(words * budget.excerpt_share)
    ranked = sorted(whole, key=lambda stretch: (-weights.get(stretch.anchor, 0.0), stretch.start))
    all_places = [(stretch.start, stretch.end) for stretch in ranked]
    heading = [place for place in all_places if in_title(document, place)]
    places = [place for place in all_places if place not in heading]
    opening = min(OPENING, budget.excerpt_words, most // (2 * len(places) or 1))
    ends = {place: _limit(document, place, opening) for place in places} if opening >= FEWEST else {}
    left = most - sum(count(document.text[start:end]) for (start, _), end in ends.items())
    for n, place in enumerate(places):
        told = count(document.text[place[0] : ends.get(place, place[0])])
        # The first is shown as far as the budget reaches; of the others only what fits.
        end = cut(document, place, budget.excerpt_words if n else min(budget.excerpt_words, left + told))
        more = count(document.text[place[0] : end]) - told
        if 0 < more <= left:
            ends[place] = end
            left -= more
    return Excerpts(ends | {place: place[1] for place in heading}, words, most - left)


def in_title(document: Document, place: Place) -> bool:
    """Whether a stretch stands in the article's title, which heads its page anyway and so costs nothing."""
    span = document.title.span if document.title else None
    return span is not None and span.start <= place[0] and place[1] <= span.end


def count(text: str) -> int:
    """How many words a text has, as a publisher counts them: what stands between spaces."""
    return len(text.split())


def cut(document: Document, place: Place, most: int) -> int:
    """Where a stretch of at most so many words ends: at its own end, else behind a sentence or clause, else a word."""
    start, end = place
    limit = _limit(document, place, most)
    if limit == end:
        return end
    clauses = [found.end() for found in _CLAUSE.finditer(document.text, start, min(limit + 1, end))]
    sentences = [sentence.end for sentence in document.sentences if start < sentence.end <= limit]
    return max([*clauses, *sentences], default=limit)


def _limit(document: Document, place: Place, most: int) -> int:
    """Where so many words of a stretch end, or the stretch itself."""
    start, end = place
    beyond = next(islice(_WORD.finditer(document.text, start, end), max(most, 0), None), None)
    return end if beyond is None else start + len(document.text[start : beyond.start()].rstrip())
