"""Mentioned in: the pages that name an actor or an event without being about it, each with the sentence that does."""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.authored import CITE, WIKI, Target
from briefgen.compose.catalogue import Catalogue, Cited
from briefgen.compose.parts import Link, QuoteView
from briefgen.compose.sheet import Sheet
from briefgen.compose.text import plain
from briefgen.model.regex import regex

# How many stand open on the page, and how many in all; who wants more follows the events.
OPEN, MOST = 5, 15
_PARAGRAPH, _SENTENCE = regex(r"\n\s*\n"), regex(r"(?<=[.!?])\s+")
# What Markdown marks its text with, besides links.
_MARKS = regex(r"^\s*(?:#+|>|[-*+]|\d+\.)\s+|[*_`]")

# A sentence by its source and where it begins.
Place = tuple[str, int]


class Backlink(Struct, frozen=True):
    """A page that names the thing."""

    page: Link
    "The page."
    quote: QuoteView | None
    "The sentence of a source that does; none where the editor's text does."
    note: str
    "The sentence of the editor's text, without its marks; empty where a source's does."
    titled: bool = False
    "Whether the sentence has the page's title in it already."


class Mentions(Struct, frozen=True):
    """The pages that name an actor or event."""

    shown: tuple[Backlink, ...]
    "The first few: what the editor wrote, then the weightiest events."
    folded: tuple[Backlink, ...]
    "Further ones, for who wants to see them."
    label: str
    'How many these are: "12 more".'


class Backlinks:
    """Who is named where, looked up by actor or event: built once, asked by every page."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._notes: dict[Target, list[tuple[Target, str]]] = {}
        for page, authored in catalogue.authored.items():
            targets = dict(authored.targets)
            for raw, sentence in _sentences(authored.note.body):
                if raw in targets:
                    self._notes.setdefault(targets[raw], []).append((page, sentence))
        self._events: dict[str, list[tuple[str, Cited]]] = {}
        for event in catalogue.data.events:  # the heaviest first
            part = {participant.id for participant in event.actors}
            for cited in event.citations:
                for actor in sorted(catalogue.named(cited.source, cited.start, cited.end) - part):
                    self._events.setdefault(actor, []).append((event.id, cited))

    def of_actor(self, sheet: Sheet, actor: str, told: set[Place], most: int = MOST) -> Mentions:
        """Where an actor is named who takes no part, in sentences that the page does not tell already."""
        found = self._noted(sheet, ("actors", actor))[:most]
        events: set[str] = set()
        texts: set[str] = set()
        for event, cited in self._events.get(actor, ()):
            place, text = place_of(sheet, cited), sheet.words_of(cited)
            if event not in events and place not in told and text not in texts and len(found) < most:
                events.add(event)
                texts.add(text)
                quote = sheet.quote(cited)
                titled = sheet.catalogue.events[event].title in plain(quote.text)
                found.append(Backlink(sheet.short_event(event), quote, "", titled))
        return _folded(sheet, found)

    def of_event(self, sheet: Sheet, event: str) -> Mentions:
        """Where the editor's texts name an event."""
        return _folded(sheet, self._noted(sheet, ("events", event)))

    def _noted(self, sheet: Sheet, target: Target) -> list[Backlink]:
        found = dict.fromkeys(self._notes.get(target, ()))
        return [
            Backlink(sheet.thing(page), None, _unmarked(sheet, page, sentence))
            for page, sentence in found
            if page != target
        ][:MOST]


def place_of(sheet: Sheet, cited: Cited) -> Place:
    """The sentence in which something cited begins."""
    return sheet.sentences(cited)[:2]


def _folded(sheet: Sheet, found: list[Backlink]) -> Mentions:
    more = found[OPEN:]
    return Mentions(tuple(found[:OPEN]), tuple(more), sheet.words.count("mentions.more", len(more)) if more else "")


def _sentences(body: str) -> Iterator[tuple[str, str]]:
    """What each link of a note names, with the sentence around it."""
    for paragraph in _PARAGRAPH.split(body):
        for sentence in _SENTENCE.split(paragraph.strip()):
            yield from ((found[1].strip(), sentence) for found in WIKI.finditer(sentence))


def _unmarked(sheet: Sheet, page: Target, sentence: str) -> str:
    """A sentence of a note as one reads it: links by their labels, citations by their words."""
    targets = dict(sheet.catalogue.authored[page].targets)

    def label(link: re.Match[str]) -> str:
        name = link[1].strip()
        target = targets.get(name)
        shown = sheet.thing(target).label if target and target[1] == name else name
        return (link[2] or shown).strip()

    text = CITE.sub(lambda cited: f"“{cited[2]}”", WIKI.sub(label, sentence))
    return plain(_MARKS.sub("", text))
