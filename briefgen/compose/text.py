"""Small repairs of text for the page: white space, marks that turn text round, web addresses."""

from urllib.parse import urlsplit

from briefgen.model.regex import regex

# Controls that have no look of their own: C0 and C1 without tab and line ends.
_CONTROLS = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# Marks that turn the direction of what follows or take no space (UAX #9; Unicode Cf that hide in names).
_INVISIBLE = regex(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_SPACE = regex(r"\s+")
_SINGLE = str.maketrans("“”", "‘’")
_SCHEMES = ("http", "https")


def squash(text: str) -> str:
    """The text on one line: every run of white space one space."""
    return _SPACE.sub(" ", _CONTROLS.sub("", text)).strip()


def joined(text: str) -> str:
    """White space joined as in ``squash``, but kept at the ends, where the text goes on."""
    inner = squash(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def plain(text: str) -> str:
    """A name or title for display: on one line, without marks that hide or turn text."""
    return squash(_INVISIBLE.sub("", text))


def web_address(url: str | None) -> str:
    """The address when it is a plain http(s) link that is safe to print, else nothing."""
    if not url or url != _CONTROLS.sub("", url) or any(c.isspace() or c in "\\\"'<>`" for c in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in _SCHEMES and parts.netloc else ""


def shorten(text: str, limit: int) -> str:
    """The text, cut at a word's end where it is longer than ``limit``."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def in_marks(text: str, limit: int) -> str:
    """The first words in quotation marks, those within them in single ones; nothing for nothing."""
    words = shorten(text.translate(_SINGLE), limit)
    return f"“{words}”" if words else ""


def keep_first(text: str, limit: int) -> str:
    """The beginning of a passage; a cut is at a word's end, and shown."""
    if len(text) <= limit:
        return text
    return (text[:limit].rpartition(" ")[0].rstrip() or text[:limit]) + " …"


def keep_last(text: str, limit: int) -> str:
    """The end of a passage; a cut is at a word's beginning, and shown."""
    if len(text) <= limit:
        return text
    return "… " + (text[-limit:].partition(" ")[2].lstrip() or text[-limit:])
