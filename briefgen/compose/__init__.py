"""Knowledge in, pages out: the data of the briefing, and every page as a plain view with its route."""

from briefgen.compose.catalogue import Catalogue
from briefgen.compose.data import data
from briefgen.compose.notes import Notes
from briefgen.compose.routes import collisions
from briefgen.model.knowledge import Corpus
from briefgen.model.site import Briefing, Inputs
from briefgen.model.text import Diagnostic
from briefgen.sockets import PageKind


def compose(corpus: Corpus, inputs: Inputs, kinds: tuple[PageKind, ...]) -> tuple[Briefing, tuple[Diagnostic, ...]]:
    """The briefing, and what is wrong in the editor's notes or with the addresses of the pages."""
    notes = Notes(inputs.notes, corpus)
    briefing_data = data(corpus, notes, inputs.settings)
    catalogue = Catalogue(corpus, inputs, briefing_data, notes)
    pages = tuple(page for kind in kinds for page in kind.make(catalogue))
    briefing = Briefing(briefing_data, pages, inputs.settings)
    return briefing, (*catalogue.problems, *collisions(pages))
