"""A project in a temporary folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.config import Project


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Project]:
    """Make a project of the files given as path=content pairs."""

    def make(files: dict[str, str | bytes]) -> Project:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Project.at(tmp_path)

    return make
