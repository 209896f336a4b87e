"""Noun phrases and verb groups of a tagged sentence, after Abney (1991): chunks first, attachments later.

Quotation marks are looked through and short parentheses skipped, so that ``the "rapid" growth`` and ``the Bank (ABC)
said`` read as if they were not there.
"""

# ruff: noqa: PLR0912 (decision lists: one branch a rule)

from collections.abc import Sequence

from msgspec import Struct

from briefgen.extract.function_words import NOUNISH, VERB_FORMS
from briefgen.model.analysis import Columns
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
_TIMES = CALENDAR | TIME_NOUNS | _SEASONS
_WHICH = frozenset({"last", "this", "next"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_INSIDE = _ADJECTIVES | NOUNISH | {"CD"}
_COUNTED = _ADJECTIVES | {"CD"}
_DETERMINERS = frozenset({"DT", "PRP$"})
# What may stand in a phrase besides nouns and possessives.
_MODIFIERS = _COUNTED | _DETERMINERS | {"RB", "CC", "VBG", "VBN"}
_AUXILIARIES = frozenset({"MD", "BE", "HV", "DO"})
_NEGATIONS = frozenset({"not", "n't", "never"})
_QUOTES = frozenset({'"', "''"})
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_LOOKED_THROUGH = _QUOTES | _OPENING
_MAX_PARENTHESIS = 12
_BIG_NUMBERS = frozenset("hundred thousand million dozen".split())
_YEAR = 4  # digits


class Group(Struct, eq=False, gc=False):
    """A verb with its auxiliaries; ``start`` to ``end`` is its extent, ``head`` the verb that carries the meaning."""

    start: int
    end: int
    head: int
    form: str = ""
    kind: str = "finite"
    modal: str = ""
    passive: bool = False
    past: bool = False
    perfect: bool = False
    progressive: bool = False
    negated: bool = False


class Row:
    """The tokens of a sentence that take part, as columns: fine tags and lemmas, and where each stands in the sentence.

    Places count in these columns; ``has_gaps`` tells whether any token was left out.
    """

    __slots__ = ("forms", "has_gaps", "lemmas", "sentence", "shown")

    def __init__(self, sentence: Columns) -> None:
        self.sentence = sentence
        self.forms: Sequence[str] = sentence.forms
        self.lemmas: Sequence[str] = sentence.lemmas
        self.shown = _visible(sentence)
        self.has_gaps = len(self.shown) < len(sentence.forms)
        if self.has_gaps:
            self.forms = [self.forms[i] for i in self.shown]
            self.lemmas = [self.lemmas[i] for i in self.shown]


def _visible(sentence: Columns) -> Sequence[int]:
    """Indexes of the tokens that take part: no double quotation marks, no short parentheses."""
    forms, lemmas = sentence.forms, sentence.lemmas
    n = len(lemmas)
    rough = not _HEDGING.isdisjoint(lemmas) and ("CD" in forms or not _BIG_NUMBERS.isdisjoint(lemmas))
    if not rough and _LOOKED_THROUGH.isdisjoint(lemmas):
        return list(range(n))
    shown: list[int] = []
    past = 0  # the token from which to go on
    for i, lemma in enumerate(lemmas):
        if i < past:
            continue
        if lemma in _OPENING:
            close = next((k for k in range(i + 1, min(n, i + _MAX_PARENTHESIS)) if lemmas[k] in _CLOSING), None)
            if close is not None and shown:
                past = close + 1
                continue
        if rough and lemma in _HEDGES_BY_WORD and (skipped := _hedge(sentence, i)):
            past = i + skipped
        elif lemma not in _QUOTES:
            shown.append(i)
    return shown


_HEDGES = (("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to"), ("at", "least"), ("at", "most"),
           ("as", "many", "as"), ("close", "to"), ("over",), ("under",), ("about",), ("around",), ("nearly",),
           ("almost",), ("roughly",), ("approximately",), ("some",), ("only",))  # fmt: skip
_HEDGES_BY_WORD = {first: tuple(h for h in _HEDGES if h[0] == first) for first, *_ in _HEDGES}
_HEDGING = frozenset(_HEDGES_BY_WORD)


def _hedge(sentence: Columns, i: int) -> int:
    """How many tokens from ``i`` only say that a number is rough: "more than 100 people" reads as "100 people"."""
    words = sentence.lowers
    for hedge in _HEDGES_BY_WORD.get(words[i], ()):
        end = i + len(hedge)
        if end < len(words) and words[i:end] == hedge:
            counts = sentence.forms[end] == "CD" or sentence.lemmas[end] in _BIG_NUMBERS
            is_year = len(words[end]) == _YEAR and words[end][:2] in {"19", "20"}
            return len(hedge) if counts and not is_year else 0
    return 0


def noun_phrase(row: Row, at: int) -> tuple[Phrase, int] | None:
    """The phrase that starts at a place, and the place after it; None where none starts."""
    forms, lemmas, shown = row.forms, row.lemmas, row.shown
    if forms[at] == "PRP":
        return Phrase(shown[at], shown[at] + 1, shown[at]), at + 1
    head: int | None = None
    owner: int | None = None
    place, n = at, len(forms)
    while place < n:
        form = forms[place]
        if row.has_gaps and head is not None and _quote_opens(row, at, place):
            break
        if form in NOUNISH:
            if form == "NNP":
                dated = lemmas[place] in CALENDAR
                if head is not None and (dated or lemmas[head] in TIME_NOUNS):
                    break
                if dated and not _after_month(row, place + 1, at):
                    head, place = place, place + 1
                    break
            head = place
        elif form == "POS":
            if head is None or place + 1 >= n or not _goes_on(forms[place + 1]):
                break
            owner, head = shown[head], None
        elif head is None and (form in _COUNTED or (place == at and form in _DETERMINERS)):
            pass
        elif form not in _MODIFIERS or not _is_modifier(row, place, at):
            break
        place += 1
    last = place - 1
    if head is None:
        head = _stands_in(forms, at, last)
        if head is None:
            return None
    timed = lemmas[head] in _TIMES or forms[head] == "CD" or lemmas[at] in CALENDAR
    temporal = timed and owner is None and _is_temporal(row, at, place, head)
    return Phrase(shown[at], shown[last] + 1, shown[head], owner, None, temporal), place


def _stands_in(forms: Sequence[str], at: int, last: int) -> int | None:
    """The last adjective, number or determiner of a phrase without a noun, where that may stand for it."""
    if last < at or forms[last] not in {"CD", "JJ", "JJS", "DT"} or (last == at and forms[at] == "JJ"):
        return None
    return last


def _quote_opens(row: Row, at: int, place: int) -> bool:
    """Whether a quotation begins right before the place: "the suit | "good news""; not "the "axis" speech"."""
    norms, shown = row.sentence.norms, row.shown
    if shown[place] == shown[place - 1] + 1 or norms[shown[place] - 1] != '"' or row.forms[place] == "NNP":
        return False
    return '"' not in norms[max(0, shown[at] - 1) : shown[place] - 1]


def _goes_on(form: str) -> bool:
    return form in _INSIDE or form in {"VBG", "VBN", "RB", "DT"}


def _is_modifier(row: Row, place: int, at: int) -> bool:
    """Whether a word behind the first (or a number after a name) belongs to the phrase."""
    forms = row.forms
    form = forms[place]
    following = forms[place + 1] if place + 1 < len(forms) else ""
    before = forms[place - 1] if place > at else ""
    if form in _DETERMINERS:
        return before == "DT"
    if form == "CD":
        return before in {"NNP", "NN"} and following not in {"NN", "NNS", "NNP", "CD", "JJ"}
    if form in _ADJECTIVES:
        joins = before in NOUNISH and following in {"NN", "NNS", "JJ", "CC"}
        joins = joins or (before == following == "NNP" and row.lemmas[place].endswith("-base"))  # "Porto Alegre-based"
        return joins and row.lemmas[place] not in {"last", "next", "past", "late"}
    if form == "RB":
        return following in _ADJECTIVES and before in {"DT", "PRP$", "POS", "JJ"}
    if form == "CC":
        return before in _ADJECTIVES and following in _ADJECTIVES
    return before in {"DT", "PRP$", "POS", "JJ"} and following in NOUNISH  # "the warring | sides"


def _after_month(row: Row, place: int, at: int) -> bool:
    """Whether a phrase goes on after a weekday or month: "May 21", "Monday night", "the April talks"."""
    forms = row.forms
    if place >= len(forms):
        return False
    if forms[place] == "CD" or row.lemmas[place] in TIME_NOUNS:
        return True
    return place - 1 > at and forms[at] in {"DT", "PRP$", "NNP"} and forms[place] in {"NN", "NNS", "CD"}


def _is_temporal(row: Row, at: int, place: int, head: int) -> bool:
    """Whether a phrase only tells a time: "last month", "Monday", "2016"."""
    forms, lemmas = row.forms, row.lemmas
    lemma = lemmas[head]
    if forms[head] == "NNS" and place < len(lemmas) and lemmas[place] == "of":
        return False  # "ten days of talks"
    if lemma in TIME_NOUNS or (lemmas[at] in CALENDAR and forms[at] == "NNP"):
        return True
    if forms[head] == "CD":
        return head == at and len(lemma) == _YEAR and lemma[:2] in {"19", "20"}
    return (lemma in CALENDAR and forms[head] == "NNP") or (lemma in _SEASONS and lemmas[at] in _WHICH)


def verb_group(row: Row, at: int) -> tuple[Group, int] | None:
    """The verb group that starts at a place, and the place after it; None where none starts."""
    forms, shown = row.forms, row.shown
    form = forms[at]
    if form in VERB_FORMS:
        participle = form in {"VBN", "VBG"}
        kind = "participle" if participle else "finite"
        return Group(shown[at], shown[at] + 1, shown[at], form, kind, "", form == "VBN", form == "VBD"), at + 1
    if form == "TO":
        if not _infinitive_follows(forms, at + 1):
            return None
    elif form not in _AUXILIARIES:
        return None
    group = Group(shown[at], shown[at], shown[at])
    place, n = at, len(forms)
    last_auxiliary = ""
    while place < n:
        form = forms[place]
        if form in VERB_FORMS:
            if last_auxiliary == "BE" and form not in {"VBN", "VBG"}:
                break
            if last_auxiliary == "HV" and form != "VBN":
                break
            _take_verb(group, shown[place], form, last_auxiliary)
            return group, place + 1
        if form in _AUXILIARIES or (form == "TO" and place == at):
            _take_auxiliary(group, shown[place], row.sentence, last_auxiliary)
            last_auxiliary = form if form != "TO" else "MD"
        elif row.lemmas[place] in _NEGATIONS:
            group.negated = True
        elif form != "RB":
            break
        place += 1
    return _bare(shown, group, at, place)


def _infinitive_follows(forms: Sequence[str], place: int) -> bool:
    while place < len(forms) and forms[place] == "RB":
        place += 1
    return place < len(forms) and forms[place] in {"VB", "BE", "HV", "DO"}


def _take_auxiliary(group: Group, index: int, sentence: Columns, before: str) -> None:
    form = sentence.forms[index]
    if form == "TO":
        group.kind = "infinitive"
    elif form == "MD":
        group.modal = sentence.lemmas[index]
    elif form == "HV":
        group.perfect = True
    word = sentence.lowers[index]
    if word in {"was", "were", "had", "did"}:
        group.past = True
    if word in {"being", "having"} and not before:
        group.kind = "participle"
    group.head, group.form, group.end = index, form, index + 1


def _take_verb(group: Group, index: int, form: str, before: str) -> None:
    group.head, group.form, group.end = index, form, index + 1
    if before == "BE":
        group.passive = form == "VBN"
        group.progressive = form == "VBG"


def _bare(shown: Sequence[int], group: Group, at: int, place: int) -> tuple[Group, int]:
    """A group whose last auxiliary is itself the verb ("had a call", "is ready"), adverbs after it given back."""
    end = next(k for k in range(at, place) if shown[k] == group.head) + 1
    if group.form == "HV":
        group.perfect = False
    return group, end
