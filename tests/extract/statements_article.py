"""A few sentences as an article, for the tests of statements, relations, descriptions and quotation marks."""

import re

from briefgen.clean.sentences import split
from briefgen.extract import extract
from briefgen.extract.rules import RULES
from briefgen.model.annotation import Extraction
from briefgen.model.text import Document, Passage, Sentence


def document(text: str) -> Document:
    """Each line that is not empty is a paragraph."""
    passages = tuple(Passage(m.start(), m.end()) for m in re.finditer(r"[^\n]*[^\s][^\n]*", text))
    sentences = tuple(
        Sentence(start, end, number)
        for number, passage in enumerate(passages)
        for start, end in split(text, passage.start, passage.end)
    )
    return Document("a", "seeds/a.txt", text, "", passages=passages, sentences=sentences)


def read(text: str) -> Extraction:
    """What is read of the article."""
    return extract(document(text), RULES)
