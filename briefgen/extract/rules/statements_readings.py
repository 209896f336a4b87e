"""The attributions that one sentence makes by its cues: who, cue, and the token range of what is said."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.extract.rules.statements_cues import Complement, complement, entry_at, is_end, skip_adverbials
from briefgen.extract.rules.statements_lexicon import Verb, lexicon
from briefgen.extract.rules.statements_subjects import (
    DASHES,
    FINITE,
    Subject,
    group_start,
    inverted,
    phrase,
    subject_of,
)
from briefgen.extract.rules.statements_text import Text

SAYING = frozenset({"quote", "cite"})
STRONG = 0.85
QUOTED = 0.9  # own words in marks
QUOTED_PART = 0.8  # a phrase with own words in it: "called for a "swift end""
CONCESSIVES = frozenset({"though", "although", "while", "but", "and"})
FRONTING = frozenset("while although though as when after before since until because if even whereas once".split())
ACCORDING = frozenset({"accord", "according"})
SURE = frozenset("say says said told tells".split())  # verbs, whatever the tagger thinks
CLOSERS = frozenset((",", ".", ";", "?", "!"))


class Reading(Struct, frozen=True):
    """One attribution before its speaker is known: cue and content as token ranges.

    ``direct`` is true when the content is exactly one quotation; ``opens`` when the content comes in the next sentence.
    ``messenger`` is the subject of a chain ("the agency quoted X as saying") or who was told.
    """

    rule: str
    score: float
    cue: tuple[int, int]
    content: tuple[int, int]
    subject: Subject | None
    direct: bool = False
    opens: bool = False
    messenger: Subject | None = None


def readings(text: Text, low: int, high: int) -> Iterator[Reading]:
    """All attributions by cues in the sentence of tokens ``low`` to ``high``."""
    verbs = lexicon().verbs
    for i in range(low, high):
        if text.quote_at[i] >= 0:
            continue
        tag, lemma = text.tags[i], text.lemmas[i]
        if lemma in ACCORDING:
            yield from _according(text, i, low, high)
        elif lemma in verbs and (tag == "VERB" or text.tokens[i].norm in SURE or _looks_nominal(text, i, low, high)):
            yield from _verb(text, i, low, high)


def _looks_nominal(text: Text, i: int, low: int, high: int) -> bool:
    """A cue verb that was read as a noun: a name or plural before it, "that" behind it."""
    if not low < i < high - 2 or text.forms[i] not in {"NNS", "NN"} or text.lemmas[i + 1] != "that":
        return False
    return text.forms[i - 1] in {"NNP", "PRP", "NNS"} and text.forms[i + 2] in {"PRP", "DT", "NNP", "NNS", "PRP$"}


def _verb(text: Text, i: int, low: int, high: int) -> Iterator[Reading]:
    entry = entry_at(text, i)
    if entry is None:
        return
    verb, cue_end = entry
    start = group_start(text, i, low)
    if text.forms[i] == "VBN" and any(text.lemmas[j] == "be" for j in range(start, i)):
        return  # a passive: the subject is not the speaker
    if text.forms[i] == "VBN" and start == i and not _may_be_past(text, i, cue_end, low, high):
        return  # a participle that modifies a noun
    found = complement(text, verb, cue_end, high)
    if text.lemmas[i] in SAYING and _saying_follows(text, i, high):
        return
    if text.lemmas[i] == "say" and i - 1 > low and text.lemmas[i - 1] == "as":
        yield from _quoted_as_saying(text, i, found, low, high)
        return
    left = _left(text, i, start, found, verb, low, high)
    if left is not None:
        yield left
        if found.frame != "quote":
            return
        subject = left.subject
    else:
        subject = subject_of(text, i, low)
    if found.frame == "none" or found.first > high:
        return
    yield from _right(text, (start, found.cue_end), found, subject, high)


def _may_be_past(text: Text, i: int, cue_end: int, low: int, high: int) -> bool:
    """Whether a form that looks like a participle can be a past tense: a name before it, no "by" behind it."""
    if i == low or text.tags[i - 1] not in {"PROPN", "PRON"}:
        return False
    return (
        cue_end >= high or text.lemmas[cue_end] == "that" or is_end(text, cue_end, high) or text.forms[cue_end] == "DT"
    )


def _right(
    text: Text,
    cue: tuple[int, int],
    found: Complement,
    subject: Subject | None,
    high: int,
    messenger: Subject | None = None,
) -> Iterator[Reading]:
    """What is said stands behind the cue."""
    rule = {"quote": "cue before quotation", "colon": "colon"}.get(found.frame, f"indirect: {found.frame}")
    first = found.first
    if first >= high or (first == high - 1 and text.tags[first] == "PUNCT"):
        if found.frame == "colon":
            yield Reading(rule, found.score, cue, (high, high), subject, opens=True, messenger=messenger)
        return
    mark = first + (text.is_mark(first) and text.quote_at[first] < 0)
    number = text.quote_at[mark] if mark < high else -1
    if number >= 0 and text.quotes[number][0] == mark:
        end = text.quotes[number][1]
        if found.frame in {"quote", "colon"} or _rest_is_empty(text, end, high):
            yield Reading(rule, max(found.score, QUOTED), cue, (mark, end), subject, direct=True, messenger=messenger)
            return
    phrasal = found.frame not in {"that", "wh", "colon", "quote"} or is_fronted(text, cue[0])
    end = content_end(text, first, high, phrasal)
    if end > first:
        score = found.score
        if any(text.quote_at[j] >= 0 for j in range(first, end)):
            score = max(score, QUOTED_PART)
        yield Reading(rule, score, cue, (first, end), subject, messenger=messenger)


def _rest_is_empty(text: Text, end: int, high: int) -> bool:
    """Whether the content ends with the quotation: a mark, then the sentence's end or a comma."""
    i = end
    while i < high and text.is_mark(i):
        i += 1
    return is_end(text, i, high) or text.lemmas[end - 1] in {",", ".", "!", "?"}


def is_fronted(text: Text, cue: int) -> bool:
    """Whether a cue stands in a clause before the main clause: "While she admitted …, the firm …"."""
    low, _ = text.sentence(cue)
    first = next((i for i in range(low, cue + 1) if text.forms[i] not in {"RB", "CC", "PUNCT"}), cue)
    opens = text.lemmas[first] in FRONTING or (first == cue and text.forms[first] == "VBG")
    return opens and not any(text.lemmas[i] == "," for i in range(first, cue))


def content_end(text: Text, first: int, high: int, phrasal: bool = False) -> int:
    """Where indirect content ends: before a further attribution, "according to", a new main clause, or the full stop.

    ``phrasal`` content is no clause itself, so that any new clause ends it.
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
        elif lemma == ";" or (lemma in ACCORDING and i > first):
            return _trim(text, first, i)
        elif (lemma == "," or lemma in DASHES) and depth <= 0:
            if _new_cue(text, i + 1, high) or (phrasal and _new_clause(text, i + 1, high)):
                return _trim(text, first, i)
    return _trim(text, first, high)


def _new_clause(text: Text, i: int, high: int) -> bool:
    """Whether a main clause with a subject of its own begins at token ``i``: ", Ann Lee said", ", but the road was"."""
    while i < high and (text.forms[i] in {"CC", "RB"} or text.lemmas[i] in CONCESSIVES):
        i += 1
    end = text.phrase_end(i, high)
    while i < end < high and text.forms[end] == "RB":
        end += 1
    if not i < end < high:
        return False
    plural = text.forms[end] == "VB" and text.forms[end - 1] in {"NNS", "PRP", "RB", "NNP"}
    return plural or text.forms[end] in {"VBD", "VBZ", "MD", "BE", "HV", "DO"} or text.tokens[end].norm in SURE


def _new_cue(text: Text, i: int, high: int) -> bool:
    """Whether ", adding …", ", but warned …", ", though she said …", ", X said." begins at token ``i``."""
    j = i
    while j < high and (text.forms[j] in {"CC", "RB"} or text.lemmas[j] in CONCESSIVES):
        j += 1
    if j < high and text.quote_at[j] < 0 and text.tags[j] == "VERB":
        entry = entry_at(text, j)
        if entry and (text.forms[j] == "VBG" or j > i) and max(entry[0].frames.values(), default=0.0) >= STRONG:
            return True
    end = text.phrase_end(j, high)
    while j < end < high and text.forms[end] == "RB":
        end += 1
    if not j < end < high or text.tags[end] != "VERB":
        return False
    entry = entry_at(text, end)
    if entry is None or "quote" not in entry[0].frames:
        return False
    return j > i or is_end(text, skip_adverbials(text, entry[1], high), high)


def _trim(text: Text, first: int, end: int) -> int:
    """The end without the stops and lone marks before it."""
    while end > first and text.tags[end - 1] == "PUNCT" and text.quote_at[end - 1] < 0:
        if text.is_mark(end - 1) and any(text.quote_at[i] >= 0 for i in range(first, end)):
            return end
        if text.lemmas[end - 1] in {")", "]", "%"}:
            return end
        end -= 1
    return end


def _left(text: Text, i: int, start: int, found: Complement, verb: Verb, low: int, high: int) -> Reading | None:
    """What is said stands before the cue: ``"…," X said``, ``"…," said X``, ``…, X said.``"""
    if "quote" not in verb.frames and "address" not in verb.frames:
        return None
    score = verb.frames.get("quote", verb.frames.get("address", 0.0))
    subject, border, tail = _speaker_beside(text, i, start, verb, low, high)
    if subject is None:
        return None
    before = border - 1
    while before >= low and (text.is_mark(before) or text.lemmas[before] in {","} or text.lemmas[before] in DASHES):
        before -= 1
    if before < low or before == border - 1:
        return None
    number = text.quote_at[before]
    cue = (start, i + 1)
    if number >= 0:
        if not _closes(text, number, border):
            return None
        return Reading("cue after quotation", score, cue, text.quotes[number], subject, direct=True)
    if found.frame not in {"none", "thing"} and subject.path != "inverted":
        return None
    tail = max(tail, found.addressee[1] if found.addressee else found.cue_end)
    rest = skip_adverbials(text, tail, high)
    if not is_end(text, rest, high) or text.is_mark(rest):
        return None
    first = _clause_start(text, border, low)
    end = _trim(text, first, border)
    if rest < high - 1 and text.lemmas[rest] == "," and first == low and _goes_on(text, first, border, rest):
        end = _trim(text, rest, high)  # the cue stands inside: "The road, she said, was closed."
    return Reading("cue after clause", score * 0.95, cue, (first, end), subject) if end - first > 1 else None


def _speaker_beside(text: Text, i: int, start: int, verb: Verb, low: int, high: int) -> tuple[Subject | None, int, int]:
    """The speaker of a cue whose content stands before it, the first token of speaker and cue, and their end."""
    can_invert = start == i and start > low and "address" not in verb.frames and text.forms[i] != "VBG"
    if can_invert and text.is_mark(start - 1) or (can_invert and start - 1 > low and text.quote_at[start - 2] >= 0):
        subject = inverted(text, i, high)
        if subject is not None:
            return subject, start, subject.end
    subject = subject_of(text, i, low)
    if subject is not None and subject.path not in {"shared", "participle", "control"}:
        border = subject.first
        if (
            border > low
            and text.lemmas[border - 1] in {"as", "but", "and"}
            and text.forms[border - 1] in {"CS", "CC", "IN"}
        ):
            border -= 1
        return subject, border, i + 1
    subject = inverted(text, i, high) if can_invert and text.lemmas[start - 1] == "," else None
    return subject, start, subject.end if subject else i + 1


def _goes_on(text: Text, first: int, border: int, comma: int) -> bool:
    """Whether the clause before a cue goes on behind it: it has no verb yet, or a conjunction joins more."""
    return text.forms[comma + 1] == "CC" or not any(text.forms[i] in FINITE for i in range(first, border))


def _closes(text: Text, number: int, border: int) -> bool:
    """Whether the quotation ends as speech before a cue does: with a mark of its own or a comma behind it."""
    first, end = text.quotes[number]
    if text.lemmas[end - 1] in {",", "?", "!", "-", "–", "—", "--", "...", ";"}:
        return True
    return any(text.lemmas[i] in {",", "-", "–", "—", "--"} for i in range(end, border)) or text.lemmas[end - 1] == "."


def _clause_start(text: Text, border: int, low: int) -> int:
    """The first token of the clause before a cue: after the last semicolon, or the sentence's first."""
    for i in range(border - 1, low, -1):
        if text.lemmas[i] == ";" and text.quote_at[i] < 0:
            return i + 1
    return low


def _quoted_as_saying(text: Text, i: int, found: Complement, low: int, high: int) -> Iterator[Reading]:
    """ "X was quoted as saying by Y that …", "Y quoted X as saying …": X speaks, Y carries it."""
    quoting = next((j for j in range(i - 2, low - 1, -1) if text.lemmas[j] in SAYING and text.tags[j] == "VERB"), None)
    if quoting is None:
        return
    start = group_start(text, quoting, low)
    passive = any(text.lemmas[j] == "be" for j in range(start, quoting)) or start == quoting == i - 2
    if passive:
        speaker, messenger = subject_of(text, quoting, low), _agent(text, i + 1, high)
    else:
        end = text.skip_nominals(quoting + 1, i)
        speaker = phrase(text, end - 1, quoting + 1, "direct", 0.95) if end > quoting + 1 else None
        messenger = subject_of(text, quoting, low)
    yield from _right(text, (start, found.cue_end), found, speaker, high, messenger)


def _saying_follows(text: Text, i: int, high: int) -> bool:
    """Whether the verb at token ``i`` belongs to "quoted … as saying"."""
    return any(text.lemmas[j] == "as" and text.forms[j + 1] == "VBG" for j in range(i + 1, min(i + 10, high - 1)))


def _agent(text: Text, i: int, high: int) -> Subject | None:
    if i >= high or text.lemmas[i] != "by":
        return None
    end = text.phrase_end(i + 1, high)
    return phrase(text, end - 1, i + 1, "direct", 1.0) if end > i + 1 else None


def _according(text: Text, i: int, low: int, high: int) -> Iterator[Reading]:
    """ "according to X": what X says is the rest of the sentence."""
    if i + 2 >= high or text.lemmas[i + 1] != "to":
        return
    end = text.phrase_end(i + 2, high)
    if end == i + 2:  # a noun that looks like a verb: "according to show insiders"
        end = next((j for j in range(i + 2, min(i + 8, high)) if text.tags[j] == "PUNCT"), i + 2)
    if end == i + 2:
        return
    subject = phrase(text, end - 1, i + 2, "direct", 1.0)
    score = lexicon().scores["prepositions"]
    cue = (i, i + 2)
    before = i - 1
    while before >= low and (text.lemmas[before] == "," or text.is_mark(before) or text.lemmas[before] in DASHES):
        before -= 1
    if before < low:
        first = next((j + 1 for j in range(end, high) if text.lemmas[j] == ","), None)
        if first is not None:
            yield Reading("according to, before", score, cue, (first, content_end(text, first, high)), subject)
        return
    number = text.quote_at[before]
    if number >= 0 and text.sentence(text.quotes[number][0])[0] <= text.quotes[number][0] and _whole(text, number, low):
        yield Reading("according to, after quotation", score, cue, text.quotes[number], subject, direct=True)
        return
    first = _clause_start(text, i, low)
    yield Reading("according to, after", score, cue, (first, _trim(text, first, i)), subject)


def _whole(text: Text, number: int, low: int) -> bool:
    """Whether the quotation is all that stands before the cue."""
    return all(text.tags[i] == "PUNCT" for i in range(low, text.quotes[number][0]))
