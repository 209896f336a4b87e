"""Peoples: where a country's name, or those who come from there, do not stand for the state."""

import re

from briefgen.cluster.deeds import deeds
from briefgen.model.annotation import EventType, Mention

# What a bare people does or suffers as a state does ("Kenyans and Danes signed"); "the" makes it surer.
DEALINGS = frozenset[EventType](("AGREE", "CONSULT", "COOPERATE", "THREATEN", "REJECT", "ACCUSE", "REQUEST"))
MOVES = DEALINGS | frozenset[EventType](("ASSAULT", "MOBILIZE", "RETREAT", "SANCTION", "YIELD", "STATEMENT"))
WARS = frozenset(("attack", "bomb", "defeat", "fight", "invade"))
BEFORE = 14  # characters that hold the word before
THE = re.compile(r"\b[Tt]he $")
COUNTED = re.compile(
    r"(?:\d|\b(?:many|most|some|few|all|other|more|fellow|young|ordinary|two|three|four|five|six|seven|eight|nine|ten|"
    r"several|dozen|hundred|thousand|million|of|dozens of|black|native|poor|rich|older|married)) $",
    re.IGNORECASE,
)


def is_people(mention: Mention, text: str, type_: EventType, lemma: str, part: str) -> bool:
    """Whether a mention is a people in the plural, and does what people do, or has it done to them: "Kenyans fled"."""
    if mention.type != "nationality" or mention.form != "name" or not mention.text.endswith("s"):
        return False
    before = text[max(0, mention.start - BEFORE) : mention.start]
    if mention.text == "Swiss" or COUNTED.search(before):
        return mention.text != "Swiss"
    if type_ in DEALINGS:
        return False
    if not THE.search(before):
        return True
    return type_ not in MOVES if part == "agent" else lemma.partition(" ")[0] not in WARS


def acts_for_state(words: str) -> bool:
    """Whether those whom some words describe act for the state that they are of: "French troops", not "nurses"."""
    found = words.lower().split()
    last = found[-1] if found else ""
    singular = {last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("ies") + "y"}
    return bool(deeds().state & singular) and deeds().outside.isdisjoint(found)
