"""What has been named so far in an article, sentence by sentence, and what is known of the persons among it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from briefgen.extract.chains.sex import of_name, of_role
from briefgen.extract.chains.standing import Standings
from briefgen.extract.names.lexicon import lexicon
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import Mention
from briefgen.model.regex import regex

_START = attrgetter("start")
CHANGED = frozenset("former ex new next vice deputy acting late future first assistant outgoing incoming elect".split())
WORD = regex(r"[^\W_]+")
CLAUSE = regex(r"[,;:()\"“”!?\n]")
APPOSED = regex(
    r",? (?:which is |is |was )?(?:an?|the|one of the) ((?:[\w'’-]+ ){0,4}?[\w-]+)"
    r"(?=[,.;)]| (?:that|which|whose|based|in|of|for|from|founded|owned|led|run|made|with)\b)"
)
COUNTRIES = frozenset({"country", "nationality"})
# What stands between the name of a person and that of the country: "Lee of Peru", "Lee, a Peruvian".
OF_COUNTRY = frozenset({" of ", " (", ", a ", ", an ", ", the "})
BEFORE = 60


class Bearer:
    """What an article says of one person: roles, whose they are, and he or she."""

    __slots__ = ("changed", "owners", "pronoun", "roles", "titles")

    def __init__(self) -> None:
        self.roles: set[str] = set()
        self.owners: set[str] = set()
        # Roles that stand in capitals before the name: "President Lee".
        self.titles: set[str] = set()
        self.changed: frozenset[str] = frozenset()
        self.pronoun = ""


class Scene:
    """The names of an article, and the mentions of each sentence up to the one that is read."""

    def __init__(self, analysis: Analysis, named: Sequence[Mention]) -> None:
        self.analysis = analysis
        self.text = analysis.document.text
        self.starts = [s.start for s in analysis.document.sentences]
        self.quoted = [(q.start, q.end) for q in analysis.quoted]
        self.named = sorted(named, key=_START)
        self.name_starts = [m.start for m in self.named]
        self.next_chain = max((m.chain for m in named), default=-1) + 1
        self.mentions: dict[int, list[Mention]] = {}
        self.bearers: dict[int, Bearer] = {}
        self.by_head: dict[str, list[int]] = {}
        self.last: dict[int, Mention] = {}
        self.kinds: dict[int, set[str]] = {}
        self.parsed: dict[int, Standings] = {}
        self.countries = frozenset(m.name for m in self.named if m.type in COUNTRIES)
        self.compatriots: dict[str, set[int]] | None = None
        for at, mention in enumerate(self.named):
            if mention.type == "person":
                self._learn(at, mention)
            elif mention.type == "organization":
                self._learn_kind(mention)

    def _learn(self, at: int, person: Mention) -> None:
        """Roles of a person, and the country or body that the role is of."""
        bearer = self.bearers.setdefault(person.chain, Bearer())
        if not bearer.pronoun and of_name(person.name) == "she":
            bearer.pronoun = "she"
        if not person.role:
            return
        before = CLAUSE.split(self.text[max(0, person.start - BEFORE) : person.start])[-1]
        if person.rule == "title" and self.text[person.start - len(person.role) - 1 : person.start - 1][:1].isupper():
            bearer.titles.add(person.role)
        honorific = person.role in lexicon().honorifics
        changed = frozenset[str]() if honorific else CHANGED & words_of(f"{before} {person.role}")
        self.add_role(person.chain, person.role, changed)
        for other in self.named[max(0, at - 2) : at]:
            between = self.text[other.end : person.start].lower()
            if other.type != "person" and len(between) < BEFORE and self._is_role(between):
                bearer.owners.add(other.name)
        if person.country:
            bearer.owners.add(person.country)
        bearer.pronoun = bearer.pronoun or of_role(person.role)

    def _learn_kind(self, body: Mention) -> None:
        """What nouns beside a body call it: "the bus company Rapid", "Rapid, a bus company", "the Rapid company"."""
        nouns = lexicon().org_nouns
        told: set[str] = set()
        if self.text[body.start - 1 : body.start] == " ":
            told.update(self.text[max(0, body.start - BEFORE) : body.start].split()[-1:])
        after = self.text[body.end : body.end + BEFORE]
        if after[:1] == " ":
            told.update(word.rstrip(".,;:") for word in after.split(None, 1)[:1])
        apposed = APPOSED.match(after) if after[:1] in {",", " "} else None
        if apposed:
            told.update(apposed[1].split()[-1:])
        self.kinds.setdefault(body.chain, set()).update(told & nouns)

    def add_role(self, chain: int, role: str, changed: frozenset[str]) -> None:
        """Remember that a person bears a role, and words such as "former" and "deputy" that go with it."""
        bearer = self.bearers.setdefault(chain, Bearer())
        bearer.roles.add(role)
        bearer.changed |= changed
        chains = self.by_head.setdefault(role.rpartition(" ")[2], [])
        if chain not in chains:
            chains.append(chain)

    def _is_role(self, between: str) -> bool:
        words = between.replace("'s", " ").replace("’s", " ").replace(",", " ").split()
        titles, modifiers = lexicon().titles, lexicon().modifiers
        return all(word in titles or word in modifiers for word in words)

    def tokens(self, offset: int) -> Sequence[Token]:
        """The tokens of the sentence that holds an offset."""
        at = self.sentence(offset)
        return self.analysis.sentences[at] if at >= 0 else ()

    def sentence(self, offset: int) -> int:
        """The index of the sentence that holds an offset."""
        return bisect_right(self.starts, offset) - 1

    def nationals(self) -> dict[str, set[int]]:
        """The persons whom the article gives a country: "Egyptian lifter X", "X of Bulgaria", "X, a Dane"."""
        if self.compatriots is None:
            self.compatriots = {}
            for at, person in enumerate(self.named):
                if person.type == "person":
                    for country in self._countries_of(at, person):
                        self.compatriots.setdefault(country, set()).add(person.chain)
        return self.compatriots

    def _countries_of(self, at: int, person: Mention) -> list[str]:
        found = [person.country] if person.country else []
        before = self.named[at - 1] if at else None
        standings = self.standings(person.start)
        phrase = standings.phrase(person) if standings is not None else None
        if before is not None and standings is not None and phrase is not None and before.type in COUNTRIES:
            first = standings.offsets[phrase.start]
            found += [before.name] if before.start >= first else []
        after = self.named[at + 1] if at + 1 < len(self.named) else None
        if after is not None and after.type in COUNTRIES and self.text[person.end : after.start] in OF_COUNTRY:
            found.append(after.name)
        return found

    def standings(self, offset: int) -> Standings | None:
        """The places in the sentence that holds an offset."""
        at = bisect_right(self.starts, offset) - 1
        standings = self.parsed.get(at)
        if standings is None and 0 <= at < len(self.analysis.parses):
            self.parsed[at] = standings = Standings(self.analysis.columns[at], self.analysis.parses[at])
        return standings

    def reach(self, mention: Mention, back: int) -> list[Mention]:
        """The mentions before this one in the sentence that lies so far back."""
        start = mention.start
        return [n for n in self.mentions.get(self.sentence(start) - back, ()) if n.end <= start]

    def add(self, mention: Mention) -> None:
        """Remember a mention of the body as read."""
        at = self.sentence(mention.start)
        if mention.form == "name":
            self.last[mention.chain] = mention
        if at >= 0:
            self.mentions.setdefault(at, []).append(mention)

    def new_chain(self) -> int:
        """A number that no chain has."""
        self.next_chain += 1
        return self.next_chain

    def is_named(self, phrase: Mention) -> bool:
        """Whether the phrase is a part of a name ("the Justice" of "the Justice and Reform Party")."""
        at = bisect_right(self.name_starts, phrase.start) - 1
        return at >= 0 and self.named[at].end >= phrase.end

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset lies inside quotation marks."""
        if not self.quoted:
            return False
        at = bisect_right(self.quoted, (offset, len(self.text))) - 1
        return at >= 0 and offset < self.quoted[at][1]

    def names_before(self, offset: int) -> list[Mention]:
        """The names that stand before an offset."""
        return self.named[: bisect_right(self.name_starts, offset - 1)]

    def names_near(self, offset: int, back: int) -> list[Mention]:
        """The names that stand before an offset in its sentence or in so many sentences before it."""
        here = self.sentence(offset)
        first = bisect_left(self.name_starts, self.starts[here - back]) if here >= back else 0
        return self.named[first : bisect_right(self.name_starts, offset - 1)]

    def is_governed(self, mention: Mention) -> bool:
        """Whether a preposition governs the mention's phrase, which is then no subject."""
        at = self.sentence(mention.start)
        if at < 0:
            return False
        tokens = self.analysis.sentences[at]
        i = bisect_right(tokens, mention.start, key=_START) - 1
        while (
            i > 0 and tokens[i - 1].tag in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"} and tokens[i - 1].form != "TO"
        ):
            i -= 1
        return i > 0 and tokens[i - 1].tag == "ADP"

    def is_empty_it(self, mention: Mention) -> bool:
        """Whether "it" stands for nothing: "it is clear that", "made it possible"."""
        at = self.sentence(mention.start)
        if at < 0 or mention.text.lower() != "it":
            return False
        tokens = self.analysis.sentences[at]
        i = bisect_right(tokens, mention.start, key=_START) - 1
        after = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
        return after.form == "BE" or (i > 0 and tokens[i - 1].lemma in {"make", "find", "consider", "keep", "think"})


def words_of(text: str) -> frozenset[str]:
    """The words of a stretch of text in lower case, hyphens apart."""
    return frozenset(WORD.findall(text.lower()))
