"""When a statement was made: the time that hangs on its own cue ("said on Thursday"), never that of what is told."""

import re

from briefgen.model import dates
from briefgen.model.annotation import Statement, TimeExpression
from briefgen.model.knowledge import Article
from briefgen.model.regex import regex

# What may stand between a cue and its time: "told a rally in Oslo on Thursday"; no further verb, no clause.
BETWEEN = regex(
    r"\s*(?:(?!(?:after|before|since|until|till|from|of|for|about|over|who|which|that|and|but|as|when|because|\w+ed|\w+ing)\b)"
    r"[\w'’-]+\s+){0,6}",
    re.IGNORECASE,
)


def said_when(article: Article, statement: Statement, published: str | None) -> str | None:
    """The EDTF day of a statement, None where its cue has no time or the time cannot be known."""
    time = _time_of_cue(article, statement)
    if time is None:
        return None
    date = dates.resolve(time.anchor, published) if time.anchor and published else time.edtf
    return date if date and dates.is_valid(date) else None


def _time_of_cue(article: Article, statement: Statement) -> TimeExpression | None:
    """The time behind a cue, or behind the speaker whom it stands before, or right before it; not in what is said."""
    cue, text, speaker = statement.cue, article.document.text, statement.speaker_span
    if cue is None:
        return None
    end = speaker.end if speaker and cue.end <= speaker.start <= cue.end + 1 else cue.end
    for time in article.extraction.times:
        if time.type not in ("DATE", "TIME") or (statement.start <= time.start < statement.end):
            continue
        behind = end <= time.start and BETWEEN.fullmatch(text, end, time.start) is not None
        if behind or (time.end <= cue.start and not text[time.end : cue.start].strip()):
            return time
    return None
