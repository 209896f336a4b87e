"""``briefgen serve``: a preview that follows what is written."""

import threading
from typing import TYPE_CHECKING

import click

from briefgen.commands.shell import CONTEXT, Shell, common
from briefgen.config import Project
from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic

if TYPE_CHECKING:
    from briefgen.serve.server import Server
    from briefgen.serve.shown import Shown

HOST, PORT = "127.0.0.1", 8000
TRIES = 50
EXIT_DISK = 3


@click.command(context_settings=CONTEXT)
@click.option("--watch/--no-watch", default=True, help="Build again when seeds, content or theme change (default).")
@click.option(
    "-a", "--dev-addr", metavar="HOST:PORT", help=f"Where to listen; default {HOST}:{PORT}, or the next free port."
)
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@click.option(
    "--base-url", metavar="URL", help="The address the site will have, instead of the one in content/site.yml."
)
@common
@click.pass_obj
def command(shell: Shell, *, watch: bool, dev_addr: str | None, open_browser: bool, base_url: str | None) -> int:
    """Preview the site on this machine.

    Builds in memory, leaves site/ alone, and reloads the open page after every change.  When a build fails, the last
    good site stays and the errors are laid over it.  Ctrl-C ends.

    \b
    Example:
      briefgen serve --watch --open
    """
    from briefgen.serve.shown import Shown

    project = shell.project()
    shown = Shown()
    server = _listen(shell, dev_addr, shown)
    threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    worker = threading.Thread(target=_work, args=(shell, project, shown, watch, base_url), daemon=True)
    address = f"http://{f'[{server.host}]' if ':' in server.host else server.host}:{server.port}/"
    _warn(shell, server)
    worker.start()
    shell.report.say("serving", f"serving on {address} (Ctrl-C ends)", level=-1)
    if open_browser:
        import webbrowser

        webbrowser.open(address)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        shell.report.say("stopped", "stopped")
    return 0


def _work(shell: Shell, project: Project, shown: "Shown", watch: bool, base_url: str | None) -> None:
    """Build, and build again after every change."""
    from briefgen.serve.preview import rebuild
    from briefgen.serve.watch import Watch

    def told(problems: tuple[Diagnostic, ...], line: str) -> None:
        shell.report.problems(problems)
        shell.report.say("preview", line)

    watched = Watch(project, (base_url,)) if watch else None
    if watched:
        watched.settle()
        if not watched.by_events:
            shell.report.say("polling", "this system tells of no changes; looking for them every second")
    rebuild(project, shown, told, base_url)
    while watched:
        watched.wait()
        rebuild(project, shown, told, base_url)


def _listen(shell: Shell, dev_addr: str | None, shown: "Shown") -> "Server":
    """The server on the asked address, or on the first free port from the usual one on."""
    from briefgen.serve.server import Server

    host, port = _address(dev_addr)
    for number in range(port, port + (1 if dev_addr else TRIES)):
        try:
            server = Server((host, number), shown)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            continue
        if number != port:
            shell.report.say("port-busy", f"port {port} is in use; taking {number}")
        return server
    raise BriefgenError(
        Diagnostic("error", "no-port", f"cannot listen on {host}:{port}: {reason}", hint="choose another --dev-addr"),
        exit_code=EXIT_DISK,
    )


def _address(dev_addr: str | None) -> tuple[str, int]:
    if not dev_addr:
        return HOST, PORT
    host, _, port = dev_addr.rpartition(":")
    if not port.isdecimal() or not 0 <= int(port) <= 65535:
        raise click.BadParameter(f"{dev_addr!r} is not HOST:PORT, such as {HOST}:{PORT}", param_hint="--dev-addr")
    host = host.strip("[]") or HOST
    return "127.0.0.1" if host == "localhost" else host, int(port)


def _warn(shell: Shell, server: "Server") -> None:
    if not server.loopback:
        shell.report.problems(
            [
                Diagnostic(
                    "warning",
                    "open-to-network",
                    "everybody who reaches this address can read the preview",
                    hint="leave --dev-addr away to keep it on this machine",
                )
            ]
        )
