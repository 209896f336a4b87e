"""The notes of a page: every cited passage once, with the sentence around it, cut where it is long."""

from briefgen.compose.sheet import CONTEXT_LENGTH, PASSAGE_LENGTH
from briefgen.compose.text import keep_first, keep_last
from briefgen.model.knowledge import Chronicle, Corpus, Entities
from briefgen.model.site import Note
from tests.compose.corpora import Writer, brief, page

TEXT = "First comes this. Then, as told,\nthe dockers  walked out in anger. Last comes that."


def notes_of(*cited: str, text: str = TEXT) -> tuple[tuple[int, str, str, str], ...]:
    """Number, words before, exact words, words after of each passage that a page by the editor cites."""
    writer = Writer()
    writer.article("a", f"Title\n\n{text}", "Title", "Outlet")
    body = " ".join(f'[@a "{words}"]' for words in cited)
    note = Note("pages", "method", "content/pages/method.md", (), body)
    view = page(brief(note, corpus=Corpus(writer.articles(), Entities(), Chronicle(()))), "method/").view
    (source,) = view.notes
    return tuple((p.number, p.before, p.exact, p.after) for p in source.citations)


def test_passage_stands_in_its_sentence_white_space_joined() -> None:
    assert notes_of("dockers walked out") == ((1, "Then, as told, the ", "dockers walked out", " in anger."),)


def test_whole_sentence_has_nothing_around_it() -> None:
    assert notes_of("First comes this.") == ((1, "", "First comes this.", ""),)


def test_passage_cited_twice_stands_once() -> None:
    found = notes_of("this", "that", "this")
    assert [(number, exact) for number, _, exact, _ in found] == [(1, "this"), (2, "that")]


def test_long_sentence_is_cut_around_the_passage_and_so_is_a_long_passage() -> None:
    many = "word " * 200
    ((_, before, exact, after),) = notes_of("here it is", text=f"Long {many}here it is {many}end.")
    assert exact == "here it is" and before.startswith("… word") and before.endswith("word ")
    assert after.startswith(" word") and after.endswith("word …")
    assert len(before) <= CONTEXT_LENGTH + 2 and len(after) <= CONTEXT_LENGTH + 2
    whole = f"Long {many}end."
    ((_, before, exact, after),) = notes_of(whole, text=whole)
    assert (before, after) == ("", "") and exact.endswith("word …") and len(exact) <= PASSAGE_LENGTH + 2


def test_what_has_no_spaces_is_cut_anywhere() -> None:
    assert keep_first("x" * 9, 4) == "xxxx …" and keep_last("x" * 9, 4) == "… xxxx"
    assert keep_first("as it is", 8) == keep_last("as it is", 8) == "as it is"
