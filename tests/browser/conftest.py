"""A built site, served below a sub-folder, and a headless Chromium to open it with."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from briefgen.write import write
from tests.harness import build

GOLDEN = Path(__file__).parent.parent / "golden"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=["default", "broadsheet"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The court site in each of our themes, written below ``x/y/`` of an otherwise empty folder."""
    root = tmp_path_factory.mktemp("web")
    project = root / "project"
    shutil.copytree(GOLDEN / "court", project)
    settings = project / "content" / "site.yml"
    told = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(f"{told}\ntheme: {request.param}\n", encoding="utf-8")
    target = root / "web" / "x" / "y"
    target.parent.mkdir(parents=True)
    write(build(project).artifacts, target)
    return target


def kinds(site: Path) -> list[str]:
    """A page of every kind: those of the first two levels, and one of each folder below."""
    below = {path.parent.parent: path for path in sorted(site.glob("*/*/index.html"), reverse=True)}
    found = [*site.glob("*.html"), *site.glob("*/index.html"), *below.values()]
    return sorted(path.relative_to(site).as_posix() for path in found)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: below /x/y/, as GitHub Pages serves a repository's site."""
    handler = functools.partial(Quiet, directory=str(site.parent.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/x/y/"
    server.shutdown()
    server.server_close()


class Visit:
    """A page with what it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)

    def _failed(self, request: Request) -> None:
        # Leaving a page ends what it was still fetching; that is not a failure of the site.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} ({request.failure})")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    yield Visit(context.new_page())
    context.close()
