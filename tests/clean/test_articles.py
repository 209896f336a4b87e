"""Articles by case file: fields, furniture and body."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.clean import clean
from briefgen.formats import FORMATS
from briefgen.model.text import Document, Field, SourceFile
from tests.clean.check import check_spans

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "articles.yaml").read_text("utf-8"))


def _document(case: dict[str, Any]) -> Document:
    source = SourceFile("case", "seeds/case.txt", case["text"].encode())
    cleaned = clean(source, FORMATS, tuple(case.get("repeated", ())))
    assert cleaned.document is not None and not cleaned.problems
    return cleaned.document


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_article(case: dict[str, Any]) -> None:
    document = _document(case)
    check_spans(document)
    for name in ("title", "publisher", "author", "dateline"):
        if name in case:
            assert _value(getattr(document, name)) == case[name], name
    if "published" in case:
        assert [document.published.value, document.published.basis] == case["published"]
    if "credits" in case:
        assert [credit.value for credit in document.credits] == case["credits"]
    if "furniture" in case:
        assert [[f.kind, document.exact(f)] for f in document.furniture] == case["furniture"]
    if "body" in case:
        assert [document.exact(passage) for passage in document.passages] == case["body"]


def _value(field: Field | None) -> str | None:
    return field.value if field else None
