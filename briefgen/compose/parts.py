"""The parts that views are made of: what templates see of an actor, an event, a date, a citation.

Everything is plain text and addresses relative to the page it stands on; only fields that end in ``_html`` are markup.
"""

from msgspec import Struct


class Link(Struct, frozen=True):
    """A name that leads somewhere; where there is nothing to lead to, only the name."""

    label: str
    "What to show."
    href: str = ""
    "Address relative to the page, empty where the thing has no page."


class NavItem(Struct, frozen=True):
    """An entry of the main menu."""

    label: str
    "What to show."
    href: str
    "Address relative to the page."
    current: bool = False
    "Whether the page is the entry's own or lies below it."


class DateView(Struct, frozen=True):
    """A date in words."""

    text: str
    'The date as one reads it: "23 May 2020"; a phrase where it is unknown, empty where a heading above says it.'
    iso: str = ""
    "The same for machines (HTML's datetime), empty for spans and vague dates."
    how: str = ""
    "How it is known, in words."


class CitationView(Struct, frozen=True):
    """A numbered pointer to a passage on a source's page."""

    number: int
    "Its number on this page; one passage has one number."
    href: str
    "Address of the passage."
    tip: str
    "Outlet and date, for the tooltip and for screen readers."


class Copy(Struct, frozen=True):
    """Another article that has the same words."""

    outlet: Link
    "The outlet, leading to the article."
    citation: CitationView
    "Where the words stand there."


class QuoteView(Struct, frozen=True):
    """Verbatim words of a source."""

    text: str
    "The words, white space joined."
    citation: CitationView
    "Where they stand."
    source: Link
    "The outlet, leading to the source's page."
    date: DateView
    "The source's date."
    copies: tuple[Copy, ...] = ()
    "Others that have them word for word."


class CitedPassage(Struct, frozen=True):
    """A passage that the page cites, with its number and the sentence around it."""

    number: int
    "Its number on this page."
    href: str
    "Address of the passage."
    tip: str
    "Outlet and date."
    exact: str
    "The cited words, white space joined; cut where they are many."
    before: str = ""
    "What stands before them in their sentence, with the space that parts them."
    after: str = ""
    "What stands after them in their sentence."
    told: bool = False
    "Whether the page itself quotes them in full, so that paper need not repeat them."


class SourceNote(Struct, frozen=True):
    """A source that the page rests on, with the passages cited."""

    source: Link
    "The article's title, leading to its page."
    outlet: str
    "Who published it, empty where unknown."
    date: DateView
    "When."
    citations: tuple[CitedPassage, ...]
    "The passages cited on this page, in order of their numbers."
    url: str = ""
    "The publisher's address, empty where unknown."
    told: str = ""
    "The numbers of the passages that the page itself quotes in full; empty where there are none."


class EventCard(Struct, frozen=True):
    """An event in a list."""

    event: Link
    "Its title: a verbatim clause, or what the editor wrote."
    date: DateView
    "When it happened."
    kinds: tuple[str, ...]
    'What sort of event: "talks", "attack".'
    citation: CitationView
    "The passage that its title is taken from."
    outlets: tuple[Link, ...]
    "Who says so, the first few."
    more: str
    'How many more say so: "and 3 more"; empty where all are named.'
    voices: str
    "How many independent voices at most, in words; empty for one source."
    dots: str
    "A dot for each of these voices, the first few: how many say so, at a glance."
    status: str
    'A word where it is not told as a fact: "planned", "denied"; else empty.'
    also: tuple[Link, ...] = ()
    "Other events of that day which the same sentence tells, by the word that does."
    authored_title: bool = False
    "Whether the title is the editor's."


class River(Struct, frozen=True):
    """The weightiest events of a list."""

    dated: tuple[EventCard, ...]
    "Those with a date, in order of time."
    undated: tuple[EventCard, ...]
    "Those without, by weight."
    rest: Link | None
    "Where the others are, when there are more."


class ActorCard(Struct, frozen=True):
    """An actor in a list."""

    actor: Link
    "The name."
    kind: str
    'What it is: "person", "organisation", "country"; empty in a list of such only.'
    reach: str
    'How much of the briefing it is in: "4 articles, 7 events".'
    description: str = ""
    "Words with which a source describes it."
    citation: CitationView | None = None
    "Where these words stand."


class SourceCard(Struct, frozen=True):
    """A source in a list."""

    source: Link
    "The article's title."
    outlet: str
    "Who published it."
    author: str
    "Who wrote it, empty where unknown."
    date: DateView
    "When it appeared and how that is known."
    voice: str
    "A phrase where it shares a wire text with others, else empty."


class Words(Struct, frozen=True):
    """A stretch of a sentence that quotes somebody."""

    text: str
    "The stretch, with the spaces at its ends."
    spoken: bool
    "Whether it is what was said, not the words around it."


class Said(Struct, frozen=True):
    """What somebody said, by one source, in one sentence."""

    speaker: Link | None
    "Who said it, as the source has it where the briefing knows no such actor; nobody where it names none."
    direct: bool
    "Whether the words stand in quotation marks in the source."
    words: tuple[Words, ...]
    "The words, in their sentence or alone."
    citation: CitationView
    "Where they stand."
    source: Link
    "The outlet, leading to the source's page."
    date: DateView
    "The source's date."
    event: Link | None = None
    "The event it belongs to."
    via: tuple[Link, ...] = ()
    "Through whom the words came, by the source."
    copies: tuple[Copy, ...] = ()
    "Others in which the speaker says it in the same words, the first few."
    more: str = ""
    'How many more there are: "and 3 more"; empty where all are named.'


class Tie(Struct, frozen=True):
    """A relation between two actors."""

    subject: Link
    "Who."
    verb: str
    'What ties them, as a verb: "supports".'
    object: Link
    "To whom."
    citations: tuple[CitationView, ...]
    "The passages that state it, the first few."
    more: str
    'How many more state it: "and 3 more"; empty where all are cited.'


class SideView(Struct, frozen=True):
    """One side of a disagreement."""

    value: str
    "What it holds; empty where the first words quoted say it as shortly."
    quotes: tuple[QuoteView, ...]
    "The sentences of those who hold it, one a source; those that are the same word for word as one."
    more: str = ""
    'How many more sources hold it: "and 3 more"; empty where all are named.'


class DisagreementView(Struct, frozen=True):
    """Where the sources tell it differently."""

    topic: str
    "What it is about."
    kind: str
    'In what: "figures"; empty where what it is about says so.'
    about: Link | None
    "The event or actor, where the page is not its own."
    date: DateView | None
    "When that event happened, where it is known and not what they differ in."
    titled: bool
    "Whether the quotations have the title of the event that it is about."
    sides: tuple[SideView, ...]
    "The sides."


class FeedLink(Struct, frozen=True):
    """A feed by which the events of a page can be followed."""

    title: str
    "Whose events: the briefing's, or an actor's."
    type: str
    "Its media type."
    href: str
    "Address relative to the page."


class Head(Struct, frozen=True):
    """What every page says about itself and its surroundings."""

    title: str
    "The page's title."
    site: str
    "The briefing's title."
    description: str
    "One sentence for search engines; may be empty."
    language: str
    "BCP 47 tag."
    root: str
    "The way to the site's root, to be put before an address."
    style: str
    "Address of the style sheet."
    canonical: str
    "The page's full address where the site's is known, else empty."
    home: Link
    "The home page."
    nav: tuple[NavItem, ...]
    "The main menu."
    pages: tuple[Link, ...] = ()
    "The pages that the editor wrote."
    trail: tuple[Link, ...] = ()
    "The way from the home page here, without the page itself."
    type: str = ""
    "What Open Graph calls the page."
    locale: str = ""
    "Language and region as Open Graph writes them, empty where the language has no region."
    data_html: str = ""
    "What the page is, is about and cites, as JSON-LD for a data block."
    feeds: tuple[FeedLink, ...] = ()
    "The briefing's feeds; on an actor's page the actor's first."
    base: str = ""
    "What the whole briefing rests on, in a sentence."
    verified: str = ""
    'Whether its citations hold: "312 of 312 citations verified"; empty where it has none.'
