"""The Content-Security-Policy: every page obeys its own, from a server and from the disk, and it does stop things."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visit

PAGES = (
    "index.html",
    "timeline/index.html",
    "actors/index.html",
    "events/index.html",
    "sources/index.html",
    "about/index.html",
    "404.html",
)
LISTEN = "addEventListener('securitypolicyviolation', event => console.log(event.violatedDirective + event.blockedURI))"


def names(site: Path) -> list[str]:
    """A page of every kind: the indexes, and the first of each folder."""
    first = [min(folder.glob("*/index.html")) for folder in (site / "actors", site / "events", site / "sources")]
    return [*PAGES, *(path.relative_to(site).as_posix() for path in first)]


@pytest.mark.parametrize("where", ["server", "disk"])
def test_every_kind_of_page_obeys_its_policy(where: str, site: Path, address: str, visit: Visit) -> None:
    visit.page.add_init_script(LISTEN)
    for name in names(site):
        visit.page.goto(address + name if where == "server" else (site / name).as_uri())
        assert visit.page.evaluate("[...document.styleSheets].every(sheet => sheet.ownerNode && !sheet.disabled)"), name
        assert visit.page.evaluate("document.styleSheets.length") == 1, name
    assert visit.complaints == []


FORBIDDEN = {
    "script": "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)",
    "style": "const s = document.createElement('style'); s.textContent = 'p{color:red}'; document.head.append(s)",
    "picture": "const i = new Image(); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; document.body.append(i)",
    "request": "fetch('index.html').catch(() => 0)",
    "frame": "const f = document.createElement('iframe'); f.src = 'index.html'; document.body.append(f)",
    "form": "const f = document.createElement('form'); f.action = 'x'; document.body.append(f); f.submit()",
    "base": "const b = document.createElement('base'); b.href = 'https://x.example/'; document.head.append(b)",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_policy_stops_what_no_page_needs(what: str, address: str, visit: Visit) -> None:
    visit.page.add_init_script(LISTEN)
    visit.page.goto(address + "index.html")
    visit.page.evaluate(f"() => {{ {FORBIDDEN[what]} }}")
    visit.page.wait_for_timeout(50)
    assert visit.complaints
    assert visit.page.evaluate("window.ran") is None
