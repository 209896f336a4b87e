"""The home page: the briefing at a glance."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.base import as_of, source_base
from briefgen.compose.cards import actor_card, disagreements, river, source_card, weightiest
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.mirror import turned
from briefgen.compose.pages.places import places_link
from briefgen.compose.parts import (
    ActorCard,
    DateView,
    DisagreementView,
    EventCard,
    Head,
    Link,
    River,
    SourceCard,
    SourceNote,
)
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.compose.sparkline import Sparkline, sparklines
from briefgen.compose.timechart import TimeChart, opening, timechart
from briefgen.compose.timescale import known
from briefgen.model.dates import sort_key
from briefgen.model.site import EventRecord, Page, SourceRecord
from briefgen.sockets import PageKind

# How many of each the page shows; the indexes have them all.
EVENTS = 24
BACKGROUND = 6
UNDATED = 8
ACTORS = 12
SOURCES = 12
DISAGREEMENTS = 6


class Leading(Struct, frozen=True):
    """An actor who matters."""

    card: ActorCard
    "Who."
    mentions: Sparkline | None
    "When the sources mention it; nothing where they have too few dates."


class HomePage(Struct, frozen=True):
    """The briefing at a glance."""

    head: Head
    title: str
    "The briefing's title."
    description: str
    "The editor's one sentence on what it covers; may be empty."
    base: str
    "What it rests on, in a sentence: articles, outlets, voices, span of dates."
    as_of: DateView
    "The date of the latest article, where the span of dates ends otherwise."
    intro_html: str
    "The editor's introduction."
    chart: TimeChart | None
    "The whole story in time as a picture, where enough of it is dated."
    events: River
    "The weightiest events."
    background: tuple[EventCard, ...]
    "The weightiest of those that lie long before the story, the oldest first."
    all_events: str
    "How many events there are in all where only some are shown, in words; else empty."
    actors: tuple[Leading, ...]
    "The leading actors."
    all_actors: str
    "How many actors there are in all where only some are shown, in words; else empty."
    disagreements: tuple[DisagreementView, ...]
    "Where the sources differ."
    all_disagreements: Link | None
    "Where all of these are, when there are more."
    by_place: Link | None
    "The events by place, where any names one."
    sources: tuple[SourceCard, ...]
    "The newest sources."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one home page."""
    route = folder()
    sheet = Sheet(catalogue, route)
    data, settings, words = catalogue.data, catalogue.settings, catalogue.words
    actors = [actor for actor in data.actors if actor.page]
    intro = sheet.authored("pages", "index")
    story, earlier = _parted(catalogue)
    events = river(sheet, story, EVENTS, UNDATED)
    background = river(sheet, earlier, BACKGROUND, 0)
    mentions = sparklines(sheet, tuple(actor.id for actor in actors[:ACTORS]))
    view = HomePage(
        head=sheet.head(settings.title, settings.description or source_base(catalogue)),
        title=settings.title,
        description=settings.description,
        base=source_base(catalogue),
        as_of=sheet.date(as_of(catalogue), "", "", "date.undated"),
        intro_html=intro,
        chart=turned(timechart(sheet), sheet.words),
        events=events,
        background=background.dated,
        all_events=words.count("count.all-events", len(data.events)) if events.rest or background.rest else "",
        actors=tuple(Leading(actor_card(sheet, a, with_kind=False), mentions.get(a.id)) for a in actors[:ACTORS]),
        all_actors=words.count("count.all-actors", len(actors)) if len(actors) > ACTORS else "",
        disagreements=disagreements(sheet, weightiest(catalogue)[:DISAGREEMENTS], with_about=True),
        all_disagreements=_all_disagreements(sheet),
        by_place=places_link(sheet),
        sources=tuple(source_card(sheet, source, with_voice=False) for source in _newest(data.sources)[:SOURCES]),
        notes=sheet.notes(),
    )
    yield Page(KIND.name, KIND.template, route, view)


def _parted(catalogue: Catalogue) -> tuple[list[EventRecord], list[EventRecord]]:
    """The events of the story itself, and those that lie long before it."""
    first = opening(catalogue)
    story: list[EventRecord] = []
    earlier: list[EventRecord] = []
    for event in catalogue.data.events:
        days = known(event.date)
        (earlier if first and days and days[1] < first else story).append(event)
    return story, earlier


def _all_disagreements(sheet: Sheet) -> Link | None:
    total = len(sheet.catalogue.data.disagreements)
    if total <= DISAGREEMENTS:
        return None
    return Link(sheet.words.count("disagreements.all", total), sheet.href(folder("disagreements")))


def _newest(sources: tuple[SourceRecord, ...]) -> list[SourceRecord]:
    """The latest first, undated ones last."""
    dated = sorted((s for s in sources if s.date), key=lambda s: (sort_key(s.date), s.id), reverse=True)
    return [*dated, *(s for s in sources if not s.date)]


KIND = PageKind("home", "home.html", HomePage, make)
