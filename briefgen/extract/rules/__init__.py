"""The reading rules, in table order: one visible line a rule.

A rule module exports its ``Rule`` and loads its lexicon when it is first used; importing it must stay cheap.  Where two
finds overlap, the longer wins, then the rule that stands higher here.
"""

from briefgen.extract.rules import (
    descriptions,
    events,
    names,
    names_definitions,
    names_groups,
    names_pronouns,
    relations,
    statements,
    times,
)
from briefgen.sockets import Rule

RULES: tuple[Rule, ...] = (
    names.RULE,
    names_definitions.RULE,
    names_groups.RULE,
    names_pronouns.RULE,
    times.RULE,
    statements.RULE,
    events.RULE,
    relations.VERBS,
    relations.COMPOUNDS,
    relations.ROLES,
    relations.BODIES,
    descriptions.RULE,
)
