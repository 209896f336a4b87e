"""Every furniture rule matches its examples and leaves the others."""

import re
from time import process_time

import pytest

from briefgen.clean.lines import blocks
from briefgen.clean.patterns import LONGEST_TEXT, Pattern, match, patterns, whole

SECONDS = 5  # a rule that backtracks takes minutes


@pytest.mark.parametrize("pattern", patterns(), ids=[pattern.rule for pattern in patterns()])
def test_rule(pattern: Pattern) -> None:
    assert pattern.matches and pattern.leaves
    compiled = whole(pattern)
    for text in pattern.matches:
        (block,) = blocks(text)
        assert compiled.fullmatch(block.text), text
        mark = match(block)
        assert mark is not None and mark.kind == pattern.kind, text
    for text in pattern.leaves:
        (block,) = blocks(text)
        assert match(block) is None, text


def test_rules_have_names_of_their_own() -> None:
    names = [pattern.rule for pattern in patterns()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


@pytest.mark.parametrize(
    "piece",
    [
        "share ",
        "a/b ",
        "( ",
        "read more ",
        "facebook ",
        "©",
        "sign up ",
        "photo ",
        "News | ",
        "Aa / ",
        "A. B ",
        "with help from A ",
    ],
)
def test_no_rule_backtracks(piece: str) -> None:
    started = process_time()
    for end in ("", "\x00", "§"):
        for block in blocks((piece * LONGEST_TEXT)[: LONGEST_TEXT - 1] + end):
            match(block)
    assert process_time() - started < SECONDS
