"""What one article says by itself: mentions, times, statements, event mentions, relations, descriptions.

Indexes (``speaker``, ``agents`` …) count in the tuples of the same ``Extraction``.  ``rule`` names the rule that found
the value, ``score`` is how sure it is (0 to 1), ``factors`` are the named numbers whose product the score is.
"""

from typing import Literal

from msgspec import Struct

from briefgen.model.text import Span

MentionType = Literal["person", "organization", "country", "place", "nationality", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
EventStatus = Literal["actual", "planned", "conditional", "denied"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "STATEMENT", "OTHER",
]  # fmt: skip
RelationType = Literal["supports", "opposes", "leads", "member_of", "speaks_for", "located_in", "related_to"]

Factors = tuple[tuple[str, float], ...]


# The rule of a bare surname that the article's own reading gives to no bearer whom the article names in full.
APART = "surname-apart"


class Mention(Struct, frozen=True, gc=False):
    """An occurrence of a name (or of a noun phrase or pronoun that stands for one).

    ``chain`` is the same number for all mentions of one thing in this article; ``name`` is the fullest form that this
    article gives it (for a nationality, the country's name).  ``owner`` is the chain that the mentioned thing belongs
    to ("Haliburn's forces": the chain of Haliburn).  ``form`` tells names from the noun phrases and pronouns that
    refer back.  ``role`` is what the words beside a person's name call it, in lower case ("foreign minister"; of a
    noun phrase its head noun), and ``country`` the country that these words name.
    """

    start: int
    end: int
    text: str
    type: MentionType
    name: str
    chain: int
    form: MentionForm = "name"
    owner: int | None = None
    rule: str = ""
    score: float = 1.0
    factors: Factors = ()
    role: str = ""
    country: str = ""


class Anchor(Struct, frozen=True, gc=False):
    """How a time expression hangs on the article's date, so that it can be resolved once the date is known.

    ``unit`` and ``shift`` say "N units before (-) or after (+) the article": ("month", -14).  Named days and months:
    with unit "day" and ``weekday`` (1 = Monday to 7) the nearest such day, with unit "day", ``month`` and ``day`` the
    nearest such date, with unit "month" and ``month`` the nearest such month, with unit "quarter" and ``month`` the
    nearest quarter that begins in it; ``direction``: -1 the article's date or before, +1 it or after, 0 either side.
    With unit "week" the ``weekday`` of the shifted week, with unit "year" the ``month`` (and ``day``) of the shifted
    year.
    """

    unit: Literal["day", "week", "month", "quarter", "year"]
    shift: int = 0
    weekday: int | None = None
    month: int | None = None
    direction: int = -1
    day: int | None = None


class TimeExpression(Struct, frozen=True, gc=False):
    """A TIMEX3 expression: ``value`` as in TimeML, ``edtf`` the same as an EDTF level 1 date, None if there is none."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    edtf: str | None = None
    anchor: Anchor | None = None
    rule: str = ""
    score: float = 1.0


class Statement(Struct, frozen=True, gc=False):
    """What somebody said, by the article: source (speaker), cue and content, as in PARC and PolNeAR.

    ``start`` and ``end`` are the content's; ``direct`` is true when the content stands in quotation marks.
    ``speaker`` is an index into ``mentions`` or None; ``speaker_span`` the words that name the speaker, which may be
    a description with no known bearer.  ``via`` are the mentions through which it came ("the agency quoted X").
    """

    start: int
    end: int
    text: str
    direct: bool
    speaker: int | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    via: tuple[int, ...] = ()
    rule: str = ""
    score: float = 1.0
    factors: Factors = ()


class EventMention(Struct, frozen=True, gc=False):
    """One telling of an event: trigger word, PLOVER type, who did it to whom, when, where, and whether it is asserted.

    ``start`` and ``end`` are the clause's extent, from the first word of its subject's noun phrase to the last of what
    the verb governs; ``sentence`` is the index of its sentence in ``Document.sentences``.

    ``score`` says how sure it is that the text tells an event of this type with this status, whoever took part in it;
    ``role_score`` how sure it is that ``agents`` and ``patients`` are those who did, and whom it was done to, with its
    own ``role_factors``.  An event of which nobody is known has a role score of 1: nothing is claimed.

    ``about``: its time is that of a report of it ("said on Friday that it had signed"), so it happened about then.
    """

    start: int
    end: int
    trigger: Span
    lemma: str
    type: EventType
    sentence: int
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    time: int | None = None
    status: EventStatus = "actual"
    quoted: bool = False
    rule: str = ""
    score: float = 1.0
    factors: Factors = ()
    role_score: float = 1.0
    role_factors: Factors = ()
    about: bool = False


class Relation(Struct, frozen=True, gc=False):
    """A lasting relation between two mentions, as the article (not a quoted speaker) tells it."""

    start: int
    end: int
    subject: int
    type: RelationType
    object: int
    rule: str = ""
    score: float = 1.0
    factors: Factors = ()


class Description(Struct, frozen=True, gc=False):
    """The words with which the article itself, not a quoted speaker, describes a mention."""

    start: int
    end: int
    text: str
    mention: int
    rule: str = ""
    score: float = 1.0


class Extraction(Struct, frozen=True, gc=False):
    """Everything one article yields.

    ``terms`` holds, for each sentence of the document, the stems of its content words and its numbers, in order: what
    makes sentences alike.
    """

    source: str
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    relations: tuple[Relation, ...] = ()
    descriptions: tuple[Description, ...] = ()
    terms: tuple[tuple[str, ...], ...] = ()
