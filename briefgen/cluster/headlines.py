"""Headlines: which of them tell an event."""

import re
from collections.abc import Sequence

from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.model.knowledge import Account, Citation
from briefgen.model.names import fold

WORD = re.compile(r"\w+")


def headline(desk: Desk, group: Group, accounts: Sequence[Account]) -> Citation | None:
    """The headline of the best account whose article has one that names who and what."""
    words = named_words(desk, group)
    for account in accounts:
        source = account.citation.source
        field = desk.articles[source].document.title
        if field and field.span and tells(desk, source, words):
            return Citation(source, field.span.start, field.span.end)
    return None


def named_words(desk: Desk, group: Group) -> tuple[set[str], set[str]]:
    """The last words of the participants' names, and the trigger words cut to their beginnings."""
    names = {
        fold(desk.entities[e].name).split()[-1]
        for telling in group.tellings
        for e in telling.participants
        if e in desk.entities
    }
    return names, {lemma[:5] for telling in group.tellings for lemma in telling.lemmas}


def tells(desk: Desk, source: str, words: tuple[set[str], set[str]]) -> bool:
    """Whether an article's title names a participant and what happened."""
    field = desk.articles[source].document.title
    found = WORD.findall(fold(field.value)) if field else []
    names, triggers = words
    return any(word in names for word in found) and any(word[:5] in triggers for word in found)
