"""Somebody called by a people's name alone: "the Bulgarian had refused"."""

from collections.abc import Sequence

from briefgen.extract.world import world
from briefgen.model.analysis import Token

# Forms that mean the whole people, or several of it, after an article: "the French", "the Chinese", "the Poles".
WHOLE = ("s", "ese", "sh", "ch")
VERBS = frozenset({"VBD", "VBZ", "MD", "HV", "BE", "DO"})
LONGEST = 2  # words
# What is done in a tongue, and how many words may stand between: "wrote her letters in Danish".
UTTERED = frozenset("say speak write sing ask shout reply tell talk chant read publish print add whisper".split())
REACH = 5
WORDED = frozenset({"translation", "subtitle", "dialect", "alphabet", "grammar"})


def national(tokens: Sequence[Token], k: int) -> tuple[int, str] | None:
    """The token after "Bulgarian" in "the Bulgarian had" and the country's name; None where a noun follows."""
    if k == 0 or tokens[k - 1].norm.lower() != "the" or not tokens[k].norm[0].isupper():
        return None
    for count in range(min(LONGEST, len(tokens) - k), 0, -1):
        known = world().forms.get(" ".join(token.norm for token in tokens[k : k + count]))
        if known is not None:
            end = k + count
            alone = known.kind == "people" and not tokens[end - 1].norm.endswith(WHOLE) and stands_alone(tokens, end)
            return (end, known.name) if alone else None
    return None


def stands_alone(tokens: Sequence[Token], end: int) -> bool:
    """Whether a verb, a possessive, "who" or the sentence's end follows: no noun that the word would describe."""
    if end == len(tokens):
        return True
    after = tokens[end]
    if after.norm == "," and end + 1 < len(tokens):
        return tokens[end + 1].norm in {"who", "whose"} or tokens[end + 1].norm.isdigit()
    return after.form in VERBS or after.norm in {"'s", ".", "who"}


def is_tongue(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether tokens ``k`` to ``end`` are a language: "said in Danish", "speaks fluent Danish"; no noun follows."""
    follows = tokens[end] if end < len(tokens) else None
    if follows is not None and follows.lemma in WORDED:
        return True  # "in English translation"
    described = follows is not None and (follows.tag in {"NOUN", "ADJ", "PROPN", "NUM"} or follows.norm == "-")
    if k == 0 or described or tokens[end - 1].norm.endswith("s"):
        return False
    if tokens[k - 1].norm == "in":
        return any(token.lemma in UTTERED for token in tokens[max(0, k - 1 - REACH) : k - 1])
    return any(token.lemma == "speak" for token in tokens[max(0, k - 2) : k])
