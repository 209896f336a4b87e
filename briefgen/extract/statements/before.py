"""What is said stands before its cue: ``"…," X said``, ``"…," said X``, ``…, X said.``, ``…, according to X``."""

from collections.abc import Iterator

from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.statements.cues import PHASES, is_end, skip_adverbials
from briefgen.extract.statements.extent import FRONTING, content_end, trimmed
from briefgen.extract.statements.holders import FINITE, RELATIVES
from briefgen.extract.statements.lexicon import lexicon
from briefgen.extract.statements.reading import Cue, Reading
from briefgen.extract.statements.subjects import DASHES, NO_VERB, Subject, inverted, phrase, subject_of
from briefgen.extract.statements.text import Text, is_title

ENDS_OF_SPEECH = frozenset((",", "?", "!", "-", "–", "—", "--", "...", ";"))
UNTOLD = PHASES | {"respond", "answer", "react"}  # behind a clause they bring in no words: "…, and he responded"
UNSAID = frozenset("nothing little much so something no anything this".split())
CITING = frozenset({"cite", "quote"})
JOINED = frozenset((",", "-", "–", "—", "--"))


def content_before(text: Text, cue: Cue) -> Reading | None:
    """The quotation or clause before a cue, where the cue takes one and nothing else follows it."""
    if "quote" not in cue.frames and "address" not in cue.frames:
        return None
    score = cue.frames.get("quote", cue.frames.get("address", 0.0))
    subject, border, tail = _speaker_beside(text, cue)
    before = border - 1
    while before >= cue.low and (text.is_mark(before) or text.lemmas[before] == "," or text.lemmas[before] in DASHES):
        before -= 1
    if subject is None or before < cue.low or before == border - 1:
        return None
    number = text.quote_at[before]
    if number < 0:
        return _clause_before(text, cue, subject, border, tail)
    if not _closes(text, number, border) or _is_inside(text, cue, number):
        return None
    return Reading("cue after quotation", score, (cue.start, cue.verb + 1), text.quotes[number], subject, direct=True)


def _is_inside(text: Text, cue: Cue, number: int) -> bool:
    """Whether a quotation belongs to what stands before it: a work's title, or another's words that are reported."""
    first, end = text.quotes[number]
    if all(text.tags[i] == "PUNCT" for i in range(cue.low, first)):
        return False
    if text.lemmas[cue.verb] != "report":
        return is_title(text, first, end)
    told = (i for i in range(cue.low, first) if text.tags[i] == "VERB" and text.quote_at[i] < 0)
    return any("quote" in lexicon().verbs.get(text.lemmas[i], NO_VERB).frames for i in told)


def quotation_before(text: Text, border: int, low: int) -> tuple[int, int] | None:
    """The quotation that ends right before token ``border``."""
    before = border - 1
    while before >= low and (text.is_mark(before) or text.lemmas[before] == ","):
        before -= 1
    number = text.quote_at[before] if low <= before < border - 1 else -1
    return text.quotes[number] if number >= 0 and _closes(text, number, border) else None


def _clause_before(text: Text, cue: Cue, subject: Subject, border: int, tail: int) -> Reading | None:
    found = cue.found
    if text.lemmas[cue.verb] in UNTOLD or text.lemmas[cue.verb] == "deny":
        return None  # "…, a charge she denied"
    if found.frame not in {"none", "thing"} and subject.path != "inverted":
        return None
    tail = max(tail, found.addressee[1] if found.addressee else found.cue_end)
    rest = skip_adverbials(text, tail, cue.high)
    if not is_end(text, rest, cue.high) or (rest < cue.high and text.is_mark(rest)):
        return None
    first = _clause_start(text, border, cue.low)
    end = trimmed(text, first, border)
    if rest < cue.high - 1 and text.lemmas[rest] in JOINED and _goes_on(text, first, border, rest):
        end = trimmed(text, rest, cue.high)  # the cue stands inside: "The road, she said, was closed."
    if end - first < 2:
        return None
    score = 0.95 * cue.frames.get("quote", cue.frames.get("address", 0.0))
    return Reading("cue after clause", score, (cue.start, cue.verb + 1), (first, end), subject)


def _speaker_beside(text: Text, cue: Cue) -> tuple[Subject | None, int, int]:
    """The speaker of a cue whose content stands before it, the first token of speaker and cue, and their end."""
    verb, start, low = cue.verb, cue.start, cue.low
    can_invert = start == verb and start > low and "address" not in cue.frames and text.forms[verb] != "VBG"
    if can_invert and (text.is_mark(start - 1) or (start - 1 > low and text.quote_at[start - 2] >= 0)):
        subject = inverted(text, verb, cue.high)
        if subject is not None:
            return subject, start, subject.end
    subject = _inverted_over_comma(text, cue) if can_invert else None
    end = _end_of(text, subject, cue.high) if subject is not None else None
    if end is not None:
        return subject, start, end
    subject = subject_of(text, verb, low)
    if subject is not None and subject.path not in {"shared", "participle", "control"}:
        border = subject.first
        if border - 1 > low and text.forms[border - 1] in {"VBN", "VBD"} and text.is_mark(border - 2):
            border -= 1  # "…," retired general Ann Lee said
        joins = border > low and text.forms[border - 1] in {"CS", "CC", "IN"}
        return subject, border - (joins and text.lemmas[border - 1] in {"as", "but", "and"}), verb + 1
    subject = _inverted_over_comma(text, cue) if can_invert else None
    return subject, start, subject.end if subject else verb + 1


def _end_of(text: Text, subject: Subject, high: int) -> int | None:
    """Where an inverted subject ends that only its own clause follows: "said Ann Lee of a firm that builds …"."""
    end = subject.end
    if end < high and text.lemmas[end] == "of":
        end = text.skip_nominals(subject.first, high)
        end = high if end < high and text.lemmas[end] in RELATIVES else end
    return end if is_end(text, end, high) else None


def _inverted_over_comma(text: Text, cue: Cue) -> Subject | None:
    """ "The road was closed, said X", "The road, said X, was closed"; not "Ann Lee, who left in May, denies all guilt",
    where the verb's subject stands before it.
    """
    if text.lemmas[cue.start - 1] != ",":
        return None
    subject = inverted(text, cue.verb, cue.high)
    if subject is None:
        return None
    _, clause = text.clause(cue.verb)
    spoken = text.lemmas[cue.verb] == "say" and text.lemmas[subject.head] not in UNSAID
    own = clause is not None and clause.path in {"direct", "apposition", "coordination"}
    if own and not _may_speak(text, subject):
        return None
    own = own and not spoken
    end = subject.end
    goes_on = end < cue.high - 1 and text.lemmas[end] == "," and text.forms[end + 1] in FINITE
    return subject if goes_on or not own else None


def _may_speak(text: Text, subject: Subject) -> bool:
    """Whether it is no thing that stands behind "said": "Ann Lee, who left, said the purchase, made in May, was"."""
    words, lemma = names(), text.lemmas[subject.head]
    thing = text.forms[subject.first] == "DT" and text.forms[subject.head] in {"NN", "JJ"}
    return (
        not thing
        or lemma in lexicon().carriers
        or lemma in words.titles
        or lemma in words.groups
        or lemma in words.org_nouns
    )


def _goes_on(text: Text, first: int, border: int, comma: int) -> bool:
    """Whether the clause before a cue goes on behind it: it has no verb yet, or a conjunction joins more.

    So does one that stands between two dashes, or ends in "which", or is but a clause with "if".
    """
    last = border - 1
    while last > first and text.tags[last] == "PUNCT":
        last -= 1
    between = text.lemmas[comma] in DASHES and text.lemmas[border - 1] in DASHES
    if between or text.lemmas[last] in RELATIVES or text.forms[last] == "CC":
        return True
    if text.lemmas[first] in FRONTING and not any(text.lemmas[i] == "," for i in range(first, last)):
        return True
    if text.lemmas[comma] != ",":
        return False
    return text.forms[comma + 1] == "CC" or not any(text.forms[i] in FINITE for i in range(first, border))


def _closes(text: Text, number: int, border: int) -> bool:
    """Whether the quotation ends as speech before a cue does: with a mark of its own or a comma behind it."""
    first, end = text.quotes[number]
    while end > first + 1 and text.is_mark(end - 1):
        end -= 1  # a quotation inside the quotation
    if text.lemmas[end - 1] in ENDS_OF_SPEECH:
        return True
    return any(text.lemmas[i] in JOINED for i in range(end, border)) or text.lemmas[end - 1] == "."


def _clause_start(text: Text, border: int, low: int) -> int:
    """The first token of the clause before a cue: after the last semicolon, or the sentence's first."""
    for i in range(border - 1, low, -1):
        if text.lemmas[i] == ";" and text.quote_at[i] < 0:
            return i + 1
    return low


def according(text: Text, i: int, low: int, high: int) -> Iterator[Reading]:
    """ "according to X": what X says is the rest of the sentence."""
    if i + 2 >= high or text.lemmas[i + 1] != "to":
        return
    end = text.phrase_end(i + 2, high)
    if end == i + 2:  # a noun that looks like a verb: "according to show insiders"
        end = next((j for j in range(i + 2, min(i + 8, high)) if text.tags[j] == "PUNCT"), i + 2)
    if end == i + 2:
        return
    subject = phrase(text, end - 1, i + 2, "direct", 1.0)
    if end == i + 3 and text.forms[i + 2] == "DT" and text.is_mark(end) and text.quote_at[end + 1] >= 0:
        end = text.quotes[text.quote_at[end + 1]][1]  # "according to the "Front for Peace", a party"
        end -= text.tags[end - 1] == "PUNCT"
        subject = Subject(i + 2, end - 1, end, "direct", 1.0)
    score = lexicon().according
    cue = (i, i + 2)
    before = i - 1
    while before >= low and (text.lemmas[before] == "," or text.is_mark(before) or text.lemmas[before] in DASHES):
        before -= 1
    if before < low:
        first = _after_aside(text, end, high)
        if first is not None:
            yield Reading("according to, before", score, cue, (first, content_end(text, first, high)), subject)
        return
    if end < high - 1 and text.lemmas[end] == "," and (text.forms[before] == "CC" or text.lemmas[before] in RELATIVES):
        content = (end + 1, content_end(text, end + 1, high))  # "left and, according to the bank, works in Oslo"
        yield Reading("according to, before", score, cue, content, subject)
        return
    number = text.quote_at[before]
    if number >= 0 and text.sentence(text.quotes[number][0])[0] <= text.quotes[number][0] and _whole(text, number, low):
        yield Reading("according to, after quotation", score, cue, text.quotes[number], subject, direct=True)
        return
    first = _clause_start(text, i, low)
    if _has_own_cue(text, first, i):
        return
    yield Reading("according to, after", score, cue, (first, trimmed(text, first, i)), subject)


def _has_own_cue(text: Text, first: int, end: int) -> bool:
    """Whether a quotation before "according to" has its own cue: "…," he told settlers, according to a statement."""
    close = next((i for i in range(end - 1, first - 1, -1) if text.quote_at[i] >= 0), end)
    told = (i for i in range(close, end) if text.tags[i] == "VERB")
    return any("quote" in lexicon().verbs.get(text.lemmas[i], NO_VERB).frames for i in told)


def _after_aside(text: Text, end: int, high: int) -> int | None:
    """Where the clause begins behind "According to Ann Lee, a lawyer in Oslo,"."""
    commas = [j for j in range(end, high) if text.lemmas[j] == "," and text.quote_at[j] < 0][:2]
    if not commas:
        return None
    first = commas[0] + 1
    if len(commas) == 2 and commas[0] == end and text.lemmas[first] in CITING:
        return commas[1] + 1  # "According to the agency, citing two sources,"
    if len(commas) < 2 or commas[0] != end or text.tags[end - 1] != "PROPN" or text.forms[first] not in {"DT", "WP"}:
        return first
    verbs = any(text.forms[j] in FINITE for j in range(first, commas[1]))
    goes_on = any(text.forms[j] in FINITE for j in range(commas[1] + 1, high))
    joined = commas[1] + 1 < high and text.forms[commas[1] + 1] in {"CC", "WDT", "WP", "VBN", "VBG", "IN"}
    apposed = not verbs or text.forms[first] == "WP"
    return commas[1] + 1 if apposed and goes_on and not joined else first


def _whole(text: Text, number: int, low: int) -> bool:
    """Whether the quotation is all that stands before the cue."""
    return all(text.tags[i] == "PUNCT" for i in range(low, text.quotes[number][0]))
