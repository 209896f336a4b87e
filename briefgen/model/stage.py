"""A memoised stage: a pure function over items, with what its memo key rests on besides the item.

``fingerprint`` is the one place in ``model`` that reads files: the code and data of the packages whose change must
make every stored value of the stage stale.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

Item = TypeVar("Item")
Result = TypeVar("Result")

#: What decides bytes beside our own code; markdown-it-py and jinja2 shape pages, pyyaml shapes fields.
LIBRARIES = ("msgspec", "pyyaml", "markdown-it-py", "jinja2", "trafilatura", "lxml")
DIGEST_SIZE = 20


class Stage(Struct, Generic[Item, Result], frozen=True):
    """``run`` makes a ``result`` of one item; ``fingerprint`` changes when ``run`` would answer differently.

    What ``run`` closes over (a theme, settings, the names of rules) must be part of ``fingerprint`` as well.
    """

    name: str
    fingerprint: str
    result: type[Result]
    run: Callable[[Item], Result]


def fingerprint(*packages: str, also: Iterable[str] = ()) -> str:
    """Digest of all files of the named packages or modules (``"briefgen.clean"``), and of the texts in ``also``.

    ``briefgen.model`` and the versions of Python and of the libraries are always in it.  ``also`` is for what a stage
    closes over beside its code: the digest of a theme, the names of its rules.
    """
    digest = blake2b(versions().encode(), digest_size=DIGEST_SIZE)
    for package in ("briefgen.model", *packages):
        digest.update(package.encode() + b"\0" + package_digest(package))
    for text in also:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.hexdigest()


@cache
def versions() -> str:
    """The versions that a stored value rests on."""
    return " ".join(
        (sys.implementation.name, sys.version.split()[0], *(f"{name} {_version(name)}" for name in LIBRARIES))
    )


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # it brings the mail and archive modules along

    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


@cache
def package_digest(name: str) -> bytes:
    """Digest of the files of a package or module, read once a process; the same for all that cannot be found."""
    digest = blake2b(digest_size=DIGEST_SIZE)
    for shown, path in _files(name):
        data = path.read_bytes()
        digest.update(f"{shown}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    return digest.digest()


def _files(name: str) -> Iterator[tuple[str, Path]]:
    """Every file of a package below its folder, in the order of its path, without what Python keeps for itself."""
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        return
    if spec.submodule_search_locations is None:
        if spec.origin and spec.has_location:
            yield name, Path(spec.origin)
        return
    for folder in map(Path, spec.submodule_search_locations):
        for path in sorted(folder.rglob("*")):
            if "__pycache__" not in path.parts and path.is_file():
                yield path.relative_to(folder).as_posix(), path
