"""Third-person pronouns, where it is safe to say for whom they stand.

The order of preference is that of Lappin and Leass (1994) made coarse: this sentence before the last, a subject
before what a preposition governs. With one candidate in reach the link is good; with several the first that is no
object gets a lower score.
"""

from msgspec.structs import replace

from briefgen.extract.chains.scene import Bearer, Scene
from briefgen.extract.chains.sex import of_name
from briefgen.extract.names.lexicon import lexicon
from briefgen.model.annotation import Mention

REACH = 2
LEAST = 0.45
IN_QUOTES = 0.75
PLURAL = ("s", "men", "women", "people", "police", "troops", "forces", "children")
SEX = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
Link = tuple[Mention, float]


class Pronouns:
    """Links the pronouns of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def link(self, m: Mention) -> Mention | None:
        """The pronoun in the chain of what it stands for, None where that is not safe to say."""
        found = self.person(m) if m.role in {"he", "she"} else self.thing(m) if m.role == "it" else self.several(m)
        if found is None:
            return None
        target, score = found
        if self.scene.is_quoted(m.start):
            score *= IN_QUOTES
        if score < LEAST:
            return None
        if target.type == "person" and score >= IN_QUOTES:
            bearer = self.scene.bearers.setdefault(target.chain, Bearer())
            bearer.pronoun = bearer.pronoun or m.role
        return replace(m, chain=target.chain, name=target.name, type=target.type, score=round(score, 2), role="")

    def reach(self, m: Mention, back: int) -> list[Mention]:
        """The mentions before the pronoun in the sentence that lies so far back."""
        here = self.scene.sentence(m.start)
        return [n for n in self.scene.mentions.get(here - back, ()) if n.end <= m.start]

    def subject(self, found: list[Mention]) -> Mention:
        """The first of several that no preposition governs."""
        return next((n for n in found if not self.scene.is_governed(n)), found[0])

    def person(self, m: Mention) -> Link | None:
        """He and she: the one person in reach, else the subject of this sentence, else of the last."""
        actor = -1
        for back, score in enumerate((0.85, 0.8, 0.6)):
            people = [n for n in self.reach(m, back) if n.type == "person" and self.agrees(n, m.role)]
            if back == 0 and people and m.text.lower() == "him":
                actor = self.subject(people[::-1]).chain  # who calls him is another
            people = [n for n in people if n.chain != actor]
            likely = [n for n in people if self.is_known(n, m.role)] or [
                n for n in people if of_name(n.name) in {"", m.role}
            ]
            people = likely or people
            if people and len({n.chain for n in people}) == 1:
                return people[-1], score if likely else score - 0.2
            if people:
                return self.subject(people), score - 0.2
        return None

    def agrees(self, n: Mention, role: str) -> bool:
        """Whether nothing says that the person is of the other sex."""
        if n.form == "pronoun" and SEX.get(n.text.lower(), role) != role:
            return False
        bearer = self.scene.bearers.get(n.chain)
        return bearer is None or bearer.pronoun in {"", role}

    def is_known(self, n: Mention, role: str) -> bool:
        """Whether a role, title or given name says that the person is of this sex."""
        bearer = self.scene.bearers.get(n.chain)
        return (bearer is not None and bearer.pronoun == role) or of_name(n.name) == role

    def thing(self, m: Mention) -> Link | None:
        """It and its: a body or country of this sentence; of the last for an "It" that opens one."""
        here = self.scene.sentence(m.start)
        if self.scene.is_empty_it(m):
            return None
        opens = here >= 0 and m.start == self.scene.starts[here]
        things = [n for n in self.reach(m, 1 if opens else 0) if self.is_body(n)]
        if not things and not opens:
            return self.of_sentence_before(m)
        if not things:
            return None
        if len({n.chain for n in things}) == 1:
            return things[-1], 0.7
        return (things[-1], 0.5) if m.text.lower().startswith("its") else (self.subject(things), 0.6)

    def of_sentence_before(self, m: Mention) -> Link | None:
        """For "its" in a sentence that names no body: the one that the sentence before begins with."""
        before = self.reach(m, 1)
        if not m.text.lower().startswith("its") or not before or not self.is_body(before[0]):
            return None
        return (before[0], 0.65) if not self.scene.is_governed(before[0]) else None

    def is_body(self, n: Mention) -> bool:
        """A body, a country, or a noun phrase for one."""
        if n.form == "nominal":
            return n.type == "other" and not n.role.endswith("s") and n.role in lexicon().org_heads
        return n.form == "name" and n.type in {"organization", "country"}

    def several(self, m: Mention) -> Link | None:
        """They and their: the plural noun phrase that is the subject of this sentence, or of the last."""
        for back, score in enumerate((0.75, 0.65)):
            groups = [n for n in self.reach(m, back) if n.form == "nominal" and n.role.endswith(PLURAL)]
            if groups:
                only = len({n.chain for n in groups}) == 1
                return self.subject(groups), score if only else score - 0.1
        return None
