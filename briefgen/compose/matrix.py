"""Which voice says what of an event: claims down, voices across, each cell with the passages that it rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Literal, get_args

from msgspec import Struct

from briefgen.compose.cards import first_outlets, topic_words
from briefgen.compose.catalogue import Catalogue, Cited, held
from briefgen.compose.parts import CitationView, Link
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain, shorten
from briefgen.model.annotation import EventMention
from briefgen.model.dates import bounds
from briefgen.model.knowledge import Citation
from briefgen.model.site import EventCitationRecord, EventRecord

Stand = Literal["said", "otherwise", "denied", "silent"]
STANDS: tuple[Stand, ...] = get_args(Stand)
# More voices than this have no room in a table; then each claim names the first few who stand to it in a way.
WIDE = 8
NAMED = 6
# How many passages a cell cites, and how many places and dates have a row: those that most voices give.
PROOFS = 3
PLACES = 3
DATES = 8
LABEL_LENGTH = 90


class Stance(Struct, frozen=True):
    """How a voice stands to a claim."""

    stand: Stand
    "The kind of stance, for the style: `said`, `otherwise`, `denied`, `silent`."
    words: str
    'The same in words: "says so", "planned".'
    triggers: tuple[str, ...]
    "The verbatim words that tell it, none where the claim has no such words."
    citations: tuple[CitationView, ...]
    "The passages, the first few; none for silence."


class Claim(Struct, frozen=True):
    """A row."""

    label: str
    'What is claimed: "It happened", "people killed: 62".'
    cells: tuple[tuple[Stance, ...], ...]
    "The stances of each voice, in order of the voices; one that tells it in two ways has two."


class VoiceHead(Struct, frozen=True):
    """A column: a voice with the outlets that carry it."""

    outlets: tuple[Link, ...]
    "The outlets, more than one where they share a wire text; the first few."
    more: str
    'How many more carry it: "and 3 more"; empty where all are named.'


class Matrix(Struct, frozen=True):
    """Claims and voices."""

    voices: tuple[VoiceHead, ...]
    "The columns."
    claims: tuple[Claim, ...]
    "The rows."


class Named(Struct, frozen=True):
    """A voice that stands to a claim as others do."""

    outlet: Link
    "The first outlet that carries it."
    citation: CitationView
    "A passage."


class Camp(Struct, frozen=True):
    """The voices that stand to a claim in the same way."""

    stand: Stand
    "The kind of stance, for the style."
    words: str
    "The same in words."
    count: str
    'How many: "31 voices".'
    voices: tuple[Named, ...]
    "The first few; none of the silent, and of those who say otherwise."
    more: str
    'How many more: "and 25 more"; empty where all are named.'


class CampClaim(Struct, frozen=True):
    """A claim with all voices by how they stand to it."""

    label: str
    "What is claimed."
    camps: tuple[Camp, ...]
    "Those who say it first, the silent last."


class OwnStances(Struct, frozen=True):
    """How one voice stands to a claim of which it is not silent."""

    label: str
    "What is claimed."
    stances: tuple[Stance, ...]
    "How it stands; where it tells it in two ways there are two."


Found = dict[str, list[tuple[Stand, str, str, Cited]]]
Claimed = tuple[str, Found]
Told = tuple[EventCitationRecord, EventMention]


class Board:
    """An event's claims: for each by voice, how it stands, in which words, and where; nothing is cited before shown."""

    def __init__(self, sheet: Sheet, event: EventRecord) -> None:
        self.sheet, self.event = sheet, event
        catalogue = sheet.catalogue
        self.differing = catalogue.disagreements_of.get(("events", event.id), [])
        sides = (side for item in self.differing for side in item.sides)
        sources = [c.source for c in event.citations] + [c.source for side in sides for c in side.citations]
        self.voices = tuple(dict.fromkeys(self.voice(source) for source in sources))
        self.outlets = {voice: list[str]() for voice in self.voices}
        for source in sources:
            self.outlets[self.voice(source)].append(source)
        self.told = tuple(_told(catalogue, event))

    def voice(self, source: str) -> str:
        """The voice of an article."""
        return self.sheet.catalogue.sources[source].voice

    @cached_property
    def claims(self) -> tuple[Claimed, ...]:
        """What is claimed, and who stands how to it; nothing where one voice tells it alone."""
        if len(self.voices) < 2:
            return ()
        found = (self.happened(), *self.dates(), *self.places(), *self.sides())
        return tuple((shorten(label, LABEL_LENGTH), stands) for label, stands in found)

    def stances(self, found: list[tuple[Stand, str, str, Cited]]) -> tuple[Stance, ...]:
        """A voice's stances to a claim, with passages."""
        stances = []
        for stand, how in dict.fromkeys((stand, how) for stand, how, _, _ in found):
            ours = [(trigger, cited) for s, h, trigger, cited in found if (s, h) == (stand, how)]
            triggers: dict[str, str] = {}
            for trigger, _ in ours:
                triggers.setdefault(trigger.casefold(), trigger)
            citations = dict.fromkeys(self.sheet.cite(cited) for _, cited in ours)
            stances.append(
                Stance(stand, how, tuple(filter(None, triggers.values()))[:PROOFS], tuple(citations)[:PROOFS])
            )
        return tuple(stances)

    def happened(self) -> Claimed:
        """That it happened, or will, or may: as the event is told on the whole."""
        words, found = self.sheet.words, Found()
        whole = "actual" if self.event.status == "denied" else self.event.status
        for citation in self.event.citations:
            mention = next((mention for told, mention in self.told if told is citation), None)
            status = mention.status if mention else whole
            stand: Stand = "said" if status == whole else "denied" if status == "denied" else "otherwise"
            how = words("matrix.said") if stand == "said" else words(f"matrix.{status}")
            trigger = self.sheet.words_of(Citation(citation.source, *citation.trigger)) if citation.trigger else ""
            found.setdefault(self.voice(citation.source), []).append((stand, how, trigger, citation))
        return words(f"matrix.is-{whole}"), found

    def dates(self) -> Iterator[Claimed]:
        """The dates that the accounts give, where more than one voice gives any."""
        given: dict[str, dict[str, Cited]] = {}
        for citation, mention in self.told:
            times = self.sheet.catalogue.extractions[citation.source].times
            edtf = None if mention.time is None or mention.about else times[mention.time].edtf
            if edtf:
                given.setdefault(self.voice(citation.source), {}).setdefault(edtf, citation)
        if len(given) < 2:
            return
        used = Counter(date for dates in given.values() for date in dates)
        for date in sorted(sorted(used, key=lambda d: (-used[d], d))[:DATES], key=lambda d: (bounds(d), d)):
            found = Found()
            for voice, dates in given.items():
                for other, cited in dates.items():
                    if stand := _stand(date, other):
                        found.setdefault(voice, []).append((stand, self.sheet.words(f"matrix.{stand}"), "", cited))
            yield self.sheet.words("matrix.date", value=self.sheet.words.date(date)), _firm(found)

    def places(self) -> Iterator[Claimed]:
        """The places that more than one voice names."""
        named: dict[str, dict[str, Cited]] = {}
        labels: dict[str, str] = {}
        for citation, mention in self.told:
            mentions = self.sheet.catalogue.extractions[citation.source].mentions
            for name in (plain(mentions[index].text) for index in mention.places):
                labels.setdefault(name.casefold(), name)
                named.setdefault(name.casefold(), {}).setdefault(self.voice(citation.source), citation)
        shared = sorted((-len(by), labels[key], key) for key, by in named.items() if len(by) > 1)
        for _, label, key in shared[:PLACES]:
            said = self.sheet.words("matrix.said")
            found: Found = {voice: [("said", said, "", cited)] for voice, cited in named[key].items()}
            yield self.sheet.words("matrix.place", value=label), found

    def sides(self) -> Iterator[Claimed]:
        """The sides of what the sources differ in."""
        for item in self.differing:
            for side in item.sides:
                found = Found()
                for other in item.sides:
                    stand: Stand = "said" if other is side else "otherwise"
                    how = self.sheet.words(f"matrix.{stand}")
                    for citation in other.citations:
                        told = (stand, how, "", held(citation, self.event))
                        found.setdefault(self.voice(citation.source), []).append(told)
                value = plain(side.value)
                yield self.sheet.words("matrix.side", topic=topic_words(self.sheet, item), value=value), _firm(found)


def matrix(board: Board) -> Matrix | None:
    """The claims about an event by voice; nothing where one voice tells it alone, or where the table is too wide."""
    if not board.claims or len(board.voices) > WIDE:
        return None
    sheet = board.sheet
    silent = (Stance("silent", sheet.words("matrix.silent"), (), ()),)
    heads = tuple(_head(sheet, board.outlets[voice]) for voice in board.voices)
    claims = (
        Claim(label, tuple(board.stances(found[voice]) if voice in found else silent for voice in board.voices))
        for label, found in board.claims
    )
    return Matrix(heads, tuple(claims))


def camps(board: Board) -> tuple[CampClaim, ...]:
    """The claims about an event that more voices tell than a table has columns, the voices by how they stand."""
    if len(board.voices) <= WIDE:
        return ()
    return tuple(CampClaim(label, tuple(_camps(board, found))) for label, found in board.claims)


def _camps(board: Board, found: Found) -> Iterator[Camp]:
    """Who says so first, the silent last; who says otherwise is named where it says what, so only counted here."""
    words = board.sheet.words
    told: dict[tuple[Stand, str], dict[str, Cited]] = {}
    for voice in board.voices:
        for stand, how, _, cited in found.get(voice, ()):
            told.setdefault((stand, how), {}).setdefault(voice, cited)
    for stand, how in sorted(told, key=lambda key: STANDS.index(key[0])):
        voices = told[stand, how]
        counted = how == words("matrix.otherwise")
        yield _counted(board, stand, how, len(voices)) if counted else _named(board, stand, how, voices)
    silent = sum(voice not in found for voice in board.voices)
    if silent:
        yield _counted(board, "silent", words("matrix.silent"), silent)


def _counted(board: Board, stand: Stand, how: str, voices: int) -> Camp:
    return Camp(stand, how, board.sheet.words.count("count.telling", voices), (), "")


def _named(board: Board, stand: Stand, how: str, voices: Mapping[str, Cited]) -> Camp:
    sheet = board.sheet
    named = tuple(
        Named(sheet.outlet(board.outlets[voice][0]), sheet.cite(cited))
        for voice, cited in islice(voices.items(), NAMED)
    )
    return Camp(stand, how, sheet.words.count("count.telling", len(voices)), named, sheet.more(len(voices) - NAMED))


def own_stances(board: Board, voice: str) -> tuple[OwnStances, ...]:
    """How a voice stands to the claims of which it is not silent; that a value of its own is another is no news."""
    otherwise = board.sheet.words("matrix.otherwise")
    own = ((label, [told for told in found.get(voice, ()) if told[1] != otherwise]) for label, found in board.claims)
    return tuple(OwnStances(label, board.stances(told)) for label, told in own if told)


def _head(sheet: Sheet, sources: list[str]) -> VoiceHead:
    return VoiceHead(*first_outlets(sheet, sources))


def _told(catalogue: Catalogue, event: EventRecord) -> Iterator[Told]:
    """The accounts with what was read in them, by their trigger words."""
    for citation in event.citations:
        if citation.trigger:
            read: Iterable[EventMention] = catalogue.extractions[citation.source].events
            place = citation.trigger
            yield from (
                (citation, mention) for mention in read if (mention.trigger.start, mention.trigger.end) == place
            )


def _stand(claimed: str, given: str) -> Stand | None:
    """How who gives one date stands to another: a part of it says it too, what is wider says nothing of it."""
    (first, last), (low, high) = bounds(claimed), bounds(given)
    if first <= low and high <= last:
        return "said"
    return "otherwise" if high < first or last < low else None


def _firm(found: Found) -> Found:
    """Who says it says nothing else."""
    return {voice: [f for f in all_ if f[0] == "said"] or all_ for voice, all_ in found.items()}
