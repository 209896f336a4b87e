"""``briefgen build``: seeds and content in, a site out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from briefgen.commands.shell import CONTEXT, Shell, common
from briefgen.config import Project
from briefgen.diagnose import counted
from briefgen.inputs import inputs_digest
from briefgen.last import recall, remember
from briefgen.model.text import Diagnostic, Position
from briefgen.write import Changes, difference, locked, sweep, write

if TYPE_CHECKING:
    from briefgen.build import Made
    from briefgen.memo import Memo


class Options(Struct, frozen=True):
    """How a build is to be done, as the command line says."""

    strict: bool = False
    base_url: str | None = None
    clean: bool = False
    check: bool = False
    timings: bool = False


@click.command(context_settings=CONTEXT)
@click.option("-s", "--strict", is_flag=True, help="Fail on warnings as well; nothing is written then.")
@click.option("-d", "--site-dir", metavar="DIR", help="Write the site here instead of site/.")
@click.option(
    "--base-url", metavar="URL", help="The address the site will have, instead of the one in content/site.yml."
)
@click.option("-c", "--clean", is_flag=True, help="Work everything out anew.")
@click.option("--check", is_flag=True, help="Write nothing; fail when the site is not what would be written.")
@click.option("--timings", is_flag=True, help="Tell how long each part took.")
@common
@click.pass_obj
def command(
    shell: Shell, *, site_dir: str | None, strict: bool, base_url: str | None, clean: bool, check: bool, timings: bool
) -> int:
    """Build the site.

    Exit code: 0 fine, 1 problems in the input, 2 wrong usage, 3 disk or permission, 4 another build is running.

    \b
    Example:
      briefgen build --strict
    """
    project = shell.project(site_dir)
    with locked(project.root, waiting=lambda: shell.report.say("waiting", "waiting for another build to end …")):
        return build(shell, project, Options(strict, base_url, clean, check, timings))


def build(shell: Shell, project: Project, options: Options) -> int:
    """Build a project that is locked; gives the exit code."""
    if not options.check:
        sweep(project.site)
    inputs = inputs_digest(project, options.base_url)
    last = None if options.clean or options.check else recall(project.cache, inputs, project.site)
    if last is None:
        return _make(shell, project, options, inputs)
    shell.report.problems(last.problems)
    if failed(last.problems, options.strict):
        return _refused(shell, last.problems)
    shell.report.say("up-to-date", f"{shell.shown(project.site)}/ is up to date")
    return 0


def _make(shell: Shell, project: Project, options: Options, inputs: str) -> int:
    from briefgen.memo import Memo, forget

    if options.check:
        return _check(shell, _made(shell, project, options, Memo.none()), project, options)
    if options.clean:
        forget(project.cache)
    with Memo(project.cache) as memo:
        made = _made(shell, project, options, memo)
        if failed(made.problems, options.strict):
            memo.save()
            return _refused(shell, made.problems)
        changes = write(made.artifacts, project.site)
        shell.report.problems(memo.save())
    remember(project.cache, inputs, project.site, made.problems)
    for what, paths in _parts(changes):
        for path in paths:
            shell.report.say("file", f"{what} {path}", level=1)
    shell.report.say("built", _summary(shell.shown(project.site), changes))
    return 0


def _made(shell: Shell, project: Project, options: Options, memo: "Memo") -> "Made":
    """The site in memory; tells its problems and, where that is asked for, its timings."""
    from briefgen.build import make
    from briefgen.commands.progress import Progress
    from briefgen.plugins import sockets

    with Progress(shell) as progress:
        memo.progress = progress.items
        try:
            made = make(project, sockets(), memo, progress.room, options.base_url)
        except Exception:
            memo.save(whole=False)  # so that mending one template does not read every article anew
            raise
    shell.report.problems(made.problems)
    if options.timings:
        _show_timings(shell, made.timings, memo)
    return made


def failed(problems: Iterable[Diagnostic], strict: bool = False) -> bool:
    """True when these problems forbid writing a site: any error; with ``strict`` any warning as well."""
    return any(p.severity == "error" or (strict and p.severity == "warning") for p in problems)


def _refused(shell: Shell, problems: Iterable[Diagnostic]) -> int:
    shown = tuple(dict.fromkeys(problems))
    errors = sum(p.severity == "error" for p in shown)
    warnings = sum(p.severity == "warning" for p in shown)
    shell.report.say("not-built", f"nothing was written: {counted(errors, 'error')}, {counted(warnings, 'warning')}")
    return 1


def _check(shell: Shell, made: "Made", project: Project, options: Options) -> int:
    """The answer of ``--check``."""
    if failed(made.problems, options.strict):
        return _refused(shell, made.problems)
    changes = difference(made.artifacts, project.site)
    for what in ("added", "changed", "removed"):
        for path in getattr(changes, what):
            shell.report.problems([Diagnostic("error", "site-differs", f"would be {what}", Position(path))])
    if changes:
        shell.report.say("site-differs", "the site is not what its sources make; run 'briefgen build'")
    return int(bool(changes))


def _summary(site: str, changes: Changes) -> str:
    if not changes:
        return f"{site}/ is up to date: {counted(changes.total, 'file')}"
    parts = [f"{len(paths)} {what}" for what, paths in _parts(changes) if paths]
    return f"wrote {site}/: {counted(changes.total, 'file')} ({', '.join(parts)})"


def _parts(changes: Changes) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("new", changes.added), ("changed", changes.changed), ("removed", changes.removed))


def _show_timings(shell: Shell, timings: Iterable[tuple[str, float]], memo: "Memo") -> None:
    rows = tuple(timings)
    for room, seconds in (*rows, ("together", sum(seconds for _, seconds in rows))):
        shell.report.say("timing", f"{room:<10}{seconds:9.3f} s", level=-1)
    shell.report.say("timing", f"memo       {memo.hits} of {memo.hits + memo.misses} answered", level=-1)
