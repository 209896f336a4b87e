"""What is compared of a telling."""

from briefgen.cluster.desk import Desk
from briefgen.cluster.tellings import Telling


class Features:
    """What is compared of a telling, looked up once."""

    def __init__(self, desk: Desk, telling: Telling) -> None:
        self.telling = telling
        self.source = telling.source
        self.line = telling.line
        self.when = desk.when(telling)
        self.deeds, self.types, self.families = telling.deeds, frozenset(telling.types), telling.families
        self.doers, self.sufferers, self.participants = telling.doers, telling.sufferers, telling.participants
        self.agents, self.patients = frozenset(telling.agents), frozenset(telling.patients)
        self.agent_words, self.places = frozenset(telling.agent_words), frozenset(telling.places)
        self.clause = desk.clauses[telling.ref]
