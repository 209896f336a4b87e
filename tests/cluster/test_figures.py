"""Figures in sentences: what is read, and that nothing raises."""

from time import process_time
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cluster.calendar import UNKNOWN
from briefgen.cluster.disagreements.claims import Claim
from briefgen.cluster.disagreements.figures import within
from briefgen.cluster.disagreements.numbers import figures
from briefgen.cluster.disagreements.wording import Figure
from briefgen.model.text import Span


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("At least 12 people were killed and more than 200 injured.", [("killed", 12), ("injured", 200)]),
        ("The death toll climbed to 37 on 3 May 2021.", [("killed", 37)]),
        ("Two men and a woman were wounded; three more died.", [("injured", 3)]),
        ("The fire cost 24 lives and 1.5 million euros.", [("killed", 24), ("money", 1_500_000)]),
        ("A 7.1-magnitude quake, of which 6.9 was the magnitude at sea.", [("magnitude", 7.1)]),
        ("It put a 25 per cent tariff on copper for 18 months.", [("percent", 25)]),
        ("Twenty-eight people died at 3:42 a.m., 20 miles from the town, in 1974.", [("killed", 28)]),
        (
            "Nineteen people, including two nurses, died, he said, revising an earlier toll of 14.",
            [("killed", 19), ("count", 2)],
        ),
        ("The toll rose to 61 on Friday, up from 48.", [("killed", 61)]),
        ("They lowered the death toll from 36 to 31.", [("killed", 31)]),
        ("The toll of 12 was revised to 15.", [("killed", 15)]),
        (
            "The blast claimed 15 lives and left 40 injured, nine missing and 3,000 homeless.",
            [("killed", 15), ("injured", 40), ("missing", 9), ("displaced", 3000)],
        ),
        ("The wreck, claiming the lives of 15 miners, was the worst.", [("killed", 15)]),
        ("More than 70 people are feared dead.", [("count", 70)]),
        ("Divers recovered nine bodies.", [("count", 9)]),
        ("Two soldiers and one driver were killed.", [("killed", 3), ("count", 1)]),
        ("Three nurses, two soldiers and a driver were killed.", [("count", 3), ("count", 2)]),
        ("The bus, carrying 52 passengers and crew, fell.", [("aboard", 52)]),
        ("The lorry was carrying 52 crates.", [("count", 52)]),
        ("Police said 12 people died; doctors put the figure at 19.", [("killed", 12), ("killed", 19)]),
        ("It raised its bid to 4.3 billion euros from 4.1 billion.", [("money", 4_300_000_000)]),
        ("The wreck was the worst since 1989, when at least 170 people died at sea.", []),
        ("It was the deadliest fire since the blaze that killed 40 people in May.", []),
        ("Since May, 40 people have died.", [("killed", 40)]),
        ("The toll rose to 31 as two passengers died in hospital.", [("killed", 31)]),
        ("The toll stood at 31, but the army said only 12 people died.", [("killed", 31), ("killed", 12)]),
        ("He put the number of soldiers killed at 26.", [("killed", 26)]),
        ("Eight guests were being held; the army puts the original number at ten.", [("held", 8), ("held", 10)]),
        ("A man took 11 people hostage.", [("held", 11)]),
        ("They hurt 30 marchers and 40 mayors on 3 March.", [("injured", 30), ("count", 40)]),
        ("Fifty people held a vigil.", [("count", 50)]),
        ("It counted 12 dead in Rudna, 30 in Stella and seven in Nord.", []),
        ("Floods killed 53 people, among them 14 in Rudna and 31 in Stella.", [("killed", 53)]),
        ("Police said 12 people died in Rudna; doctors said 19 died in Rudna.", [("killed", 12), ("killed", 19)]),
        ("The bribes came to $2.4 million, not 1.9 million.", [("money", 2_400_000), ("count", 1_900_000)]),
        ("It runs two of the six terminals; six terminals stood still.", [("count", 6)]),
        ("It sold 40 of its 90 shops to 90 owners.", [("count", 90)]),
    ],
)
def test_figures(sentence: str, found: list[tuple[str, float]]) -> None:
    assert [(figure.of, figure.value) for figure in figures(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The fire killed at least 12 guests on Monday.", "at least 12 guests"),
        ("The death toll climbed to 37 on 3 May 2021.", "37"),
        ("The blast claimed about 15 lives.", "about 15 lives"),
    ],
)
def test_the_words_begin_with_the_number_or_its_quantifier(sentence: str, words: str) -> None:
    assert next(iter(figures(sentence))).words == words


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


def test_a_table_in_one_sentence_takes_linear_time() -> None:
    number, count = "1,000 ", 20_000
    text, none = number * count, frozenset[str]()
    places = [Figure(at, at + 5, 1000.0, "count", "1,000") for at in range(0, len(text), len(number))]
    found = [Claim(0, "x", 0, figure, none, none, none, UNKNOWN, UNKNOWN, False, False) for figure in places]
    article = SimpleNamespace(document=SimpleNamespace(text=text))
    desk: Any = SimpleNamespace(lines=[SimpleNamespace(span=Span(0, len(text)))], articles={"x": article})
    began = process_time()
    assert list(within(desk, found)) == []
    assert process_time() - began < 3  # seconds; each looking through all before it took over a minute
