"""Two tellings: whether they may be one event, and how likely that is.  Every part of the answer has a name."""

from collections.abc import Set

from briefgen.cluster.calendar import When, may_agree
from briefgen.cluster.desk import Desk
from briefgen.cluster.likeness import cosine
from briefgen.cluster.tellings import Telling
from briefgen.model.annotation import Factors

MONTH, YEAR = 31, 366
LITTLE = 0.08  # wording below this is chance
# Days between two articles, after which a telling without a date is hardly of the same event; talks, demands and
# accusations are told when they are new, and there is another one the week after.
FAR_APART, SOON = 21, 4
RECURRING = frozenset(("speech", "talk", "support", "protest"))
OTHER_WORDS, SAME_DAY = 0.12, 0.20
ALIKE = 0.45  # sentences so alike tell the same even when the frames name it differently


class Features:
    """What is compared of a telling, looked up once."""

    def __init__(self, desk: Desk, telling: Telling) -> None:
        self.telling = telling
        self.source = telling.source
        self.line = telling.line
        self.when = desk.when(telling)
        self.lemmas, self.types, self.families = telling.lemmas, frozenset(telling.types), telling.families
        self.doers, self.sufferers, self.participants = telling.doers, telling.sufferers, telling.participants
        self.agents, self.patients = frozenset(telling.agents), frozenset(telling.patients)
        self.agent_words, self.places = frozenset(telling.agent_words), frozenset(telling.places)
        self.clause = desk.clauses[telling.ref]


def vetoed(desk: Desk, left: Features, right: Features) -> str:
    """Why the two can never be one event, or nothing."""
    if not may_agree(left.when, right.when):
        return "different dates"
    if left.line == right.line and left.telling.lemma != right.telling.lemma:
        return "two clauses of one sentence"
    if "talk" in left.families and "talk" in right.families:
        return "" if same_talkers(desk, left, right) else "other people talk"
    return other_deed(desk, left, right)


def other_deed(desk: Desk, left: Features, right: Features) -> str:
    """Why what is done to whom and where cannot be one deed, or nothing."""
    if left.agents & right.patients and right.agents & left.patients:
        return "who does it to whom is turned round"
    if apart(desk, left.doers, right.doers) and apart(desk, left.sufferers, right.sufferers):
        return "other people on both sides"
    elsewhere = left.places and right.places and not left.places & right.places
    return "different places" if elsewhere and "force" in left.families else ""


def apart(desk: Desk, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sides are both known and have nothing to do with each other."""
    return bool(left and right) and not (desk.kin(left) & right or desk.kin(right) & left)


def same_talkers(desk: Desk, left: Features, right: Features) -> bool:
    """Whether two talks may be one: those who take part in the one all take part in the other."""
    fewer, more = sorted((left.agents | left.patients, right.agents | right.patients), key=len)
    return not fewer or all(desk.kin(frozenset((one,))) & more for one in fewer)


def parts(desk: Desk, left: Features, right: Features) -> Factors:
    """What speaks for and against the two being one event; the sum is the score."""
    wording = 0.35 * desk.like(left.line, right.line)
    clause = 0.25 * cosine(left.clause, right.clause)
    patients = same(desk, left.sufferers, right.sufferers, 0.12, -0.12)
    date = nearness(left.when, right.when)
    little = wording + clause < LITTLE and date <= 0 and patients <= 0
    recurs = bool(left.families & right.families & RECURRING)
    found = (
        ("wording", wording),
        ("wording of the clause", clause),
        ("kind", kind(desk, left, right)),
        ("told there by its own word", told_there(desk, left, right)),
        ("agents", same(desk, left.doers, right.doers, 0.18, -0.20)),
        ("named and unnamed agents", unnamed(left, right)),
        ("patients", patients),
        ("others", others(left, right)),
        ("date", date),
        ("far apart", far_apart(desk, left, right, SOON if recurs else FAR_APART)),
        ("in other words", -0.15 if recurs and date < SAME_DAY and wording + clause < OTHER_WORDS else 0.0),
        ("named again", named_again(left, right)),
        ("the same people talk", same_people(left, right)),
        ("one voice", 0.08 if desk.one_voice(left.source, right.source) else 0.0),
        ("little in common", -0.10 if little else 0.0),
        ("nobody in common", 0.0 if desk.share_entity(left.line, right.line) else -0.15),
    )
    return tuple([(name, round(value, 3)) for name, value in found if value])


def kind(desk: Desk, left: Features, right: Features) -> float:
    """The same trigger word says most, the rarer the more; then the same type, then the same family of types."""
    families = left.families & right.families
    lemmas = left.lemmas & right.lemmas
    if lemmas and families:
        return 0.10 + 0.15 * max([desk.rarity[lemma] for lemma in lemmas])
    if left.types & right.types:
        return 0.14
    if families:
        return 0.08
    return 0.0 if desk.like(left.line, right.line) >= ALIKE else -0.20


def told_there(desk: Desk, left: Features, right: Features) -> float:
    """Against two trigger words where the other sentence has one's own word too: "killed" there is "killed" here."""
    if left.lemmas & right.lemmas:
        return 0.0
    elsewhere = left.lemmas & desk.lemmas_on[right.line] or right.lemmas & desk.lemmas_on[left.line]
    return -0.15 if elsewhere else 0.0


def same(desk: Desk, left: frozenset[str], right: frozenset[str], plus: float, minus: float) -> float:
    """Shared entities speak for, different ones against; who acts for one of them counts half."""
    if not left or not right:
        return 0.0
    shared: Set[str] = left & right
    if shared:
        return plus * (0.5 + 0.5 * max([desk.rarity["@" + e] for e in shared]))
    return plus * 0.5 if desk.kin(left) & right or desk.kin(right) & left else minus


def named_again(left: Features, right: Features) -> float:
    """Later in an article "the call" is the call that it told of before."""
    if left.source != right.source or not left.lemmas & right.lemmas:
        return 0.0
    later = max(left.telling, right.telling, key=lambda t: t.trigger)
    return 0.08 if later.led_by == "the" else 0.0


def same_people(left: Features, right: Features) -> float:
    """One article that twice tells of a talk of the same two means the same talk, if no date says otherwise."""
    ours, theirs = left.agents | left.patients, right.agents | right.patients
    same_two = len(ours) > 1 and ours == theirs and "talk" in left.families and "talk" in right.families
    return 0.12 if same_two and left.source == right.source else 0.0


def unnamed(left: Features, right: Features) -> float:
    """An agent that is named here and only described there may be another; the same description is likely the same."""
    if left.agent_words & right.agent_words:
        return 0.08
    one_sided = (left.doers and not right.doers and right.agent_words) or (
        right.doers and not left.doers and left.agent_words
    )
    return -0.05 if one_sided else 0.0


def others(left: Features, right: Features) -> float:
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


def far_apart(desk: Desk, left: Features, right: Features, days: int) -> float:
    """Against tellings without dates in articles that appeared more than some days after each other."""
    if left.source == right.source or (left.when.known and right.when.known):
        return 0.0
    a, b = desk.calendar.appeared(left.source), desk.calendar.appeared(right.source)
    if not (a.known and b.known):
        return 0.0
    return -0.12 if max(a.first - b.last, b.first - a.last) > days else 0.0
