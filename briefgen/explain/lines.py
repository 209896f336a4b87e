"""Passages as an editor finds them: file, line, column, and the words."""

from bisect import bisect_right

from briefgen.model.knowledge import Citation, Corpus

WIDTH = 160


class Lines:
    """Looks up where in its file a passage of an article stands."""

    def __init__(self, corpus: Corpus) -> None:
        """Over the articles of a corpus."""
        self._documents = {article.document.id: article.document for article in corpus.articles}
        self._starts: dict[str, list[int]] = {}

    def at(self, citation: Citation) -> str:
        """``seeds/x.txt:12:5  “the passage”``."""
        words = " ".join(self._documents[citation.source].text[citation.start : citation.end].split())
        if len(words) > WIDTH:
            words = f"{words[: WIDTH - 2]} …"
        return f"{self.place(citation.source, citation.start)}  “{words}”"

    def place(self, source: str, offset: int) -> str:
        """``seeds/x.txt:12:5``."""
        document = self._documents[source]
        if source not in self._starts:
            text = document.text
            self._starts[source] = [0, *(n + 1 for n, character in enumerate(text) if character == "\n")]
        starts = self._starts[source]
        line = bisect_right(starts, offset)
        return f"{document.path}:{line}:{offset - starts[line - 1] + 1}"
