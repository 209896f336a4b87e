"""Event mentions: frames laid over the clauses and nouns of each sentence; what no frame knows is no event."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

from briefgen.extract.events import (
    extent,
    figurative,
    noun_roles,
    noun_standing,
    noun_times,
    phases,
    places,
    roles,
    senses,
    standing,
    times,
    told,
)
from briefgen.extract.events.accidents import is_disaster
from briefgen.extract.events.demands import demands, saying_of
from briefgen.extract.events.frames import Frame, frames
from briefgen.extract.events.made import Draft, made
from briefgen.extract.events.match import event_noun, fits_clause, fits_noun
from briefgen.extract.events.sentence import Desk
from briefgen.extract.events.sport import is_sport
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import EventMention, Mention, TimeExpression
from briefgen.model.syntax import Clause, Phrase
from briefgen.sockets import Rule

# A noun alone in these places tells an event that took place.
_AFTER = frozenset("after following since during amid despite before over".split())
_HAPPENING = frozenset("""
    occur happen begin start follow come erupt continue end last resume lead kill cause leave mark prompt trigger
    spark condemn
    """.split())  # fmt: skip
# Verbs that leave the telling to their noun: "held talks", "made a landing".
_LIGHT = frozenset(
    "hold make take have give go come wage carry conduct stage do mount pay perform deliver issue undertake".split()
)
_EMPTY = frozenset("hold make stage go".split())
UNSUPPORTED = 0.7
# What is still to come when it is announced or called.
_CALLED = frozenset({"PROTEST", "CONSULT"})
# What comes out of talks, if anything does.
_SETTLED = frozenset({"YIELD", "RETREAT", "AGREE", "COOPERATE", "AID"})

Value = TypeVar("Value", Mention, TimeExpression)


def find(analysis: Analysis) -> Iterator[EventMention]:
    """Every event that a frame recognises in the body."""
    lemmas = list(chain.from_iterable([row.lemmas for row in analysis.columns]))
    sport, disaster = is_sport(analysis, frozenset(lemmas)), is_disaster(analysis, lemmas)
    mentioned = [mention.start for mention in analysis.mentions]
    timed = [time.start for time in analysis.times]
    for number, (tokens, parse) in enumerate(zip(analysis.sentences, analysis.parses, strict=False)):
        if parse.clauses or parse.phrases:
            mentions = _within(tokens, analysis.mentions, mentioned)
            times = _within(tokens, analysis.times, timed)
            yield from in_sentence(Desk(analysis, number, mentions, times, sport=sport, disaster=disaster))


def _within(tokens: Sequence[Token], values: Sequence[Value], starts: Sequence[int]) -> Sequence[tuple[int, Value]]:
    """The values that begin in a sentence, with their indexes; all are in order of the text, as their ``starts``."""
    low = bisect_left(starts, tokens[0].start)
    high = bisect_left(starts, tokens[-1].end, low)
    return list(enumerate(values[low:high], low)) if low < high else ()


def in_sentence(desk: Desk) -> Iterator[EventMention]:
    """The events of one sentence: of its verbs, of what is demanded in it, of its nouns."""
    table, lemmas = frames(), desk.lemmas
    taken: set[int] = set()
    for number, clause in enumerate(desk.parse.clauses):
        going = phases.noun_of(desk, clause) if clause.lemma in phases.VERBS else None
        if going is not None:
            taken.add(going.head)
            yield made(desk, phases.of_clause(desk, number, going))
            continue
        known = table.verbs.get(clause.lemma)
        asked = table.asked.get(clause.lemma)
        if known is None or (asked is not None and lemmas.isdisjoint(asked)) or _is_joined(desk, clause):
            continue
        for frame in known:
            if fits_clause(desk, number, frame):
                noun = event_noun(desk, clause, frame) if frame.objects else None
                if noun is not None:
                    taken.add(noun.head)
                yield _verb_event(desk, number, clause, frame, noun)
                break
    yield from demands(desk)
    if table.nouns.keys().isdisjoint(lemmas):
        return
    for phrase in desk.parse.phrases:
        known = table.nouns.get(desk.lemma(phrase.head))
        if known is not None and phrase.head not in taken and desk.tokens[phrase.head].tag == "NOUN":
            for frame in known:
                if fits_noun(desk, phrase, frame):
                    event = _noun_event(desk, phrase, frame)
                    if event is not None:
                        yield event
                    break


def _is_joined(desk: Desk, clause: Clause) -> bool:
    """Whether the verb is part of a compound: "award -nominated", "search and rescue teams"."""
    verb = clause.verb
    return verb > 0 and (desk.tokens[verb - 1].norm in {"-", "–"} or (verb > 1 and desk.lemma(verb - 2) == "search"))


def _verb_event(desk: Desk, number: int, clause: Clause, frame: Frame, noun: Phrase | None) -> EventMention:
    agent, patient, sure = roles.of_clause(desk, clause, frame)
    factors = told.of_clause(desk, clause, frame, agent, patient)
    status, weights = standing.of_clause(desk, clause)
    time = (noun_times.in_noun(desk, clause, noun) if noun is not None else None) or times.of_clause(desk, number)
    if status == "actual" and times.is_ahead(desk, time):
        status, weights = "planned", standing.still_ahead(weights)
    kind, doubts = senses.of_clause(desk, number, frame, status, agent.mentions)
    weights = [*weights, *doubts]
    agents, spoken = () if kind == "OTHER" != frame.type else agent.mentions, False
    if frame.mood == "refused" and clause.marker not in standing.CONDITIONS:
        saying = saying_of(desk, number, clause)
        status, weights = "actual", [w for w in weights if w[0] == "in person" and saying is None]
        if saying is not None:
            speakers = roles.role(desk, [desk.parse.clauses[saying].subject]).mentions
            agents, spoken = tuple(dict.fromkeys([*speakers, *agents])), bool(speakers)
    light = clause.lemma in (_EMPTY if frame.type == "OTHER" else _LIGHT)
    word = noun.head if noun is not None and light else clause.verb
    lemma = clause.lemma if noun is None else f"{clause.lemma} {desk.lemma(noun.head)}"
    draft = Draft(
        extent=extent.of_clause(desk, number, clause.start, clause.end),
        trigger=(word, word),
        type=kind,
        lemma=lemma,
        rule=frame.name,
        status=status,
        agents=agents,
        patients=patient.mentions,
        slots=(*clause.slots, *(desk.slots_after(noun.head) if noun is not None else ())),
        time=time,
        factors=(("frame", frame.score), *factors, *weights),
        roles=sure if agents or patient.mentions else (),
        counted=told.counts_people(desk, (*clause.subject, *clause.objects)),
        spoken=spoken,
    )
    return made(desk, draft)


def _noun_event(desk: Desk, phrase: Phrase, frame: Frame) -> EventMention | None:
    following = desk.tokens[phrase.head + 1] if phrase.head + 1 < len(desk.tokens) else None
    if following is not None and following.form in {"VBG", "NN", "NNS"}:
        return None  # "election meddling"
    number = desk.clause_at(phrase.head)
    clause = desk.parse.clauses[number] if number is not None else None
    agent, patient, sure = noun_roles.of_noun(desk, phrase, frame, clause)
    factors = told.of_noun(frame, agent, patient)
    hit = noun_times.of_noun(desk, phrase, number)
    dated = hit is not None and hit[1] == "time in phrase"
    slots = tuple(desk.slots_after(phrase.head))
    if not agent.mentions and not patient.mentions and not dated and not places.locations(desk, slots, ()):
        return None
    status, weights = noun_standing.of_noun(desk, phrase, number)
    announced = frame.type in _CALLED and noun_standing.is_called(desk, phrase)
    announced = announced or (frame.type in _SETTLED and noun_standing.is_discussed(desk, phrase))
    if status == "actual" and (announced or times.is_ahead(desk, hit)):
        status, weights = "planned", [("planned", standing.UNREALISED)]
    if frame.type == "ASSAULT" and figurative.of_noun(desk, phrase):
        return None
    if not _told(desk, phrase, clause, hit):
        weights.append(("bare noun", UNSUPPORTED))
    if clause is None or number is None or not _is_main(desk, phrase, clause):
        stretch = extent.of_noun(desk, phrase)
    else:
        stretch = extent.of_clause(desk, number, clause.start, max(clause.end, phrase.end))
    draft = Draft(
        extent=stretch,
        trigger=(phrase.head, phrase.head),
        type=frame.type,
        lemma=desk.lemma(phrase.head),
        rule=frame.name,
        status=status,
        agents=agent.mentions,
        patients=patient.mentions,
        slots=slots,
        time=hit,
        factors=(("frame", frame.score), *factors, *weights),
        roles=sure if agent.mentions or patient.mentions else (),
    )
    return made(desk, draft)


def _is_main(desk: Desk, phrase: Phrase, clause: Clause) -> bool:
    """Whether the clause tells this event and no other: "the strike spread", "held talks"; not "fears a strike"."""
    if any(p.head == phrase.head for p in clause.subject):
        return True
    leaving = clause.lemma in _LIGHT or clause.lemma in _HAPPENING
    return leaving and any(p.head == phrase.head for p in clause.objects)


def _told(desk: Desk, phrase: Phrase, clause: Clause | None, hit: times.Hit | None) -> bool:
    """Whether the phrase speaks of one thing that took place: by article or owner, by its date, by what it does."""
    first = desk.tokens[phrase.start]
    if (hit is not None and hit[1] == "time in phrase") or phrase.owner is not None or first.form == "PRP$":
        return True
    if first.norm.lower() in {"the", "this"} and desk.tokens[phrase.head].form == "NN":
        return True
    if any(s.preposition in _AFTER and s.phrases[0].head == phrase.head for s in desk.parse.slots):
        return True
    return clause is not None and clause.lemma in _HAPPENING and any(p.head == phrase.head for p in clause.subject)


RULE = Rule("events", "events", find)
