"""Events that look alike and were kept apart, with the reason: what forbids that they are one, or their score.

Worked out again from the corpus, only when somebody asks: the chronicle stores why tellings were joined, not the many
pairs that were not.
"""

from collections.abc import Iterator

from msgspec import Struct

from briefgen.cluster.calendar import Calendar
from briefgen.cluster.desk import Desk
from briefgen.cluster.folding import folded
from briefgen.cluster.groups import name
from briefgen.cluster.join import JOIN, MEAN, Joining, candidates
from briefgen.cluster.vetoes import vetoed
from briefgen.cluster.voices import by_source
from briefgen.model.annotation import Factors
from briefgen.model.knowledge import Corpus, Event

ALIKE, MOST = 0.30, 5  # the least score of what looks alike, and how many are told


class Apart(Struct, frozen=True):
    """Another event, the two tellings that are most alike, and why they are not one."""

    event: str
    ours: str
    theirs: str
    reason: str
    score: float
    factors: Factors


def apart(corpus: Corpus, event: Event) -> tuple[Apart, ...]:
    """The events that look most like one, the likest first."""
    best: dict[str, Apart] = {}
    for found in compared(corpus, event):
        if found.event not in best or found.score > best[found.event].score:
            best[found.event] = found
    ranked = sorted(best.values(), key=lambda one: (-one.score, one.event))
    return tuple(one for one in ranked if one.score >= ALIKE)[:MOST]


def compared(corpus: Corpus, event: Event) -> Iterator[Apart]:
    """Every pair of a telling of the event and one of another event that was looked at."""
    articles = sorted(corpus.articles, key=lambda article: article.document.id)
    dates = {date.source: date.date for date in corpus.chronicle.dates}
    calendar = Calendar({article.document.id: article for article in articles}, dates)
    desk = Desk(articles, corpus.entities, calendar, by_source(corpus.chronicle.voices))
    joining = Joining(desk, folded(desk.tellings))
    home = {
        ref: other.id for other in corpus.chronicle.events for account in other.accounts for ref in account.mentions
    }
    homes = [home.get(item.ref) for item in joining.items]
    for pair in sorted(set(candidates(desk, joining.features))):
        ours, theirs = pair if homes[pair[0]] == event.id else pair[::-1]
        other = homes[theirs]
        if homes[ours] == event.id and other not in (None, event.id):
            parts = joining.parts(pair)
            score = round(sum(value for _, value in parts), 2)
            reason = vetoed(desk, joining.features[pair[0]], joining.features[pair[1]]) or below(score)
            yield Apart(other or "", name(joining.items[ours]), name(joining.items[theirs]), reason, score, parts)


def below(score: float) -> str:
    """Why two tellings that nothing forbids to be one are not."""
    return (
        f"less than {JOIN:.2f}" if score < JOIN else f"with the other tellings less than {MEAN:.2f}, or one forbids it"
    )
