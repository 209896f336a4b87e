"""Cluster: one event for many tellings, voices, disagreements, dates of articles that state none.

Takes the articles, their entities and what a person decided; returns the chronicle.  The order: voices; tellings joined
with what is known of their times; articles without a date dated through the events they share; tellings joined again
with these dates; sentences without a frame laid to events or grouped on their own; events and disagreements made.
"""

from collections.abc import Sequence

from briefgen.cluster.calendar import Calendar
from briefgen.cluster.dating import inferred
from briefgen.cluster.desk import Desk
from briefgen.cluster.events import events
from briefgen.cluster.folding import folded
from briefgen.cluster.groups import groups
from briefgen.cluster.join import Joining
from briefgen.cluster.judged import forbidden, joined
from briefgen.cluster.voices import by_source, voices
from briefgen.cluster.weights import Days, articles_of_days
from briefgen.model.knowledge import Article, Chronicle, Entities, Judgement

__all__ = ["cluster"]


def cluster(articles: Sequence[Article], entities: Entities, judgements: Sequence[Judgement]) -> Chronicle:
    """Join what the articles tell into events; see the module for the order."""
    from briefgen.cluster.disagreements import disagreements  # many patterns

    ordered = sorted(articles, key=lambda article: article.document.id)
    by_id = {article.document.id: article for article in ordered}
    heard = voices(ordered)
    desk = Desk(ordered, entities, Calendar(by_id, {}), by_source(heard))
    items = folded(desk.tellings)
    joining = Joining(desk, items, forbidden(desk, items, judgements))
    found = groups(desk, joining)
    dated = inferred(desk, found)
    if dated:
        desk = desk.dated({date.source: date.date for date in dated})
        found = groups(desk, joining.dated(desk, forbidden(desk, items, judgements)))
    days = Days(articles_of_days(desk))
    made = events(desk, found, days)
    if any(judgement.same for judgement in judgements):
        made = events(desk, joined(found, made, judgements), days)
    made = tuple(sorted(made, key=lambda event: (-event.weight, event.id)))
    return Chronicle(made, heard, disagreements(desk, made), dated, days.weights())
