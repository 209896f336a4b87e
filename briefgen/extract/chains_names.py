"""The names of one article, gathered into chains."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.extract.words import look_up
from briefgen.extract.world import world
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Mention, MentionType

KEEP = 0.45
SURE = 0.6
LOCATIVE = re.compile(
    r"\b(?:in|near|to|from|at|outside|around|of|toward|towards|for|leave|left|visit|visited)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
SMALL = frozenset("of the and for in on to de la du des &".split())
VOWELS = str.maketrans("", "", "aeiouyhw'-")
BEARABLE = frozenset({"table-town", "table-city", "table-region", "table-capital"})
PREFIX = re.compile(r"^(?:al|el|ul|ur|an|as|ash|ad|at|az|ar)-(?=\w)")


def fold(word: str) -> str:
    """A word in lower case without accents, Arabic article or final possessive."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word.replace("ı", "i")) if not unicodedata.combining(c))
    return PREFIX.sub("", word.lower())


def surname(words: Sequence[str]) -> str:
    """The last word of a person's name, "Jr." and such left out."""
    kept = [w for w in words if w not in {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}]
    return kept[-1] if kept else words[-1]


class Chain:
    """Mentions of one thing while they are gathered."""

    __slots__ = ("first", "members", "name", "sure", "type", "words")

    def __init__(self, name: str, type_: MentionType, first: int) -> None:
        self.name, self.type, self.first = name, type_, first
        self.words = [fold(w) for w in name.split()]
        self.members: list[int] = []
        self.sure = False


class Ledger:
    """The chains of one article."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.document.text
        self.chains: list[Chain] = []
        self.persons: dict[str, list[int]] = defaultdict(list)
        self.given: dict[str, list[int]] = defaultdict(list)
        self.by_key: dict[tuple[str, str], int] = {}
        self.acronyms: dict[str, int] = {}

    def settle(self, mentions: list[Mention]) -> list[Mention]:
        """The mentions with chain, name and type; those that nothing supports are left out."""
        placed: list[tuple[int, float] | None] = [None] * len(mentions)
        self.define_acronyms(mentions, placed)
        self.full_names(mentions, placed)
        self.table_and_typed(mentions, placed)
        self.references(mentions, placed)
        self.leftovers(mentions, placed)
        return self.result(mentions, placed)

    # --- passes ------------------------------------------------------------------------------------------------------

    def full_names(self, mentions: list[Mention], placed: list[tuple[int, float] | None]) -> None:
        """Persons by more than one name, each joined to an equal or shorter form of the same."""
        for i, m in enumerate(mentions):
            if placed[i] or m.type != "person" or " " not in m.name or m.score < SURE:
                continue
            words = [fold(w) for w in m.name.split()]
            chain = self.same_person(words)
            if chain is None:
                chain = self.open(m.name, "person", m.start)
                self.persons[surname(words)].append(chain)
                self.given[words[0]].append(chain)
            elif len(m.name) > len(self.chains[chain].name):
                self.chains[chain].name, self.chains[chain].words = m.name, words
            self.chains[chain].sure |= m.score >= 0.8
            placed[i] = (chain, m.score)

    def same_person(self, words: list[str]) -> int | None:
        """The chain of a person whose name holds these words, or whose words these hold; initials never differ alone."""
        mine = [w for w in words if not (len(w) <= 2 and w.endswith("."))]
        for chain in self.persons.get(surname(words), ()):
            theirs = [w for w in self.chains[chain].words if not (len(w) <= 2 and w.endswith("."))]
            if set(mine) <= set(theirs) or set(theirs) <= set(mine):
                if len(mine) > 1 and len(theirs) > 1 or words == self.chains[chain].words:
                    return chain
                initial = words[0][0] == self.chains[chain].words[0][0]
                if initial:
                    return chain
        return None

    def define_acronyms(self, mentions: list[Mention], placed: list[tuple[int, float] | None]) -> None:
        """ "Economic Community of Exampleland (ECE)" and "ECE (Economic Community of Exampleland)"."""
        for i in range(len(mentions) - 1):
            a, b = mentions[i], mentions[i + 1]
            between = self.text[a.end : b.start]
            if (
                len(between) > 4
                or between.strip(" \"'“”‘’") not in {"(", ", or", "("}
                or self.text[b.end : b.end + 1] not in {")", "”", '"'}
            ):
                continue
            long, short = (i, i + 1) if len(a.name) >= len(b.name) else (i + 1, i)
            letters = mentions[short].text.replace(".", "")
            if not letters.rstrip("s").isupper() or not letters.isalnum() or not spells(letters, mentions[long].name):
                continue
            type_: MentionType = mentions[long].type if mentions[long].type in {"country", "place"} else "organization"
            if mentions[long].rule == "other-head":
                type_ = "other"
            chain = self.typed(mentions[long].name, type_, mentions[long].start)
            self.acronyms[mentions[short].text] = chain
            placed[long], placed[short] = (chain, 0.95), (chain, 0.95)

    def table_and_typed(self, mentions: list[Mention], placed: list[tuple[int, float] | None]) -> None:
        """Names that a table or their own words type: one chain a name."""
        for i, m in enumerate(mentions):
            if placed[i] is not None:
                continue
            if m.text in self.acronyms:
                placed[i] = (self.acronyms[m.text], 0.93)
            elif m.type in {"country", "nationality"}:
                placed[i] = (self.typed(m.name, "country", m.start), m.score)
            elif m.type in {"organization", "place"} and m.score >= SURE and not self.is_person_here(m):
                placed[i] = (self.typed(m.name, m.type, m.start), m.score)

    def is_person_here(self, m: Mention) -> bool:
        """A town or city whose name somebody in this article bears, where nothing says that the place is meant."""
        if (
            m.rule not in {"table-town", "table-city", "table-region", "table-capital"}
            or fold(m.text) not in self.persons
        ):
            return False
        return not LOCATIVE.search(self.text, max(0, m.start - 16), m.start) and self.text[m.end : m.end + 1] != ","

    def references(self, mentions: list[Mention], placed: list[tuple[int, float] | None]) -> None:
        """Surnames, given names, short forms of organizations, acronyms without definition, other spellings."""
        for i, m in enumerate(mentions):
            if placed[i] is None and m.type == "person" and m.rule == "title":
                placed[i] = self.surname_of(m) or (self.new_person(m), m.score)
        for i, m in enumerate(mentions):
            if placed[i] is None:
                placed[i] = self.surname_of(m) or self.short_form(m) or self.given_of(m)
        for i, m in enumerate(mentions):
            if placed[i] is None and m.type in {"person", "other"}:
                placed[i] = self.variant_of(m)

    def surname_of(self, m: Mention) -> tuple[int, float] | None:
        words = [fold(w) for w in m.name.split()]
        bearers = self.persons.get(words[-1], [])
        if len(words) > 1:
            bearers = [b for b in bearers if self.chains[b].words[-len(words) :] == words]
        if not bearers:
            return None
        before = [b for b in bearers if self.chains[b].first <= m.start]
        chosen = max(before, key=lambda b: self.chains[b].first) if before else bearers[0]
        return chosen, 0.93 if len(bearers) == 1 else 0.5

    def given_of(self, m: Mention) -> tuple[int, float] | None:
        """Somebody called by the given name alone, once the full name has been told."""
        if " " in m.name or m.type not in {"other", "person"}:
            return None
        bearers = [b for b in self.given.get(fold(m.name), []) if self.chains[b].first < m.start]
        return (bearers[0], 0.8) if len(bearers) == 1 else None

    def short_form(self, m: Mention) -> tuple[int, float] | None:
        """ "Northwind" for "Northwind Airlines", "NAC" for "National Audit Council"."""
        if m.type in {"country", "nationality", "place"} or m.rule == "belief":
            return None
        for chain in self.chains:
            if chain.type != "organization" or chain.name == m.name:
                continue
            if chain.name.startswith(m.name + " ") and m.name not in world().forms and not is_common(m.name.lower()):
                return self.chains.index(chain), 0.85
            if len(m.name) > 2 and m.name.isupper() and spells(m.name.replace(".", ""), chain.name):
                return self.chains.index(chain), 0.85
        return None

    def variant_of(self, m: Mention) -> tuple[int, float] | None:
        """A never-introduced name that differs by a letter or two from one that was, with the same consonants."""
        if " " in m.name or len(m.name) < 5:
            return None
        word = fold(m.name)
        bones = skeleton(word)
        found = [
            s
            for s in self.persons
            if s[:1] == word[:1] and len(s) > 4 and skeleton(s) == bones and distance(s, word) <= 2
        ]
        if len(found) != 1 or len(self.persons[found[0]]) != 1:
            return None
        return self.persons[found[0]][0], 0.8

    def leftovers(self, mentions: list[Mention], placed: list[tuple[int, float] | None]) -> None:
        """What no one was linked to: the same words together, typed by all the evidence there is."""
        groups: dict[str, list[int]] = defaultdict(list)
        for i, m in enumerate(mentions):
            if placed[i] is None:
                groups[m.name].append(i)
        for name, members in groups.items():
            doubt: dict[MentionType, float] = {}
            for i in members:
                type_ = mentions[i].type
                doubt[type_] = doubt.get(type_, 1.0) * (1.0 - min(mentions[i].score, 0.97))
            typed = {t: 1.0 - d for t, d in doubt.items() if t != "other"}
            best = max(typed, key=lambda t: (typed[t], t)) if typed else "other"
            score = typed.get(best, 0.0)
            plain = max((mentions[i].score for i in members if mentions[i].type == "other"), default=0.0)
            if score < max(0.5, plain - 0.1):
                best, score = "other", max(plain, score)
            if score < KEEP:
                continue
            chain = self.same_name(name)
            if chain is None:
                chain = self.typed(name, best, mentions[members[0]].start)
            for i in members:
                placed[i] = (chain, round(min(score, 0.95), 2))

    def result(self, mentions: list[Mention], placed: list[tuple[int, float] | None]) -> list[Mention]:
        out = []
        for m, place in zip(mentions, placed, strict=True):
            if place is None:
                continue
            number, score = place
            chain = self.chains[number]
            type_ = "nationality" if m.type == "nationality" else chain.type
            out.append(replace(m, chain=number, type=type_, name=chain.name, score=round(min(score, 0.97), 2)))
        return out

    # --- helpers -----------------------------------------------------------------------------------------------------

    def open(self, name: str, type_: MentionType, first: int) -> int:
        self.chains.append(Chain(name, type_, first))
        return len(self.chains) - 1

    def typed(self, name: str, type_: MentionType, first: int) -> int:
        """The chain of this name and type, opened if need be."""
        key = (type_, name.removeprefix("The ").casefold())
        if key not in self.by_key:
            self.by_key[key] = self.open(name, type_, first)
        return self.by_key[key]

    def same_name(self, name: str) -> int | None:
        """The chain that already has this name, whatever it is."""
        word = name.casefold()
        return next(
            (self.by_key[t, word] for t in ("organization", "place", "country", "other") if (t, word) in self.by_key),
            None,
        )

    def new_person(self, m: Mention) -> int:
        chain = self.open(m.name, "person", m.start)
        words = [fold(w) for w in m.name.split()]
        self.persons[surname(words)].append(chain)
        return chain


def is_common(word: str) -> bool:
    """Whether English has the word apart from names."""
    return " " not in word and look_up(word).known


def spells(letters: str, name: str) -> bool:
    """Whether the letters are the initials of the name, small words in or out ("OSCE", "UNHCR" for a name of five)."""
    words = [w for w in re.split(r"[\s-]+", name) if w]
    letters = letters.lower().rstrip("s") if letters[-1:] == "s" else letters.lower()
    every = "".join(w[0] for w in words).lower()
    main = "".join(w[0] for w in words if w.lower() not in SMALL).lower()
    return letters in {every, main} or (
        len(letters) > 2 and (main.startswith(letters) or is_subsequence(letters, name.lower()))
    )


def is_subsequence(letters: str, name: str) -> bool:
    """Every letter in order in the name, the first one at its start."""
    if not name.startswith(letters[:1]):
        return False
    rest = iter(name)
    return all(letter in rest for letter in letters)


def skeleton(word: str) -> str:
    """The consonants, with those that transliterations confuse made one."""
    bones = word.translate(VOWELS)
    for a, b in (("kh", "k"), ("q", "k"), ("gh", "g"), ("c", "k"), ("z", "s"), ("v", "f"), ("ph", "f"), ("dj", "j")):
        bones = bones.replace(a, b)
    return re.sub(r"(.)\1+", r"\1", bones)


def distance(a: str, b: str, most: int = 3) -> int:
    """Edit distance (Levenshtein, 1966), ``most`` where it is more than that."""
    if abs(len(a) - len(b)) >= most:
        return most
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return min(row[-1], most)
