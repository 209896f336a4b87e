"""A pattern that waits is the pattern."""

import re

import pytest

from briefgen.model.regex import regex


@pytest.mark.parametrize("text", ["The court sat in May.", "", "MAY 3"])
def test_it_answers_as_a_compiled_pattern_does(text: str) -> None:
    waiting, compiled = regex(r"\b(?P<month>may)\b", re.I), re.compile(r"\b(?P<month>may)\b", re.I)
    assert waiting.findall(text) == compiled.findall(text)
    assert waiting.sub("June", text) == compiled.sub("June", text)
    found, expected = waiting.search(text), compiled.search(text)
    assert (found and found.groupdict()) == (expected and expected.groupdict())


def test_it_compiles_once_and_only_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def count(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return real(source, flags)

    monkeypatch.setattr(re, "compile", count)
    waiting = regex("strike")
    assert compiled == []
    assert waiting.search("a strike") and waiting.match("strike") and not waiting.fullmatch("a strike")
    assert waiting.pattern == "strike"
    assert compiled == ["strike"]
