"""How articles without a title are called: by the first of their sentences that no other article begins with.

What many articles begin with, such as the lines of a page's menu, tells none of them from the others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from briefgen.compose.text import plain
from briefgen.model.text import Document

# How far an article is looked through, and how few words say too little.
SENTENCES = 12
FEW_WORDS = 3


def openings(documents: Iterable[Document]) -> dict[str, str]:
    """By article the sentence to call it by; its first where others have all of them, none where it has no sentence."""
    begun = {document.id: tuple(_beginning(document)) for document in documents}
    shared = Counter(text for texts in begun.values() for text in set(texts))
    return {
        id_: next((text for text in texts if _tells(text, shared)), texts[0]) for id_, texts in begun.items() if texts
    }


def _beginning(document: Document) -> Iterator[str]:
    """The first sentences of an article, for display."""
    return (plain(document.exact(sentence)) for sentence in document.sentences[:SENTENCES])


def _tells(text: str, shared: Counter[str]) -> bool:
    return shared[text] == 1 and len(text.split()) >= FEW_WORDS
