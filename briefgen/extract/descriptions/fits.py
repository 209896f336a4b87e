"""Whether a phrase can be of what a name means: persons are no dinners, bodies no ministers."""

from briefgen.extract.descriptions.lexicon import lexicon
from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.relations.desk import Desk
from briefgen.model.annotation import Mention

BEARERS = ("er", "or", "ist", "man", "woman", "ian", "girl", "boy", "star", "ee", "ess", "ic", "ord")
# Endings of nouns that are for persons alone.
PERSONAL = ("ee", "man", "woman", "ist", "girl", "boy")


def fits(desk: Desk, place: tuple[int, int], mention: Mention, rule: str) -> bool:
    """Whether the phrase can be of what the mention names: persons are not dinners, bodies no ministers."""
    if mention.type == "organization":
        known = rule != "apposition in front" or _is_body(desk.words[_head_of(desk, place)])
        return known and _fits_body(desk, place)
    if mention.type != "person" or rule == "modifier":
        return True
    head = _head_of(desk, place)
    return desk.tokens[head].form != "NNS" and is_personal(desk.words[head])


def is_personal(head: str) -> bool:
    """Whether a noun can be what one person is."""
    known = head in names().titles or head in lexicon().persons
    return (known or head.endswith(BEARERS)) and head not in lexicon().things


def _head_of(desk: Desk, place: tuple[int, int]) -> int:
    """The last token of a phrase before what hangs on it by a preposition or a comma."""
    first, end = place
    stops = (
        i
        for i in range(first + 1, end)
        if desk.tokens[i].form in {"IN", "TO", "VBN", "VBG"} and desk.tokens[i - 1].tag == "NOUN"
    )
    return next(stops, end) - 1


def is_alone(desk: Desk, place: tuple[int, int]) -> bool:
    """Whether the words say nothing without an owner, which they lack: "president", "her Danish counterpart"."""
    first, end = place
    people = first + 2 == end and desk.words[end - 1] == "counterpart"
    called = first > 0 and desk.words[first - 1] in {"a", "an"} and desk.words[first] in lexicon().callings
    return desk.words[end - 1] in lexicon().alone and (first + 1 == end or people) and not called


def _fits_body(desk: Desk, place: tuple[int, int]) -> bool:
    """Whether a phrase can be of a body: its head is nobody's office or kin, and no person's name follows it."""
    first, end = place
    word = desk.words[_head_of(desk, place)]
    personal = word in names().titles or (word.endswith(PERSONAL) and word not in names().org_heads)
    if personal and word not in names().org_nouns and word not in lexicon().bodily:
        return False
    return first == 0 or desk.tokens[first - 1].form != "PRP$" or not _introduces(desk, end)


def _is_body(head: str) -> bool:
    """Whether a noun can be what a body is: "bank", "brewer", not "inspection"."""
    return head in names().org_nouns or head in lexicon().bodily or head.endswith(("er", "or", "giant", "group"))


def _introduces(desk: Desk, end: int) -> bool:
    """Whether a person's name stands behind the comma at ``end``: ", his spokesman, Jan Berg,"."""
    if end + 1 >= len(desk.tokens) or desk.words[end] != ",":
        return False
    mention = desk.mention(end + 1)
    return mention is not None and mention.type == "person"


def can_be(desk: Desk, i: int, mention: Mention) -> bool:
    """Whether the common noun before a body's name can be what it is: "oil giant Statoil", not "ally Statoil"."""
    word = desk.words[i]
    return mention.type not in {"country", "place"} and (word in names().org_nouns or word in names().titles)
