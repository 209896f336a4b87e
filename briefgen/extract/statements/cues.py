"""Cue verbs and what follows them: the frame of ``speech.yaml`` that fits, and where the content begins."""

from itertools import pairwise

from msgspec import Struct

from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.statements.holders import FINITE
from briefgen.extract.statements.lexicon import Verb, lexicon
from briefgen.extract.statements.subjects import DASHES, SPANS
from briefgen.extract.statements.text import DAYS, TIME_LEADS, TIME_NOUNS, Text

WH = frozenset("if whether what how why who which where when".split())
CLAUSE_HEADS = frozenset({"NN", "NNS", "NNP", "PRP", "DT", "PRP$", "CD", "JJ", "EX", "VBG"})
SURE = 0.9
SAID_FORMS = frozenset({"DT", "NNP", "NNS", "PRP$", "CD"})
NO_ADVERBIAL = frozenset({"that", "than", "as", "like", "of", "by"})
POINTED_AT = frozenset(
    "claim statement idea argument decision deal plan proposal number figure man woman day moment process case word"
    " vote attack meeting question answer letter offer law rule bill".split()
)
FINDING = frozenset("find see discover notice detect read hear".split())
PHASES = frozenset("begin start finish end close read sing".split())  # with a colon they open a list or a quotation
CLAIMS = frozenset(
    "charge allegation accusation claim report suspicion rumor rumour fear belief evidence sign fact".split()
)
MEANS = frozenset("telephone phone email e-mail text letter video radio satellite fax".split())
OBJECTS = frozenset({"him", "them", "me", "us", "himself", "themselves", "herself", "itself"})
CLAUSE_WORDS = frozenset("there while although though if".split())
ENDS = frozenset((".", ",", ";", "?", "!", ")", "...", "-", "–", "—", "--", "―"))


Fit = tuple[str, float, int]
"""A frame, its score, and the first token of the content."""


class Complement(Struct, frozen=True, gc=False):
    """What a cue verb takes: the frame, its score, and the first token of the content (after the cue and addressee).

    ``cue_end`` is the end of the cue itself with its particle.  ``frame`` is "none" where nothing follows, "colon"
    where what is said stands after a colon.
    """

    frame: str
    score: float
    first: int
    cue_end: int
    addressee: tuple[int, int] | None = None


def entry_at(text: Text, i: int) -> tuple[Verb, int] | None:
    """The cue verb at token ``i`` and the end of the verb with its particle."""
    verb = lexicon().verbs.get(text.lemmas[i])
    if verb is None:
        return None
    after = text.tokens[i + 1].norm.lower() if verb.particles and i + 1 < len(text.tokens) else ""
    for particle, longer in verb.particles:
        if particle[0] != after:
            continue
        end = i + 1 + len(particle)
        words = tuple(token.norm.lower() for token in text.tokens[i + 1 : end])
        if words == particle and text.forms[end - 1] != "TO":  # "agree to leave" is no "agree to" with a thing
            return longer, end
    return (verb, i + 1) if verb.frames else None


def complement(text: Text, verb: Verb, cue_end: int, high: int) -> Complement:
    """What follows the cue whose words end before token ``cue_end``, in a sentence that ends at ``high``."""
    frames = verb.frames
    first = skip_adverbials(text, cue_end, high)
    if "address" in frames and "as" not in frames:
        end = _addressee(text, first, high)
        told = {**frames, "quote": frames["address"], "that": frames["address"], "wh": frames["address"]}
        after = skip_adverbials(text, end, high)
        found = (_introduced(text, told, after, high) or _clause(text, told, after, high)) if end > first else None
        if found is not None:
            return Complement(found[0], found[1], found[2], cue_end, (first, end))
        if end > first and "thing" not in frames and "ask" not in frames:
            return Complement("none", 0.0, after, cue_end, (first, end))
    found = _introduced(text, frames, first, high)
    if found is not None and found[0] == "colon" and text.lemmas[cue_end - 1] in PHASES:
        found = found if text.is_mark(min(found[2], high - 1)) else None
    says = text.lemmas[cue_end - 1] == "say"
    if found is None and says and first < high and text.forms[first] in SAID_FORMS:
        found = ("that", frames["that"], first)  # "say" takes a clause, whatever the tagger thinks of its verb
    clausal = first < high and (text.lemmas[first] == "that" or text.tokens[first].norm.lower() in WH)
    bare = text.lemmas[cue_end - 1] in lexicon().needs_that and not clausal
    found = found or (None if bare else _clause(text, frames, first, high)) or _phrase(text, frames, first, high)
    if (
        found is not None
        and found[0] == "as"
        and text.lemmas[cue_end - 1] == "dismiss"
        and _names_office(text, first, high)
    ):
        found = None
    if found is None and first > cue_end:
        found = _phrase(text, frames, cue_end, high)
    found = found or _later_that(text, frames, first, high)
    if found is None and "address" in frames:
        end = _addressee(text, first, high)
        return Complement("none", 0.0, end, cue_end, (first, end) if end > first else None)
    frame, score, start = found or ("none", 0.0, first)
    return Complement(frame, score, start, cue_end)


def _addressee(text: Text, first: int, high: int) -> int:
    if first >= high or text.quote_at[first] >= 0 or text.forms[first] in {"IN", "CS", "TO", "WP"}:
        return first
    end = text.skip_nominals(first, high)
    if (
        end < high - 1 and text.lemmas[end] == "," and text.tags[end - 1] == "PROPN"
    ):  # "told Reuters, a news agency, that"
        close = next((i for i in range(end + 1, min(end + 12, high)) if text.lemmas[i] == ","), None)
        if close is not None and text.forms[end + 1] == "DT" and close + 1 < high and text.lemmas[close + 1] == "that":
            return close + 1
    return end


def skip_adverbials(text: Text, first: int, high: int) -> int:
    """Over "on Monday", "in a statement", "late last week", "to reporters", to what may be the content."""
    i = first
    while i < high and text.quote_at[i] < 0 and not text.is_mark(i):
        lemma, form = text.lemmas[i], text.forms[i]
        if _is_adverbial(text, i, first, high):
            i += 1
        elif form == "IN" and (lemma not in NO_ADVERBIAL or (lemma == "by" and _is_means(text, first, i + 1, high))):
            end = text.skip_nominals(i + 1, high)
            if end == i + 1 or not _content_may_start(text, end, high):
                return i
            i = end
        elif form == "DT" and (end := _end_of_day(text, i, high)) > i:
            i = end
        elif lemma == "," and _short_aside(text, i, high) is not None:
            i = _short_aside(text, i, high) or high
        else:
            return i
    return i


def _end_of_day(text: Text, i: int, high: int) -> int:
    """The end of "a month ago", or of "the following day" before "that", ``i`` itself where it is something else."""
    end = text.phrase_end(i, high)
    if i < end < high and text.lemmas[end - 1] in SPANS and text.lemmas[end] == "ago":
        return end + 1
    return end if i < end < high and text.lemmas[end - 1] in {*TIME_NOUNS, "day"} and text.lemmas[end] == "that" else i


def _is_means(text: Text, first: int, i: int, high: int) -> bool:
    """Whether "by" says by what means, not who: "by telephone", or behind "saying"."""
    return text.forms[first - 1] == "VBG" or (i < high and text.lemmas[i] in MEANS)


def _is_adverbial(text: Text, i: int, first: int, high: int) -> bool:
    """Whether token ``i`` is an adverb or part of a time without a preposition."""
    lemma = text.lemmas[i]
    if text.forms[i] == "RB":
        return lemma not in {"not", "more", "most"}
    if lemma in TIME_LEADS:
        return i + 1 < high and (text.lemmas[i + 1] in TIME_NOUNS or text.tokens[i + 1].norm.lower() in DAYS)
    return text.tokens[i].norm.lower() in DAYS or (lemma in TIME_NOUNS and i > first)


def _short_aside(text: Text, comma: int, high: int) -> int | None:
    """The end of ", without elaborating," before "that" or a quotation."""
    for i in range(comma + 1, min(comma + 9, high - 1)):
        if text.quote_at[i] >= 0 or text.is_mark(i):
            return None
        if text.lemmas[i] == ",":
            return i + 1 if text.lemmas[i + 1] == "that" else None
    return None


def _content_may_start(text: Text, i: int, high: int) -> bool:
    if i >= high or text.is_mark(i) or text.lemmas[i] in {"that", ":", ",", ".", ";"}:
        return True
    if text.forms[i] in {"IN", "TO", "CS", "RB"}:
        return True
    return text.forms[i] in {"DT", "PRP", "NNP", "PRP$", "NNS", "WP", "JJ", "CD", "NN"}


def _introduced(text: Text, frames: dict[str, float], first: int, high: int) -> Fit | None:
    """A colon or a quotation at ``first``."""
    quote = frames.get("quote", frames.get("that"))
    if "quote" not in frames and text.lemmas[first - 1] in FINDING:
        quote = None  # "found "very high" levels of gas": nobody's words
    if quote is None or first >= high:
        return None
    if text.lemmas[first] == ":":
        return "colon", quote, first + 1
    if text.lemmas[first] == "," and first + 1 < high and text.is_mark(first + 1):
        comma, mark = text.tokens[first], text.tokens[first + 1]
        apart = first + 2 >= high or mark.end < text.tokens[first + 2].start
        if comma.end == mark.start and apart:
            return None  # the mark closes what was opened in the paragraph before
        return "quote", quote, first + 2
    if text.is_mark(first) and first + 1 < high and text.quote_at[first + 1] >= 0:
        return "quote", quote, first + 1
    return None


def _clause(text: Text, frames: dict[str, float], first: int, high: int) -> Fit | None:
    """A that-clause, with or without "that", or a wh-clause at ``first``."""
    if first + 1 >= high:
        return None
    if text.tokens[first].norm.lower() in WH and "wh" in frames:
        then = text.lemmas[first] in {"when", "where"}
        apart = text.lemmas[first - 1] in FINDING or text.tags[first - 1] == "NOUN"  # "added to the gloom when"
        return None if then and apart else ("wh", frames["wh"], first)
    that = frames.get("that")
    lemma, form = text.lemmas[first], text.forms[first]
    # Not "adding to the fog that has covered the talks".
    relative = lemma == "that" and text.forms[first + 1] in FINITE and text.tags[first - 1] == "NOUN"
    if that is None or relative or _is_of_claim(text, first):
        return None
    opens = form != "DT" or text.forms[first + 1] in SAID_FORMS or has_finite(text, first + 1, high)
    if lemma == "that" and opens:
        # "said that claim was false", "said that's what they want": here the word points at something
        counted = text.lemmas[first + 1] in POINTED_AT and first + 2 < high and text.forms[first + 2] in FINITE
        pointing = counted or text.forms[first + 1] in {"POS", "BE"}
        return "that", that, first if pointing else first + 1 + (text.lemmas[first + 1] == ",")
    if (form in CLAUSE_HEADS or lemma in CLAUSE_WORDS) and has_finite(text, first, high):
        return "that", that * (1.0 if that >= 0.9 else 0.95), first
    return None


def _is_of_claim(text: Text, first: int) -> bool:
    """ "responding to reports that the road was closed": others' words."""
    if text.lemmas[first] != "that" or text.lemmas[first - 1] not in CLAIMS or text.tags[first - 1] != "NOUN":
        return False
    return text.lemmas[text.phrase_start(first - 1, 0) - 1] == "to"


def has_finite(text: Text, first: int, high: int) -> bool:
    """Whether a finite verb comes whose subject may stand at ``first``."""
    if text.forms[first] == "PRP" and text.tokens[first].norm.lower() in OBJECTS:
        return False
    after = text.skip_nominals(first, high)
    if after == first:
        gerund = text.forms[first] == "VBG" and any(form in FINITE for form in text.forms[first + 1 : high])
        return gerund or text.lemmas[first] in CLAUSE_WORDS
    closing = after + 1 < high and text.lemmas[after] == "," and text.forms[after + 1] in FINITE
    if text.forms[first] == "NN" and after == first + 1 < high and text.forms[after] == "VBZ":
        return False  # "text messages": a bare noun in the singular is no subject
    # Not "who commanded the forces, was", where the verb is that of the main clause.
    return not closing and _verb_comes(text, after, min(high, first + 25), high)


def _verb_comes(text: Text, first: int, end: int, high: int) -> bool:
    """Whether the first of the tokens that decides it is a finite verb."""
    for i in range(first, end):
        form = text.forms[i]
        if form in FINITE:
            # "Who keep order in the town, have left": the verb of the clause around it.
            around = text.lemmas[i - 1] == "," and text.lemmas[first:i].count(",") == 1
            one = text.tokens[i - 1].norm.lower() in {"it", "he", "she"}  # "announced it side by side"
            return not around and (form != "VB" or (text.forms[i - 1] in {"NNS", "PRP", "RB", "NNP"} and not one))
        if text.lemmas[i] == "that" and text.lemmas[i - 1] == ",":
            return False  # "writing songs about him, that has not been seen before"
        if form == "CC" and i + 1 < high and text.forms[i + 1] in FINITE:
            return False  # "conceded defeat and telephoned": a second verb beside the cue
        if form == "WDT":
            forms = text.forms[i:high]  # its own verb and the clause's
            return sum(b in FINITE and a not in FINITE for a, b in pairwise(forms)) > 1
        if form in {"CS", "TO", "WP", "VBG"} or _ends_clause(text, i, high):
            return False
    return False


def _ends_clause(text: Text, i: int, high: int) -> bool:
    return text.lemmas[i] in {":", ";"} or (text.lemmas[i] == "," and _starts_clause(text, i + 1, high))


def _later_that(text: Text, frames: dict[str, float], first: int, high: int) -> Fit | None:
    """ "that" behind an adverbial that no rule knows: no verb, mark or quotation stands between."""
    if frames.get("that", 0.0) < SURE:
        return None
    for i in range(first, min(first + 12, high - 2)):
        if text.lemmas[i] == "that" and text.lemmas[i - 1] in CLAIMS:
            return None  # "not guilty to charges that": these are not his words
        if text.lemmas[i] == "that" and text.forms[i] in {"CS", "IN"} and text.forms[i + 1] not in FINITE:
            return "that", frames["that"], i + 1
        if text.forms[i] in FINITE or text.tags[i] == "PUNCT":
            return None
    return None


def _starts_clause(text: Text, i: int, high: int) -> bool:
    """Whether a noun phrase and a finite verb follow: "announcing the closure, the mayor said"."""
    end = text.skip_of(i, high)
    return i < end < high and text.forms[end] in {"VBD", "VBZ", "MD"}


def _phrase(text: Text, frames: dict[str, float], first: int, high: int) -> Fit | None:
    """An infinitive, gerund, or noun phrase with or without "as …" or "to …"."""
    if first >= high or (text.tags[first] == "PUNCT" and not text.is_mark(first)):
        return None
    plain = {"TO": "to", "VBG": "gerund"}.get(text.forms[first])
    if plain in frames or plain == "to":
        return (plain, frames[plain], first) if plain in frames else None
    end = text.skip_nominals(first, high)
    if end == first and not text.is_mark(first):
        return None
    for frame in ("ask", "as", "call"):
        if frame in frames and _fits(text, frame, end, high):
            return frame, frames[frame], first
    if "thing" in frames:
        return "thing", frames["thing"], first
    speaks = frames.get("quote", 0.0)  # "proclaimed an era of "peace"": own words in the object
    return ("thing", speaks * 0.8, first) if speaks and _has_quote(text, first, high) else None


def _has_quote(text: Text, first: int, high: int) -> bool:
    return any(text.quote_at[i] >= 0 for i in range(first, min(first + 10, high)))


def _names_office(text: Text, first: int, high: int) -> bool:
    """Whether an office follows "as" at once: "dismissed Ann Lee as health minister" is no word but a deed."""
    at = next((i for i in range(first, min(first + 10, high)) if text.lemmas[i] == "as"), high)
    end = text.phrase_end(at + 1, high)
    return at + 1 < end and text.forms[at + 1] != "DT" and text.lemmas[end - 1] in names().titles


def _fits(text: Text, frame: str, end: int, high: int) -> bool:
    if end >= high:
        return False
    if frame == "call":
        return text.forms[end] in {"DT", "JJ", "NN"} or text.is_mark(end)
    # What hangs on the noun may stand between it and "to …" or "as …".
    wanted = "TO" if frame == "ask" else "as"
    for i in range(end, min(end + 6, high)):
        if (text.forms[i] if frame == "ask" else text.lemmas[i]) == wanted:
            return True
        if text.tags[i] in {"PUNCT", "VERB", "AUX", "CONJ"} and not text.is_mark(i):
            return False
    return False


def is_end(text: Text, i: int, high: int) -> bool:
    """Whether nothing of the clause follows: the sentence's end or a mark that closes the clause."""
    return i >= high or text.lemmas[i] in ENDS or text.lemmas[i] in DASHES or text.is_mark(i)
