"""Agencies that a page credits with its text; a credit on a photograph is not one."""

import re
from functools import cache

from briefgen.clean.lines import Block
from briefgen.clean.patterns import Mark, agencies
from briefgen.model.text import Field, Span

_RULES = ("agency-line", "source-line", "reporting-by", "contributed", "copyright", "date-line", "name-line", "byline")


def agency_credits(block: Block, mark: Mark) -> list[Field]:
    """The agencies named in a credit line, each with its span."""
    if mark.rule not in _RULES:
        return []
    found = []
    for name in _names(mark.rule == "agency-line").finditer(block.text):
        start = block.start + name.start()
        found.append(Field(agencies()[name.group().lower()], Span(start, start + len(name.group()))))
    return found


@cache
def _names(alone: bool) -> re.Pattern[str]:
    """Any agency's name; acronyms only in capitals, unless agencies' names stand ``alone`` in the line."""
    listed = sorted(agencies(), key=lambda name: (-len(name), name))
    cased = (re.escape(name.upper()) if len(name) <= 4 and not alone else f"(?i:{re.escape(name)})" for name in listed)
    return re.compile(r"(?<!\w)(?:" + "|".join(cased) + r")(?!\w)")
