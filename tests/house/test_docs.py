"""The documentation is true: every command, diagnostic code and setting is in it, and its commands run."""

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import briefgen
from briefgen.export import TABLES
from briefgen.read.settings import settings_schema

PACKAGE = Path(briefgen.__file__).parent
ROOT = PACKAGE.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    done = subprocess.run([sys.executable, "-m", "briefgen", "--help"], capture_output=True, text=True, check=True)
    listed = done.stdout.partition("Commands:")[2]
    return re.findall(r"^  (\w[\w-]*)  ", listed, re.M)


def test_every_command_is_in_the_readme_and_has_an_example() -> None:
    names = commands()
    assert {"init", "build", "serve", "annotate", "export", "show", "explain", "check", "clean"} <= set(names)
    for name in names:
        assert f"`briefgen {name}" in README, name
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", name, "--help"], capture_output=True, text=True, check=True
        )
        assert re.search(rf"briefgen {name}\b.*\n(.*\n)*.*briefgen {name}\b", done.stdout), f"{name} has no example"


def test_the_readme_lists_the_tables_that_can_be_exported() -> None:
    listed = re.search(r"^\| `briefgen export TABLE.*?: (.*) \|$", README, re.M)
    assert listed and set(listed[1].split(", ")) == {table.name for table in TABLES}


def code_arguments(tree: ast.AST) -> set[str]:
    """Every literal that is passed as a diagnostic's code, to Diagnostic itself or to a helper with a ``code``."""
    at = {"Diagnostic": 1}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            if "code" in names:
                at[node.name] = names.index("code")
    found = set()
    for node in ast.walk(tree):
        name = ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and name in at:
            values = [node.args[at[name]]] if len(node.args) > at[name] else []
            values += [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            found |= {
                value.value
                for value in values
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value
            }
    return found


def test_every_diagnostic_code_is_documented_and_none_is_left_over() -> None:
    used = set()
    for path in PACKAGE.rglob("*.py"):
        used |= code_arguments(ast.parse(path.read_text(encoding="utf-8")))
    documented = set(re.findall(r"^\| `([a-z0-9-]+)` \|", (ROOT / "docs" / "diagnostics.md").read_text(), re.M))
    assert used - documented == set(), "not in docs/diagnostics.md"
    # A code that is passed as a variable is not seen as an argument, but must stand in the code all the same.
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert {code for code in documented if f'"{code}"' not in source} == set(), "documented but not used"


def test_settings_schema_is_fresh() -> None:
    shipped = json.loads((PACKAGE / "read" / "site.schema.json").read_text(encoding="utf-8"))
    assert shipped == settings_schema()


def test_readme_tour_runs_as_printed(tmp_path: Path) -> None:
    """Every command of the tour, in order, in an empty folder; ``pip`` and ``serve`` are tested elsewhere."""
    tour = README.partition("## Your own articles")[2].partition("### What you know better")[0]
    lines = re.findall(r"^    (\S.*)$", tour, re.M)
    assert "briefgen build" in lines and "briefgen init story" in lines
    where = tmp_path
    for line in lines:
        if line.startswith("pip ") or line.startswith("briefgen serve"):
            continue
        if line.startswith("cd "):
            where = where / line.removeprefix("cd ")
            continue
        assert line.startswith("briefgen "), line
        words = line.split()[1:]
        if "ID" in words:
            data = json.loads((where / "site" / "data" / "briefing.json").read_text(encoding="utf-8"))
            words[words.index("ID")] = data["events"][0]["id"]
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", *words], cwd=where, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{line}: {done.stderr}"


def test_readme_publishing_command_runs(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "init", "--github-pages"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    workflow = (tmp_path / ".github" / "workflows" / "publish.yml").read_text()
    for action in ("actions/configure-pages@v6", "actions/upload-pages-artifact@v5", "actions/deploy-pages@v5"):
        assert action in workflow


def test_make_commands_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = re.findall(r"^    make (\w+)$", README, re.M)
    assert targets == ["site", "test"]
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.M)
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("make test")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "briefgen/README.md", "themes/README.md"])
def test_links_between_documents_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    missing = [target for target in targets if not (ROOT / name).parent.joinpath(target).exists()]
    assert missing == []


def test_committed_site_is_fresh(tmp_path: Path) -> None:
    for folder in ("seeds", "content", "themes"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copytree(ROOT / "site", tmp_path / "site")
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "build", "--check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"site/ is not what seeds/, content/ and themes/ give: {done.stdout}{done.stderr}"
