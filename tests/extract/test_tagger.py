"""Part of speech and lemma: the case table, and what must hold for any text."""

from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.syntax.tagger import tag
from briefgen.extract.syntax.tokens import split
from briefgen.extract.syntax.words import look_up
from briefgen.model.analysis import Tag

CASES: list[str] = yaml.safe_load((Path(__file__).parent / "cases" / "tags.yaml").read_text("utf-8"))
WORDS = [
    "the",
    "to",
    "that",
    "attack",
    "attacks",
    "backed",
    "put",
    "back",
    "said",
    "Will",
    "May",
    "'s",
    ",",
    "by",
    "her",
]


@pytest.mark.parametrize("case", CASES)
def test_cases(case: str) -> None:
    """A word with its form behind a slash must get it; the others are not looked at."""
    marked = [item.rpartition("/")[::2] if "/" in item else (item, "") for item in case.split()]
    text = " ".join(word for word, _ in marked)
    (tokens,) = tag([split(text, 0, len(text))])
    assert len(tokens) == len(marked)
    wrong = [f"{t.norm}/{t.form}" for t, (_, form) in zip(tokens, marked, strict=True) if form and t.form != form]
    assert wrong == []


@pytest.mark.parametrize(
    ("word", "form", "lemma"),
    [
        ("withdrew", "VBD", "withdraw"),
        ("retaken", "VBN", "retake"),
        ("cities", "NNS", "city"),
        ("authorised", "VBD", "authorise"),
        ("larger", "JJR", "large"),
        ("fled", "VBD", "flee"),
        ("were", "BE", "be"),
        ("re-impose", "VB", "re-impose"),
        ("moscow-backed", "JJ", "moscow-back"),
        ("counterattacked", "VBD", "counterattack"),
    ],
)
def test_lemmas(word: str, form: str, lemma: str) -> None:
    assert look_up(word).lemma(form) == lemma


def test_a_name_inside_one_sentence_is_a_name_at_the_start_of_another() -> None:
    sentences = ["Rose said so .", "They met Rose ."]
    tagged = tag([split(s, 0, len(s)) for s in sentences])
    assert tagged[0][0].tag == "PROPN"


def test_a_mark_after_a_plural_is_a_possessive_unless_a_quotation_is_open() -> None:
    texts = ("the workers' rights", "the 'good workers' left")
    found = [t.tag for text in texts for t in tag([split(text, 0, len(text))])[0] if t.norm == "'"]
    assert found == ["PART", "PUNCT", "PUNCT"]


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_every_token_gets_a_tag(text: str) -> None:
    pieces = split(text, 0, len(text))
    (tokens,) = tag([pieces])
    assert [(t.start, t.end) for t in tokens] == [(a, b) for a, b, _, _ in pieces]
    assert all(t.tag in get_args(Tag) and t.form and t.lemma == t.lemma.lower() for t in tokens)
