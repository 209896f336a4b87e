"""The cues of attribution, as ``lexicon/en/speech.yaml`` lists them, ready to be looked up by lemma."""

from functools import cache
from typing import Any

from msgspec import Struct

from briefgen.model.data import data_bytes


class Verb(Struct, frozen=True):
    """What can follow a cue verb: for each frame how sure an attribution is; ``particles`` wins where they stand."""

    frames: dict[str, float]
    particles: tuple[tuple[tuple[str, ...], "Verb"], ...] = ()


class Lexicon(Struct, frozen=True):
    """All cues: verbs by lemma, those that deny or hold back, those that take no clause without "that", nouns for what
    carries speech, "according to", words of the names of news media.
    """

    verbs: dict[str, Verb]
    negative: frozenset[str]
    needs_that: frozenset[str]
    carriers: frozenset[str]
    according: float
    media: frozenset[str]


def load(name: str) -> Any:
    """A YAML file of the English lexicon; the file is the package's own and trusted."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(data_bytes("briefgen.extract", f"lexicon/en/{name}"), loader)  # noqa: S506


@cache
def lexicon() -> Lexicon:
    """The cues of English."""
    raw = load("speech.yaml")
    verbs: dict[str, dict[tuple[str, ...], dict[str, float]]] = {}
    for group in raw["verbs"]:
        for entry in words(group["words"]):
            lemma, *particle = entry.split()
            frames = verbs.setdefault(lemma, {}).setdefault(tuple(particle), {})
            for frame in group["frames"]:
                frames.setdefault(frame, group["score"])
    return Lexicon(
        {lemma: _verb(entries) for lemma, entries in verbs.items()},
        frozenset(words(raw["negative"])),
        frozenset(words(raw["needs_that"])),
        frozenset(words(raw["carriers"])),
        raw["according"],
        frozenset(words(raw["media"])),
    )


def words(text: str) -> list[str]:
    """The entries of a comma-separated list."""
    return [" ".join(word.split()) for word in text.split(",")]


def _verb(entries: dict[tuple[str, ...], dict[str, float]]) -> Verb:
    longer = sorted((p for p in entries if p), key=lambda p: (-len(p), p))
    return Verb(entries.get((), {}), tuple((particle, Verb(entries[particle])) for particle in longer))
