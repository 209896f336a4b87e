"""Which names are one thing: cases, and what must hold for any names."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.annotation import APART, Extraction, Mention
from briefgen.model.knowledge import Article, Entities, Judgement
from briefgen.model.site import Note
from briefgen.model.text import Document, Position
from briefgen.resolve import resolve
from briefgen.resolve.people import compare, parse
from briefgen.resolve.spelling import distance, skeleton

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "people.yaml").read_text(encoding="utf-8"))
TYPES = {"p": "person", "o": "organization", "c": "country", "l": "place", "n": "nationality", "x": "other"}
HERE = Position("content/judgements.yml", 1)


def article(source: str, rows: list[str]) -> Article:
    """An article that holds these names: type, text, after "=" the fullest form, after "@" the role."""
    chains: dict[str, int] = {}
    mentions = []
    for whole in rows:
        row, _, role = whole.partition(" @ ")
        text, _, name = row[2:].partition(" = ")
        chain = chains.setdefault(name or text, len(chains))
        start = 100 * len(mentions)
        mentions.append(Mention(start, start + len(text), text, TYPES[row[0]], name or text, chain, role=role))  # type: ignore[arg-type]
    return Article(Document(source, f"{source}.txt", "", ""), Extraction(source, tuple(mentions)))


def holder(entities: Entities, text: str) -> str:
    """The id of the entity that is called so."""
    return next(e.id for e in entities.items if any(form.text == text for form in e.forms))


def resolved(case: dict[str, Any], *, backwards: bool = False) -> Entities:
    """The entities of a case."""
    articles = [article(source, rows) for source, rows in case["articles"].items()]
    judgements = [Judgement(a, b, True, HERE) for a, b in case.get("same", ())]
    judgements += [Judgement(a, b, False, HERE) for a, b in case.get("not", ())]
    notes = [
        Note("actors", id_, f"content/actors/{id_}.md", tuple((k, tuple(v)) for k, v in fields.items()))
        for id_, fields in case.get("notes", {}).items()
    ]
    return resolve(articles[::-1] if backwards else articles, judgements, notes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_names(case: dict[str, Any]) -> None:
    entities = resolved(case)
    for left, right in case.get("together", ()):
        assert holder(entities, left) == holder(entities, right)
    for left, right in case.get("apart", ()):
        assert holder(entities, left) != holder(entities, right)
    if "review" in case:
        assert sorted([m.left, m.right] for m in entities.review) == sorted(sorted(pair) for pair in case["review"])
    for id_, type_ in case.get("ids", {}).items():
        assert [e.type for e in entities.items if e.id == id_] == [type_]
    assert entities == resolved(case, backwards=True)


@pytest.mark.parametrize(("rule", "parts"), [("capital", 1), (APART, 2)])
def test_a_surname_that_the_article_keeps_apart_is_for_a_person_to_decide(rule: str, parts: int) -> None:
    mentions = (
        Mention(0, 5, "Scott", "person", "Scott", 0, rule=rule, score=0.8),
        Mention(9, 18, "Tim Scott", "person", "Tim Scott", 1, rule="given", score=0.9),
    )
    entities = resolve([Article(Document("a", "a.txt", "", ""), Extraction("a", mentions))], ())
    assert len(entities.items) == parts
    assert len(entities.review) == parts - 1


@pytest.mark.parametrize(("other", "bearer"), [("Peter Scott", "Peter Scott"), ("Peter Lang", "Scott")])
def test_a_surname_kept_apart_may_be_that_of_a_bearer_elsewhere(other: str, bearer: str) -> None:
    mentions = (
        Mention(0, 5, "Scott", "person", "Scott", 0, rule=APART, score=0.8),
        Mention(9, 18, "Ann Scott", "person", "Ann Scott", 1, rule="given", score=0.9),
    )
    elsewhere = (Mention(0, 9, other, "person", other, 0, rule="given", score=0.9),)
    found = [(Document(s, s, "", ""), Extraction(s, m)) for s, m in (("a", mentions), ("b", elsewhere))]
    entities = resolve([Article(*pair) for pair in found], ())
    assert next(e.name for e in entities.items if "Scott" in [f.text for f in e.forms]) == bearer


@pytest.mark.parametrize(("score", "parts"), [(0.9, 1), (0.56, 2)])
def test_a_given_name_alone_elsewhere_needs_a_human_cue(score: float, parts: int) -> None:
    both = ["Kevin Hill", "Oslo", "Nora Lang", "Piet Berg"]
    names = [both, ["Kevin", *both[1:]]]
    articles = []
    for source, row in zip("ab", names, strict=True):
        found = [
            Mention(i * 20, i * 20 + len(n), n, "person", n, i, score=score if n == "Kevin" else 0.9)
            for i, n in enumerate(row)
        ]
        articles.append(Article(Document(source, source, "", ""), Extraction(source, tuple(found))))
    kevins = [e for e in resolve(articles, ()).items if e.name.startswith("Kevin")]
    assert len(kevins) == parts


NAMES = st.lists(
    st.sampled_from(
        ["Ana", "Anna", "A.", "Omar", "Al-Omari", "Lopez", "López", "Lopes", "Jr.", "Bush", "W.", "ECB", "’", "İ"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(st.lists(st.lists(st.tuples(st.sampled_from("pocx"), NAMES), max_size=6), max_size=5))
def test_every_name_belongs_to_one_entity(rows: list[list[tuple[str, str]]]) -> None:
    articles = [article(f"a{i}", [f"{t} {n}" for t, n in names]) for i, names in enumerate(rows)]
    entities = resolve(articles, ())
    refs = [ref for entity in entities.items for ref in entity.mentions]
    assert len(refs) == len(set(refs))
    assert len({e.id for e in entities.items}) == len(entities.items)
    for entity in entities.items:
        people = [parse(f.text) for f in entity.forms if entity.type == "person" and parse(f.text).given]
        assert all(compare(a, b).rule != "different" for a in people for b in people)


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_a_distance(left: str, right: str) -> None:
    assert distance(left, right, 20) == distance(right, left, 20)
    assert (distance(left, right, 20) == 0) == (left == right)
    assert distance(left, right, 1) == min(distance(left, right, 20), 2)


@pytest.mark.parametrize("word", ["", "a", "hariri", "qadhdhafi", "schmidt"])
def test_skeleton_has_no_vowels(word: str) -> None:
    assert not set(skeleton(word)[1:]) & set("aeiou")


def test_of_two_spellings_as_long_the_one_said_more_often_is_shown() -> None:
    articles = [article("a", ["p HIlda Benton", "p Hilda Benton = HIlda Benton", "p Hilda Benton"])]
    articles += [article("b", ["p Hilda Benton"]), article("c", ["p HIlda Benton"])]
    assert [e.name for e in resolve(articles, (), ()).items] == ["Hilda Benton"]
