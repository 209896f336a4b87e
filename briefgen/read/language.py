"""The language of the pages: the one that ``content/site.yml`` asks for, where the theme has words for it."""

from pathlib import PurePosixPath

from briefgen.config import Project
from briefgen.model.site import Theme
from briefgen.model.text import Diagnostic
from briefgen.model.words import FALLBACK
from briefgen.read.settings import PATH
from briefgen.read.slips import place_of
from briefgen.read.theme import WORDS


def read_language(project: Project, tag: str, theme: Theme) -> tuple[str, tuple[Diagnostic, ...]]:
    """A BCP 47 tag for pages of this theme, in its usual letters (``ar-EG``); English, with a warning, without words.

    Pages that say they are in a language which they are not in are read out in a wrong voice.
    """
    primary, *rest = tag.split("-")
    written = "-".join((primary.lower(), *(part.upper() if len(part) == 2 else part for part in rest)))
    known = sorted(PurePosixPath(file.name).stem for file in theme.templates if file.name.startswith(WORDS))
    if written in known or primary.lower() in known:
        return written, ()
    position, excerpt = place_of(project, PATH, "language")
    what = f'the theme has no words for the language "{tag}"; the pages are in English'
    hint = f"there are words for: {', '.join(known)}; a further language is one file, docs/extending.md"
    return FALLBACK, (Diagnostic("warning", "no-words", what, position, hint, excerpt),)
