"""What holds for every document, whatever its text."""

from itertools import pairwise

from briefgen.model.text import Document


def check_spans(document: Document) -> None:
    """Spans lie inside the text, in order and apart; sentences are inside their passages and outside furniture."""
    size = len(document.text)
    groups = (
        [(span.start, span.end) for span in document.furniture],
        [(span.start, span.end) for span in document.passages],
        [(span.start, span.end) for span in document.sentences],
    )
    for spans in groups:
        assert all(0 <= start < end <= size for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
    taken = sorted(groups[0] + groups[1])
    assert all(a[1] <= b[0] for a, b in pairwise(taken))
    for sentence in document.sentences:
        passage = document.passages[sentence.passage]
        assert passage.start <= sentence.start and sentence.end <= passage.end
    for field in (document.title, document.publisher, document.author, *document.credits):
        if field and field.span:
            assert 0 <= field.span.start < field.span.end <= size
    for field in (document.publisher, document.author):
        if field and field.span:
            shown = document.text[field.span.start : field.span.end]
            assert shown.translate(_PLAIN).casefold() == field.value.translate(_PLAIN).casefold()


_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
