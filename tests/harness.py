"""What the tests share: build a project in memory, and tell a briefing in lines that a person can read in a diff."""

from pathlib import Path

import msgspec

from briefgen.build import Made, make
from briefgen.config import Project
from briefgen.memo import Memo
from briefgen.model.site import BriefingData, CitationRecord, EventCitationRecord
from briefgen.plugins import sockets


def build(root: Path) -> Made:
    """The site of a project, in memory, without a memo."""
    return make(Project.at(root), sockets(), Memo.none())


def briefing_of(made: Made) -> BriefingData:
    """The published data, read back from the bytes that would be written."""
    data = next(artifact.data for artifact in made.artifacts if artifact.path == "data/briefing.json")
    return msgspec.json.decode(data, type=BriefingData)


def digest(data: BriefingData) -> str:
    """Sources, actors, events, statements, relations and disagreements, a line a fact, with the words they rest on."""
    lines = [f"# {data.title} (as of {data.as_of})", "", "## Sources"]
    lines += [
        f"{s.id} | {s.title} | {s.publisher} | {s.author} | {s.date} {s.date_basis} | {s.voice}" for s in data.sources
    ]
    lines += ["", "## Actors"]
    for actor in sorted(data.actors, key=lambda actor: actor.id):
        forms = ", ".join(f"{form.text} ×{form.count}" for form in actor.forms)
        lines.append(f"{actor.id} | {actor.type} | {actor.name} | {forms}")
        lines += [f"    {d.citation.source}: {d.text}" for d in actor.descriptions]
    lines += ["", "## Events"]
    for event in sorted(data.events, key=lambda event: (event.date or "9", event.id)):
        roles = ", ".join(f"{p.role} {p.id}" for p in event.actors)
        where = ", ".join(event.places)
        lines.append(
            f"{event.date} {event.date_basis} | {event.id} | {'/'.join(event.types)} {event.status} | {roles} | {where}"
        )
        lines.append(f"    title: {event.title}")
        lines += [f"    {_shown(citation)}" for citation in event.citations]
    lines += ["", "## Statements"]
    lines += [
        f"{s.speaker} | {'direct' if s.direct else 'indirect'} | {s.date} | {_shown(s.citation)}"
        for s in data.statements
    ]
    lines += ["", "## Relations"]
    for relation in data.relations:
        lines.append(f"{relation.subject} {relation.type} {relation.object}")
        lines += [f"    {_shown(citation)}" for citation in relation.citations]
    lines += ["", "## Disagreements"]
    for disagreement in data.disagreements:
        lines.append(f"{disagreement.kind} | {disagreement.topic}")
        lines += [f"    {side.value}: {', '.join(c.source for c in side.citations)}" for side in disagreement.sides]
    return "\n".join(lines) + "\n"


def _shown(citation: CitationRecord | EventCitationRecord) -> str:
    return f"{citation.source}: {' '.join(citation.exact.split())}"
