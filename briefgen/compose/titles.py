"""How articles without a title are called: by the first of their sentences that no other article begins with.

What many articles begin with, such as the lines of a page's menu, tells none of them from the others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from briefgen.compose.text import plain
from briefgen.model.text import Document

# How far an article is looked through, how few words say too little, and in how many articles the same may stand:
# copies of a text are not told apart by what each has besides.
SENTENCES = 12
FEW_WORDS = 3
COPIES = 3


def openings(documents: Iterable[Document]) -> dict[str, str]:
    """By article the sentence to call it by; none where it has no sentence."""
    begun = {document.id: tuple(_beginning(document)) for document in documents}
    shared = Counter(text for texts in begun.values() for text in set(texts))
    return {id_: _telling(texts, shared) for id_, texts in begun.items() if texts}


def _beginning(document: Document) -> Iterator[str]:
    """The first sentences of an article, for display."""
    return (plain(document.exact(sentence)) for sentence in document.sentences[:SENTENCES])


def _telling(texts: tuple[str, ...], shared: Counter[str]) -> str:
    """The first sentence that few articles begin with; where all begin many, the first of those that begin fewest."""
    long = [text for text in texts if len(text.split()) >= FEW_WORDS]
    return min(long or texts, key=lambda text: max(shared[text], COPIES))
