"""What servers and search engines look for at the site's root."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from briefgen.model.dates import is_valid, precision, qualifier
from briefgen.model.knowledge import Corpus
from briefgen.model.site import Artifact, Briefing, BriefingData
from briefgen.sockets import Export


def robots(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """``robots.txt``: everything may be read; the sitemap where the site's address is known."""
    lines = ["User-agent: *", "Allow: /"]
    base = briefing.settings.base_url
    lines += [f"Sitemap: {base.rstrip('/')}/sitemap.xml"] if base else []
    yield Artifact("robots.txt", ("\n".join(lines) + "\n").encode())


def sitemap(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """``sitemap.xml`` (sitemaps.org), only where the site's address is known; dates are those of the content."""
    base = briefing.settings.base_url.rstrip("/")
    if not base:
        return
    changed = _day(briefing.data.as_of)
    own = _days(briefing.data)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in sorted(briefing.pages, key=lambda page: page.route.url):
        if page.view is not None and page.route.path.endswith("index.html"):
            day = own.get(page.route.url) or changed
            date = f"<lastmod>{day}</lastmod>" if day else ""
            lines.append(f"<url><loc>{escape(f'{base}/{page.route.url}')}</loc>{date}</url>")
    lines.append("</urlset>")
    yield Artifact("sitemap.xml", ("\n".join(lines) + "\n").encode())


def _days(data: BriefingData) -> dict[str | None, str]:
    """By page, the day of the newest article that tells of it; none known, the briefing's own stands."""
    dates = {source.id: _day(source.date) for source in data.sources}
    told: list[tuple[str | None, tuple[str, ...]]] = [(source.page, (source.id,)) for source in data.sources]
    told += [(event.page, tuple(citation.source for citation in event.citations)) for event in data.events]
    told += [(actor.page, tuple(id_ for form in actor.forms for id_ in form.sources)) for actor in data.actors]
    return {page: max((dates.get(id_, "") for id_ in ids), default="") for page, ids in told}


def _day(edtf: str | None) -> str:
    """A date as a sitemap takes it: a whole day, else nothing."""
    return edtf if edtf and is_valid(edtf) and precision(edtf) == "day" and not qualifier(edtf) else ""


def nojekyll(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """The mark that keeps GitHub Pages from running Jekyll over the site."""
    yield Artifact(".nojekyll", b"")


ROBOTS = Export("robots", robots)
SITEMAP = Export("sitemap", sitemap)
NOJEKYLL = Export("nojekyll", nojekyll)
