"""People harmed, and people aboard: "12 people were killed", "claimed 15 lives", "the toll rose to 57".

The words of a figure begin with the number or its quantifier.  What is no longer held ("an earlier toll of 12", "from
49") is no figure, and bodies that are found are no toll.
"""

import re

from msgspec import structs

from briefgen.cluster.disagreements.wording import NOUN_PHRASE, ONES, PEOPLE, TENS, Beside, Figure, stems, value_of
from briefgen.model.regex import regex

SPELLED = "|".join((*ONES, *TENS))
# Patterns without ``re.I`` are for words in lower case.
MORE = regex(r" (?:more|others?|further|additional)\b")
# "two men and", before "a woman were killed"
PART = regex(
    rf"\b(?:\d+|{SPELLED})(?: (?!ha[sd]|have|were|was|died|dead|killed|injured|wounded|hurt|missing)[\w-]+){{1,2}}"
    r",? and (?:an? )?$"
)
# "rose to 57 from", "an earlier toll of", "from" before "36 to 31"; "was revised" behind.
OLD = regex(
    r"\bto (?:\w+ ){0,3}?[$€£¥]?\d(?:[^.;]|\.\d){0,60}\bfrom $"
    r"|\b(?:earlier|previous|initial|preliminary|provisional) (?:[\w-]+ ){1,3}(?:of|at) $"
    r"|\b(?:up|down|increase|rise|jump) from $"
    # of another happening: "the worst crash since 1989, when", "since the quake that killed"
    r"|\bsince [^.;]{1,60}?\b(?:when|which|that)\b[^.;,]{0,30}$"
)
OLD_ENDS = ("from ", " of ", " at ")  # how all of these end, but for what begins with "since"
# A toll that somebody first gave is no longer held; of a sum it may be what somebody else still says.
FIRST_PUT = regex(
    r"\b(?:first|initially|originally|earlier|previously) (?:put|estimated|placed|given|reported)\b[^.;,]{0,40}$"
)
FROM, ON_TO = regex(r"\bfrom $"), regex(r" (?:[\w-]+ ){0,2}?to (?:[\w-]+ ){0,2}?(?:[$€£¥]|\d)")
REVISED = regex(r" (?:was|were|has been|had been) (?:revised|raised|lowered|corrected|cut)\b")
BE = r"(?: (?:were|was|are|is|remain|remained|have been|had been|has been|have|had|has|got))?"
BE += r"(?: (?:still|already|now|also))?"
AMONG = r"(?:, (?:including|among them|most of them|mostly|all)\b[^,.;]{1,60},)?"
AFTER = {
    "killed": r"(?:(?:shot |confirmed |found )?(?:killed|dead)|died|drowned|perished|deaths|fatalities"
    r"|lost their lives)",
    "injured": r"(?:injured|wounded|hurt|injuries)",
    "arrested": r"(?:arrested|detained|arrests|detentions)",
    "missing": r"(?:missing|unaccounted for)",
    "displaced": r"(?:displaced|evacuated|made homeless|homeless|(?:lost|fled) their homes)",
    "infected": r"(?:infected|fallen ill|fell ill|(?:confirmed |new )?cases|infections)",
    "aboard": r"(?:aboard|on board)",
    "held": r"(?:being held|held (?:hostage|captive)|taken hostage|hostage|captive|in captivity)",
}
BEFORE = {
    "killed": r"kill(?:s|ed|ing)?|claim(?:s|ed|ing)? the lives of|deaths? of",
    "injured": r"injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?",
    "arrested": r"arrest(?:ed|ing)|detain(?:ed|ing)",
    "displaced": r"displac(?:ed|ing)|evacuat(?:ed|ing)",
    "infected": r"infect(?:ed|ing)",
    "aboard": r"carr(?:ied|ying)",
}
LIVES_BEFORE, LIVES = regex(r"\b(?:cost|costing|claim(?:s|ed|ing)?|took) $"), regex(r" lives\b")
PASSENGERS = frozenset(("people", "person", "passenger", "migrant", "tourist", "pilgrim", "refugee"))
AND_CREW = regex(r" and (?:\w+ )?crew\b")
TOLL = regex(
    r"\b(?:(?:death )?toll|number of (?:the )?(?:dead|deaths|victims|[a-z]{3,20} (?:killed|dead)))\b[^.;,:]{0,60}?"
    r"(?:\b(?:climbed|climbs|risen|rose|rises|reach(?:ed|es)|pass(?:ed|es)|topp(?:ed|s)|stood|stands|increased|grown|now)"
    r"\b)?(?: (?:to|at|of|is))? $"
)
RAISING = regex(r"\b(?:raising|bringing|raised|brought|takes|took|taking)(?: [\w ]{0,30}?)? to $")
DEAD = regex(r"[^.;,]{0,30}\b(?:kill|dead|deaths|died|victims|toll)")
# A word of each, which is looked for first.
HARM = (
    "dead", "kill", "die", "drown", "perish", "death", "fatalit", "lost", "injur", "wound", "hurt", "arrest", "detain",
    "detention", "missing", "unaccounted", "displac", "evacuat", "homeless", "infect", " ill", "cases", "board",
    "held", "hostage", "captiv",
)  # fmt: skip
LONGEST_VERB = 30  # letters
AFTERS = [(kind, regex(PEOPLE + AMONG + BE + " " + words + r"\b", re.I)) for kind, words in AFTER.items()]
BEFORES = regex(rf"\b(?:{'|'.join(rf'(?P<{kind}>{words})' for kind, words in BEFORE.items())}) $")
# "two soldiers and a child were killed" is one figure; a longer list is none.
NAMED = r"(?: [^\W\d_][\w'’-]*){1,2}"
SUM = regex(rf"(?:{NAMED}) and (?P<number>an?|\d{{1,3}}|{SPELLED})(?={NAMED}?{BE} )", re.I)
LIST = regex(rf"\b(?:an?|\d+|{SPELLED})(?: [\w-]+){{1,2}}, $")
# "officials put the figure at": of what the sentence counted before
PUT_AT = regex(
    r"\b(?:put|puts|placed|estimated) (?:it|the (?:[a-z]+ )?(?:figure|number|total|count|toll)) at (?:[a-z ]{0,12})$"
    r"|\b(?:speaks?|spoke) of (?:[a-z ]{0,12})$"
)


def is_old(beside: Beside) -> bool:
    """Whether the words around a number say that it is no longer held."""
    before, after = beside.plain_before, beside.plain_after
    if before.endswith(OLD_ENDS) or "since " in before:
        return bool(OLD.search(before) or REVISED.match(after) or (FROM.search(before) and ON_TO.match(after)))
    return REVISED.match(after) is not None


def harmed(number: Figure, beside: Beside) -> Figure | None:
    """A bare number as one of people killed, injured, arrested, missing, displaced, infected or aboard."""
    before, after = beside.plain_before, beside.plain_after
    joined = beside.before.endswith((" and ", " and a ", " and an "))
    if MORE.match(after) or (joined and PART.search(before)) or number.value != int(number.value):
        return None
    if (("toll" in before or "number" in before) and TOLL.search(before)) or (
        beside.before.endswith(" to ") and RAISING.search(before) and (DEAD.match(after) or DEAD.search(before))
    ):
        return structs.replace(number, of="killed", toll=True)
    if LIVES.match(after) and LIVES_BEFORE.search(before):
        return structs.replace(number, of="killed", words=f"{number.words} lives")
    return verb_behind(number, beside) or verb_before(number, beside)


def verb_behind(number: Figure, beside: Beside) -> Figure | None:
    """ "12 people were killed", "two soldiers and a child were killed"."""
    after = beside.after
    if not any(map(beside.plain_after.__contains__, HARM)):
        return None
    for kind, pattern in AFTERS:
        if tail := pattern.match(after):
            return structs.replace(number, of=kind, words=number.words + tail[0], nouns=stems(tail["who"]))
    more = SUM.match(after)
    if more is None or LIST.search(beside.plain_before):
        return None
    added = 1.0 if more["number"].lower() in ("a", "an") else value_of(more["number"], None)
    for kind, pattern in AFTERS:
        if tail := pattern.match(after, more.end()):
            words = number.words + after[: tail.end()]
            return structs.replace(number, of=kind, value=number.value + added, words=words, nouns=("people",))
    return None


def verb_before(number: Figure, beside: Beside) -> Figure | None:
    """ "killed 12 people", "carrying 240 passengers"."""
    before, after = beside.plain_before, beside.after
    verb = BEFORES.search(before, max(0, len(before) - LONGEST_VERB))
    if verb is None or verb.lastgroup is None:
        return None
    phrase = NOUN_PHRASE.match(after)
    who = phrase["who"] if phrase else ""
    nouns = stems(who)
    if verb.lastgroup == "aboard":
        crew = AND_CREW.match(after, len(who))
        if not (nouns and nouns[-1] in PASSENGERS):
            return None
        who, nouns = (who + crew[0], ("people",)) if crew else (who, nouns)
    return structs.replace(number, of=verb.lastgroup, words=number.words + who, nouns=nouns)
