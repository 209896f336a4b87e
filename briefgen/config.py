"""Where a project's folders are.  The settings themselves (``content/site.yml``) are read by ``read.settings``."""

from pathlib import Path

from msgspec import Struct

from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic


class Project(Struct, frozen=True):
    """A project's folders, all absolute; none but ``root`` need exist."""

    root: Path
    seeds: Path
    content: Path
    themes: Path
    site: Path
    cache: Path

    @classmethod
    def at(cls, root: Path, site: Path | None = None) -> "Project":
        """The project in a folder; ``site`` overrides where the site is written (relative to ``root``)."""
        root = root.absolute()
        return cls(
            root=root,
            seeds=root / "seeds",
            content=root / "content",
            themes=root / "themes",
            site=root / site if site else root / "site",
            cache=root / ".briefgen",
        )


def find_project(start: Path, site: Path | None = None) -> Project:
    """The project that ``start`` or the nearest folder above it holds: one with ``seeds/`` or ``content/site.yml``."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / "seeds").is_dir() or (folder / "content" / "site.yml").is_file():
            return Project.at(folder, site)
    raise BriefgenError(
        Diagnostic(
            "error",
            "no-project",
            f"{start} is not in a briefgen project: no seeds/ folder here or above",
            hint="run 'briefgen init' to start one, or change to the folder that holds seeds/",
        ),
        exit_code=2,
    )
