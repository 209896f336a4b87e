"""The memo answers what it has answered before, and never trusts its file."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from briefgen.memo import FILE, MAGIC, Memo, forget
from briefgen.model.stage import Stage, fingerprint


class Shout(Struct, frozen=True):
    text: str
    length: int


class Counter:
    """A stage that counts how often it really runs."""

    def __init__(self, print_="f1"):
        self.calls = 0
        self.stage = Stage("shout", print_, Shout, self.run)

    def run(self, item):
        self.calls += 1
        return Shout(item.upper(), len(item))


def run(folder, items, print_="f1"):
    counter = Counter(print_)
    memo = Memo(folder)
    results = memo.map(counter.stage, items)
    assert memo.save() == ()
    return results, counter.calls


ITEMS = ("strike", "earthquake", "élection", "")


def test_a_second_run_works_nothing_out(tmp_path):
    first, calls = run(tmp_path, ITEMS)
    assert calls == len(ITEMS)
    assert run(tmp_path, ITEMS) == (first, 0)
    assert first[2] == Shout("ÉLECTION", 8)


def test_one_new_item_costs_one_call(tmp_path):
    run(tmp_path, ITEMS)
    results, calls = run(tmp_path, (*ITEMS, "court"))
    assert calls == 1
    assert results[-1] == Shout("COURT", 5)
    assert run(tmp_path, (*ITEMS, "court"))[1] == 0


def test_a_new_fingerprint_makes_everything_stale(tmp_path):
    run(tmp_path, ITEMS)
    assert run(tmp_path, ITEMS, "f2")[1] == len(ITEMS)


def test_the_same_item_twice_in_one_run_is_worked_out_once(tmp_path):
    assert run(tmp_path, ("a", "a", "a"))[1] == 1


def test_what_is_no_longer_used_is_swept(tmp_path):
    run(tmp_path, [f"article {n} " + "x" * 2000 for n in range(100)])
    large = (tmp_path / FILE).stat().st_size
    run(tmp_path, ["article 1 " + "x" * 2000])
    assert (tmp_path / FILE).stat().st_size < large / 10


def test_a_memo_of_nothing_only_maps():
    counter = Counter()
    memo = Memo.none()
    assert memo.map(counter.stage, ("a",)) == (Shout("A", 1),)
    assert memo.save() == ()


def test_forgetting_removes_the_file(tmp_path):
    run(tmp_path, ITEMS)
    forget(tmp_path)
    assert run(tmp_path, ITEMS)[1] == len(ITEMS)


def test_text_that_cannot_be_written_down_is_worked_out_each_time(tmp_path):
    items = ("fine", "lone \ud800 surrogate")
    first, _ = run(tmp_path, items)
    assert run(tmp_path, items) == (first, 1)


CORRUPTIONS = {
    "empty": lambda data: b"",
    "cut in the magic": lambda data: data[:5],
    "cut in a head": lambda data: data[: len(MAGIC) + 10],
    "cut in a payload": lambda data: data[:-3],
    "garbage behind": lambda data: data + b"\xff" * 100,
    "huge length": lambda data: data[: len(MAGIC) + 36] + b"\xff" * 8 + data[len(MAGIC) + 44 :],
    "other magic": lambda data: b"x" * len(data),
    "a bit in each payload": lambda data: bytes(b ^ 1 if n > len(MAGIC) + 44 else b for n, b in enumerate(data)),
    "a pickle": lambda data: (
        b"\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94\x8c\x06system\x94\x93\x94."
    ),
}


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_corrupt_file_costs_time_and_nothing_else(tmp_path, name):
    first, _ = run(tmp_path, ITEMS)
    file = tmp_path / FILE
    file.write_bytes(CORRUPTIONS[name](file.read_bytes()))
    assert run(tmp_path, ITEMS)[0] == first
    assert run(tmp_path, ITEMS) == (first, 0)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_flipped_bytes_are_a_miss(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("memo")
    first, _ = run(folder, ITEMS)
    file = folder / FILE
    raw = bytearray(file.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), min_size=1, max_size=5)):
        raw[place] ^= data.draw(st.integers(1, 255))
    file.write_bytes(raw)
    assert run(folder, ITEMS)[0] == first


def test_a_value_of_another_shape_is_a_miss(tmp_path):
    memo = Memo(tmp_path)
    memo.map(Stage("shout", "f1", int, len), ITEMS)
    memo.save()
    assert run(tmp_path, ITEMS)[1] == len(ITEMS)


def test_a_file_where_the_folder_should_be_is_told_and_costs_nothing(tmp_path):
    place = tmp_path / "cache"
    place.write_text("in the way")
    memo = Memo(place)
    assert memo.map(Counter().stage, ("a",)) == (Shout("A", 1),)
    (problem,) = memo.save()
    assert (problem.severity, problem.code) == ("info", "memo-not-kept")
    assert place.read_text() == "in the way"


@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_link_is_not_followed(tmp_path, what):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / FILE).write_text("precious")
    cache = tmp_path / "cache"
    if what == "folder":
        cache.symlink_to(outside)
    else:
        cache.mkdir()
        (cache / FILE).symlink_to(outside / FILE)
    memo = Memo(cache)
    assert memo.map(Counter().stage, ("a",)) == (Shout("A", 1),)
    memo.save()
    assert (outside / FILE).read_text() == "precious"


def test_a_full_disk_costs_time_only(tmp_path, monkeypatch):
    run(tmp_path, ITEMS)

    def full(*_):
        raise OSError(28, "No space left on device")

    counter = Counter()
    memo = Memo(tmp_path)
    memo.map(counter.stage, (*ITEMS, "new"))
    monkeypatch.setattr(os, "open", full)
    assert [problem.code for problem in memo.save()] == ["memo-not-kept"]
    monkeypatch.undo()
    assert run(tmp_path, ITEMS)[1] == 0


def test_fingerprints_tell_packages_and_texts_apart():
    prints = {
        fingerprint(),
        fingerprint("briefgen.read"),
        fingerprint("briefgen.read", "briefgen.write"),
        fingerprint("briefgen.read", also=("a", "b")),
        fingerprint("briefgen.read", also=("ab",)),
    }
    assert len(prints) == 5


def test_a_fingerprint_changes_with_a_data_file(tmp_path, monkeypatch):
    from briefgen.model import stage

    package = tmp_path / "somelexicon"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "words.yaml").write_text("strike: 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    stage.package_digest.cache_clear()
    before = fingerprint("somelexicon")
    (package / "words.yaml").write_text("strike: 2\n")
    stage.package_digest.cache_clear()
    assert fingerprint("somelexicon") != before


def test_a_run_that_failed_keeps_what_it_worked_out_and_drops_nothing(tmp_path):
    run(tmp_path, [f"article {n} " + "x" * 2000 for n in range(100)])
    large = (tmp_path / FILE).stat().st_size
    counter = Counter()
    memo = Memo(tmp_path)
    memo.map(counter.stage, ["new"])
    memo.save(whole=False)
    assert (tmp_path / FILE).stat().st_size > large
    assert run(tmp_path, ["new"])[1] == 0
