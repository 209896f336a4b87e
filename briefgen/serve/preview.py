"""Builds what the preview shows, in memory; ``site/`` is not touched."""

from collections.abc import Callable

from briefgen.build import make
from briefgen.config import Project
from briefgen.diagnose import understood
from briefgen.memo import Memo
from briefgen.model.text import Diagnostic
from briefgen.plugins import sockets
from briefgen.serve.shown import Shown
from briefgen.write import locked
from briefgen.write.manifest import with_manifest

Told = Callable[[tuple[Diagnostic, ...], str], None]


def rebuild(project: Project, shown: Shown, told: Told, base_url: str | None = None) -> None:
    """Build once: show the site, or keep the old one and show why; ``told`` gets the problems and a line about it."""
    try:
        with locked(project.root), Memo(project.cache) as memo:
            try:
                made = make(project, sockets(), memo, base_url=base_url)
            except Exception:
                memo.save(whole=False)
                raise
            memo.save()
        problems = made.problems
        files = with_manifest(made.artifacts)
    except Exception as problem:
        problems, _ = understood(problem)
        shown.fail(problems)
        told(problems, "the build failed; the last good site is still shown")
        return
    if any(problem.severity == "error" for problem in problems):
        shown.fail(problems)
        told(problems, "the build failed; the last good site is still shown")
        return
    shown.show(files)
    seconds = sum(seconds for _, seconds in made.timings)
    told(problems, f"built {len(files):,} files in {seconds:.2f} s")
