"""Lines that recur in several articles of a corpus: the surest sign of furniture, on any topic."""

import re
from collections import defaultdict

from msgspec import Struct

from briefgen.clean.lines import plain
from briefgen.model.regex import regex
from briefgen.model.text import SourceFile

FEWEST_FILES = 3
LONGEST_WORDS = 12
LONGEST_BYTES = 120
LONGEST_CALL = 240

# What marks a line of a list or a heading, as ``lines`` takes it off: a repeated line is known with it and without.
_MARKER = regex(r"^(?:#{1,6}|[>*+-]|•|‣|◦) +(?=\S)".encode())
# A sentence to the reader: a question, or one that says "you". Where it is quoted, somebody in the article says it.
_TO_READER = regex(rb"\b(?:your?|you've|you're|you'll)\b|\?$", re.IGNORECASE)
_QUOTED = regex(rb"\"|``|''|\xe2\x80[\x9c-\x9e]|\xc2[\xab\xbb]")


class CleanTask(Struct, frozen=True):
    """A file and those of its lines that recur elsewhere, so that a new article makes no other file's result stale."""

    source: SourceFile
    repeated: tuple[str, ...] = ()


def tasks(sources: tuple[SourceFile, ...]) -> tuple[CleanTask, ...]:
    """One task a file, each with its own recurring lines in order of the alphabet."""
    held = [_short_lines(source) for source in sources]
    files: dict[bytes, set[bytes]] = defaultdict(set)
    for lead, lines in held:
        for line in lines:
            if len(files[line]) < FEWEST_FILES:
                files[line].add(lead)
    return tuple(
        CleanTask(source, tuple(sorted(_text(line) for line in lines if len(files[line]) >= FEWEST_FILES)))
        for source, (_, lines) in zip(sources, held, strict=True)
    )


def _short_lines(source: SourceFile) -> tuple[bytes, set[bytes]]:
    """The longest line of a file, and its short lines that end like no sentence or speak to the reader.

    Copies of one wire text share their longest line; they count as one file, or their common title and sub-headings
    would be taken for furniture.
    """
    lead = b""
    found: set[bytes] = set()
    for raw in source.data.splitlines():
        line = _MARKER.sub(b"", raw.strip())
        if len(line) > len(lead):
            lead = line
        if not line or len(line) > LONGEST_CALL:
            continue
        if line[-1:] in b".!?":
            if is_to_reader(line):
                found.add(line)
        elif len(line) <= LONGEST_BYTES and line[-1:] != b":" and line.count(b" ") < LONGEST_WORDS:
            found.add(line)
    return lead, found


def is_to_reader(line: bytes) -> bool:
    """Whether a sentence speaks to the reader, as menus and terms do: "Would you like to make this your edition?"."""
    return _TO_READER.search(line) is not None and _QUOTED.search(line) is None


def _text(line: bytes) -> str:
    return plain(line.decode("utf-8", "replace")).strip()
