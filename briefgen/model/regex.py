"""Regular expressions that compile when they are first used.

A build compiles some four hundred of them; a command that reads no article, or one article, needs few.
"""

import re
from typing import Any, AnyStr, cast

_NAMES = tuple("search match fullmatch finditer findall split sub subn pattern flags groups groupindex".split())


class _Compiled:
    """Holds what a compiled pattern has, its methods bound to it."""

    __slots__ = (*_NAMES, "source")


class _Waiting(_Compiled):
    """Stands in for a pattern until it is first asked for anything."""

    __slots__ = ()

    def __init__(self, *source: Any) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Any:
        """Compile; only called while nothing is there yet."""
        compiled = re.compile(*self.source)
        for each in _NAMES:
            setattr(self, each, getattr(compiled, each))
        self.__class__ = _Compiled  # type: ignore[assignment]  # a class with __getattr__ is slow to look up in
        return getattr(compiled, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern as ``re.compile`` gives it, compiled at its first use."""
    return cast("re.Pattern[AnyStr]", _Waiting(source, flags))
