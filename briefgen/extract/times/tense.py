"""Whether a clause tells of what is past or lies ahead, by its auxiliaries and verbs (Quirk et al., 1985, ch. 4)."""

from collections.abc import Sequence

from briefgen.extract.times.words import words
from briefgen.model.analysis import Token

_MODALS = frozenset({"would", "may", "might", "can", "should", "must"})
_BREAKS = frozenset({";", ":", "--", "—", "–", '"', "who", "which"})
_AFTER = frozenset({"after", "following"})
_REACH = 18
_PAST = {"ed": -1}


def direction(tokens: Sequence[Token], here: int) -> int | None:
    """-1 past, +1 ahead, 0 rather past, None where nothing tells, for an expression that begins at token ``here``."""
    before = _norms(tokens, here - 4, here)
    if here > 1 and tokens[0].norm != "Until" and ("until" in before or "till" in before):
        return _until(tokens, here)
    if before[-1:] == ["to"] and _moves(tokens, here):
        return 1
    if before[-3:] in (["as", "early", "as"], ["as", "soon", "as"]):
        return 1
    found = _left(tokens, here)
    found = _right(tokens, here) if found is None else found
    return 1 if found is None and before[-1:] == ["by"] else found


def _until(tokens: Sequence[Token], here: int) -> int:
    """A term lies ahead ("closed until Friday"); what lasted until Friday, or did not come until then, is over."""
    tense = words().tense
    for i in range(here - 1, max(here - _REACH, -1), -1):
        token = tokens[i]
        if token.norm.lower() in {"not", "n't", "never"} and "did" in _norms(tokens, i - 1, i):
            return -1
        if token.tag == "VERB":
            over = token.lemma in tense["lasting"] and token.form == "VBD"
            return -1 if over or "did" in _norms(tokens, i - 3, i) else 1
    return 1


def _moves(tokens: Sequence[Token], here: int) -> bool:
    """Whether a verb before puts something off to the expression: "postponed from 3 May to 9 June"."""
    verbs = (token for token in reversed(tokens[max(here - _REACH, 0) : here]) if token.tag == "VERB")
    verb = next(verbs, None)
    return verb is not None and verb.lemma in words().tense["moving"]


def _norms(tokens: Sequence[Token], start: int, end: int) -> list[str]:
    return [token.norm.lower() for token in tokens[max(start, 0) : end]]


def _left(tokens: Sequence[Token], here: int) -> int | None:
    """The nearest verb before the expression in its clause."""
    tense = words().tense
    for i in range(here - 1, max(here - _REACH, -1), -1):
        token, word = tokens[i], tokens[i].norm.lower()
        if word in _BREAKS:
            return None
        if word in tense["future_auxiliaries"]:
            return 1
        if token.tag == "AUX":
            if word in _MODALS:
                return -1 if "have" in _norms(tokens, i + 1, i + 3) else 1
        elif token.tag == "VERB" and word.endswith("ing") and i and tokens[i - 1].tag != "AUX":
            continue
        elif token.tag == "VERB" or (word in tense["future_adjectives"] and _predicates(tokens, i)):
            return 1 if _calls(tokens, i, here) else _verb(tokens, i)
    return None


def _calls(tokens: Sequence[Token], i: int, here: int) -> bool:
    """Whether the verb calls people to what the expression dates: "called an election for June", "announced a march in
    Lima on Friday".
    """
    tense = words().tense
    if tokens[i].lemma not in tense["calling"] or tokens[i].form == "VBN":
        return False
    between = tokens[i + 1 : here]
    gatherings = tense["gatherings"]
    if any((token.tag == "VERB" and token.lemma not in gatherings) or token.norm in {",", "of"} for token in between):
        return False
    if between and between[-1].norm == "for":
        return True
    return any(token.lemma in gatherings and token.tag == "NOUN" for token in between)


def _predicates(tokens: Sequence[Token], i: int) -> bool:
    """Whether "due" or "forecast" is an adjective or stands after a form of be."""
    return tokens[i].tag == "ADJ" or (i > 0 and tokens[i - 1].tag == "AUX")


def _verb(tokens: Sequence[Token], i: int) -> int:
    """By the words that lead up to the verb, else by the verb itself."""
    tense = words().tense
    word, helpers = tokens[i].norm.lower(), _norms(tokens, i - 4, i)
    if not tense["future_auxiliaries"].isdisjoint(helpers[-3:]) or helpers[-2:] == ["to", "be"]:
        return 1
    if "to" in helpers[-2:] and tokens[i].tag == "VERB" and not word.endswith(("ed", "ing")):
        return _infinitive(tokens, i)
    if not _MODALS.isdisjoint(helpers[-3:]):
        return -1 if "have" in helpers[-2:] else 1
    if word in tense["future_adjectives"]:
        if helpers[-1:] in (["was"], ["were"]) and not _AFTER.isdisjoint(_norms(tokens, i + 1, i + 4)):
            return -1  # "a deal was likely after the call on Monday": the call has been
        return -1 if "been" in helpers[-2:] or not {"was", "were"}.isdisjoint(_norms(tokens, i + 1, i + 9)) else 1
    return _present(tokens, i, word, helpers)


def _present(tokens: Sequence[Token], i: int, word: str, helpers: list[str]) -> int:
    """A present tense with a date lies ahead: "meets on Friday", "is leaving on Friday", "is heard in May"."""
    if helpers and helpers[-1] in ("is", "are", "'s", "'re", "am"):
        return 1
    scheduled = tokens[i].lemma in words().tense["scheduled"] or tokens[i].lemma in words().tense["expecting"]
    comes = word == "takes" and not {"effect", "place", "office", "over"}.isdisjoint(_norms(tokens, i + 1, i + 3))
    return 1 if comes or (scheduled and (word.endswith("s") or word == tokens[i].lemma)) else -1


def _infinitive(tokens: Sequence[Token], i: int) -> int:
    """What somebody plans to do on Friday lies ahead, what somebody managed to do on Friday hardly does: 0."""
    before = _norms(tokens, i - 4, i)
    if before[-2:] == ["to", "have"] or ("been" in before and "had" in _norms(tokens, i - 5, i)):
        return -1  # "is said to have met him on Friday", "had been asked to come on Friday"
    if before[-2:] in (["is", "to"], ["are", "to"], ["'s", "to"]):
        return 1
    controls = words().tense["future_controls"]
    for token in reversed(tokens[max(i - 9, 0) : i]):
        if token.lemma in controls or token.norm.lower() in controls:
            return 1
        if token.tag == "VERB":
            return 0
    return 0


def _right(tokens: Sequence[Token], here: int) -> int | None:
    """The first verb after an expression that opens its clause."""
    tense = words().tense
    for token in tokens[here : here + 22]:
        word = token.norm.lower()
        if word in (";", "--", "—", "–"):
            return None
        if word in tense["future_auxiliaries"] or (token.tag == "AUX" and word == "would"):
            return 1
        if token.tag == "VERB":
            return 1 if token.lemma in tense["future_controls"] and word.endswith("s") else _PAST.get(word[-2:])
    return None
