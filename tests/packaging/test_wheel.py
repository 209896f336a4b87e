"""The wheel and the sdist work outside the repository: themes and lexicon inside, types declared."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {"wheel": next(out.glob("*.whl")), "sdist": next(out.glob("*.tar.gz"))}


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_package_builds_a_site_outside_the_repository(kind: str, packages: dict[str, Path], tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    # The dependencies come from the test environment; briefgen itself must come from the package alone.
    site_packages = Path(sysconfig.get_path("purelib"))
    inside = environment / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    (inside / "dependencies.pth").write_text(f"{site_packages}\n")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps"]
    pip += ["--no-build-isolation", "--disable-pip-version-check", "--no-index", str(packages[kind])]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    shutil.copytree(GOLDEN / "strike" / "seeds", tmp_path / "story" / "seeds")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    where = [str(python), "-c", "import briefgen; print(briefgen.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=clean, capture_output=True, text=True, check=True).stdout
    assert str(environment) in found
    done = subprocess.run(
        [str(environment / "bin" / "briefgen"), "build"],
        cwd=tmp_path / "story",
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "story" / "site" / "index.html").is_file()
    assert (Path(found.strip()).parent / "py.typed").is_file()
