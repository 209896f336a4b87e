"""Relations told by what somebody has or leads: "the army of B", "B's army", "her party", "A's backers B and C"."""

from collections.abc import Iterator
from functools import cache

from briefgen.extract.relations.desk import Basis, Desk, desks, in_quotes
from briefgen.extract.relations.lexicon import lexicon
from briefgen.extract.relations.roles import match_role
from briefgen.extract.syntax.columns import places
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Relation, RelationType

# What a person has is led by him only where it fights or stands for election: a president's council is no such thing.
OWN_BODIES = frozenset(
    "army force forces militia militias party movement rebels front faction brigade guard troops fighters insurgents "
    "alliance coalition junta regime government administration group gang cartel".split()
)
BETWEEN = frozenset({"JJ", "NN", "NNP", "VBN", "VBG", "RB", "CD"})
POSSESSIVES = frozenset("his her its their".split())
_OWN = frozenset({"PRP$"})


def find(analysis: Analysis) -> Iterator[Relation]:
    """The relations told by bodies that are somebody's, in order."""
    for desk in desks(analysis):
        led = {i: index for i, index in desk.runs if _is_named_person(desk, index)}
        for i in sorted({*led, *_told(desk)}):
            if in_quotes(analysis, desk.tokens[i].start):
                continue
            if i in led:
                yield from _led(desk, led[i])
            if desk.tokens[i].form == "PRP$":
                yield from _own_party(desk, i)
            if desk.tokens[i].tag == "NOUN":
                yield from _listed(desk, i)


def _is_named_person(desk: Desk, index: int) -> bool:
    return desk.mentions[index].type == "person" and desk.mentions[index].form == "name"


def _told(desk: Desk) -> list[int]:
    """The possessive pronouns, and the roles towards a possessor that others may be listed for."""
    return [*places(desk.columns.forms, _OWN), *places(desk.columns.lemmas, _listable().keys())]


@cache
def _listable() -> dict[str, RelationType]:
    """The roles of supporters and opponents, with what they tell."""
    roles = lexicon().roles.items()
    found: dict[str, RelationType] = {word: "opposes" for word, kinds in roles if "opposes" in kinds}
    found.update({word: "supports" for word, kinds in roles if "supports" in kinds})
    return found


def _own_party(desk: Desk, i: int) -> Iterator[Relation]:
    """ "her Reform Party", "his Reform Front party"."""
    person = desk.mention(i)
    body = desk.mention(i + 1) if i + 1 < len(desk.tokens) else None
    if person is None or body is None or person.type != "person" or body.type != "organization" or body.form != "name":
        return
    _, end = desk.extent(desk.mention_at[i + 1])
    if "party" in (desk.words[end - 1], desk.words[end] if end < len(desk.tokens) else ""):
        yield from desk.relation(desk.mention_at[i], "member_of", desk.mention_at[i + 1], Basis("own party", 0.9, (i,)))


def _led(desk: Desk, person: int) -> Iterator[Relation]:
    """ "the army of B", "the army under General B", "B's army"."""
    first, end = desk.extent(person)
    bodies = lexicon().led_bodies
    i = first - 1
    while i > 0 and (desk.tokens[i].tag == "PROPN" or match_role(desk, i + 1) is not None) and desk.mention_at[i] < 0:
        i -= 1
    if i > 0 and desk.words[i] in {"of", "under"}:
        before = i - 1
        while before > 0 and (desk.tokens[before].tag == "PUNCT" or _in_brackets(desk, before)):
            before -= 1
        body = desk.mention_at[before]
        if body >= 0 and _is_body(desk, body, bodies):
            yield from desk.relation(person, "leads", body, Basis("body of", 0.92))
    if end < len(desk.tokens) - 1 and desk.tokens[end].form == "POS":
        j = end + 1
        while j < min(end + 6, len(desk.tokens) - 1) and desk.mention_at[j] < 0 and desk.tokens[j].form in BETWEEN:
            j += 1
        body = desk.mention_at[j]  # not "Ann Lee's words, the army said"
        if body >= 0 and _is_body(desk, body, bodies & OWN_BODIES):
            yield from desk.relation(person, "leads", body, Basis("possessor", 0.85))


def _in_brackets(desk: Desk, i: int) -> bool:
    return desk.words[i - 1] == "(" and i + 1 < len(desk.tokens) and desk.words[i + 1] == ")"


def _is_body(desk: Desk, index: int, bodies: frozenset[str]) -> bool:
    mention = desk.mentions[index]
    words = (mention.name or mention.text).lower().split()
    return mention.type == "organization" and bool(words) and (words[-1] in bodies or words[0] in bodies)


def _listed(desk: Desk, i: int) -> Iterator[Relation]:
    """ "A's foreign backers B, C and D": each of the names behind the role towards its possessor."""
    kind = _listable().get(desk.tokens[i].lemma)
    if kind is None:
        return
    owner = -1
    for j in range(i - 1, max(i - 5, -1), -1):
        if desk.tokens[j].form == "POS" and j:
            owner = desk.mention_at[j - 1]
            break
        if desk.words[j] in POSSESSIVES:
            owner = desk.mention_at[j]
            break
        if desk.tokens[j].form not in {"JJ", "NN", "VBG", "NNP"}:
            break
    if owner < 0:
        return
    j = i + 1
    while j < len(desk.tokens) and desk.words[i + 1] not in {"and", "or"}:  # "his opponent and the Reform Party"
        index = desk.mention_at[j]
        if index >= 0 and desk.mentions[index].form == "name" and desk.acts(index):
            _, j = desk.extent(index)
            yield from desk.relation(index, kind, owner, Basis("listed role", 0.92, (i,)))
        elif desk.words[j] in {",", "and", "the", ":", "including", "like"}:
            j += 1
        else:
            break
