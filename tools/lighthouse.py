"""Lighthouse's marks for a home, an actor's and an event's page of a built site, served from this machine.

    tools/lighthouse.py [SITE]

Takes Lighthouse from npm (node 18 or later) and the system's Chromium. Ends with 1 where a mark is below 98. Speed
depends on the machine and what else it does, so this is no part of ``make test``. Files are served compressed and over
kept connections, as every host of static sites does: on the slow line that Lighthouse assumes, plain text of that size
takes a second longer.
"""

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LIGHTHOUSE = "lighthouse@12"
LEAST = 98


class Host(http.server.SimpleHTTPRequestHandler):
    """A host of static files that says nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Give a file, compressed."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def pages(site: Path) -> list[str]:
    """The home page, and the largest of the actors' and events' pages."""
    found = [site / "index.html"]
    for folder in ("actors", "events"):
        found.append(max(site.glob(f"{folder}/*/index.html"), key=lambda page: (page.stat().st_size, page)))
    return [page.relative_to(site).as_posix() for page in found]


def marks(address: str) -> tuple[dict[str, int], list[str]]:
    """Lighthouse's marks by category, and the audits that cost something."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), "")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}",
                   "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]  # fmt: skip
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": program}, stdout=subprocess.DEVNULL)
        told = json.loads(report.read_text(encoding="utf-8"))
    categories = told["categories"]
    weights = {ref["id"] for category in categories.values() for ref in category["auditRefs"] if ref["weight"]}
    short = [a["title"] for name, a in told["audits"].items() if name in weights and (a["score"] or 0) < 0.9
             and a["scoreDisplayMode"] in ("binary", "numeric")]  # fmt: skip
    return {name: round(100 * (category["score"] or 0)) for name, category in categories.items()}, short


def main() -> int:
    """Print the marks of each page; 1 where one is too low."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    handler = functools.partial(Host, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    lowest = 100
    for name in pages(site):
        found, short = marks(f"http://127.0.0.1:{server.server_port}/{name}")
        lowest = min(lowest, *found.values())
        print(name, ", ".join(f"{category} {mark}" for category, mark in found.items()), *short, sep="\n  ")
    server.shutdown()
    return 0 if lowest >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
