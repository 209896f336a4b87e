"""What is imported is declared: whoever installs briefgen, or one of its extras, can run what belongs to it."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
OWN = {"briefgen", "tests", "tools"}
# Files that only an extra needs: "" is what every installation has.
NEEDS = {"briefgen": ("", "html"), "tests": ("", "html", "test"), "tools": ("", "html", "test", "dev")}
# Part of another's interface: jinja2 marks safe text with markupsafe's type, and is released with it.
WITH = {"markupsafe": "jinja2"}


def plain(requirement: str) -> str:
    """The name of the distribution that a requirement asks for, as package indexes write it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement, maxsplit=1)[0]).lower()


def declared(extras: tuple[str, ...]) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"": project["dependencies"], **project["optional-dependencies"]}
    return {plain(requirement) for extra in extras for requirement in groups[extra]}


def imported(folder: str) -> dict[str, str]:
    """The packages that a folder's modules import, each with a file that does."""
    found = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            else:
                continue
            found |= {name.partition(".")[0]: path.relative_to(ROOT).as_posix() for name in names}
    return found


@pytest.mark.parametrize("folder", NEEDS)
def test_every_import_is_declared(folder: str) -> None:
    known = declared(NEEDS[folder])
    distributions = packages_distributions()
    missing = {}
    for package, path in imported(folder).items():
        if package in sys.stdlib_module_names or package in OWN:
            continue
        names = distributions.get(package, [package])
        if not {plain(WITH.get(name.lower(), name)) for name in names} & known:
            missing[package] = path
    assert not missing, f"imported, but not declared in pyproject.toml: {missing}"
