"""Problems that end a command, and the printing of all problems.

A room returns Diagnostics beside its result; ``BriefgenError`` is raised only when nothing can be made at all (no
usable configuration or theme) and caught only in ``cli`` and ``serve``.
"""

from briefgen.model.text import Diagnostic


class BriefgenError(Exception):
    """Nothing can be made: carries the diagnostics that say why and the exit code of the command."""

    def __init__(self, *diagnostics: Diagnostic, exit_code: int = 1) -> None:
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics
        self.exit_code = exit_code
