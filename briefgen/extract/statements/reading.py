"""One attribution before its speaker is known, and the cue it was read from."""

from msgspec import Struct

from briefgen.extract.statements.cues import Complement
from briefgen.extract.statements.subjects import Subject


class Reading(Struct, frozen=True, gc=False):
    """Cue and content as token ranges, the subject that speaks, and the rule with its score.

    ``direct`` is true when the content is exactly one quotation; ``opens`` when the content comes in the next sentence.
    ``messenger`` is through whom it came ("the agency quoted X as saying").
    """

    rule: str
    score: float
    cue: tuple[int, int]
    content: tuple[int, int]
    subject: Subject | None
    direct: bool = False
    opens: bool = False
    messenger: Subject | None = None


class Cue(Struct, frozen=True, gc=False):
    """A cue verb at token ``verb``, its group from ``start``, what follows it, in the sentence ``low`` to ``high``."""

    verb: int
    start: int
    low: int
    high: int
    frames: dict[str, float]
    found: Complement

    @property
    def words(self) -> tuple[int, int]:
        """The tokens of the cue with auxiliaries and particle."""
        return self.start, self.found.cue_end
