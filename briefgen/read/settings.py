"""``content/site.yml``: the one configuration file, checked against ``model.site.Settings``."""

from typing import Any

import msgspec

from briefgen.config import Project
from briefgen.model.site import Settings
from briefgen.model.text import Diagnostic, Position
from briefgen.read.slips import line_of, read_yaml, suggestion
from briefgen.yamltext import Node

PATH = "content/site.yml"
# What to write instead of a value that will not do.
WANTED = {
    "language": "a language tag, such as en, ar or pt-BR",
    "base_url": "a whole address, such as https://example.org/briefing/, or nothing",
    "visibility": "public or hidden",
    "excerpt_share": "a share from 0 to 1, such as 0.3",
    "excerpt_words": "a whole number from 1 to 100000, such as 90",
}


def read_settings(project: Project, base_url: str | None = None) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings and their slips; defaults stand in for what is missing or wrong."""
    settings, slips = _from_file(project)
    if base_url is not None:
        override, more = settings_from({"base_url": base_url}, {})
        return msgspec.structs.replace(settings, base_url=override.base_url), (*slips, *more)
    return settings, slips


def _from_file(project: Project) -> tuple[Settings, tuple[Diagnostic, ...]]:
    root, text, slips = read_yaml(project, PATH)
    return _checked(root, text) if root else (Settings(), slips)


def _checked(root: Node, text: str) -> tuple[Settings, tuple[Diagnostic, ...]]:
    slips: list[Diagnostic] = []
    values: dict[str, str] = {}
    places: dict[str, Position] = {}
    for key, value in root.pairs or ():
        if key.text not in Settings.__struct_fields__:
            what = f'there is no setting "{key.text}"'
            hint = suggestion(key.text, Settings.__struct_fields__)
            slips.append(Diagnostic("error", "unknown-key", what, key.position, hint, line_of(text, key.position)))
        elif not value.is_text:
            what = f'"{key.text}" must be one value, not a list or keys'
            hint = f"write {WANTED[key.text]}" if key.text in WANTED else ""
            slips.append(Diagnostic("error", "bad-value", what, value.position, hint, line_of(text, value.position)))
        elif value.text:  # left empty, it is as if left out
            values[key.text] = value.text
            places[key.text] = value.position
    settings, wrong = settings_from(values, places)
    slips += [
        msgspec.structs.replace(slip, excerpt=line_of(text, slip.position)) if slip.position else slip for slip in wrong
    ]
    return settings, tuple(slips)


def settings_from(values: dict[str, str], places: dict[str, Position]) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Settings of text values; each wrong one is a diagnostic and falls back to its default."""
    good: dict[str, Any] = {}
    slips: list[Diagnostic] = []
    for key, value in values.items():
        try:
            msgspec.convert({key: value}, Settings, strict=False)
            good[key] = value
        except msgspec.ValidationError:
            what = f'"{key}" cannot be "{value}"'
            slips.append(Diagnostic("error", "bad-value", what, places.get(key), f"write {WANTED[key]}"))
    return msgspec.convert(good, Settings, strict=False), tuple(slips)


def settings_schema() -> dict[str, Any]:
    """The JSON Schema of ``content/site.yml``, for editors; shipped as ``site.schema.json``."""
    return msgspec.json.schema(Settings)
