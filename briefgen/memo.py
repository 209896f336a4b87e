"""What yesterday's build already worked out: the only place that knows it.

One file, ``memo``, in the project's cache folder: a magic line that names the form, then records of key, checksum,
length and payload, appended as they are made.  A value is msgpack, decoded into the stage's result type: a memo may be
old, cut short or forged, and is never run.  Whatever does not check is a miss.  A folder that cannot be read or
written costs time, never the build.
"""

import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

import msgspec

from briefgen.model.stage import DIGEST_SIZE, Stage
from briefgen.model.text import Diagnostic

Item = TypeVar("Item")
Result = TypeVar("Result")

FILE = "memo"
MAGIC = b"briefgen memo 1\n"
CHECK_SIZE = 16
LENGTH_SIZE = 8
HEAD_SIZE = DIGEST_SIZE + CHECK_SIZE + LENGTH_SIZE
#: Rewrite the file once more than this share of its bytes is no longer used.
WASTE = 0.5

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class Record(NamedTuple):
    """Where a value lies in the file."""

    offset: int
    length: int
    check: bytes


class Memo:
    """Maps stages over items, and answers from the file what it has answered before.

    ``progress`` is called with (stage name, items done, items in all) now and then.
    """

    def __init__(self, folder: Path | None, progress: Callable[[str, int, int], None] | None = None) -> None:
        """Open the memo in ``folder``; None remembers nothing."""
        self.folder = folder
        self.progress = progress
        self.hits = 0
        self.misses = 0
        self._file: BinaryIO | None = None
        self._index: dict[bytes, Record] = {}
        self._end = 0
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._open()

    def __enter__(self) -> "Memo":
        """A memo may be used in a ``with``, at whose end it lets go of its file."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    @classmethod
    def none(cls) -> "Memo":
        """A memo that only maps and remembers nothing."""
        return cls(None)

    def map(self, stage: Stage[Item, Result], items: Iterable[Item]) -> tuple[Result, ...]:
        """The stage's result for every item, in order; what the file does not hold is worked out."""
        items = tuple(items)
        decode = msgspec.msgpack.Decoder(stage.result).decode
        results = []
        for done, item in enumerate(items):
            if self.progress and done % 16 == 0:
                self.progress(stage.name, done, len(items))
            results.append(self._one(stage, item, decode))
        return tuple(results)

    def _one(self, stage: Stage[Item, Result], item: Item, decode: Callable[[bytes], Result]) -> Result:
        key = self._key(stage, item)
        if key is None:
            return stage.run(item)
        stored = self._read(key)
        if stored is not None:
            try:
                value = decode(stored)
            except (msgspec.MsgspecError, ValueError, RecursionError):
                pass
            else:
                self.hits += 1
                if key not in self._new:
                    self._used.add(key)
                return value
        self.misses += 1
        value = stage.run(item)
        payload = _packed(value)
        if payload is not None:
            self._new[key] = payload
        return value

    def _key(self, stage: Stage[Item, Result], item: Item) -> bytes | None:
        """None where nothing is remembered, or the item cannot be written down (text with a lone surrogate)."""
        data = _packed(item) if self.folder else None
        if data is None:
            return None
        head = f"{stage.name}\0{stage.fingerprint}\0".encode()
        return blake2b(head + data, digest_size=DIGEST_SIZE).digest()

    def _read(self, key: bytes) -> bytes | None:
        if key in self._new:
            return self._new[key]
        record = self._index.get(key)
        if record is None or self._file is None:
            return None
        try:
            data = os.pread(self._file.fileno(), record.length, record.offset)
        except OSError:
            return None
        return data if _check(key, data) == record.check else None

    def _open(self) -> None:
        """Read the index: the head of every record up to the first that cannot be one."""
        if self.folder is None or self.folder.is_symlink():
            return
        try:
            path = self.folder / FILE
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
            self._file = os.fdopen(descriptor, "rb")
            size = os.fstat(descriptor).st_size
            if self._file.read(len(MAGIC)) != MAGIC:
                return
            self._end = len(MAGIC)
            while self._end + HEAD_SIZE <= size:
                head = self._file.read(HEAD_SIZE)
                length = int.from_bytes(head[-LENGTH_SIZE:], "little")
                start = self._end + HEAD_SIZE
                if len(head) < HEAD_SIZE or start + length > size:
                    return
                self._index[head[:DIGEST_SIZE]] = Record(start, length, head[DIGEST_SIZE:-LENGTH_SIZE])
                self._end = start + length
                self._file.seek(self._end)
        except OSError:
            return

    def save(self, whole: bool = True) -> tuple[Diagnostic, ...]:
        """Keep what is new; says so when it cannot.

        After a ``whole`` run, what it did not use is waste, and dropped once there is enough of it.
        """
        if self.folder is None:
            return ()
        live = sum(HEAD_SIZE + self._index[key].length for key in self._used)
        wasteful = whole and self._end - len(MAGIC) - live > WASTE * max(live, 1 << 16)
        if not self._new and not wasteful and self._end:
            self.close()
            return ()
        try:
            self._make_folder()
            if wasteful or not self._end:
                self._rewrite()
            else:
                self._append()
        except OSError as problem:
            what = f"the memo in {self.folder.name}/ could not be kept: {problem.strerror or problem}"
            return (Diagnostic("info", "memo-not-kept", what, hint="the site is whole; the next build takes longer"),)
        finally:
            self.close()
        return ()

    def close(self) -> None:
        """Let go of the file; what it holds is no longer known."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _make_folder(self) -> None:
        assert self.folder is not None
        if self.folder.is_symlink():
            raise OSError(errno.ELOOP, "is a link, and links are not followed")
        self.folder.mkdir(exist_ok=True)
        ignore = self.folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")

    def _append(self) -> None:
        """Add the new records behind the last whole one; what a killed run left there is cut off first."""
        assert self.folder is not None
        descriptor = os.open(self.folder / FILE, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(descriptor, "r+b") as file:
            file.seek(self._end)
            file.truncate()
            for key, payload in self._new.items():
                file.write(_record(key, payload))

    def _rewrite(self) -> None:
        """Write a new file with what this run used, and put it in the place of the old one."""
        assert self.folder is not None
        for left in self.folder.glob("*.tmp"):  # by a build that was killed
            left.unlink()
        draft = self.folder / f"{FILE}.{os.getpid()}.tmp"
        try:
            with draft.open("wb") as file:
                file.write(MAGIC)
                for key in sorted(self._used):
                    data = self._read(key)
                    if data is not None:
                        file.write(_record(key, data))
                for key, payload in self._new.items():
                    file.write(_record(key, payload))
            draft.replace(self.folder / FILE)
        finally:
            draft.unlink(missing_ok=True)


def forget(folder: Path) -> None:
    """Remove the memo, so that everything is worked out anew."""
    with suppress(OSError):
        if not folder.is_symlink():
            (folder / FILE).unlink(missing_ok=True)


def _packed(value: object) -> bytes | None:
    try:
        return _encode(value)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def _check(key: bytes, payload: bytes) -> bytes:
    return blake2b(payload, key=key, digest_size=CHECK_SIZE).digest()


def _record(key: bytes, payload: bytes) -> bytes:
    return key + _check(key, payload) + len(payload).to_bytes(LENGTH_SIZE, "little") + payload
