"""Relations that a role tells: "A's spokesman B", "B, head of A", "B, a unit of A"."""

from collections.abc import Iterator
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.relations.desk import Basis, Desk, desks, in_quotes
from briefgen.extract.relations.lexicon import lexicon
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Relation, RelationType

INSIDE = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "RB", "POS", "DT", "PRP$"})
LONGEST_ROLE = 3
PREDECESSOR = 6  # words before a role in which "predecessor as" may stand
LONGEST_PHRASE = 14
LINKS = frozenset("of for at with from to in".split())
BELONGING = frozenset({"", "of", "for", "at", "with", "from", "in"})
DEPUTIES = frozenset("deputy vice assistant associate junior co-".split())
OF_STATE = frozenset({"state", "office"})
TAIL = frozenset({"NN", "NNS", "NNP", "JJ"})
LONGEST_TAIL = 4
UNNAMED = 0.78
HEADS = frozenset({"president", "premier", "chancellor", "king", "queen", "taoiseach"})
MEANS: dict[str, RelationType] = {"founded": "related_to", "represents": "speaks_for"}
ENDED = frozenset("until till from between during".split())
OPENINGS = frozenset({",", "–", "—", "("})


class Role(Struct, frozen=True):
    """A role in a noun phrase: its words, what it may tell, the mention it is held towards, the words between.

    ``low`` is the phrase's first token, ``link`` the preposition before the owner, "" where the owner stands in front.
    ``told`` is false where the phrase does not name the owner ("the company's chairman").
    """

    first: int
    end: int
    kinds: tuple[str, ...]
    owner: int
    between: tuple[str, ...]
    link: str = ""
    low: int = 0
    told: bool = True


def find(analysis: Analysis) -> Iterator[Relation]:
    """The relations told by roles, in order."""
    for desk in desks(analysis):
        for i, index in desk.runs:
            mention = desk.mentions[index]
            if mention.form != "name" or mention.type not in {"person", "organization"}:
                continue
            if in_quotes(analysis, desk.tokens[i].start) and _is_quoted(analysis, desk, i, index):
                continue
            if mention.type == "person":
                for role in roles_of(desk, index):
                    yield from _relate(desk, index, role)
                yield from _of_body(desk, index)
            else:
                yield from _part(desk, index)


def _is_quoted(analysis: Analysis, desk: Desk, i: int, index: int) -> bool:
    """Whether all tokens of the mention that opens at a token stand in quotation marks."""
    while i < len(desk.tokens) and desk.mention_at[i] == index:
        if not in_quotes(analysis, desk.tokens[i].start):
            return False
        i += 1
    return True


def roles_of(desk: Desk, index: int) -> Iterator[Role]:
    """The roles that stand before a name, before its comma, behind its comma, or behind "is"."""
    first, end = desk.extent(index)
    count = len(desk.tokens)
    found = _role_before(desk, first) or _role_with_tail(desk, first)
    start = first
    while start > 2 and desk.tokens[start - 1].form == "NNP" and desk.words[start - 1] in names().titles:
        start -= 1  # "its leader, President Ann Lee"
    if start > 2 and desk.tokens[start - 1].form == "POS" and desk.mention_at[start - 2] >= 0 and found is None:
        start, _ = desk.extent(desk.mention_at[start - 2])  # "the head of the bank, Norway's Ann Lee"
    if (found is None or start < first) and start > 1 and desk.words[start - 1] == "," and _closes(desk, end):
        found = _role_before(desk, start - 1) or _role_of_before(desk, start - 1) or found
    if found is not None:
        yield found
    i = end
    if i < count - 2 and desk.words[i] == "," and desk.tokens[i + 1].form == "CD" and desk.words[i + 2] == ",":
        i += 2
    copula = i < count - 1 and desk.words[i] in {"is", "remains", "'s"} and desk.tokens[i].tag != "PART"
    found = _role_from(desk, i + 1) if copula or (i < count - 1 and desk.words[i] in OPENINGS) else None
    if found is not None:
        yield found


def _closes(desk: Desk, i: int) -> bool:
    return i >= len(desk.tokens) or desk.tokens[i].tag in {"PUNCT", "VERB", "AUX", "ADV"}


def _role_before(desk: Desk, stop: int) -> Role | None:
    """The role whose words end right before token ``stop``, with an owner to its left in the same phrase."""
    match = match_role(desk, stop)
    if match is None:
        return None
    first, kinds = match
    low = first
    while low > 0 and first - low < LONGEST_PHRASE and desk.tokens[low - 1].form in INSIDE:
        low -= 1
        if desk.tokens[low].form in {"DT", "PRP$"} and not (low and desk.tokens[low - 1].form == "POS"):
            break
    owner, last = _owner(desk, low, first)
    if owner < 0:
        owner, told = _unnamed_owner(desk, stop), False
    else:
        told = True
    return Role(first, stop, kinds, owner, tuple(desk.words[last:first]) if told else (), low=low, told=told)


def _unnamed_owner(desk: Desk, stop: int) -> int:
    """A name of whom the phrase that ends before ``stop`` belongs to: "the company's chairman", "its leader"."""
    index = desk.mention_at[stop - 1]
    return desk.named(desk.mentions[index].owner, stop - 1) if index >= 0 else -1


def _role_with_tail(desk: Desk, stop: int) -> Role | None:
    """ "Shell head of marketing Ann Lee": one of many in the body."""
    i = stop - 1
    while i > 0 and stop - i <= LONGEST_TAIL and desk.tokens[i].form in TAIL and desk.mention_at[i] < 0:
        i -= 1
    if i < 1 or i == stop - 1 or desk.words[i] not in {"of", "for"}:
        return None
    role = _role_before(desk, i)
    return replace(role, end=stop, kinds=("member_of",)) if role is not None and role.told else None


def _owner(desk: Desk, low: int, first: int) -> tuple[int, int]:
    """The mention nearest before the role, and the token after it."""
    for i in range(first - 1, low - 1, -1):
        index = desk.mention_at[i]
        if index < 0 or desk.mentions[index].end > desk.tokens[first].start:
            continue  # none, or the phrase as a whole
        if desk.mentions[index].end >= desk.tokens[i].end:  # not the front of a compound
            return index, i + 1
    return -1, low


def match_role(desk: Desk, stop: int) -> tuple[int, tuple[str, ...]] | None:
    """The longest role whose last word is token ``stop - 1``."""
    table = lexicon().roles
    for size in range(LONGEST_ROLE, 0, -1):
        first = stop - size
        if first < 0:
            continue
        kinds = table.get(" ".join(desk.words[first:stop]))
        if kinds is not None:
            if first and desk.words[first - 1] in DEPUTIES:
                offices = ("member_of", "office") if OF_STATE & set(kinds) else ("member_of",)
                return first - 1, kinds if "speaks_for" in kinds else offices
            return first, kinds
    return None


def _role_of_before(desk: Desk, stop: int) -> Role | None:
    """ "the head of A, B,": the role with its owner behind it, all before token ``stop``."""
    if stop > 3 and desk.words[stop - 1] == ")" and desk.words[stop - 3] == "(":
        stop -= 3  # the body's acronym
    for i in range(stop - 1, max(stop - LONGEST_PHRASE, 0), -1):
        if desk.words[i] in LINKS:
            match = match_role(desk, i)
            if match is not None:
                owner, end = _behind(desk, i + 1, stop)
                low = match[0]
                while low > 0 and desk.tokens[low - 1].form in {"JJ", "NN", "RB", "NNP", "VBN"}:
                    low -= 1
                before = tuple(desk.words[low : match[0]])
                return Role(match[0], i, match[1], owner, before, desk.words[i], low) if end == stop else None
        elif desk.tokens[i].tag in {"PUNCT", "VERB"}:
            return None
    return None


def _role_from(desk: Desk, first: int) -> Role | None:
    """The role in the noun phrase that begins at token ``first``."""
    i = first
    while i < len(desk.tokens) and i - first < LONGEST_PHRASE and desk.tokens[i].form in INSIDE:
        i += 1
    match = match_role(desk, i)
    if match is None:
        return None
    owner, last = _owner(desk, first, match[0])
    between = tuple(desk.words[last if owner >= 0 else first : match[0]])
    if i < len(desk.tokens) - 1 and desk.words[i] in LINKS:
        behind, _ = _behind(desk, i + 1, len(desk.tokens))
        if behind >= 0:
            return Role(match[0], i, match[1], behind, tuple(desk.words[first : match[0]]), desk.words[i], first)
        if owner >= 0 and "leads" in match[1]:  # "A's head of marketing"
            return Role(match[0], i, ("member_of",), owner, between, low=first)
    if owner < 0:
        return Role(match[0], i, match[1], _unnamed_owner(desk, i), (), low=first, told=False)
    return Role(match[0], i, match[1], owner, between, low=first)


def _behind(desk: Desk, first: int, stop: int) -> tuple[int, int]:
    """The mention that the noun phrase from ``first`` on is (the one on its last word), and the phrase's end."""
    i, last = first, -1
    while i < stop and (desk.tokens[i].form in INSIDE or (i > first and desk.mention_at[i] >= 0)):
        if desk.tokens[i].form == "DT" and i > first and desk.mention_at[i] < 0:
            break
        last = i
        i += 1
    if last < 0:
        return -1, i
    return desk.mention_at[last], i


def _relate(desk: Desk, person: int, role: Role) -> Iterator[Relation]:
    words = lexicon()
    role = _with_named_owner(desk, role)
    if role.owner < 0 or role.owner == person:
        return
    low = _low_of_joined(desk, role.low)
    if any(word in words.past or word.startswith("ex-") for word in desk.words[max(low - 1, 0) : role.first]):
        return
    if _is_over(desk, role) or _is_part_of_title(desk, role.owner) or _is_of_predecessor(desk, role):
        return
    if desk.mentions[role.owner].form == "pronoun" and "related_to" in role.kinds and _is_of_either(desk, role):
        return
    kind = _kind(desk, role)
    if kind is not None:
        score = UNNAMED if not role.told else 0.94 if role.link else 0.93
        yield from desk.relation(person, kind, role.owner, Basis("role", score, (role.first,), direct=role.told))


def _low_of_joined(desk: Desk, low: int) -> int:
    """Where the first of two joined roles begins: "former prosecutor and Lima mayor Ann Lee"."""
    at = low - 1
    if at < 1 or desk.words[at] != "and" or desk.tokens[at - 1].form not in {"NN", "NNS"}:
        return low
    while at and low - at < LONGEST_PHRASE and desk.tokens[at - 1].form in {"NN", "JJ", "NNP"}:
        at -= 1
    return at


def _is_over(desk: Desk, role: Role) -> bool:
    """Whether a time behind the phrase says that the role is held no more: "president of the club until May"."""
    _, end = desk.extent(role.owner)
    at = max(role.end, end)
    while at < len(desk.tokens) and desk.tokens[at].form in {"NN", "NNP"} and desk.words[at] not in ENDED:
        at += 1
    return at < len(desk.tokens) and desk.words[at] in ENDED


def _is_of_predecessor(desk: Desk, role: Role) -> bool:
    """ "Her predecessor as head of the bank, Ann Lee": he held the role before."""
    before = desk.words[max(role.low - PREDECESSOR, 0) : role.low]
    return "as" in before and "predecessor" in before


def _is_of_either(desk: Desk, role: Role) -> bool:
    """ "Ali's son, Jan, and his cousin": whose the pronoun does not tell, where one is a relative of the other."""
    joined = role.low > 1 and desk.words[role.low - 1] == "and"
    nearest = next((i for i in range(role.low - 2, -1, -1) if desk.mention_at[i] >= 0), -1) if joined else -1
    before = desk.mentions[desk.mention_at[nearest]] if nearest >= 0 else None
    if before is None or before.chain != desk.mentions[role.owner].chain:
        return False
    first, _ = desk.extent(desk.mention_at[nearest])
    relative = match_role(desk, first - 1) if first > 1 and desk.words[first - 1] == "," else None
    return relative is not None and "related_to" in relative[1]


def _is_part_of_title(desk: Desk, owner: int) -> bool:
    """ "Chief Cabinet Secretary": what looks like a body is the front of an office."""
    first, end = desk.extent(owner)
    return first < end and desk.words[first] in {"chief", *DEPUTIES}


def _with_named_owner(desk: Desk, role: Role) -> Role:
    """ "a spokesman for government forces": the role towards the body that these are of, where the article names it."""
    owner = desk.mentions[role.owner] if role.owner >= 0 else None
    if owner is None or owner.form != "nominal" or owner.type == "person":
        return role
    named = desk.named(owner.chain, role.first)
    part = named < 0
    if part:
        named = desk.named(owner.owner, role.first)
    if named < 0 or desk.mentions[named].type != "organization":
        return role
    # Who heads a body's mission heads a part of it.
    kinds = ("member_of",) if part and "leads" in role.kinds else role.kinds
    return replace(role, owner=named, told=False, kinds=kinds)


def _kind(desk: Desk, role: Role) -> RelationType | None:
    """What the role tells about this owner, None where it tells nothing."""
    owner = desk.mentions[role.owner].type
    if owner in {"country", "nationality"}:
        return _kind_of_state(desk, role)
    if owner == "organization":
        if "leads" in role.kinds:  # "business editor", "head of marketing": one of many
            return "leads" if _is_plain(role, lexicon().neutral) else "member_of"
        member = role.link in BELONGING
        return _first(role, ("speaks_for", "represents", "member_of", "founded") if member else ("speaks_for",))
    if owner == "person":
        told = role.link in {"", "of", "to", "for"}
        return _first(role, ("related_to", "speaks_for", "represents", "supports", "opposes")) if told else None
    local = owner == "place" and "local" in role.kinds and role.link in {"", "of"}
    if local and (role.link or _is_plain(role, lexicon().neutral)):
        return "leads"
    return "member_of" if owner == "place" and _is_office(role) else None


def _kind_of_state(desk: Desk, role: Role) -> RelationType | None:
    """A state's spokesman or head; in "the firm's America president" the country is no owner."""
    first, _ = desk.extent(role.owner)
    if first and desk.tokens[first - 1].form == "POS":
        return None
    if "speaks_for" in role.kinds and _is_plain(role, lexicon().neutral | lexicon().state_offices):
        return "speaks_for"
    if "counterpart" in role.kinds:
        return _kind_of_counterpart(desk, role)
    if "state" in role.kinds and (role.link == "of" or (not role.link and _is_plain(role, lexicon().neutral))):
        return "leads"
    return "member_of" if _is_office(role) else None


def _kind_of_counterpart(desk: Desk, role: Role) -> RelationType | None:
    """ "his Danish counterpart": he is to Denmark what the possessor is to his own country."""
    possessor = desk.mention(role.low)
    held = desk.offices(possessor.chain) if possessor is not None else set[str]()
    if held & HEADS:
        return "leads"
    return "member_of" if held & {"minister", "secretary", "ambassador"} else None


def _is_office(role: Role) -> bool:
    """Whether somebody with the role belongs to the state that owns it: "Norway's fisheries minister"."""
    words = lexicon()
    return (
        "office" in role.kinds
        and role.link in {"", "of"}
        and (role.link == "of" or _is_plain(role, words.neutral | words.state_offices))
    )


def _is_plain(role: Role, neutral: frozenset[str]) -> bool:
    return all(word in neutral or word in {"'s", "'", "the", "a", "an"} for word in role.between)


def _first(role: Role, wanted: tuple[str, ...]) -> RelationType | None:
    kind = next((kind for kind in wanted if kind in role.kinds), None)
    return cast(RelationType | None, MEANS.get(kind or "", kind))


def _of_body(desk: Desk, person: int) -> Iterator[Relation]:
    """ "Ann Lee of the Red Cross", "analyst Jan Berg, of Nordea,": somebody of a body named."""
    _, end = desk.extent(person)
    at = end + (end < len(desk.tokens) - 1 and desk.words[end] == ",")
    if at < len(desk.tokens) - 1 and desk.words[at] == "of":
        body, _ = _behind(desk, at + 1, len(desk.tokens))
        first, _ = desk.extent(person)
        match = match_role(desk, first) if at == end and body >= 0 else None
        if match is not None and _is_of_state(desk, match, body):  # "President Ann Lee of Norway"
            yield from _relate(desk, person, Role(match[0], first, match[1], body, (), "of", max(match[0] - 1, 0)))
        elif body >= 0 and desk.mentions[body].type == "organization" and desk.mentions[body].form == "name":
            yield from desk.relation(person, "member_of", body, Basis("of", 0.9, (at,), direct=True))


def _is_of_state(desk: Desk, match: tuple[int, tuple[str, ...]], body: int) -> bool:
    """Whether the role before a name is held towards what "of" names behind it.

    "Federation president Ann Lee of Norway" is a Norwegian, "vice president Ann Lee of Norway" perhaps of a body.
    """
    first, kinds = match
    if _owner(desk, max(first - 2, 0), first)[0] >= 0:
        return False
    if desk.mentions[body].type not in {"country", "nationality"}:
        return True
    limited = first > 0 and desk.tokens[first - 1].tag == "NOUN"
    return not limited and ("state" in kinds or desk.words[first : first + 2][-1] == "minister")


def _part(desk: Desk, body: int) -> Iterator[Relation]:
    """ "Norfisk, a unit of Nordmat": a body that is part of another."""
    _, end = desk.extent(body)
    role = _role_from(desk, end + 1) if end < len(desk.tokens) - 1 and desk.words[end] == "," else None
    if role is None or "part" not in role.kinds or not role.told or role.owner < 0:
        return
    if desk.mentions[role.owner].type == "organization":
        yield from desk.relation(body, "member_of", role.owner, Basis("part of", 0.92, (role.first,), direct=True))
