"""Times what a user waits for, on this repository's own briefing; prints medians of several runs beside a bare Python.

    make bench

Nothing here is a test: machines differ.  Read the ratios to ``python -c pass`` of the same run.
"""

import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
BRIEFGEN = [sys.executable, "-m", "briefgen"]
RUNS = 7


def seconds(command: list[str], where: Path) -> float:
    began = time.perf_counter()
    subprocess.run(command, cwd=where, check=True, capture_output=True)
    return time.perf_counter() - began


def median(measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(RUNS))


def clean_build(where: Path) -> float:
    for folder in (".briefgen", "site"):
        shutil.rmtree(where / folder, ignore_errors=True)
    return seconds([*BRIEFGEN, "build", "-q"], where)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def edit_to_page(where: Path) -> float:
    """Seconds from saving an article to the preview answering with the new page."""
    port = free_port()
    server = subprocess.Popen(
        [*BRIEFGEN, "serve", "--watch", "-a", f"127.0.0.1:{port}"], cwd=where, stderr=subprocess.DEVNULL
    )
    try:
        seed = sorted((where / "seeds").iterdir())[0]
        text = seed.read_text(encoding="utf-8")
        waits = []
        for number in range(RUNS):
            before = answer(port)
            seed.write_text(text.replace(text.split("\n")[0], f"A new title, number {number}", 1), encoding="utf-8")
            began = time.perf_counter()
            while answer(port) == before:
                time.sleep(0.005)
            waits.append(time.perf_counter() - began)
            time.sleep(0.3)
        return statistics.median(waits)
    finally:
        server.terminate()
        server.wait()


def answer(port: int) -> bytes:
    for _ in range(400):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sources/index.html", timeout=5) as reply:
                return bytes(reply.read())
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the preview does not answer")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        for name in ("seeds", "content"):
            shutil.copytree(ROOT / name, where / name)
        bare = median(lambda: seconds([sys.executable, "-c", "pass"], where))
        rows = [
            ("python -c pass", bare),
            ("briefgen --version", median(lambda: seconds([*BRIEFGEN, "--version"], where))),
            ("clean build", median(lambda: clean_build(where))),
            ("build with nothing changed", median(lambda: seconds([*BRIEFGEN, "build", "-q"], where))),
            ("edit to page under serve --watch", edit_to_page(where)),
        ]
    for name, value in rows:
        print(f"{name:34} {value:7.3f} s  {value / bare:6.1f} × bare Python")


if __name__ == "__main__":
    main()
