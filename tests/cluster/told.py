"""Articles as they are read, for what only whole readings show: a sentence a line, blank lines between paragraphs."""

from collections.abc import Mapping
from functools import cache

from msgspec import structs

from briefgen.cluster import cluster
from briefgen.extract import extract
from briefgen.extract.rules import RULES
from briefgen.model.knowledge import Article, Chronicle, Citation
from briefgen.model.text import Document, Field, Passage
from briefgen.resolve import resolve
from tests.extract.events_case import document


class Told:
    """What some articles say together, and their words."""

    def __init__(self, articles: tuple[Article, ...], chronicle: Chronicle) -> None:
        self.articles, self.chronicle = articles, chronicle
        self.texts = {article.document.id: article.document.text for article in articles}

    def words(self, citation: Citation) -> str:
        """The words of a passage."""
        return self.texts[citation.source][citation.start : citation.end]

    @property
    def titles(self) -> list[str]:
        """The titles of all events."""
        return [self.words(event.title) for event in self.chronicle.events]


@cache
def told(articles: tuple[tuple[str, str | None, str, str], ...]) -> Told:
    """Articles of id, date, publisher and text, read and clustered."""
    read = tuple(Article(laid, extract(laid, RULES)) for laid in (paper(*row) for row in articles))
    return Told(read, cluster(read, resolve(read, ()), ()))


def paper(name: str, date: str | None, publisher: str, text: str) -> Document:
    """One article."""
    laid, lines = document(text.strip(), date), 0
    passages: list[Passage] = []
    numbers: list[int] = []
    for paragraph in text.strip().split("\n\n"):
        count = len(paragraph.split("\n"))
        first, last = laid.sentences[lines], laid.sentences[lines + count - 1]
        numbers += [len(passages)] * count
        passages.append(Passage(first.start, last.end))
        lines += count
    sentences = [structs.replace(s, passage=n) for s, n in zip(laid.sentences, numbers, strict=True)]
    publishers = Field(publisher) if publisher else None
    laid = structs.replace(laid, passages=tuple(passages), sentences=tuple(sentences))
    return structs.replace(laid, id=name, path=f"seeds/{name}.txt", publisher=publishers)


def of_case(case: Mapping[str, Mapping[str, str]]) -> Told:
    """The articles of a case file's ``articles``: id to ``date``, ``publisher`` and ``text``."""
    rows = case.items()
    return told(
        tuple(
            (key, str(row["date"]) if "date" in row else None, row.get("publisher", ""), row["text"])
            for key, row in rows
        )
    )
