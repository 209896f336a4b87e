"""Knowledge in, pages out: the data of the briefing, and every page as a plain view with its route."""

from collections.abc import Iterator

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.data import data
from briefgen.compose.machines import for_machines
from briefgen.compose.notes import Notes
from briefgen.compose.routes import collisions
from briefgen.model.knowledge import Corpus
from briefgen.model.site import Briefing, Inputs
from briefgen.model.text import Diagnostic, Position
from briefgen.sockets import PageKind


def compose(corpus: Corpus, inputs: Inputs, kinds: tuple[PageKind, ...]) -> tuple[Briefing, tuple[Diagnostic, ...]]:
    """The briefing, and what is wrong in the editor's notes or with the addresses of the pages, or was not read."""
    notes = Notes(inputs.notes, corpus)
    briefing_data = data(corpus, notes, inputs.settings)
    catalogue = Catalogue(corpus, inputs, briefing_data, notes)
    pages = tuple(for_machines(catalogue, (page for kind in kinds for page in kind.make(catalogue))))
    briefing = Briefing(catalogue.published, pages, inputs.settings, catalogue.words.dates)
    return briefing, (*catalogue.problems, *collisions(pages), *_unread(corpus))


def _unread(corpus: Corpus) -> Iterator[Diagnostic]:
    """A note on every article in which nothing was found that a page could tell."""
    for article in corpus.articles:
        read = article.extraction
        if not (read.events or read.statements or read.relations or read.descriptions):
            what = "no event, statement, relation or description was found in it; only its page shows it"
            hint = "briefgen reads English news; see what it takes for the text with 'briefgen show clean FILE'"
            yield Diagnostic("info", "nothing-read", what, Position(article.document.path), hint)
