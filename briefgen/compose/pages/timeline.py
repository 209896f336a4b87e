"""The timeline: every event by year and month."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.cards import event_card
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import EventCard, Head, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.dates import bounds, phrase, precision
from briefgen.model.site import EventRecord, Page
from briefgen.sockets import PageKind

YEAR = 366


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
    periods: dict[str, list[EventRecord]] = {}
    for event in catalogue.chronological:
        periods.setdefault(period_of(event.date), []).append(event)
    view = TimelinePage(
        head=sheet.head(title, section="timeline"),
        title=title,
        periods=tuple(_period(sheet, key, periods[key]) for key in sorted(periods, key=lambda key: (not key, key))),
        notes=sheet.notes(),
    )
    yield Page(KIND.name, KIND.template, route, view)


def _period(sheet: Sheet, key: str, events: list[EventRecord]) -> Period:
    label = phrase(key) if key else sheet.words("date.unknown")
    return Period(f"m-{key.lower()}" if key else "undated", label, tuple(event_card(sheet, event) for event in events))


def period_of(date: str | None) -> str:
    """The month that a date is listed under, or the year or decade where no month is known; nothing without a date.

    A span is listed where it begins, one with an open beginning where it ends.
    """
    if date is None or precision(date) == "unknown":
        return ""
    if precision(date) in ("decade", "century"):
        return date.rstrip("?~%")
    first, last = bounds(date)
    coarse = precision(date) in ("year", "season") or (last - first).days > YEAR
    day = last if first.year == 1 else first
    return f"{day.year:04}" if coarse and first.year != 1 else f"{day.year:04}-{day.month:02}"


KIND = PageKind("timeline", "timeline.html", TimelinePage, make)
