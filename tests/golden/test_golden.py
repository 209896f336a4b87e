"""Small whole sites on topics of our own: what briefgen makes of them, pinned line by line.

``pytest tests/golden --accept`` rewrites ``expected.txt``; read its diff before committing it.
"""

from pathlib import Path

import pytest

from tests.harness import briefing_of, build, digest

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/seeds"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_site_is_as_expected(case: Path, accept: bool) -> None:
    found = digest(briefing_of(build(case)))
    expected = case / "expected.txt"
    if accept:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_citation_is_verbatim(case: Path) -> None:
    made = build(case)
    texts = {article.document.id: article.document.text for article in made.corpus.articles}
    data = briefing_of(made)
    citations = [
        *(c for event in data.events for c in event.citations),
        *(s.citation for s in data.statements),
        *(c for relation in data.relations for c in relation.citations),
        *(d.citation for actor in data.actors for d in actor.descriptions),
    ]
    assert citations
    for citation in citations:
        assert texts[citation.source][citation.start : citation.end] == citation.exact != ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_problem_is_an_error(case: Path) -> None:
    assert [problem for problem in build(case).problems if problem.severity == "error"] == []
