"""The page of an actor: who this is called, what it did, said and had said of it, each with its passage."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.backlinks import Backlinks, Mentions, Place, place_of
from briefgen.compose.cards import (
    PROOFS,
    by_time,
    disagreements,
    first_outlets,
    rest,
    river,
    source_card,
    tellings,
    tie,
)
from briefgen.compose.catalogue import Catalogue, Cited
from briefgen.compose.graph import Graph
from briefgen.compose.hubgraph import hub_graph, pictured
from briefgen.compose.parts import (
    DateView,
    DisagreementView,
    Head,
    Link,
    River,
    Said,
    SourceCard,
    SourceNote,
    Tie,
)
from briefgen.compose.routes import folder
from briefgen.compose.sayings import Saying, in_context, longest, sayings, untold
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.compose.wordings import Wording, wordings
from briefgen.model.annotation import RelationType
from briefgen.model.dates import cover
from briefgen.model.site import (
    ActorRecord,
    EventRecord,
    FormRecord,
    Page,
    RelationRecord,
    SourceRecord,
)
from briefgen.sockets import PageKind

# How many of each the page shows; more than that nobody reads to the end.
EVENTS = 30
UNDATED = 10
STATEMENTS = 20
OUTLETS = 6
SOURCES = 30
TOGETHER = 12
TIES = 30
# So many ties have all their passages that pages cite; of more each has the first few, the page of relations has them.
FULL_TIES, FEW_PROOFS = 6, 2
WORDINGS = 12
# Fewer than this many relations need no picture.
TOO_FEW = 3
KINDS: tuple[str, ...] = get_args(RelationType)
# The actors before and after one in the order of weight.
Beside = tuple[ActorRecord | None, ActorRecord | None]
ACTORS_TABLE = "data/actors.csv"
STATEMENTS_TABLE = "data/statements.csv"


class FormView(Struct, frozen=True):
    """A spelling of the name."""

    text: str
    "The spelling."
    count: str
    'How often it stands: "7 times".'
    sources: tuple[Link, ...]
    "The outlets that use it, each leading to its first such article, the first few."
    more: str
    'How many more use it: "and 3 more"; empty where all are named.'
    seen: DateView | None
    "From when to when the articles that use it are, where they have dates."


class Together(Struct, frozen=True):
    """Another actor of the same events."""

    actor: Link
    "Who."
    events: str
    'In how many: "3 events".'


class ActorPage(Struct, frozen=True):
    """An actor."""

    head: Head
    name: str
    "The name."
    kind: str
    'What it is: "person".'
    reach: str
    'How much of the briefing it is in: "Named in 3 of 5 articles".'
    note_html: str
    "The editor's note."
    forms: tuple[FormView, ...]
    "The spellings, the most used first."
    wordings: tuple[Wording, ...]
    "What the outlets themselves call it, by outlet."
    all_wordings: Link | None
    "Where those of the other outlets are, when there are more."
    ties: tuple[Tie, ...]
    "Its relations."
    all_ties: Link | None
    "Where the others are, when there are more."
    graph: Graph | None
    "These relations as a picture; none where there are few."
    together: tuple[Together, ...]
    "Who is told of in the same events, the most often first."
    events: River
    "Its weightiest events."
    said: tuple[Said, ...]
    "Its own statements, but for those that the line of an event above has word for word."
    all_said: Link | None
    "Where the others are, when there are more."
    about: tuple[Said, ...]
    "What others say of it, in the same way."
    all_about: Link | None
    "Where the others are, when there are more."
    disagreements: tuple[DisagreementView, ...]
    "Where the sources differ about it."
    mentions: Mentions
    "Other pages that name it, with the sentences that do, where this page does not tell them."
    sources: tuple[SourceCard, ...]
    "The articles that name it and that this page does not cite, the first few."
    all_sources: Link | None
    "Where the others are, when there are more."
    before: Link | None
    "The actor before it in the order of weight."
    after: Link | None
    "The one after."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """A page for every actor that has one."""
    actors = [actor for actor in catalogue.data.actors if actor.page]
    backlinks = Backlinks(catalogue)
    for before, actor, after in zip([None, *actors], actors, [*actors[1:], None], strict=False):
        yield _page(catalogue, actor, (before, after), backlinks)


def _proofs(relations: Sequence[RelationRecord]) -> int:
    """How many passages each tie cites."""
    return PROOFS if len(relations) <= FULL_TIES else FEW_PROOFS


def has_more_events(catalogue: Catalogue, actor: str) -> bool:
    """Whether an actor has more tellings than its page shows."""
    groups = tellings(catalogue, catalogue.events_of.get(actor, ()))
    dated = sum(group[0].date is not None for group in groups)
    return dated > EVENTS or len(groups) - dated > UNDATED


def _page(catalogue: Catalogue, actor: ActorRecord, beside: Beside, backlinks: Backlinks) -> Page:
    route = folder("actors", actor.id)
    sheet = Sheet(catalogue, route)
    sources = {source for form in actor.forms for source in form.sources} & catalogue.sources.keys()
    events = sorted(catalogue.events_of.get(actor.id, ()), key=lambda event: (-event.weight, event.id))
    relations = catalogue.relations_of.get(actor.id, [])
    reach = sheet.words.count("actor.reach", len(catalogue.sources), named=sheet.words.number(len(sources)))
    note = sheet.authored("actors", actor.id)  # the numbers of its citations come first
    called, more_outlets = wordings(sheet, actor, WORDINGS)
    ties = tuple(tie(sheet, relation, _proofs(relations)) for relation in relations[:TIES])
    shown = _events(sheet, actor.id, events)
    said = sayings(untold(sheet, shown, catalogue.said_by.get(actor.id, ())))
    about = sayings(untold(sheet, shown, longest(sheet, catalogue.said_about.get(actor.id, ()))))
    view = ActorPage(
        head=sheet.head(actor.name, f"{actor.name}: {reach}", "actors", sheet.index("actors")),
        name=actor.name,
        kind=sheet.words(f"actor.{actor.type}"),
        reach=reach,
        note_html=note,
        wordings=called,
        all_wordings=rest(sheet, "actor.all-wordings", more_outlets, ACTORS_TABLE),
        forms=tuple(_form(sheet, form) for form in sorted(actor.forms, key=lambda form: (-form.count, form.text))),
        ties=ties,
        all_ties=rest(sheet, "actor.all-ties", len(relations) - TIES, "relations/index.html"),
        graph=_graph(sheet, actor, relations[:TIES]),
        together=_together(sheet, actor.id),
        events=shown,
        disagreements=disagreements(sheet, catalogue.disagreements_of.get(("actors", actor.id), ()), with_about=False),
        said=in_context(sheet, _telling(said)),
        all_said=rest(sheet, "actor.all-statements", len(said) - STATEMENTS, STATEMENTS_TABLE),
        about=in_context(sheet, _telling(about)),
        all_about=rest(sheet, "actor.all-statements", len(about) - STATEMENTS, STATEMENTS_TABLE),
        mentions=backlinks.of_actor(sheet, actor.id, _told(sheet, actor.id)),
        sources=tuple(source_card(sheet, source) for source in _further(sheet, sources)[:SOURCES]),
        all_sources=rest(sheet, "actor.all-sources", len(_further(sheet, sources)) - SOURCES, "sources/index.html"),
        before=sheet.actor(beside[0].id) if beside[0] else None,
        after=sheet.actor(beside[1].id) if beside[1] else None,
        notes=sheet.notes(),
    )
    return Page(KIND.name, KIND.template, route, view)


def _further(sheet: Sheet, sources: Iterable[str]) -> list[SourceRecord]:
    """The articles that the page has not cited, in order of time."""
    return by_time(sheet.catalogue.sources[id_] for id_ in set(sources) - sheet.cited_sources())


def _events(sheet: Sheet, actor: str, events: Sequence[EventRecord]) -> River:
    """The weightiest events, and the way to all where there are more."""
    found = river(sheet, events, EVENTS, UNDATED)
    if not has_more_events(sheet.catalogue, actor):
        return found
    label = sheet.words.count("count.all-events", len(events))
    return replace(found, rest=Link(label, sheet.href(folder("actors", actor, "events"))))


def _together(sheet: Sheet, actor: str) -> tuple[Together, ...]:
    """Who takes part in the same events; one telling counts once, however many events it makes."""
    catalogue = sheet.catalogue
    shared: dict[str, set[object]] = {}
    for event in catalogue.events_of.get(actor, ()):
        for other in event.actors:
            if other.id != actor and other.id in catalogue.actors:
                shared.setdefault(other.id, set()).add(catalogue.tellings[event.id])
    first = sorted(shared, key=lambda id_: (-len(shared[id_]), -catalogue.actors[id_].weight, id_))[:TOGETHER]
    return tuple(Together(sheet.actor(id_), sheet.words.count("count.events", len(shared[id_]))) for id_ in first)


def _graph(sheet: Sheet, actor: ActorRecord, relations: Sequence[RelationRecord]) -> Graph | None:
    """The relations that the page lists as a picture."""
    lines = [(relation.subject, relation.type, relation.object) for relation in relations]
    if len(lines) < TOO_FEW:
        return None
    words, number = sheet.words, pictured(lines, actor.id)
    names = {id_: sheet.catalogue.actors[id_].name for start, _, stop in lines for id_ in (start, stop)}
    verbs = {kind: words(f"relation.{kind}") for kind in KINDS}
    text = words("actor.picture-text", relations=words.count("count.relations", number), name=actor.name)
    return hub_graph(lines, actor.id, names, verbs, (words("actor.picture", name=actor.name), text))


def _told(sheet: Sheet, actor: str) -> set[Place]:
    """The sentences that tell what the actor did and said, what was said of it, and where the sources differ."""
    catalogue = sheet.catalogue
    statements = (*catalogue.said_by.get(actor, ()), *catalogue.said_about.get(actor, ()))
    cited: list[Cited] = [statement.citation for statement in statements]
    cited += [citation for event in catalogue.events_of.get(actor, ()) for citation in event.citations]
    differing = catalogue.disagreements_of.get(("actors", actor), ())
    cited += [citation for item in differing for side in item.sides for citation in side.citations]
    return {place_of(sheet, one) for one in cited}


def _telling(said: Sequence[Saying]) -> list[Saying]:
    """What a page has room for, in order of the text: first what is in a named speaker's own words."""
    if len(said) <= STATEMENTS:
        return list(said)
    places = sorted(range(len(said)), key=lambda n: (not said[n][0].direct, not said[n][0].speaker, n))
    return [said[n] for n in sorted(places[:STATEMENTS])]


def _form(sheet: Sheet, form: FormRecord) -> FormView:
    known = (source for source in form.sources if source in sheet.catalogue.sources)
    shown, more = first_outlets(sheet, known, OUTLETS)
    return FormView(plain(form.text), sheet.words.count("count.times", form.count), shown, more, _seen(sheet, form))


def _seen(sheet: Sheet, form: FormRecord) -> DateView | None:
    """From the first to the last article that uses a spelling."""
    dates = [source.date for id_ in form.sources if (source := sheet.catalogue.sources.get(id_)) and source.date]
    return sheet.date(reduce(cover, dates), "", "", "date.undated") if dates else None


KIND = PageKind("actor", "actor.html", ActorPage, make)
