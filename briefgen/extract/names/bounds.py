"""Where a name in a run of capitals begins and ends."""

from briefgen.extract.names.acting import is_letters
from briefgen.extract.names.desk import Desk, is_capital, is_common
from briefgen.extract.names.heads import SURNAMES
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.syntax.words import look_up

NO_NAME = frozenset({"VERB", "ADV", "ADP", "DET", "PRON", "CONJ", "AUX", "PART"})
ENDS_A_PERSON = frozenset({"people", "seat", "body", "country"})
PAPERS = frozenset({"times", "telegraph", "herald", "mirror", "mail", "express", "tribune", "mercury"})
BORNE = frozenset({"may", "march", "april", "june", "august"})
QUOTES = frozenset({'"', "'"})
PARTS_OF_AMERICA = frozenset({"South", "North", "Central", "Latin"})
HEADS_OF_BODIES = frozenset({"ceo", "president", "chairman", "chairwoman", "chair", "founder", "owner"})
LETTERS_OF_OFFICES = frozenset({"CEO", "CFO", "COO", "MP", "MEP", "PM"})
BETWEEN_NAMES = frozenset("into with in at for from after over by as against amid and or".split())
# Peoples that families are called like.
PEOPLES_TOO = frozenset({"Cuban", "English", "French", "Welsh", "German", "Irish", "Roman", "Norman", "Dane", "Finn"})
TRADES_OF_NEWS = frozenset({"reporter", "editor", "correspondent"})
SINCE = frozenset("in since until till of from by to for late early mid last next this on".split())
NAMES_OF_A_PERSON = 4
# Words that often open a sentence and may begin a body's name, with the fewest words that such a name has.
FIELDS_OF_BODIES = {"national": 2, "international": 2, "world": 3, "business": 3, "security": 3, "sport": 3}
# What secretaries, ministers and chiefs are "of", beside the modifiers of the word list.
OFFICES = frozenset(
    {"state", "staff", "war", "works", "operations", "transportation", "natural", "resources", "homeland"}
)


def skip_opener(desk: Desk, i: int, j: int) -> int:
    """The first token of the run that is not capitalised only because a sentence begins there."""
    several = i + 1 < j
    if several and desk.norms[i] == "The" and not desk.known(i) and desk.known(i + 1):
        return i + 1
    if not desk.opens(i):
        return i
    if several and (is_title_in_quotes(desk, i, j) or is_of_a_continent(desk, i, j) or is_field_of_a_body(desk, i, j)):
        return i
    known = desk.known(i)
    if known and (known[0] > i + 1 or not is_common(desk.lowers[i]) or desk.norms[i].isupper()):
        return i
    return i + 1 if is_mere_opener(desk, i, j) else i


def is_mere_opener(desk: Desk, i: int, j: int) -> bool:
    """Whether a word that the table does not know opens a sentence and is no part of a name."""
    words, lower = lexicon(), desk.lowers[i]
    if lower in words.starters:
        return True
    if "-" in lower and desk.norms[i][1:].islower() and all(map(is_common, lower.split("-"))):
        return True  # "Long-term Treasury bonds"
    word = look_up(lower)
    particle = lower in words.particles
    if word.closed and not particle and not is_subject(desk, i, j):
        return True
    if i + 1 < j:
        letters = i + 2 == j and lower in words.org_nouns and is_letters(desk.norms[i + 1])  # "Broadcaster ARD"
        ended = i + 2 == j or look_up(desk.lowers[i + 2]).closed
        doing = ended and "VBG" in word.forms and not word.usual and is_plural_noun(desk, i + 1)  # "Breaking Chains"
        if letters or doing:
            return True
        if particle or desk.norms[i] in words.given:
            return False
    return word.known and desk.tokens[i].tag in NO_NAME


def is_field_of_a_body(desk: Desk, i: int, j: int) -> bool:
    """ "Business Ethics Council", "National Council": an opening word that a body's name may begin with."""
    least = FIELDS_OF_BODIES.get(desk.lowers[i], j - i + 1)
    return j - i >= least and desk.lowers[j - 1] in lexicon().org_heads


def is_of_a_continent(desk: Desk, i: int, j: int) -> bool:
    """ "South American": of many countries."""
    return desk.norms[i] in PARTS_OF_AMERICA and i + 1 < j and desk.lowers[i + 1] in {"american", "americans"}


def is_title_in_quotes(desk: Desk, i: int, j: int) -> bool:
    """Whether a run is a name in quotation marks, no article of a name that the table has."""
    inside = i > 0 and j < len(desk.norms) and j - i > 1 and {desk.norms[i - 1], desk.norms[j]} <= QUOTES
    return inside and not (desk.norms[i] == "The" and desk.known(i + 1))


def is_subject(desk: Desk, i: int, j: int) -> bool:
    """ "Will Smith said", not "Will Smith go?": a given name with a finite verb or a comma after the run."""
    given = desk.norms[i] in lexicon().given and j > i + 1
    return given and j < len(desk.norms) and (desk.norms[j] == "," or desk.tokens[j].form in {"VBD", "VBZ", "HV", "BE"})


def skip_title_tail(desk: Desk, i: int, j: int) -> tuple[int, str]:
    """The end of a role phrase that the run goes on with: "Secretary of | State Ann Lee"; with the role."""
    words = lexicon()
    if i < 2 or desk.lowers[i - 1] != "of" or desk.lowers[i - 2] not in words.offices or desk.norms[i - 2].islower():
        return i, ""
    if desk.lowers[i - 2] in HEADS_OF_BODIES:
        return i, ""  # "CEO of Home Stores"
    k = i
    while k < j - 1 and desk.norms[k] not in words.given:
        first = desk.lowers[k].partition("-")[0]
        if first not in words.modifiers and first not in OFFICES:
            break
        k += 1
    k = before_given(desk, k, j) if k > i else i
    return (k, " ".join(desk.lowers[i - 2 : k])) if k > i else (i, "")


def before_given(desk: Desk, k: int, j: int) -> int:
    """The given name behind common words from ``k`` on ("Air | Force Communications Ann Lee"); else ``k``."""
    for at in range(k, j - 1):
        if desk.norms[at] in lexicon().given:
            return at
        if not is_common(desk.lowers[at]):
            break
    return k


def segment_end(desk: Desk, i: int, j: int) -> int:
    """The token before the next calendar word of the run, or before another name that is glued to it."""
    for k in range(i + 1, j):
        if is_date(desk, k, j) or is_glued(desk, i, k):
            return k
    return j


def is_glued(desk: Desk, i: int, k: int) -> bool:
    """ "Ann Lee | BBC News", "Kim Dae Jung | The Times": a body's name or a capital article after somebody's name."""
    if desk.norms[k] == "The":
        return True
    if k - i not in {2, 3} or desk.known(i):
        return False
    if desk.norms[i] not in lexicon().given and any(map(is_common, desk.lowers[i:k])):
        return False
    known = desk.known(k)
    return known is not None and known[1].kind == "body" and not is_common(desk.lowers[k])


def is_date(desk: Desk, k: int, j: int) -> bool:
    """A day or month; "April" and "May" are a person's beside another name unless a word of time goes before."""
    words = lexicon()
    if desk.lowers[k] not in words.calendar:
        return False
    if k + 1 < j and desk.lowers[k + 1] in PAPERS:
        return False
    if k and desk.norms[k - 1] in words.given and desk.lowers[k] in BORNE:
        return False
    if desk.norms[k] == "Sun" and k + 1 < j and desk.lowers[k + 1] not in words.calendar:
        return False  # "Sun Devices Inc."
    dated = k > 0 and (desk.lowers[k - 1] in SINCE or desk.norms[k - 1].isdigit())
    return dated or not (desk.norms[k] in words.given and k + 1 < j)


def person_end(desk: Desk, start: int, end: int) -> int:
    """At most four names and what stands between them; a people's, body's or country's name ends the person."""
    words = lexicon()
    k, names = start, 0
    while k < end and names < NAMES_OF_A_PERSON:
        if names and desk.norms[k] not in words.given and desk.lowers[k] not in words.particles:
            if desk.lowers[k] in BETWEEN_NAMES:
                break  # "Ann Lee With Friends"
            known = desk.known(k)
            surname = known is not None and (known[1].kind != "people" or desk.norms[k] in PEOPLES_TOO)
            after_given = k == start + 1 and desk.norms[start] in words.given and known and surname
            if known and known[1].kind in ENDS_A_PERSON and not (after_given and known[0] == k + 1):
                break
        names += desk.norms[k][0].isupper() and (k == start or desk.lowers[k] not in words.particles)
        k += 1
    while k > start + 1 and (not is_capital(desk.norms[k - 1]) or (k > start + 2 and is_no_surname(desk, start, k))):
        k -= 1
    k -= k > start + 2 and desk.norms[k - 1] in LETTERS_OF_OFFICES
    return k + 1 if k == end and k < len(desk.norms) and desk.lowers[k] in {"jr.", "sr.", "jr", "sr"} else k


def is_no_surname(desk: Desk, start: int, k: int) -> bool:
    """ "Comey Memos", "Ann Lee Business reporter": a noun that stands behind a name."""
    if "&" in desk.norms[start:k] or desk.norms[start] in {"Al", "El"}:
        return False  # "A.B. Lee & Sons", "Al Badr Foods"
    trade = k < len(desk.norms) and desk.norms[k] in TRADES_OF_NEWS and is_common(desk.lowers[k - 1])
    plain = desk.norms[start] not in lexicon().given and all(map(is_common, desk.lowers[start:k]))
    return trade or (is_plural_noun(desk, k - 1) and not plain)  # "Coastal Ferry Terminals" is nobody's


def is_plural_noun(desk: Desk, k: int) -> bool:
    """ "Clinton Emails", "Comey Memos": a common plural that is nobody's name."""
    lower = desk.lowers[k]
    word = look_up(lower)
    plural = word.known and word.forms[0] == "NNS"
    return plural and lower not in SURNAMES and desk.norms[k] not in lexicon().given


def capitals_end(desk: Desk, start: int) -> int:
    """The token after the capitals that begin at ``start``."""
    end = start
    while end < len(desk.norms) and is_capital(desk.norms[end]):
        end += 1
    return end
