"""What a file says about its article beside the text: front matter, or the metadata of an HTML page."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefgen.clean.published import address_date, iso_date
from briefgen.model.dates import is_valid
from briefgen.model.regex import regex
from briefgen.model.text import Document, Field, Published

_KEYS = {
    "title": ("title",),
    "publisher": ("publisher", "outlet", "site", "sitename", "site_name"),
    "author": ("author", "byline"),
    "date": ("date", "published"),
    "url": ("url", "link"),
    "archive_url": ("archive_url",),
    "language": ("language", "lang"),
}


_WEB = regex(r"https?://[^\s<>\"']{1,2000}")
_SHAPES = {
    "url": _WEB,
    "archive_url": _WEB,
    "language": regex(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}"),
}


class Given(Struct, frozen=True):
    """Metadata as (key, value) pairs, the way a format returns them."""

    pairs: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """The value of a field by any of the keys that name it."""
        pairs = {key.lower(): " ".join(value.split()) for key, value in reversed(self.pairs)}
        return next((pairs[key] for key in _KEYS[name] if pairs.get(key)), None)


def lay_over(document: Document, given: Given) -> Document:
    """The document with what its metadata gives; metadata wins over what the text was read to say.

    Addresses other than of the web and odd language tags are passed over: the file may be hostile.
    """
    changes: dict[str, Any] = {}
    for name in ("publisher", "author", "title"):
        if value := given.get(name):
            stated: Field | None = getattr(document, name)
            site = changes.get("publisher") or document.publisher
            kept = stated is not None and _is_same(value, stated.value, site.value if name == "title" and site else "")
            changes[name] = stated if kept else Field(value)
    for name, shape in _SHAPES.items():
        if (value := given.get(name)) and shape.fullmatch(value):
            changes[name] = value
    if (text := given.get("date")) and (value := edtf(text)):
        changes["published"] = Published(value, "metadata", None, "the date in the file's metadata")
    elif not document.published.value and "url" in changes and (found := address_date(changes["url"])):
        changes["published"] = Published(found[0], "metadata", None, "the date in the article's address")
    return replace(document, **changes) if changes else document


def _is_same(value: str, stated: str, site: str) -> bool:
    """Whether a value says what the text states, the site's name after a page's title not counted."""
    low, known = value.lower(), stated.lower()
    rest = low.removeprefix(known).strip(" |-–—·•:")
    return low.startswith(known) and rest in ("", site.lower())


def edtf(text: str) -> str | None:
    """A metadata date as EDTF: EDTF itself, a date and time of which the day is kept, or a date in words."""
    text = text.strip()
    return text if is_valid(text) else iso_date(text)
