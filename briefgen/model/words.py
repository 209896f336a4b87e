"""The words of the pages: a theme's ``templates/strings/<language>.yml``, one ``key: text`` a line.

Both rooms that write pages read the same file: ``compose`` turns codes and counts into language with it, ``render``
gives it to the templates as ``t("key")``.
"""

from briefgen.model.site import Theme

FALLBACK = "en"


class Words:
    """Texts by key.  A key that is not there reads as itself, so that a gap shows and breaks nothing."""

    def __init__(self, entries: dict[str, str]) -> None:
        self.entries = entries

    def __call__(self, key: str, **slots: object) -> str:
        """The text of a key, its ``{slots}`` filled."""
        text = self.entries.get(key, key)
        for slot, value in slots.items():
            text = text.replace(f"{{{slot}}}", str(value))
        return text

    def __contains__(self, key: object) -> bool:
        """Whether there is a text for the key."""
        return key in self.entries

    def count(self, key: str, number: int, **slots: object) -> str:
        """The text of a key for a number of things: ``key.one`` or ``key.other``."""
        form = "one" if number == 1 else "other"
        return self(f"{key}.{form}", n=f"{number:,}", **slots)


def read_words(theme: Theme, language: str) -> Words:
    """A theme's words in a language, with English below it for what is not translated."""
    entries: dict[str, str] = {}
    wanted = [f"strings/{name}.yml" for name in (FALLBACK, language.split("-", maxsplit=1)[0], language)]
    files = {file.name: file.data for file in theme.templates}
    for name in dict.fromkeys(wanted):
        entries |= _entries(files.get(name, b"").decode("utf-8", "replace"))
    return Words(entries)


def _entries(text: str) -> dict[str, str]:
    """The entries of a flat YAML file: keys without spaces, values plain or in double quotes without escapes."""
    entries = {}
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if colon and not line.startswith("#"):
            entries[key.strip()] = value.strip().removeprefix('"').removesuffix('"')
    return entries
