"""The modifiers between the determiner or possessor and a name: "self-styled commander"."""

from briefgen.extract.descriptions.fits import can_be, is_personal
from briefgen.extract.descriptions.lexicon import lexicon
from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.relations.desk import Desk
from briefgen.extract.statements.text import DAYS, MONTHS, TIME_NOUNS
from briefgen.model.annotation import Mention

BEFORE = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "VBN", "VBG", "RB", "VBD"})
LONGEST_BEFORE = 8
INSIDE = frozenset({"DT", "POS", "NN", "NNS", "NNP", "JJ", "PRP$"})
SHORT = 4  # letters of a title that may be written short without a full stop: "Gen", "Cmdr"
WHOLE = frozenset(
    "king pope earl duke dean poet host head boss aide pilot mayor miner ceo cfo coo pm mp mep monk nun".split()
)
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
BODIES = frozenset({"police", "guard", "opposition", "staff"})  # titles that are bodies, too


def before(desk: Desk, first: int, mention: Mention) -> tuple[int, int] | None:
    """The modifiers between the determiner or possessor and the name."""
    low = _past_empties(desk, _past_plural(desk, _reach(desk, first), first), first)
    if low < first and low and desk.tokens[low - 1].form == "PRP":
        low += 1  # "they villify Attorney General Ann Lee": a verb
    end = first
    while low < end and is_short_title(desk, end - 1):
        end -= 1
    end = _before_ranks(desk, low, end)
    if low >= end or all(desk.words[i] in names().honorifics for i in range(low, end)):
        return None
    if mention.type == "person":
        place = _of_person(desk, low, end, stripped=end < first)
        if place is None:
            return None
        low, end = place
    if not any(desk.tokens[i].tag in {"NOUN", "PROPN"} or _stands_alone(desk, i) for i in range(low, end)):
        return None
    low -= low > 0 and desk.words[low - 1] in ORDINALS and desk.words[low].endswith("est")  # "second largest"
    cut = desk.words[low - 1] == ")" if low else False  # "ex-Statoil (STL) chief Ann Lee"
    if cut or desk.words[end - 1] in {"the", "a", "an"}:
        return None
    return (low, end) if _describes(desk, low, end, mention) and len(desk.words[low]) > 1 else None


def _reach(desk: Desk, first: int) -> int:
    """How far to the left words may belong to the name's phrase."""
    low = first
    while low > 0 and first - low < LONGEST_BEFORE and _modifies(desk, low - 1, low):
        low -= 1
    state = desk.tokens[low].form == "NNP" and desk.tokens[low - 2].form == "NNP" if 2 <= low < first else False
    if state and desk.words[low - 1] == "of" and desk.words[low - 2] in names().titles:
        low -= 2  # "Secretary of State"
        while low > 0 and _modifies(desk, low - 1, low):
            low -= 1
    while _joins_field(desk, low, first):
        low -= 2
    body, _ = desk.extent(desk.mention_at[low]) if low < first else (low, low)
    named = low < first and desk.mention_at[low] >= 0 and desk.mentions[desk.mention_at[low]].form == "name"
    return body if named and 0 < low - body < LONGEST_BEFORE else low  # "Department of Health spokeswoman"


def _joins_field(desk: Desk, low: int, first: int) -> bool:
    """ "Primary and Secondary Education minister": a second field of the office, no name, before "and"."""
    if not 2 <= low < first or desk.words[low - 1] != "and":
        return False
    front = desk.mention(low - 2)
    fields = all(desk.tokens[i].form in BEFORE and desk.tokens[i].norm[0].isupper() for i in (low - 2, low))
    return fields and (front is None or front.form != "name")


def _past_plural(desk: Desk, low: int, first: int) -> int:
    """Behind a common noun in the plural, which ends the phrase before: "in cool waters American champion Ann Lee"."""
    for i in range(first - 2, low - 1, -1):
        ends = desk.tokens[i].form == "NNS" and desk.words[i] not in lexicon().plurals and desk.mention_at[i] < 0
        if ends and desk.tokens[i].norm[0].islower() and desk.tokens[i + 1].form in {"NNP", "JJ"}:
            return i + 1
    return low


def _past_empties(desk: Desk, low: int, first: int) -> int:
    while low < first and (_is_empty(desk, low) or desk.words[low] in names().honorifics):
        low += 1
    while (
        low < first
        and desk.mention_at[low] < 0
        and desk.tokens[low].form in {"RB", "VBD"}
        and desk.words[low] not in lexicon().telling
        and desk.tokens[low + 1].form not in {"JJ", "VBN"}
    ):
        low += 1
    return low


def _of_person(desk: Desk, low: int, end: int, stripped: bool) -> tuple[int, int] | None:
    """What of the words before a person's name says what one is: they end in a role, or are adjectives that tell it."""
    last = end - 1
    token = desk.tokens[last]
    if low and (desk.tokens[low - 1].form == "CD" or _is_joined(desk, low)):
        return None  # "the 100 metres champion": cut
    if _is_role(desk, last) and token.form != "NNS":
        title = token.norm[0].isupper() and last > low and desk.tokens[last - 1].form == "NN"
        front = desk.words[last - 1]
        if title and desk.tokens[last - 1].norm[0].islower() and front not in names().modifiers | names().titles:
            return last, end  # "in the court room Judge Ann Lee"
        return low, end
    of_state = last - 2 >= low and desk.words[last - 1] == "of" and _is_role(desk, last - 2)  # "Secretary of State"
    if token.tag == "NOUN" or of_state or stripped:
        held = low if of_state else _role_over(desk, low)
        return None if held is None or stripped or token.form == "NNS" else (held, end)
    people = desk.mention(last)
    named = (people is not None and people.type == "nationality") or "-" in desk.words[last]
    return (low, end) if named or (token.tag != "PROPN" and _stands_alone(desk, last)) else None


def _is_joined(desk: Desk, low: int) -> bool:
    """ "British and American airline": the second half of two."""
    first, second = (desk.mention(low - 2), desk.mention(low)) if low > 1 else (None, None)
    both = first is not None and second is not None and first.type == second.type == "nationality"
    return both and desk.tokens[low - 1].form == "CC"


def is_short_title(desk: Desk, i: int) -> bool:
    """ "Mr.", "Gov.", "Sen.": written short, they stand before the name and describe nobody."""
    word = desk.words[i]
    short = word.endswith(".") or len(word) <= SHORT
    return word in names().honorifics or (short and word in names().titles and word not in WHOLE)


def _before_ranks(desk: Desk, low: int, end: int) -> int:
    """ "spokesman General Ann Lee": ranks behind a role belong to the name; "Attorney General" is one office."""
    first = end
    while first > low and desk.words[first - 1] in names().ranks and desk.tokens[first - 1].norm[0].isupper():
        first -= 1
    behind = first < end and first > low and _is_role(desk, first - 1) and desk.tokens[first - 1].norm[0].islower()
    return first if behind else end


def _is_role(desk: Desk, i: int) -> bool:
    word = desk.words[i]
    listed = word in names().titles | lexicon().persons  # "official", "champion": read as adjectives now and then
    noun = desk.tokens[i].tag in {"NOUN", "PROPN"} or (listed and desk.tokens[i].form == "JJ")
    return noun and word not in BODIES and is_personal(word)


def _role_over(desk: Desk, low: int) -> int | None:
    """Where the role begins on which the words before a name hang: "head of the committee Ann Lee"."""
    i = low - 1
    while i > 0 and low - i < LONGEST_BEFORE and desk.tokens[i].form in INSIDE:
        i -= 1
    if i < 1 or desk.words[i] not in {"of", "for"} or not _is_role(desk, i - 1):
        return None
    first = i - 1
    while first > 0 and _modifies(desk, first - 1, first):
        first -= 1
    return first


def _is_empty(desk: Desk, i: int) -> bool:
    """A word that describes nobody; "New" of "New York" is none."""
    return desk.words[i] in lexicon().empty and (
        desk.mention_at[i] < 0 or desk.mentions[desk.mention_at[i]].form != "name"
    )


def _stands_alone(desk: Desk, i: int) -> bool:
    """An adjective that describes without a noun: "rival", "UN-recognised", "exiled", "internationally recognised"."""
    token = desk.tokens[i]
    return (
        token.form in {"VBN", "VBG", "VBD"}
        or desk.words[i].endswith("ed")
        or "-" in desk.words[i]
        or desk.words[i] in lexicon().telling
    )


def _modifies(desk: Desk, i: int, low: int) -> bool:
    token, word = desk.tokens[i], desk.words[i]
    if token.form not in BEFORE or word in DAYS or word in MONTHS or token.lemma in TIME_NOUNS | {"day", "hour"}:
        return False
    if token.form == "VBD" and (
        i or word not in lexicon().telling
    ):  # a participle only within a phrase: "the so named", "newly formed"
        return i > 0 and desk.tokens[i - 1].form in {"DT", "PRP$", "POS"}
    if token.form == "RB" and desk.mention_at[i] < 0:
        return desk.tokens[low].form in {"JJ", "VBN", "VBG"}
    if token.form in {"VBN", "VBG"}:
        return "-" in word or _is_attributive(desk, i)
    return True


def _is_attributive(desk: Desk, i: int) -> bool:
    """Whether a participle stands in a noun phrase: "the ruling", "newly formed", "defending champion" at the start."""
    if i == 0:
        return desk.tokens[1].form in {"NN", "JJ"} or desk.words[0] in lexicon().telling
    before = desk.tokens[i - 1].form
    if before == "RB":
        return i > 1 and desk.tokens[i - 2].form in {"DT", "PRP$", "POS", "IN"}
    return before in {"DT", "PRP$", "POS", "JJ"}


def _describes(desk: Desk, low: int, first: int, mention: Mention) -> bool:
    """Whether the words before a name say something: not only further names."""
    if desk.tokens[first - 1].tag == "NOUN" and mention.type != "person" and not can_be(desk, first - 1, mention):
        return False
    part = mention.type in {"country", "place"} and all(
        desk.words[i] in lexicon().directions for i in range(low, first)
    )
    if part or (low and desk.tokens[low - 1].form == "BE"):
        return False  # "southern Chad"; "it is imperative Statoil acts"
    named = mention.type == "person" and bool(mention.role)
    return named or any(_is_telling(desk, i) for i in range(low, first))


def _is_telling(desk: Desk, i: int) -> bool:
    """Whether a word before a name is more than a name: a plain word, an office, a people, a compound."""
    if desk.tokens[i].form != "NNP" or desk.words[i] in names().titles or desk.words[i].endswith("-elect"):
        return True
    mention = desk.mention(i)
    if mention is None:
        return False
    return mention.type == "nationality" or ("-" in desk.words[i] and mention.end < desk.tokens[i].end)
