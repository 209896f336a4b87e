"""Whether an article is on sport, where sides attack, shoot and defend titles and nobody is harmed."""

from briefgen.model.analysis import Analysis

SPORT = frozenset(
    """
    match cup tournament wicket inning innings league halftime championship soccer cricket tennis football rugby
    basketball baseball hockey season playoff semifinal quarterfinal striker goalkeeper quarterback batsman olympic
    medal stadium qualifier umpire referee coach heavyweight boxer boxing knockout belt champion nba nfl ncaa fifa uefa
    bout tko undisputed punch jab champ rebound teammate roster undefeated wbo wba wbc ibf touchdown midfielder
    """.split()
)
_WORDS = 3
_SHARE = 0.15


def is_sport(analysis: Analysis) -> bool:
    """Whether several words of sport stand in the article, and in enough of its sentences."""
    found: set[str] = set()
    sentences = 0
    for tokens in analysis.sentences:
        hits = {t.lemma for t in tokens if t.lemma in SPORT}
        found |= hits
        sentences += bool(hits)
    return len(found) >= _WORDS and sentences >= _SHARE * len(analysis.sentences)
