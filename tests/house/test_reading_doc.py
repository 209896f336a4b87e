"""``docs/reading.md`` is true: its figures are the pinned ones, its thresholds the code's, its example the program's.

The rule that ``docs/extending.md`` shows works as it stands there.

``pytest tests/house/test_reading_doc.py --accept`` rewrites what stands between the document's marks.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any, ClassVar

import msgspec
import pytest
import yaml

import briefgen
from briefgen.clean import clean
from briefgen.cluster.join import JOIN
from briefgen.cluster.parts import STRICTER
from briefgen.cluster.tellings import FILLS_ROLE, MAKES_EVENT, TAKES_PART
from briefgen.cluster.voices import CONTAINED
from briefgen.compose.data.score import SURE
from briefgen.extract import extract
from briefgen.extract.chains.names import KEEP
from briefgen.extract.events.frames import Line
from briefgen.extract.rules import RULES
from briefgen.extract.rules.statements import LEAST_SURE
from briefgen.formats import FORMATS
from briefgen.model.text import SourceFile
from briefgen.resolve import JOIN_FROM, REVIEW_FROM, people, propose, short

ROOT = Path(briefgen.__file__).parent.parent
DOCUMENT = ROOT / "docs" / "reading.md"
CASE = ROOT / "tests" / "golden" / "court"
WIDTH = 116

#: What each measure of ``tests/quality`` counts, in the order of reading.
MEASURES = {
    "furniture": "words that belong to the page; the title counts neither way",
    "fields": "title, publisher, author, date",
    "names": "extent and type of every name",
    "times": "expressions found",
    "times value": "their TIMEX3 values",
    "statements": "what is said; false are those shown on the site",
    "statements speaker": "the right speaker, or none where none is named",
    "events": "event mentions; false are those asserted and shown on the site",
    "events type": "type of those found",
    "events agents": "who did it, where the sentence names them",
    "events patients": "to whom, where the sentence names them",
    "events date": "the day, where the sentence states one",
    "events traps": "words that look like an event and assert none",
    "relations": "lasting relations shown on the site, places left out",
    "descriptions": "the article's words for somebody",
    "actors": "one entity an actor, of the right type",
    "forms": "names laid to the right entity",
    "actors kept apart": "names that are in nobody else's entity",
    "chronicle": "events that have an entry",
    "chronicle date": "the entry's day",
    "chronicle actors": "who takes part in it",
    "events joined": "further articles joined to an event's entry",
    "events kept apart": "look-alikes that share no entry",
    "dates inferred": "days of articles that state none",
    "voices": "pairs of articles that share a wire's text",
    "disagreements": "points on which articles differ",
}


def measured() -> str:
    """The pinned precision, recall and F1 of every measure, as a table."""
    pins = json.loads((ROOT / "tests" / "quality" / "pinned.json").read_text(encoding="utf-8"))
    rows = ["| measure | what is counted | precision | recall | F1 |", "| --- | --- | --- | --- | --- |"]
    for measure, what in MEASURES.items():
        figures = " | ".join(_decimal(pins[measure][name]) for name in ("precision", "recall", "f1"))
        rows.append(f"| {measure} | {what} | {figures} |")
    return "\n".join(rows)


def thresholds() -> str:
    """The scores from which something is done, as a table; the numbers are the code's own."""
    rows = (
        (KEEP, "a name below it is dropped; so is a pronoun that would be linked below it"),
        (LEAST_SURE, "a speaker below it stays unknown"),
        (SURE, "a statement, relation or description below it is not in the briefing"),
        (TAKES_PART, "an event mention below it takes part in no event"),
        (MAKES_EVENT, "an event that its mentions, further voices counted, do not make as sure is not in the briefing"),
        (FILLS_ROLE, "a mention below it names nobody as agent or patient, only as one who takes part"),
        (STRICTER, "the same for a person in violence, coercion or an accusation, unless two voices tell it"),
        (REVIEW_FROM, "a merge of two names below it is forgotten"),
        (JOIN_FROM, "a merge below it is not made; `explain` shows it as “to judge”"),
        (JOIN, "two event mentions whose pair scores less do not begin a group"),
        (CONTAINED, "a smaller share of common wording does not make two articles one voice"),
    )
    lines = [f"| {_decimal(number, 2)} | {what} |" for number, what in rows]
    return "\n".join(["| score | what it decides |", "| --- | --- |", *lines])


def merges() -> str:
    """What joins two names of a person, and how sure that is, by the rules' own answers."""
    pairs = (
        ("John Albert Roe", "John A. Roe", "an initial, or one given name fewer"),
        ("Ahmad Karimi", "Ahmed Karimi", "the given name in another spelling or its usual short form"),
        ("Omar Hadad", "Omar Haddad", "the same given name, the family name in another spelling"),
        ("Ingrid Carlson", "Ingrid Carlton", "the same given name, one letter of a long family name differs"),
        ("Ann Merkel", "Otto Merkel", "another given name"),
    )
    rows = ["| names | what they have | score |", "| --- | --- | --- |"]
    for left, right, what in pairs:
        likeness = people.compare(people.parse(left), people.parse(right))
        score = "never joined" if likeness.rule == "different" else _decimal(likeness.score, 2)
        rows.append(f"| {left}, {right} | {what} | {score} |")
    alone = (
        ("a family name alone", "its one bearer in the same article", short.HERE),
        ("a family name alone", "its one bearer in all articles", short.UNIQUE),
        ("a family name alone", "several bearers, one of them in four of five articles", short.DOMINANT_SCORE),
        ("a family name alone", "several bearers", short.AMBIGUOUS),
        ("a family name alone, in another spelling", "its one bearer in the same article", short.VARIANT_HERE),
        ("an acronym", "the name that an article gives with it", short.UNIQUE),
        ("an acronym", "the only name with these three or more initials", short.INITIALS),
    )
    rows += [f"| {name} | {what} | {_decimal(score, 2)} |" for name, what, score in alone]
    doubts = f"Both spellings in one article: × {_decimal(propose.SAME_ARTICLE, 2)}."
    return "\n".join([*rows, "", f"{doubts} A given name before many families: × {_decimal(propose.COMMON, 2)}."])


def _decimal(number: float, places: int = 3) -> str:
    text = f"{number:.{places}f}"
    return text.removeprefix("0") if number < 1 else text


class Example:
    """The program's output on a project of ours, cut to what the document speaks of."""

    SOURCE = "b-courier"
    SHOWN = "Opposition politician Karol Zielony"
    EXPLAINED = "A Warsaw appeals court cleared"
    #: What the text around the example speaks of.
    SPOKEN_OF: ClassVar = {
        "extract": (
            '"name": "Karol Zielony", "chain": 1',
            '"name": "Piotr Zielony", "chain": 2',
            '"rule": "role"',
            '"type": "related_to"',
            '["speaker appositive", 0.88]',
        ),
        "explain": ("“Tuesday” in", "voices 3", "verb:overturn", "clear, score", "noun:acquittal"),
    }

    def __init__(self, root: Path) -> None:
        self.root = root / CASE.name
        shutil.copytree(CASE, self.root)
        self.file = f"seeds/{self.SOURCE}.txt"
        self.text = (self.root / self.file).read_text(encoding="utf-8")

    def run(self, *words: str) -> str:
        """What a command prints."""
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", *words],
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    def extract(self) -> str:
        """The values inside one sentence, without the descriptions and empty fields."""
        low = self.text.index(self.SHOWN)
        high = self.text.index("\n", low)
        lines = [f"$ briefgen show extract {self.file}"]
        for kind, values in json.loads(self.run("show", "extract", self.file)).items():
            inside = [v for v in values if isinstance(v, dict) and low <= v["start"] and v["end"] <= high]
            if inside and kind != "descriptions":
                lines += [f'"{kind}": [ …', *(line for value in inside for line in _shown(value))]
        return _block(lines)

    def explain(self) -> str:
        """The lines about one event, long quotations cut."""
        low = self.text.index(self.EXPLAINED)
        high = self.text.index(".", low) + 1
        told = [line.split() for line in self.run("explain", f"{self.SOURCE}:{low}-{high}").splitlines()]
        event = next(words[2] for words in told if words[:2] == ["told", "in"])
        shown = self.run("explain", event).splitlines()
        return _block([f"$ briefgen explain {event}", *(_cut(line) for line in shown)])


def _shown(value: dict[str, Any]) -> Iterator[str]:
    kept = {key: item for key, item in value.items() if item not in (None, "", [])}
    lines = wrap(json.dumps(kept, ensure_ascii=False), WIDTH - 3, break_long_words=False, break_on_hyphens=False)
    yield from (f"{'  ' if number == 0 else '   '}{line}" for number, line in enumerate(lines))


def _cut(line: str) -> str:
    """The line with its quotation cut so that it fits."""
    over = len(line) - WIDTH
    found = re.search(r"“(.+)”", line)
    if over <= 0 or not found or len(found[1]) < over + 20:
        return line
    return f"{line[: found.end(1) - over - 2].rstrip()} …{line[found.end(1) :]}"


def _block(lines: list[str]) -> str:
    return "\n".join(["```", *lines, "```"])


def between(mark: str) -> re.Match[str]:
    """The document before, between and after two marks."""
    shape = rf"(.*<!-- {mark} -->\n)(.*?)(<!-- end of {mark} -->.*)"
    found = re.fullmatch(shape, DOCUMENT.read_text(encoding="utf-8"), re.S)
    assert found, f"docs/reading.md has no <!-- {mark} -->"
    return found


def held(mark: str, made: str, accept: bool) -> str:
    """What the document holds between two marks, after what was made is laid there if that is asked for."""
    found = between(mark)
    if accept:
        DOCUMENT.write_text(f"{found[1]}{made}\n{found[3]}", encoding="utf-8")
    return between(mark)[2]


@pytest.mark.parametrize("make", [measured, thresholds, merges], ids=lambda make: make.__name__)
def test_tables_are_true(make: Callable[[], str], accept: bool) -> None:
    assert held(make.__name__, make(), accept) == make() + "\n"


@pytest.mark.parametrize("name", ["extract", "explain"])
def test_example_is_what_the_program_prints(name: str, accept: bool, tmp_path: Path) -> None:
    made = getattr(Example(tmp_path), name)()
    assert held(name, made, accept) == made + "\n"
    assert [words for words in Example.SPOKEN_OF[name] if words not in made] == [], "mend what the document says of it"


def test_every_measure_is_told() -> None:
    pins = json.loads((ROOT / "tests" / "quality" / "pinned.json").read_text(encoding="utf-8"))
    assert list(pins) == list(MEASURES)


def test_files_named_are_there() -> None:
    text = DOCUMENT.read_text(encoding="utf-8") + (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    package = ROOT / "briefgen"
    named = set(re.findall(r"`((?:clean|extract|resolve|cluster|compose|model|tools|tests|docs)/[\w./-]*)`", text))
    assert len(named) > 20
    assert {name for name in named if not ((package / name).exists() or (ROOT / name).exists())} == set()
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [link for link in links if not (DOCUMENT.parent / link).exists()] == []


def test_rule_shown_works() -> None:
    text = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    shown = re.search(r"```python\n(.*?)```", text, re.S)
    assert shown
    names: dict[str, Any] = {}
    exec(compile(shown[1], "docs/extending.md", "exec"), names)
    source = SourceFile("a", "seeds/a.txt", b"Ann Lee, 37, said on Monday that the harbour was closed to all ships.\n")
    document = clean(source, FORMATS).document
    assert document
    rules = (*RULES, names["RULE"])
    read = extract(document, rules)
    assert [(d.text, d.rule, read.mentions[d.mention].text) for d in read.descriptions] == [("37", "age", "Ann Lee")]


def test_frame_shown_is_well_formed() -> None:
    text = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    shown = re.search(r"```yaml\n(.*?)```", text, re.S)
    assert shown
    assert msgspec.convert(yaml.load(shown[1], yaml.BaseLoader), list[Line], strict=False)  # noqa: S506


def test_it_can_be_read_in_one_go() -> None:
    assert 200 <= len(DOCUMENT.read_text(encoding="utf-8").splitlines()) <= 400
