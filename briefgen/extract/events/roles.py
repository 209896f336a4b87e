"""Who, to whom, where and when: participants, places and time of an event, from the places of its clause."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefgen.extract.events.frames import Frame, frames
from briefgen.extract.events.places import LOCATIVE
from briefgen.extract.events.sentence import OFFICES, ORGANS, PERSONAL, PRONOUNS, Desk
from briefgen.extract.events.standing import IMPLICATIVE
from briefgen.extract.events.states import is_private, is_there
from briefgen.model.annotation import Factors, Mention
from briefgen.model.syntax import Clause, Phrase, Slot

# "a group of students": the students are meant.
PARTITIVES = frozenset(
    """
        tens group number string series dozen hundred thousand million member lot majority part pair some several one
        two three many most crowd handful couple score half rest all each both spate wave section faction coalition
        minority portion
        """.split()
)
PATHS = {
    "direct": 1.0, "coordination": 0.95, "apposition": 0.95, "inverted": 0.95, "shared": 0.75, "relative": 0.9,
    "control": 0.85, "participle": 0.75, "none": 0.5,
}  # fmt: skip
# Documents act for those who pass them: "passed a motion authorizing".
_DOCUMENTS = frozenset(
    "motion resolution statement order law bill decree letter ruling verdict report message note".split()
)
# In the plural they act for where they are: "bosses at Alma".
_STAFF = frozenset("boss executive manager director official negotiator leader owner chief".split())
_TITLES = frozenset("secretary minister chief speaker head director attorney chancellor president commissioner".split())
NAMED = 0.8


# What follows "to" behind these has no part: "in addition to", "in response to".
_OF_CONNECTION = frozenset("addition response reaction regard relation contrast comparison accordance".split())
# "called for a withdrawal from Peru": what is left is no side of the call.
_LEAVING = frozenset("withdrawal departure exit pullout return retreat evacuation".split())
_TRADING = frozenset("sell buy acquire purchase".split())
_BESIDE = frozenset("during after before since following amid despite about".split())


class Role(Struct, frozen=True, gc=False):
    """The mentions in a place, whether there was anything in it at all, and how sure they are."""

    mentions: tuple[int, ...] = ()
    filled: bool = False
    score: float = 1.0


def role(desk: Desk, places: Iterable[tuple[Phrase, ...]]) -> Role:
    """The first of several places that holds a mention."""
    filled = False
    for phrases in places:
        found = [hit for phrase in phrases for hit in resolve(desk, phrase)]
        filled = filled or bool(phrases)
        if found:
            mentions = tuple(dict.fromkeys(index for index, _ in found))
            return Role(mentions, True, min(score for _, score in found))
    return Role((), filled)


def resolve(desk: Desk, phrase: Phrase, depth: int = 0) -> Iterator[tuple[int, float]]:
    """The mentions that a phrase stands for, with their scores."""
    lemma = desk.lemma(phrase.head)
    titled = _titled(desk, phrase) if lemma in _TITLES else None
    if titled is not None:
        yield titled[0], sure(titled[1])
        return
    partitive = lemma in PARTITIVES or desk.tokens[phrase.head].form == "CD"
    found = desk.at_head(phrase)
    if found is not None and not (partitive and found[1].form != "name"):
        yield found[0], sure(found[1])
        return
    whole = partitive or lemma in ORGANS or (lemma in _STAFF and desk.tokens[phrase.head].form == "NNS")
    parts = list(_parts(desk, phrase, depth)) if depth < 2 and whole else []
    if parts or found is None:
        yield from parts
    else:
        yield found[0], sure(found[1])


def _titled(desk: Desk, phrase: Phrase) -> tuple[int, Mention] | None:
    """Who bears a title with "of": Anna Berg in "Secretary of State Anna Berg"."""
    slot = next(desk.slots_after(phrase.head), None)
    if slot is None or slot.preposition not in {"of", "for"} or slot.at != phrase.head + 1:
        return None
    part = slot.phrases[0]
    for index, mention in desk.mentions_at(part.head):
        if mention.type == "person" and mention.form == "name" and mention.start > desk.tokens[part.start].start:
            return index, mention
    return None


def _parts(desk: Desk, phrase: Phrase, depth: int) -> Iterator[tuple[int, float]]:
    """The students of "a group of students", the state of "the government of Chile"."""
    staff = desk.lemma(phrase.head) in _STAFF
    for slot in desk.slots_after(phrase.head):
        if slot.preposition == "of" or (staff and slot.preposition in {"at", "from"}):
            for part in slot.phrases:
                yield from resolve(desk, part, depth + 1)
        break


def sure(mention: Mention) -> float:
    """How sure it is that the words mean whom they are taken to mean; of a name only the kind may be open."""
    return max(mention.score, NAMED) if mention.form == "name" else mention.score


def subject_of(desk: Desk, clause: Clause) -> tuple[Phrase, ...]:
    """The subject phrases; where a document is said to act, those who passed it."""
    documents = clause.link == "participle" and all(desk.lemma(p.head) in _DOCUMENTS for p in clause.subject)
    if clause.subject and clause.parent is not None and documents:
        return desk.parse.clauses[clause.parent].subject
    return clause.subject


def speaker_for(desk: Desk, clause: Clause) -> tuple[Phrase, ...]:
    """Whom a pronoun subject of reported speech stands for: "the army said it had withdrawn"."""
    above = desk.governing(clause)
    words = [desk.tokens[p.head].norm.lower() for p in clause.subject]
    if above is None or clause.link != "that" or len(words) != 1 or words[0] not in PRONOUNS:
        return ()
    personal = words[0] in PERSONAL
    plural = len(above.subject) > 1 or (above.subject and desk.tokens[above.subject[-1].head].form == "NNS")
    if (words[0] in {"they", "them"}) != bool(plural) or personal != _is_person(desk, above.subject):
        return ()
    return above.subject


def _is_person(desk: Desk, phrases: tuple[Phrase, ...]) -> bool:
    found = [desk.at_head(p) for p in phrases]
    return any(hit is not None and hit[1].type == "person" for hit in found)


def places_of(desk: Desk, clause: Clause, name: str) -> tuple[Phrase, ...]:
    """The phrases in one place of a clause: subject, object, or behind a preposition; passives are turned round."""
    if name == "subject":
        if clause.passive:
            return slot_phrases(clause.slots, "by")
        return subject_of(desk, clause)
    if name == "object":
        return clause.subject if clause.passive else clause.objects[:1] if len(clause.objects) < 2 else clause.objects
    if name == "of":
        heads = {p.head for p in (*clause.objects, *(clause.subject if clause.passive else ()))}
        return slot_phrases((s for s in desk.parse.slots if s.after in heads), name)
    return _behind(desk, clause, name)


def _behind(desk: Desk, clause: Clause, name: str) -> tuple[Phrase, ...]:
    """What a preposition governs that hangs on the verb or its object, not on what is said beside."""
    slots: Iterable[Slot] = clause.slots
    if name == "from":  # "denied entry to a scholar from Peru": the scholar is from Peru
        hosts = {p.head for s in clause.slots if s.preposition in {"to", "with", "by"} for p in s.phrases}
        wanted = {desk.lemma(p.head) for s in clause.slots for p in s.phrases}
        beside = hosts if wanted.isdisjoint(_LEAVING) else {s.after for s in clause.slots}
        slots = [s for s in slots if s.after not in beside or not _is_of_land(desk, s)]
    elif name in {"in", "at", "to"}:
        slots = [s for s in slots if not _is_aside(desk, s)]
        if clause.lemma in _TRADING:  # "sold assets in Peru": a stake in a firm has a side, what is in a country none
            slots = [s for s in slots if s.preposition != "in" or not _is_of_land(desk, s)]
    return slot_phrases(slots, name)


def _is_aside(desk: Desk, slot: Slot) -> bool:
    """Whether a preposition hangs on what is only said beside: "during a stop in Peru", "in addition to the UN's"."""
    if desk.lemma(slot.after) in _OF_CONNECTION:
        return True
    return any(
        outer.preposition in _BESIDE and any(p.head == slot.after and not p.temporal for p in outer.phrases)
        for outer in desk.parse.slots
    )


def slot_phrases(slots: Iterable[Slot], preposition: str) -> tuple[Phrase, ...]:
    """What the first slot with the preposition governs, times left out."""
    for slot in slots:
        if slot.preposition == preposition:
            phrases = tuple(p for p in slot.phrases if not p.temporal)
            if phrases:
                return phrases
    return ()


def of_clause(desk: Desk, clause: Clause, frame: Frame) -> tuple[Role, Role, Factors]:
    """Agent and patient of a verb's event, with the factors of how sure they are."""
    phrases = [places_of(desk, clause, name) for name in frame.agent]
    agent = (
        Role()
        if _is_noun(desk, clause) or _is_of_place(desk, clause)
        else _of_person(desk, role(desk, phrases), phrases, clause)
    )
    factors: list[tuple[str, float]] = [("subject " + clause.path, _path_weight(clause))] if clause.subject else []
    if frame.agent[0] == "subject" and not clause.passive:
        speaker = role(desk, [speaker_for(desk, clause)])
        if speaker.mentions and (not agent.mentions or _one_chain(desk, agent, speaker)):
            agent = Role(
                agent.mentions or speaker.mentions, True, max(agent.score if agent.mentions else 0.0, speaker.score)
            )
            factors.append(("pronoun of speech", 0.92))
    targets = [places_of(desk, clause, name) for name in frame.patient]
    patient = _of_person(desk, role(desk, targets), targets, clause)
    for name in frame.patient if not patient.mentions else ():
        if frame.type == "CONSULT" and any(desk.lemma(p.head) in _HEADS for p in places_of(desk, clause, name)):
            continue  # who meets the head of a firm meets no firm
        if frame.type == "AID" and name == "object":
            continue  # "pledged American help": who gives, not who gets
        things = [p for p in places_of(desk, clause, name) if not is_there(desk, p.head)]
        whose = _whose(desk, things, frame.type in _OF_WORDS)
        if whose:
            patient = Role(tuple(dict.fromkeys(i for i, _ in whose)), True, min(s for _, s in whose))
            factors.append(("owner of target", 0.9))
            break
    told = patient.filled and "object" in frame.patient and bool(clause.objects or clause.passive)
    if (frame.then or frame.type in {"REQUEST", "PROTEST"}) and not patient.mentions and not told:
        patient = _of_what_follows(desk, clause, agent, frame.type == "REQUEST") or patient
    if frame.both:
        agent, patient = both_sides(agent, patient)
    return agent, patient, (*factors, *mentioned(agent, patient))


def _is_noun(desk: Desk, clause: Clause) -> bool:
    """Whether a participle is a noun, done by nobody that is told: "a week of early voting"."""
    before = desk.tokens[clause.verb - 1] if clause.verb else None
    if clause.path == "control" and before is not None:
        return before.form in {"PRP$", "POS"}  # "approved their joining the union"
    return clause.path == "participle" and before is not None and before.form in {"JJ", "DT", "PRP$", "POS"}


def _is_of_place(desk: Desk, clause: Clause) -> bool:
    """Whether a relative clause is taken to be of the place of a deed: "the shooting at the base that killed"."""
    if clause.marker != "that" or clause.path not in {"relative", "shared"} or len(clause.subject) != 1:
        return False
    head = clause.subject[0].head
    return any(s.preposition in LOCATIVE and any(p.head == head for p in s.phrases) for s in desk.parse.slots)


def _path_weight(clause: Clause) -> float:
    """How sure the subject is; what follows "by", "after" or "while" is done by the main clause's."""
    if clause.link == "gerund" and clause.path == "participle" and clause.marker in {"by", "after", "while", "before"}:
        return PATHS["shared"]
    return PATHS[clause.path]


def mentioned(agent: Role, patient: Role) -> Factors:
    """How sure the mentions in the two places are themselves."""
    least = min(agent.score, patient.score)
    return (("mention", least),) if least < 1.0 else ()


def _is_of_land(desk: Desk, slot: Slot) -> bool:
    found = desk.at_head(slot.phrases[0])
    return found is not None and found[1].type in LANDS


LANDS = frozenset({"country", "place", "nationality"})


def _whose(desk: Desk, phrases: Iterable[Phrase], judged: bool = False) -> list[tuple[int, float]]:
    """Whose the object is: "rejected a Spanish offer", "praised Haiti's efforts", "ignored a call by the union".

    Who praises peace with somebody does not praise him: of what is only judged, "with" and "against" name no owner.
    """
    for phrase in phrases:
        hits = owner(desk, phrase) or ([] if phrase.owner is not None else modifier(desk, phrase))
        for preposition in _judged_by(desk, phrase) if judged else ("by", "from", "of", "with", "against"):
            hits = hits or [
                hit
                for part in slot_phrases((s for s in desk.parse.slots if s.after == phrase.head), preposition)
                for hit in resolve(desk, part)
                if preposition != "from"
                or not is_private(desk, phrase.head)
                or desk.analysis.mentions[hit[0]].type not in LANDS
            ]
        if hits:
            return hits
    return []


def _judged_by(desk: Desk, phrase: Phrase) -> tuple[str, ...]:
    """Behind which prepositions those stand who are judged: of "the bombing of the embassy" not who was bombed."""
    done = {frame.type for frame in frames().nouns.get(desk.lemma(phrase.head), ())}
    return ("by", "from", "of") if done.isdisjoint(_SUFFERED) else ("by",)


_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_FOLLOWING = ("object", "to", "on", "against", "with", "from", "of", "for", "in", "at", "into", "over")


def _of_what_follows(desk: Desk, clause: Clause, agent: Role, asked: bool) -> Role | None:
    """The target of a promise, threat or demand: that of the act which is promised, or who is to do it."""
    number = desk.parse.clauses.index(clause)
    depth = 0
    for _ in range(3):
        below = next(((n, c) for n, c in enumerate(desk.parse.clauses) if c.parent == number and _is_aim(c)), None)
        if below is None:
            return None
        number, child = below
        if child.link == "that" and not asked:
            return None
        if child.link == "that":
            doer = role(desk, [child.subject])
            if doer.mentions and not _one_chain(desk, agent, doer):
                return doer
        places = _FOLLOWING if child.link == "to" else [name for name in _FOLLOWING if name not in {"in", "at"}]
        target = role(desk, (places_of(desk, child, name) for name in places))
        if target.mentions:
            return target
        depth += child.lemma not in IMPLICATIVE
        if child.link == "that" or depth > 1:
            continue  # whose the thing is of which another speaks, or which is two steps off, has no part
        things = [p for name in ("object", "of") for p in places_of(desk, child, name)]
        # "refused to hand over his phone": what is one's own, or another's, has no part in it.
        whose = _whose(desk, (p for p in things if desk.tokens[p.start].form != "PRP$"))
        if whose:
            return Role(tuple(dict.fromkeys(i for i, _ in whose)), True, min(s for _, s in whose))
    return None


def _is_aim(clause: Clause) -> bool:
    """What is demanded, promised or threatened; "…, calling for an end" tells the aim of a protest."""
    return clause.link in {"to", "that"} or (clause.link == "participle" and clause.lemma in {"call", "demand", "urge"})


def _one_chain(desk: Desk, left: Role, right: Role) -> bool:
    chains = [desk.analysis.mentions[i].chain for i in left.mentions]
    return any(desk.analysis.mentions[i].chain in chains for i in right.mentions)


_OF_WORDS = frozenset({"SUPPORT", "ACCUSE"})
_HEADS = OFFICES | frozenset(
    "chief executive director head chairman chairwoman boss owner founder editor captain".split()
)
_OWN = frozenset(
    """
    resign abdicate quit die marry divorce elect step stand bow admit confess apologise apologize appoint name nominate
    swear infect hospitalise hospitalize
    """.split()
)


def _of_person(desk: Desk, found: Role, places: Iterable[tuple[Phrase, ...]], clause: Clause) -> Role:
    """The role without the states that only an office's holder brought in, where a person does it himself."""
    if clause.lemma not in _OWN or not found.mentions:
        return found
    heads = [p.head for phrases in places for p in phrases if desk.lemma(p.head) in OFFICES]
    named = [p.apposition for phrases in places for p in phrases if p.apposition is not None]
    over = {index for head in (*heads, *named) for index, _ in desk.mentions_at(head)}
    return found if not heads or any(i in over for i in found.mentions) else Role((), True)


def both_sides(agent: Role, patient: Role) -> tuple[Role, Role]:
    """One who is on both sides is on one."""
    others = tuple(m for m in patient.mentions if m not in agent.mentions)
    return agent, Role(others, patient.filled or len(agent.mentions) > 1, patient.score)


def owner(desk: Desk, phrase: Phrase) -> list[tuple[int, float]]:
    """The possessor: "the minister's resignation", "her arrest"."""
    if phrase.owner is not None:
        between = (m for token in range(phrase.owner + 1, phrase.head) for _, m in desk.mentions_at(token))
        if any(m.form == "name" and m.type == "person" for m in between):
            return []  # "CBC's Anna Berg recounts attack"
        return list(resolve(desk, Phrase(phrase.start, phrase.owner + 1, phrase.owner)))
    if desk.tokens[phrase.start].form == "PRP$":
        return [(i, m.score) for i, m in desk.mentions_at(phrase.start) if m.form == "pronoun"][:1]
    return []


_CIVIL = frozenset("airliner airline ferry flight bus train taxi film song".split())


def modifier(desk: Desk, phrase: Phrase) -> list[tuple[int, float]]:
    """Names before the head: "the Norwegian withdrawal", "U.S.-Russian talks"; "U.S. doctors" are not the state."""
    hits = []
    private = is_private(desk, phrase.head) or desk.lemma(phrase.head) in _CIVIL
    for token in range(phrase.start, phrase.head):
        if phrase.owner is not None and token <= phrase.owner:
            continue
        for index, mention in desk.mentions_at(token):
            if private and mention.type != "organization":
                continue
            if mention.form == "name" and mention.type in {"nationality", "country", "organization"}:
                whole = mention.end >= desk.tokens[token].end
                if (whole or desk.tokens[token].norm.count("-") == 1) and "-" not in desk.tokens[token].norm[
                    -7:
                ].lower().replace(mention.text.lower(), "").replace("-", "", 0 if whole else 1):
                    hits.append((index, sure(mention)))
                    break
    return hits
