"""What a function says of words, kept in a table, for what is asked of every word of every article."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
MOST = 1 << 16


class Lookups(dict[str, Value]):
    """The answers by word: a dictionary is quicker to ask than a function with a cache, and goes through ``map``."""

    def __init__(self, answer: Callable[[str], Value]) -> None:
        self.answer = answer

    def __missing__(self, word: str) -> Value:
        """A word not asked before; the table never grows beyond ``MOST``."""
        if len(self) >= MOST:
            self.clear()
        self[word] = found = self.answer(word)
        return found
