"""The words of the default theme: every code that can reach a page has one, and none is left over."""

import re
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from briefgen.model.annotation import EventStatus, EventType, RelationType
from briefgen.model.knowledge import DisagreementKind
from briefgen.model.text import DateBasis, FurnitureKind
from briefgen.model.words import Words, read_words
from tests.compose.corpora import THEMES, theme

WORDS = read_words(theme(), "en")
PACKAGE = Path(__file__).parents[2] / "briefgen"
CODES = {
    "event": set(get_args(EventType)) - {"OTHER"},
    "status": set(get_args(EventStatus)) - {"actual"},
    "relation": set(get_args(RelationType)),
    "differ": set(get_args(DisagreementKind)),
    "basis": set(get_args(DateBasis)) - {"unknown"},
    "furniture": set(get_args(FurnitureKind)),
    "actor": {"person", "organization", "country"},
    "actors": {"person", "organization", "country"},
}


@pytest.mark.parametrize("kind", CODES)
def test_every_code_has_words(kind: str) -> None:
    assert {code for code in CODES[kind] if f"{kind}.{code}" not in WORDS} == set()


def test_no_words_are_left_over() -> None:
    sources = chain(
        (THEMES / "default" / "templates").glob("*.html"),
        (PACKAGE / "compose").rglob("*.py"),
        [PACKAGE / "model" / "words.py"],
    )
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    made = {f"{kind}.{code}" for kind, codes in CODES.items() for code in codes}
    filled = re.findall(r'f"(\w+)\.\{', text)
    for key in WORDS.entries:
        plain = key.removesuffix(".one").removesuffix(".other")
        assert plain in made or f'"{plain}"' in text or f"'{plain}'" in text or plain.split(".")[0] in filled, key


def test_a_gap_shows_and_breaks_nothing() -> None:
    words = Words({"a": "{n} of {m}", "b.one": "one {n}", "b.other": "many {n}"})
    assert words("a", n=1) == "1 of {m}"
    assert words("c", n=1) == "c"
    assert (words.count("b", 1), words.count("b", 1200)) == ("one 1", "many 1,200")
