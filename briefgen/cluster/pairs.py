"""Two tellings: whether they may be one event, and how likely that is.  Every part of the answer has a name."""

from briefgen.cluster.calendar import When, may_agree
from briefgen.cluster.desk import Desk
from briefgen.cluster.tellings import Telling
from briefgen.model.annotation import Factors

MONTH, YEAR = 31, 366
LITTLE = 0.08  # wording below this is chance
FAR_APART = 21  # days between two articles, after which a telling without a date is hardly of the same event
ALIKE = 0.45  # sentences so alike tell the same even when the frames name it differently


def vetoed(desk: Desk, left: Telling, right: Telling) -> str:
    """Why the two can never be one event, or nothing."""
    if not may_agree(desk.when(left), desk.when(right)):
        return "different dates"
    if left.line == right.line and left.lemma != right.lemma:
        return "two clauses of one sentence"
    if "talk" in left.families and "talk" in right.families:
        return "" if same_talkers(desk, left, right) else "other people talk"
    turned = set(left.agents) & set(right.patients) and set(right.agents) & set(left.patients)
    if turned:
        return "who does it to whom is turned round"
    if left.places and right.places and not set(left.places) & set(right.places) and "force" in left.families:
        return "different places"
    return ""


def same_talkers(desk: Desk, left: Telling, right: Telling) -> bool:
    """Whether two talks may be one: those who take part in the one all take part in the other."""
    a, b = frozenset((*left.agents, *left.patients)), frozenset((*right.agents, *right.patients))
    if not a or not b:
        return True
    fewer, more = sorted((a, b), key=len)
    return all(desk.kin((one,)) & more for one in fewer)


def parts(desk: Desk, left: Telling, right: Telling) -> Factors:
    """What speaks for and against the two being one event; the sum is the score."""
    found = [
        ("wording", 0.35 * desk.like(left.line, right.line)),
        ("wording of the clause", 0.25 * desk.like_clauses(left, right)),
        ("kind", kind(desk, left, right)),
        ("agents", same(desk, left.doers, right.doers, 0.18, -0.20)),
        ("named and unnamed agents", unnamed(left, right)),
        ("patients", same(desk, left.sufferers, right.sufferers, 0.12, -0.12)),
        ("others", others(desk, left, right)),
        ("date", nearness(desk.when(left), desk.when(right))),
        ("far apart", far_apart(desk, left, right)),
        ("named again", named_again(left, right)),
        ("one voice", 0.08 if desk.one_voice(left.source, right.source) else 0.0),
    ]
    values = dict(found)
    if values["wording"] + values["wording of the clause"] < LITTLE and values["date"] <= 0 and values["patients"] <= 0:
        found.append(("little in common", -0.10))
    return tuple((name, round(value, 3)) for name, value in found if value)


def kind(desk: Desk, left: Telling, right: Telling) -> float:
    """The same trigger word says most, the rarer the more; then the same type, then the same family of types."""
    families = left.families & right.families
    lemmas = left.lemmas & right.lemmas
    if lemmas and families:
        return 0.10 + 0.15 * max(desk.rarity[lemma] for lemma in lemmas)
    if set(left.types) & set(right.types):
        return 0.14
    if families:
        return 0.08
    return 0.0 if desk.like(left.line, right.line) >= ALIKE else -0.20


def named_again(left: Telling, right: Telling) -> float:
    """Later in an article "the call" is the call that it told of before."""
    later = max(left, right, key=lambda t: t.trigger)
    return 0.08 if left.source == right.source and later.led_by == "the" and left.lemmas & right.lemmas else 0.0


def unnamed(left: Telling, right: Telling) -> float:
    """An agent that is named here and only described there may be another; the same description is likely the same."""
    if set(left.agent_words) & set(right.agent_words):
        return 0.08
    one_sided = (left.doers and not right.doers and right.agent_words) or (
        right.doers and not left.doers and left.agent_words
    )
    return -0.05 if one_sided else 0.0


def same(desk: Desk, left: frozenset[str], right: frozenset[str], plus: float, minus: float) -> float:
    """Shared entities speak for, different ones against; who acts for one of them counts two thirds."""
    if not left or not right:
        return 0.0
    shared = left & right
    if shared:
        return plus * (0.5 + 0.5 * max(desk.rarity["@" + e] for e in shared))
    return plus * 0.5 if desk.kin(left) & right or desk.kin(right) & left else minus


def others(desk: Desk, left: Telling, right: Telling) -> float:
    """A participant of one that stands in another part in the other."""
    if left.doers & right.doers or left.sufferers & right.sufferers:
        return 0.0
    return 0.06 if left.participants & right.participants else 0.0


def nearness(left: When, right: When) -> float:
    """Dates that agree speak the more, the finer they are."""
    if not (left.known and right.known):
        return 0.04 if left.weekday and left.weekday == right.weekday else 0.0
    widest = max(left.last - left.first, right.last - right.first)
    return 0.20 if not widest else 0.15 if widest <= MONTH else 0.08 if widest <= YEAR else 0.0


def far_apart(desk: Desk, left: Telling, right: Telling) -> float:
    """Against tellings without dates in articles that appeared long after each other."""
    if desk.when(left).known and desk.when(right).known:
        return 0.0
    a, b = desk.calendar.appeared(left.source), desk.calendar.appeared(right.source)
    if not (a.known and b.known):
        return 0.0
    gap = max(a.first - b.last, b.first - a.last)
    return -0.12 if gap > FAR_APART else 0.0
