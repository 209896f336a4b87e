"""Whether a noun's event is told as fact: "the resignation", "calls for the resignation", "a possible strike"."""

from briefgen.extract.events.sentence import Desk
from briefgen.extract.events.standing import AVOIDED, FORWARD, UNREALISED, WANTED, by_modal, of_clause, weaker
from briefgen.model.annotation import EventStatus
from briefgen.model.syntax import Clause, Phrase

# Before a noun these take its reality away.
UNREAL: dict[str, EventStatus] = {
    **dict.fromkeys(
        "possible potential likely imminent future proposed planned threatened looming upcoming scheduled".split(),
        "planned",
    ),
    **dict.fromkeys("alleged suspected apparent hypothetical any".split(), "conditional"),
    **dict.fromkeys("no failed abortive cancelled canceled aborted".split(), "denied"),
}
# What people do for a thing that is not yet: "marched for the release of".
_STRIVING = frozenset("""
    march campaign rally protest demonstrate vote fight work wait petition pray lobby argue apply strive pressure
    brace chant shout
    """.split())  # fmt: skip
_UNSURE = frozenset("likely unlikely possible impossible probable imminent inevitable conceivable due".split())
_TALKING = frozenset("talk negotiation discussion dialogue consultation negotiate".split())
_CALLING = frozenset("announcement announce call organise organize convene summon".split())


def of_noun(desk: Desk, phrase: Phrase, number: int | None) -> tuple[EventStatus, list[tuple[str, float]]]:
    """The standing of what a noun tells: by its modifiers, by what it depends on, by the clause it stands in."""
    status: EventStatus = "actual"
    for i in range(phrase.start, phrase.head):
        other = UNREAL.get(desk.tokens[i].norm.lower())
        if other is not None:
            status = weaker(status, other)
    clause = desk.parse.clauses[number] if number is not None else None
    if clause is not None and clause.predicate in _UNSURE and any(p.head == phrase.head for p in clause.subject):
        status = weaker(status, "planned")
    if clause is not None and clause.modal and any(p.head == phrase.head for p in clause.subject):
        status = weaker(status, by_modal(clause))
    governor = _governor(desk, phrase)
    if governor in AVOIDED:
        status = weaker(status, "denied")
    elif governor in WANTED or _is_hoped_for(desk, phrase) or _explains_plan(desk, phrase):
        status = weaker(status, "planned")
    elif governor == "lead" and "information" in desk.lemmas:
        status = weaker(status, "planned")  # "a reward for information leading to his arrest"
    if clause is not None:
        inside = _is_complement(clause, phrase)
        if inside and (clause.negated or clause.modal or clause.form == "infinitive"):
            status = weaker(status, of_clause(desk, clause)[0])
    return status, [(status, UNREALISED)] if status != "actual" else []


def _is_hoped_for(desk: Desk, phrase: Phrase) -> bool:
    """Whether "for" ties the noun to a wish further off: "a request by the club for talks"."""
    slot = next((s for s in desk.parse.slots if s.preposition == "for" and s.phrases[0].head == phrase.head), None)
    if slot is None:
        return False
    if slot.after >= 0 and desk.lemma(slot.after) in _STRIVING:
        return True
    host = next((s for s in desk.parse.slots if any(p.head == slot.after for p in s.phrases)), None)
    if host is not None and host.after >= 0 and desk.lemma(host.after) in WANTED:
        return True
    clause = next((c for c in desk.parse.clauses if any(s.at == slot.at for s in c.slots)), None)
    return clause is not None and any(desk.lemma(p.head) in WANTED for p in clause.subject)


def _explains_plan(desk: Desk, phrase: Phrase) -> bool:
    """Whether the noun stands behind a comma to name what will be: "will fly to Oslo, her first visit"."""
    if phrase.start == 0 or desk.tokens[phrase.start - 1].norm != ",":
        return False
    before = [clause for clause in desk.parse.clauses if clause.verb < phrase.start]
    taken = any(p.head == phrase.head for c in desk.parse.clauses for p in (*c.subject, *c.objects))
    return bool(before) and before[-1].modal in FORWARD and not taken


def is_called(desk: Desk, phrase: Phrase) -> bool:
    """Whether the noun stands under a verb that brings it about later: "announced a protest on Friday"."""
    return _governor(desk, phrase) in _CALLING


def is_discussed(desk: Desk, phrase: Phrase) -> bool:
    """Whether the noun is what talks are about, and so yet to come: "talks on the release of the crew"."""
    return _governor(desk, phrase) in _TALKING


def _governor(desk: Desk, phrase: Phrase) -> str | None:
    """The lemma of the noun or verb whose object or slot the phrase is."""
    for slot in desk.parse.slots:
        if any(part.head == phrase.head for part in slot.phrases):
            return (
                desk.lemma(slot.after)
                if slot.after >= 0 and slot.preposition in {"for", "of", "on", "to", "about", "against", "from"}
                else None
            )
    for clause in desk.parse.clauses:
        if any(p.head == phrase.head for p in clause.objects):
            return clause.lemma
        if clause.passive and any(p.head == phrase.head for p in clause.subject):
            return clause.lemma
    return None


def _is_complement(clause: Clause, phrase: Phrase) -> bool:
    return any(p.head == phrase.head for p in clause.objects) or any(
        p.head == phrase.head for slot in clause.slots for p in slot.phrases
    )
