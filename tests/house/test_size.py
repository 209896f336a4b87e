"""Small is beautiful: files under 400 lines, functions that fit on a screen, no unfinished marks."""

import ast
import re
from pathlib import Path

import pytest

import briefgen

PACKAGE = Path(briefgen.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_file_fits(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    long = [
        f"{node.name} has {(node.end_lineno or 0) - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 70
    ]
    assert not long
    assert not re.search(r"\b(TO" + "DO|FIX" + "ME|HA" + "CK)\b", text)
