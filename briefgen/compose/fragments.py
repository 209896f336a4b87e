"""Addresses that lead to the very words on a publisher's page: URL text fragments.

The directive is that of "URL Fragment Text Directives" (WICG): words percent-encoded, and dashes, commas and ampersands
too.  A browser that knows none opens the page at its top.
"""

from urllib.parse import quote

from briefgen.compose.text import squash

# A passage of more words is told by its first and its last ones, which a small change of the page leaves alone.
WHOLE, EDGE = 10, 5
_DIRECTIVE = ":~:"


def at_words(url: str | None, words: str) -> str:
    """The address of a page at these words; nothing where there is no address."""
    if not url:
        return ""
    text = squash(words).split(" ")
    parts = [text] if len(text) <= WHOLE else [text[:EDGE], text[-EDGE:]]
    page, _, fragment = url.partition("#")
    directive = ",".join(_encoded(" ".join(part)) for part in parts)
    return f"{page}#{fragment.partition(_DIRECTIVE)[0]}{_DIRECTIVE}text={directive}" if words.strip() else url


def _encoded(words: str) -> str:
    return quote(words, safe="", errors="replace").replace("-", "%2D")
