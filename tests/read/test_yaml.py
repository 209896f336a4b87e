"""YAML in which everything stays text, and everything odd is refused with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.yamltext import MAX_DEPTH, Node, YamlError, parse


def plain(node: Node | None) -> object:
    if node is None:
        return None
    if node.pairs is not None:
        return {key.text: plain(value) for key, value in node.pairs}
    return node.value if isinstance(node.value, str) else [plain(item) for item in node.value]


@pytest.mark.parametrize("word", ["no", "on", "off", "Yes", "2020-05-23", "12:30", "12:30:45", "1_000", "0x10", "1e3"])
def test_scalar_stays_text(word: str) -> None:
    assert plain(parse(f"key: {word}", "x.yml")) == {"key": word}


def test_structure_and_positions() -> None:
    root = parse("a: [x, y]\nb:\n  c: d\n", "x.yml", first_line=10)
    assert plain(root) == {"a": ["x", "y"], "b": {"c": "d"}}
    assert root is not None and root.pairs is not None
    key, value = root.pairs[1]
    assert (key.position.line, key.position.column) == (11, 1)
    assert (value.position.line, value.position.column) == (12, 3)


def test_null_is_empty() -> None:
    assert plain(parse("a: ~\nb:\nc: null\nd: 'null'", "x.yml")) == {"a": "", "b": "", "c": "", "d": "null"}


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a: 1\na: 2", 2, "twice"),
        ("a: &x 1\nb: *x", 2, "alias"),
        ("a: !!python/name:os.system x", 1, "tag"),
        ("a: !local x", 1, "tag"),
        ("? [a]\n: b", 1, "plain text"),
        ("a: b: c", 1, "not YAML"),
        ("a:\n\t- b", 2, "not YAML"),
        ('a: "open', 1, "not YAML"),
        ("a: " + "[" * (MAX_DEPTH + 2), 1, "nested"),
        ("- " * (MAX_DEPTH + 2), 1, "nested"),
        ("a: " + "x" * 70_000, 1, "longer"),
    ],
)
def test_refusal_names_the_line(text: str, line: int, part: str) -> None:
    with pytest.raises(YamlError) as caught:
        parse(text, "x.yml")
    slip = caught.value.diagnostic
    assert part in slip.message
    assert slip.position is not None and slip.position.line == line


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        root = parse(text, "x.yml")
    except YamlError as error:
        assert error.diagnostic.position is not None
    else:
        assert root is None or root.position.path == "x.yml"
