"""Why the briefing says what it says: from a page, an id or an anchor back to file, line, rule and score."""

from briefgen.explain.lines import Lines
from briefgen.explain.story import explain

__all__ = ["Lines", "explain"]
