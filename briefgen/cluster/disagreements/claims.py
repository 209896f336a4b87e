"""Claims: the figures of the corpus, each with what its sentence is about, and when it is so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from briefgen.cluster.calendar import UNKNOWN, When, may_agree
from briefgen.cluster.deeds import deeds
from briefgen.cluster.desk import Desk
from briefgen.cluster.disagreements.numbers import figures
from briefgen.cluster.disagreements.wording import Figure
from briefgen.model.knowledge import Citation
from briefgen.model.regex import regex

BEFORE = 2  # sentences before, whose people and places a sentence without its own time speaks of
LEAD = 4  # sentences that name who and what an article is about
FEW = 6  # later claims that each one of a long block is compared with
OLD = 120  # days before the article: what it tells of then is another happening unless the other gives the same time
NEWS = 10  # days in which an article without a time of its own may tell of what happened
CUMULATIVE = regex(r"^(?:(?!\b(?:\w+est|worst|first|most)\b)[^,;]){0,60}\b(?:since|so far|in total|altogether)\b")
# An upheaval, or what any kind of disaster is called: "a mine disaster that killed 27" is of the collapse that others
# tell of.
UPHEAVALS, DISASTERS = ("coup", "putsch", "mutiny", "stampede", "massacre", "riot"), ("disaster", "accident", "tragedy")
UPHEAVAL = regex(rf"\b(?:({'|'.join(UPHEAVALS)})s?|{'|'.join(DISASTERS)})\b")
ANY = "disaster"
IN_IT = regex(r"^[^,;]{0,30}\b(?:in|during) the [a-z]+")
NAMED = frozenset(("person", "organization", "place"))


class Claim(Struct, frozen=True):
    """A figure as one sentence gives it.

    ``entities`` are those of the sentence, ``around`` also those of the sentences before; ``befell`` what befell people
    there (a quake); ``when`` is the sentence's time, ``appeared`` the article's.
    """

    line: int
    source: str
    index: int
    figure: Figure
    entities: frozenset[str]
    around: frozenset[str]
    befell: frozenset[str]
    when: When
    appeared: When
    is_old: bool
    adds_up: bool

    @property
    def key(self) -> tuple[int, int]:
        """Where it stands."""
        return self.line, self.figure.start


def claims(desk: Desk) -> list[Claim]:
    """All figures of the corpus that may be compared, in order."""
    found = []
    for source, article in desk.articles.items():
        first, text = desk.first_line[source], article.document.text
        for line in range(first, desk.line_end(source)):
            span = desk.lines[line].span
            sentence = text[span.start : span.end].replace("\n", " ")
            found += [claim(desk, line, first, sentence, figure) for figure in figures(sentence)]
    return found


def claim(desk: Desk, line: int, first: int, sentence: str, figure: Figure) -> Claim:
    """A figure with what it is about."""
    passage = desk.articles[desk.lines[line].source].document.sentences
    index = desk.lines[line].index
    entities = named(desk, line)
    around = entities.union(*(named(desk, other) for other in range(max(first, line - BEFORE), line)))
    when = own_time(desk, line, figure)
    befell = happenings(sentence, figure.start)
    if index and not figure.toll and passage[index - 1].passage == passage[index].passage:
        when = when if when.known or when.weekday or has_time(desk, line) else desk.line_when(line - 1)
        befell = befell or happenings(text_of(desk, line - 1))
    if not befell and not when.known:
        befell = happenings(text_of(desk, first)) | happenings(title(desk, line))
    after = sentence[figure.end :]
    if IN_IT.match(after):  # "in the attack": that of the lead
        around |= named(desk, first)
    adds_up = CUMULATIVE.match(after) is not None
    source = desk.lines[line].source
    appeared = desk.calendar.appeared(source)
    old = is_old(desk, line, when)
    return Claim(line, source, index, figure, entities, around, befell, when, appeared, old, adds_up)


def own_time(desk: Desk, line: int, figure: Figure) -> When:
    """The time of the deed that stands nearest to a figure; of its sentence where nothing is done there."""
    if figure.toll:
        return UNKNOWN
    at = desk.lines[line].span.start + figure.start
    told = sorted(desk.tellings_in(line), key=lambda t: (abs(t.trigger.start - at), t.ref))
    time = desk.only_time(line) if not told or (len(told) == 1 and told[0].time is None) else told[0].time
    if time is None:
        return UNKNOWN
    article = desk.articles[time.source]
    start = article.extraction.times[time.index].start
    return UNKNOWN if article.document.text[:start].rstrip().endswith("since") else desk.calendar.of(time)


def named(desk: Desk, line: int) -> frozenset[str]:
    """The people, bodies and places that a sentence names."""
    entities = desk.entities
    return frozenset([e for e in desk.lines[line].entities if e in entities and entities[e].type in NAMED])


def has_time(desk: Desk, line: int) -> bool:
    """Whether a sentence holds any date."""
    return any(True for ref in desk.times_on.get(line, ()) if desk.calendar.of(ref) != UNKNOWN)


def text_of(desk: Desk, line: int) -> str:
    """The words of a sentence."""
    span = desk.lines[line].span
    return desk.articles[desk.lines[line].source].document.text[span.start : span.end]


def title(desk: Desk, line: int) -> str:
    """The title of a sentence's article."""
    field = desk.articles[desk.lines[line].source].document.title
    return field.value if field else ""


def happenings(text: str, at: int | None = None) -> frozenset[str]:
    """What befell people by a text: the kinds of its nouns, only the nearest to a place in it where one is given."""
    found = kinds_in(text)
    if at is not None and found:
        return frozenset((min((abs(start - at), kind) for start, kind in found)[1],))
    return frozenset(kind for _, kind in found)


@lru_cache(maxsize=1 << 12)
def kinds_in(text: str) -> tuple[tuple[int, str], ...]:
    """What befell people by the nouns of a text, with where they stand; any disaster only where nothing else does."""
    words, plain = deeds(), text.lower()
    if not any(map(plain.__contains__, (*words.hints, *UPHEAVALS, *DISASTERS))):
        return ()
    found = [(noun.start(), words.happenings[noun[0]]) for noun in words.nouns.finditer(plain)]
    others = [(noun.start(), noun[1] or ANY) for noun in UPHEAVAL.finditer(plain)]
    found += [item for item in others if item[1] != ANY]
    return tuple(found or others)


def same_kind(left: Claim, right: Claim) -> bool:
    """Whether the same befell people by both, "the disaster" being any."""
    return bool(left.befell & right.befell) or ANY in left.befell | right.befell


def is_old(desk: Desk, line: int, when: When) -> bool:
    """Whether a sentence tells of a time long before its article, or of a stated one in an article without a date."""
    if not when.known:
        return False
    appeared = desk.calendar.appeared(desk.lines[line].source)
    return when.basis == "stated" if not appeared.known else appeared.first - when.last > OLD


def citation(desk: Desk, claim_: Claim) -> Citation:
    """The sentence of a claim."""
    return desk.lines[claim_.line].citation


def may_be_one(left: Claim, right: Claim) -> bool:
    """Whether times and scope allow that two figures are of one thing."""
    both = left.befell and right.befell
    if not may_agree(left.when, right.when) or (left.adds_up != right.adds_up and not both):
        return False
    if left.when.known == right.when.known or not (left.is_old or right.is_old):
        return True
    old, news = (left, right) if left.is_old else (right, left)
    return news.appeared.known and old.when.last - news.appeared.first >= -NEWS and old.when.first <= news.appeared.last


class Story:
    """Which articles tell of one story: they name several of the same people, bodies and places, or tell one event;
    one is enough within days."""

    SHARED, EVERYWHERE, SOME_SIZE, DAYS = 2, 0.3, 20, 7

    def __init__(self, desk: Desk, told: Mapping[int, frozenset[str]]) -> None:
        self.appeared = desk.calendar.appeared
        self.known: dict[tuple[str, str], bool] = {}
        holders: dict[str, set[str]] = defaultdict(set)
        named_ones = {id_ for id_, entity in desk.entities.items() if entity.type in NAMED}
        for line in desk.lines:
            for entity in named_ones.intersection(line.entities):
                holders[entity].add(line.source)
        self.leads = {
            source: frozenset().union(*(named(desk, n) for n in range(first, min(first + LEAD, desk.line_end(source)))))
            for source, first in desk.first_line.items()
        }
        size = len(desk.articles)
        self.of: dict[str, frozenset[str]] = {}
        rare = {e for e, found in holders.items() if size < self.SOME_SIZE or len(found) <= self.EVERYWHERE * size}
        names: dict[str, set[str]] = defaultdict(set)
        for entity in rare:
            for source in holders[entity]:
                names[source].add(entity)
        self.of = {source: frozenset(found) for source, found in names.items()}
        events: dict[str, set[str]] = defaultdict(set)
        for number, ids in told.items():
            events[desk.lines[number].source] |= ids
        self.events = {source: frozenset(found) for source, found in events.items()}
        self.rare = frozenset(rare)

    def is_one(self, left: str, right: str) -> bool:
        """Whether two articles tell of one story."""
        if (left, right) not in self.known:
            self.known[left, right] = self.share(left, right)
        return self.known[left, right]

    def share(self, left: str, right: str) -> bool:
        """The same, worked out."""
        shared = self.of.get(left, frozenset()) & self.of.get(right, frozenset())
        both = self.events.get(left, frozenset()) & self.events.get(right, frozenset())
        soon = bool(shared) and self.appeared_together(left, right)
        return len(shared) + len(both) + soon >= self.SHARED

    def appeared_together(self, left: str, right: str) -> bool:
        """Whether two articles appeared within days of each other."""
        a, b = self.appeared(left), self.appeared(right)
        return a.known and b.known and max(a.first - b.last, b.first - a.last) <= self.DAYS


def blocks(found: list[Claim], story: Story, most: int) -> Iterator[tuple[Claim, Claim]]:
    """Pairs worth comparing: of one kind or noun, in sentences or articles that name the same or tell of one kind."""
    rows: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for item in found:
        kinds = item.figure.nouns[-1:] if item.figure.of == "count" else ("",)
        of = item.around | (story.leads[item.source] if item.befell or item.figure.near else frozenset())
        for noun in (*kinds, *item.figure.nouns[:-1]) if item.figure.of == "count" else kinds:
            for entity in of & story.rare:
                rows[item.figure.of, noun, entity].append(item)
        for what in item.befell if item.index < LEAD else ():
            rows[item.figure.of, "", f"{what} in a lead"].append(item)
    seen = set()
    for _, items in sorted(rows.items(), key=lambda row: row[0]):
        reach = len(items) if len(items) <= most else FEW
        for place, left in enumerate(items):
            for right in items[place + 1 : place + 1 + reach]:
                pair = (left.key, right.key)
                if left.source != right.source and pair not in seen:
                    seen.add(pair)
                    yield left, right
