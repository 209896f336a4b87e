"""Which voice says what of an event: claims down, voices across, each cell with the passages that it rests on."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from briefgen.compose.cards import OUTLETS
from briefgen.compose.catalogue import Catalogue, Cited, held
from briefgen.compose.parts import CitationView, Link
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain, shorten
from briefgen.model.annotation import EventMention
from briefgen.model.dates import bounds
from briefgen.model.knowledge import Citation
from briefgen.model.site import EventCitationRecord, EventRecord

Stand = Literal["said", "otherwise", "denied", "silent"]
# How many passages a cell cites, and how many places have a row.
PROOFS = 3
PLACES = 3
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


Found = dict[str, list[tuple[Stand, str, str, Cited]]]
Told = tuple[EventCitationRecord, EventMention]


class _Board:
    """An event's claims while they are gathered: by voice, how it stands, in which words, and where."""

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
        return self.sheet.catalogue.sources[source].voice

    def claim(self, label: str, found: Found) -> Claim:
        return Claim(shorten(label, LABEL_LENGTH), tuple(self._cell(found.get(voice, [])) for voice in self.voices))

    def _cell(self, found: list[tuple[Stand, str, str, Cited]]) -> tuple[Stance, ...]:
        words = self.sheet.words
        if not found:
            return (Stance("silent", words("matrix.silent"), (), ()),)
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

    def happened(self) -> Claim:
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
        return self.claim(words(f"matrix.is-{whole}"), found)

    def dates(self) -> Iterator[Claim]:
        """The dates that the accounts give, where more than one voice gives any."""
        given: dict[str, dict[str, Cited]] = {}
        for citation, mention in self.told:
            times = self.sheet.catalogue.extractions[citation.source].times
            edtf = None if mention.time is None or mention.about else times[mention.time].edtf
            if edtf:
                given.setdefault(self.voice(citation.source), {}).setdefault(edtf, citation)
        if len(given) < 2:
            return
        for date in sorted({date for dates in given.values() for date in dates}, key=lambda d: (bounds(d), d)):
            found = Found()
            for voice, dates in given.items():
                for other, cited in dates.items():
                    if stand := _stand(date, other):
                        found.setdefault(voice, []).append((stand, self.sheet.words(f"matrix.{stand}"), "", cited))
            yield self.claim(self.sheet.words("matrix.date", value=self.sheet.words.date(date)), _firm(found))

    def places(self) -> Iterator[Claim]:
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
            yield self.claim(self.sheet.words("matrix.place", value=label), found)

    def sides(self) -> Iterator[Claim]:
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
                yield self.claim(self.sheet.words("matrix.side", topic=plain(item.topic), value=value), _firm(found))


def matrix(sheet: Sheet, event: EventRecord) -> Matrix | None:
    """The claims about an event by voice; nothing where one voice tells it alone."""
    board = _Board(sheet, event)
    if len(board.voices) < 2:
        return None
    heads = tuple(_head(sheet, board.outlets[voice]) for voice in board.voices)
    return Matrix(heads, (board.happened(), *board.dates(), *board.places(), *board.sides()))


def _head(sheet: Sheet, sources: list[str]) -> VoiceHead:
    outlets = sheet.outlets(sources)
    more = sheet.words.count("count.more", len(outlets) - OUTLETS) if len(outlets) > OUTLETS else ""
    return VoiceHead(outlets[:OUTLETS], more)


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
