"""Owners: which entity stands behind each mention, or behind those who act for it."""

import re

from briefgen.cluster.deeds import acts_for, deeds
from briefgen.cluster.peoples import acts_for_state, is_modifier, is_people
from briefgen.model.annotation import EventMention
from briefgen.model.knowledge import Article, Ref
from briefgen.model.names import fold
from briefgen.model.regex import regex

# Done to one person: nobody to whom that person belongs has a part in it.
TO_ONE = frozenset(
    ("charge", "arrest", "detain", "jail", "imprison", "sentence", "convict", "indict", "prosecute", "acquit", "sue",
     "kill", "murder", "assassinate", "shoot", "wound", "injure", "capture", "catch", "question", "take custody")
)  # fmt: skip
PLURAL = regex(r"s$|\b(?:men|women|people|children|police)$", re.IGNORECASE)
BODY = regex(
    r"\b(?:army|force|police|group|party|company|firm|bank|crew|team|unit|brigade|militia|convoy|guard|navy|fleet|board"
    r"|government|cabinet|staff|delegation|mission|family)$",
    re.IGNORECASE,
)


class Owners:
    """Who stands behind a mention: its entity, or the entity that owns what it names."""

    def __init__(self, article: Article, by_mention: dict[Ref, str]) -> None:
        self.source = article.extraction.source
        self.mentions = article.extraction.mentions
        self.text = article.document.text
        self.entities = [by_mention.get(Ref(self.source, index)) for index in range(len(self.mentions))]
        self.by_chain: dict[int, str] = {}
        self.lands = {m.chain for m in self.mentions if m.form == "name" and m.type in ("country", "nationality")}
        self.persons = {m.chain for m in self.mentions if m.form == "name" and m.type == "person"}
        for mention, entity in zip(self.mentions, self.entities, strict=True):
            if entity:
                self.by_chain.setdefault(mention.chain, entity)

    def entity(self, index: int) -> str | None:
        """The entity of a mention itself."""
        return self.entities[index] if index < len(self.entities) else None

    def word(self, index: int) -> str | None:
        """The last word of a description that is no entity and belongs to none."""
        if index >= len(self.mentions) or self.entity(index) or self.owner(index):
            return None
        if self.mentions[index].form == "pronoun":
            return None
        return (fold(self.mentions[index].text).split() or [""])[-1]

    def owner(self, index: int) -> str | None:
        """The entity that owns the mentioned thing, where that has none of its own."""
        if index >= len(self.mentions) or self.entity(index):
            return None
        mention = self.mentions[index]
        owner = mention.owner
        if owner is None or owner not in self.by_chain or not acts_for(mention.text, owner in self.persons):
            return None
        if owner in self.lands and not acts_for_state(mention.text, self.text[mention.end : mention.end + 4]):
            return None
        return self.by_chain[owner]


UNSURE = 0.70  # below this a pronoun may as well be another's
DEMAND = ":say must"  # "…," he said: most likely who spoke before


def named(article: Article, owners: Owners, mention: EventMention, indexes: tuple[int, ...], part: str) -> set[str]:
    """The entities of the mentions in a place; a people is its state only where it does what states do, and suffers
    nothing that is done to one of them; an unsure pronoun is nobody.
    """
    mentions, text = article.extraction.mentions, article.document.text
    least = 0.0 if mention.rule.endswith(DEMAND) else UNSURE
    to_one = part == "patient" and mention.lemma in TO_ONE
    return {
        entity
        for index in indexes
        if (entity := owners.entity(index))
        and not (mentions[index].form == "pronoun" and mentions[index].score < least)
        and not is_people(mentions[index], text, mention.type, mention.lemma, part)
        and not (to_one and is_modifier(mentions[index], text))
    }


def is_own(article: Article, mention: EventMention, patient: int, done: str) -> bool:
    """Whether what is done to one person is done to him alone: who charges a bank's former head charges no bank."""
    if not (mention.lemma in TO_ONE or done in deeds().whom) or patient >= len(article.extraction.mentions):
        return False
    suffers = article.extraction.mentions[patient]
    return suffers.form == "nominal" and not (PLURAL.search(suffers.text) or BODY.search(suffers.text))
