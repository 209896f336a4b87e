"""Relations that the article itself tells, by a table of cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.extract.relations.lexicon import lexicon
from tests.extract.statements_article import read

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "relations.yaml").read_text("utf-8"))
SHOWN = 0.6


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    extraction = read(case["text"])
    names = extraction.mentions
    found = [
        f"{names[relation.subject].text} | {relation.type} | {names[relation.object].text}"
        for relation in extraction.relations
        if relation.score >= SHOWN
    ]
    assert found == case["find"]


def test_the_span_holds_both_parties() -> None:
    extraction = read("General Ali Khan is backed by Chad.")
    (relation,) = extraction.relations
    assert "General Ali Khan is backed by Chad."[relation.start : relation.end] == "Ali Khan is backed by Chad"


ACTIVE = ("supports", "opposes")


def found_in(text: str) -> list[str]:
    extraction = read(text)
    names = extraction.mentions
    return [f"{names[r.subject].text} {r.type} {names[r.object].text}" for r in extraction.relations]


@pytest.mark.parametrize(
    ("words", "relation"),
    [(f"{lemma} {particle}".strip(), kind) for lemma, (kind, particle) in lexicon().verbs.items() if kind in ACTIVE],
)
def test_every_verb_tells_its_relation_unless_denied(words: str, relation: str) -> None:
    assert f"Chad {relation} Norway" in found_in(f"Chad continues to {words} Norway.")
    assert found_in(f"Chad does not {words} Norway.") == []


@pytest.mark.parametrize(("back", "relation"), sorted(lexicon().compounds.items()))
def test_every_compound_tells_its_relation(back: str, relation: str) -> None:
    found = found_in(f"The Norway-{back} Red Cross met.")
    assert found == ([f"Red Cross {relation} Norway"] if relation == "located_in" else [f"Norway {relation} Red Cross"])
    assert found_in(f"The well-{back} Red Cross met.") == []


@pytest.mark.parametrize("role", [role for role, kinds in lexicon().roles.items() if kinds == ("speaks_for",)])
def test_every_spokesman_speaks_unless_former(role: str) -> None:
    if role in {"spokespeople", "spokesmen"}:
        return
    assert found_in(f"Ann Lee, {role} for the Red Cross, left.") == ["Ann Lee speaks_for Red Cross"]
    assert found_in(f"Ann Lee, a former {role} for the Red Cross, left.") == []
