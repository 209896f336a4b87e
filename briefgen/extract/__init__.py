"""Reading one article: names, times, statements, events, relations and descriptions, each where the text has it.

The passes run in a fixed order; each sees what the earlier ones found on the desk (``Analysis``) and adds its own.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from briefgen.extract.quotation import quoted_spans
from briefgen.extract.relations.desk import forget
from briefgen.extract.settle import settle
from briefgen.extract.syntax.clauses import parse
from briefgen.extract.syntax.columns import columns
from briefgen.extract.syntax.tagger import tag
from briefgen.extract.syntax.tokens import split
from briefgen.extract.syntax.wholes import whole_names
from briefgen.extract.terms import terms
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Extraction
from briefgen.model.stage import Stage, fingerprint
from briefgen.model.text import Document
from briefgen.sockets import PassName, Rule

# What has more words and marks is a list or noise, no sentence, and is not read beyond this.
LONGEST_SENTENCE = 400
LATER_PASSES: tuple[PassName, ...] = ("times", "statements", "events", "relations", "descriptions")


def extract(document: Document, rules: Sequence[Rule]) -> Extraction:
    """What the article says by itself."""
    desk = lay_out(document)
    desk = whole_names(link(run(desk, "mentions", rules)))
    for name in LATER_PASSES:
        desk = run(desk, name, rules)
    forget()
    return Extraction(
        document.id,
        desk.mentions,
        desk.times,
        desk.statements,
        desk.events,
        desk.relations,
        desk.descriptions,
        tuple(map(terms, desk.columns)),
    )


def extractor(rules: Sequence[Rule]) -> Stage[Document, Extraction]:
    """The memoised stage: an article's document to its extraction."""
    names = [f"{rule.name} {rule.find.__module__}" for rule in rules]
    packages = sorted({rule.find.__module__ for rule in rules if not rule.find.__module__.startswith("briefgen.")})
    return Stage(
        "extract",
        fingerprint("briefgen.extract", *packages, also=names),
        Extraction,
        lambda document: extract(document, rules),
    )


def lay_out(document: Document) -> Analysis:
    """The desk before any rule: the tagged tokens of title and body, and what stands in quotation marks."""
    title = document.title.span if document.title else None
    spans = [(s.start, s.end) for s in document.sentences]
    if title is not None:
        spans.insert(0, (title.start, title.end))
    pieces = [split(document.text, start, end) for start, end in spans]
    tagged = tag([some[:LONGEST_SENTENCE] for some in pieces])
    body = tagged[1:] if title is not None else tagged
    heading = tagged[0] if title is not None else ()
    rows = tuple(map(columns, body))
    return Analysis(document, body, heading, rows, tuple(map(parse, rows)), quoted_spans(document))


def run(desk: Analysis, name: PassName, rules: Iterable[Rule]) -> Analysis:
    """The desk with one pass's finds on it, overlaps settled, in the order of the text."""
    found = [(order, value) for order, rule in enumerate(rules) if rule.pass_name == name for value in rule.find(desk)]
    return replace(desk, **{name: settle(name, found)}) if found else desk


def link(desk: Analysis) -> Analysis:
    """The desk with mentions of one thing in one chain, and pronouns and noun phrases that refer back among them."""
    from briefgen.extract.chains.link import link as chain

    linking: Callable[[Analysis], tuple[Any, ...]] = chain
    return replace(desk, mentions=linking(desk))
