"""The article as one row of tokens, with what the attribution rules ask of it: sentences, quotations, noun phrases."""

from bisect import bisect_right
from functools import cache
from itertools import chain

from briefgen.extract.statements.lexicon import lexicon
from briefgen.extract.syntax.columns import places
from briefgen.model.analysis import Analysis, Token
from briefgen.model.syntax import Clause
from briefgen.model.text import Span

NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TIME_NOUNS = frozenset("week month year night morning afternoon evening weekend today yesterday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan. feb. aug. sept. sep."
    " oct. nov. dec.".split()
)
TIME_LEADS = frozenset("last this next late early earlier later that".split())
REACH = 200  # tokens; a longer sentence is no English, and time must stay linear
LONGEST_TITLE = 8
LONGEST_TERM = 3
QUOTES = frozenset(('"', "''", "``", "'", "«", "»"))
# Verbs whatever the tagger thinks, with lemma and form.
SAID = {"say": ("say", "VB"), "says": ("say", "VBZ"), "said": ("say", "VBD"), "told": ("tell", "VBD")}
ACCORDING = frozenset({"accord", "according"})
_INSIDE = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "CD", "POS"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_HEADS = frozenset({"NN", "NNS", "NNP", "CD"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_BEFORE_HEAD = _ADJECTIVES | {"RB", "VBN", "VBG"}
_AFTER_LONE_DETERMINER = frozenset({"IN", "PUNCT", "MD", "BE"})
_ARTICLES = frozenset({"DT", "PRP$"})
_GERUNDS = frozenset({"VBG"})


@cache
def triggering() -> frozenset[str]:
    """The lemmas of cues, and forms of "say" and "tell" that a tagger may take for another word's."""
    return frozenset(lexicon().verbs) | ACCORDING | frozenset(SAID)


def is_time(text: "Text", i: int) -> bool:
    """Whether token ``i`` ends a time: a day, month, year or "week"."""
    word = text.tokens[i].norm
    if text.forms[i] == "CD":
        return (len(word) == 4 and word[:2] in {"19", "20"}) or text.tokens[i - 1].norm.lower() in MONTHS
    return word.lower() in DAYS or word.lower() in MONTHS or text.lemmas[i] in TIME_NOUNS


def is_title(text: "Text", first: int, end: int) -> bool:
    """Whether quoted words look like the title of a work: few, and every longer one begins with a capital."""
    words = [text.tokens[i].norm for i in range(first, end) if text.tags[i] != "PUNCT"]
    longer = [word for word in words if len(word) > 3]
    return 1 < len(words) <= LONGEST_TITLE and bool(longer) and all(word[0].isupper() for word in longer)


def is_term(text: "Text", first: int, end: int) -> bool:
    """Whether quoted words are a name for the noun behind them: "the "top kill" procedure"; an adjective judges it."""
    few = end - first <= LONGEST_TERM and text.forms[end - 1] in {"NN", "VB"}
    return few and end + 1 < len(text.tokens) and text.is_mark(end) and text.forms[end + 1] in {"NN", "NNS"}


class Text:
    """Tokens of all sentences in a row.  ``bounds[i]`` is the half-open token range of sentence ``i``; ``cues[i]`` are
    the tokens in it that may be cues, where it has any.
    """

    def __init__(self, analysis: Analysis) -> None:
        """Lay the sentences end to end and note which tokens stand in quotation marks."""
        self.analysis = analysis
        self.document = analysis.document
        self.tokens: list[Token] = list(chain.from_iterable(analysis.sentences))
        self.bounds: list[tuple[int, int]] = []
        self.clauses: dict[int, dict[int, Clause]] = {}
        at = 0
        for sentence in analysis.sentences:
            self.bounds.append((at, at + len(sentence)))
            at += len(sentence)
        self.lows = [low for low, _ in self.bounds]
        rows = analysis.columns
        self.starts = list(chain.from_iterable([row.starts for row in rows]))
        self.forms = list(chain.from_iterable([row.forms for row in rows]))
        self.tags = list(chain.from_iterable([row.tags for row in rows]))
        self.lemmas = list(chain.from_iterable([row.lemmas for row in rows]))
        for i in list(places(self.forms, _GERUNDS)):
            if self._is_gerund_noun(i):
                self.forms[i], self.tags[i] = "NN", "NOUN"
        self.cues: dict[int, list[int]] = {}
        for i in list(places(self.lemmas, triggering())):
            self.cues.setdefault(bisect_right(self.lows, i) - 1, []).append(i)
            if self.tags[i] != "VERB" and self.tokens[i].norm in SAID:
                self.lemmas[i], self.forms[i] = SAID[self.tokens[i].norm]
                self.tags[i] = "VERB"
        self.quotes = [self.range_of(span.start, span.end) for span in analysis.quoted]
        self.quote_at = [-1] * len(self.tokens)
        for number, (first, end) in enumerate(self.quotes):
            self.quote_at[first:end] = [number] * (end - first)

    def _is_gerund_noun(self, i: int) -> bool:
        """ "called the ruling …": between an article and no noun, a word in -ing is a noun itself."""
        after = self.forms[i + 1] if i + 1 < len(self.forms) else ""
        return i > 0 and self.forms[i - 1] in {"DT", "PRP$", "POS"} and after not in _INSIDE

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that begin inside a stretch of text, half-open."""
        first = bisect_right(self.starts, start - 1)
        return first, max(first, bisect_right(self.starts, end - 1))

    def clause(self, verb: int) -> tuple[int, Clause | None]:
        """The clause of the parse whose verb is token ``verb``, and the first token of its sentence."""
        number = bisect_right(self.lows, verb) - 1
        low = self.bounds[number][0]
        if number >= len(self.analysis.parses):
            return low, None
        if number not in self.clauses:
            self.clauses[number] = {clause.verb: clause for clause in self.analysis.parses[number].clauses}
        return low, self.clauses[number].get(verb - low)

    def link(self, verb: int) -> str:
        """How the verb's clause hangs on the main one; a joined clause as the clause that it is joined to."""
        low, clause = self.clause(verb)
        if clause is None:
            return "main"
        number = bisect_right(self.bounds, low, key=lambda bound: bound[0]) - 1
        clauses = self.analysis.parses[number].clauses
        for _ in range(len(clauses)):
            if clause.link != "coordination" or clause.parent is None:
                break
            clause = clauses[clause.parent]
        return clause.link

    def sentence(self, i: int) -> tuple[int, int]:
        """The token range of the sentence that holds token ``i``."""
        return self.bounds[bisect_right(self.lows, i) - 1]

    def span(self, first: int, end: int) -> Span:
        """The text from one token to before another."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def is_mark(self, i: int) -> bool:
        """Whether token ``i`` is a quotation mark."""
        return self.lemmas[i] in QUOTES and self.tags[i] == "PUNCT"

    def is_nominal(self, i: int) -> bool:
        """Whether a noun phrase can end with token ``i``."""
        return (
            self.tags[i] in NOMINAL
            or self.lemmas[i] == "executive"
            or (self.tags[i] == "PRON" and self.forms[i] != "PRP$")
        )

    def time_start(self, i: int, low: int) -> int:
        """The first token of the time that ends with token ``i``."""
        while i > low and (
            self.lemmas[i - 1] in TIME_LEADS or is_time(self, i - 1) or self.forms[i - 1] in {"DT", "CD"}
        ):
            i -= 1
        return i

    def phrase_start(self, head: int, low: int) -> int:
        """The first token of the noun phrase whose last token is ``head``, not before ``low``."""
        forms, i = self.forms, head
        if forms[head] in {"PRP", "WP", "WDT"}:
            return head
        while i > low:
            if forms[i] == "POS" and self.lemmas[i - 1] == "." and i - 1 > low:
                i -= 1  # "Norwell Corp.'s plan"
            form = forms[i - 1]
            if form in _ARTICLES:
                i -= 1
                if i > low and forms[i - 1] == "DT":
                    i -= 1
                break
            inside = form in _INSIDE and not (self.tokens[i - 1].norm.lower() in DAYS and self.forms[i] != "POS")
            if inside or (form == "RB" and forms[i] in {"JJ", "VBN"}) or self._modifies(i - 1, low):
                i -= 1
            else:
                break
        return i

    def _modifies(self, i: int, low: int) -> bool:
        """A participle within a noun phrase: "the ruling party", "newly elected leaders"."""
        participle = self.forms[i] in _PARTICIPLES and self.lemmas[i] != "say"
        return participle and i > low and self.forms[i - 1] in {"DT", "PRP$", "POS", "RB", "JJ"}

    def phrase_end(self, first: int, high: int) -> int:
        """The end (exclusive) of the noun phrase that begins at token ``first``; ``first`` itself if there is none."""
        forms, last = self.forms, first
        if first < high and forms[first] in {"PRP", "WP"}:
            return first + 1
        for i in range(first, high):
            form = forms[i]
            if form in _HEADS:
                last = i + 1
            elif form == "POS":
                last = i
            elif form in _ARTICLES:
                if i > first and forms[i - 1] != "DT":
                    break
            elif form not in _BEFORE_HEAD or (last == i and form not in _ADJECTIVES):
                break
        if last == first and first < high - 1 and forms[first] == "DT" and forms[first + 1] in _AFTER_LONE_DETERMINER:
            return first + 1  # "half of them", "this is"
        return last

    def skip_of(self, first: int, high: int) -> int:
        """The end of a noun phrase with what hangs on it by "of": no list, which another phrase may go on."""
        end = self.phrase_end(first, high)
        while first < end < high - 1 and self.lemmas[end] == "of":
            further = self.phrase_end(end + 1, high)
            if further == end + 1:
                break
            end = further
        return end

    def skip_nominals(self, first: int, high: int) -> int:
        """The end of a noun phrase with what hangs on it by "of", "for" … and "and"."""
        end = self.phrase_end(first, high)
        while first < end < high - 1 and (self.lemmas[end] in {"of", "for", "in", "and", "&", "at"}):
            further = self.phrase_end(end + 1, high)
            if further == end + 1:
                break
            end = further
        return end
