"""Noun phrases and pronouns that refer back to a name, or to an earlier phrase.

One walk through the article from left to right. A noun phrase gets its owner and, where it is definite and somebody
bears that role or some body that word, the chain of it (``phrases``). A pronoun is kept only where it can be
linked (``pronouns``).
"""

from collections.abc import Sequence

from briefgen.extract.chains.phrases import Phrases
from briefgen.extract.chains.pronouns import Pronouns
from briefgen.extract.chains.scene import Scene
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Mention


def refer_back(analysis: Analysis, named: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """All mentions in order of the text, those that refer back in the chain of what they stand for; pronouns that no
    rule links are gone.
    """
    scene = Scene(analysis, named)
    phrases, pronouns = Phrases(scene), Pronouns(scene)
    out: list[Mention] = []
    for mention in sorted([*named, *others], key=lambda m: (m.start, -m.end, m.form)):
        linked: Mention | None = mention
        if mention.form == "pronoun":
            linked = pronouns.link(mention)
        elif mention.form == "nominal" and scene.is_named(mention):
            linked = None
        elif mention.rule == "national":
            linked = phrases.national(mention)
        elif mention.form == "nominal":
            linked = phrases.link(mention, out[-1] if out else None)
        if linked is not None:
            out.append(linked)
            scene.add(linked)
    return out
