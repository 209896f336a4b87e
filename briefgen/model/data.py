"""The data files beside the code.

``pkgutil`` reads them, since ``importlib.resources`` takes longer to import than most of them take to be read.
"""

from pkgutil import get_data


def data_bytes(package: str, path: str) -> bytes:
    """The content of a package's file, by its path below the package's folder."""
    found = get_data(package, path)
    if found is None:
        raise FileNotFoundError(f"{package}: {path}")
    return found


def data_text(package: str, path: str) -> str:
    """The same as text."""
    return data_bytes(package, path).decode("utf-8")
