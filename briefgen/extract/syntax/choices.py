"""What an ambiguous word is, by its neighbours.

Each word class that is truly ambiguous in English has one function below that reads the form tag to the left (over
adverbs) and what the words to the right may be.  The rules are those any grammar gives (Quirk et al., 1985, ch. 2 to
5); there are no weights.
"""

# ruff: noqa: PLR0911, PLR0912 (decision lists: one return a rule)

from collections.abc import Sequence
from functools import cache

from briefgen.extract.function_words import (
    CLAUSE_TAKERS,
    NOMINAL,
    NOUNISH,
    OBJECT,
    VERB_FORMS,
    choose_closed,
)
from briefgen.extract.syntax.pasts import choose_past, is_base_joined, takes_that
from briefgen.extract.syntax.tokens import Piece
from briefgen.extract.syntax.words import Word

_NOUN_LEFT = frozenset({"DT", "PRP$", "POS", "JJ", "JJR", "JJS", "CD"})
_AFTER_VERB = OBJECT | {"IN", "TO", "RP", "CS", "RB", "JJ", "NNS", "WDT", "PUNCT"}
_SURE_NOUNS = frozenset({"NN", "NNS"})
_FIRMS = frozenset("group company firm giant agency maker giant concern business startup conglomerate union".split())
_INTENDING = frozenset("plan vow aim hope need want seek refuse pledge".split())
_PERIODS = frozenset("year week month night weekend spring summer autumn fall winter quarter season decade".split())
_FEARING = frozenset("fear doubt hope suspect claim".split())
_SUBJECTS = frozenset({"he", "she", "they", "we", "i"})
_FINITE = frozenset({"VBD", "VBZ", "VB", "MD", "BE", "HV", "DO"})
_DEMANDING = frozenset("demand insist recommend propose suggest request ask urge require order stipulate".split())


def choose(words: list[Word], forms: list[str], i: int, pieces: Sequence[Piece]) -> str:
    """The form of an ambiguous word."""
    word = words[i]
    if word.closed:
        return choose_closed(words, forms, i)
    can = word.forms
    j = i - 1
    while j >= 0 and (forms[j] == "RB" or (forms[j] == "PUNCT" and pieces[j][3] == '"')):
        j -= 1
    left = forms[j] if j >= 0 else ""
    if left == "PUNCT" and j and pieces[j][3] == ")":  # "the Bank (ABC) meeting"
        opening = next((m for m in range(j - 1, max(-1, j - 8), -1) if pieces[m][3] == "("), 0)
        j = opening - 1 if opening else j
        left = forms[j]
    if left == "NNP" and pieces[i - 1][3] == ")":
        left = "NN"
    k = i + 1
    while k < len(words) and words[k].only == "PUNCT" and pieces[k][3] == '"':
        k += 1
    follow = words[k] if k < len(words) else None
    if left == "HV" and "RB" in can and follow is not None and ("VBN" in follow.forms or "VBD" in follow.forms):
        return "RB"  # "has long threatened"
    if left == "NN" and word.lemmas[0] == "executive":
        return "NN"  # "former chief executive Anna Berg"
    if "VBG" in can:
        firm = follow is not None and follow.lemmas[0] in _FIRMS  # "Dutch dredging group Alma"
        if left == "NNP" and firm and (j == 0 or forms[j - 1] in {"DT", "CS", "PUNCT", "IN", "CC", "JJ"}):
            return "NN" if "NN" in can else "JJ"
        compound = left == "NN" and j > 0 and forms[j - 1] in {"DT", "PRP$", "JJ"} and word.usual and can[0] == "NN"
        if compound and follow is not None and follow.lemmas[0] in {"that", "which"}:
            return "NN"  # "a travel warning that it had issued"
        named = left == "NNP" and j > 0 and forms[j - 1] in {"DT", "PRP$", "JJ"}  # "a March meeting"
        return _choose_ing(word, "NN" if named else left, follow)
    if "VBD" in can or "VBN" in can:
        chosen = choose_past(words, forms, i, j, follow)
    elif "VB" in can or "VBZ" in can:
        chosen = _choose_present(words, forms, i, j, follow)
    else:
        chosen = _choose_nominal(can, left, follow, word.usual)
    return chosen


def _choose_ing(word: Word, left: str, follow: Word | None) -> str:
    """``-ing``: participle, gerund, noun (heavy fighting) or adjective (warring sides)."""
    can = word.forms
    after = follow.forms[0] if follow else ""
    if left == "NN" and word.usual and can[0] == "NN" and after in {"IN", "PUNCT", "BE", "MD", "HV", "VBD", "CC", ""}:
        return "NN"
    dated = follow is not None and follow.lemmas[0] in {"next", "last", "this", "late"}
    if left == "NN" and word.usual and can[0] == "NN" and dated:
        return "NN"
    noun = "NN" if "NN" in can else "JJ" if "JJ" in can else "VBG"
    if left == "IN" and follow is not None and follow.lemmas[0] in {"up", "out", "off", "down", "away"}:
        return "VBG"  # "convicted of blowing up a bridge"
    if left in {"NN", "NNS", "NNP"} and after == "NNP" and "VBG" in can:
        return "VBG"  # "crowds demanding Cole's arrest"
    if word.usual and can[0] == "JJ" and (after in {"NN", "NNS", "NNP", "JJ"} or (left == "BE" and after == "TO")):
        return "JJ"
    if left == "BE" or (word.usual and can[0] == "VBG"):
        return "VBG"
    if left == "DT" and after in {"PUNCT", "TO", "BE", "MD", "HV", "VBD", "CC", "IN", ""} and "NN" not in can:
        return "NN"  # "the missing"
    if left in {"DT", "PRP$", "POS", "JJ"} and word.usual and can[0] == "NN":
        return "NN"
    if left in {"DT", "PRP$", "POS", "JJ", "CD"}:
        nominal_follows = after in {"NN", "NNS", "NNP", "JJ"}
        if follow is not None and follow.lemmas[0] == "of":
            return "NN"
        return (
            "JJ"
            if nominal_follows and ("JJ" in can or can == ("VBG",))
            else "NN"
            if "NN" in can and after not in {"DT", "PRP"}
            else "VBG"
        )
    if after in OBJECT or after == "TO":
        return "VBG"
    if left == "IN" and (after in {"IN", "PUNCT", "CC", "BE", "MD", "HV", "VBD", ""}):
        return noun
    if not left and "NN" in can and after in {"IN", "BE", "MD", "HV", "VBD", "VBZ"}:
        return noun
    return "VBG"


def _choose_present(words: list[Word], forms: list[str], i: int, j: int, follow: Word | None) -> str:
    """Base and ``-s`` forms that are also nouns or adjectives: attack, attacks, back, open."""
    word = words[i]
    can = word.forms
    left = forms[j] if j >= 0 else ""
    verb = "VB" if "VB" in can else "VBZ"
    if left == "NNP" and verb == "VB" and words[j].lemmas[0].endswith("s"):
        left = "NNS"  # "Kenyans", "Liberals"
    if left == "NN" and verb == "VB" and words[j].lemmas[0] in {"police", "people"}:
        left = "NNS"
    other = (_not_verbs(can) or can)[0]
    if left in {"MD", "DO"} and verb == "VB":
        return "VB"
    if word.lemmas[0] in {"say", "tell"} and left not in _NOUN_LEFT | {"TO", "IN"}:
        return verb
    if word.lemmas[0] == "last" and follow is not None and (follow.lemmas[0] in _PERIODS or follow.forms[0] == "NNP"):
        return "JJ"  # "was fined two million euros last year"
    if left == "VB" and verb == "VBZ":
        return other  # "to close bars"
    if left == "TO":
        return "VB" if verb == "VB" else other
    if left in _NOUN_LEFT or left in {"IN", "BE", "HV"}:
        return _choose_nominal(_not_verbs(can) or can, left, follow, word.usual)
    after = follow.forms[0] if follow else ""
    if (
        left == "CC"
        and j
        and (forms[j - 1] == verb or (after in {"DT", "PRP", "PRP$"} and verb in forms[max(0, j - 6) : j]))
    ):
        return verb
    if left == "CC" and verb == "VBZ" and after in {"DT", "PRP$"}:
        return verb  # "was freed and leads a party"
    if left == "CC" and verb == "VB" and after in {"CD", "NNP", "NNS"} and is_base_joined(forms, j):
        return verb  # "to close shops and fire 40 workers"
    if left in {"PRP", "WP", "WDT"}:
        if left == "WDT" and verb == "VBZ" and j and forms[j - 1] == "IN" and after in {"VBD", "MD", "BE", "HV"}:
            return other  # "a note in which divers warned"
        object_pronoun = words[j].lemmas[0] in {"him", "them", "us", "me", "her"}
        return other if object_pronoun and word.forms[0] not in VERB_FORMS else verb
    if left == "PUNCT" and verb == "VBZ" and after in {"DT", "PRP", "PRP$"}:
        return verb
    objects = after in _AFTER_VERB or not after or (verb == "VBZ" and after in NOUNISH)
    if left == "NNS" and verb == "VB" and not (word.usual and word.forms[0] in _SURE_NOUNS):
        objects = objects or after in {"VBN", "VBG", "NN"}
    if left == "NNP" and verb == "VBZ" and j and words[j - 1].lemmas[0] == "a" and after == "NN":
        return other  # "a Warsaw appeals court"
    if left == "NNP" and verb == "VB" and j and forms[j - 1] in {"DT", "PRP$", "JJ"} and after in {"NN", "NNS"}:
        return other  # "the Ohio bar exam"
    if left in NOUNISH and verb == "VB" and _is_subjunctive(words, forms, j):
        return "VB"
    if left in NOUNISH and _agrees(left, verb) and (takes_that(words, i) or _takes_clause(word, left, follow)):
        return verb
    if left == "NNS" and verb == "VB" and after == "IN" and _is_only_verb(words, i):
        return verb  # "Demonstrators protest in Lima"
    if left in NOUNISH and _agrees(left, verb) and objects and not _has_verb(words, forms, i, j):
        usual_noun = word.usual and word.forms[0] in _SURE_NOUNS
        plain = left == "NNP" and verb == "VB" and "CC" not in forms[max(0, j - 5) : j]
        willing = left == "NN" and word.lemmas[0] in _INTENDING
        takes_infinitive = after == "TO" and (left == "NNS" or willing or (left == "NNP" and verb == "VBZ"))
        return verb if after in {"DT", "PRP", "PRP$"} or takes_infinitive or not (usual_noun or plain) else other
    if left in NOUNISH or word.forms[0] not in VERB_FORMS:
        imperative = not left and after in {"DT", "PRP", "PRP$"} and verb == "VB"
        return verb if imperative else _choose_nominal(_not_verbs(can) or can, left, follow, word.usual)
    return verb


@cache
def _not_verbs(can: tuple[str, ...]) -> tuple[str, ...]:
    """Of the forms a word may have those that are no verb's; there are few hundred such sets."""
    return tuple(f for f in can if f not in VERB_FORMS)


def _is_subjunctive(words: list[Word], forms: list[str], j: int) -> bool:
    """Whether the clause hangs with "that" on a verb of demanding: "demanded that the firm pay"."""
    for k in range(j, max(1, j - 9), -1):
        if forms[k] in {"VBD", "VBZ", "MD", "BE", "HV", "PUNCT"}:
            return False
        if forms[k] == "CS":
            before = next((m for m in range(k - 1, max(-1, k - 5), -1) if forms[m] in VERB_FORMS), None)
            return (
                words[k].lemmas[0] == "that" and before is not None and words[before].lemma(forms[before]) in _DEMANDING
            )
    return False


def _takes_clause(word: Word, left: str, follow: Word | None) -> bool:
    """Whether a subject follows that only a verb of telling or fearing can have behind it: "Vik claims he won"."""
    if follow is None or not (word.lemmas[0] in CLAUSE_TAKERS or word.lemmas[0] in _FEARING):
        return False
    named = left == "NNS" and word.lemmas[0] in _FEARING and follow.forms[0] == "NNP"  # "officials fear Vik is dead"
    return named or follow.lemmas[0] in _SUBJECTS


def _is_only_verb(words: list[Word], i: int) -> bool:
    """Whether no other word of the sentence is first of all a finite verb."""
    return not any(word.forms[0] in _FINITE for k, word in enumerate(words) if k != i)


def _agrees(left: str, verb: str) -> bool:
    """Plural subjects take the base form, singular ones the form in ``-s``; a name may be either."""
    return left == "NNP" or (left == "NNS") == (verb == "VB")


def _has_verb(words: list[Word], forms: list[str], i: int, j: int) -> bool:
    """Whether the clause around has a sure finite verb: an auxiliary ahead before the next mark or conjunction, or one
    behind.
    """
    for word in words[i + 1 : i + 12]:
        form = word.forms[0]
        if form in {"MD", "BE", "HV", "DO"} or (form == "VBD" and len(word.forms) == 1):
            return True
        if form in {"PUNCT", "CC", "CS", "WDT", "WP"}:
            break
    for k in range(j, max(-1, j - 12), -1):
        if forms[k] in {"VBD", "VBZ"}:
            return words[k].lemma(forms[k]) not in CLAUSE_TAKERS
        if forms[k] == "VB" and k and forms[k - 1] == "MD":  # "will limit its steel exports"
            return words[k].lemma("VB") not in CLAUSE_TAKERS
        if forms[k] in {"PUNCT", "CC", "CS", "WDT", "WP"}:
            break
    return False


def _choose_nominal(can: tuple[str, ...], left: str, follow: Word | None, usual: bool = False) -> str:
    """Adjective before a noun or after "be", else noun; adverbs where nothing else is left."""
    after = follow.forms[0] if follow else ""
    noun, adjective, only_verbs = _nominal(can)
    if noun and left == "DT" and after in {"IN", "PUNCT", "", "TO", "MD", "BE", "HV", "VBD"}:
        return noun
    if noun and adjective:
        if (after in {"NN", "NNS"} and not (usual and can[0] == noun)) or (left == "BE" and after not in NOUNISH):
            return adjective
        if after == "NNP":
            return can[0] if can[0] in {noun, adjective} else noun
        return noun if left in _NOUN_LEFT or left in NOUNISH or left == "IN" or can[0] == noun else adjective
    if adjective and "RB" in can:
        if left in {"HV", "MD", "BE"} and after in {"VBN", "VB", "VBD"}:
            return "RB"
        if left == "DT":
            return adjective
        return adjective if after in NOMINAL or left == "BE" else "RB"
    if only_verbs:
        return "NN" if left in _NOUN_LEFT else can[0]
    return can[0] if can[0] not in VERB_FORMS else noun or adjective or can[0]


@cache
def _nominal(can: tuple[str, ...]) -> tuple[str | None, str | None, bool]:
    """Of the forms a word may have the first that is a noun's and that is an adjective's; whether all are verbs'."""
    noun = next((f for f in can if f in _SURE_NOUNS), None)
    adjective = next((f for f in can if f in {"JJ", "JJR", "JJS"}), None)
    return noun, adjective, all(f in VERB_FORMS for f in can)
