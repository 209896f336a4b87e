"""The words of the pages: a theme's ``templates/strings/<language>.yml``, one ``key: text`` a line.

Both rooms that write pages read the same file: ``compose`` turns codes, counts and dates into language with it,
``render`` gives it to the templates as ``t("key")``.
"""

from collections.abc import Iterable
from functools import cached_property

from msgspec import convert

from briefgen.model.dates import phrase
from briefgen.model.datewords import ENGLISH, DateWords
from briefgen.model.plurals import category
from briefgen.model.site import Theme

FALLBACK = "en"
# Left-to-right isolate, and its end (UAX #9).
LRI, PDI = "\u2066", "\u2069"


class Words:
    """Texts by key.  A key that is not there reads as itself, so that a gap shows and breaks nothing."""

    def __init__(self, entries: dict[str, str], language: str = FALLBACK) -> None:
        self.entries = entries
        self.language = language

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
        """The text of a key for a number of things: ``key.one``, ``key.few`` … as the language counts."""
        form = f"{key}.{category(self.language, number)}"
        return self(form if form in self else f"{key}.other", n=self.number(number), **slots)

    def number(self, number: int) -> str:
        """A whole number, its thousands apart."""
        return f"{number:,}".replace(",", self.entries.get("number.thousands", ","))

    def listed(self, parts: Iterable[str]) -> str:
        """Things one after the other."""
        return self.entries.get("list.comma", ", ").join(parts)

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self.entries.get("language.direction") == "rtl"

    def isolated(self, text: str) -> str:
        """English words in a text of the page, kept in their own order where the page is in another language."""
        return text if self.language == FALLBACK or not text else f"{LRI}{text}{PDI}"

    def date(self, edtf: str) -> str:
        """A date in words."""
        return phrase(edtf, self.dates)

    @cached_property
    def dates(self) -> DateWords:
        """The words of dates; English ones where a theme has none."""
        found: dict[str, str | tuple[str, ...]] = {}
        for key in DateWords.__struct_fields__:
            english: str | tuple[str, ...] = getattr(ENGLISH, key)
            text = self.entries.get(f"date.{key}", "")
            if isinstance(english, str):
                found[key] = text or english
            else:
                names = tuple(name.strip() for name in text.split(","))
                found[key] = names if len(names) == len(english) else english
        return convert(found, DateWords)


def read_words(theme: Theme, language: str) -> Words:
    """A theme's words in a language, with English below it for what is not translated."""
    entries: dict[str, str] = {}
    known = FALLBACK
    files = {file.name: file.data for file in theme.templates}
    for name in dict.fromkeys((FALLBACK, language.split("-", maxsplit=1)[0], language)):
        if found := files.get(f"strings/{name}.yml"):
            entries |= read_entries(found)
            known = name
    return Words(entries, known)


def read_entries(data: bytes) -> dict[str, str]:
    """The entries of a flat YAML file: keys without spaces, values plain or in double quotes without escapes."""
    entries = {}
    for line in data.decode("utf-8-sig", "replace").splitlines():
        key, colon, value = line.partition(":")
        if colon and not line.startswith("#"):
            entries[key.strip()] = value.strip().removeprefix('"').removesuffix('"')
    return entries
