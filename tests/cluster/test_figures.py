"""Figures in sentences: what is read, and that nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cluster.disagreements.numbers import figures


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("At least 12 people were killed and more than 200 injured.", [("killed", 12), ("injured", 200)]),
        ("The death toll climbed to 37 on 3 May 2021.", [("killed", 37)]),
        ("Two men and a woman were wounded; three more died.", [("count", 2)]),
        ("The fire cost 24 lives and 1.5 million euros.", [("killed", 24), ("money", 1_500_000)]),
        ("A 7.1-magnitude quake, of which 6.9 was the magnitude at sea.", [("magnitude", 7.1)]),
        ("It put a 25 per cent tariff on copper for 18 months.", [("percent", 25)]),
        ("Twenty-eight people died at 3:42 a.m., 20 miles from the town, in 1974.", [("killed", 28)]),
        ("The bribes came to $2.4 million, not 1.9 million.", [("money", 2_400_000), ("count", 1_900_000)]),
    ],
)
def test_figures(sentence: str, found: list[tuple[str, float]]) -> None:
    assert [(figure.of, figure.value) for figure in figures(sentence)] == found


@given(
    st.lists(
        st.sampled_from(
            ["at least ", "12", "9" * 400, "ſix ", "İ", "²", "٣", " people", " died", "killed ", "$", "%", ", "]
        )
        | st.text()
    ).map("".join)
)
def test_any_text_is_read(text: str) -> None:
    for figure in figures(text):
        assert text[figure.start : figure.end].strip()
        assert figure.value >= 0
