"""What is plugged in: the built-in tuples, then what installed packages offer through entry points.

The groups are ``briefgen.formats``, ``briefgen.rules``, ``briefgen.pages`` and ``briefgen.exports``; an entry point
names one value of the socket's type, or a tuple of them.
"""

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TypeVar

from briefgen.errors import BriefgenError
from briefgen.model.text import Diagnostic
from briefgen.sockets import Export, Format, PageKind, Rule, Sockets

Plug = TypeVar("Plug", Format, Rule, PageKind, Export)


def sockets() -> Sockets:
    """Everything that is plugged in."""
    return Sockets(formats(), rules(), kinds(), exports())


def formats() -> tuple[Format, ...]:
    """The input formats; two that claim one suffix are an error."""
    from briefgen.formats import FORMATS

    gathered = gather("briefgen.formats", Format, FORMATS)
    owners: dict[str, str] = {}
    for plug in gathered:
        for suffix in plug.suffixes:
            if suffix in owners:
                raise clash("briefgen.formats", suffix, owners[suffix], plug.name)
            owners[suffix] = plug.name
    return gathered


def rules() -> tuple[Rule, ...]:
    """The reading rules."""
    from briefgen.extract.rules import RULES

    return gather("briefgen.rules", Rule, RULES)


def kinds() -> tuple[PageKind, ...]:
    """The kinds of page."""
    from briefgen.compose.pages import KINDS

    return gather("briefgen.pages", PageKind, KINDS)


def exports() -> tuple[Export, ...]:
    """The exports."""
    from briefgen.export import EXPORTS

    return gather("briefgen.exports", Export, EXPORTS)


def gather(group: str, socket: type[Plug], built_in: Iterable[Plug]) -> tuple[Plug, ...]:
    """The built-in values, then those of the group's entry points by name; a name that is taken is an error."""
    found: dict[str, tuple[Plug, str]] = {}
    offers = [(plug, "briefgen") for plug in built_in]
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        offers += [(plug, point.value) for plug in load(point, socket)]
    for plug, origin in offers:
        if plug.name in found:
            raise clash(group, plug.name, found[plug.name][1], origin)
        found[plug.name] = plug, origin
    return tuple(plug for plug, _ in found.values())


def load(point: EntryPoint, socket: type[Plug]) -> tuple[Plug, ...]:
    """What an entry point offers; whatever a stranger's import raises becomes a diagnostic."""
    try:
        value: Any = point.load()
    except Exception as problem:  # a plugin may fail in any way
        reason = f"{type(problem).__name__}: {problem}"
        raise broken(point, f"cannot be loaded: {reason}") from problem
    values = value if isinstance(value, tuple) else (value,)
    if not all(isinstance(plug, socket) for plug in values):
        raise broken(point, f"is not a briefgen.sockets.{socket.__name__}")
    return values


def clash(group: str, name: str, first: str, second: str) -> BriefgenError:
    """Two plugs of one name."""
    return BriefgenError(
        Diagnostic(
            "error",
            "plugin-clash",
            f"two plugins in {group} are called {name!r}: {first} and {second}",
            hint="uninstall one of them",
        ),
        exit_code=2,
    )


def broken(point: EntryPoint, reason: str) -> BriefgenError:
    """A plug that cannot be used."""
    return BriefgenError(
        Diagnostic(
            "error",
            "plugin-broken",
            f"the plugin {point.name!r} ({point.value}) {reason}",
            hint="update or uninstall the package that offers it",
        ),
        exit_code=2,
    )
