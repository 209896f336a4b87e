"""Quotations that no cue in their own sentence claims: continued, introduced, signed, or under some other verb."""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.extract.statements.holders import FINITE
from briefgen.extract.statements.lexicon import lexicon
from briefgen.extract.statements.reading import Reading
from briefgen.extract.statements.speakers import NOBODY, Speaker, Speakers
from briefgen.extract.statements.subjects import DASHES, NO_VERB, Subject, group_start, subject_of
from briefgen.extract.statements.text import REACH, Text, is_title

Found = tuple[Reading, Speaker]
Spoken = tuple[tuple[int, int], Speaker]
"""The tokens of a quotation and who spoke it."""
FEWEST_WORDS = 3
TELLING = frozenset("say recount note tell add write recall".split())
DOUBTFUL = 0.5
LONGEST_HEADING = 8
STOPS = frozenset({".", "?", "!", ",", "...", ";"})


class Place(Struct, frozen=True, gc=False):
    """A quotation with where it stands: tokens, sentence and paragraph of its first token."""

    number: int
    first: int
    end: int
    low: int
    high: int
    passage: int


def leftover(text: Text, speakers: Speakers, found: Sequence[Found]) -> Iterator[Found]:
    """Statements for what the cues left over, in the order of the text."""
    taken = list(turns(text, speakers))
    yield from taken
    claimed = {number for reading, _ in (*found, *taken) for number in text.quote_at[slice(*reading.content)]}
    spoken = sorted(((r.content, s) for r, s in found if r.direct), key=_place_of)
    openers = {reading.content[0]: (reading, speaker) for reading, speaker in found if reading.opens}
    for reading, speaker in openers.values():
        yield from _block(text, reading, speaker, claimed)
    for number, (first, end) in enumerate(text.quotes):
        if number in claimed or first >= end:
            continue
        place = _place(text, number)
        opener = openers.get(place.low)
        if opener is not None:
            cue = opener[0].cue
            result: Found | None = (replace(_reading(place), rule="introduced by colon", cue=cue), opener[1])
        else:
            result = _attribute(text, speakers, place, spoken)
        if result is not None and result[1] is NOBODY and _tells_of_speech(text, place):
            result = replace(result[0], score=DOUBTFUL), NOBODY
        if result is not None:
            insort(spoken, (result[0].content, result[1]), key=_place_of)
            yield result


def _tells_of_speech(text: Text, place: Place) -> bool:
    """Whether words in marks tell who says something, so that they may stand between two quotations."""
    return any(text.lemmas[i] in TELLING for i in range(place.first, place.end))


def _place_of(item: Spoken) -> tuple[int, int]:
    return item[0]


def _reading(place: Place) -> Reading:
    return Reading("quotation", 0.9, (0, 0), (place.first, place.end), None, direct=True)


def turns(text: Text, speakers: Speakers) -> Iterator[Found]:
    """A transcript: two paragraphs or more that begin with a name and a colon; the rest of each is what was said."""
    openings: list[tuple[int, int]] = []
    previous = -1
    for number, (low, high) in enumerate(text.bounds):
        passage = text.document.sentences[number].passage
        if passage != previous:
            opening = _turn(text, low, high)
            if opening:
                openings.append((low, opening))
        previous = passage
    for low, colon in openings if len(openings) > 1 else ():
        first = low + text.is_mark(low)
        end = colon
        while end < len(text.tokens) and passage_of(text, end) == passage_of(text, low):
            _, end = text.sentence(end)
        subject = Subject(first, colon - 1, colon, "turn", 0.95)
        yield Reading("turn of a transcript", 0.9, (colon, colon + 1), (colon + 1, end), subject), speakers.of(subject)


def _turn(text: Text, low: int, high: int) -> int | None:
    """The colon behind the name that opens a paragraph, None where none does."""
    i = low + text.is_mark(low)
    first = i
    while i < min(high - 1, first + 5) and text.tags[i] == "PROPN":
        i += 1
    return i if first < i < high - 1 and text.lemmas[i] == ":" else None


def _place(text: Text, number: int) -> Place:
    first, end = text.quotes[number]
    low, high = text.sentence(first)
    return Place(number, first, end, low, high, passage_of(text, first))


def passage_of(text: Text, i: int) -> int:
    """The number of the paragraph that holds token ``i``."""

    sentence = bisect_right(text.lows, i) - 1
    return text.document.sentences[sentence].passage


def _attribute(text: Text, speakers: Speakers, place: Place, spoken: Sequence[Spoken]) -> Found | None:
    words = sum(text.tags[i] != "PUNCT" for i in range(place.first, place.end))
    reading = _reading(place)
    signer = _signature(text, speakers, place)
    if signer is not None:
        return replace(reading, rule="signed"), signer
    if _is_heading(text, place):
        return None
    if all(text.tags[i] == "PUNCT" for i in range(place.low, place.first)):
        return _continued(text, speakers, place, spoken, reading) if words >= FEWEST_WORDS else None
    if words < FEWEST_WORDS or is_title(text, place.first, place.end):
        return None
    return _governed(text, speakers, place, reading)


def _is_heading(text: Text, place: Place) -> bool:
    """Whether a few words in marks without a stop are a paragraph of their own: a sub-heading, no speech."""
    alone = place.end - place.first <= LONGEST_HEADING and text.lemmas[place.end - 1] not in STOPS
    begins = place.low == 0 or passage_of(text, place.low - 1) != place.passage
    after = place.end
    while after < len(text.tokens) and text.is_mark(after):
        after += 1
    ends = after == len(text.tokens) or passage_of(text, after) != place.passage
    return alone and begins and ends and place.first - place.low < 2


def _signature(text: Text, speakers: Speakers, place: Place) -> Speaker | None:
    """ "…" - Ann Lee, the minister"""
    _, high = text.sentence(place.end - 1)
    i = place.end
    while i < high and text.is_mark(i):
        i += 1
    if i == high < len(text.tokens) and passage_of(text, i) == place.passage:
        _, high = text.sentence(i)
    if i >= high - 1 or text.lemmas[i] not in DASHES or text.forms[i + 1] != "NNP":
        return None
    end = text.phrase_end(i + 1, high)
    return speakers.of(Subject(i + 1, end - 1, end, "signed", 0.9)) if end > i + 1 else None


def _continued(
    text: Text,
    speakers: Speakers,
    place: Place,
    spoken: Sequence[Spoken],
    reading: Reading,
) -> Found:
    """A quotation that begins its sentence: the speaker goes on, or is named by the next or the previous sentence."""
    at = bisect_right(spoken, (place.first, place.first), key=_place_of)
    last = spoken[at - 1] if at else None
    later = spoken[at] if at < len(spoken) else None
    if last and passage_of(text, last[0][0]) == place.passage:
        return replace(reading, rule="quotation goes on", score=0.9), last[1]
    if later and passage_of(text, later[0][0]) == place.passage and later[1].span is not None:
        return replace(reading, rule="quotation before its cue", score=0.85), later[1]
    if place.low > 0 and passage_of(text, place.low - 1) == place.passage:
        named = subject_of_sentence(text, speakers, place.low - 1)
        known = named.mention is not None
        return (
            (replace(reading, rule="speaker in the sentence before", score=0.7), named) if known else (reading, NOBODY)
        )
    return _over_paragraphs(text, place, last, later, reading)


def _over_paragraphs(text: Text, place: Place, last: Spoken | None, later: Spoken | None, reading: Reading) -> Found:
    """A paragraph's quotation that runs on into the next one, or goes on from the one before."""
    if later and passage_of(text, later[0][0]) == place.passage + 1 and _is_open(text, place):
        return replace(reading, rule="quotation over paragraphs", score=0.85), later[1]
    if last and passage_of(text, last[0][1] - 1) == place.passage - 1 and _endspassage_of(text, last[0][1]):
        return replace(reading, rule="quotation over paragraphs", score=0.8), last[1]
    return reading, NOBODY


def _is_open(text: Text, place: Place) -> bool:
    """Whether no mark closes a quotation: it runs on in the next paragraph."""
    i = place.end
    return i >= len(text.tokens) or not text.is_mark(i) or passage_of(text, i) != place.passage


def _endspassage_of(text: Text, end: int) -> bool:
    """Whether a quotation or its cue is the last of its paragraph: no further sentence follows."""
    _, high = text.sentence(end - 1)
    return high >= len(text.tokens) or passage_of(text, high) != passage_of(text, end - 1)


def subject_of_sentence(text: Text, speakers: Speakers, i: int) -> Speaker:
    """Who is the subject of the first finite verb in the sentence of token ``i``."""
    low, high = text.sentence(i)
    for j in range(low, high):
        if text.forms[j] in FINITE and text.tags[j] in {"VERB", "AUX"} and text.quote_at[j] < 0:
            return speakers.of(subject_of(text, j, low))
    return NOBODY


def _governed(text: Text, speakers: Speakers, place: Place, reading: Reading) -> Found | None:
    """Words quoted inside a sentence of the writer's: the subject of the verb they hang on."""
    low = max(place.low, place.first - REACH)
    behind_colon = place.first - 2 >= low and text.lemmas[place.first - 2] == ":"
    order = range(low, place.first) if behind_colon else range(place.first - 1, low - 1, -1)
    for i in order:
        if behind_colon and "quote" not in lexicon().verbs.get(text.lemmas[i], NO_VERB).frames:
            continue  # "Ann Lee says that in May the town is full: "…": whoever says so says that, too
        if text.tags[i] == "VERB" and text.quote_at[i] < 0:
            start = group_start(text, i, place.low)
            passive = text.forms[i] == "VBN" and (start == i or any(text.lemmas[j] == "be" for j in range(start, i)))
            subject = None if passive else subject_of(text, i, place.low)
            speaker = speakers.of(subject) if subject is not None else NOBODY
            speaks = text.lemmas[i] in lexicon().verbs
            speaker = speaker if speaks else NOBODY  # "only if the flat is "registered," …": whose words is not told
            score = 0.85 if behind_colon else DOUBTFUL if not speaks and _is_modifier(text, place) else 0.65
            return replace(reading, rule="quoted under another verb", score=score, cue=(start, i + 1)), speaker
    return reading, NOBODY


def _is_modifier(text: Text, place: Place) -> bool:
    """ "her "girl next door" charm": words in marks that only stand before a noun."""
    i = place.end + 1
    plain = not any(text.forms[j] in FINITE for j in range(place.first, place.end))
    return plain and i < place.high and text.is_mark(i - 1) and text.forms[i] in {"NN", "NNS"}


def _block(text: Text, reading: Reading, speaker: Speaker, claimed: set[int]) -> Iterator[Found]:
    """ "She added:" at a paragraph's end, and the next paragraph, without marks, is what she added."""
    first = reading.content[0]
    if first >= len(text.tokens) or text.is_mark(first) or text.quote_at[first] >= 0:
        return
    if passage_of(text, first) == passage_of(text, first - 1):
        return
    passage = passage_of(text, first)
    end = first
    while end < len(text.tokens) and passage_of(text, end) == passage:
        _, end = text.sentence(end)
    claimed.update(text.quote_at[i] for i in range(first, end))
    yield replace(reading, rule="paragraph after a colon", score=0.75, content=(first, end), opens=False), speaker
