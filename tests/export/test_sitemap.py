"""The sitemap: every page with the day of the newest article that tells of it."""

from xml.etree import ElementTree

from briefgen.compose import compose
from briefgen.compose.pages import KINDS
from briefgen.export.site_files import sitemap
from tests.compose.corpora import inputs, quake

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
BASE = "https://desk.example/amrin/"


def test_pages_are_as_old_as_their_newest_article() -> None:
    corpus = quake()
    briefing, _ = compose(corpus, inputs(base_url=BASE), KINDS)
    root = ElementTree.fromstring(next(iter(sitemap(briefing, corpus))).data)
    days = {
        (url.findtext("s:loc", "", NAMES)).removeprefix(BASE): url.findtext("s:lastmod", "", NAMES)
        for url in root.iterfind("s:url", NAMES)
    }
    assert days["sources/quake-wire/"] == "2031-03-05"
    assert days["events/earthquake-strikes-port-amrin/"] == "2031-03-06"
    assert days["actors/tavia/"] == "2031-03-06"
    assert days["events/dockers-walk-out/"] == days["sources/strike/"] == days[""] == "2031-03-06"  # dated to a week
    pages = {page.route.url for page in briefing.pages if page.route.path.endswith("index.html")}
    assert days.keys() == pages


def test_without_an_address_there_is_no_sitemap() -> None:
    corpus = quake()
    assert list(sitemap(compose(corpus, inputs(), KINDS)[0], corpus)) == []
