"""What speaks against words as a title."""

import pytest

from briefgen.cluster.titles import judged

SENTENCE = (
    'The bank said it had closed forty branches, but the union, who called it "a shame for the north", went on strike.'
)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("The bank said it had closed forty branches", "it had closed forty branches"),
        ("The bank said it had closed forty branches", "The bank said it had closed"),
        ("The bank said it had closed forty branches", 'the union, who called it "a shame for the north"'),
        ("The bank said it had closed forty branches", 'the union, who called it "a shame'),
    ],
)
def test_a_title_stands_alone(better: str, worse: str) -> None:
    def value(words: str) -> float:
        start = SENTENCE.index(words)
        return judged(SENTENCE, start, start + len(words))

    assert value(better) > value(worse)
