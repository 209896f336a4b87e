"""What goes into a site besides articles (settings, notes, theme) and what comes out (pages, artifacts)."""

from hashlib import sha256
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from briefgen.model.datewords import ENGLISH, DateWords
from briefgen.model.knowledge import Judgement
from briefgen.model.text import SourceFile

Visibility = Literal["public", "hidden"]
NoteKind = Literal["actors", "events", "sources", "pages"]


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """``content/site.yml``.  Every field has a default, so that a folder with only ``seeds/`` builds."""

    title: Annotated[str, Meta(description="The briefing's title.")] = "Briefing"
    description: Annotated[str, Meta(description="One sentence on what it covers, shown below the title.")] = ""
    language: Annotated[
        str, Meta(description="Language of the pages, as a BCP 47 tag.", pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    ] = "en"
    base_url: Annotated[
        str,
        Meta(
            description="Where the site will be published; only feeds, the sitemap and canonical links need it.",
            pattern="^(https?://[^\\s<>\"']+)?$",
        ),
    ] = ""
    theme: Annotated[str, Meta(description="A folder of themes/, or a theme that is installed.")] = "default"
    visibility: Annotated[
        Visibility,
        Meta(description="Default for sources: public reads and quotes them, hidden leaves out all but those marked."),
    ] = "public"
    excerpt_share: Annotated[
        float,
        Meta(description="How much of an article's words its own page may repeat, from 0 to 1.", ge=0, le=1),
    ] = 0.3
    excerpt_words: Annotated[
        int,
        Meta(
            description="How many words of a passage are repeated at most; what is longer is cut short.",
            ge=1,
            le=100_000,
        ),
    ] = 90


class Note(Struct, frozen=True):
    """A curated Markdown file of ``content/``: what a person knows better.

    ``id`` is the file's stem; ``fields`` the checked front matter as (key, values) pairs, each value text;
    ``body_line`` is the line on which the body begins, for messages.
    """

    kind: NoteKind
    id: str
    path: str
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    body: str = ""
    body_line: int = 1

    def get(self, key: str) -> str | None:
        """The first value of a front matter key, None where it is not given."""
        return next((values[0] for name, values in self.fields if name == key and values), None)

    def all(self, key: str) -> tuple[str, ...]:
        """All values of a front matter key."""
        return next((values for name, values in self.fields if name == key), ())


class ThemeFile(Struct, frozen=True):
    """A template or static file of a theme: ``name`` is relative to the theme's folder, ``path`` where it lies."""

    name: str
    path: str
    data: bytes

    def address(self) -> str:
        """Where a static file is published: its name with a digest of its bytes, so that it may be cached for ever."""
        name = PurePosixPath(self.name)
        return f"assets/{name.stem}.{sha256(self.data).hexdigest()[:10]}{name.suffix}"


class Theme(Struct, frozen=True):
    """A theme with what it extends already laid below it."""

    name: str
    contract: int
    templates: tuple[ThemeFile, ...]
    static: tuple[ThemeFile, ...]

    def style(self) -> ThemeFile:
        """The one style sheet of the pages: the theme's ``static/css/*.css``, joined in order of their names."""
        sheets = sorted(
            (f for f in self.static if "/css/" in f"/{f.name}" and f.name.endswith(".css")), key=lambda f: f.name
        )
        return ThemeFile("style.css", sheets[0].path if sheets else self.name, b"\n".join(f.data for f in sheets))


class FeedFile(Struct, frozen=True):
    """A feed beside a page: the name of its file and its media type."""

    name: str
    type: str


ATOM_FEED = FeedFile("feed.xml", "application/atom+xml")
JSON_FEED = FeedFile("feed.json", "application/feed+json")


class Inputs(Struct, frozen=True):
    """Everything that was read from disk: the ground state of a build."""

    settings: Settings
    sources: tuple[SourceFile, ...]
    notes: tuple[Note, ...]
    judgements: tuple[Judgement, ...]
    theme: Theme


class Route(Struct, frozen=True):
    """A page's address relative to the site's root (``actors/x/``) and the file that answers it."""

    url: str
    path: str


class Page(Struct, frozen=True):
    """A page before it is drawn: its kind names the template, its view is all that the template sees."""

    kind: str
    template: str
    route: Route
    view: Any


class Artifact(Struct, frozen=True):
    """A file of the site: path relative to the site's root, forward slashes."""

    path: str
    data: bytes


class CitationRecord(Struct, frozen=True):
    """A citation as published: ``exact`` is the source's text from ``start`` to ``end``."""

    source: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


class EventCitationRecord(Struct, frozen=True):
    """A citation of an event with the offsets of its trigger word."""

    source: str
    start: int
    end: int
    exact: str
    trigger: tuple[int, int] | None = None
    prefix: str = ""
    suffix: str = ""


class SourceRecord(Struct, frozen=True):
    """An article in ``briefing.json``."""

    id: str
    file: str
    title: str | None
    publisher: str | None
    author: str | None
    date: str | None
    date_basis: str
    url: str | None
    archive_url: str | None
    language: str
    sha256: str
    voice: str
    page: str | None
    date_reason: str = ""


class FormRecord(Struct, frozen=True):
    """A spelling of an actor's name."""

    text: str
    count: int
    sources: tuple[str, ...]


class DescriptionRecord(Struct, frozen=True):
    """What a source calls an actor."""

    text: str
    citation: CitationRecord


class ActorRecord(Struct, frozen=True):
    """An actor in ``briefing.json``."""

    id: str
    name: str
    type: str
    forms: tuple[FormRecord, ...]
    descriptions: tuple[DescriptionRecord, ...]
    mentions: int
    weight: float
    page: str | None


class ParticipantRecord(Struct, frozen=True):
    """An actor's part in an event."""

    id: str
    role: str


class EventRecord(Struct, frozen=True):
    """An event in ``briefing.json``."""

    id: str
    title: str
    types: tuple[str, ...]
    date: str | None
    date_basis: str
    date_reason: str
    places: tuple[str, ...]
    actors: tuple[ParticipantRecord, ...]
    citations: tuple[EventCitationRecord, ...]
    voices: int
    weight: float
    status: str
    page: str | None


class StatementRecord(Struct, frozen=True):
    """A statement in ``briefing.json``; ``speaker_text`` are the source's words for a speaker who is no actor, or for
    two who speak together ("Ann Lee and Jan Berg"), ``via`` the actors through whom it came.
    """

    id: str
    speaker: str | None
    text: str
    direct: bool
    date: str | None
    event: str | None
    citation: CitationRecord
    speaker_text: str | None = None
    via: tuple[str, ...] = ()


class RelationRecord(Struct, frozen=True):
    """A relation in ``briefing.json``."""

    subject: str
    type: str
    object: str
    citations: tuple[CitationRecord, ...]


class SideRecord(Struct, frozen=True):
    """One side of a disagreement."""

    value: str
    citations: tuple[CitationRecord, ...]


class DisagreementRecord(Struct, frozen=True):
    """Where the sources tell it differently; ``about`` is ``{"event": id}`` or ``{"actor": id}``."""

    id: str
    topic: str
    kind: str
    about: dict[str, str]
    sides: tuple[SideRecord, ...]


class BriefingData(Struct, frozen=True):
    """``site/data/briefing.json``, version 1: the public data contract."""

    version: Literal[1]
    title: str
    as_of: str | None
    sources: tuple[SourceRecord, ...] = ()
    actors: tuple[ActorRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    statements: tuple[StatementRecord, ...] = ()
    relations: tuple[RelationRecord, ...] = ()
    disagreements: tuple[DisagreementRecord, ...] = ()


class Briefing(Struct, frozen=True):
    """The waist: the pages as plain views and the data behind them.  Everything after it is presentation."""

    data: BriefingData
    pages: tuple[Page, ...]
    settings: Settings = field(default_factory=Settings)
    dates: DateWords = ENGLISH
