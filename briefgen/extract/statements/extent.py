"""How far indirect content reaches: to the next attribution, the next main clause, or the full stop."""

from briefgen.extract.statements.cues import entry_at, is_end, skip_adverbials
from briefgen.extract.statements.subjects import DASHES, subject_of
from briefgen.extract.statements.text import ACCORDING, QUOTES, REACH, Text

STRONG = 0.85
REFERRING = frozenset({"cite", "refer", "call", "accuse", "blame", "point"})
CONCESSIVES = frozenset({"though", "although", "while", "but", "and"})
FRONTING = frozenset("while although though as when after before since until because if even whereas once".split())
CLOSING = ACCORDING | DASHES | QUOTES | {";", ",", "and", "but"}
PLURALS = frozenset({"NNS", "PRP", "RB", "NNP"})


def is_fronted(text: Text, cue: int) -> bool:
    """Whether a cue stands in a clause before the main clause: "While she admitted …, the firm …"."""
    low = max(text.sentence(cue)[0], cue - REACH)
    first = next((i for i in range(low, cue + 1) if text.forms[i] not in {"RB", "CC", "PUNCT"}), cue)
    participle = text.forms[cue] == "VBG" and (first == cue or text.forms[first] == "IN")
    opens = text.lemmas[first] in FRONTING or participle
    return opens and not any(text.lemmas[i] == "," for i in range(first, cue))


def content_end(text: Text, first: int, high: int, phrasal: bool = False, inner: bool = False) -> int:
    """Where indirect content ends: before a further attribution, "according to", a new main clause, or the full stop.

    ``phrasal`` content is no clause itself, so that any new clause ends it; ``inner`` content stands in a relative
    clause, which the verb of the main clause ends ("X, who said the road was safe, has left").
    """
    depth = 0
    for i in range(first, high):
        if text.quote_at[i] >= 0:
            continue
        lemma = text.lemmas[i]
        if lemma == "(":
            depth += 1
        elif lemma == ")":
            depth -= 1
        elif (lemma in CLOSING or inner) and i > first and depth <= 0 and _ends_at(text, i, high, phrasal, inner):
            return trimmed(text, first, i + text.is_mark(i))
    return trimmed(text, first, high)


def _ends_at(text: Text, i: int, high: int, phrasal: bool, inner: bool) -> bool:
    """Whether the mark or word at token ``i`` closes the content."""
    if text.lemmas[i] == ";" or text.lemmas[i] in ACCORDING:
        return True
    if text.lemmas[i] in {"and", "but"} and _quotes_on(text, i + 1, high):
        return True
    if inner and text.forms[i] in {"VBD", "VBZ"} and text.forms[i - 1] == "NNP" and _is_named(text, i - 1):
        return True
    comma = text.lemmas[i] == "," or (text.is_mark(i) and text.lemmas[i - 1] == ",")
    if not comma and text.lemmas[i] not in DASHES:
        return False
    if inner and i + 1 < high and text.forms[i + 1] in {"VBD", "VBZ", "MD", "BE", "HV"}:
        return True
    return _new_cue(text, i + 1, high) or (phrasal and _new_clause(text, i + 1, high))


def _is_named(text: Text, i: int) -> bool:
    """Whether the name that ends at token ``i`` is what somebody is: "who said he was Jan Berg"."""
    while i > 0 and text.forms[i] == "NNP":
        i -= 1
    return text.forms[i] == "BE"


def _quotes_on(text: Text, i: int, high: int) -> bool:
    """Whether a cue with a quotation begins at token ``i``: "he was ill and added, "I am old"."""
    if i + 2 >= high or text.tags[i] != "VERB":
        return False
    entry = entry_at(text, i)
    mark = i + 1 + (text.lemmas[i + 1] in {",", ":"})
    return entry is not None and "quote" in entry[0].frames and text.is_mark(mark)


def _new_clause(text: Text, i: int, high: int) -> bool:
    """Whether a main clause with a subject of its own begins at token ``i``: ", Ann Lee said", ", but the road was"."""
    while i < high and (text.forms[i] in {"CC", "RB"} or text.lemmas[i] in CONCESSIVES):
        i += 1
    end = text.skip_of(i, high)
    while i < end < high and text.forms[end] == "RB":
        end += 1
    if not i < end < high:
        return False
    plural = text.forms[end] == "VB" and text.forms[end - 1] in PLURALS
    return plural or text.forms[end] in {"VBD", "VBZ", "MD", "BE", "HV", "DO"}


def _new_cue(text: Text, i: int, high: int) -> bool:
    """Whether ", adding …", ", but warned …", ", though she said …", ", X said." begins at token ``i``."""
    j = i
    while j < high and (text.forms[j] in {"CC", "RB"} or text.lemmas[j] in CONCESSIVES):
        j += 1
    if j < high and text.quote_at[j] < 0 and text.tags[j] == "VERB":
        entry = entry_at(text, j)
        strong = text.lemmas[j] in REFERRING or max(entry[0].frames.values() if entry else (0.0,)) >= STRONG
        if entry and (text.forms[j] == "VBG" or j > i) and strong:
            return True
        if j > i:
            return False
    if j > i and _is_other_speaker(text, j, high):
        return True
    end = text.phrase_end(j, high)
    if j < end < high - 1 and text.lemmas[end] == "and":
        end = text.phrase_end(end + 1, high)  # ", A and B said"
    while j < end < high and text.forms[end] == "RB":
        end += 1
    if not j < end < high or text.tags[end] != "VERB":
        return False
    entry = entry_at(text, end)
    if entry is None or "quote" not in entry[0].frames:
        return False
    return j > i or is_end(text, skip_adverbials(text, entry[1], high), high)


def _is_other_speaker(text: Text, j: int, high: int) -> bool:
    """Whether a cue's subject begins at token ``j``, with or without an apposition: "her lawyer, Juan Gil, said"."""
    for i in range(j + 1, min(j + 20, high)):
        if text.tags[i] == "VERB" and text.quote_at[i] < 0:
            entry = entry_at(text, i)
            if entry is None or "quote" not in entry[0].frames:
                return False
            found = subject_of(text, i, j)
            return found is not None and found.first == j
    return False


def trimmed(text: Text, first: int, end: int) -> int:
    """The end without the stops and lone marks before it."""
    while end > first and text.tags[end - 1] == "PUNCT" and text.quote_at[end - 1] < 0:
        if text.is_mark(end - 1) and any(text.quote_at[i] >= 0 for i in range(first, end)):
            return end
        if text.lemmas[end - 1] in {")", "]", "%"}:
            return end
        end -= 1
    return end
