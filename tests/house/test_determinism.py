"""Same input, same bytes, under any hash seed, locale, zone, folder and order of files; incremental equals clean."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden"


def tree(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def run_build(root: Path, **environment: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "build"],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return tree(root / "site")


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = tmp_path_factory.mktemp("reference") / "court"
    shutil.copytree(GOLDEN / "court", root)
    return run_build(root, PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "42", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "C", "TZ": "America/New_York", "PYTHONUTF8": "0"},
    ],
    ids=["hash seed", "locale and zone", "C locale"],
)
def test_surroundings_do_not_matter(environment: dict[str, str], reference: dict[str, str], tmp_path: Path) -> None:
    root = tmp_path / "an other folder"
    shutil.copytree(GOLDEN / "court", root)
    assert run_build(root, **environment) == reference


def test_order_in_which_files_were_made_does_not_matter(reference: dict[str, str], tmp_path: Path) -> None:
    root = tmp_path / "reversed"
    for path in sorted((GOLDEN / "court").rglob("*"), reverse=True):
        if path.is_file():
            target = root / path.relative_to(GOLDEN / "court")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    assert run_build(root) == reference


def test_incremental_equals_clean(tmp_path: Path) -> None:
    """A random walk of edits: after each, the warm build's bytes are those of a clean build of a copy."""
    warm = tmp_path / "warm"
    shutil.copytree(GOLDEN / "strike", warm)
    run_build(warm)
    seeds = warm / "seeds"
    first, second, third = sorted(seeds.iterdir())
    steps = [
        lambda: first.write_text(first.read_text().replace("9 percent", "8 percent")),
        lambda: shutil.copy(GOLDEN / "court" / "seeds" / "b-courier.txt", seeds / "other.txt"),
        second.unlink,
        lambda: third.rename(seeds / "renamed.txt"),
        lambda: (warm / "content").mkdir() or (warm / "content" / "site.yml").write_text("title: Another\n"),
        (seeds / "other.txt").unlink,
        lambda: first.write_text(first.read_text().replace("8 percent", "9 percent")),
    ]
    for number, step in enumerate(steps):
        step()
        clean = tmp_path / f"clean-{number}"
        shutil.copytree(warm, clean, ignore=shutil.ignore_patterns("site", ".briefgen"))
        assert run_build(warm) == run_build(clean), f"after step {number}"


def test_edit_by_hand_in_the_site_is_repaired(tmp_path: Path) -> None:
    root = tmp_path / "court"
    shutil.copytree(GOLDEN / "court", root)
    before = run_build(root)
    (root / "site" / "index.html").write_text("changed by hand")
    assert run_build(root) == before
