"""Noun phrases and verb groups of a tagged sentence, after Abney (1991): chunks first, attachments later.

Quotation marks are looked through and short parentheses skipped, so that ``the "rapid" growth`` and ``the Bank (ABC)
said`` read as if they were not there.
"""

# ruff: noqa: PLR0911 (decision lists: one return a rule)

from collections.abc import Sequence

from briefgen.model.analysis import Token
from briefgen.model.syntax import Phrase

CALENDAR = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
        """.split()
)
TIME_NOUNS = frozenset(
    """
        day week month year hour minute time morning afternoon evening night weekend decade century moment
        """.split()
)
_SEASONS = frozenset("spring summer autumn fall winter quarter season".split())
_WHICH = frozenset({"last", "this", "next"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_NOUNS = frozenset({"NN", "NNS", "NNP"})
_INSIDE = _ADJECTIVES | _NOUNS | {"CD"}
_AUXILIARIES = frozenset({"MD", "BE", "HV", "DO"})
_VERBS = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG"})
_NEGATIONS = frozenset({"not", "n't", "never"})
_MAX_PARENTHESIS = 12


class Group:
    """A verb with its auxiliaries; ``start`` to ``end`` is its extent, ``head`` the verb that carries the meaning."""

    __slots__ = (
        "end",
        "form",
        "head",
        "kind",
        "modal",
        "negated",
        "passive",
        "past",
        "perfect",
        "progressive",
        "start",
    )

    def __init__(self, start: int) -> None:
        self.start = self.end = self.head = start
        self.kind = "finite"
        self.form = self.modal = ""
        self.passive = self.past = self.perfect = self.progressive = self.negated = False


def visible(tokens: Sequence[Token]) -> list[int]:
    """Indexes of the tokens that take part: no double quotation marks, no short parentheses."""
    shown: list[int] = []
    n = len(tokens)
    past = 0  # the token from which to go on
    for i, token in enumerate(tokens):
        if i < past:
            continue
        norm = token.norm
        if norm in {"(", "["}:
            close = next((k for k in range(i + 1, min(n, i + _MAX_PARENTHESIS)) if tokens[k].norm in (")", "]")), None)
            if close is not None and shown:
                past = close + 1
                continue
        if token.lemma in _HEDGES_BY_WORD and (skipped := _hedge(tokens, i)):
            past = i + skipped
        elif norm not in {'"', "''"}:
            shown.append(i)
    return shown


_HEDGES = (("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to"), ("at", "least"), ("at", "most"),
           ("as", "many", "as"), ("close", "to"), ("over",), ("under",), ("about",), ("around",), ("nearly",),
           ("almost",), ("roughly",), ("approximately",), ("some",), ("only",))  # fmt: skip
_HEDGES_BY_WORD = {first: tuple(h for h in _HEDGES if h[0] == first) for first, *_ in _HEDGES}


def _hedge(tokens: Sequence[Token], i: int) -> int:
    """How many tokens from ``i`` only say that a number is rough: "more than 100 people" reads as "100 people"."""
    for hedge in _HEDGES_BY_WORD.get(tokens[i].norm.lower(), ()):
        end = i + len(hedge)
        if end < len(tokens) and (end == i + 1 or tuple(t.norm.lower() for t in tokens[i:end]) == hedge):
            number = tokens[end]
            counts = number.form == "CD" or number.lemma in {"hundred", "thousand", "million", "dozen"}
            is_year = len(number.norm) == 4 and number.norm[:2] in {"19", "20"}
            return len(hedge) if counts and not is_year else 0
    return 0


def noun_phrase(
    tokens: Sequence[Token], row: Sequence[Token], shown: Sequence[int], at: int
) -> tuple[Phrase, int] | None:
    """The phrase that starts at a place, and the place after it; None where none starts.

    ``row`` are the visible tokens and ``shown`` their indexes; places count in these, here as in what follows.
    """
    first = row[at]
    if first.form == "PRP":
        return Phrase(shown[at], shown[at] + 1, shown[at]), at + 1
    head: int | None = None
    owner: int | None = None
    place, n = at, len(shown)
    while place < n:
        token = row[place]
        form = token.form
        if head is not None and shown[place] > shown[place - 1] + 1 and _quote_opens(tokens, shown, at, place):
            break
        if form in _NOUNS:
            timed = head is not None and (token.lemma in CALENDAR or row[head].lemma in TIME_NOUNS)
            if timed and form == "NNP":
                break
            head = place
        elif form == "POS":
            if head is None or place + 1 >= n or not _goes_on(row[place + 1].form):
                break
            owner, head = shown[head], None
        elif not _is_modifier(row, place, at, head):
            break
        place += 1
        if form == "NNP" and head is not None and _is_calendar(token) and not _after_month(row, place, at):
            break
    return _finish(row, shown, at, place, head=head, owner=owner)


def _quote_opens(tokens: Sequence[Token], shown: Sequence[int], at: int, place: int) -> bool:
    """Whether a quotation begins right before the place: "the suit | "good news""; not "the "axis" speech"."""
    if tokens[shown[place] - 1].norm != '"' or tokens[shown[place]].form == "NNP":
        return False
    return not any(tokens[i].norm == '"' for i in range(max(0, shown[at] - 1), shown[place] - 1))


def _is_calendar(token: Token) -> bool:
    """A weekday or month by name: "March", not "march"."""
    return token.form == "NNP" and token.lemma in CALENDAR


def _goes_on(form: str) -> bool:
    return form in _INSIDE or form in {"VBG", "VBN", "RB", "DT"}


def _is_modifier(row: Sequence[Token], place: int, at: int, head: int | None) -> bool:
    """Whether a word before the head (or a number after a name) belongs to the phrase."""
    form = row[place].form
    following = row[place + 1].form if place + 1 < len(row) else ""
    before = row[place - 1].form if place > at else ""
    if form in {"DT", "PRP$"}:
        return before in {"", "DT"}
    if form == "CD":
        return head is None or (before in {"NNP", "NN"} and following not in {"NN", "NNS", "NNP", "CD", "JJ"})
    if form in _ADJECTIVES:
        if head is None:
            return True
        lemma = row[place].lemma
        return (
            before in _NOUNS
            and following in {"NN", "NNS", "JJ", "CC"}
            and lemma not in {"last", "next", "past", "late"}
        )
    if form == "RB":
        return following in _ADJECTIVES and before in {"DT", "PRP$", "POS", "JJ"}
    if form == "CC":
        return before in _ADJECTIVES and following in _ADJECTIVES
    if form in {"VBG", "VBN"}:
        return before in {"DT", "PRP$", "POS", "JJ"} and following in _NOUNS
    return False


def _after_month(row: Sequence[Token], place: int, at: int) -> bool:
    """Whether a phrase goes on after a weekday or month: "May 21", "Monday night", "the April talks"."""
    if place >= len(row):
        return False
    token = row[place]
    if token.form == "CD" or token.lemma in TIME_NOUNS:
        return True
    return place - 1 > at and row[at].form in {"DT", "PRP$", "NNP"} and token.form in {"NN", "NNS", "CD"}


def _finish(
    row: Sequence[Token], shown: Sequence[int], at: int, place: int, *, head: int | None, owner: int | None
) -> tuple[Phrase, int] | None:
    """The phrase over the places gathered; a last adjective, number or determiner may stand for the missing noun."""
    if place == at:
        return None
    last = place - 1
    if head is None:
        if row[last].form not in {"CD", "JJ", "JJS", "DT"} or (last == at and row[at].form == "JJ"):
            return None
        head = last
    lemma = row[head].lemma
    is_year = row[head].form == "CD" and head == at and len(lemma) == 4 and lemma[:2] in {"19", "20"}
    temporal = lemma in TIME_NOUNS or _is_calendar(row[head]) or _is_calendar(row[at]) or is_year
    temporal = temporal or (lemma in _SEASONS and row[at].lemma in _WHICH)
    following = row[place].lemma if place < len(shown) else ""
    if following == "of" and row[head].form == "NNS":
        temporal = False  # "ten days of talks"
    return Phrase(shown[at], shown[last] + 1, shown[head], owner, None, temporal and owner is None), place


def verb_group(row: Sequence[Token], shown: Sequence[int], at: int) -> tuple[Group, int] | None:
    """The verb group that starts at place ``at``, and the place after it; None where none starts."""
    form = row[at].form
    if form == "TO":
        if not _infinitive_follows(row, at + 1):
            return None
    elif form not in _AUXILIARIES and form not in _VERBS:
        return None
    group = Group(shown[at])
    place, n = at, len(shown)
    last_auxiliary = ""
    while place < n:
        token = row[place]
        form = token.form
        if form in _VERBS:
            if last_auxiliary == "BE" and form not in {"VBN", "VBG"}:
                break
            if last_auxiliary == "HV" and form != "VBN":
                break
            _take_verb(group, shown[place], form, last_auxiliary)
            return group, place + 1
        if form in _AUXILIARIES or (form == "TO" and place == at):
            _take_auxiliary(group, shown[place], token, last_auxiliary)
            last_auxiliary = form if form != "TO" else "MD"
        elif token.lemma in _NEGATIONS:
            group.negated = True
        elif form != "RB":
            break
        place += 1
    return _bare(shown, group, at, place)


def _infinitive_follows(row: Sequence[Token], place: int) -> bool:
    while place < len(row) and row[place].form == "RB":
        place += 1
    return place < len(row) and row[place].form in {"VB", "BE", "HV", "DO"}


def _take_auxiliary(group: Group, index: int, token: Token, before: str) -> None:
    if token.form == "TO":
        group.kind = "infinitive"
    elif token.form == "MD":
        group.modal = token.lemma
    elif token.form == "HV":
        group.perfect = True
    word = token.norm.lower()
    if word in {"was", "were", "had", "did"}:
        group.past = True
    if word in {"being", "having"} and not before:
        group.kind = "participle"
    group.head, group.form, group.end = index, token.form, index + 1


def _take_verb(group: Group, index: int, form: str, before: str) -> None:
    group.head, group.form, group.end = index, form, index + 1
    if before == "BE":
        group.passive = form == "VBN"
        group.progressive = form == "VBG"
    elif not before:
        group.past = form == "VBD"
        group.passive = form == "VBN"
        group.kind = "participle" if form in {"VBN", "VBG"} else "finite"


def _bare(shown: Sequence[int], group: Group, at: int, place: int) -> tuple[Group, int]:
    """A group whose last auxiliary is itself the verb ("had a call", "is ready"), adverbs after it given back."""
    end = next(k for k in range(at, place) if shown[k] == group.head) + 1
    if group.form == "HV":
        group.perfect = False
    return group, end
