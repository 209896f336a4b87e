"""``briefgen clean``: remove what briefgen made, and nothing else."""

from pathlib import Path

import click

from briefgen.commands.shell import CONTEXT, Shell, common
from briefgen.config import Project
from briefgen.diagnose import counted
from briefgen.write import MANIFEST, locked, read_manifest, sweep

MEMO_FILES = ("memo", "last", ".gitignore")


@click.command(context_settings=CONTEXT)
@click.option("-d", "--site-dir", metavar="DIR", help="The site to remove, instead of site/.")
@click.option("--keep-site", is_flag=True, help="Remove the memo only.")
@common
@click.pass_obj
def command(shell: Shell, *, site_dir: str | None, keep_site: bool) -> int:
    """Remove the memo and the files of the site.

    Of the site only the files that its manifest lists are removed; whatever else lies there stays.

    \b
    Example:
      briefgen clean --keep-site
    """
    project = shell.project(site_dir)
    with locked(project.root):
        sweep(project.site)
        memo = _clean_memo(project)
        site = 0 if keep_site else _clean_site(project.site)
    shell.report.say("cleaned", f"removed {counted(memo, 'file')} of the memo, {counted(site, 'file')} of the site")
    return 0


def _clean_memo(project: Project) -> int:
    if project.cache.is_symlink() or not project.cache.is_dir():
        return 0
    ours = [path for path in sorted(project.cache.iterdir()) if path.name in MEMO_FILES or path.suffix == ".tmp"]
    for path in ours:
        path.unlink()
    if not any(project.cache.iterdir()):
        project.cache.rmdir()
    return len(ours)


def _clean_site(site: Path) -> int:
    manifest = None if site.is_symlink() else read_manifest(site)
    if manifest is None:
        return 0
    removed = 0
    for name in (*manifest.files, MANIFEST):
        path = site / name
        if _inside(path, site) and path.is_file():
            path.unlink()
            removed += 1
    for folder in sorted({f for name in manifest.files for f in (site / name).parents}, reverse=True):
        if (folder == site or site in folder.parents) and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return removed


def _inside(path: Path, site: Path) -> bool:
    """True when no folder on the way is a link."""
    return not any(folder.is_symlink() for folder in path.parents if site in folder.parents)
