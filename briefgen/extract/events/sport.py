"""Whether an article is on sport, where sides attack, shoot and defend titles and nobody is harmed."""

from collections.abc import Iterator, Set

from briefgen.extract.events.sentence import Desk
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import EventType
from briefgen.model.regex import regex
from briefgen.model.syntax import Clause

SPORT = frozenset(
    """
    match cup tournament wicket inning innings league halftime championship soccer cricket tennis football rugby
    basketball baseball hockey season playoff semifinal quarterfinal striker goalkeeper quarterback batsman olympic
    medal stadium qualifier umpire referee coach heavyweight boxer boxing knockout belt champion nba nfl ncaa fifa uefa
    bout tko ko undisputed punch jab champ rebound teammate roster undefeated ashes birdie bogey leaderboard wbo wba wbc
    ibf touchdown midfielder
    """.split()
)
_WORDS = 3
_SHARE = 0.15
# What an article on the affairs of a club or federation speaks of, and one on a match does not.
_AFFAIRS = frozenset(
    """
    police prosecutor bribery bribe corruption investigator lawsuit arrest jail judge minister fraud convict indictment
    """.split()
)
_MANY = 2
_PLAYED = frozenset(
    """
    beat defeat attack strike hit fight battle take win capture retake shoot fire down rout club bomb drop knock
    """.split()
)
# What in an article on sport is most likely meant of the game.
_PLAYFUL: frozenset[EventType] = frozenset(
    (
        "ASSAULT",
        "RETREAT",
        "AID",
        "COERCE",
        "ACCUSE",
        "SUPPORT",
        "THREATEN",
        "PROTEST",
        "MOBILIZE",
        "YIELD",
        "REJECT",
        "REQUEST",
    )
)
_SERIOUS = frozenset(
    "police court prosecutor arrest judge jail lawsuit convict gunman bomb dead murder ban doping".split()
)
_SCORE = regex(r"\d{1,3}-\d{1,3}")
DOUBT = ("sport", 0.3)


def is_sport(analysis: Analysis, lemmas: Set[str]) -> bool:
    """Whether several words of sport stand in the article, in enough of its sentences, and none of crime.

    ``lemmas`` are all of the article.
    """
    if len(SPORT & lemmas) < _WORDS or len(_AFFAIRS & lemmas) >= _MANY:
        return False
    sentences = sum(any(token.lemma in SPORT for token in tokens) for tokens in analysis.sentences)
    return sentences >= _SHARE * len(analysis.sentences)


def doubts(desk: Desk, clause: Clause, kind: EventType) -> Iterator[tuple[str, float]]:
    """Sides that beat, attack and shoot in a match fight no war."""
    played = clause.lemma in _PLAYED and any(
        t.lemma in SPORT or (t.form == "CD" and _SCORE.fullmatch(t.norm)) for t in desk.tokens
    )
    playful = kind in _PLAYFUL or clause.lemma in {"lose", "win"}
    if played or (desk.sport and playful and desk.lemmas.isdisjoint(_SERIOUS)):
        yield DOUBT
