"""Personal pronouns that may stand for something named; ``chains`` keeps those that it can link."""

from collections.abc import Iterator

from briefgen.extract.syntax.columns import places
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Mention
from briefgen.sockets import Rule

SUBJECTS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "herself": "she", "hers": "she",
    "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they", "themselves": "they",
}  # fmt: skip
PRONOUNS = {form: plain for word, plain in SUBJECTS.items() for form in (word, word.capitalize(), word.upper())}


def find(analysis: Analysis) -> Iterator[Mention]:
    """Third-person pronouns of the body; ``role`` is the subject form."""
    for tokens, row in zip(analysis.sentences, analysis.columns, strict=True):
        for i in places(row.norms, PRONOUNS.keys()):
            token = tokens[i]
            yield Mention(
                token.start,
                token.end,
                token.text,
                "other",
                token.text,
                -1,
                "pronoun",
                None,
                "pronoun",
                0.5,
                (),
                PRONOUNS[token.norm],
            )


RULE = Rule("names-pronouns", "mentions", find)
