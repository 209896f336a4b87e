"""The page of an actor: who this is called, what it did, said and had said of it, each with its passage."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import NamedTuple, get_args

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.backlinks import MOST, Backlinks, Mentions, Place, place_of
from briefgen.compose.cards import (
    PROOFS,
    by_time,
    disagreements,
    first_outlets,
    first_tellings,
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
from briefgen.compose.room import Counts, within_room
from briefgen.compose.routes import folder
from briefgen.compose.sayings import Saying, in_context, longest, sayings, untold
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.compose.wordings import Alike, Wording, by_words, wordings
from briefgen.model.annotation import RelationType
from briefgen.model.dates import cover
from briefgen.model.site import (
    ActorRecord,
    DisagreementRecord,
    EventRecord,
    FormRecord,
    Page,
    RelationRecord,
    SourceRecord,
)
from briefgen.sockets import PageKind

# How many tellings the page has, the weightiest; a timeline of the actor's own has all.
EVENTS = 30
UNDATED = 10
# How many outlets it names at a spelling, and how many others who are told of in the same events.
OUTLETS = 6
TOGETHER = 12
# The other lists share the room that is left: how many items each takes in its turn.
TURN = {
    "wordings": 1,
    "forms": 1,
    "ties": 2,
    "disagreements": 1,
    "said": 2,
    "about": 2,
    "mentions": 1,
    "sources": 2,
}
# So many ties have all their passages that pages cite; of more each has the first few, the page of relations has them.
FULL_TIES, FEW_PROOFS = 6, 2
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
    all_forms: Link | None
    "Where the others are, when there are more."
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
    all_disagreements: Link | None
    "Where the others are, when there are more."
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


class Lists(NamedTuple):
    """What there is to tell of an actor, in the order in which a page takes it."""

    actor: ActorRecord
    events: list[EventRecord]
    wordings: list[Alike]
    forms: list[FormRecord]
    ties: Sequence[RelationRecord]
    disagreements: Sequence[DisagreementRecord]
    said: list[Saying]
    about: list[Saying]
    sources: set[str]

    def lengths(self) -> Counts:
        """How many there are of what shares the page's room."""
        return {name: MOST if name == "mentions" else len(getattr(self, name)) for name in TURN}


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
    return sum(map(len, first_tellings(groups, EVENTS, UNDATED))) < len(groups)


def _page(catalogue: Catalogue, actor: ActorRecord, beside: Beside, backlinks: Backlinks) -> Page:
    """The page, with as much of each list as it has room for."""
    route = folder("actors", actor.id)
    lists = _lists(Sheet(catalogue, route), actor)

    def view(counts: Counts) -> ActorPage:
        return _view(Sheet(catalogue, route), lists, counts, beside, backlinks)

    return Page(KIND.name, KIND.template, route, within_room(lists.lengths(), TURN, view))


def _lists(sheet: Sheet, actor: ActorRecord) -> Lists:
    """What there is, the weightiest first; statements in the order of the text."""
    catalogue = sheet.catalogue
    events = sorted(catalogue.events_of.get(actor.id, ()), key=lambda event: (-event.weight, event.id))
    dated, undated = first_tellings(tellings(catalogue, events), EVENTS, UNDATED)
    lines = {event.id: group[0].title for group in (*dated, *undated) for event in group}
    return Lists(
        actor=actor,
        events=events,
        wordings=by_words(sheet, actor),
        forms=sorted(actor.forms, key=lambda form: (-form.count, form.text)),
        ties=catalogue.relations_of.get(actor.id, ()),
        disagreements=catalogue.disagreements_of.get(("actors", actor.id), ()),
        said=sayings(untold(sheet, lines, catalogue.said_by.get(actor.id, ()))),
        about=sayings(untold(sheet, lines, longest(sheet, catalogue.said_about.get(actor.id, ())))),
        sources={source for form in actor.forms for source in form.sources} & catalogue.sources.keys(),
    )


def _view(sheet: Sheet, lists: Lists, counts: Counts, beside: Beside, backlinks: Backlinks) -> ActorPage:
    """The page with so many of each list."""
    actor, left = lists.actor, {name: there - counts[name] for name, there in lists.lengths().items()}
    reach = sheet.words.count("actor.reach", len(sheet.catalogue.sources), named=sheet.words.number(len(lists.sources)))
    # In the order of the page, as citations are numbered.
    note = sheet.authored("actors", actor.id)
    called, more_outlets = wordings(sheet, lists.wordings, counts["wordings"])
    ties = tuple(tie(sheet, relation, _proofs(lists.ties)) for relation in lists.ties[: counts["ties"]])
    events = _events(sheet, actor.id, lists.events)
    differing = disagreements(sheet, lists.disagreements[: counts["disagreements"]], with_about=False)
    said = in_context(sheet, _telling(lists.said, counts["said"]))
    about = in_context(sheet, _telling(lists.about, counts["about"]))
    mentions = backlinks.of_actor(sheet, actor.id, _told(sheet, actor.id), counts["mentions"])
    further = _further(sheet, lists.sources)
    return ActorPage(
        head=sheet.head(actor.name, f"{actor.name}. {reach}", "actors", sheet.index("actors")),
        name=actor.name,
        kind=sheet.words(f"actor.{actor.type}"),
        reach=reach,
        note_html=note,
        wordings=called,
        all_wordings=rest(sheet, "actor.all-wordings", more_outlets, ACTORS_TABLE),
        forms=tuple(_form(sheet, form) for form in lists.forms[: counts["forms"]]),
        all_forms=rest(sheet, "actor.all-forms", left["forms"], ACTORS_TABLE),
        ties=ties,
        all_ties=rest(sheet, "actor.all-ties", left["ties"], "relations/index.html"),
        graph=_graph(sheet, actor, lists.ties[: counts["ties"]]),
        together=_together(sheet, actor.id),
        events=events,
        disagreements=differing,
        all_disagreements=rest(sheet, "disagreements.more", left["disagreements"], "disagreements/index.html"),
        said=said,
        all_said=rest(sheet, "actor.all-statements", left["said"], STATEMENTS_TABLE),
        about=about,
        all_about=rest(sheet, "actor.all-statements", left["about"], STATEMENTS_TABLE),
        mentions=mentions,
        sources=tuple(source_card(sheet, source) for source in further[: counts["sources"]]),
        all_sources=rest(sheet, "actor.all-sources", len(further) - counts["sources"], "sources/index.html"),
        before=sheet.actor(beside[0].id) if beside[0] else None,
        after=sheet.actor(beside[1].id) if beside[1] else None,
        notes=sheet.notes(),
    )


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


def _telling(said: Sequence[Saying], most: int) -> list[Saying]:
    """What a page has room for, in order of the text: first what is in a named speaker's own words."""
    places = sorted(range(len(said)), key=lambda n: (not said[n][0].direct, not said[n][0].speaker, n))
    return [said[n] for n in sorted(places[:most])]


def _form(sheet: Sheet, form: FormRecord) -> FormView:
    known = (source for source in form.sources if source in sheet.catalogue.sources)
    shown, more = first_outlets(sheet, known, OUTLETS)
    return FormView(plain(form.text), sheet.words.count("count.times", form.count), shown, more, _seen(sheet, form))


def _seen(sheet: Sheet, form: FormRecord) -> DateView | None:
    """From the first to the last article that uses a spelling."""
    dates = [source.date for id_ in form.sources if (source := sheet.catalogue.sources.get(id_)) and source.date]
    return sheet.date(reduce(cover, dates), "", "", "date.undated") if dates else None


KIND = PageKind("actor", "actor.html", ActorPage, make)
