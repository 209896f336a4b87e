"""The whole site of a corpus, drawn: valid, whole, quiet, and deaf to what its articles would like it to do."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

import html5lib
import pytest

from briefgen.compose import compose
from briefgen.compose.pages import KINDS
from briefgen.export import EXPORTS
from briefgen.model.knowledge import Corpus
from briefgen.model.site import Note
from briefgen.render import renderer
from tests.compose.corpora import hostile, inputs, quake

NOTES = (
    Note("pages", "index", "content/pages/index.md", (), 'Hello [[Lena Orsk]] [@strike "walked out"].\n\n## More'),
    Note("pages", "method", "content/pages/method.md", (("title", ("Our method",)),), "See [[strike]]."),
    Note("actors", "lena-orsk", "content/actors/lena-orsk.md", (), "*Governor.*"),
    Note("events", "dockers-walk-out", "content/events/dockers-walk-out.md", (("title", ("The walkout",)),), "A note."),
)


def site(corpus: Corpus, *notes: Note, **settings: str) -> dict[str, bytes]:
    read = inputs(*notes, **settings)
    briefing, problems = compose(corpus, read, KINDS)
    assert problems == ()
    draw = renderer(read.theme, KINDS).run
    artifacts = [draw(page) for page in briefing.pages]
    artifacts += [artifact for export in EXPORTS for artifact in export.make(briefing, corpus)]
    assert len({artifact.path for artifact in artifacts}) == len(artifacts)
    return {artifact.path: artifact.data for artifact in artifacts}


SITES = {
    "quake": site(quake(), *NOTES),
    "hostile": site(hostile()),
    "broadsheet": site(quake(), *NOTES, theme="broadsheet"),
    "arabic": site(quake(), *NOTES, language="ar"),
}
PAGES = [(name, path) for name, files in SITES.items() for path in sorted(files) if path.endswith(".html")]


class Seen(HTMLParser):
    """What a page holds: elements, ids, links, headings."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.tags if attribute in attrs]


@pytest.fixture(params=PAGES, ids="/".join)
def page(request: pytest.FixtureRequest) -> tuple[dict[str, bytes], str, Seen]:
    name, path = request.param
    return SITES[name], path, Seen(SITES[name][path])


Page = tuple[dict[str, bytes], str, Seen]


def test_html_is_valid(page: Page) -> None:
    files, path, _ = page
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(files[path].decode("utf-8"))
    assert parser.errors == []


def test_ids_are_unique_and_headings_in_order(page: Page) -> None:
    _, _, seen = page
    ids = seen.all("id")
    assert len(ids) == len(set(ids))
    levels = [int(tag[1]) for tag, _ in seen.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    for _, attrs in seen.tags:
        for name in attrs.get("aria-labelledby", "").split():
            assert name in ids


def test_links_lead_somewhere(page: Page) -> None:
    files, path, seen = page
    for href in [*seen.all("href"), *seen.all("src")]:
        parts = urlsplit(href)
        if parts.scheme in ("http", "https", "mailto", "data"):
            continue
        target = normpath(join(dirname(path), parts.path)) if parts.path else path
        target = target.removeprefix("/")
        assert not target.startswith("..") and target in files, href
        if parts.fragment:
            assert parts.fragment in Seen(files[target]).all("id"), href


def test_page_asks_nobody_else_and_runs_nothing(page: Page) -> None:
    files, path, seen = page
    policy = next(a["content"] for _, a in seen.tags if a.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert (rules.pop("default-src"), rules.pop("base-uri"), rules.pop("form-action")) == ("'none'",) * 3
    allowed = r"'sha256-[\w+/]+='|data:" if path == "404.html" else "'self'"
    at_once = re.findall(rb"<script>(.*?)</script>", files[path], re.DOTALL)  # sets the colours before the first paint
    digests = [b64encode(sha256(code).digest()).decode() for code in at_once]
    assert len(at_once) == (path != "404.html")
    if path != "404.html":
        assert rules.pop("script-src") == f"'self' 'sha256-{digests[0]}'"
    assert all(re.fullmatch(allowed, source) for source in rules.values())
    for tag, attrs in seen.tags:
        assert tag not in ("iframe", "object", "embed", "base", "form", "img", "math", "video")
        assert not any(name.startswith("on") for name in attrs) and "style" not in attrs
        assert tag != "style" or path == "404.html"
        if tag == "script" and "src" in attrs:
            assert "defer" in attrs and not urlsplit(attrs["src"]).netloc and "type" not in attrs
        address = attrs.get("href", "")
        assert not re.match(r"\s*(javascript|vbscript|data(?!:,)|blob|file)", address, re.I)
        if tag == "link" and attrs["rel"] != "canonical":
            assert not urlsplit(address).netloc
    assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", files[path])


def test_no_word_of_a_machine_is_on_a_page(page: Page) -> None:
    files, path, _ = page
    text = re.sub(rb"<[^>]+>", b" ", files[path])
    for word in (
        rb"ASSAULT",
        rb"PROTEST",
        rb"\borganization\b",
        rb"\bNone\b",
        rb"lena-orsk",
        rb"\w+\.(one|other)\b",
        rb"basis\.",
    ):
        assert not re.search(word, text), word


def test_every_name_of_a_file_can_be_published() -> None:
    for path in SITES["hostile"]:
        assert path == ".nojekyll" or not re.search(r"(^|/)[._]", path)
        assert re.fullmatch(r"[a-z0-9._/-]+", path)


def test_hostile_words_are_shown_as_words() -> None:
    html = SITES["hostile"]["sources/hostile/index.html"].decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert html.count("<script>") == 1 and "]]&gt;" in html


def test_base_url_is_used_for_what_needs_it() -> None:
    files = site(quake(), base_url="https://desk.example/amrin/")
    home, missing = files["index.html"].decode(), files["404.html"].decode()
    assert '<link rel="canonical" href="https://desk.example/amrin/">' in home
    assert 'href="/amrin/index.html"' in missing and "canonical" not in missing
    assert b"<loc>https://desk.example/amrin/events/dockers-walk-out/</loc>" in files["sitemap.xml"]
    assert b"Sitemap: https://desk.example/amrin/sitemap.xml" in files["robots.txt"]
    assert '<meta property="og:url" content="https://desk.example/amrin/">' in home
    assert "https://desk.example" not in home.partition("</head>")[2]
    assert b"og:url" not in SITES["quake"]["index.html"] and b"canonical" not in SITES["quake"]["index.html"]


def test_heads_tell_other_programs_what_the_page_is(page: Page) -> None:
    files, path, seen = page
    if path == "404.html":
        return
    told = {attrs["property"]: attrs["content"] for _, attrs in seen.tags if "property" in attrs}
    assert told["og:type"] == ("website" if path == "index.html" else "article")
    assert told["og:title"] and told["og:site_name"] and told.get("og:description", "x")
    data = re.findall(rb'<script type="application/ld\+json">(.*?)</script>', files[path], re.S)
    assert len(data) == 1 and json.loads(data[0])["@context"] == "https://schema.org"


def test_two_builds_are_the_same_bytes() -> None:
    assert site(quake(), *NOTES) == SITES["quake"]


@pytest.mark.parametrize("name", SITES)
def test_every_page_can_be_reached_from_the_home_page(name: str) -> None:
    files = SITES[name]
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for href in Seen(files[path]).all("href"):
            target = normpath(join(dirname(path), urlsplit(href).path or path.rpartition("/")[2]))
            if target in files and target not in reached and target.endswith(".html"):
                reached.add(target)
                waiting.append(target)
    assert {path for path in files if path.endswith(".html")} - reached == {"404.html"}
