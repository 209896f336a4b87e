"""The site on disk is the whole old or the whole new one, and nobody else's files are touched."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.last import damaged
from briefgen.model.site import Artifact
from briefgen.write import difference, read_manifest, stage, sweep, write

OLD = {"index.html": b"old", "actors/x/index.html": b"x", "gone/index.html": b"gone", ".nojekyll": b""}
NEW = {"index.html": b"new", "actors/x/index.html": b"x", "events/y/index.html": b"y", ".nojekyll": b""}


def artifacts(files):
    return tuple(Artifact(path, data) for path, data in files.items())


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    write(artifacts(OLD), folder)
    return folder


def holds(folder, files):
    found = tree(folder)
    found.pop("manifest.json")
    assert found == files
    assert damaged(folder) == ()


def leftovers(site):
    return [path.name for path in site.parent.iterdir() if "stage" in path.name]


def test_a_new_site_takes_the_place_of_the_old(site):
    changes = write(artifacts(NEW), site)
    holds(site, NEW)
    assert changes.added == ("events/y/index.html",)
    assert changes.changed == ("index.html", "manifest.json")
    assert changes.removed == ("gone/index.html",)
    assert not (site / "gone").exists()
    assert leftovers(site) == []


def test_writing_the_same_changes_nothing_on_disk(site):
    before = {path: path.stat() for path in (site, *site.rglob("*"))}
    assert not write(artifacts(OLD), site)
    for path, was in before.items():
        assert (path.stat().st_mtime_ns, path.stat().st_ino) == (was.st_mtime_ns, was.st_ino)


def test_an_unchanged_file_keeps_its_time_and_is_no_second_name(site):
    was = (site / "actors/x/index.html").stat()
    write(artifacts(NEW), site)
    now = (site / "actors/x/index.html").stat()
    assert now.st_mtime_ns == was.st_mtime_ns
    assert now.st_nlink == 1


def test_a_hand_edit_is_repaired_and_a_lost_file_comes_back(site):
    (site / "index.html").write_bytes(b"edited")
    (site / "actors/x/index.html").unlink()
    assert set(damaged(site)) == {"index.html", "actors/x/index.html"}
    changes = write(artifacts(OLD), site)
    assert (changes.added, changes.changed) == (("actors/x/index.html",), ("index.html",))
    holds(site, OLD)


def test_modes_do_not_follow_the_umask(tmp_path):
    old = os.umask(0o077)
    try:
        write(artifacts(OLD), tmp_path / "site")
    finally:
        os.umask(old)
    for path in (tmp_path / "site", *(tmp_path / "site").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644)


def test_foreign_files_stay(site):
    (site / "CNAME").write_text("example.org")
    (site / ".git/refs").mkdir(parents=True)
    (site / ".git/HEAD").write_text("ref")
    (site / "link").symlink_to("CNAME")
    (site / "actors/x/own.txt").write_text("mine")
    write(artifacts(NEW), site)
    assert (site / "CNAME").read_text() == "example.org"
    assert (site / ".git/refs").is_dir()
    assert (site / ".git/HEAD").read_text() == "ref"
    assert (site / "link").readlink() == Path("CNAME")
    assert (site / "actors/x/own.txt").read_text() == "mine"
    write(artifacts({"index.html": b"only"}), site)
    assert (site / "actors/x/own.txt").read_text() == "mine"
    assert not (site / "actors/x/index.html").exists()


def refused(files, site):
    before = tree(site) if site.is_dir() else None
    with pytest.raises(BriefgenError) as caught:
        write(artifacts(files), site)
    assert caught.value.exit_code == 3
    if before is not None:
        assert tree(site) == before
    assert leftovers(site) == []


def test_a_folder_somebody_else_made_is_not_replaced(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("somebody's home page")
    refused(OLD, site)


def test_an_empty_folder_or_one_with_other_files_is_used(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "CNAME").write_text("example.org")
    write(artifacts(OLD), site)
    assert (site / "CNAME").exists()
    assert (site / "index.html").read_bytes() == b"old"


@pytest.mark.parametrize("kind", ["link", "file", "folder for a file", "file for a folder"])
def test_what_is_in_the_way_is_not_replaced(tmp_path, kind):
    site = tmp_path / "site"
    if kind == "link":
        (tmp_path / "elsewhere").mkdir()
        site.symlink_to(tmp_path / "elsewhere")
    elif kind == "file":
        site.write_text("precious")
    elif kind == "folder for a file":
        (site / "index.html/deep").mkdir(parents=True)
        (site / "index.html/deep/file").write_text("precious")
    else:
        site.mkdir()
        (site / "actors").write_text("precious")
    refused(OLD, site)


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/x",
        "a//b",
        "a/../b",
        "a\\b",
        ".git/config",
        "_x/y",
        "con.html",
        "x/nul",
        "a\nb",
        "a b",
        "é",
        "a.",
        "",
        "manifest.json",
        "x" * 300,
    ],
)
def test_names_that_not_every_system_takes_are_refused(tmp_path, name):
    with pytest.raises(BriefgenError):
        write((Artifact(name, b""),), tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("names", [("a", "A"), ("a/b", "a/b"), ("a", "a/b"), ("B/c", "b")])
def test_two_outputs_of_one_name_are_refused(tmp_path, names):
    with pytest.raises(BriefgenError, match=r"name|folder"):
        write([Artifact(name, b"") for name in names], tmp_path / "site")


def test_a_forged_manifest_removes_nothing_outside(site, tmp_path):
    (tmp_path / "precious").write_text("p")
    (site / "manifest.json").write_text(
        json.dumps({"generator": "x", "files": {"../precious": "0", "index.html": "0"}})
    )
    assert read_manifest(site) is None
    with pytest.raises(BriefgenError):
        write(artifacts(NEW), site)
    assert (tmp_path / "precious").exists()


def test_difference_changes_nothing(site):
    changes = difference(artifacts(NEW), site)
    assert changes.removed == ("gone/index.html",)
    holds(site, OLD)


STEPS = [(os, name) for name in ("mkdir", "link", "rename")]
STEPS += [(Path, "open")]
STEPS += [(stage, name) for name in ("flush", "flush_folder", "exchange")]
FAULTS = [(*step, number, at) for step in STEPS for number in (errno.ENOSPC, errno.EACCES) for at in (1, 2, 3)]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[1]}-{fault[2]}-{fault[3]}")
def test_a_failing_disk_leaves_the_whole_old_or_the_whole_new_site(site, monkeypatch, fault):
    owner, attribute, number, at = fault
    real, calls = getattr(owner, attribute), []

    def failing(*arguments, **options):
        calls.append(attribute)
        if len(calls) >= at:
            raise OSError(number, os.strerror(number))
        return real(*arguments, **options)

    monkeypatch.setattr(owner, attribute, failing)
    failed = False
    try:
        write(artifacts(NEW), site)
    except OSError:
        failed = True
    monkeypatch.undo()
    found = tree(site)
    found.pop("manifest.json")
    assert found in (OLD, NEW)
    assert failed or found == NEW
    sweep(site)
    assert leftovers(site) == []
    write(artifacts(NEW), site)
    holds(site, NEW)


@pytest.mark.parametrize("cut", [False, True])
def test_where_folders_cannot_be_exchanged_two_renames_do(site, monkeypatch, cut):
    monkeypatch.setattr(stage, "exchange", lambda *_: False)
    if not cut:
        write(artifacts(NEW), site)
        holds(site, NEW)
        return
    kept = site.with_name(".site-stage-1.old")
    site.rename(kept)
    sweep(site)
    holds(site, OLD)
    assert leftovers(site) == []


def test_leftovers_of_killed_builds_are_cleared_away(site):
    (site.parent / ".site-stage-99").mkdir()
    (site.parent / ".site-stage-99/index.html").write_text("half")
    sweep(site)
    assert leftovers(site) == []
    holds(site, OLD)


KILLED = """
import os, signal, sys
from pathlib import Path
from briefgen.model.site import Artifact
from briefgen.write import sweep, write
count, at, site = 0, int(sys.argv[1]), Path(sys.argv[2])
def hook(event, arguments):
    global count
    if event.startswith(("os.", "ctypes.dlsym")) or event == "open":
        if event == "open" and not str(arguments[0]).startswith(str(site.parent)):
            return
        count += 1
        if count == at:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
sweep(site)
write([Artifact("index.html", b"new"), Artifact("a/b/index.html", b"x"), Artifact("c/index.html", b"c")], site)
print("done")
"""


def test_killed_at_any_step_the_site_is_whole(tmp_path):
    old = {"index.html": b"old", "a/b/index.html": b"x", "d/index.html": b"d"}
    new = {"index.html": b"new", "a/b/index.html": b"x", "c/index.html": b"c"}
    site = tmp_path / "site"
    for at in range(1, 200):
        shutil.rmtree(site, ignore_errors=True)
        sweep(site)
        write(artifacts(old), site)
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(at), str(site)], check=False, capture_output=True, text=True, timeout=60
        )
        found = tree(site)
        found.pop("manifest.json")
        assert found in (old, new), f"torn at step {at}"
        if "done" in done.stdout:
            assert done.returncode == 0
            break
        assert done.returncode == -9, done.stderr
        sweep(site)
        assert leftovers(site) == []
    else:
        raise AssertionError("never came to the end")
