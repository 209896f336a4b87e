"""What holds for any article: every span is its text, encodings do not move it, no bytes break a build."""

import itertools
import json
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.clean import clean
from briefgen.commands.annotate import annotation
from briefgen.extract import extract
from briefgen.formats import FORMATS
from briefgen.model.text import SourceFile
from briefgen.plugins import rules
from tests.harness import briefing_of, build

PIECES = st.sampled_from(
    [
        "Judge Anna Kral said the court had “ignored the evidence”.",
        "On Monday, the Transport Workers' Union (TWU) went on strike in Hamburg.",
        "\u00a0President Elena Quispe, 54, met France’s foreign minister on 3 May 2021.",
        '"We will not give up," she told Reuters. "Not now."',
        "At least 21 people were killed, according to the ministry.",
        "By Joan Whitlock",
        "ADVERTISEMENT",
        "LIMA (AP) — The toll rose.",
        "(c) 2021 Valley News",
        "\n\n",
        "\n",
        " ",
        "—",
        "‘",
        '"',
        "\u202e",
        "\u0000".replace("\0", "\x0b"),
        "😀",
        "Ünïcode Nämé",
    ]
)
ARTICLES = st.lists(PIECES, max_size=14).map("".join)


def annotate(data: bytes) -> tuple[str, dict[str, Any]] | None:
    """The text and annotation of an article; None where it holds no text."""
    document = clean(SourceFile("x", "seeds/x.txt", data), FORMATS).document
    if document is None:
        return None
    return document.text, json.loads(msgspec.json.encode(annotation(document, extract(document, rules()))))


def spans(value: Any) -> list[dict[str, Any]]:
    """Every object with a span and its text, at any depth."""
    if isinstance(value, dict):
        inner = [found for part in value.values() for found in spans(part)]
        return [value, *inner] if {"start", "end", "text"} <= value.keys() else inner
    return [found for part in value for found in spans(part)] if isinstance(value, list) else []


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_every_span_is_its_text_and_every_index_points_somewhere(article: str) -> None:
    result = annotate(article.encode())
    if result is None:
        assert not article.strip("\u202e \n\x0b")
        return
    text, found = result
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans(found))
    mentions, times = len(found["mentions"]), len(found["times"])
    for event in found["events"]:
        assert all(0 <= index < mentions for index in event["agents"] + event["patients"])
        assert event["time"] is None or 0 <= event["time"] < times
    for relation in found["relations"]:
        assert 0 <= relation["subject"] < mentions and 0 <= relation["object"] < mentions
    pieces = sorted((part["start"], part["end"]) for part in found["furniture"] + found["sentences"])
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(pieces))


@given(ARTICLES)
@settings(max_examples=40, deadline=None)
def test_encoding_of_line_ends_and_byte_order_mark_moves_nothing(article: str) -> None:
    plain = annotate(article.encode())
    assert annotate(b"\xef\xbb\xbf" + article.encode()) == plain
    assert annotate(article.replace("\n", "\r\n").encode()) == plain


@given(st.lists(st.binary(max_size=400), min_size=1, max_size=3), ARTICLES)
@settings(max_examples=25, deadline=None)
def test_any_bytes_build(files: list[bytes], article: str) -> None:
    """Whatever lies in ``seeds/``, a site comes out, and what was left out is named."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        for number, data in enumerate([*files, article.encode()]):
            (seeds / f"{number}.txt").write_bytes(data)
        made = build(Path(folder))
    kept = {source.file for source in briefing_of(made).sources}
    named = {problem.position.path for problem in made.problems if problem.position}
    assert kept | named >= {f"seeds/{number}.txt" for number in range(len(files) + 1)}
