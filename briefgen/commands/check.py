"""``briefgen check``: is the site on disk whole and true?"""

from urllib.parse import urlsplit

import click

from briefgen.commands.shell import CONTEXT, Shell, common
from briefgen.diagnose import counted
from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic, Position


@click.command(context_settings=CONTEXT)
@click.option("-d", "--site-dir", metavar="DIR", help="The site to check, instead of site/.")
@click.option("--base-url", metavar="URL", help="The address that the site was built for, as given to build.")
@common
@click.pass_obj
def command(shell: Shell, *, site_dir: str | None, base_url: str | None) -> int:
    """Check the site that was built.

    Every link and anchor in it must lead somewhere, every citation must be the article's own words at their place, and
    every file must be the one that was built.  It also tells where much of an article is quoted.

    \b
    Example:
      briefgen build && briefgen check
    """
    from briefgen import plugins
    from briefgen.checks.citations import check_citations, read_published, verified
    from briefgen.checks.excerpts import check_excerpts
    from briefgen.checks.links import check_links
    from briefgen.last import damaged
    from briefgen.read.settings import read_settings

    project = shell.project(site_dir)
    if not project.site.is_dir():
        problem = Diagnostic("error", "no-site", "there is no site here", Position(shell.shown(project.site)))
        raise BriefgenError(problem)
    settings, _ = read_settings(project, base_url)
    base_path = urlsplit(settings.base_url).path.rstrip("/") + "/"
    changed = [
        Diagnostic("error", "file-changed", "is not as it was built", Position(name)) for name in damaged(project.site)
    ]
    links = check_links(project.site, base_path)
    published = read_published(project.site, project.root, plugins.formats())
    problems = (*changed, *links, *check_citations(published))
    shell.report.problems(problems)
    if not problems:
        shell.report.problems(check_excerpts(published, settings))
    of = f"{verified(published):,} of {counted(len(published.citations), 'citation')} verified"
    shell.report.say("checked", f"{of}: {counted(len(problems), 'problem')}")
    return int(bool(problems))
