"""Whether a verb's event is told as fact: actual, planned, conditional or denied, with factors for the score."""

# ruff: noqa: PLR0911, PLR0912 (decision lists: one return a rule)

from collections.abc import Sequence

from briefgen.extract.events.sentence import Desk
from briefgen.model.annotation import EventStatus
from briefgen.model.syntax import Clause

# Verbs whose infinitive happened when they did.
IMPLICATIVE = frozenset(
    """
        begin start continue manage help proceed come cause go resume cease stop keep tend happen use force lead
        oblige allow enable get decide move rush hasten choose dare serve finish be-able act
        """.split()
)
NEGATIVE = frozenset("fail lag refuse decline deny reject neglect forget avoid prevent stop rule".split())
HYPOTHETICAL = frozenset(
    """
        hope want wish propose demand fear suggest recommend insist request expect predict forecast urge doubt plan
        consider think believe ask prefer dream talk warn threaten suspect question wonder ensure guarantee arrange
        """.split()
)
DOUBTFUL = frozenset("claim allege suspect accuse believe think reportedly purport seem appear".split())
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "whenever"})
_OPEN = CONDITIONS | {"how", "when", "where", "what", "which"}
# With a present these speak of what is still to come.
_OPEN_ENDS = frozenset({"until", "till", "before", "once", "when", "after"})
_HEARSAY = frozenset({"allegedly", "reportedly", "apparently", "supposedly", "possibly", "probably", "perhaps"})
FUTURE = frozenset({"will", "shall"})
POSSIBLE = frozenset({"would", "could", "may", "might", "should", "can", "must", "ought"})
# Nouns and verbs whose "for", "of", "on" or object is not yet real: "calls for the resignation of".
WANTED = frozenset(
    """
        call demand appeal need plan hope order push request press urge seek want ask threat risk fear danger
        possibility prospect preparation prepare proposal propose consider discuss debate require advocate possible
        threaten warn warning expect schedule await planning ensure delay postpone ban bid pledge promise vow offer
        contemplate anticipate favour favor back campaign insist
        """.split()
)
AVOIDED = frozenset("prevent avoid avert deny reject decline refuse oppose foil thwart cancel block rule halt".split())
_CHOOSING = frozenset("decide vote choose rule opt".split())  # "decided against appealing"
_INTENTIONS = frozenset(
    """
        intention plan hope idea possibility risk threat aim chance prospect way point purpose option danger fear
        thought goal
        """.split()
)
_FAVOURING = frozenset("support back favour favor encourage facilitate promote".split())
_INSTEAD = frozenset({"without", "than", "instead"})  # "rather than being sacked"
_CALLING_FOR = frozenset("call appeal push press campaign argue plead lobby".split())
_HELD = frozenset("say report know understand presume rumour rumor feel".split())
_DISBELIEF = frozenset("doubt fear wonder question dispute disbelieve".split())
_LAGGING = frozenset("lag fail delay hesitate dither stall".split())
_PREVENTING = frozenset("prevent stop ban bar prohibit keep discourage deter block dissuade refrain".split())
_CHARGING = frozenset(
    "accuse suspect charge arrest detain indict sue try question investigate wanted blame fault".split()
)
_PLEADINGS = frozenset("complaint suit lawsuit indictment petition filing affidavit allegation".split())
_JUDGING = frozenset(
    "criticise criticize condemn denounce chide rebuke slam lambast castigate censure attack berate scold".split()
)
_OF_NOUNS = frozenset({"of", "on", "at", "for", "in"})
FORWARD = frozenset({"will", "shall", "would", "might", "may", "could", "should"})
_NOBODY = frozenset({"no", "nobody", "no-one", "noone", "none", "neither", "nothing"})
_ANYBODY = frozenset({"any", "anyone", "anybody", "whoever"})
_OURS = frozenset({"i", "we", "you"})
_ANNOUNCING = frozenset("say announce declare promise pledge vow confirm add state agree decide report".split())
_INTENDING = frozenset("plan schedule prepare intend".split())
_STEPS = 6
_NEAR = 3
_HABITS = frozenset(
    "often usually generally always sometimes frequently regularly typically normally rarely seldom".split()
)
_STATIVE = frozenset("agree concede admit acknowledge know fear hope welcome favor favour like".split())
# "his accusers' claim that he beat them": nobody else says that it is so.
_CLAIMS = frozenset("claim charge allegation accusation suspicion rumour rumor speculation theory insinuation".split())
CLAIMED_NOUN = 0.55
HABIT, PRESENT, STATIVE = 0.6, 0.8, 0.6
PLANNED = 0.8
UNREALISED = 0.6


def of_clause(desk: Desk, clause: Clause) -> tuple[EventStatus, list[tuple[str, float]]]:
    """The standing of what a verb tells, with factors for the score."""
    factors: list[tuple[str, float]] = []
    nor = clause.verb > 0 and desk.tokens[clause.verb - 1].norm.lower() in {"nor", "neither", "not"}
    status: EventStatus = "denied" if clause.negated or nor else "actual"
    announced = _is_announced(desk, clause)
    if status == "actual":
        status = "planned" if announced or clause.lemma in _INTENDING else by_modal(clause)
    if clause.form == "infinitive" and clause.parent is None:
        status = weaker(status, "planned")  # "talks to end the war"
    if status == "actual" and _shares_modal(desk, clause):
        status = "planned"
    if status == "actual":
        status = _of_aside(desk, clause)
    current = clause
    for _ in range(_STEPS):
        above = desk.governing(current)
        marker = current.marker
        if (current.link == "adverbial" and marker in CONDITIONS) or (current.link == "to" and marker in _OPEN):
            status = weaker(status, "conditional")  # "if it sells", "whether to sell"
        if current.link == "adverbial" and marker in _OPEN_ENDS and not (current.past or current.perfect):
            status = weaker(status, "planned")
        if current.link == "adverbial" and marker in _OPEN_ENDS and above is not None and above.modal in FORWARD:
            status = weaker(status, "planned")  # "might announce a deal before he met her"
        if current.link == current.path == "relative" and above is not None and _is_alleged(desk, above):
            status = weaker(status, "conditional")  # "accused it of being a gang that robbed banks"
        if above is None or current.link in {"relative", "participle", "adverbial", "main"}:
            break
        status, factors = _under(desk, current, above, status, factors)
        current = above
    if status != "actual":
        factors.append(
            (status, PLANNED if status == "planned" and (announced or clause.modal in FUTURE) else UNREALISED)
        )
    return _doubted(desk, clause, status, factors)


def _is_alleged(desk: Desk, clause: Clause) -> bool:
    """Whether the clause is what somebody is accused of."""
    above = desk.governing(clause)
    return clause.link == "gerund" and above is not None and above.lemma in _CHARGING


def _doubted(
    desk: Desk, clause: Clause, status: EventStatus, factors: list[tuple[str, float]]
) -> tuple[EventStatus, list[tuple[str, float]]]:
    """The same after what stands in the clause itself: hearsay, habits, questions, nobody as subject."""
    near = [token.norm for token in desk.tokens[max(0, clause.verb - 3) : clause.verb + 2]]
    if not _HEARSAY.isdisjoint(near):
        factors.append(("hearsay", 0.6))
    if clause.verb > 0 and desk.lemma(clause.verb - 1) in _FAVOURING and desk.tokens[clause.verb].form == "VBG":
        status = weaker(status, "planned")  # "supports expanding trade"
        factors.append(("favoured", UNREALISED))
    before = [token.lemma for token in desk.tokens[max(0, clause.start - 2) : clause.start]]
    if not _HABITS.isdisjoint(near) or before in (["every", "time"], ["each", "time"]):
        factors.append(("habit", HABIT))
    elif _is_timeless(clause) and status == "actual":
        stative = clause.passive or clause.lemma in _STATIVE
        # "a charity, which provides tents": what it is there for
        factors.append(("present", STATIVE if stative or clause.link == "relative" else PRESENT))
    if desk.tokens[clause.verb - 1].norm.lower() in {"nearly", "almost"} or _is_supposed(desk, clause):
        status = weaker(status, "conditional")
        factors.append(("not quite", UNREALISED))
    if _is_asked(desk):
        status = weaker(status, "conditional")
        factors.append(("asked", UNREALISED))
    if not _OURS.isdisjoint([desk.tokens[p.head].norm.lower() for p in clause.subject]):
        factors.append(("in person", 0.6))
    openings = [desk.tokens[p.start].norm.lower() for p in (*clause.subject, *clause.objects)]
    if not _NOBODY.isdisjoint(openings):
        status = weaker(status, "denied")
        factors.append(("nobody", UNREALISED))
    if not _ANYBODY.isdisjoint(openings[: len(clause.subject)]):
        status = weaker(status, "conditional")
        factors.append(("anyone", UNREALISED))
    return status, factors


def _of_aside(desk: Desk, clause: Clause) -> EventStatus:
    """ "storms can turn west, hitting Kenya": what comes of what may be."""
    above = desk.governing(clause)
    if clause.link != "participle" or clause.passive or above is None or above.verb > clause.verb:
        return "actual"
    if clause.marker == ",":
        return by_modal(above)
    new = any(desk.lemma(p.start) == "a" and p in above.objects for p in clause.subject)
    return by_modal(above) if new else "actual"  # "the court should issue an order requiring"


def _shares_modal(desk: Desk, clause: Clause) -> bool:
    """ "the camp will be closed and all prisoners released": the second participle is as far off as the first."""
    above = desk.governing(clause)
    joined = clause.start > 0 and desk.tokens[clause.start - 1].norm in {"and", "or"}
    own = clause.link == "participle" and bool(clause.subject) and clause.verb == clause.end - 1
    return joined and own and above is not None and above.passive and bool(above.modal)


def still_ahead(weights: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The factors of what its date puts ahead: a present tense says no more that it may be a habit."""
    return [*((name, factor) for name, factor in weights if name != "present"), ("planned", PLANNED)]


def _is_announced(desk: Desk, clause: Clause) -> bool:
    """ "said it would buy the firm": "will", told in the past."""
    above = desk.governing(clause)
    said = above is not None and above.lemma in _ANNOUNCING and (above.past or above.perfect)
    if clause.modal != "would" or clause.link != "that" or not said or clause.marker in CONDITIONS:
        return False
    return not any(c.marker in {"if", "unless"} and desk.governing(c) is clause for c in desk.parse.clauses)


def _is_asked(desk: Desk) -> bool:
    """Whether the sentence is a question: "Has the army attacked?"."""
    return any(token.norm == "?" for token in desk.tokens[-2:])


def _is_supposed(desk: Desk, clause: Clause) -> bool:
    """ "Had he attacked, war would have followed": the auxiliary stands before the subject."""
    turned = clause.start > 0 and desk.tokens[clause.start - 1].norm in {"Had", "had", "Were", "Should"}
    return turned and bool(clause.subject) and clause.link == "main" and desk.tokens[-1].norm != "?"


def _is_timeless(clause: Clause) -> bool:
    """A plain present tells what is so, or happens again and again, more often than what happened."""
    told = clause.past or clause.perfect or clause.progressive or clause.modal
    joined = clause.path == "shared" and clause.passive and clause.form == "participle"
    return (clause.form == "finite" or joined) and not told


def by_modal(clause: Clause) -> EventStatus:
    """The standing that a clause's own modal gives: "will", "may"."""
    if clause.modal in FUTURE:
        return "planned"
    return "conditional" if clause.modal in POSSIBLE else "actual"


def _under(
    desk: Desk, clause: Clause, above: Clause, status: EventStatus, factors: list[tuple[str, float]]
) -> tuple[EventStatus, list[tuple[str, float]]]:
    """What hanging on the clause above does to the standing of the one below."""
    if clause.link == "to":
        governor = clause.marker.split(" ")[-1]
        if above.lemma in NEGATIVE and above.lemma == governor:
            return weaker(status, "denied"), factors
        if (above.lemma in DOUBTFUL or (above.passive and above.lemma in _HELD)) and clause.perfect:
            return status, [*factors, ("claimed", 0.85)]
        inherits = above.lemma in IMPLICATIVE and governor == above.lemma and not above.negated
        if clause.form == "participle" and above.lemma != "be":
            inherits = above.lemma not in HYPOTHETICAL | NEGATIVE | _FAVOURING
        if not inherits:
            return weaker(status, "planned"), factors
        return weaker(status, by_modal(above)), factors
    if clause.link == "that":
        if above.lemma == "deny":
            return weaker(status, "denied"), factors
        if clause.marker == "that" and clause.start > 1 and desk.lemma(clause.start - 2) in WANTED:
            return weaker(status, "planned"), factors
        if clause.marker == "that" and _noun_before(desk, clause) in _CLAIMS:
            return status, [*factors, ("claimed", CLAIMED_NOUN)]
        if above.lemma in HYPOTHETICAL and not clause.past and not clause.perfect:
            return weaker(status, "conditional"), factors
        if above.lemma in _DISBELIEF or _is_of_nothing(desk, clause):
            return weaker(status, "conditional"), factors
        if above.lemma in DOUBTFUL:
            return status, [*factors, ("claimed", 0.85)]
        if any(desk.lemma(p.head) in _PLEADINGS for p in above.subject):
            return status, [*factors, ("claimed", 0.6)]
        return status, factors
    if clause.link == "gerund":
        first = _first_of_joined(desk, clause)
        noun = desk.lemma(first.verb - 2) if first.verb > 1 else ""
        if noun in _INTENTIONS or (clause.marker == "for" and above.lemma in _CALLING_FOR):
            refused = first.verb > 2 and desk.lemma(first.verb - 3) == "no"
            return weaker(status, "denied" if refused else "planned"), factors
        if above.lemma in _FAVOURING:
            return weaker(status, "planned"), factors  # "supports expanding trade"
        if above.lemma in _CHARGING:
            return weaker(status, "conditional"), factors
        if above.lemma in _JUDGING and clause.marker in {"for", "over"}:
            return status, [*factors, ("claimed", 0.65)]
        if above.lemma in _LAGGING or (above.lemma in _PREVENTING and clause.marker == "from"):
            return weaker(status, "denied"), factors
        hangs_on_noun = _on_noun(desk, clause)  # "his emphasis on ending"
        if clause.marker in {"about", "to", "toward", "towards"} or (hangs_on_noun and clause.marker in _OF_NOUNS):
            return weaker(status, "planned"), factors
        if above.negated or clause.marker in _INSTEAD or (clause.marker == "against" and above.lemma in _CHOOSING):
            return weaker(status, "denied"), factors
        if clause.marker in {"of", "for", "from", "to", "about", "against"} and not clause.perfect:
            return weaker(status, "conditional" if above.lemma in HYPOTHETICAL | AVOIDED else by_modal(above)), factors
        return weaker(status, by_modal(above)), factors
    return status, factors


def _first_of_joined(desk: Desk, clause: Clause) -> Clause:
    """The gerund itself, or the first of those it is joined to: "the goals of hurting one and electing the other"."""
    if clause.path != "shared":
        return clause
    joined = (c for c in desk.parse.clauses if (c.parent, c.marker, c.link) == (clause.parent, clause.marker, "gerund"))
    return next(joined, clause)


def _noun_before(desk: Desk, clause: Clause) -> str:
    """The noun that a "that" fills, a date between them or not: "charges in May that he took money"."""
    that = next((i for i in range(clause.start, 0, -1) if desk.tokens[i].norm.lower() == "that"), 0)
    before = [p for p in desk.parse.phrases if p.end <= that and that - p.end < _NEAR and not p.temporal]
    return desk.lemma(before[-1].head) if before else ""


def _is_of_nothing(desk: Desk, clause: Clause) -> bool:
    """Whether the clause fills a noun that there is none of: "no evidence that he fled"."""
    before = [p for p in desk.parse.phrases if p.end == clause.start - 1] if clause.marker == "that" else []
    return any(desk.tokens[p.start].norm.lower() in {"no", "little"} for p in before)


def _on_noun(desk: Desk, clause: Clause) -> bool:
    """Whether the gerund, or the one it is joined to, hangs with its preposition on a noun."""
    for at in range(clause.verb - 1, max(0, clause.verb - 6), -1):
        if desk.tokens[at].norm == clause.marker:
            return desk.tokens[at - 1].tag == "NOUN"
    return False


def weaker(status: EventStatus, other: EventStatus) -> EventStatus:
    """Denial is stronger than condition, condition than plan."""
    order: Sequence[EventStatus] = ("actual", "planned", "conditional", "denied")
    return max(status, other, key=order.index)
