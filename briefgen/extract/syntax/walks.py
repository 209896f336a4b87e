"""The search to the left of a verb for its subject."""

# ruff: noqa: PLR0911, PLR0912 (decision lists: one return a rule)

from functools import cache

from msgspec.structs import replace

from briefgen.extract.syntax.items import CLAUSE_TAKERS, HAPPENINGS, SPEECH, Item
from briefgen.extract.world import world
from briefgen.model.syntax import Path, Phrase

Phrases = tuple[Phrase, ...]
# What takes clauses with "that" only; a noun right behind it is its object: "denied theft and her sister said".
_BEFALLING = frozenset(
    "kill injure wound leave cause destroy trigger damage devastate claim displace spark last erupt happen".split()
)
_EXAMPLES = frozenset({"including", "include", "excluding", "exclude"})
_OF_NOUNS = frozenset({"deny", "announce", "reveal", "confirm"})


def walk(items: list[Item], k: int) -> tuple[Phrases, int, Path, int | None]:
    """Look left from item ``k`` for a subject: its phrases, its first item (for a relative: the relative word), how it
    was found; or the mark or conjunction through which the verb shares the subject of an earlier one.
    """
    path: Path = "direct"
    apposition: int | None = None
    closed = False
    while k >= 0:
        item = items[k]
        if item.phrase is not None:
            if item.phrase.temporal:
                k -= 2 if k and items[k - 1].kind == "P" else 1
                continue
            phrases, start = list_before(items, k)
            if len(phrases) > 1 and _follows_verb(items, start):
                phrases, start = phrases[-1:], k  # "shelled the port and the mines | blew up"
            if item.form == "CD" and start > 1 and items[start - 1].kind == ",":
                k = start - 2  # an age between commas
                continue
            if start and items[start - 1].kind == "P":
                k = start - 2
                k -= k > 1 and items[k].kind == "C" and items[k - 1].noun and _in_slot(items, k - 1)
                continue
            if closed and len(phrases) == 1 and _is_description(items, k):
                apposition, path, k = phrases[0].head, "apposition", k - 2
                continue
            verb = _object_of(items, start)
            if verb is not None:
                k = verb - 1 if items[verb].group and not items[verb].is_finite() else verb - 2
                continue
            if apposition is not None:
                phrases = (*phrases[:-1], replace(phrases[-1], apposition=apposition))
            if len(phrases) > 1 and path == "direct":
                path = "coordination"
            return phrases, start, path, None
        if item.kind in {"J", "R", "P"} or (item.group is not None and item.group.kind != "finite"):
            k -= 1
            continue
        if item.is_finite() and k and items[k - 1].kind == "W" and path != "apposition":
            k -= 2  # past a relative clause without commas: "those who left say"
            continue
        if item.kind == "W":
            return antecedent(items, k), k, "relative", None
        if item.kind == ",":
            k, noun, other = _over_comma(items, k)
            if other is not None:
                return (), k, "shared", other
            if noun is not None:
                apposition, path = noun, "apposition"
            closed = True
            continue
        if item.kind == "C":
            return (), k, "shared", k
        break
    return (), max(k, 0), "none", None


def _in_slot(items: list[Item], k: int) -> bool:
    """Whether the phrase at ``k`` is governed by a preposition: "in Lima and | around the country"."""
    _, start = list_before(items, k)
    return start > 0 and items[start - 1].kind == "P"


def _follows_verb(items: list[Item], start: int) -> bool:
    """Whether a list of phrases comes behind a verb of its clause, so that only its last one can be a subject."""
    for k in range(start - 1, -1, -1):
        item = items[k]
        if item.kind in {",", ";", "S", "W", "C"}:
            return False
        if item.is_finite():
            takes = item.lemma in CLAUSE_TAKERS and not (item.lemma in _OF_NOUNS and k == start - 1)
            return not takes and not (k and items[k - 1].kind == "W")
    return False


def list_before(items: list[Item], k: int) -> tuple[Phrases, int]:
    """The list of noun phrases that ends at item ``k``, and its first item."""
    start = k
    joined = False
    while start >= 2:
        gap = items[start - 1]
        if gap.kind == "C":
            before = start - 3 if items[start - 2].kind == "," else start - 2
            if joined or before < 0 or not items[before].noun or gap.lemma not in {"and", "or", "nor", "&"}:
                break
            joined = True
        elif gap.kind == "," and joined and gap.lemma != "-" and items[start - 2].noun:
            before = start - 2
        else:
            break
        start = before
    if not joined:
        phrase = items[k].phrase
        return (phrase,) if phrase is not None else (), k
    return tuple([p for item in items[start : k + 1] if (p := item.phrase) is not None]), start


def _object_of(items: list[Item], start: int) -> int | None:
    """The verb whose object the phrase at ``start`` is, where that verb stands inside the subject.

    "The man holding the gun said", "the group that holds the town said".
    """
    at = start - 1
    if at > 0 and items[at].kind == "R":
        at -= 1
    if at < 0 or items[at].group is None:
        return None
    verb = items[at]
    if verb.lemma in CLAUSE_TAKERS:
        return None
    if verb.is_finite():
        return at if at and items[at - 1].kind == "W" else None
    inside = at and (items[at - 1].kind in {"N", "P", ","} or (verb.form == "VB" and items[at - 1].group is not None))
    return at if inside else None


def antecedent(items: list[Item], k: int) -> Phrases:
    """The noun phrase that the relative word at ``k`` stands for: the nearest one to the left, no age or description
    between commas ("Jan Vik, 61, a former banker, who …").
    """
    at = k - 1
    while at >= 0 and (items[at].kind in {",", "P", "J"} or (items[at].phrase and not items[at].noun)):
        at -= 1
    if items[k].lemma == "who" and at > 1 and items[at - 1].kind == "P" and _is_place(items[at]):
        at = at - 2 if items[at - 2].noun else at  # "the mayor of Split, who"
    described = None
    while at > 1 and items[at - 1].kind == items[k - 1].kind == "," and _only_describes(items, at):
        described = items[at].phrase if items[at].form != "CD" else described
        at -= 2
    phrase = items[at].phrase if at >= 0 else None
    if phrase is not None and described is not None and phrase.apposition is None:
        phrase = replace(phrase, apposition=described.head)
    if phrase is not None and items[k].lemma != "who" and (items[k - 1].kind != "," or _does_harm(items, k, at)):
        phrase = _described(items, at) or phrase
    return (phrase,) if phrase is not None else ()


def _does_harm(items: list[Item], k: int, at: int) -> bool:
    """Whether a place would do what only befalls people: "the blast off Louisiana, which killed 11"."""
    return _is_place(items[at]) and k + 1 < len(items) and items[k + 1].lemma in _BEFALLING


def _is_description(items: list[Item], k: int) -> bool:
    """Whether the phrase at ``k`` describes the name before it, where that is no part of a prepositional phrase."""
    if k < 2 or items[k - 1].kind != "," or items[k].form == "CD" or not _only_describes(items, k):
        return False
    _, start = list_before(items, k - 2)
    return not (start and items[start - 1].kind == "P")


def _is_place(item: Item) -> bool:
    """Whether the phrase is the name of a place that the world table knows."""
    words = item.phrase.end - item.phrase.start if item.phrase is not None else 0
    return item.form == "NNP" and (item.lemma, words) in _places()


@cache
def _places() -> frozenset[tuple[str, int]]:
    """The last word of every place of the world table, small, and how many words its name has."""
    forms = (form for form, known in world().forms.items() if known.kind not in {"people", "body"})
    return frozenset((form.rpartition(" ")[2].lower(), form.count(" ") + 1) for form in forms)


def _only_describes(items: list[Item], at: int) -> bool:
    """Whether the phrase between commas at ``at`` is the age or the description of the name before it."""
    before, phrase = items[at - 2], items[at].phrase
    if phrase is None or not (before.noun or before.form == "CD"):
        return False
    named = before.form in {"NNP", "CD"}
    return items[at].form == "CD" or (named and items[at].form == "NN" and phrase.end - phrase.start > 1)


def is_cue(items: list[Item], k: int) -> bool:
    """Whether the verb at ``k`` only tells in passing who says the rest: "…, the ministry said on Friday, and …".

    After a direct quotation it tells more than that ("…," she said, and left).
    """
    if items[k].lemma not in SPEECH or not items[k].is_finite():
        return False
    close = k + 1
    while close < len(items) and (items[close].kind == "P" or items[close].phrase is not None):
        if items[close].noun and items[close - 1].kind != "P":
            return False
        close += 1
    opening = k - 1
    while opening > 0 and (items[opening].kind in {"P", "C"} or items[opening].phrase is not None):
        opening -= 1
    if opening < 1 or close >= len(items) or opening == k - 1:
        return False
    marks = items[opening].kind == items[close].kind == "," and items[opening + 1].kind == "N"
    hidden = items[opening - 1].end < items[opening].start or items[opening].end < items[opening + 1].start
    return marks and not hidden


def _described(items: list[Item], at: int) -> Phrase | None:
    """What a defining clause after the phrase at ``at`` describes: not a bare name, rather what happened there."""
    chain = [at]
    while True:
        _, start = list_before(items, chain[-1])
        if start < 2 or items[start - 1].kind != "P" or not items[start - 2].noun:
            break
        chain.append(start - 2)
    happening = next((i for i in chain if items[i].lemma in HAPPENINGS), None)
    named = next((i for i in chain if not is_bare_name(items[i])), None)
    best = happening if happening is not None else named
    return items[best].phrase if best is not None else None


def is_bare_name(item: Item) -> bool:
    """A name without article takes no defining relative clause: "the war in Korea that began in June"."""
    return item.form == "NNP" and item.phrase is not None and item.phrase.start == item.phrase.head


def _is_own_verb(items: list[Item], k: int) -> bool:
    """A finite verb that stands in no relative clause."""
    if not items[k].is_finite():
        return False
    return not (k and items[k - 1].kind == "W") and not (k > 1 and items[k - 2].kind == "W" and items[k - 1].noun)


def _examples_open(items: list[Item], close: int) -> int | None:
    """The comma that opens a list of some of those before it: "the club, including Peru, Chile and Kenya, called"."""
    for k in range(close - 1, 0, -1):
        item = items[k]
        if item.kind == "P" and item.lemma in _EXAMPLES and items[k - 1].kind == ",":
            return k - 1
        if item.kind not in {"N", "C", ",", "P", "J"}:
            return None
    return None


def _over_comma(items: list[Item], close: int) -> tuple[int, int | None, int | None]:
    """What the comma or dash at ``close``, right before a verb, closes.

    Returns the item to go on from, the head of an apposition passed on the way, and the mark behind which the verb is
    coordinated with an earlier one ("seized towns, burnt a village").
    """
    if items[close].lemma == "-":
        opening = next((k for k in range(close - 1, -1, -1) if items[k].kind == "," and items[k].lemma == "-"), None)
        return (opening - 1 if opening is not None else close - 1), None, None
    examples = _examples_open(items, close)
    if examples is not None:
        return examples - 1, None, None
    in_list = False
    while True:
        opening = next((k for k in range(close - 1, -1, -1) if items[k].kind in {",", ";"}), -1)
        first = items[opening + 1] if opening + 1 < close else None
        finite = any(_is_own_verb(items, k) for k in range(opening + 1, close))
        if first is None:
            return opening, None, None
        if first.kind in {"W", "S", "P", "J"} or (first.group is not None and not first.is_finite()):
            if opening < 0:
                return -1, None, close if finite else None
            return opening - 1, None, None
        if finite and any(is_cue(items, k) for k in range(opening + 1, close)):
            return opening - 1, None, None  # "the premier, the court said, took bribes"
        if finite:
            return close, None, close
        if first.kind == "C":
            in_list = True
        elif not in_list:
            if opening <= 0 or items[opening].kind == ";":
                return close - 1, None, None
            return opening - 1, first.phrase.head if first.phrase else None, None
        if opening <= 0 or items[opening].kind == ";":
            return close - 1, None, None
        close = opening
