"""The timeline: every event by year and month."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from briefgen.compose.cards import event_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import EventCard, Head, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.dates import bounds, phrase
from briefgen.model.site import EventRecord, Page
from briefgen.sockets import PageKind


class Period(Struct, frozen=True):
    """A month of the timeline, or what has no date."""

    id: str
    "Anchor on the page."
    label: str
    "The month in words."
    events: tuple[EventCard, ...]
    "Its events, in order of time."


class TimelinePage(Struct, frozen=True):
    """Every event in order of time."""

    head: Head
    title: str
    "The page's title."
    periods: tuple[Period, ...]
    "Months in order; undated events last."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one timeline."""
    route = folder("timeline")
    sheet = Sheet(catalogue, route)
    title = sheet.words("nav.timeline")
    periods = tuple(
        Period(
            f"m-{month}" if month else "undated",
            phrase(month) if month else sheet.words("date.unknown"),
            tuple(event_card(sheet, event) for event in events),
        )
        for month, events in groupby(catalogue.chronological, _month)
    )
    view = TimelinePage(sheet.head(title, section="timeline"), title, periods, sheet.notes())
    yield Page(KIND.name, KIND.template, route, view)


def _month(event: EventRecord) -> str:
    """The month in which an event begins, or ends where its beginning is open; a year where no more is known."""
    if event.date is None:
        return ""
    first, last = bounds(event.date)
    day = last if first.year == 1 else first
    return f"{day.year:04}" if len(event.date) == 4 else f"{day.year:04}-{day.month:02}"


KIND = PageKind("timeline", "timeline.html", TimelinePage, make)
