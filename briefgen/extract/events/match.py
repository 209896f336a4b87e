"""Whether a frame fits a clause or a noun phrase."""

# ruff: noqa: PLR0911, PLR0912 (decision lists: one return a rule)

from functools import cache

from briefgen.extract.events.frames import Frame
from briefgen.extract.events.roles import PARTITIVES
from briefgen.extract.events.sentence import OFFICES, Desk
from briefgen.extract.syntax.chunks import TIME_NOUNS
from briefgen.model.syntax import Clause, Phrase

_CALLING = frozenset({"call", "appeal", "protest", "speak", "talk"})
# "a mediation effort" is mediation.
_EMPTY_HEADS = frozenset(
    "effort bid attempt mission process round session drive campaign operation meeting move".split()
)
_WRECKED = frozenset({"sink", "capsize", "crash", "overturn"})
_DOERS = frozenset("group team ring gang squad unit network firm outfit crew collective syndicate".split())
_UPSETTING = frozenset({"sink", "overturn", "derail", "capsize"})
_GAP = 4
_KNOWN = frozenset("the this that these those".split())
_DECLINING = frozenset({"refuse", "decline"})
_TELLING = frozenset(
    """
    comment say name elaborate disclose speculate identify discuss answer reveal confirm specify respond explain
    describe detail predict provide
    """.split()
)
_REFUSING = frozenset({"will", "would", "can", "could", "shall"})


def fits_clause(desk: Desk, number: int, frame: Frame) -> bool:
    """Whether the frame fits the clause, whose verb has the frame's lemma."""
    for words in frame.asks:
        if desk.lemmas.isdisjoint(words):
            return False
    clause = desk.parse.clauses[number]
    if _is_noun(desk, clause) or (frame.by and not _is_by(desk, clause, frame)):
        return False
    if (clause.passive and _is_intransitive(frame)) or (frame.mood == "refused" and not _is_refusal(desk, clause)):
        return False  # "was pulled out alive", "does not refuse"
    if frame.particle:
        if clause.particle != frame.particle and not _next_preposition(desk, clause, frame.particle):
            return False
    elif clause.particle and not frame.objects and not _is_at_sea(clause, frame):
        return False
    if clause.lemma == "call" and not clause.particle and _only_names(desk, clause, frame):
        return False
    if (clause.lemma in _DECLINING and _keeps_silent(desk, number)) or (clause.objects and _takes_none(clause, frame)):
        return False
    if frame.objects and not _has_object(desk, clause, frame):
        return False
    if frame.prep and not frame.objects and not _has_slot(desk, clause, frame):
        return False
    if frame.bare and not (clause.objects or clause.slots or frame.then) and _governs_gerund(desk, number):
        return False
    if frame.then and not _followed(desk, number, frame):
        return False
    if not (frame.bare or frame.objects or clause.objects or (clause.passive and clause.subject)):
        return False
    return not (frame.blockers and _is_blocked(desk, clause, frame.blockers))


def _is_noun(desk: Desk, clause: Clause) -> bool:
    """Whether an adjective, article or preposition makes a noun of it: "a week of early voting", "a hacking group"."""
    following = desk.tokens[clause.verb + 1] if clause.verb + 1 < len(desk.tokens) else None
    if clause.verb and following is not None and following.lemma in _DOERS and desk.tokens[clause.verb].form == "VBG":
        return desk.tokens[clause.verb - 1].form in {"JJ", "DT", "NN", "NNP", "POS", "PRP$"}
    if clause.lemma != "vote" or not clause.verb:
        return False
    return desk.tokens[clause.verb].form == "VBG" and desk.tokens[clause.verb - 1].form in {"JJ", "DT", "IN"}


def _is_blocked(desk: Desk, clause: Clause, blockers: frozenset[str]) -> bool:
    """Whether a word or kind stands beside the verb with which it means something else."""
    if blockers & _surroundings(desk, clause):
        return True
    if not _types(blockers) and "@number" not in blockers:
        return False
    near = [*clause.objects, *(p for s in clause.slots for p in s.phrases)]
    return any(_is_kind(desk, p, blockers) for p in near)


def _takes_none(clause: Clause, frame: Frame) -> bool:
    """Whether the verb means something else with an object: "pulled out a child", "demonstrated its strength".

    A ship sinks; who sinks another's, overturns a ruling or derails talks suffers nothing.
    """
    if clause.lemma in _UPSETTING:
        return frame.patient == ("subject",) and not (clause.passive or clause.particle)
    return clause.lemma == "demonstrate" or (bool(frame.particle) and _is_intransitive(frame))


def _is_at_sea(clause: Clause, frame: Frame) -> bool:
    """Whether "off" tells where: "sank off the old town", not "cut off the old town"."""
    wrecked = clause.lemma in _WRECKED and frame.patient == ("subject",)
    return clause.particle == "off" and wrecked and bool(clause.objects)


def _is_intransitive(frame: Frame) -> bool:
    """Whether nothing can be the object of the frame's verb."""
    asks = frame.objects or frame.prep or frame.then or frame.mood
    return frame.bare and not asks and frame.agent[0] == "subject" and "object" not in frame.patient


def _keeps_silent(desk: Desk, number: int) -> bool:
    """ "declined to comment", "refused to name the firm": an answer to the press, no event."""
    return any(c.parent == number and c.link == "to" and c.lemma in _TELLING for c in desk.parse.clauses)


def _is_naming(desk: Desk, clause: Clause) -> bool:
    """Whether a name or judgement follows the object of "call": a second object, an adjective, a quotation."""
    if len(clause.objects) > 1 or (clause.predicate and clause.objects):
        return True
    if not clause.objects or clause.passive:
        return False
    if desk.tokens[clause.verb + 1].norm == '"':  # "what he called "one of the largest efforts""
        return True
    if len(clause.subject) == 1 and clause.objects[0].start == clause.verb + 1:  # "a firm called Sawari Ventures"
        subject = clause.subject[0]
        who = desk.at_head(subject)
        named = desk.tokens[clause.objects[0].head].tag == "PROPN" and desk.tokens[subject.head].tag == "NOUN"
        holder = desk.lemma(subject.head) in OFFICES
        if named and not holder and subject.end == clause.verb and (who is None or who[1].type != "person"):
            return True
    end = clause.objects[-1].end
    following = desk.tokens[end] if end < len(desk.tokens) else None
    if following is None:
        return False
    return following.norm in {'"', "'"} or following.form.startswith("JJ") or following.lemma == "a"


def _only_names(desk: Desk, clause: Clause, frame: Frame) -> bool:
    """Whether "call" says what a thing is: "called it a sham", "called the protests in the port a wave"."""
    known = frame.type == "PROTEST" and _is_known(desk, clause)
    return known or (_is_naming(desk, clause) and not _names(desk, clause, frame))


def _is_known(desk: Desk, clause: Clause) -> bool:
    """Whether the object has been spoken of: nobody calls "the protests" into being."""
    return not clause.passive and any(desk.tokens[p.start].norm.lower() in _KNOWN for p in clause.objects[:1])


def _names(desk: Desk, clause: Clause, frame: Frame) -> bool:
    """Whether the name or judgement itself is what the frame asks for: "called the plan a disgrace"."""
    second = desk.lemma(clause.objects[-1].head) if len(clause.objects) > 1 else ""
    return clause.predicate in frame.objects or second in frame.objects


def _is_refusal(desk: Desk, clause: Clause) -> bool:
    """ "will not leave", "does not recognise"; not "is not leaving", "did not leave", "Mr Berg, don't leave"."""
    told = desk.tokens[max(0, clause.verb - 2)].norm.lower() == "do"
    if told and any(desk.tokens[p.head].form in {"NN", "NNP"} for p in clause.subject):
        return False
    return (
        clause.negated
        and not (clause.progressive or clause.passive or clause.perfect)
        and (clause.modal in _REFUSING or not (clause.past or clause.modal))
    )


def _is_by(desk: Desk, clause: Clause, frame: Frame) -> bool:
    """Whether who or what does it is of the frame's lemmas or kinds; of a person, whether his office is."""
    phrases = (
        [p for s in clause.slots if s.preposition == "by" for p in s.phrases] if clause.passive else clause.subject
    )
    return any(
        desk.lemma(p.head) in frame.by or _is_kind(desk, p, frame.by) or _holds(desk, p, frame.by) for p in phrases
    )


def _holds(desk: Desk, phrase: Phrase, offices: frozenset[str]) -> bool:
    """Whether the phrase is a person whom the article calls by one of the offices: "President Berg", "Berg"."""
    found = desk.at_head(phrase)
    if found is None or found[1].type != "person":
        return False
    chain = found[1].chain
    return any(m.chain == chain and m.role and not offices.isdisjoint(m.role.split()) for m in desk.analysis.mentions)


def _has_slot(desk: Desk, clause: Clause, frame: Frame) -> bool:
    """Whether a preposition of the frame follows the verb itself, or its object where the frame has one, or a place."""
    hosts = {clause.verb, *(p.head for p in clause.objects)}
    if clause.lemma in _CALLING and "object" not in frame.patient and clause.objects:
        return False  # "called the mayor a model for others" calls for nothing
    inside = {p.head: slot.after for slot in clause.slots for p in slot.phrases}
    for slot in clause.slots:
        host = slot.after in hosts or (
            desk.tokens[slot.after].tag == "PROPN" and inside.get(slot.after, clause.verb) in hosts
        )  # not "spoke after talks in Rome with"
        # Of two with one preposition the time is the adjunct: "agreed on Friday on a pay rise".
        governed = slot.at > clause.verb and slot.preposition in frame.prep and host
        if governed and not _inside_name(desk, slot.at) and any(not p.temporal for p in slot.phrases):
            return True
    return False


def _inside_name(desk: Desk, token: int) -> bool:
    """Whether a preposition is a name's own: "the Justice for Miners Act"."""
    return any(mention.form == "name" for _, mention in desk.mentions_at(token))


def _governs_gerund(desk: Desk, number: int) -> bool:
    """ "quit smoking": what is quit is what follows."""
    return any(c.parent == number and c.link == "to" and c.form == "participle" for c in desk.parse.clauses)


def _next_preposition(desk: Desk, clause: Clause, particle: str) -> bool:
    following = [t.form for t in desk.tokens[clause.verb + 1 : clause.verb + 3]]
    if following[:1] == ["RB"] and desk.lemma(clause.verb + 1) == particle:
        return True  # "stepped aside"
    if particle == "in":  # "gave in to them"; not "gave a speech in Rome"
        return following[:1] == ["IN"] and desk.lemma(clause.verb + 1) == "in" and following[1:] in (["IN"], ["PUNCT"])
    return any(s.preposition == particle and s.at == clause.verb + 1 for s in clause.slots)


def event_noun(desk: Desk, clause: Clause, frame: Frame) -> Phrase | None:
    """The phrase that makes a verb of little meaning an event: "offensive" in "launched an offensive"."""
    if frame.prep and frame.particle == "":
        phrases = tuple(
            p for s in clause.slots if s.preposition in frame.prep and s.at > clause.verb for p in s.phrases
        )
    else:
        phrases = clause.subject if clause.passive else clause.objects
    if phrases and _is_kind(desk, phrases[0], frame.objects):
        return None
    for phrase in phrases:
        for candidate in (phrase, *_parts(desk, phrase)):
            head = desk.lemma(candidate.head)
            if head in frame.objects or (head in _EMPTY_HEADS and _modifiers(desk, candidate) & frame.objects):
                return candidate
    return None


def _modifiers(desk: Desk, phrase: Phrase) -> frozenset[str]:
    return frozenset(desk.lemma(i) for i in range(phrase.start, phrase.head))


def _has_object(desk: Desk, clause: Clause, frame: Frame) -> bool:
    phrases = clause.subject if clause.passive else clause.objects
    if frame.prep and not frame.particle:
        phrases = tuple(
            p for s in clause.slots if s.preposition in frame.prep and s.at > clause.verb for p in s.phrases
        )
    if phrases and _is_kind(desk, phrases[0], frame.objects):
        return True
    if clause.passive and any(desk.lemma(p.head) in frame.objects for p in clause.objects):
        return True  # "was named chief executive"
    predicate = clause.predicate
    if predicate and any(t.norm == "not" for t in desk.tokens[clause.verb + 1 : clause.verb + 2]):
        predicate = f"not-{predicate}"  # "pleaded not guilty"
    return predicate in frame.objects or event_noun(desk, clause, frame) is not None


_KINDS = {
    "@place": frozenset({"place", "country"}),
    "@person": frozenset({"person"}),
    "@people": frozenset({"person", "nationality"}),
    "@country": frozenset({"country"}),
    "@organization": frozenset({"organization"}),
    "@other": frozenset({"other"}),
}


def _is_kind(desk: Desk, phrase: Phrase, wanted: frozenset[str]) -> bool:
    """Whether the phrase is a mention of a kind that the frame names with "@"."""
    if "@number" in wanted and desk.tokens[phrase.head].form == "CD" and desk.tokens[phrase.head].norm[:1].isdigit():
        return True
    types = _types(wanted)
    found = desk.at_head(phrase) if types else None
    return found is not None and found[1].type in types


@cache
def _types(wanted: frozenset[str]) -> frozenset[str]:
    """The types of mention that a frame names with "@"."""
    return frozenset().union(*(types for kind, types in _KINDS.items() if kind in wanted))


def _parts(desk: Desk, phrase: Phrase) -> tuple[Phrase, ...]:
    """The attacks in "a series of attacks"."""
    if desk.lemma(phrase.head) in PARTITIVES or desk.lemma(phrase.head) in TIME_NOUNS:
        for slot in desk.slots_after(phrase.head):
            return slot.phrases if slot.preposition == "of" else ()
    return ()


def _followed(desk: Desk, number: int, frame: Frame) -> bool:
    """Whether the infinitive or clause that the frame asks for hangs on the verb, not on a noun behind it."""
    clause = desk.parse.clauses[number]
    if frame.then == "ing":
        return any(
            c.parent == number and c.link == "to" and c.form == "participle" and c.marker == clause.lemma
            for c in desk.parse.clauses
        )
    for below, other in enumerate(desk.parse.clauses):
        apart = clause.lemma in _CALLING and below > number + 1
        if (
            apart
            or other.parent != number
            or other.link != frame.then
            or other.lemma in frame.blockers
            or (frame.next and other.lemma not in frame.next)
        ):
            continue
        if frame.next and other.marker.split(" ")[0] == clause.lemma:
            return True  # "named her to lead the board"
        if frame.then == "that" or other.marker.split(" ")[-1] in {clause.lemma, clause.predicate, "for"}:
            return other.form != "participle" or frame.then == "that"
    return False


def _surroundings(desk: Desk, clause: Clause) -> frozenset[str]:
    """Lemmas in the object, prepositions and their heads, the subject's head: where a blocker may stand."""
    words = {desk.lemma(i) for p in clause.objects for i in range(p.start, p.end)}
    words |= {s.preposition for s in clause.slots}
    words |= {desk.lemma(p.head) for s in clause.slots for p in s.phrases}
    words |= {desk.lemma(i) for p in clause.subject for i in range(p.start, p.end)}
    words.add(clause.particle)
    for i in range(clause.verb + 1, min(clause.verb + _GAP, len(desk.tokens))):  # "pressed ahead", "took the week off"
        if desk.tokens[i].tag == "ADV" or (clause.particle and desk.lemma(i) in TIME_NOUNS):
            words.add(desk.lemma(i))
        elif desk.tokens[i].tag != "DET":
            break
    return frozenset(words)


def fits_noun(desk: Desk, phrase: Phrase, frame: Frame) -> bool:
    """Whether the frame fits the phrase, whose head has the frame's lemma."""
    present = {slot.preposition for slot in desk.slots_after(phrase.head)}
    if phrase.owner is not None or desk.tokens[phrase.start].form == "PRP$":
        present.add("owner")
    words = {desk.lemma(i) for i in range(phrase.start, phrase.head)}
    if frame.need and not (frame.need & present) and not (frame.need & words):
        return False
    heads = {desk.lemma(p.head) for slot in desk.slots_after(phrase.head) for p in slot.phrases}
    return not (frame.blockers and frame.blockers & (words | present | heads))
