"""Seeds and notes in, a site out: the story on one screen, and the only place that knows the order of the rooms."""

from collections.abc import Callable

from msgspec import Struct

from briefgen.clean import cleaner, curate, tasks
from briefgen.clock import Clock
from briefgen.cluster import cluster
from briefgen.compose import compose
from briefgen.config import Project
from briefgen.extract import extractor
from briefgen.memo import Memo
from briefgen.model.knowledge import Article, Corpus
from briefgen.model.site import Artifact, Briefing
from briefgen.model.text import Diagnostic
from briefgen.read import read
from briefgen.render import renderer
from briefgen.resolve import resolve
from briefgen.sockets import Sockets
from briefgen.uncollected import uncollected


class Made(Struct, frozen=True):
    """A whole site in memory, the briefing behind it, and every problem on the way; nothing is written yet."""

    artifacts: tuple[Artifact, ...]
    briefing: Briefing
    corpus: Corpus
    problems: tuple[Diagnostic, ...]
    timings: tuple[tuple[str, float], ...]


@uncollected()
def make(
    project: Project,
    sockets: Sockets,
    memo: Memo,
    progress: Callable[[str], None] = lambda room: None,
    base_url: str | None = None,
) -> Made:
    """Build the site of a project in memory; ``base_url`` overrides the one of ``content/site.yml``."""
    clock = Clock(progress)

    clock.start("read")
    inputs, problems = read(project, base_url)

    clock.start("clean")
    cleaned = memo.map(cleaner(sockets.formats), tasks(inputs.sources))
    documents = curate([c.document for c in cleaned if c.document], inputs.notes, inputs.settings)

    clock.start("extract")
    extractions = memo.map(extractor(sockets.rules), documents)
    articles = tuple(map(Article, documents, extractions))

    clock.start("resolve")
    entities = resolve(articles, inputs.judgements, inputs.notes)

    clock.start("cluster")
    chronicle = cluster(articles, entities, inputs.judgements)
    corpus = Corpus(articles, entities, chronicle)

    clock.start("compose")
    briefing, slips = compose(corpus, inputs, sockets.kinds)

    clock.start("render")
    pages = memo.map(renderer(inputs.theme, sockets.kinds), briefing.pages)

    clock.start("export")
    files = tuple(artifact for export in sockets.exports for artifact in export.make(briefing, corpus))
    clock.stop()

    problems = (*problems, *(p for c in cleaned for p in c.problems), *slips)
    return Made((*pages, *files), briefing, corpus, problems, clock.timings)
