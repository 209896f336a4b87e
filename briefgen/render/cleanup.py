"""The last look at a page: what no page may hold is taken out."""

import re

# Control characters and noncharacters: HTML forbids them, and no reader sees them (HTML, 13.1.4; Unicode, 23.7).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr((plane << 16) | 0xFFFE)}{chr((plane << 16) | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)


def scrub(html: str) -> str:
    """The page without control characters and noncharacters, lines ending in a line feed."""
    return _FORBIDDEN.sub("", html)
