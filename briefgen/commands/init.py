"""``briefgen init``: a project that builds at once."""

from importlib import resources
from pathlib import Path
from shlex import quote

import click

from briefgen.commands.shell import CONTEXT, Shell, common

FILES = {
    "seeds/example.txt": "example.txt",
    "content/site.yml": "site.yml",
    "content/judgements.yml": "judgements.yml",
    ".gitignore": "gitignore",
}
WORKFLOW = {".github/workflows/publish.yml": "publish.yml"}
FOLDERS = ("content/actors", "content/events", "content/sources", "content/pages")
NEXT_STEPS = """\
Next:
  put articles (.txt, .md, .html) into {seeds} and delete the example
  briefgen{where} build           writes the site
  briefgen{where} serve --open    shows it while you write"""
PAGES_STEPS = """\
To publish on GitHub Pages:
  1. push this folder to a repository on GitHub (branch main)
  2. there, under Settings, Pages, Build and deployment, choose the source "GitHub Actions"
  The next push to main publishes; the address is shown at the end of the run, under Actions."""


@click.command(context_settings=CONTEXT)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("--github-pages", is_flag=True, help="Add a workflow that publishes the site on GitHub Pages.")
@common
@click.pass_obj
def command(shell: Shell, folder: str, github_pages: bool) -> int:
    """Start a project in DIR (default: here).

    Nothing that is there already is changed.

    \b
    Example:
      briefgen init my-briefing --github-pages
    """
    root = shell.start / folder
    for name, template in (FILES | (WORKFLOW if github_pages else {})).items():
        if name == "seeds/example.txt" and _has_articles(root):
            continue
        made = _create(root / name, template)
        shell.report.say("init", f"{'made' if made else 'kept'} {shell.shown((root / name).absolute())}")
    for name in FOLDERS:
        (root / name).mkdir(parents=True, exist_ok=True)
    where = "" if folder in ("", ".") else f" -C {quote(folder)}"
    shell.report.say("next", NEXT_STEPS.format(seeds=shell.shown((root / "seeds").absolute()), where=where))
    if github_pages:
        shell.report.say("next", PAGES_STEPS)
    return 0


def _has_articles(root: Path) -> bool:
    return (root / "seeds").is_dir() and any((root / "seeds").iterdir())


def _create(path: Path, template: str) -> bool:
    """Write a file of the scaffold; False when one is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = resources.files("briefgen.scaffold").joinpath(template).read_bytes()
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    return True
