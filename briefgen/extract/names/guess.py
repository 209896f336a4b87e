"""The type of a name that no list explains, by the evidence around it: the first that speaks is heard.

Each kind of evidence stands here with what it can speak about: words beside the name, in lower case, or tags of them.
Where another word stands it is not asked.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from briefgen.extract.names import acting, evidence
from briefgen.extract.names.acting import Guess
from briefgen.extract.names.desk import Desk, is_capital
from briefgen.extract.names.lexicon import lexicon

Evidence = Callable[[Desk, int, int], Guess | None]
Signs = frozenset[str]
COMMA, BRACKET, POSSESSIVE, AND, BY, THE = (frozenset({word}) for word in (",", "(", "'s", "and", "by", "the"))
PREDICATE = frozenset({"VERB", "AUX", "ADV"})
LISTED = evidence.SITES | {",", "and", "or", "PROPN"}
NOUNS = evidence.FACILITIES | evidence.SITES_OF_ONE | evidence.HOLDINGS | evidence.BODIES | evidence.RULE
CHIEFS = evidence.CHIEFS | evidence.BOSSES | evidence.RANKED | {role.split()[0] for role in evidence.EXECUTIVES}
JOBS = evidence.WORKPLACE | {link for _, link in evidence.DEALS} | {"-based", "told", "to", "by"}
WEAK = 0.4  # what a verb of speech alone says of a word: "the newspaper Granmo said"
PLACED = evidence.COMPASS | evidence.TAKEN | {*evidence.INSIDE, "the", "to"}


def guess(desk: Desk, i: int, stop: int) -> Guess | None:
    """The type that the neighbours of tokens ``i`` to ``stop`` speak for, with a score and the rule's name."""
    weak: Guess | None = None
    if stop < len(desk.norms):
        for speaks in after(desk.norms[stop], desk.tokens[stop].tag):
            found = speaks(desk, i, stop)
            if found and found[1] >= WEAK:
                return found
            weak = weak or found
    if i:
        for speaks in before(desk.lowers[i - 1], desk.tokens[i - 1].lemma):
            found = speaks(desk, i, stop)
            if found:
                return found
    return weak


@lru_cache(maxsize=1 << 13)
def after(norm: str, tag: str) -> tuple[Evidence, ...]:
    """The evidence that may speak where this word stands behind the name."""
    signs = {norm.lower(), tag, *(("PROPN",) if is_capital(norm) else ())}
    return tuple(each for each, words in _after() if words & signs)


@lru_cache(maxsize=1 << 13)
def before(lower: str, lemma: str) -> tuple[Evidence, ...]:
    """The evidence that may speak where this word stands before the name."""
    return tuple(each for each, words in _before() if lower in words or lemma in words)


@cache
def _after() -> tuple[tuple[Evidence, Signs], ...]:
    words = lexicon()
    return (
        (evidence.which_after, COMMA),
        (acting.who_after, COMMA),
        (evidence.after_comma, COMMA),
        (evidence.possession, POSSESSIVE),
        (evidence.noun_after, NOUNS | words.place_nouns),
        (acting.maker_of, acting.PRODUCTS),
        (acting.employer, acting.STAFF_OF_FIRMS),
        (evidence.chief_after, CHIEFS | words.modifiers),
        (evidence.home_after, BRACKET),
        (evidence.list_of_places, LISTED),
        (acting.acts_after, PREDICATE),
        (evidence.speech_after, PREDICATE),
    )


@cache
def _before() -> tuple[tuple[Evidence, Signs], ...]:
    words = lexicon()
    return (
        (evidence.noun_before, JOBS | words.org_nouns),
        (acting.capital_noun, words.org_nouns),
        (acting.apposed_before, COMMA),
        (acting.of_country, POSSESSIVE),
        (evidence.noun_of, THE | {"of", "for", "in"}),
        (evidence.the_acronym, THE),
        (evidence.led_by, BY),
        (evidence.run_by, evidence.RUNS),
        (acting.in_list_of_places, AND),
        (evidence.place_before, PLACED | words.place_nouns),
        (evidence.speech_before, evidence.SAID),
    )
