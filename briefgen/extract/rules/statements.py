"""Statements: what the article says that somebody said, with the speaker where the text names one.

Direct, mixed and indirect speech after PARC 3 and PolNeAR (Pareti, 2016; Newell, Margolin and Ruths, 2018): source,
cue, content.  The factors of a score are the cue's, the path's to the speaker, and the speaker's own.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.extract.statements.quotes import leftover, passage_of, subject_of_sentence
from briefgen.extract.statements.reading import Reading
from briefgen.extract.statements.readings import readings
from briefgen.extract.statements.speakers import NOBODY, PERSONAL, Speaker, Speakers
from briefgen.extract.statements.text import Text
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Statement
from briefgen.sockets import Rule

SHOWN = 0.6  # statements below it stand on no page
LEAST_SURE = 0.7  # below it the speaker stays unknown: a wrong one is worse than none
UNSURE = 0.8
NOT_NAMED = 0.6  # of words without marks that nobody at all is named to have said
AGAIN = 0.6
LONGEST_MARK = 2  # a closing quotation mark, which one of two may have at its end
PART = ("part of another", AGAIN)
NESTED = ("told by another", 0.7)  # what is not said but ordered, found or believed, and that only as another tells it
TELLING = frozenset("say tell claim add announce argue assert complain confirm deny insist promise report warn".split())
CLAUSES = frozenset({"indirect: that", "indirect: wh", "cue after clause", "cue before quotation", "colon"})


def find(analysis: Analysis) -> Iterator[Statement]:
    """All statements of an article."""
    text = Text(analysis)
    speakers = Speakers(text)
    found: list[tuple[Reading, Speaker]] = []
    before, place = NOBODY, -1
    for number in text.cues:
        passage = analysis.document.sentences[number].passage
        if passage > place + 1:
            before = NOBODY
        for reading in readings(text, number):
            speaker = speakers.apart_from(reading.content, speakers.of(reading.subject, before), before)
            if speaker.path == "pronoun" and speaker.mention is None:
                speaker = _from_sentence_before(text, speakers, reading, speaker)
            found.append((reading, speaker))
            if speaker.span is not None and reading.score >= 0.8:
                before, place = speaker, passage
    found.extend(list(leftover(text, speakers, found)))
    made = [statement(text, speakers, reading, speaker) for reading, speaker in found if _is_full(reading)]
    made.sort(key=lambda s: (s.start, -s.end))
    around: list[Statement] = []
    for each in made:
        around = [outer for outer in around if outer.end > each.start]
        factor = next((f for outer in around if (f := _told_inside(text, outer, each))), None)
        yield replace(each, score=round(each.score * factor[1], 2), factors=(*each.factors, factor)) if factor else each
        around.append(each)


def _is_full(reading: Reading) -> bool:
    return reading.content[0] < reading.content[1]


def _told_inside(text: Text, outer: Statement, inner: Statement) -> tuple[str, float] | None:
    """What lowers a statement that stands inside another one; None where nothing does."""
    if _tells_again(outer, inner, text.analysis):
        return PART
    if inner.direct or inner.cue is None or inner.end > outer.end or outer.score < SHOWN or outer.direct:
        return None
    first, end = text.range_of(inner.cue.start, inner.cue.end)
    inside = outer.start <= inner.cue.start and inner.cue.end <= outer.end
    telling = inner.rule in CLAUSES and any(text.lemmas[i] in TELLING for i in range(first, end))
    quoted = any(text.quote_at[i] >= 0 for i in range(*text.range_of(inner.start, inner.end)))
    return NESTED if inside and not telling and not quoted else None


def _tells_again(outer: Statement, inner: Statement, analysis: Analysis) -> bool:
    """Whether the inner statement is but a part of the outer one, by the same speaker: one is enough to show."""
    if (
        inner.direct
        or inner.end > outer.end + LONGEST_MARK
        or outer.score < SHOWN
        or (inner.end, inner.start) == (outer.end, outer.start)
    ):
        return False
    one, other = outer.speaker, inner.speaker
    if one is None or other is None:
        return one is other and inner.speaker_span == outer.speaker_span
    return analysis.mentions[one].chain == analysis.mentions[other].chain


def _from_sentence_before(text: Text, speakers: Speakers, reading: Reading, speaker: Speaker) -> Speaker:
    """For "he" or "she" the subject of the sentence before in the same paragraph, if that is a person."""
    subject = reading.subject
    low, _ = text.sentence(reading.cue[0])
    if subject is None or low == 0 or text.tokens[subject.head].norm.lower() not in PERSONAL:
        return speaker
    if passage_of(text, low) != passage_of(text, low - 1):
        return speaker
    named = subject_of_sentence(text, speakers, low - 1)
    if named.mention is None or speakers.mentions[named.mention].type != "person":
        return speaker
    return speakers.apart_from(reading.content, Speaker(named.mention, speaker.span, 0.8, "pronoun"), NOBODY)


def statement(text: Text, speakers: Speakers, reading: Reading, speaker: Speaker) -> Statement:
    """The value of a reading."""
    span = text.span(*reading.content)
    known = speaker.factor >= LEAST_SURE
    carrier = speakers.of(reading.messenger).mention
    factors = (("cue", round(reading.score, 2)), (f"speaker {speaker.path}", round(speaker.factor, 2)))
    trust = speaker.factor if known or speaker.path == "writer" else UNSURE
    if speaker.span is None and not reading.direct:
        trust = NOT_NAMED
    return Statement(
        span.start,
        span.end,
        text.document.text[span.start : span.end],
        reading.direct,
        speaker.mention if known else None,
        speaker.span,
        text.span(*reading.cue) if reading.cue[0] < reading.cue[1] else None,
        () if carrier is None else (carrier,),
        reading.rule,
        round(reading.score * trust, 2),
        factors,
    )


RULE = Rule("statements", "statements", find)
