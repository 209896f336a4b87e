"""What a page gets while it is previewed: the script that reloads it, and leave to load that script."""

import re
from html import escape
from importlib import resources

from briefgen.model.regex import regex

SCRIPT_PATH = "/.briefgen/reload.js"
EVENTS_PATH = "/.briefgen/events"
PROBLEMS_PATH = "/.briefgen/problems.json"

_POLICY = regex(
    rb"""(<meta\s[^>]{0,200}?http-equiv\s*=\s*["']?content-security-policy["']?[^>]{0,200}?content\s*=\s*)("[^"]*"|'[^']*')""",
    re.IGNORECASE,
)
_NEEDED = (b"script-src", b"connect-src")


def script() -> bytes:
    """The reload script."""
    return resources.files("briefgen.serve").joinpath("reload.js").read_bytes()


def prepared(page: bytes, site: str) -> bytes:
    """A page of the site that is called ``site``, with the reload script in it."""
    tag = f'<script src="{SCRIPT_PATH}?site={site}"></script>'.encode()
    page = _POLICY.sub(lambda match: match[1] + _widened(match[2]), page, count=1)
    before, end, after = page.rpartition(b"</body>")
    return before + tag + end + after if end else page + tag


def _widened(policy: bytes) -> bytes:
    """The page's own policy, with its own origin allowed for scripts and connections."""
    quote, rules = policy[:1], policy[1:-1]
    own = b"'self'" if quote == b'"' else b"&#39;self&#39;"
    parts = [part.strip() for part in rules.split(b";") if part.strip()]
    for name in _NEEDED:
        found = next((n for n, part in enumerate(parts) if part.split()[0].lower() == name), None)
        if found is None:
            parts.append(name + b" " + own)
        elif own not in parts[found]:
            parts[found] = b" ".join((name, own, *(w for w in parts[found].split()[1:] if b"none" not in w)))
    return quote + b"; ".join(parts) + quote


def nothing_yet(errors: tuple[str, ...]) -> bytes:
    """The page that stands in for the site while there is none."""
    told = "".join(f"<pre>{escape(error)}</pre>" for error in errors)
    title = "The site cannot be built"
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
    return f"{head}<body><h1>{title}</h1>{told}</body></html>".encode()
