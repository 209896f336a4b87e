"""What a past form is: finite, participle or adjective; ``put`` and ``set`` may also be base or noun."""

# ruff: noqa: PLR0911, PLR0912 (decision lists: one return a rule)

from briefgen.extract.function_words import CLAUSE_TAKERS, NOMINAL, NOUNISH, OBJECT, VERB_FORMS, clause_follows
from briefgen.extract.syntax.chunks import CALENDAR
from briefgen.extract.syntax.words import Word

_SHOWING = frozenset("show suggest mean indicate reveal confirm prove argue insist believe think know add".split())
_FINITE = frozenset({"VBD", "VBZ", "MD", "BE", "HV"})
_PRESUMING = frozenset({"presume", "believe", "fear", "think"})
_YEAR = 4  # digits
_APPOINTING = frozenset("elect appoint name make crown declare vote".split())


def choose_past(words: list[Word], forms: list[str], i: int, j: int, follow: Word | None) -> str:
    """``-ed`` and irregular pasts: finite, participle or adjective; ``put`` and ``set`` may also be base or noun."""
    can = words[i].forms
    after = follow.forms[0] if follow else ""
    left = forms[j] if j >= 0 else ""
    participle = "VBN" if "VBN" in can else "VBD"
    if "VB" in can and is_base_joined(forms, j):
        return "VB"
    if words[i].usual and can[0] in {"JJ", "NN"} and after in {"NN", "NNS"}:
        return can[0]
    if left == "CS" and words[i - 1].lemmas[0] == "than" and "VBN" in can:
        return "JJ" if after in {"NN", "NNS"} else "VBN"  # "higher than expected losses"
    fronted = left == "PUNCT" and after == "NNS" and forms[0] == "CS" and "PUNCT" not in forms[:j]
    if fronted and "VBN" in can:
        return "JJ"  # "Though she won, elected officials say"
    if not left and after in {"NN", "NNS"} and "VB" not in can:
        appoints = after == "NN" and words[i].lemmas[0] in _APPOINTING  # "Elected president in 2010, she"
        return participle if appoints or "VBN" not in can else "JJ"  # "Displaced families returned"
    if left == "HV":
        return participle
    if left == "BE" and after == "TO" and words[i].usual and can[0] == "JJ":
        return "JJ"
    if left == "BE":
        return participle if "VBN" in can else _first(can, "JJ", "NN", "VBD")
    if "VB" in can and left in {"TO", "MD", "DO"}:
        return "VB"
    if left == "CD" and j and after in OBJECT and "VBD" in can and _is_date(words, forms, j):
        return "VBD"  # "the ban of March 2 violated the treaty"
    if left in {"DT", "PRP$", "POS", "JJ", "CD", "IN"} or (left == "CC" and j and forms[j - 1] == "JJ"):
        if after in NOMINAL and follow is not None and not (left == "IN" and after == "NNP" and "VBN" not in can):
            return "JJ" if "JJ" in can or "VBN" in can else _first(can, "NN", "VBD")
        if left == "IN":
            return _first(can, "NN", "VBN", "JJ")
        return _first(can, "NN", "NNS", "JJ", "VBN") if left != "POS" else _first(can, "NN", "VBN", "VBD")
    if "VBN" in can and left in VERB_FORMS and after in {"NN", "NNS", "NNP"}:
        return "JJ"  # "sent mixed signals", "named retired General Cole"
    if "VBN" in can and after in {"IN"} and (words[i + 1].lemmas[0] == "by" or (left == "PUNCT" and _has_by(words, i))):
        return "VBN"
    if "VBD" not in can or (left == "CC" and forms[j - 1] == "VBN" and _is_presumed(words, i)):
        return "VBN"
    if words[i].lemmas[0] == "age" and left == "PUNCT" and after == "CD":
        return "JJ"  # "two men, aged 24 and 31, had"
    if left in NOUNISH and "VBN" in can and _is_reduced(words, forms, i, j, after):
        return "VBN"
    if left in NOUNISH or left in {"PRP", "WP", "WDT", "EX"}:
        return "VBD"
    if words[i].forms[0] in {"NN", "JJ", "RB", "RP"} and left in {"PUNCT", "CC", "", "VBD", "VBZ", "VB", "VBN", "VBG"}:
        return words[i].forms[0] if after not in OBJECT else "VBD"
    if left in {"PUNCT", ""} and "VBN" in can and after in {"IN", "TO"} and _starts_participle(words, forms, i, j):
        return "VBN"
    return "VBD"


def _is_presumed(words: list[Word], i: int) -> bool:
    """ "kidnapped and presumed killed", "feared dead": a second participle that tells what is thought of it."""
    following = words[i + 1] if i + 1 < len(words) else None
    fits = following is not None and ("VBN" in following.forms or following.lemmas[0] == "dead")
    return fits and not _PRESUMING.isdisjoint(words[i].lemmas)


def _is_date(words: list[Word], forms: list[str], j: int) -> bool:
    """Whether the number at ``j`` is of a month's day, or a year behind "in" or "of"."""
    return words[j - 1].lemmas[0] in CALENDAR or (forms[j - 1] == "IN" and len(words[j].lemmas[0]) == _YEAR)


def is_base_joined(forms: list[str], j: int) -> bool:
    """Whether the conjunction or comma at ``j`` joins to the infinitive of a modal or "to": "would close shops and |
    cut jobs".
    """
    if j < 1 or forms[j] not in {"CC", "PUNCT"}:
        return False
    for k in range(j - 1, max(-1, j - 16), -1):
        form = forms[k]
        if form in {"MD", "TO"}:
            over = forms[j] == "PUNCT" and {"WDT", "WP", "CS"} & set(forms[max(0, k - 6) : k])
            return "VB" in forms[k:j] and not over  # not "the firm, which would close, | cut"
        if form in {"VBD", "VBZ", "VBN", "BE", "HV", "CS", "WDT", "WP"} or (form == "PUNCT" and forms[j] == "CC"):
            return False
    return False


def _is_reduced(words: list[Word], forms: list[str], i: int, j: int, after: str) -> bool:
    """Whether the form after a noun is a participle without "that was": "forces aligned with the north have …".

    It is where no object follows and the clause has its finite verb already, gets it later, or where the noun is the
    object of a preposition that opens the clause ("In a speech delivered late Monday, …").
    """
    if words[i].lemma("VBD") in CLAUSE_TAKERS or after in OBJECT | {"NN", "NNS"}:
        return False
    if after == "JJ" and i + 2 < len(words) and words[i + 2].forms[0] in {"NN", "NNS"}:
        return False
    for k in range(i + 1, min(len(words), i + 14)):
        form = words[k].forms[0]
        subordinates = "CS" in words[k].forms and clause_follows(words, k + 1)
        if subordinates or form in {"PUNCT", "CC", "CS", "WDT", "WP", "PRP"}:
            break
        if form in {"MD", "HV", "BE"} or _is_sure_past(words, k) or takes_that(words, k):
            return True
    start = j
    while start >= 0 and forms[start] in {"NN", "NNS", "JJ", "CD", "VBN", "VBG", "NNP", "POS"}:
        start -= 1
    fronted = start > 0 and forms[start] in {"DT", "PRP$"} and forms[start - 1] == "IN"
    if fronted and (start == 1 or forms[start - 2] in {"PUNCT", "CC", "CS"}):
        return True
    for k in range(start, max(-1, start - 25), -1):
        if forms[k] == "VB" and "TO" in forms[max(0, k - 2) : k] and "IN" in forms[k:i]:
            continue
        if forms[k] in {"VBD", "VBZ", "BE", "HV", "VB"}:
            return words[k].lemma(forms[k]) not in CLAUSE_TAKERS
        if forms[k] in {"PUNCT", "CS", "WDT", "WP"}:
            break
    return False


def _has_by(words: list[Word], i: int) -> bool:
    """Whether "by" follows in the same stretch between commas: ", agreed in March by both sides,"."""
    for k in range(i + 1, min(len(words), i + 10)):
        form = words[k].forms[0]
        if words[k].lemmas[0] == "by" and k + 1 < len(words) and words[k + 1].forms[0] != "CD":
            return True
        if form in {"PUNCT", "CS", "WDT", "WP", "PRP", "MD", "HV", "BE"}:
            return False
    return False


def _is_sure_past(words: list[Word], k: int) -> bool:
    """A past that cannot be a participle: by its form, or because its object follows."""
    if "VBD" in words[k - 1].forms and "VBN" in words[k].forms:
        return False  # "named retired General Cole"
    if "VBD" not in words[k].forms or "VB" in words[k].forms or words[k - 1].forms[0] in {"IN", "DT", "JJ", "TO"}:
        return False
    return "VBN" not in words[k].forms or (k + 1 < len(words) and words[k + 1].forms[0] in OBJECT)


def _starts_participle(words: list[Word], forms: list[str], i: int, j: int) -> bool:
    """Whether the form opens the sentence, or stands between commas after the subject: "The bank, founded in Oslo,
    said".
    """
    if j < 0:
        return True
    if words[i].lemma("VBD") in CLAUSE_TAKERS or not _FINITE.isdisjoint(forms[:i]):
        return False
    for k in range(i + 1, len(words) - 1):
        if words[k].forms[0] == "PUNCT":
            following = words[k + 1] if words[k + 1].forms[0] != "RB" or k + 2 >= len(words) else words[k + 2]
            if following.forms[0] in {"VBD", "VBZ", "MD", "BE", "HV"} or "VBZ" in following.forms:
                return True
    return False


def takes_that(words: list[Word], i: int) -> bool:
    """Whether the word is no claim or report but says something of a subject after "that": "files show that he"."""
    if words[i].lemmas[0] not in _SHOWING or i + 2 >= len(words) or words[i + 1].lemmas[0] != "that":
        return False
    return words[i + 2].forms[0] in OBJECT | {"NNS"}


def _first(can: tuple[str, ...], *wanted: str) -> str:
    return next((w for w in wanted if w in can), can[0])
