"""Data flows one way: a room imports the model, the errors, the sockets and itself, never another room."""

import ast
from pathlib import Path

import pytest

import briefgen

PACKAGE = Path(briefgen.__file__).parent
ROOMS = ("read", "formats", "clean", "extract", "resolve", "cluster", "compose", "render", "export", "write", "serve")
PURE = ("formats", "clean", "extract", "resolve", "cluster", "compose", "render", "export", "model")
SHARED = (
    "briefgen.__version__",
    "briefgen.model",
    "briefgen.errors",
    "briefgen.sockets",
    "briefgen.yamltext",
    "briefgen.frontmatter",
)
# Rooms at the edge may know where the project's folders are; serve calls the one build there is.
ALSO = {
    "read": ("briefgen.config",),
    "write": ("briefgen.config",),
    "serve": (
        "briefgen.config",
        "briefgen.build",
        "briefgen.diagnose",
        "briefgen.inputs",
        "briefgen.memo",
        "briefgen.plugins",
        "briefgen.read",
        "briefgen.write",
    ),
}
FORBIDDEN = set(
    "os pathlib io time random socket subprocess tempfile shutil secrets uuid locale glob urllib.request".split()
)


def modules(room: str) -> list[Path]:
    return sorted((PACKAGE / room).rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "pathlib" and all(alias.name.startswith("Pure") for alias in node.names):
                continue  # a path that cannot touch the disk
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "briefgen"}
    return found


def within(name: str, allowed: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(prefix + ".") for prefix in allowed)


@pytest.mark.parametrize("room", ROOMS)
def test_room_imports_no_other_room(room: str) -> None:
    allowed = (*SHARED, f"briefgen.{room}", *ALSO.get(room, ()))
    assert modules(room), f"there is no room {room}"
    strangers = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in modules(room)
        for name in imports(path)
        if name.startswith("briefgen.") and not within(name, allowed)
    }
    assert not strangers


@pytest.mark.parametrize("room", PURE)
def test_pure_room_does_not_touch_the_world(room: str) -> None:
    strangers = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in modules(room)
        for name in imports(path)
        if (name in FORBIDDEN or name.partition(".")[0] in FORBIDDEN) and path.name != "stage.py"
    }
    assert not strangers


@pytest.mark.parametrize("room", PURE)
def test_pure_room_reads_no_clock_and_no_file(room: str) -> None:
    calls = set()
    for path in modules(room):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                if name in {"open", "input", "print", "eval", "exec", "id"} or name.endswith(
                    (".today", ".now", ".utcnow")
                ):
                    calls.add(f"{path.relative_to(PACKAGE)}:{node.lineno} calls {name}")
    assert not calls


def test_model_imports_nothing_of_the_house() -> None:
    strangers = {
        f"{path.name} imports {name}"
        for path in modules("model")
        for name in imports(path)
        if name.startswith("briefgen.") and not name.startswith("briefgen.model")
    }
    assert not strangers
