"""``content/judgements.yml``: a person's word on which names mean the same, and which do not.

same:
  - [Jane Q. Public, J. Public]
not_same:
  - [John Roe, Jane Roe]
"""

from itertools import pairwise

from briefgen.config import Project
from briefgen.model.knowledge import Judgement
from briefgen.model.text import Diagnostic
from briefgen.read.slips import line_of, read_yaml, suggestion
from briefgen.yamltext import Node

PATH = "content/judgements.yml"
KEYS = ("same", "not_same")


def read_judgements(project: Project) -> tuple[tuple[Judgement, ...], tuple[Diagnostic, ...]]:
    """The judgements in the order of the file, and its slips."""
    root, text, wrong = read_yaml(project, PATH)
    judgements: list[Judgement] = []
    slips = list(wrong)
    for key, value in (root.pairs or ()) if root else ():
        if key.text not in KEYS:
            what = f'there is no key "{key.text}" here'
            hint = suggestion(key.text, KEYS)
            slips.append(Diagnostic("error", "unknown-key", what, key.position, hint, line_of(text, key.position)))
            continue
        for group in value.items:
            names = [item.text for item in group.items if item.is_text and item.text]
            if group.is_text or len(names) < 2 or len(names) != len(group.items):
                slips.append(_not_a_pair(group, text))
            else:
                judgements += _pairs(names, key.text == "same", group)
    return tuple(judgements), tuple(slips)


def _pairs(names: list[str], same: bool, group: Node) -> list[Judgement]:
    """All pairs of a "not same" group; a chain of pairs is enough for "same"."""
    if same:
        return [Judgement(left, right, True, group.position) for left, right in pairwise(names)]
    return [Judgement(left, right, False, group.position) for i, left in enumerate(names) for right in names[i + 1 :]]


def _not_a_pair(group: Node, text: str) -> Diagnostic:
    return Diagnostic(
        "error",
        "bad-value",
        "a judgement is a list of two or more names",
        group.position,
        "write - [One Name, Other Name]",
        line_of(text, group.position),
    )
