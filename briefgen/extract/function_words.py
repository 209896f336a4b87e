"""What a function word is, by its neighbours: "that", "to", "back", "before"; and the form tags all choices share."""

# ruff: noqa: PLR0911 (decision lists: one return a rule)

from briefgen.extract.syntax.words import Word

NOUNISH = frozenset({"NN", "NNS", "NNP"})
VERB_FORMS = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG"})
OBJECT = frozenset({"DT", "PRP", "PRP$", "NNP", "CD", "WP"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "CD", "VBG", "VBN", "POS"})
SUBJECT_PRONOUNS = frozenset({"i", "he", "she", "it", "we", "they", "you", "who", "which", "that"})
# Verbs whose object is a clause: "officials say rebels attacked", where the second verb is no participle.
CLAUSE_TAKERS = frozenset(
    """
        say tell add announce report claim believe think know warn hope agree promise vow deny confirm suggest argue
        insist admit note state declare show mean find hear learn explain stress reveal acknowledge fear expect
        complain
        """.split()
)
_TO_NOUNS = frozenset(
    "war power court prison peace parliament office school hospital market date death pressure".split()
)
_PARTICLES = frozenset({"up", "out", "off", "down", "over", "back", "away", "together"})
_SHORES = frozenset("coast shore coastline island islands isle cape peninsula harbour harbor beach reef".split())
# Nouns that a clause with "that" fills.
_CONTENTS = frozenset(
    """
    claim report fact news idea demand allegation statement belief evidence sign hope fear warning accusation agreement
    condition view decision promise rumour rumor possibility suggestion concern proof risk threat announcement notion
    conclusion opinion argument doubt impression assertion requirement assurance insistence word feeling speculation
    charge complaint denial finding prediction understanding assumption chance danger guarantee confidence indication
    """.split()
)
# What is done with a claim or warning as a whole.
_MADE = frozenset("issue make impose publish lodge file voice retract repeat reject receive".split())
_BEFORE_THAT = VERB_FORMS | NOUNISH | {"PRP", "PUNCT", "JJ", "RB", "CC", "IN"}
_STARTS = frozenset({"PRP", "DT", "PRP$", "NNP"})


def choose_closed(words: list[Word], forms: list[str], i: int) -> str:
    """Function words that have several uses."""
    word = words[i]
    lemma = word.lemmas[0]
    left = forms[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else None
    ahead = after.forms[0] if after else ""
    if lemma == "to":
        return _choose_to(words, i)
    if lemma in {"that", "this"}:
        if ahead in _STARTS and left in {"NN", "NNS"} and _is_object_relative(words, forms, i):
            return "WDT"
        return _choose_that(left, ahead, after, word)
    if lemma == "her":
        return "PRP$" if ahead in {"NN", "NNS", "JJ", "CD", "NNP"} else "PRP"
    if "RP" in word.forms and lemma in _PARTICLES and (left in VERB_FORMS or left == "PRP"):
        return "IN" if lemma == "off" and (ahead == "NNP" or _is_shore(words, i + 1)) else "RP"
    if lemma == "once" and (left in {"HV", "BE", "MD"} or ahead in {"RB", "PUNCT"}):
        return "RB"
    if lemma == "so":
        return "CS" if left == "PUNCT" and ahead not in {"RB", "JJ", "PUNCT"} else "RB"
    ends = left in NOUNISH and ahead in {"IN", "PUNCT", "CC", "TO", ""} and lemma in _PARTICLES
    if ends and "RP" in word.forms and not VERB_FORMS.isdisjoint(forms[max(0, i - 6) : i]):
        return "RP"  # "turned the request down"
    if "CS" in word.forms and "IN" in word.forms:
        return "CS" if clause_follows(words, i + 1) else "IN"
    if "VB" in word.forms and (left in {"TO", "MD", "DO"} or (left in NOUNISH and ahead in {"DT", "PRP$"})):
        return "VB"
    if "RB" in word.forms and "IN" in word.forms:
        return "RB" if ahead == "CD" or ahead in {"PUNCT", ""} else "IN"
    if "RB" in word.forms and "DT" in word.forms:
        return "DT" if ahead in NOMINAL or ahead == "IN" else "RB"
    return word.forms[0]


def _is_shore(words: list[Word], start: int) -> bool:
    """Whether a coast or an island follows, within an article and adjectives: "sank off the northern coast"."""
    for word in words[start : start + 4]:
        if not _SHORES.isdisjoint(word.lemmas):
            return True
        if word.forms[0] not in {"DT", "PRP$", "NNP", "NN", "JJ"}:
            return False
    return False


def _choose_to(words: list[Word], i: int) -> str:
    """The infinitive's mark, or the preposition."""
    for word in words[i + 1 : i + 4]:
        if word.forms[0] == "RB":
            continue
        if word.closed:
            return "TO" if word.forms[0] in {"BE", "HV", "DO"} or "VB" in word.forms else "IN"
        noun = word.lemmas[0] in _TO_NOUNS and (i + 2 >= len(words) or words[i + 2].forms[0] not in OBJECT)
        return "TO" if "VB" in word.forms and not noun and "NNS" not in word.forms else "IN"
    return "IN"


def _is_object_relative(words: list[Word], forms: list[str], i: int) -> bool:
    """Whether "that" after a noun stands for it: "the ban that it imposed", not "the claim that it paid"."""
    if "WDT" not in words[i].forms:
        return False
    if words[i - 1].lemma(forms[i - 1]) in _CONTENTS:
        # "a warning that it had issued", not "a warning that it would leave"
        return any(not _MADE.isdisjoint(word.lemmas) for word in words[i + 2 : i + 5])
    verbs = [k for k in range(i - 1, max(-1, i - 9), -1) if forms[k] in VERB_FORMS]
    return not any(words[k].lemma(forms[k]) in CLAUSE_TAKERS for k in verbs[:2])


def _choose_that(left: str, ahead: str, after: Word | None, word: Word) -> str:
    """``that``: conjunction after a verb, relative after a noun before a verb, else demonstrative."""
    if "WDT" not in word.forms:
        return word.forms[0]
    if left in VERB_FORMS and (after is None or after.lemmas[0] in {".", ";", "!", "?"}):
        return "DT"
    if left in {"NN", "NNS", "NNP", "PUNCT"} and ahead in {"VBD", "VBZ", "MD", "BE", "HV", "DO", "RB"}:
        return "WDT"
    if left in _BEFORE_THAT:
        if left in {"IN", "CC"} or (
            left not in NOUNISH and ahead == "NN" and after and "VB" not in after.forms and left == "PUNCT"
        ):
            return "DT" if ahead in {"NN", "JJ"} else "CS" if left == "CC" else "WDT"
        return "CS"
    return "DT" if ahead in NOMINAL else "WDT"


def _has_object(words: list[Word], k: int) -> bool:
    """Whether an article or a possessive stands right behind the word at ``k``."""
    return k + 1 < len(words) and words[k + 1].closed and words[k + 1].forms[0] in {"DT", "PRP$"}


def clause_follows(words: list[Word], start: int) -> bool:
    """Whether a finite verb comes before the next mark: "before they left", not "before the election"."""
    if start < len(words) and words[start].lemmas[0] in SUBJECT_PRONOUNS:
        return True
    for k, word in enumerate(words[start : start + 9], start):
        form = word.forms[0]
        if form in {"MD", "BE", "HV", "DO", "VBZ", "VB"} or "VBD" in word.forms:
            return True
        if "VBZ" in word.forms and k > start and words[k - 1].forms[0] == "NNP" and _has_object(words, k):
            return True  # "as Norway recalls its envoy"
        if form in {"PUNCT", "CC", "CS", "WDT", "WP", "TO", "VBG"}:
            return False
    return False
