"""Who is the subject of a verb: a walk to the left over what may stand between the two.

The paths and their factors are those of a shallow parse: direct, over an appositive or other parenthesis, relative
clause, shared verb phrase, control ("wants to say"), participle clause.
"""

from msgspec import Struct

from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.statements.asides import is_aside, is_name, is_region
from briefgen.extract.statements.holders import CLAUSAL, FINITE, MOST_STEPS, QUANTITIES, RELATIVES, climbed
from briefgen.extract.statements.lexicon import Verb, lexicon
from briefgen.extract.statements.text import NOMINAL, Text, is_time

GROUP = frozenset({"RB", "MD", "BE", "HV", "DO", "RBR"})
DASHES = frozenset({"-", "–", "—", "--", "―"})
NO_VERB = Verb({})
OBJECTS = frozenset({"them", "him", "me", "us"})
VOICES = frozenset({"office", "campaign", "camp", "team"})  # what people have that speaks for them
OFFICES = frozenset("ministry government police army embassy court office department presidency navy council".split())
SPANS = frozenset({"minute", "hour", "day", "week", "month", "year", "moment", "second"})
QUESTIONS = frozenset({"how", "what", "why"})
GOVERNING = frozenset({"IN", "TO"})
DENYING = frozenset({"deny", "announce", "reveal", "confirm"})  # what stands right behind them is their object
PARSED = 0.85  # how sure a subject by the clause parse is


class Subject(Struct, frozen=True, gc=False):
    """The words of a subject: first token, head (its last token before any "of …"), end, and how it was reached.

    ``name`` is the head of an apposed name ("the minister, Ann Lee, said"), ``several`` marks "A and B said".
    """

    first: int
    head: int
    end: int
    path: str
    factor: float
    name: int | None = None
    several: bool = False


def subject_of(text: Text, verb: int, low: int, steps: int = 0) -> Subject | None:
    """The subject of the verb at token ``verb``, looked for from token ``low`` on; None where no rule reaches one."""
    if steps > MOST_STEPS:
        return None
    return _walk(text, verb, low, steps) or _parsed(text, verb)


def _parsed(text: Text, verb: int) -> Subject | None:
    """The subject by the clause parse, which sees the whole sentence; it comes second, having no idea of speech."""
    low, clause = text.clause(verb)
    if clause is None or not clause.subject:
        return None
    first, last = clause.subject[0], clause.subject[-1]
    if text.tokens[first.head + low].norm.lower() in OBJECTS:
        return None
    name = first.apposition + low if first.apposition is not None else None
    several = len(clause.subject) > 1
    return Subject(first.start + low, first.head + low, last.end + low, clause.path, PARSED, name, several)


def _walk(text: Text, verb: int, low: int, steps: int) -> Subject | None:
    i = _before_time(text, group_start(text, verb, low) - 1, low)
    found = None
    if i < low:
        return _fronted(text, verb) if text.forms[verb] == "VBG" else None
    form, lemma = text.forms[i], text.lemmas[i]
    if form == "TO":
        found = _controlled(text, i, low, steps)
    elif lemma in RELATIVES and form in {"WDT", "WP", "IN", "CS", "DT"}:
        found = _relative(text, i, low)
    elif form == "CC":
        found = _shared(text, i, verb, low, steps)
    elif text.forms[verb] == "VBG" and text.forms[verb - 1] not in {"BE", "RB"}:
        found = _participle(text, verb, i, low, steps)
    elif lemma in {",", ")"} or lemma in DASHES:
        found = _over_parenthesis(text, i, low)
    elif text.tags[i] == "VERB" and text.quote_at[i] < 0:
        found = _behind_verb(text, verb, i, low, steps)
    elif (text.is_nominal(i) and text.tokens[i].norm.lower() not in OBJECTS) or form in {"DT", "JJ"}:
        found = phrase(text, i, low, "direct", 1.0)
    return found


def _before_time(text: Text, i: int, low: int) -> int:
    """The token before a time that stands between subject and verb: "who in 2010 said", "a poll last week found"."""
    while i > low and is_time(text, i):
        i = text.time_start(i, low) - 1
        if i > low and text.forms[i] == "IN":
            i -= 1
    return i


def group_start(text: Text, verb: int, low: int) -> int:
    """The first token of the verb's group: its auxiliaries and the adverbs among them."""
    i = verb
    while i > low and _in_group(text, i - 1) and text.quote_at[i - 1] == text.quote_at[verb]:
        i -= 1
    return i


def _in_group(text: Text, i: int) -> bool:
    return text.forms[i] in GROUP or text.lemmas[i] in {"further", "far", "all", "both"}


def phrase(text: Text, head: int, low: int, path: str, factor: float) -> Subject:
    """The noun phrase that ends with ``head``, climbed up over "of …", "in …" to the noun that these hang on."""
    end = head + 1
    many = text.forms[head] == "JJ" and text.lemmas[head] in QUANTITIES  # "in winter many say"
    first, head = climbed(text, head if many else text.phrase_start(head, low), head, low)
    if _is_apposed(text, first, head, low):
        return phrase(text, first - 2, low, "appositive", factor * 0.95)
    return _with_partners(text, Subject(first, head, end, path, factor), low)


def _is_apposed(text: Text, first: int, head: int, low: int) -> bool:
    """ "Ann Lee, the minister", "Ann Lee, editor of …": a common noun phrase behind a name without preposition."""
    if first - 2 < low or text.lemmas[first - 1] != "," or text.tags[head] != "NOUN":
        return False
    held = text.forms[head] == "NN" and text.lemmas[head + 1] in {"of", "for", "at", "with"}
    opens = (text.forms[first] in {"DT", "PRP$"} and text.lemmas[head] not in VOICES) or held
    if text.tags[first - 2] != "PROPN" or not opens or is_time(text, first - 2) or _is_office(text, first, head):
        return False
    name = text.phrase_start(first - 2, low)
    return name == low or text.forms[name - 1] != "IN"


def _is_office(text: Text, first: int, head: int) -> bool:
    """Whether a body of the state speaks itself: "talks with her envoy, Ann Lee, | the ministry said"."""
    return text.forms[first] == "DT" and text.lemmas[head] in OFFICES


def _with_partners(text: Text, subject: Subject, low: int) -> Subject:
    """ "A, B and C said": the subject begins with A; "envoys of A, B and C said": with the envoys."""
    first = subject.first
    if first - 2 < low or text.lemmas[first - 1] not in {"and", "&"} or text.tags[first - 2] not in NOMINAL:
        return subject
    partners = [first - 2]
    first = text.phrase_start(first - 2, low)
    while first - 2 >= low and text.lemmas[first - 1] == "," and text.tags[first - 2] in NOMINAL:
        partners.append(first - 2)
        first = text.phrase_start(first - 2, low)
    if first > low and text.forms[first - 1] in GOVERNING and text.lemmas[first - 1] not in CLAUSAL | {"that"}:
        above, head = climbed(text, first, partners[-1], low)
        if (
            text.lemmas[first - 1] != "to"
            and head != partners[-1]
            and (above == low or text.forms[above - 1] not in GOVERNING | {"BE"})
        ):
            return Subject(above, head, subject.end, subject.path, subject.factor * 0.9, several=True)
        partners.pop()  # "brought traffic to a halt and the union said", "In Oslo, A and B said"
    elif first > low and (text.forms[first - 1] == "BE" or text.lemmas[first - 1] in DENYING):
        partners.pop()  # "denied theft and her sister said", "it is a poor country and our man says"
    if not partners:
        return subject
    first = text.phrase_start(partners[-1], low)
    # "White House and party sources said": sources of both, neither of which speaks.
    bare = text.tags[partners[-1]] == "PROPN" and text.forms[first] != "DT"
    shared = bare and text.forms[subject.head] == "NNS" and text.forms[subject.first] in {"JJ", "NN", "NNP"}
    head = subject.head if shared and subject.first < subject.head else partners[-1]
    return Subject(first, head, subject.end, "coordination", subject.factor * 0.9, several=True)


def _relative(text: Text, pronoun: int, low: int) -> Subject | None:
    i = _before_time(text, pronoun - 1, low)
    while i > low and (text.lemmas[i] in {",", "and", "but"} or text.lemmas[i] in DASHES):
        i -= 1
    if i < low or not text.is_nominal(i):
        return None
    found = phrase(text, i, low, "relative", 0.9)
    bare = text.forms[found.head] == "NN" and text.lemmas[found.head] not in names().titles
    kinds = {"who": {"NNS", "NNP"}, "which": {"NNP"}}.get(text.lemmas[pronoun], ())
    if found.head != i and text.forms[i] in kinds and bare and not found.several:
        return Subject(text.phrase_start(i, low), i, pronoun + 1, "relative", 0.9)  # "anger among voters, who said"
    # "the head of the party, Ann Lee, who": if the nearest name is a person's, it is who speaks.
    nearest = text.lemmas[pronoun] == "who" and found.head != i and text.tags[i] == "PROPN"
    name = i if nearest and text.tags[found.head] != "PROPN" else None
    return Subject(found.first, found.head, pronoun + 1, found.path, found.factor, name, found.several)


def _controlled(text: Text, to: int, low: int, steps: int) -> Subject | None:
    """ "X wants to say", "X is expected to say"."""
    i = to - 1
    while i > low and text.forms[i] == "RB":
        i -= 1
    if i < low:
        return None
    if text.tags[i] == "VERB" or (text.forms[i] == "JJ" and i > low and text.forms[i - 1] in {"BE", "RB"}):
        found = subject_of(text, i, low, steps + 1)
    else:
        found = None
    return _reached(found, "control", 0.85)


def _behind_verb(text: Text, verb: int, i: int, low: int, steps: int) -> Subject | None:
    """A verb right behind a verb: "X resists saying", "the report released said", "the people I met said"."""
    if text.forms[verb] == "VBG":
        return _reached(subject_of(text, i, low, steps + 1), "control", 0.85)
    before = i - 1
    if before > low and text.forms[before] == "PRP":
        before -= 1
    elif text.forms[i] not in {"VBN", "VBD"}:
        return None
    return phrase(text, before, low, "reduced", 0.85) if before >= low and text.tags[before] in NOMINAL else None


def _shared(text: Text, conjunction: int, verb: int, low: int, steps: int) -> Subject | None:
    """ "X did this and said that": the subject of the nearest finite verb of the same kind to the left."""
    wanted = text.forms[verb]
    if wanted == "VBG":
        return _participle(text, verb, conjunction, low, steps)
    fitting = (
        i
        for i in range(conjunction - 1, low - 1, -1)
        if text.tags[i] == "VERB"
        and text.quote_at[i] < 0
        and _same_tense(text, i, wanted, low)
        and not (text.lemmas[i + 1] == "by" and text.tags[i - 1] == "NOUN")  # "pumps installed by a charity"
    )
    for i in _main_first(text, list(fitting)):
        found = subject_of(text, i, low, steps + 1)
        if found is not None:
            return _reached(found, "shared", 0.9)
    return None


def _main_first(text: Text, verbs: list[int]) -> list[int]:
    """The verbs in their order, but those of clauses inside the main one last.

    "The mayor, who left in May, met X and said"; "X said that Y left and added"; "X told not how but said".
    """
    inner = [i for i in verbs if text.link(i) in {"relative", "that"} or _is_question(text, i)]
    return [*(i for i in verbs if i not in inner), *inner]


def _is_question(text: Text, verb: int) -> bool:
    _, clause = text.clause(verb)
    return clause is not None and clause.marker in QUESTIONS


def _same_tense(text: Text, i: int, wanted: str, low: int) -> bool:
    form = text.forms[i]
    if form == wanted or {form, wanted} <= {"VBD", "VBZ"}:
        return True
    return form in {"VBN", "VBG", "VB"} and i > low and text.forms[i - 1] in GROUP and wanted in {"VBD", "VBZ", "VBN"}


def _participle(text: Text, verb: int, i: int, low: int, steps: int) -> Subject | None:
    """ "X left, saying …": the subject of the speech verb to the left, else of the nearest verb; or the noun before."""
    while i > low and (text.forms[i] == "RB" or text.lemmas[i] == "and"):
        i -= 1
    carried = text.is_nominal(i) and text.lemmas[i] in lexicon().carriers
    if text.is_nominal(i) and text.quote_at[i] < 0 and not carried:
        found = phrase(text, i, low, "participle", 0.8)
        if found.head != i and text.tags[i] == "PROPN" and text.tags[found.head] == "NOUN":
            return Subject(text.phrase_start(i, low), i, i + 1, "participle", 0.8)  # "footage of Ann Lee saying"
        # "wrote to the bank saying", but "with unions vowing"
        before = found.first - 1
        if before > low and text.lemmas[before] == "in" and text.lemmas[before - 1] == "result":
            return None  # "resulted in the firm reporting a loss"
        governed = before >= low and text.forms[before] in {"IN", "TO"} and text.lemmas[before] != "with"
        if text.lemmas[found.head] not in lexicon().carriers and not governed:
            return found
        carried = True
    if not carried and text.tags[i] != "PUNCT" and text.forms[i] not in {"IN", "CS"}:
        return None
    finite = [j for j in range(i, low - 1, -1) if text.quote_at[j] < 0 and _is_finite(text, j, low)]
    said = (j for j in finite if "quote" in lexicon().verbs.get(text.lemmas[j], NO_VERB).frames)
    speaking = [j for j in said if text.link(j) != "relative"]
    for j in speaking or _main_first(text, finite):
        doer = subject_of(text, j, low, steps + 1) or inverted(text, j, len(text.tokens))
        if doer is not None:
            return _reached(doer, "participle", 0.9 if speaking else 0.85)
    return _fronted(text, verb)


def _fronted(text: Text, verb: int) -> Subject | None:
    """ "Speaking in Oslo, X said": the subject of the clause behind the comma."""
    _, high = text.sentence(verb)
    for i in range(verb + 1, min(verb + 40, high - 2)):
        number = text.quote_at[i]
        if text.lemmas[i] != "," or (number >= 0 and text.quotes[number][1] != i + 1):
            continue
        first = i + 1 + text.is_mark(i + 1)
        end = text.phrase_end(first, high)
        after = next((j for j in range(end, high) if text.forms[j] != "RB"), high)
        if first < end and after < high and text.forms[after] in FINITE:
            return Subject(text.phrase_start(end - 1, first), end - 1, end, "participle", 0.85)
    return None


def _is_finite(text: Text, i: int, low: int) -> bool:
    return text.forms[i] in {"VBD", "VBZ"} or (text.tags[i] == "VERB" and _grouped(text, i, low))


def _grouped(text: Text, i: int, low: int) -> bool:
    return i > low and text.forms[i - 1] in GROUP


def inverted(text: Text, verb: int, high: int) -> Subject | None:
    """The subject behind the verb: "said Ann Lee, the minister"."""
    first = verb + 1
    end = _before_span(text, first, text.phrase_end(first, high), high)
    if end == first or text.tags[end - 1] not in NOMINAL | {"PRON"} or text.quote_at[first] >= 0:
        return None
    if is_time(text, end - 1):
        return None  # "…," Ann Lee said Tuesday
    if end < high and text.forms[end] in {"VBD", "VBZ", "MD", "BE", "HV"}:
        return None  # "…," said the road was closed: the subject of the content
    joined = end < high - 1 and text.lemmas[end] == "and"
    several = joined and text.forms[end + 1] == "NNP"
    both = text.phrase_end(end + 1, high) if joined and not several and text.tags[end - 1] == "NOUN" else 0
    if both > end + 1 and text.tags[both - 1] == "PROPN":  # "said chairman and chief executive Ann Lee"
        return Subject(first, end - 1, both, "inverted", 0.95, both - 1)
    name = _named_behind(text, end, high) if text.tags[end - 1] != "PROPN" else None
    return Subject(first, end - 1, end, "inverted", 0.95, name, several)


def _before_span(text: Text, first: int, end: int, high: int) -> int:
    """The end without a span of time: "said one man | hours after the vote"."""
    spans = first < end - 1 and end < high and text.lemmas[end - 1] in SPANS
    return end - 1 if spans and text.lemmas[end] in {"after", "before", "later", "earlier", "ago"} else end


def _named_behind(text: Text, end: int, high: int) -> int | None:
    """The last token of the name apposed to a phrase that ends before ``end``: "the head of the union, Ann Lee,"."""
    while end < high - 1 and text.lemmas[end] in {"of", "for", "at", "in"}:
        further = text.phrase_end(end + 1, high)
        if further == end + 1:
            return None
        end = further
    if end >= high - 1 or text.lemmas[end] != ",":
        return None
    last = end + 1
    while last < high and (text.tags[last] == "PROPN" or (text.lemmas[last] == "." and last > end + 1)):
        last += 1
    while last > end + 1 and text.tags[last - 1] == "PUNCT":
        last -= 1
    closed = last >= high or text.tags[last] == "PUNCT" or text.lemmas[last] == "who"
    return last - 1 if last > end + 1 and closed else None


def _over_parenthesis(text: Text, close: int, low: int) -> Subject | None:
    """ "X, who …, said"; "X - backed by … - said"; "X (Vt.) said": what stands before the parenthesis."""
    mark = "(" if text.lemmas[close] == ")" else text.lemmas[close]
    opens = [
        i for i in range(close - 1, low, -1) if text.lemmas[i] == mark or (mark in DASHES and text.lemmas[i] in DASHES)
    ]
    for i in opens:
        if text.lemmas[i - 1] == ")":
            before = next((j - 1 for j in range(i - 1, low, -1) if text.lemmas[j] == "("), None)
        else:
            before = i - 1
        if before is not None and before - 2 >= low and text.forms[before] == "CD" and text.lemmas[before - 1] == ",":
            before -= 2  # "Ann Lee, 58, who …, said"
        if before is None or not text.is_nominal(before) or text.quote_at[i] >= 0 or not is_aside(text, i + 1, close):
            continue
        found = phrase(text, before, low, "appositive", 0.95)
        if found.first - 2 > low and text.tags[found.first - 2] == "PROPN" and is_region(text, i + 1, close):
            continue  # "Rio Airlines, Phoenix, Arizona, said": where it sits
        if found.first > low and text.forms[found.first - 1] == "IN" and text.lemmas[close] == ",":
            continue  # "the rebels, backed by A, B and C, said": the comma stands in a list
        name = close - 1 if is_name(text, i + 1, close) else None
        return Subject(found.first, found.head, found.end, found.path, found.factor, name, found.several)
    return None


def _reached(found: Subject | None, path: str, factor: float) -> Subject | None:
    if found is None:
        return None
    return Subject(found.first, found.head, found.end, path, found.factor * factor, found.name, found.several)
