"""Agencies that a page credits with its text; a credit on a photograph is not one."""

import re
from functools import cache

from briefgen.clean.lines import Block
from briefgen.clean.patterns import Mark, agencies
from briefgen.model.text import Field, Span

_RULES = ("agency-line", "source-line", "reporting-by", "copyright", "date-line", "name-line", "byline")


def agency_credits(block: Block, mark: Mark) -> list[Field]:
    """The agencies named in a credit line, each with its span."""
    if mark.rule not in _RULES:
        return []
    found = []
    for name in _names().finditer(block.text):
        start = block.start + name.start()
        found.append(Field(agencies()[name.group().lower()], Span(start, start + len(name.group()))))
    return found


@cache
def _names() -> re.Pattern[str]:
    """Any agency's name standing alone; acronyms only in capitals."""
    listed = sorted(agencies(), key=lambda n: (-len(n), n))
    return re.compile(r"(?<!\w)(?:" + "|".join(_cased(name) for name in listed) + r")(?!\w)")


def _cased(name: str) -> str:
    if len(name) <= 4:
        return re.escape(name.upper())
    return f"(?i:{re.escape(name)})"
