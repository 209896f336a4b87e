"""What the first build of a day waits for before it reads anything: counted, since a clock would flake."""

import subprocess
import sys

# Slow to import, and needed by few builds or none.
LATE = {
    "importlib.metadata", "importlib.resources", "email", "zipfile", "tempfile", "difflib", "jinja2", "markdown_it",
    "yaml", "rich", "click", "watchdog", "trafilatura", "lxml", "http", "asyncio", "briefgen.export", "briefgen.serve",
}  # fmt: skip
COUNTING = """
import re, sys
compiled, real = [], re.compile
def count(source, flags=0):
    caller = sys._getframe(1).f_globals["__name__"]
    if caller.startswith("briefgen") and caller != "briefgen.model.site":  # msgspec compiles what a field must match
        compiled.append(f"{caller}: {source}")
    return real(source, flags)
re.compile = count
import briefgen.build
print("\\n".join(compiled), "--", "\\n".join(sys.modules), sep="\\n")
"""


def test_an_import_compiles_no_pattern_and_brings_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", COUNTING], capture_output=True, text=True, check=True)
    compiled, _, imported = done.stdout.partition("--\n")
    assert compiled.split("\n") == ["", ""], "use briefgen.model.regex"
    assert LATE.isdisjoint(imported.split("\n")), "import it in the function that needs it"
    assert "briefgen.build" in imported
