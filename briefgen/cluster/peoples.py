"""Peoples: where a country's name, or those who come from there, do not stand for the state."""

from briefgen.cluster.deeds import deeds
from briefgen.model.annotation import EventType, Mention
from briefgen.model.regex import regex

# What a bare people does or suffers as a state does ("Kenyans and Danes signed"); "the" makes it surer.
DEALINGS = frozenset[EventType](("AGREE", "CONSULT", "COOPERATE", "THREATEN", "REQUEST"))
MOVES = DEALINGS | frozenset[EventType](
    ("REJECT", "ACCUSE", "ASSAULT", "MOBILIZE", "RETREAT", "SANCTION", "YIELD", "STATEMENT")
)
WARS = frozenset(("attack", "bomb", "defeat", "fight", "invade"))
HEADS = frozenset(("leader", "commander", "official", "officer", "chief"))
TONGUE = (" to ", " from ", " into ")  # "translated from Danish": a language
BEFORE = 14  # characters that hold the word before
THE = regex(r"\b[Tt]he $")
LEADING = frozenset(
    ("the", "and", "or", "with", "by", "to", "between", "from", "for", "on", "against", "as", "that", "while", "but",
     "when", "after", "if", "told", "met")
)  # fmt: skip


def described(before: str) -> bool:
    """Whether a number or a describing word stands before: "40 Kenyans", "young Kenyans"; not "with Kenyans"."""
    word = before[before[:-1].rfind(" ") + 1 : -1].lower() if before.endswith(" ") else ""
    return word[:1].isdigit() or (word.isalpha() and word not in LEADING and not word.endswith(("ed", "ing")))


def is_paired(text: str, mention: Mention) -> bool:
    """Whether another name is joined to it: "urged Kenyans and Danes", but "urged Kenyans to send money"."""
    after = text[mention.end : mention.end + 6]
    return text.endswith(" and ", 0, mention.start) or (after.startswith(" and ") and after[-1:].isupper())


def is_people(mention: Mention, text: str, type_: EventType, lemma: str, part: str) -> bool:
    """Whether a mention is a people in the plural, and does what people do, or has it done to them: "Kenyans fled"."""
    if mention.type != "nationality" or mention.form != "name":
        return False
    before = text[max(0, mention.start - BEFORE) : mention.start]
    if not mention.text.endswith("s") or mention.text == "Swiss":
        return part == "patient" and before.endswith(TONGUE)
    if described(before):
        return True
    if type_ in DEALINGS:
        return type_ == "REQUEST" and not (THE.search(before) or is_paired(text, mention))
    if not THE.search(before):
        return True
    return type_ not in MOVES if part == "agent" else lemma.partition(" ")[0] not in WARS


def is_modifier(mention: Mention, text: str) -> bool:
    """Whether a people's name only tells where somebody comes from: "a Kenyan beekeeper", "the Kenyan was"."""
    return mention.type == "nationality" and text[mention.end : mention.end + 2].lstrip(" ").islower()


def acts_for_state(words: str, after: str) -> bool:
    """Whether those whom some words describe act for the state that they are of: "French troops", not "nurses".

    ``after`` is what follows: "the French leader of a relief team" leads no state.
    """
    found = words.lower().split()
    last = found[-1] if found else ""
    if last in HEADS and after == " of ":
        return False
    singular = {last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("ies") + "y"}
    return bool(deeds().state & singular) and deeds().outside.isdisjoint(found)
