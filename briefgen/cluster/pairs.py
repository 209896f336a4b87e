"""How likely two tellings are one event.  Every part of the answer has a name; ``vetoes`` says what forbids it."""

from collections.abc import Set

from briefgen.cluster.calendar import When
from briefgen.cluster.deeds import deeds
from briefgen.cluster.desk import Desk
from briefgen.cluster.features import Features
from briefgen.cluster.likeness import cosine
from briefgen.model.annotation import Factors

MONTH, YEAR = 31, 366
LITTLE = 0.08  # wording below this is chance
# Days between two articles, after which a telling without a date is hardly of the same event; talks, demands and
# accusations are told when they are new, and there is another one the week after.
FAR_APART, SOON = 21, 4
THEN = 0.06  # an undated telling whose article appeared about the date that another gives
RECURRING = frozenset(("speech", "talk", "support", "protest"))
OTHER_WORDS, SAME_DAY = 0.12, 0.20
FALLS = frozenset(("collapse",))  # what many buildings do in one story, unless it is the story's own happening
# What it says that an article or story has one such happening, or that somebody suffers it but once.
ONE_HERE, LED_WITH, ONE_SUCH, ONCE, RETOLD, TOLD_TWICE = 0.45, 0.05, 0.30, 0.30, 0.22, 0.15
ALIKE = 0.45  # sentences so alike tell the same even when the frames name it differently


def parts(desk: Desk, left: Features, right: Features) -> Factors:
    """What speaks for and against the two being one event, by name; the sum is the score."""
    found = zip(PARTS, values(desk, left, right), strict=True)
    return tuple([(name, round(value, 3)) for name, value in found if value])


PARTS = (
    "wording", "wording of the clause", "kind", "told there by its own word", "agents", "named and unnamed agents",
    "patients", "others", "date", "far apart", "in other words", "named again", "told twice in one article",
    "the story's one", "only once", "the same people talk", "one voice", "little in common", "nobody in common",
)  # fmt: skip


def values(desk: Desk, left: Features, right: Features) -> tuple[float, ...]:
    """The parts of a pair's score, in the order of ``PARTS``."""
    like = desk.like(left.line, right.line)
    wording = 0.35 * like
    clause = 0.25 * cosine(left.clause, right.clause)
    patients = same(desk, left.sufferers, right.sufferers, 0.12, -0.12)
    date = nearness(left.when, right.when)
    little = wording + clause < LITTLE and date <= 0 and patients <= 0
    such, twice = one_such(desk, left, right), told_twice(desk, left, right)
    recurs = not left.families.isdisjoint(right.families & RECURRING)
    other_words = recurs and date < SAME_DAY and wording + clause < OTHER_WORDS
    return (
        wording,
        clause,
        kind(desk, left, right, like),
        told_there(desk, left, right),
        same(desk, left.doers, right.doers, 0.18, -0.20),
        unnamed(left, right),
        patients,
        others(left, right),
        date,
        far_apart(desk, left, right, SOON if recurs else FAR_APART),
        -0.15 if other_words and not (such or same_parties(left, right)) else 0.0,
        named_again(left, right),
        twice,
        such,
        once(left, right),
        same_people(left, right),
        0.08 if desk.one_voice(left.source, right.source) else 0.0,
        -0.10 if little and not (such or twice) else 0.0,
        0.0 if such or desk.share_entity(left.line, right.line) else -0.15,
    )


def same_parties(left: Features, right: Features) -> bool:
    """Whether the same deed is told of the same doer and the same target; talks are not done to anybody."""
    if "talk" in left.families or not left.deeds & right.deeds:
        return False
    return bool(left.doers & right.doers and left.sufferers & right.sufferers)


def kind(desk: Desk, left: Features, right: Features, like: float) -> float:
    """The same trigger word says most, the rarer the more; then the same type, then the same family of types.

    ``like`` is how alike the two sentences are.
    """
    families = left.families & right.families
    same_deeds = left.deeds & right.deeds
    if same_deeds:
        return 0.10 + 0.15 * max([desk.rarity[name] for name in same_deeds])
    if left.types & right.types:
        return 0.14
    if families:
        return 0.08
    return 0.0 if like >= ALIKE else -0.20


def told_there(desk: Desk, left: Features, right: Features) -> float:
    """Against two trigger words where the other sentence has one's own word too: "killed" there is "killed" here."""
    if left.deeds & right.deeds:
        return 0.0
    elsewhere = left.deeds & desk.deeds_on[right.line] or right.deeds & desk.deeds_on[left.line]
    return -0.15 if elsewhere else 0.0


def same(desk: Desk, left: frozenset[str], right: frozenset[str], plus: float, minus: float) -> float:
    """Shared entities speak for, different ones against; who acts for one of them counts half."""
    if not left or not right:
        return 0.0
    shared: Set[str] = left & right
    if shared:
        return plus * (0.5 + 0.5 * max([desk.rarity["@" + e] for e in shared]))
    return plus * 0.5 if desk.kin(left) & right or desk.kin(right) & left else minus


def one_such(desk: Desk, left: Features, right: Features) -> float:
    """A story has one quake, one lawsuit: what leads an article or is called "the quake" is what the other tells."""
    if not left.deeds & right.deeds & deeds().singular:
        return retold(desk, left, right)
    if left.source == right.source:
        if left.deeds & right.deeds <= FALLS and not FALLS & {left.telling.befell, right.telling.befell}:
            return 0.0  # "the hospital collapsed", "the prison collapsed"
        return ONE_HERE + (LED_WITH if desk.leads(left.line) or desk.leads(right.line) else 0.0)
    told_as_known = all(desk.leads(one.line) or one.telling.led_by == "the" for one in (left, right))
    timed = (left.when.known and right.when.known) or (left.when.weekday and left.when.weekday == right.when.weekday)
    if not (told_as_known or timed):
        return 0.0
    return ONE_SUCH if desk.one_story(left.source, right.source) else 0.0


def retold(desk: Desk, left: Features, right: Features) -> float:
    """ "The deal", "the ruling": what an article takes as known is what the other reports, if they tell one story."""
    if left.source == right.source or "the" not in (left.telling.led_by, right.telling.led_by):
        return 0.0
    if not left.deeds & right.deeds & deeds().known or not desk.one_story(left.source, right.source):
        return 0.0
    if left.telling.is_many != right.telling.is_many:
        return 0.0  # "attacks on reporters" are not "the attack"
    return RETOLD if far_apart(desk, left, right, FAR_APART) >= 0 else 0.0


def once(left: Features, right: Features) -> float:
    """A person dies once."""
    return ONCE if left.deeds & right.deeds & deeds().once and left.patients & right.patients else 0.0


def named_again(left: Features, right: Features) -> float:
    """Later in an article "the call" is the call that it told of before."""
    if left.source != right.source or not left.deeds & right.deeds:
        return 0.0
    later = max(left.telling, right.telling, key=lambda t: t.trigger)
    return 0.08 if later.led_by == "the" else 0.0


def told_twice(desk: Desk, left: Features, right: Features) -> float:
    """An article that tells in its first sentences a deed of somebody, and again there, means the same one."""
    if left.source != right.source or not left.deeds & right.deeds or left.families & RECURRING:
        return 0.0
    at_top = desk.leads(left.line) and desk.leads(right.line)
    same_doer = not left.doers.isdisjoint(right.doers) and not differ(left.patients, right.patients)
    same_sufferer = not left.sufferers.isdisjoint(right.sufferers) and not differ(left.doers, right.doers)
    return TOLD_TWICE if at_top and (same_doer or same_sufferer) else 0.0


def differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sides are known and share nobody."""
    return bool(left and right) and left.isdisjoint(right)


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
        return 0.08 if left.weekday and left.weekday == right.weekday else 0.0
    if left.last < right.first or right.last < left.first:
        return 0.0  # two voices that disagree on the day
    widest = max(left.last - left.first, right.last - right.first)
    return 0.20 if not widest else 0.15 if widest <= MONTH else 0.08 if widest <= YEAR else 0.0


def far_apart(desk: Desk, left: Features, right: Features, days: int) -> float:
    """Against tellings without dates in articles that appeared more than some days after each other.

    Where one has a date, the other's article must have appeared soon after that date, whenever the dated one did; that
    speaks for them where it is done to somebody: nobody is dismissed twice in a month.
    """
    if left.source == right.source or (left.when.known and right.when.known):
        return 0.0
    a, b = desk.calendar.appeared(left.source), desk.calendar.appeared(right.source)
    if not (a.known and b.known):
        return 0.0
    if left.when.known or right.when.known:
        known, news = (left.when, b) if left.when.known else (right.when, a)
        if known.last - known.first <= MONTH and known.first <= news.last and news.first - known.last <= days:
            return THEN if left.deeds & right.deeds & deeds().whom else 0.0
    return -0.12 if max(a.first - b.last, b.first - a.last) > days else 0.0
