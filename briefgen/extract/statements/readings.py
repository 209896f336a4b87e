"""The attributions that one sentence makes by its cues: who, cue, and the token range of what is said."""

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.statements.before import according, content_before, quotation_before
from briefgen.extract.statements.cues import FINDING, complement, entry_at, is_end
from briefgen.extract.statements.extent import content_end, is_fronted
from briefgen.extract.statements.holders import FINITE
from briefgen.extract.statements.lexicon import lexicon
from briefgen.extract.statements.reading import Cue, Reading
from briefgen.extract.statements.subjects import Subject, group_start, inverted, phrase, subject_of
from briefgen.extract.statements.text import ACCORDING, REACH, SAID, Text, is_term, is_title

QUOTED = 0.9  # own words in marks
BEFORE_QUOTATION = "cue before quotation"
SAYS = 0.9  # frame score of verbs of speech
WANTED = 0.6  # factor of what is wanted or expected to be said
HOPES = frozenset({"hope", "wish", "imagine"})
HOPED = 8  # tokens before a cue in which a hope may stand
GOING_ON = frozenset({"go", "continue", "proceed", "quick", "first"})
LEAST = 0.55  # of a cue that own words in its content can raise
QUOTED_PART = 0.8  # a phrase with own words in it: "called for a "swift end""
NOBODY = frozenset("neither nobody none no no-one".split())
NOUNS = frozenset("warning ruling finding hearing feeling understanding briefing meeting opening".split())
QUOTED_AS = frozenset({"say", "tell", "write", "add", "declare"})
SAYING = frozenset({"quote", "cite"})
UNSAID = frozenset("not never n't would could may might should will can must".split())
MENACING = frozenset({"threaten", "push", "promise"})
MUCH = frozenset("much little nothing anything".split())
CLAUSES = frozenset({"that", "wh", "colon", "quote"})


def readings(text: Text, number: int) -> Iterator[Reading]:
    """All attributions by cues in the sentence with that number; a cue reaches ``REACH`` tokens."""
    verbs = lexicon().verbs
    first, end = text.bounds[number]
    said = first  # the end of the content of the last verb of speech
    for i in text.cues[number]:
        lemma = text.lemmas[i]
        if text.quote_at[i] >= 0 or not (lemma in verbs or lemma in ACCORDING):
            continue
        low, high = max(first, i - REACH), min(end, i + REACH)
        if lemma in ACCORDING:
            yield from according(text, i, low, high)
        elif text.tags[i] == "VERB" or _looks_nominal(text, i, low, high):
            speaks = "quote" in verbs[lemma].frames
            for reading in _by_verb(text, i, low, high):
                if speaks or reading.rule != BEFORE_QUOTATION or reading.content[1] > said:
                    yield reading
                    said = max(said, reading.content[1]) if speaks else said


def _looks_nominal(text: Text, i: int, low: int, high: int) -> bool:
    """A cue verb that was read as a noun: a name or plural before it, "that" or a colon behind it."""
    if not low < i < high - 1 or text.forms[i] not in {"NNS", "NN"} or text.lemmas[i + 1] not in {"that", ":"}:
        return False
    if text.lemmas[i + 1] == ":":
        return text.forms[i] == "NNS" and text.forms[i - 1] in {"NNP", "PRP"}
    if i + 2 >= high:
        return False
    return text.forms[i - 1] in {"NNP", "PRP", "NNS"} and text.forms[i + 2] in {"PRP", "DT", "NNP", "NNS", "PRP$"}


def _by_verb(text: Text, i: int, low: int, high: int) -> Iterator[Reading]:
    cue = _cue(text, i, low, high)
    if cue is None or _is_term(text, cue):
        return
    turned = _colon_behind_subject(text, cue)
    if turned is not None:
        yield turned
        return
    if text.forms[i] == "VBG" and text.lemmas[i] in QUOTED_AS and i - 1 > low and text.lemmas[i - 1] == "as":
        yield from _quoted_as_saying(text, cue)
        return
    left = content_before(text, cue)
    if left is None and cue.found.frame == "none":
        return
    medium = _medium(text, cue)
    subject = left.subject if left is not None else subject_of(text, i, low)
    if _is_denied(text, subject, low):
        return
    if left is not None:
        yield left if medium is None else replace(left, messenger=medium)
    if left is None or cue.found.frame == "quote":
        said = (
            1.0 if _is_said(text, cue) and not _only_may(text, cue) and not _by_things(text, cue, subject) else WANTED
        )
        for reading in _content_behind(text, cue, subject, medium):
            yield reading if said == 1.0 else replace(reading, score=reading.score * said)


def _colon_behind_subject(text: Text, cue: Cue) -> Reading | None:
    """ "One thing counts, said Ann Lee: "…""."""
    if text.lemmas[cue.verb] not in QUOTED_AS or cue.start != cue.verb or text.lemmas[cue.start - 1] != ",":
        return None
    subject = inverted(text, cue.verb, cue.high)
    first = subject.end + 2 if subject is not None else cue.high
    if subject is None or first >= cue.high or text.lemmas[first - 2] != ":" or text.quote_at[first] < 0:
        return None
    words = (cue.start, cue.verb + 1)
    return Reading("colon", QUOTED, words, text.quotes[text.quote_at[first]], subject, direct=True)


def _is_denied(text: Text, subject: Subject | None, low: int) -> bool:
    """Whether nobody said so, or it is open who did: "neither A nor B said when", "whether A said so"."""
    if subject is None:
        return False
    first = subject.first
    if first - 1 > low and text.lemmas[first - 1] == "of":
        first -= 1  # "neither of the two said"
    before = text.lemmas[first - 1] if first > low else ""
    denied = before in {"nor", "neither", "whether", "if"} or (before == "not" and first == subject.first)
    return denied or text.lemmas[subject.first] in NOBODY


def _medium(text: Text, cue: Cue) -> Subject | None:
    """The news medium that was told ("told Reuters"), through which it came."""
    told = cue.found.addressee
    if told is None or not any(text.tokens[i].norm.lower() in lexicon().media for i in range(*told)):
        return None
    end = text.phrase_end(told[0], told[1])
    named = next((i for i in range(end - 1, told[0] - 1, -1) if text.tags[i] == "PROPN"), None)
    return Subject(told[0], named, end, "direct", 1.0) if named is not None else None


def _is_said(text: Text, cue: Cue) -> bool:
    """Whether the words were said at all: "wants to say", "was expected to say" do not tell so."""
    i = cue.start - 1
    first = max(cue.low, i - HOPED)
    hoped = not HOPES.isdisjoint(text.lemmas[first:i])
    if hoped and any(text.lemmas[j] in HOPES and text.quote_at[j] < 0 for j in range(first, i)):
        return False  # "I hope that some day Norway says, "…""
    if i <= cue.low or text.forms[i] != "TO":
        return True
    return any(text.lemmas[j] in GOING_ON for j in range(max(i - 2, cue.low), i))


def _only_may(text: Text, cue: Cue) -> bool:
    """Whether a verb that shows rather than says stands behind "can" or "will": "a question that will show whether"."""
    modal = "MD" in text.forms[cue.start : cue.verb]
    if modal and cue.found.frame == "quote" and text.lemmas[cue.found.first - 2] not in {",", ":"}:
        return True  # "would respond "in kind""
    return modal and cue.found.frame not in {"quote", "colon"} and cue.frames.get("that", 0.0) < SAYS


def _by_things(text: Text, cue: Cue, subject: Subject | None) -> bool:
    """ "a culture that encourages people to be silent", "the aim it vowed to reach": in a clause of a thing; or it is
    a thing that "threatens to spread".
    """
    # "The bid didn't offer "enough benefit"".
    undone = cue.found.frame in {"thing", "quote"} and "not" in text.lemmas[cue.start : cue.verb]
    if (
        subject is not None
        and (undone or text.lemmas[cue.verb] in MENACING)
        and text.forms[subject.head] in {"NN", "NNS"}
    ):
        word = text.lemmas[subject.head]
        if undone and word in lexicon().carriers:
            return False
        return word not in names().groups and word not in names().titles and word not in names().org_nouns
    if subject is None or cue.found.frame in {*CLAUSES, "none"}:
        return False
    if text.forms[cue.verb] == "VB" and subject.path == "shared":
        return True  # "declined to threaten or declare it closed"
    aim = cue.found.frame == "to" and text.forms[subject.first] == "PRP" and subject.first > cue.low
    contact = aim and text.tags[subject.first - 1] == "NOUN"
    return contact or (subject.path == "relative" and text.lemmas[subject.end - 1] == "that")


def _cue(text: Text, i: int, low: int, high: int) -> Cue | None:
    """The cue at token ``i``; None where the verb is passive, modifies a noun, or is part of a longer cue."""
    entry = entry_at(text, i)
    if entry is None:
        return None
    verb, cue_end = entry
    if text.forms[i] == "VBG" and _is_noun(text, i, low):
        return None
    start = group_start(text, i, low)
    told_to_reader = text.forms[i] == "VB" and start == low  # "Remember that the vote is on Friday"
    if told_to_reader or _was_asked(text, i, low) or (start > low and text.lemmas[start - 1] == "without"):
        return None
    if text.forms[i] == "VBN":
        passive = any(text.lemmas[j] == "be" for j in range(start, i))
        if passive or (start == i and not _may_be_past(text, i, cue_end, low, high)):
            return None
    if text.lemmas[i] in SAYING and _saying_follows(text, i, high):
        return None
    found = complement(text, verb, cue_end, high)
    by_doing = text.forms[i] == "VBG" and start > low and text.lemmas[start - 1] in {"by", "of", "for", "in"}
    is_means = by_doing and found.frame not in CLAUSES  # "by asking the court to rule"
    return None if is_means else Cue(i, start, low, high, verb.frames, found)


def _was_asked(text: Text, i: int, low: int) -> bool:
    """ "The mayor, asked whether she would go, said": she was asked; a verb of hers would stand before."""
    if text.lemmas[i] != "ask" or i - 1 <= low or text.lemmas[i - 1] != ",":
        return False
    return not any(text.forms[j] in FINITE and text.quote_at[j] < 0 for j in range(low, i))


def _is_noun(text: Text, i: int, low: int) -> bool:
    """ "the ruling", "a travel warning": a noun in -ing."""
    if i > low and text.forms[i - 1] in {"DT", "PRP$", "POS"}:
        return True
    if i - 1 <= low or text.tokens[i].norm.lower() not in NOUNS or text.forms[i - 1] not in {"NN", "JJ"}:
        return False
    return text.forms[text.phrase_start(i - 1, low)] == "DT"


def _may_be_past(text: Text, i: int, cue_end: int, low: int, high: int) -> bool:
    """Whether a form that looks like a participle can be a past tense: a name before it, no "by" behind it."""
    if text.tokens[i].norm in SAID:
        return True
    if i == low or not (text.tags[i - 1] in {"PROPN", "PRON"} or text.tokens[i - 1].norm[0].isupper()):
        return False
    return cue_end >= high or text.lemmas[cue_end] not in {"by", "of"}


def _content_behind(
    text: Text, cue: Cue, subject: Subject | None, messenger: Subject | None = None
) -> Iterator[Reading]:
    """What is said stands behind the cue."""
    found, first, high = cue.found, cue.found.first, cue.high
    if found.frame == "none" or _names_a_work(text, cue):
        return
    rule = {"quote": BEFORE_QUOTATION, "colon": "colon"}.get(found.frame, f"indirect: {found.frame}")
    if first >= high or (first == high - 1 and text.tags[first] == "PUNCT"):
        if found.frame == "colon":
            yield Reading(rule, found.score, cue.words, (high, high), subject, opens=True, messenger=messenger)
        return
    quotation = _quotation_at(text, cue)
    if quotation is not None:
        score = max(found.score, QUOTED)
        yield Reading(rule, score, cue.words, quotation, subject, direct=True, messenger=messenger)
        return
    phrasal = found.frame not in CLAUSES or is_fronted(text, cue.start)
    denied = any(text.lemmas[i] in {"not", "never"} for i in range(cue.start, cue.verb))
    bare = found.frame == "that" and "thing" in cue.frames and text.lemmas[first - 1] != "that"
    amount = found.frame == "that" and text.lemmas[first] in MUCH and text.lemmas[first + 1] in {"about", "on"}
    if (denied and bare) or amount or _is_told_one(text, cue):
        return  # "does not report the number of boats used": a thing that it does not do; "said little about it"
    end = content_end(text, first, high, phrasal, inner=subject is not None and subject.path == "relative")
    pointing = found.frame == "that" and end == first + 1 and text.quote_at[first] < 0  # "echoed that message"
    if end > first and not pointing:
        first = _with_cue(text, cue)
        raised = _has_own_words(text, cue, first, end) and found.score >= LEAST and text.lemmas[cue.verb] not in FINDING
        score = max(found.score, QUOTED_PART) if raised else found.score
        yield Reading(rule, score, cue.words, (first, end), subject, messenger=messenger)


def _has_own_words(text: Text, cue: Cue, first: int, end: int) -> bool:
    """Whether the content holds words of the speaker's in marks: no title, and of a thing they stand in the object.

    "Approved the "top kill" measure" has a term in marks, "raised the alert, meaning that "…"" the writer's clause.
    """
    if cue.found.frame == "thing":
        end = next((i for i in range(first, end) if text.lemmas[i] == "," and text.quote_at[i] < 0), end)
    numbers = sorted({*text.quote_at[first:end]} - {-1})
    quotes = [text.quotes[number] for number in numbers]
    terms = cue.found.frame == "thing"
    return any(not is_title(text, *each) and not (terms and is_term(text, *each)) for each in quotes)


def _is_told_one(text: Text, cue: Cue) -> bool:
    """ "told a woman who had asked that …": the clause describes whom it was told."""
    return cue.found.frame == "wh" and cue.found.addressee is not None and text.lemmas[cue.found.first] == "who"


def _is_term(text: Text, cue: Cue) -> bool:
    """ "denounced what it called a raid": a word within what another cue already tells."""
    what = cue.start - 2
    return what > cue.low and text.lemmas[what] == "what" and text.lemmas[what - 1] in lexicon().verbs


def _with_cue(text: Text, cue: Cue) -> int:
    """Where content begins that is only understood with its cue: denied, wished or no clause of its own.

    "denied taking part", "did not say that …", "called for a review": the cue belongs to the words to be cited.
    """
    if any(text.forms[i] in {"MD", "RB"} and text.lemmas[i] in UNSAID for i in range(cue.start, cue.verb)):
        return cue.start
    if cue.found.frame not in CLAUSES or text.lemmas[cue.verb] in lexicon().negative:
        return cue.verb
    first = cue.found.first
    return first - (cue.found.frame == "quote" and text.is_mark(first - 1))


def _names_a_work(text: Text, cue: Cue) -> bool:
    """ "read "Hard Times"": a title right behind the verb, no speech."""
    i = cue.found.cue_end
    number = text.quote_at[i + 1] if i + 1 < cue.high and text.is_mark(i) else -1
    return number >= 0 and text.quotes[number][0] == i + 1 and is_title(text, *text.quotes[number])


def _quotation_at(text: Text, cue: Cue) -> tuple[int, int] | None:
    """The quotation that is the whole content behind a cue."""
    first = cue.found.first
    first += text.is_mark(first) and text.quote_at[first] < 0
    number = text.quote_at[first] if first < cue.high else -1
    if number < 0 or text.quotes[number][0] != first:
        return None
    end = text.quotes[number][1]
    set_off = cue.found.frame in {"quote", "colon"} and not text.is_mark(cue.found.cue_end)
    whole = set_off or _rest_is_empty(text, end, cue.high)
    return (first, end) if whole else None


def _rest_is_empty(text: Text, end: int, high: int) -> bool:
    """Whether the content ends with the quotation: a mark, then the sentence's end or a comma."""
    i = end
    while i < high and text.is_mark(i):
        i += 1
    return is_end(text, i, high) or text.lemmas[end - 1] in {",", ".", "!", "?"}


def _quoted_as_saying(text: Text, cue: Cue) -> Iterator[Reading]:
    """ "X was quoted as saying by Y that …", "Y quoted X as saying …": X speaks, Y carries it."""
    i, low = cue.verb, cue.low
    quoting = next((j for j in range(i - 2, low - 1, -1) if text.lemmas[j] in SAYING and text.tags[j] == "VERB"), None)
    if quoting is None:
        return
    start = group_start(text, quoting, low)
    if any(text.lemmas[j] == "be" for j in range(start, quoting)) or start == quoting == i - 2:
        speaker = subject_of(text, quoting, low)
        messenger = _agent(text, i + 1, cue.high) or _agent(text, quoting + 1, i)
    else:
        end = text.skip_nominals(quoting + 1, i)
        speaker = phrase(text, end - 1, quoting + 1, "direct", 0.95) if end > quoting + 1 else None
        if speaker is not None and text.is_mark(end):  # "quotes a "palace aide" as saying"
            speaker = Subject(quoting + 1, i - 3, i - 1, "direct", 0.95)
        messenger = subject_of(text, quoting, low)
    if cue.found.frame == "none" and speaker is not None:
        before = quotation_before(text, speaker.first, low)
        if before is None and messenger is not None:  # "…," the agency quoted X as saying
            before = quotation_before(text, messenger.first, low)
        if before is not None:  # "…," X was quoted as saying
            words = (start, cue.verb + 1)
            yield Reading("cue after quotation", QUOTED, words, before, speaker, direct=True, messenger=messenger)
    yield from _content_behind(text, replace(cue, start=start), speaker, messenger)


def _saying_follows(text: Text, i: int, high: int) -> bool:
    """Whether the verb at token ``i`` belongs to "quoted … as saying"."""
    return any(text.lemmas[j] == "as" and text.forms[j + 1] == "VBG" for j in range(i + 1, min(i + 10, high - 1)))


def _agent(text: Text, i: int, high: int) -> Subject | None:
    if i >= high or text.lemmas[i] != "by":
        return None
    end = text.phrase_end(i + 1, high)
    return phrase(text, end - 1, i + 1, "direct", 1.0) if end > i + 1 else None
