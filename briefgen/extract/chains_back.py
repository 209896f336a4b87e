"""Noun phrases and pronouns that refer back to a name."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Mention


def refer_back(analysis: Analysis, named: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """All mentions, those that refer back in the chain of what they refer to."""
    number = max((m.chain for m in named), default=-1)
    out = list(named)
    for m in others:
        number += 1
        out.append(replace(m, chain=number))
    return out
