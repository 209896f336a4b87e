"""Fixtures for the whole suite: ``--accept`` rewrites expectations, a project is made in a temporary folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.config import Project


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the expected results; read their diff")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """True when expectations are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def project(tmp_path: Path) -> Callable[[dict[str, str | bytes]], Project]:
    """Make a project of the files given as path and content."""

    def make(files: dict[str, str | bytes]) -> Project:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Project.at(tmp_path)

    return make
