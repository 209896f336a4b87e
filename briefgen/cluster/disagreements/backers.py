"""Who backs somebody: articles that each list backers, and list different ones."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefgen.cluster.desk import Desk
from briefgen.cluster.tellings import MAKES_EVENT
from briefgen.model.annotation import Relation
from briefgen.model.knowledge import Citation, Disagreement, Event, Ref, Side
from briefgen.model.names import slug

LIST = 2  # an article that names one backer does not list them


def find(desk: Desk, events: Sequence[Event]) -> Iterator[Disagreement]:
    """One disagreement for every entity of whom two articles list different backers, neither list within the other."""
    told = backing(desk)
    for entity in sorted(told):
        lists = {source: frozenset(rows) for source, rows in told[entity].items()}
        full = [found for found in lists.values() if len(found) >= LIST]
        if any(a - b and b - a for a in full for b in full):
            yield disagreement(desk, entity, told[entity])


def backing(desk: Desk) -> dict[str, dict[str, dict[str, Citation]]]:
    """For each entity, source by source, its backers and the passage that says so."""
    told: dict[str, dict[str, dict[str, Citation]]] = defaultdict(lambda: defaultdict(dict))
    leader = leaders(desk)
    for source, article in desk.articles.items():
        for relation in article.extraction.relations:
            subject = desk.by_mention.get(Ref(source, relation.subject))
            object_ = desk.by_mention.get(Ref(source, relation.object)) or desk.owner(source, relation.object)
            if relation.type == "supports" and relation.score >= MAKES_EVENT and subject and object_:
                told[leader.get(object_, object_)][source].setdefault(subject, sentence(desk, source, relation))
    return told


def leaders(desk: Desk) -> dict[str, str]:
    """Who leads a group, where the articles name one person only: who backs the group backs them, and the reverse."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, article in desk.articles.items():
        for relation in article.extraction.relations:
            subject = desk.by_mention.get(Ref(source, relation.subject))
            object_ = desk.by_mention.get(Ref(source, relation.object))
            if relation.type == "leads" and relation.score >= MAKES_EVENT and subject and object_:
                found[object_].add(subject)
    return {
        group: next(iter(heads))
        for group, heads in sorted(found.items())
        if len(heads) == 1 and desk.entities[group].type == "organization"
    }


def sentence(desk: Desk, source: str, relation: Relation) -> Citation:
    """The sentence in which a relation's backer is named: never more than one."""
    start = desk.articles[source].extraction.mentions[relation.subject].start
    line = desk.line_at(source, start)
    return desk.lines[line].citation if line >= 0 else Citation(source, relation.start, relation.end)


def disagreement(desk: Desk, entity: str, told: dict[str, dict[str, Citation]]) -> Disagreement:
    """The lists side by side; sources with the same list are one side."""
    sides: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
    for source in sorted(told):
        names = tuple(sorted(desk.name(backer) for backer in told[source]))
        sides[names] += sorted(set(told[source].values()))
    topic = f"who supports {desk.name(entity)}"
    ranked = sorted(sides.items(), key=lambda row: (row[1][0], row[0]))
    return Disagreement(
        slug(topic),
        topic,
        "backers",
        tuple(Side(", ".join(names), tuple(citations)) for names, citations in ranked),
        entity=entity,
    )
