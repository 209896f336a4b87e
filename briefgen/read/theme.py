"""A theme's files, with what it extends laid below it.

A theme is a folder with ``theme.yml``, ``templates/`` and ``static/``.  What a theme extends lies below it: a file
replaces that of the same name, words are added to those below, and a template that is replaced stays there below its
theme's name (``default/base.html``), so that its blocks and macros can still be used.

A theme is looked for in the project's ``themes/``, then among installed ones (entry point ``briefgen.themes``), then in
the package.  Themes are code: only install what you trust.
"""

from codecs import BOM_UTF8
from pathlib import Path

from briefgen.config import Project
from briefgen.errors import BriefgenError
from briefgen.model.site import Theme, ThemeFile
from briefgen.model.text import Diagnostic, Position
from briefgen.read.files import Found, load, walk
from briefgen.read.slips import place_of, suggestion
from briefgen.yamltext import YamlError, parse

CONTRACT = 1
KEYS = ("name", "extends", "contract")
WORDS = "strings/"


def bundled_themes() -> Path:
    """The folder of the themes that come with briefgen: in the wheel, or the repository it was installed from."""
    packaged = Path(__file__).parent.parent / "themes"
    return packaged if packaged.is_dir() else packaged.parent.parent / "themes"


def read_theme(project: Project, name: str) -> Theme:
    """The theme of that name as one value.  Raises ``BriefgenError`` where it, or one it extends, is not there."""
    return _read(project, name, ())


def _read(project: Project, name: str, seen: tuple[str, ...], below: str = "") -> Theme:
    """The theme ``name``, which the ``theme.yml`` at ``below`` extends, or the settings ask for where that is empty."""
    if name in seen:
        raise _error("theme-loop", f"themes extend each other in a ring: {' > '.join((*seen, name))}", below)
    folder, root = _find(project, name, below)
    settings = _settings(folder, root)
    own = (folder / "theme.yml").relative_to(root).as_posix()
    base = _read(project, settings["extends"], (*seen, name), own) if settings.get("extends") else None
    templates = _laid_over(base, _files(folder / "templates", root)) if base else _files(folder / "templates", root)
    static = {file.name: file for file in base.static} if base else {}
    static |= _files(folder / "static", root)
    return Theme(
        name,
        int(settings.get("contract", CONTRACT)),
        tuple(templates[key] for key in sorted(templates)),
        tuple(static[key] for key in sorted(static)),
    )


def _laid_over(base: Theme, own: dict[str, ThemeFile]) -> dict[str, ThemeFile]:
    """A theme's templates and words with those of the theme below it."""
    below = {file.name: file for file in base.templates}
    laid = dict(below)
    for name, file in own.items():
        replaced = below.get(name)
        if replaced and name.startswith(WORDS):
            laid[name] = ThemeFile(name, file.path, replaced.data + b"\n" + file.data.removeprefix(BOM_UTF8))
            continue
        if replaced:
            kept = f"{base.name}/{name}"
            laid[kept] = ThemeFile(kept, replaced.path, replaced.data)
        laid[name] = file
    return laid


def _find(project: Project, name: str, below: str) -> tuple[Path, Path]:
    """The theme's folder, and the folder its files are named relative to."""
    own = project.themes / name
    if "/" not in name and "\\" not in name and not name.startswith("."):
        if (own / "theme.yml").is_file():
            return own, project.root
        from importlib import resources  # both are slow to import, and few themes come from elsewhere
        from importlib.metadata import entry_points

        for entry in entry_points(group="briefgen.themes", name=name):
            location = Path(str(resources.files(entry.load())))
            return location, location.parent
        bundled = bundled_themes() / name
        if (bundled / "theme.yml").is_file():
            return bundled, bundled.parent.parent
    found = (path for folder in (project.themes, bundled_themes()) for path in folder.glob("*/theme.yml"))
    known = {path.parent.name for path in found if path.is_file()}
    position, excerpt = place_of(project, below or "content/site.yml", "extends" if below else "theme")
    what = f'there is no theme "{name}"'
    raise BriefgenError(Diagnostic("error", "no-theme", what, position, suggestion(name, known), excerpt))


def _settings(folder: Path, root: Path) -> dict[str, str]:
    path = (folder / "theme.yml").relative_to(root).as_posix()
    data = load(Found(folder / "theme.yml", path))
    try:
        root_node = parse(data.decode("utf-8-sig"), path) if isinstance(data, bytes) else None
    except (UnicodeDecodeError, YamlError) as error:
        raise _error("bad-theme", f"cannot be read: {error}", path) from None
    settings = {key.text: value.text for key, value in (root_node.pairs or ())} if root_node else {}
    for key in settings:
        if key not in KEYS:
            raise _error("unknown-key", f'there is no theme setting "{key}"', path, suggestion(key, KEYS))
    if settings.get("contract", str(CONTRACT)) != str(CONTRACT):
        what = f"is made for view contract {settings['contract']}; this briefgen has contract {CONTRACT}"
        raise _error("theme-contract", what, path)
    return settings


def _files(folder: Path, root: Path) -> dict[str, ThemeFile]:
    files = {}
    for found in walk(folder, root):
        data = load(found) if isinstance(found, Found) else None
        if isinstance(found, Found) and isinstance(data, bytes):
            name = found.location.relative_to(folder).as_posix()
            files[name] = ThemeFile(name, found.path, data)
    return files


def _error(code: str, message: str, path: str = "", hint: str = "") -> BriefgenError:
    return BriefgenError(Diagnostic("error", code, message, Position(path) if path else None, hint))
