"""The room's data files: word lists, read once and kept."""

from functools import cache

from briefgen.model.data import data_text


@cache
def sections(name: str) -> dict[str, frozenset[str]]:
    """A word list by its ``[section]`` heads; ``#`` starts a comment line."""
    found: dict[str, set[str]] = {}
    head = ""
    for line in data_text("briefgen.clean", f"data/{name}.txt").splitlines():
        if line.startswith("["):
            head = line.strip("[] ")
        elif not line.startswith("#"):
            found.setdefault(head, set()).update(line.split())
    return {head: frozenset(words) for head, words in found.items()}


@cache
def phrases(name: str) -> dict[str, str]:
    """A list with one entry a line, each by its lower-case form."""
    lines = data_text("briefgen.clean", f"data/{name}.txt").splitlines()
    return {line.lower(): line for line in lines if line and not line.startswith("#")}


@cache
def words(name: str) -> frozenset[str]:
    """All words of a list."""
    return frozenset().union(*sections(name).values())
