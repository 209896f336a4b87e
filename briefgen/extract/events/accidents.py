"""Deaths that nobody brought about: "were killed when a ferry sank", "died in a fire"."""

from collections.abc import Sequence, Set

from briefgen.extract.events.sentence import Desk
from briefgen.model.analysis import Analysis
from briefgen.model.syntax import Clause

_ACCIDENTS = frozenset(
    """
    accident blast crash collision fire blaze wildfire flood flooding earthquake quake tremor temblor storm hurricane
    cyclone typhoon tornado landslide mudslide avalanche tsunami eruption heatwave collapse derailment sinking
    stampede crush drought wind gale heat blizzard rockfall outbreak epidemic lightning explosion disaster
    """.split()
)
_HAPPENED = frozenset(
    """
    sink capsize crash collide derail overturn collapse burn flood catch swerve plunge veer skid topple fall explode
    burst erupt sweep hit strike tear rip batter run plough plow slam smash ram
    """.split()
)
# By these somebody may be meant to die; what drives or is carried does it by chance.
_BY_SOMETHING = frozenset("hit strike sweep explode tear rip batter run plough plow slam smash ram".split())
_VEHICLES = frozenset(
    """
    train locomotive wagon carriage express tram trolley bus minibus coach lorry truck trailer van tanker car tractor
    motorcycle boat ship ferry freighter barge trawler plane aircraft airliner jet helicopter glider
    """.split()
)
_SLOTS = frozenset("in by from after during of".split())


def caused(desk: Desk, number: int) -> bool:
    """Whether the places of the clause, or the clause with "when" or "after" below it, tell of an accident."""
    clause = desk.parse.clauses[number]
    for slot in clause.slots:
        if slot.preposition in _SLOTS and any(desk.lemma(p.head) in _ACCIDENTS for p in slot.phrases):
            return True
    for below in desk.parse.clauses[number + 1 :]:
        if below.link == "adverbial" and below.marker in {"when", "after", "as"} and below.lemma in _HAPPENED:
            heads = {desk.lemma(p.head) for p in below.subject}
            return below.lemma not in _BY_SOMETHING or not heads.isdisjoint(_ACCIDENTS | _VEHICLES)
    return False


def killed_by_chance(desk: Desk, clause: Clause) -> bool:
    """Whether the subject is an accident and nothing in the sentence was made to kill."""
    accident = any(desk.lemma(p.head) in _ACCIDENTS for p in clause.subject)
    return accident and _BOMBS.isdisjoint(t.lemma for t in desk.tokens)


_BOMBS = frozenset(
    """
    bomb device grenade landmine shell missile rocket explosive ied warhead charge bomber car-bomb parcel torpedo
    """.split()
)


def is_bomb(desk: Desk, clause: Clause) -> bool:
    """Whether what exploded was made to."""
    return any(desk.lemma(i) in _BOMBS for p in clause.subject for i in range(p.start, p.end))


_VIOLENCE = frozenset(
    """
    attack attacker bomb bomber bombing gunman shoot shooting rebel militant militia war missile murder airstrike raid
    rocket protester gun knife massacre ambush fighter
    """.split()
)
_MANY, _TIMES = 3, 2


def is_disaster(analysis: Analysis, lemmas: Sequence[str]) -> bool:
    """Whether the article, whose lemmas are given, tells of an accident or disaster much more than of violence."""
    if sum(map(_ACCIDENTS.__contains__, lemmas)) < _MANY:
        return False
    accidents = _count(analysis, _ACCIDENTS)
    return accidents >= _MANY and accidents >= _TIMES * _count(analysis, _VIOLENCE)


def _count(analysis: Analysis, words: Set[str]) -> int:
    """How many nouns and verbs of the article are of the words."""
    found = [t.tag for tokens in analysis.sentences for t in tokens if t.lemma in words]
    return found.count("NOUN") + found.count("VERB")
