"""Third-person pronouns, where it is safe to say for whom or what they stand; the others are left out."""

from msgspec.structs import replace

from briefgen.extract.chains.persons import Persons
from briefgen.extract.chains.scene import Bearer, Scene
from briefgen.extract.chains.things import Things
from briefgen.model.annotation import Mention

LEAST = 0.45
IN_QUOTES = 0.75


class Pronouns:
    """Links the pronouns of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.persons = Persons(scene)
        self.things = Things(scene)

    def link(self, m: Mention) -> Mention | None:
        """The pronoun in the chain of what it stands for, None where that is not safe to say."""
        if m.role in {"he", "she"}:
            found = self.persons.link(m)
        else:
            found = self.things.it(m) if m.role == "it" else self.things.several(m)
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
