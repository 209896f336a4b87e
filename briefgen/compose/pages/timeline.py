"""The timeline: every event by year and month."""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.cards import event_card, tellings
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.parts import EventCard, Head, Link, SourceNote
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.dates import bounds, phrase, precision
from briefgen.model.site import EventRecord, Page
from briefgen.sockets import PageKind

YEAR = 366
# So many months need no list to jump to them.
SHORT = 3


class Period(Struct, frozen=True):
    """A month of the timeline, or what has no date."""

    id: str
    "Anchor on the page."
    label: str
    "The month in words."
    events: tuple[EventCard, ...]
    "Its events, in order of time."
    dated: bool
    "Whether their dates say more than the label."


class Year(Struct, frozen=True):
    """A year of the timeline, to jump to its months."""

    year: Link
    "The year, leading to what is only known to have been in it; or the part of the page for what has no date."
    months: tuple[Link, ...]
    "Its months, leading to their place on the page."


class TimelinePage(Struct, frozen=True):
    """Every event in order of time."""

    head: Head
    title: str
    "The page's title."
    years: tuple[Year, ...]
    "The years with their months, to jump to; empty where the page is short."
    periods: tuple[Period, ...]
    "Months in order; undated events last."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The one timeline."""
    route = folder("timeline")
    sheet = Sheet(catalogue, route)
    title = sheet.words("nav.timeline")
    periods: dict[str, list[list[EventRecord]]] = {}
    for group in tellings(catalogue, catalogue.chronological):
        periods.setdefault(period_of(group[0].date), []).append(group)
    keys = sorted(periods, key=in_time)
    view = TimelinePage(
        head=sheet.head(title, section="timeline"),
        title=title,
        years=_years(sheet, keys) if len(keys) > SHORT else (),
        periods=tuple(_period(sheet, key, periods[key]) for key in keys),
        notes=sheet.notes(),
    )
    yield Page(KIND.name, KIND.template, route, view)


def _period(sheet: Sheet, key: str, groups: list[list[EventRecord]]) -> Period:
    cards = tuple(event_card(sheet, *group) for group in groups)
    label = _label(sheet, key)
    return Period(month_id(key), label, cards, bool(key) and any(card.date.text != label for card in cards))


def _years(sheet: Sheet, keys: list[str]) -> tuple[Year, ...]:
    """The months by year."""
    years: dict[str, list[str]] = {}
    for key in keys:
        year, _, month = key.partition("-")
        years.setdefault(year, []).extend([key] if month else [])
    return tuple(
        Year(
            Link(_label(sheet, year), f"#{month_id(year)}" if year in keys else ""),
            tuple(Link(phrase(key).removesuffix(f" {year}"), f"#{month_id(key)}") for key in months),
        )
        for year, months in years.items()
    )


def in_time(key: str) -> tuple[bool, int, int]:
    """A key that sorts decades, years and months by their beginning, the longer first, and what has no date last."""
    if not key:
        return True, 0, 0
    first, last = bounds(key)
    return False, first.toordinal(), -last.toordinal()


def month_id(key: str) -> str:
    """The anchor of a month on a page."""
    return f"m-{key.lower()}" if key else "undated"


def _label(sheet: Sheet, key: str) -> str:
    return phrase(key) if key else sheet.words("event.undated")


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
