"""``data/briefing.json`` and the JSON Schema that it is tested against."""

from collections.abc import Iterator
from functools import cache

import msgspec

from briefgen.model.data import data_bytes
from briefgen.model.knowledge import Corpus
from briefgen.model.site import Artifact, Briefing, BriefingData
from briefgen.sockets import Export


def pretty(value: object) -> bytes:
    """The value as JSON for people to read and compare: two spaces a level, keys in the order of the types."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def data(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """The whole briefing."""
    yield Artifact("data/briefing.json", pretty(briefing.data))


def schema(briefing: Briefing, corpus: Corpus) -> Iterator[Artifact]:
    """The schema of ``briefing.json`` (JSON Schema 2020-12), as it was shipped."""
    yield Artifact("data/schema.json", shipped_schema())


@cache
def shipped_schema() -> bytes:
    """The schema as package data: it has the types' docstrings, which Python leaves out under ``-OO``."""
    return data_bytes("briefgen.export", "briefing.schema.json")


def made_schema() -> bytes:
    """The schema made anew from the types; a test compares what is shipped with it."""
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(BriefingData)}
    return pretty(described)


DATA = Export("briefing", data)
SCHEMA = Export("schema", schema)
