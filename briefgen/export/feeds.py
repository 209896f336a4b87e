"""Feeds of the events: Atom (RFC 4287) and JSON Feed 1.1, whole and one an actor.

Addresses are whole where the site's is known.  Without it Atom's links are relative to the feed, as RFC 4287 allows,
and JSON Feed, which knows no relative ones, has none.  No clock is read: an entry is as old as its newest article.
"""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from briefgen.export.entries import Entry, Feed, feeds, line, name_of
from briefgen.export.json_data import pretty
from briefgen.model.knowledge import Corpus
from briefgen.model.site import ATOM_FEED, JSON_FEED, Artifact, Briefing
from briefgen.sockets import Export


def atom(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """``feed.xml`` of the site and of each actor."""
    for feed in feeds(briefing):
        yield Artifact(f"{feed.page}{ATOM_FEED.name}", _atom(briefing, feed).encode())


def _atom(briefing: Briefing, feed: Feed) -> str:
    base = briefing.settings.base_url.rstrip("/")
    own = f'<link rel="self" type="{ATOM_FEED.type}" href="{escape(f"{base}/{feed.page}{ATOM_FEED.name}")}"/>'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(briefing.settings.language)}">',
        f"<id>{escape(name_of(briefing, feed.page))}</id>",
        f"<title>{escape(feed.title)}</title>",
        f"<updated>{_moment(feed.updated)}</updated>",
        f"<author><name>{escape(line(briefing.settings.title) or feed.title)}</name></author>",
        "<generator>briefgen</generator>",
        f'<link rel="alternate" type="text/html" href="{_link(base, feed, feed.page)}"/>',
        *([own] if base else []),
        *(_atom_entry(briefing, feed, entry) for entry in feed.entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _atom_entry(briefing: Briefing, feed: Feed, entry: Entry) -> str:
    base = briefing.settings.base_url.rstrip("/")
    lines = [
        "<entry>",
        f"<id>{escape(name_of(briefing, entry.page))}</id>",
        f"<title>{escape(entry.title)}</title>",
        f"<published>{_moment(entry.published)}</published>",
        f"<updated>{_moment(entry.updated)}</updated>",
        f"<author><name>{escape(entry.outlet)}</name></author>",
        f'<link rel="alternate" type="text/html" href="{_link(base, feed, entry.page)}"/>',
        f'<content type="text">{escape(entry.sentence)}</content>',
        "</entry>",
    ]
    return "\n".join(lines)


def _link(base: str, feed: Feed, page: str) -> str:
    """The address of a page, from the feed where the site's own is not known."""
    return escape(f"{base}/{page}" if base else f"{'../' * feed.page.count('/')}{page}index.html")


def _moment(day: date) -> str:
    """A day as RFC 3339 has it: its first moment."""
    return f"{day.isoformat()}T00:00:00Z"


def json_feed(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """``feed.json`` of the site and of each actor."""
    base = briefing.settings.base_url.rstrip("/")
    for feed in feeds(briefing):
        told: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title}
        if base:
            told["home_page_url"] = f"{base}/{feed.page}"
            told["feed_url"] = f"{base}/{feed.page}{JSON_FEED.name}"
        told["language"] = briefing.settings.language
        told["items"] = [_item(briefing, entry) for entry in feed.entries]
        yield Artifact(f"{feed.page}{JSON_FEED.name}", pretty(told))


def _item(briefing: Briefing, entry: Entry) -> dict[str, Any]:
    base = briefing.settings.base_url.rstrip("/")
    return {
        "id": name_of(briefing, entry.page),
        **({"url": f"{base}/{entry.page}"} if base else {}),
        "title": entry.title,
        "content_text": entry.sentence,
        "date_published": _moment(entry.published),
        "date_modified": _moment(entry.updated),
        "authors": [{"name": entry.outlet}],
    }


ATOM = Export("atom", atom)
JSON = Export("jsonfeed", json_feed)
