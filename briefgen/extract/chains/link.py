"""Which mentions of one article are of the same thing: names first, then noun phrases and pronouns that refer back.

``link`` takes the provisional mentions that the name rules put on the desk and returns them in order of the text
with chain, fullest name, settled type and, for noun phrases, owner. Names: same table entry, same full name, a
surname or given name of somebody introduced by full name, a title with a surname, an acronym with its definition, a
spelling that differs by a letter or two from a name it can only be. Evidence for a type at one place types the name
everywhere in the article.
"""

from msgspec.structs import replace

from briefgen.extract.chains.back import refer_back
from briefgen.extract.chains.context import in_context
from briefgen.extract.chains.names import Ledger
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Mention


def link(analysis: Analysis) -> tuple[Mention, ...]:
    """The mentions of the desk, linked; names without any evidence are gone."""
    ledger = Ledger(analysis)
    named = ledger.settle(in_context(ledger.text, [m for m in analysis.mentions if m.form == "name"]))
    others = [m for m in analysis.mentions if m.form != "name"]
    linked = refer_back(analysis, named, others)
    numbers: dict[int, int] = {}
    for mention in linked:
        numbers.setdefault(mention.chain, len(numbers))
    return tuple(
        [
            replace(m, chain=numbers[m.chain])
            if m.owner is None
            else replace(m, chain=numbers[m.chain], owner=numbers.get(m.owner))
            for m in linked
        ]
    )
