"""What a file says about its article beside the text: front matter, or the metadata of an HTML page."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefgen.clean.published import iso_date
from briefgen.model.dates import is_valid
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


class Given(Struct, frozen=True):
    """Metadata as (key, value) pairs, the way a format returns them."""

    pairs: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """The value of a field by any of the keys that name it."""
        pairs = {key.lower(): value.strip() for key, value in reversed(self.pairs)}
        return next((pairs[key] for key in _KEYS[name] if pairs.get(key)), None)


def lay_over(document: Document, given: Given) -> Document:
    """The document with what its metadata gives; metadata wins over what the text was read to say."""
    changes: dict[str, Any] = {}
    for name in ("title", "publisher", "author"):
        value = given.get(name)
        if value:
            stated: Field | None = getattr(document, name)
            same = stated is not None and stated.value.lower() == value.lower()
            changes[name] = stated if same else Field(value)
    for name in ("url", "archive_url", "language"):
        if value := given.get(name):
            changes[name] = value
    if (text := given.get("date")) and (value := edtf(text)):
        changes["published"] = Published(value, "metadata", None, "the date in the file's metadata")
    return replace(document, **changes) if changes else document


def edtf(text: str) -> str | None:
    """A metadata date as EDTF: EDTF itself, a date and time of which the day is kept, or a date in words."""
    text = text.strip()
    return text if is_valid(text) else iso_date(text)
