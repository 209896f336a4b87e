"""Every line of the lexicon of attribution: a sentence that its frames must read, and one that the others must not."""

from collections.abc import Iterator

from briefgen.extract import lay_out
from briefgen.extract.rules.statements import RULE
from briefgen.extract.statements.lexicon import Verb, lexicon
from tests.extract.statements_article import document

SENTENCES = {
    "quote": 'The ministers will {} : "The road is closed today."',
    "that": "The ministers will {} that the road is closed.",
    "wh": "The ministers will {} whether the road is closed.",
    "to": "The ministers will {} to close the road.",
    "ask": "The ministers will {} drivers to leave the road.",
    "address": "The ministers will {} drivers that the road is closed.",
    "as": "The ministers will {} the road as a trap.",
    "call": "The ministers will {} the road a trap.",
    "gerund": "The ministers will {} closing the road.",
    "thing": "The ministers will {} the road.",
}
READ_BY = {"quote": "colon", "address": "indirect: that"}
EXCLUSIVE = ("that", "wh", "to", "ask")


def lines() -> Iterator[tuple[str, Verb]]:
    for lemma, verb in lexicon().verbs.items():
        if verb.frames:
            yield lemma, verb
        for particle, longer in verb.particles:
            yield " ".join((lemma, *particle)), longer


def rules(words: str, frame: str) -> set[str]:
    """The rules that read the frame's sentence by this cue."""
    text = SENTENCES[frame].format(words)
    start = text.index("will")
    return {found.rule for found in RULE.find(lay_out(document(text))) if found.cue and found.cue.start == start}


def test_every_frame_of_every_line_reads_its_sentence() -> None:
    deaf = [
        (words, frame)
        for words, verb in lines()
        for frame in verb.frames
        if READ_BY.get(frame, f"indirect: {frame}") not in rules(words, frame)
    ]
    assert deaf == []


def test_no_line_reads_a_frame_that_it_does_not_have() -> None:
    greedy = [
        (words, frame)
        for words, verb in lines()
        for frame in EXCLUSIVE
        if frame not in verb.frames and "address" not in verb.frames and f"indirect: {frame}" in rules(words, frame)
    ]
    assert greedy == []
