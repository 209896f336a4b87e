"""Headlines: which of them tell an event."""

from collections.abc import Iterator, Sequence

from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.model.knowledge import Account, Citation
from briefgen.model.names import fold
from briefgen.model.regex import regex
from briefgen.model.text import Span

WORD = regex(r"\w+")


def headline(desk: Desk, group: Group, accounts: Sequence[Account]) -> Citation | None:
    """The headline of the best account whose article has one that names who and what."""
    words = named_words(desk, group)
    for account in accounts:
        source = account.citation.source
        field = desk.articles[source].document.title
        if field and field.span and tells(desk, source, words):
            return Citation(source, field.span.start, field.span.end)
    return None


def telling_headlines(desk: Desk, group: Group, accounts: Sequence[Account]) -> Iterator[Account]:
    """The headlines of the accounts' articles that name a participant and the deed, with the word for it."""
    names, _ = named_words(desk, group)
    lemmas = {lemma.split()[0] for telling in group.tellings for lemma in telling.lemmas if lemma}
    words = frozenset().union(*map(forms, lemmas))
    best: dict[str, float] = {}
    for account in accounts:
        best[account.citation.source] = max(best.get(account.citation.source, 0.0), account.score)
    for source in sorted(best):
        field = desk.articles[source].document.title
        found = list(WORD.finditer(field.value)) if field and field.span else []
        if field is None or field.span is None or not any(fold(word[0]) in names for word in found):
            continue
        if desk.articles[source].document.exact(field.span) != field.value:
            continue
        told = (word for word in found if fold(word[0]) in words)
        deed = next((word for word in told if word.start() or not word[0].endswith("ed")), None)  # "Jailed banker …"
        if deed is not None:
            at = field.span.start
            trigger = Span(at + deed.start(), at + deed.end())
            yield Account(Citation(source, at, field.span.end), trigger, (), best[source])


def forms(lemma: str) -> frozenset[str]:
    """The regular forms of a verb or noun as headlines have them: "win", "wins", "unveiled", "carries"."""
    stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
    return frozenset((lemma, *(lemma + end for end in ("s", "es", "d", "ed", "ing")), stem + "ing", stem + "ies"))


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
    found = found[1:] if found and found[0].endswith("ed") else found  # "Convicted banker flees": told before
    names, triggers = words
    return any(word in names for word in found) and any(word[:5] in triggers for word in found)
