"""The front door: everything a build knows is read here, once, into one value."""

import os

from msgspec.structs import replace

from briefgen.config import Project
from briefgen.model.site import Inputs
from briefgen.model.text import Diagnostic
from briefgen.read.judgements import read_judgements
from briefgen.read.language import read_language
from briefgen.read.notes import FOLDERS, read_notes
from briefgen.read.scan import scan
from briefgen.read.settings import read_settings
from briefgen.read.theme import read_theme

__all__ = ["read", "scan"]


def read(project: Project, base_url: str | None = None) -> tuple[Inputs, tuple[Diagnostic, ...]]:
    """All inputs of a project, with every slip found on the way; raises ``BriefgenError`` where there is no theme.

    ``base_url`` overrides the one of ``content/site.yml``.  ``OSError`` where a folder is there and cannot be opened: a
    site must not be emptied because a disk is away.
    """
    for folder in (project.seeds, project.content, *(project.content / kind for kind in FOLDERS)):
        if os.path.lexists(folder):
            os.scandir(folder).close()
    settings, setting_slips = read_settings(project, base_url)
    sources, source_slips = scan(project)
    notes, note_slips = read_notes(project)
    judgements, judgement_slips = read_judgements(project)
    theme = read_theme(project, settings.theme)
    language, language_slips = read_language(project, settings.language, theme)
    settings = replace(settings, language=language)
    slips = (*setting_slips, *language_slips, *source_slips, *note_slips, *judgement_slips)
    return Inputs(settings, sources, notes, judgements, theme), slips
