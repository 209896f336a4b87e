"""The preview as a real process: private, right, and quick to end."""

import http.client
import json
import os
import re
import select
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ARTICLE = """\
{title}

12 May 2021

A court in Hamburg ordered the port authority on Wednesday to reopen two terminals.

"The terminals must open by Friday," said judge Karl Brandt. The Dockers' Union rejected the ruling.
"""
PATIENCE = 20


class Preview:
    """A running ``briefgen serve`` and the project it shows."""

    def __init__(self, root, *options):
        self.root = root
        command = [sys.executable, "-m", "briefgen", "serve", "-a", "127.0.0.1:0", *options]
        self.process = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
        self.log = b""
        self.port = int(self.told(rb"http://127\.0\.0\.1:(\d+)/")[1])

    def told(self, pattern):
        """Wait until the process has said something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = re.search(pattern, self.log)
            if found:
                return found
            if select.select([self.process.stderr], [], [], 0.1)[0]:
                self.log += os.read(self.process.stderr.fileno(), 65536)
        raise AssertionError(f"it never said {pattern!r}: {self.log!r}")

    def get(self, target="/", method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, target, skip_host="Host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            reply = connection.getresponse()
            return reply, reply.read()
        finally:
            connection.close()

    def events(self):
        """The stream of news, as parsed messages."""
        stream = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        stream.sendall(f"GET /.briefgen/events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        with stream, stream.makefile("rb") as lines:
            for line in lines:
                if line.startswith(b"data: "):
                    yield json.loads(line[6:])

    def stop(self):
        """Interrupt it; gives its exit code and the seconds it took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        try:
            out, err = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        self.log += err
        assert out == b""
        return self.process.returncode, time.monotonic() - began


def make_project(root):
    (root / "seeds").mkdir()
    (root / "seeds/port.txt").write_text(ARTICLE.format(title="Court orders Hamburg port to reopen after strike"))
    (root / "content").mkdir()
    (root / "content/site.yml").write_text("title: The port\n")


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    root = tmp_path_factory.mktemp("preview")
    make_project(root)
    (root / "secret.txt").write_text("SECRET")
    running = Preview(root)
    yield running
    code, seconds = running.stop()
    assert code == 0
    assert seconds < 3
    assert b"Traceback" not in running.log
    assert not (root / "site").exists()


def test_a_page_is_given_with_the_reload_script_and_safe_headers(preview):
    reply, body = preview.get("/")
    assert reply.status == 200
    assert b"The port" in body
    assert b'<script src="/.briefgen/reload.js?site=' in body
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Cache-Control"] == "no-store"
    assert not any(name.lower().startswith("access-control") for name in reply.headers)


def test_the_policy_of_the_page_lets_the_script_work(preview):
    _, body = preview.get("/")
    policy = re.search(rb'http-equiv="Content-Security-Policy" content="([^"]*)"', body, re.IGNORECASE)
    assert policy is not None
    rules = dict(part.strip().split(" ", 1) for part in policy[1].decode().split(";") if " " in part.strip())
    assert "'self'" in rules["script-src"]
    assert "'self'" in rules["connect-src"]


def test_head_gives_no_body(preview):
    reply, body = preview.get("/", method="HEAD")
    assert (reply.status, body) == (200, b"")
    assert int(reply.headers["Content-Length"]) == len(preview.get("/")[1])


def test_a_folder_without_its_slash_is_led_on(preview):
    reply, _ = preview.get("/actors")
    assert (reply.status, reply.headers["Location"]) == (301, "/actors/")
    assert preview.get("/actors/")[0].status == 200


def test_what_is_not_there_is_404_with_the_site_s_own_page(preview):
    reply, body = preview.get("/no/such/page")
    assert reply.status == 404
    assert b"reload.js" in body


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%252e%252e/secret.txt",
        "/..%2fsecret.txt",
        "/..\\secret.txt",
        "//secret.txt",
        "/seeds/port.txt",
        "/content/site.yml",
        "/.briefgen/memo",
        "/.git/config",
        "/%00",
        "/\xff",
        "//evil.example/..",
        "http://evil.example/",
    ],
)
def test_nothing_but_the_site_is_given(preview, target):
    raw = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", preview.port), PATIENCE) as client:
        client.sendall(raw.encode("latin-1"))
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    assert answer.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))
    assert b"SECRET" not in answer
    assert b"Location" not in answer


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1:1", "localhost.evil.example:{port}", ""]
)
def test_another_host_is_refused(preview, host):
    reply, body = preview.get("/", Host=host.format(port=preview.port))
    assert reply.status == 403
    assert b"The port" not in body


@pytest.mark.parametrize("target", ["/", "/data/briefing.json", "/.briefgen/events", "/.briefgen/problems.json"])
@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"}]
)
def test_another_site_is_refused(preview, target, headers):
    assert preview.get(target, **headers)[0].status == 403


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
def test_this_machine_s_names_are_served(preview, host):
    address = f"{host}:{preview.port}"
    assert preview.get("/", Host=address, Origin=f"http://{address}")[0].status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_only_reading_is_allowed(preview, method):
    assert preview.get("/", method=method)[0].status == 405


def test_a_change_is_shown_and_told(preview):
    news = preview.events()
    first = next(news)
    assert first["failed"] is False
    (preview.root / "seeds/second.txt").write_text(ARTICLE.format(title="Second article on the harbour of Hamburg"))
    began = time.monotonic()
    then = next(news)
    assert time.monotonic() - began < 5
    assert then["site"] != first["site"]
    _, body = preview.get("/sources/")
    assert b"Second article on the harbour" in body
    assert then["site"].encode() in body
    draft = preview.root / "seeds/.second.txt.swp"
    draft.write_text(ARTICLE.format(title="Replaced article on the harbour of Hamburg"))
    draft.replace(preview.root / "seeds/second.txt")
    assert next(news)["site"] != then["site"]
    assert b"Replaced article on the harbour" in preview.get("/sources/")[1]
    news.close()


def test_a_failed_build_keeps_the_site_and_tells_file_and_line(preview):
    news = preview.events()
    good = next(news)
    settings = preview.root / "content/site.yml"
    settings.write_text("title: The port\nlanguag: en\n")
    failed = next(news)
    assert failed == {"site": good["site"], "failed": True}
    _, body = preview.get("/.briefgen/problems.json")
    (error,) = json.loads(body)
    assert error.startswith("content/site.yml:2:1: error[unknown-key]")
    reply, body = preview.get("/")
    assert reply.status == 200
    assert b"The port" in body
    settings.write_text("title: The port again\n")
    mended = next(news)
    assert mended["failed"] is False
    assert b"The port again" in preview.get("/")[1]
    news.close()


def test_it_listens_on_this_machine_only(preview):
    listening = []
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        local, state = line.split()[1], line.split()[3]
        if state == "0A" and int(local.split(":")[1], 16) == preview.port:
            listening.append(local.split(":")[0])
    assert listening == ["0100007F"]


def test_a_busy_port_that_was_asked_for_is_one_line_and_3(preview):
    command = [sys.executable, "-m", "briefgen", "serve", "-a", f"127.0.0.1:{preview.port}"]
    done = subprocess.run(command, cwd=preview.root, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 3
    assert done.stderr.startswith(f"error[no-port]: cannot listen on 127.0.0.1:{preview.port}")


def test_the_usual_port_gives_way_to_the_next(monkeypatch, capsys):
    from briefgen.commands import serve
    from briefgen.commands.shell import Shell
    from briefgen.serve.shown import Shown

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(serve, "PORT", port)
        server = serve._listen(Shell(), None, Shown())
        server.server_close()
    assert port < server.port < port + serve.TRIES
    assert f"port {port} is in use" in capsys.readouterr().err


def test_a_site_that_cannot_be_built_is_told_and_mended(tmp_path):
    make_project(tmp_path)
    (tmp_path / "content/site.yml").write_text("titel: x\n")
    running = Preview(tmp_path)
    reply, body = running.get("/")
    assert reply.status == 500
    assert b"content/site.yml:1:1" in body
    assert b"reload.js" in body
    news = running.events()
    next(news)
    (tmp_path / "content/site.yml").write_text("title: Mended\n")
    assert next(news)["failed"] is False
    assert b"Mended" in running.get("/")[1]
    news.close()
    assert running.stop()[0] == 0


def test_without_watching_nothing_is_built_again(tmp_path):
    make_project(tmp_path)
    running = Preview(tmp_path, "--no-watch")
    _, before = running.get("/")
    (tmp_path / "content/site.yml").write_text("title: Changed\n")
    time.sleep(1.5)
    assert running.get("/")[1] == before
    assert running.stop()[0] == 0


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1:70000", "127.0.0.1:x"])
def test_a_wrong_address_is_wrong_usage(tmp_path, monkeypatch, address):
    from briefgen.commands import run

    make_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(["serve", "-a", address]) == 2
