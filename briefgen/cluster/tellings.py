"""Tellings: what an article says of one event, with its participants as entities and its time as a date."""

from functools import lru_cache

from msgspec import Struct

from briefgen.cluster.deeds import RISES, deed, deeds, happening, is_several, is_toll
from briefgen.cluster.owners import Owners, is_own, named
from briefgen.model.annotation import EventMention, EventStatus, EventType
from briefgen.model.knowledge import Article, Citation, Ref
from briefgen.model.names import fold
from briefgen.model.regex import regex
from briefgen.model.text import Span

# From which score a mention may join others, an event is shown, and a mention says who took which part.
TAKES_PART, MAKES_EVENT, FILLS_ROLE = 0.45, 0.60, 0.80

# How the stems of days and months begin ("march" and "may" are too often something else).
DAYS = (
    "monda", "tuesda", "wednesda", "thursda", "frida", "saturda", "sunda", "januar", "februar", "april", "june", "july",
    "august", "septemb", "octob", "novemb", "decemb",
)  # fmt: skip
DAY_STARTS = frozenset(day[:3] for day in DAYS)  # looked up before all of them are compared
AIM = regex(r"\bto $")
ING = regex(r"\w+ing\b")
LEADS_ING = regex(r"\b(?:after|before|while|when|since|by|without|of|for|from|about|on|in|at|against|and|or) $")
DEFINITE = regex(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir)(?: [\w-]+){0,2} $")
OCCASION = regex(r"\b(?:on|in|during|at|over|by)(?: (?:an?|the|his|her|their|its))?(?: [\w-]+){0,2} $")
VERB = "events verb"  # how the rules that read verbs are named
PARTICLE_REACH = 24  # characters from a trigger's start that hold verb and particle
LONGEST_NAME = 80  # letters
SUBJECT_REACH = 24  # characters between who does it and the verb
SINCE = 8  # characters before a time
POSSESSIVE_REACH = 40  # characters between "Tuesday's" and the noun that it dates
STANDING = frozenset(("supports", "opposes"))
# Done by each for himself: whose cabinet resigns has not resigned.
BY_ONESELF = frozenset(("resign", "apologise", "testify"))
# Types between which articles waver for one and the same happening (a call in which something was asked for).
FAMILIES: dict[str, str] = {
    "AGREE": "talk", "CONSULT": "talk", "COOPERATE": "talk",
    "REQUEST": "speech", "ACCUSE": "speech", "REJECT": "speech", "THREATEN": "speech", "STATEMENT": "speech",
    "SUPPORT": "support", "AID": "support", "YIELD": "retreat", "RETREAT": "retreat", "PROTEST": "protest",
    "SANCTION": "sanction", "MOBILIZE": "force", "COERCE": "force", "ASSAULT": "force", "OTHER": "other",
}  # fmt: skip


class Line(Struct, frozen=True):
    """A sentence of a body: where it stands, what it is about (entities), what its words are (stems, numbers)."""

    source: str
    index: int
    span: Span
    terms: tuple[str, ...]
    entities: tuple[str, ...]

    @property
    def citation(self) -> Citation:
        """The whole sentence as a citation."""
        return Citation(self.source, self.span.start, self.span.end)


class Telling(Struct, frozen=True):
    """One event mention among the corpus: ``line`` is the number of its sentence among all lines.

    ``agents`` and ``patients`` are entities; their ``owners`` those to whom an agent or patient belongs that is none
    itself ("X's forces"); ``agent_words`` the last words of agents that are neither ("diplomats").
    ``places`` are names as they stand, ``place_ids`` the entities behind them; ``time`` is the expression that dates
    it, if any.  ``also`` are event mentions of the same sentence that only name the occasion (the call in which
    something was asked for) or tell more of the deed, with trigger and type.  ``led_by``: see ``led_by``.  ``score`` is
    how sure it is who did what, ``sure`` how sure it is that it happened, whoever took part.  ``deed`` is the class of
    the trigger word, ``befell`` the kind of what befell people where nobody acts ("quake"),
    ``anew`` whether it is brought in there ("a quake"); ``is_toll`` whether it tells how many have died by now, so that
    its time is not that of their death; ``is_several`` whether it counts deeds ("three strikes"); ``about`` whether its
    time is only that of a report of it; ``is_many`` whether its noun stands in the plural.
    """

    ref: Ref
    line: int
    clause: Span
    trigger: Span
    lemma: str
    type: EventType
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    agent_owners: tuple[str, ...]
    patient_owners: tuple[str, ...]
    agent_words: tuple[str, ...]
    places: tuple[str, ...]
    place_ids: tuple[str, ...]
    time: Ref | None
    status: EventStatus
    quoted: bool
    score: float
    sure: float
    deed: str
    befell: str = ""
    anew: bool = False
    is_toll: bool = False
    is_several: bool = False
    led_by: str = ""
    also: tuple[tuple[Ref, str, EventType], ...] = ()
    about: bool = False
    is_many: bool = False

    @property
    def source(self) -> str:
        """The article's id."""
        return self.ref.source

    @property
    def types(self) -> tuple[EventType, ...]:
        """The event's types, its own first."""
        return tuple(dict.fromkeys((self.type, *[type_ for _, _, type_ in self.also]))) if self.also else (self.type,)

    @property
    def families(self) -> frozenset[str]:
        """The families of the event's types."""
        return frozenset([FAMILIES[type_] for type_ in self.types])

    @property
    def lemmas(self) -> frozenset[str]:
        """The trigger words."""
        return frozenset((self.lemma, *[lemma for _, lemma, _ in self.also]))

    @property
    def deeds(self) -> frozenset[str]:
        """What was done or befell, in whatever words."""
        also = [deed(lemma, type_, lemma) for _, lemma, type_ in self.also]
        return frozenset([name for name in (self.deed, self.befell, *also) if name])

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The event mentions that this rests on."""
        return (self.ref, *(ref for ref, _, _ in self.also))

    @property
    def others(self) -> tuple[str, ...]:
        """The owners that have no part of their own."""
        return tuple(sorted({*self.agent_owners, *self.patient_owners} - {*self.agents, *self.patients}))

    @property
    def doers(self) -> frozenset[str]:
        """The agents and those to whom agents belong."""
        return frozenset((*self.agents, *self.agent_owners))

    @property
    def sufferers(self) -> frozenset[str]:
        """The patients and those to whom patients belong."""
        return frozenset((*self.patients, *self.patient_owners))

    @property
    def participants(self) -> frozenset[str]:
        """Agents, patients and owners together."""
        return frozenset((*self.agents, *self.patients, *self.agent_owners, *self.patient_owners))

    @property
    def asserted(self) -> bool:
        """Whether the article itself seems to tell that this happened (or is planned, or is denied)."""
        return not self.quoted and self.status != "conditional" and self.sure >= TAKES_PART


def lines_of(article: Article, owners: Owners) -> list[Line]:
    """All sentences of an article."""
    document, extraction = article.document, article.extraction
    sentences, mentions = document.sentences, extraction.mentions
    within: list[list[str]] = [[] for _ in sentences]
    names = [""] * len(sentences)
    at, count = 0, len(sentences)
    for start, _, index in sorted([(m.start, m.end, i) for i, m in enumerate(mentions)]):
        while at < count and sentences[at].end <= start:
            at += 1
        if at < count and sentences[at].start <= start:
            entity = owners.entity(index) or owners.owner(index)
            if entity:
                within[at].append(entity)
            if mentions[index].form == "name":
                names[at] += name_words(mentions[index].text)
    terms = extraction.terms
    return [
        Line(
            document.id,
            i,
            Span(sentence.start, sentence.end),
            without_names(terms[i], names[i]) if i < len(terms) else (),
            tuple(sorted(set(within[i]))),
        )
        for i, sentence in enumerate(sentences)
    ]


def without_names(terms: tuple[str, ...], names: str) -> tuple[str, ...]:
    """The stems that begin no name and no day: names count once, as entities, and days as dates."""
    return tuple(
        [term for term in terms if f" {term}" not in names and not (term[:3] in DAY_STARTS and term.startswith(DAYS))]
    )


@lru_cache(maxsize=1 << 15)
def name_words(name: str) -> str:
    """The words of a name in plain letters, with their hyphens and without, each behind a space; numbers aside."""
    folded = fold(name[:LONGEST_NAME])
    words = (*folded.split(), *folded.replace("-", " ").split())
    return "".join([f" {word}" for word in words if not word.isdigit()])


def tellings_of(article: Article, owners: Owners, first_line: int) -> list[Telling]:
    """All event mentions of an article; ``first_line`` is the number of its first sentence among all lines."""
    count = len(article.document.sentences)
    lasting = {(r.start, r.end) for r in article.extraction.relations if r.type in STANDING}
    return [
        telling(article, owners, index, mention, first_line + mention.sentence)
        for index, mention in enumerate(article.extraction.events)
        if 0 <= mention.sentence < count and not is_standing(article, mention, lasting)
    ]


def is_standing(article: Article, mention: EventMention, lasting: set[tuple[int, int]]) -> bool:
    """Whether the words tell a relation that lasts ("is backed by"), and give no time at which something happened."""
    if mention.type not in ("SUPPORT", "REJECT", "AID", "COOPERATE"):
        return False
    time = None if mention.time is None else article.extraction.times[mention.time]
    if time is not None and mention.start <= time.start and time.end <= mention.end:
        return False
    return any(start <= mention.trigger.start and mention.trigger.end <= end for start, end in lasting)


def telling(article: Article, owners: Owners, index: int, mention: EventMention, line: int) -> Telling:
    """One event mention with its participants as entities."""
    source = article.extraction.source
    agents = named(article, owners, mention, mention.agents, "agent")
    patients = named(article, owners, mention, mention.patients, "patient") - agents
    place_ids = {e for i in mention.places if (e := owners.entity(i))}
    places = {article.extraction.mentions[i].text for i in mention.places if i < len(article.extraction.mentions)}
    time = mention.time if mention.time is not None and dates_it(article, mention, mention.time) else None
    what, anew = befell(article, mention) if not agents else ("", False)
    done = deed_of(article, mention)
    text, end = article.document.text, max(mention.trigger.end, mention.end)
    toll = is_toll(mention.lemma, text[mention.start : mention.trigger.end], text[mention.trigger.end : end])
    if time is not None and ((toll and mention.lemma not in RISES) or adds_up(article, time, what, done)):
        time = None
    return Telling(
        Ref(source, index),
        line,
        Span(mention.start, mention.end),
        mention.trigger,
        mention.lemma,
        mention.type,
        tuple(sorted(agents)),
        tuple(sorted(patients)),
        tuple(sorted({e for i in mention.agents if done not in BY_ONESELF and (e := owners.owner(i))})),
        tuple(
            sorted({e for i in mention.patients if (e := owners.owner(i)) and not is_own(article, mention, i, done)})
        ),
        tuple(sorted({word for i in mention.agents if (word := owners.word(i))})),
        tuple(sorted(places)),
        tuple(sorted(place_ids)),
        None if time is None else Ref(source, time),
        mention.status,
        mention.quoted,
        round(mention.score * mention.role_score, 2),
        existence(mention, what),
        done,
        what,
        anew,
        toll,
        is_several(mention.lemma, text[mention.start : mention.end], mention.trigger.end - mention.start),
        led_by(
            text[max(0, mention.trigger.start - 40) : mention.trigger.start],
            article.document.exact(mention.trigger),
            mention,
            has_doer_before(article, mention),
        ),
        about=mention.about and time == mention.time,
        is_many=not mention.rule.startswith(VERB) and article.document.exact(mention.trigger).endswith("s"),
    )


def adds_up(article: Article, time: int, what: str, done: str) -> bool:
    """Whether a time is only the first day of a count of those harmed: "412 have died since October"."""
    start = article.extraction.times[time].start
    before = article.document.text[max(0, start - SINCE) : start].rstrip()
    return bool(what or done in deeds().once) and before.endswith("since")


def deed_of(article: Article, mention: EventMention) -> str:
    """The class of what is told, by the trigger with what follows it and by the frame that read it."""
    start = mention.trigger.start
    return deed(mention.lemma, mention.type, article.document.text[start : start + PARTICLE_REACH], frame_of(mention))


def frame_of(mention: EventMention) -> str:
    """The name of the frame that read an event mention."""
    return mention.rule.partition(":")[2]


def befell(article: Article, mention: EventMention) -> tuple[str, bool]:
    """The kind of what befell people, where a verb of harm tells it, and whether it is brought in there."""
    sentence = article.document.sentences[mention.sentence]
    return happening(
        mention.lemma, mention.type, article.document.exact(sentence), mention.trigger.start - sentence.start
    )


def existence(mention: EventMention, what: str) -> float:
    """How sure it is that it happened; what befalls people needs nobody to be named."""
    if not what:
        return mention.score
    nobody = next((value for name, value in mention.factors if name == "nobody named" and value), 1.0)
    return round(mention.score / nobody, 2)


def dates_it(article: Article, mention: EventMention, time: int) -> bool:
    """Whether a time expression can date an event: "Tuesday's" dates only the noun that follows."""
    if time >= len(article.extraction.times):
        return False
    end = article.extraction.times[time].end
    possessive = article.document.text[end : end + 2] in ("'s", "’s")
    return not possessive or end < mention.trigger.start < end + POSSESSIVE_REACH


def has_doer_before(article: Article, mention: EventMention) -> bool:
    """Whether "the" belongs to who did it: "the company agreed", not "the attack was launched"."""
    if not mention.agents or not mention.rule.startswith(VERB):
        return False
    doers = (article.extraction.mentions[i] for i in mention.agents if i < len(article.extraction.mentions))
    start = mention.trigger.start
    return any(start - SUBJECT_REACH <= doer.end <= start for doer in doers)


def led_by(before: str, trigger: str, mention: EventMention, acted: bool) -> str:
    """How words lead to a trigger, or nothing; ``acted``: who did it stands right before.

    "to" (an aim), "on" (an occasion: a noun after on, in, during, at), "the" (known), "ing" (a participle that tells
    more of the deed before it).
    """
    if before.endswith("to ") and AIM.search(before):
        return "to"
    is_verb = mention.rule.startswith(VERB)
    if is_verb and ING.match(trigger) and not LEADS_ING.search(before):
        return "ing"
    if not is_verb and OCCASION.search(before):
        return "on"
    return "the" if not acted and DEFINITE.search(before) else ""
