"""Words and marks: the case table, and what must hold for any text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.syntax.tokens import split

CASES: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "cases" / "tokens.yaml").read_text("utf-8"))
MARKS = "\"'“”‘’«».,;:!?-–—()[]$€%/\\@&…\u00a0\u2011\n\t'sS’a0é中\u0301\U0001f30d"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_cases(case: dict[str, str]) -> None:
    text = case["text"]
    assert " ".join(norm for _, _, _, norm in split(text, 0, len(text))) == case["tokens"]


@given(st.text(max_size=80) | st.text(alphabet=MARKS, max_size=80), st.integers(0, 20))
def test_every_mark_is_in_one_token(text: str, start: int) -> None:
    start = min(start, len(text))
    pieces = split(text, start, len(text))
    at = start
    for begin, end, exact, norm in pieces:
        assert begin < end
        assert not text[at:begin].strip() or text[at:begin].translate(dict.fromkeys(range(0x20))).isspace()
        assert text[begin:end] == exact
        assert len(norm) == len(exact)
        at = end
    assert not text[at:].strip()
