"""The Content-Security-Policy: every page obeys its own, from a server and from the disk, and it does stop things."""

import threading
from pathlib import Path

import pytest

from briefgen.serve.server import Server
from briefgen.serve.shown import Shown
from tests.browser.conftest import Visit, kinds

LISTEN = "addEventListener('securitypolicyviolation', event => console.log(event.violatedDirective + event.blockedURI))"


@pytest.mark.parametrize("where", ["server", "disk"])
def test_every_kind_of_page_obeys_its_policy(where: str, site: Path, address: str, visit: Visit) -> None:
    visit.page.add_init_script(LISTEN)
    for name in kinds(site):
        visit.page.goto(address + name if where == "server" else (site / name).as_uri())
        assert visit.page.evaluate("[...document.styleSheets].every(sheet => sheet.ownerNode && !sheet.disabled)"), name
        assert visit.page.evaluate("document.styleSheets.length") == 1, name
    assert visit.complaints == []


FORBIDDEN = {
    "script": "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)",
    "style": "const s = document.createElement('style'); s.textContent = 'p{color:red}'; document.head.append(s)",
    "picture": "const i = new Image(); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; document.body.append(i)",
    "request": "fetch('https://x.example/').catch(() => 0)",
    "beacon": "navigator.sendBeacon('https://x.example/', 'x')",
    "frame": "const f = document.createElement('iframe'); f.src = 'index.html'; document.body.append(f)",
    "form": "const f = document.createElement('form'); f.action = 'x'; document.body.append(f); f.submit()",
    "base": "const b = document.createElement('base'); b.href = 'https://x.example/'; document.head.append(b)",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_policy_stops_what_no_page_needs(what: str, address: str, visit: Visit) -> None:
    visit.page.add_init_script(LISTEN)
    visit.page.goto(address + "index.html")
    visit.page.evaluate(f"() => {{ {FORBIDDEN[what]} }}")
    for _ in range(100):
        if not visit.complaints:
            visit.page.wait_for_timeout(50)
    assert visit.complaints
    assert visit.page.evaluate("window.ran") is None


def test_a_previewed_page_obeys_its_widened_policy_and_reloads(site: Path, visit: Visit) -> None:
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    shown = Shown()
    shown.show(files)
    with Server(("127.0.0.1", 0), shown) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        visit.page.add_init_script(LISTEN)
        visit.page.goto(f"http://127.0.0.1:{server.server_port}/")
        assert visit.complaints == []
        visit.page.evaluate("window.old = true")
        shown.show({**files, "index.html": files["index.html"].replace(b"<h1", b"<h1 data-new", 1)})
        visit.page.locator("h1[data-new]").wait_for(state="attached")
        assert visit.page.evaluate("window.old") is None
        visit.page.goto("about:blank")
        server.shutdown()
