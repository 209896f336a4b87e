"""Sentence boundaries by case file."""

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.clean.sentences import split

CASES = Path(__file__).parent / "cases" / "sentences.md"


def _cases() -> list[tuple[str, list[str]]]:
    """Every line as the text and its sentences; before ``->`` stands the text where it differs."""
    found = []
    for line in CASES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            given_text, _, marked = line.rpartition(" -> ")
            sentences = [part.strip() for part in marked.split(" ¦ ")]
            found.append((given_text or " ".join(sentences), sentences))
    return found


@pytest.mark.parametrize(("text", "sentences"), _cases())
def test_boundaries(text: str, sentences: list[str]) -> None:
    text = text.replace(" ¦ ", " ")
    assert [text[a:b] for a, b in split(text)] == sentences


@given(st.text(alphabet=st.sampled_from("aB. !?\"'“”‘’()[]…-–1\n\u00a0U`"), max_size=200))
def test_spans_are_ordered_inside_and_lose_only_white_space(text: str) -> None:
    spans = split(text)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("piece", ["a. ", 'a" ', "(", "'a ", "U.S. ", "!?", "` '", "word "])
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        return min(_timed(text) for _ in range(3))

    assert seconds(200_000) < 40 * seconds(20_000) + 0.05


def _timed(text: str) -> float:
    began = perf_counter()
    split(text)
    return perf_counter() - began
