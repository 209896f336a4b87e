"""The preview's HTTP: GET and HEAD for the files of the last good build, looked up in memory and never on the disk.

A page of another origin must not read a preview: the Host must be ours (against DNS rebinding), an Origin or
Sec-Fetch-Site must be our own, and no CORS header is ever sent.
"""

import ipaddress
import json
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote_to_bytes

from briefgen.model.regex import regex
from briefgen.serve.page import EVENTS_PATH, PROBLEMS_PATH, SCRIPT_PATH, nothing_yet, prepared, script
from briefgen.serve.shown import Shown, State

MAX_STREAMS = 256
MAX_CLIENTS = 512
IDLE_SECONDS = 8.0
BEAT_SECONDS = 2.0
#: How long a page waits for the first build.
FIRST_SECONDS = 60.0
TARGET = regex(r"/[\x21\x22\x24-\x7e]{0,2000}")
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "bib": "text/plain; charset=utf-8",
    "ris": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
}
PLAIN = TYPES["txt"]


class Server(ThreadingHTTPServer):
    """A thread a client, none of which holds up the end."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], shown: Shown) -> None:
        """Listen at once.  Raises ``OSError`` where the address cannot be had."""
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        self.shown = shown
        self.streams = threading.Semaphore(MAX_STREAMS)
        self.clients = threading.Semaphore(MAX_CLIENTS)
        super().__init__(address, Handler)

    def server_bind(self) -> None:
        """Without asking the network for the host's name."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        host, port = self.socket.getsockname()[:2]
        self.server_address = self.host, self.port = self.server_name, self.server_port = str(host), int(port)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Turn away whoever comes when all places are taken."""
        if not self.clients.acquire(blocking=False):
            self.shutdown_request(request)
            return
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.clients.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that breaks off is nothing to tell."""

    def ours(self, host: str) -> bool:
        """True for a Host header that only somebody on purpose can send: this machine's names, or the bound address."""
        name, _, port = host.lower().rpartition(":")
        if port != str(self.port):
            return False
        if name in ("localhost", "127.0.0.1", "[::1]"):
            return True
        return not self.loopback and _is_address(name)

    @property
    def loopback(self) -> bool:
        """True when only this machine can reach the preview."""
        return ipaddress.ip_address(self.host).is_loopback


def _is_address(name: str) -> bool:
    """True for an IP address: a name of the domain system, which could be rebound, is none."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


class Handler(BaseHTTPRequestHandler):
    """Answers one client."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "briefgen"
    sys_version = ""
    timeout = IDLE_SECONDS

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged: a request is a stranger's text."""

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Every method but GET and HEAD is refused in one place."""
        if name.startswith("do_"):
            return self._deny
        raise AttributeError(name)

    def do_GET(self) -> None:
        """Give a file, or one of the preview's own answers."""
        if not self._welcome():
            return
        target, _, _ = self.path.partition("?")
        state = self.server.shown.after(0, FIRST_SECONDS)
        if target == EVENTS_PATH:
            self._stream()
        elif target == SCRIPT_PATH:
            self._reply(200, script(), TYPES["js"])
        elif target == PROBLEMS_PATH:
            self._reply(200, json.dumps(state.errors).encode(), TYPES["json"])
        elif state.files:
            self._file(state, target)
        else:
            self._reply(500, prepared(nothing_yet(state.errors), state.site), TYPES["html"])

    def do_HEAD(self) -> None:
        """The same without the body."""
        self.do_GET()

    def _welcome(self) -> bool:
        hosts = self.headers.get_all("Host") or []
        origin = self.headers.get("Origin")
        if len(hosts) != 1 or not self.server.ours(hosts[0]):
            self._reply(403, b"unknown host\n")
        elif origin not in (None, f"http://{hosts[0]}") or self.headers.get("Sec-Fetch-Site", "none") not in (
            "none",
            "same-origin",
        ):
            self._reply(403, b"not for other sites\n")
        elif not TARGET.fullmatch(self.path):
            self._reply(400, b"bad request target\n")
        else:
            return True
        return False

    def _deny(self) -> None:
        if self._welcome():
            self._reply(405, b"read only\n", Allow="GET, HEAD")

    def _file(self, state: State, target: str) -> None:
        """The file of an address: decoded once, looked up as a whole in the list of what was built."""
        key = unquote_to_bytes(target[1:]).decode("utf-8", "replace")
        name = f"{key}index.html" if key == "" or key.endswith("/") else key
        body = state.files.get(name)
        if body is not None:
            self._content(200, name, body, state)
        elif f"{key}/index.html" in state.files:
            self._reply(301, Location=f"/{key}/")
        else:
            self._content(404, "404.html", state.files.get("404.html", b"not found\n"), state)

    def _content(self, code: int, name: str, body: bytes, state: State) -> None:
        kind = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        self._reply(code, prepared(body, state.site) if name.endswith(".html") else body, kind)

    def _reply(self, code: int, body: bytes = b"", kind: str = PLAIN, **headers: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self._common_headers()
        for name, value in headers.items():
            self.send_header(name, value)
        if code >= 400 or self.headers.get("Content-Length") or self.headers.get("Transfer-Encoding"):
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _common_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")

    def _stream(self) -> None:
        """Tell of every change until the client leaves."""
        if not self.server.streams.acquire(blocking=False):
            self._reply(503, b"too many open pages\n")
            return
        try:
            self.close_connection = True
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self._common_headers()
            self.end_headers()
            self._tell()
        except OSError:
            return
        finally:
            self.server.streams.release()

    def _tell(self) -> None:
        number = -1
        while self.command != "HEAD":
            state = self.server.shown.after(number, BEAT_SECONDS)
            if state.number == number:
                self.wfile.write(b": still here\n\n")
                continue
            number = state.number
            said = json.dumps({"site": state.site, "failed": bool(state.errors)})
            self.wfile.write(f"data: {said}\n\n".encode())
