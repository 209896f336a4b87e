"""Relations told by what somebody has or leads: "the army of B", "B's army", "her party", "A's backers B and C"."""

from collections.abc import Iterator

from briefgen.extract.relations.desk import Basis, Desk, desks, in_quotes
from briefgen.extract.relations.lexicon import lexicon
from briefgen.extract.relations.roles import match_role
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Relation, RelationType

# What a person has is led by him only where it fights or stands for election: a president's council is no such thing.
OWN_BODIES = frozenset(
    "army force forces militia militias party movement rebels front faction brigade guard troops fighters insurgents "
    "alliance coalition junta regime government administration group gang cartel".split()
)
BETWEEN = frozenset({"JJ", "NN", "NNP", "VBN", "VBG", "RB", "CD"})
POSSESSIVES = frozenset("his her its their".split())


def find(analysis: Analysis) -> Iterator[Relation]:
    """The relations told by bodies that are somebody's, in order."""
    listable = lexicon().roles.keys()
    for desk in desks(analysis):
        seen = -1
        for i, token in enumerate(desk.tokens):
            index = desk.mention_at[i]
            if index < 0 and token.tag != "NOUN" and token.form != "PRP$":
                continue
            named = index >= 0 and index != seen and desk.mentions[index].form == "name"
            seen = index if index >= 0 else seen
            led = named and desk.mentions[index].type == "person"
            listed = token.tag == "NOUN" and token.lemma in listable
            if not (led or listed or token.form == "PRP$") or in_quotes(analysis, token.start):
                continue
            if led:
                yield from _led(desk, index)
            if token.form == "PRP$":
                yield from _own_party(desk, i)
            if listed:
                yield from _listed(desk, i)


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
    kinds = lexicon().roles.get(desk.tokens[i].lemma, ())
    kind: RelationType | None = "supports" if "supports" in kinds else "opposes" if "opposes" in kinds else None
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
