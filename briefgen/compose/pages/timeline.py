"""The timeline: every event by year and month, over several pages where there are many."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.cards import event_card, tellings
from briefgen.compose.catalogue import Catalogue
from briefgen.compose.lanes import Lanes, lanes
from briefgen.compose.paging import jump, numbered
from briefgen.compose.parts import DateView, EventCard, Head, Link, SourceNote
from briefgen.compose.periods import MOST, Course, Node, grow, paged
from briefgen.compose.routes import folder
from briefgen.compose.sheet import Sheet
from briefgen.model.dates import bounds, precision
from briefgen.model.site import EventRecord, Page, Route
from briefgen.sockets import PageKind

YEAR, WEEK = 366, 7
# How deep the days lie: they have no picture of their own.
DAY = 3
# So many months need no list to jump to them.
SHORT = 3
# So many of the weightiest tellings stand on a page that leads to others.
WEIGHTIEST = 30


class Period(Struct, frozen=True):
    """A stretch of time with its events, or what has no date."""

    id: str
    "Anchor on the page."
    label: str
    "The year, month or day in words."
    events: tuple[EventCard, ...]
    "Its events, in order of time, without a date that the label says; where it has its own page only the weightiest."
    dated: bool
    "Whether their dates say more than the label."
    all: Link | None = None
    "Its own page, where it has one."


class Year(Struct, frozen=True):
    """A year of the timeline, to jump to its months, or a month, to jump to its days."""

    year: Link
    "The year, leading to what is only known to have been in it; or the part of the page for what has no date."
    months: tuple[Link, ...]
    "Its months, leading to their place."


class TimelinePage(Struct, frozen=True):
    """Every event in order of time, or those of a year, month or day."""

    head: Head
    title: str
    "The page's title."
    lead: str
    "What stands here, in a sentence."
    years: tuple[Year, ...]
    "The years with their months, to jump to; empty where the page is short."
    lanes: Lanes | None
    "The actors over time, as a picture; nothing where that shows too little, and below the months."
    periods: tuple[Period, ...]
    "Months in order; undated events last."
    before: Link | None
    "The period before, where the timeline has several pages."
    after: Link | None
    "The period after."
    notes: tuple[SourceNote, ...]
    "The sources that this page cites."


def make(catalogue: Catalogue) -> Iterator[Page]:
    """The timeline: one page, or one for every period that a page above it has no room for."""
    whole = Course((KIND.name,), catalogue.words("nav.timeline"), KIND.name)
    return pages_of(catalogue, KIND, tellings(catalogue, catalogue.chronological), whole)


def pages_of(catalogue: Catalogue, kind: PageKind, groups: list[list[EventRecord]], course: Course) -> Iterator[Page]:
    """Tellings in order of time, on one page in a folder or on several below it."""
    keyed = sorted(((_keys(g[0].date), g) for g in groups), key=lambda pair: [in_time(key) for key in pair[0]])
    pages = list(paged(grow(keyed, course)))
    levels: dict[int, list[tuple[Node, int]]] = {}
    for node, number in pages:
        levels.setdefault(node.level, []).append((node, number))
    for node, number in pages:
        beside = levels[node.level]
        at = beside.index((node, number))
        before, after = beside[at - 1] if at else None, beside[at + 1] if at + 1 < len(beside) else None
        yield _page(catalogue, kind, node, number, (before, after))


def _keys(date: str | None) -> tuple[str, ...]:
    """The year, month and day that a date is listed under, as far as they are known."""
    month = period_of(date)
    year, _, finer = month.partition("-")
    if not finer or date is None:
        return (year,)
    first, last = bounds(date)
    return (year, month) if (last - first).days > WEEK else (year, month, first.isoformat())


def _page(
    catalogue: Catalogue, kind: PageKind, node: Node, number: int, beside: tuple[tuple[Node, int] | None, ...]
) -> Page:
    route = _route(node, number)
    sheet = Sheet(catalogue, route)
    words = sheet.words
    title, trail = _place(sheet, node)
    listed = list(node.own if node.split else node.all())[MOST * (number - 1) : MOST * number]
    periods = _listed(sheet, listed)
    if node.split and number == 1:
        periods += _overview(sheet, node)
    pictured = number == 1 and node.level < DAY and kind.name == KIND.name
    whole = not node.level and not node.split and node.course.base == (KIND.name,)
    before, after = (_link(sheet, *page) if page else None for page in beside)
    view = TimelinePage(
        head=sheet.head(title, section=node.course.section, trail=trail),
        title=title,
        lead=words("timeline.lead") if whole else _lead(sheet, node),
        years=_years(sheet, node) if len(periods) > SHORT or node.split else (),
        lanes=lanes(sheet, list(node.all()), node.key) if pictured else None,
        periods=periods,
        before=before,
        after=after,
        notes=sheet.notes(),
    )
    return Page(kind.name, kind.template, route, view)


def _place(sheet: Sheet, node: Node) -> tuple[str, tuple[Link, ...]]:
    """A page's title and the way to it."""
    course = node.course
    trail = tuple(Link(label, sheet.href(route)) for label, route in course.above)
    if not node.level:
        return course.title, trail
    title = _label(sheet, node.key)
    title = f"{course.title}: {title}" if course.above else title
    whole = Link(course.title, sheet.href(folder(*course.base)))
    return title, (*trail, whole, *(_link(sheet, one, 1) for one in node.above[1:]))


def _lead(sheet: Sheet, node: Node) -> str:
    if node.split:
        return sheet.words("timeline.split", n=sheet.words.number(node.total))
    return sheet.words.count("timeline.part", node.total)


def _route(node: Node, number: int) -> Route:
    parts = (node.key.lower() or "undated",) if node.level else ()
    return numbered((*node.course.base, *parts), number)


def _link(sheet: Sheet, node: Node, number: int) -> Link:
    label = _label(sheet, node.key)
    label = sheet.words("timeline.page", period=label, n=number) if number > 1 else label
    return Link(label, sheet.href(_route(node, number)))


def _listed(sheet: Sheet, groups: list[list[EventRecord]]) -> tuple[Period, ...]:
    """Tellings by month."""
    periods: dict[str, list[list[EventRecord]]] = {}
    for group in groups:
        periods.setdefault(period_of(group[0].date), []).append(group)
    return tuple(_period(sheet, key, periods[key]) for key in sorted(periods, key=in_time))


def _overview(sheet: Sheet, node: Node) -> tuple[Period, ...]:
    """The weightiest tellings of the periods that have pages of their own, one of each where they are not too many."""
    children = node.within.values()
    ranked = sorted((group for child in children for group in child.all()), key=lambda g: (-g[0].weight, g[0].id))
    chosen = {group[0].id for group in ranked[:WEIGHTIEST]}
    if len(children) <= WEIGHTIEST:
        chosen |= {min(child.all(), key=lambda g: (-g[0].weight, g[0].id))[0].id for child in children}
    periods = []
    for child in children:
        groups = [group for group in child.all() if group[0].id in chosen]
        if groups:
            rest = sheet.words.count("timeline.all", child.total, period=_label(sheet, child.key))
            all_ = Link(rest, sheet.href(_route(child, 1)))
            periods.append(_period(sheet, child.key, groups, all_))
    return tuple(periods)


def _period(sheet: Sheet, key: str, groups: list[list[EventRecord]], all_: Link | None = None) -> Period:
    label = _label(sheet, key)
    cards = [event_card(sheet, *group) for group in groups]
    cards = [replace(card, date=DateView("")) if card.date.text == label else card for card in cards]
    dated = bool(key) and any(card.date.text for card in cards)
    return Period(month_id(key), label, tuple(cards), dated, all_)


def _years(sheet: Sheet, node: Node) -> tuple[Year, ...]:
    """The periods of a page, to jump to: on the page, or where they are told."""
    if node.level:
        told = node.split or node.level == 1  # a day's place on its month's page is not marked
        year = node.key.partition("-")[0]
        return tuple(Year(_jump(sheet, node, child, year), ()) for child in node.within.values() if told)
    return tuple(
        Year(
            _jump(sheet, node, year) if year.own or node.split else Link(_label(sheet, year.key)),
            tuple(_jump(sheet, node if not node.split else year, month, year.key) for month in year.within.values()),
        )
        for year in node.within.values()
    )


def _jump(sheet: Sheet, page: Node, node: Node, year: str = "") -> Link:
    """A link to a period from the page of the tree's root: its own page, or its place on the page that tells it."""
    label = _label(sheet, node.key).removesuffix(f" {year}") if year else _label(sheet, node.key)
    if page.split:
        return Link(label, sheet.href(_route(node, 1)))
    return jump(sheet, label, _route(page, 1), month_id(node.key))


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
    return sheet.words.date(key) if key else sheet.words("event.undated")


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
