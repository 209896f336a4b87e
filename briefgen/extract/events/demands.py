"""Demands without a verb of demanding.

"The minister said the firms must pay", ``"both sides should stop," she said``.
"""

from collections.abc import Iterator

from briefgen.extract.events import extent, roles, times
from briefgen.extract.events.made import Draft, made
from briefgen.extract.events.sentence import PRONOUNS, Desk
from briefgen.extract.events.told import can_act
from briefgen.extract.syntax.items import SPEECH
from briefgen.model.annotation import EventMention
from briefgen.model.syntax import Clause

_DEMANDING = frozenset({"must", "should", "ought"})
_SAYING = SPEECH | frozenset("conclude emphasize emphasise underline underscore maintain demand".split())
# What must be is an opinion, what must be done is a demand.
_STATES = frozenset(
    "be have know seem remain mean understand remember note say believe think expect feel become".split()
)
# What a thing should do is expected of it: "the well should hold by Friday".
_EXPECTING = frozenset({"should", "ought"})
_NOBODY = frozenset({"nobody", "no-one", "one", "anyone", "anybody"})
SCORE = 0.85


def demands(desk: Desk) -> Iterator[EventMention]:
    """Requests of a speaker to somebody else, by a modal of obligation in what he says."""
    if _DEMANDING.isdisjoint(desk.lemmas):
        return
    for number, clause in enumerate(desk.parse.clauses):
        if clause.modal not in _DEMANDING or clause.lemma in _STATES or clause.passive or not clause.subject:
            continue
        saying = saying_of(desk, number, clause)
        if saying is None:
            continue
        speech = desk.parse.clauses[saying]
        who = roles.role(desk, [speech.subject])
        whom = roles.role(desk, [clause.subject])
        subject = desk.tokens[clause.subject[0].head].norm.lower()
        own = subject in PRONOUNS - {"they", "it"} or subject in _NOBODY
        chains = [desk.analysis.mentions[i].chain for i in who.mentions]
        thing = clause.modal in _EXPECTING and not can_act(desk, clause.subject[0])
        unclear = not whom.mentions and desk.tokens[clause.subject[0].head].form == "PRP"
        if (
            own
            or thing
            or unclear
            or not who.mentions
            or any(desk.analysis.mentions[i].chain in chains for i in whom.mentions)
        ):
            continue
        draft = Draft(
            extent=extent.of_clause(desk, number, clause.start, clause.end),
            trigger=(clause.verb, clause.verb),
            type="REQUEST",
            lemma=f"{clause.modal} {clause.lemma}",
            rule="verb:say must",
            status="actual",
            agents=who.mentions,
            patients=whom.mentions,
            time=times.of_clause(desk, saying),
            factors=(("frame", SCORE),),
            roles=(("mention", min(who.score, whom.score)),),
            spoken=True,
        )
        yield made(desk, draft)


def saying_of(desk: Desk, number: int, clause: Clause) -> int | None:
    """The clause of speech that a clause belongs to: above it, or after it ("…, he said")."""
    if clause.link == "that" and clause.parent is not None:
        above = desk.parse.clauses[clause.parent]
        return clause.parent if above.lemma in _SAYING and not above.negated else None
    for later in range(number + 1, len(desk.parse.clauses)):
        other = desk.parse.clauses[later]
        if other.lemma in _SAYING and other.link == "main" and other.subject and other.start > clause.verb:
            return later if desk.tokens[min(other.start, other.verb) - 1].norm in {",", '"'} else None
    return None
