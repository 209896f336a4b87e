"""The names of one article, gathered into chains."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.extract.chains.chain import KIN, fitting, is_definition, is_other, offices
from briefgen.extract.chains.spelling import (
    distance,
    fold,
    initials,
    is_common,
    name_words,
    skeleton,
    surname,
)
from briefgen.extract.chains.states import STATES_TOO, is_in_america
from briefgen.extract.chains.store import Store
from briefgen.extract.chains.vote import weigh
from briefgen.extract.world import world
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import APART, Mention
from briefgen.model.regex import regex

KEEP = 0.45
SURE = 0.6
PROVEN = 0.8
LOCATIVE = regex(
    r"\b(?:in|near|to|from|at|outside|around|of|toward|towards|for|leave|left|visit|visited)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Places of the table that a person of the article may be called like.
BEARABLE = frozenset({"table-town", "table-city", "table-region", "table-capital", "table-body", "table-country"})
# Rules that take a way of writing or a trade for a body's; somebody of the article may have it too.
WRITTEN_SO = frozenset({"acts", "of-country", "trade"})
# Rules that know a body by its own words: an acronym in brackets after it is its own, whatever the language.
HEADED = frozenset({"head", "head-of", "head-of-pair", "company"})
# "The elder Baker" is not the Baker that the article is about, or nobody can tell.
RELATIVE_AGE = regex(r"\b(?:elder|younger|older) $")
INSIDE = regex(r"\b(?:at|in|into|inside|near)\s+(?:the\s+)?$", re.IGNORECASE)
WORD_BEFORE = regex(r"([A-Za-z]+),? $")
# "Tim Scott, 40,", "Tim Scott (R-S.C.)": what is told of somebody not named before.
NEWCOMER = regex(r",? (?:\d\d,|\()|, (?:an?|the|one|his|her|who)\b")
# "First lady Ann Berg", "Ann Berg, the first lady": the president is another.
CONSORT = regex(r"(?:^|, (?:the )?|\b)[Ff]irst [Ll]ady(?: $|\b(?=[,.;]))")
BETWEEN, CLOSING = frozenset({"(", ", or"}), frozenset({")", "”", '"'})
COMPANY_END = regex(r" (?:Inc|Corp|Ltd|PLC|plc|Co|AG|SA|Group)\.?$")
# Rules by which a name is a person's and no body's.
OF_PERSONS = frozenset({"title", "role", "age", "kin", "said-by"})
BESIDE = 20
# Persons by what bodies do and are called too.
GUESSED = frozenset({"two-capitals", "speaks", "said-by", "given-inside"})
LISTED = frozenset({", ", " and ", ", and "})
BORNE_ALONE, IN_A_LIST, DOUBTED = 0.75, 0.65, 0.5
OFTEN = 2
# What follows a place in a body's name, so that the first word alone is the place.
OF_PLACES = frozenset(
    "residents' citizens' farmers' workers' district city county provincial regional general state town municipal "
    "university hospital council police court airport school college chamber central national province region".split()
)
LOCAL = OF_PLACES | {"club", "church", "society", "choir", "museum"}
# Bodies that have members with names that end so: "the Coalition" is not the "Reform Coalition" in it.
ALLIED = frozenset({"Coalition", "Alliance"})
AGAIN = 0.85
Place = tuple[int, float]


class Ledger(Store):
    """The names of one article; each pass places the mentions that no earlier pass could, with a score."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__()
        self.text = analysis.document.text
        title = analysis.document.title
        self.in_america = False
        self.body = title.span.end if title is not None and title.span is not None else -1
        self.acronyms: dict[str, int] = {}
        self.placed: dict[int, Place] = {}
        # Where a surname stands alone, and how often each person was called by it.
        self.alone: dict[str, list[int]] = defaultdict(list)
        self.bare: Counter[int] = Counter()
        # Where a bare surname is that of nobody whom the article names in full.
        self.apart: set[int] = set()
        self.teams: dict[str, list[int]] = defaultdict(list)

    def settle(self, mentions: list[Mention]) -> list[Mention]:
        """The mentions with chain, name and type; those that nothing supports are left out."""
        for m in mentions:
            if " " not in m.name and m.type in {"person", "other"}:
                self.alone[fold(m.name)].append(m.start)
        self.in_america = is_in_america(mentions)
        self._definitions(mentions)
        self._full_names(mentions)
        self._typed_names(mentions)
        self._likely_persons(mentions)
        self._references(mentions)
        self._leftovers(mentions)
        return [self._settled(m, self.placed[i]) for i, m in enumerate(mentions) if i in self.placed]

    def _settled(self, m: Mention, place: Place) -> Mention:
        chain = self.chains[place[0]]
        if m.rule == "table-country" and chain.name in STATES_TOO and self.in_america:
            chain.type = "place"
        type_ = "nationality" if m.type == "nationality" else chain.type
        rule = APART if m.start in self.apart else m.rule
        score = round(min(place[1], 0.97), 2)
        return replace(m, chain=place[0], type=type_, name=chain.name, score=score, rule=rule)

    # --- what names itself -------------------------------------------------------------------------------------------

    def _definitions(self, mentions: list[Mention]) -> None:
        """ "Economic Community of Freedonia (ECF)" and "ECF (Economic Community of Freedonia)"."""
        for i in range(len(mentions) - 1):
            a, b = mentions[i], mentions[i + 1]
            if b.start - a.end >= 5 or self.text[b.end : b.end + 1] not in CLOSING:
                continue
            if self.text[a.end : b.start].strip(" \"'“”‘’") not in BETWEEN:
                continue
            long, short = (i, i + 1) if len(a.name) >= len(b.name) else (i + 1, i)
            letters = mentions[short].text.replace(".", "")
            m = mentions[long]
            foreign = (
                m.rule in HEADED
                and long < short
                and mentions[short].rule in {"acronym", "capital"}
                and len(letters) < 7
            )
            if is_definition(letters, m.name) or (foreign and letters.isalpha()):
                kept = m.type in {"country", "place"} or m.rule in {"other-head", "definition"}
                chain = self.chain(m.name, m.type if kept else "organization", m.start)
                self.acronyms[mentions[short].text] = chain
                self.placed[long] = self.placed[short] = (chain, 0.95)

    def _full_names(self, mentions: list[Mention]) -> None:
        """Persons by more than one name, each joined to an equal or shorter form of the same."""
        bodies = {m.name for m in mentions if m.type in {"organization", "place"} and m.score >= 0.55}
        for i, m in enumerate(mentions):
            if i in self.placed or m.type != "person" or " " not in m.name or m.score < SURE:
                continue
            near = max(0, m.start - BESIDE)
            inside = m.rule == "given" and (m.name.startswith("Al ") or INSIDE.search(self.text, near, m.start))
            if (m.rule in GUESSED or inside) and any(b == m.name or b.startswith(m.name + " ") for b in bodies):
                continue
            words = name_words(m.name)
            number = self.known_person(words) if self.persons else None
            known = number is not None and self.chains[number].sure
            if number is None:
                number = self.person(m.name, m.start)
            chain = self.chains[number]
            chain.sure |= m.score >= PROVEN
            chain.offices |= offices(m.role)
            before = WORD_BEFORE.search(self.text, max(0, m.start - BESIDE), m.start)
            if KIN & {*m.role.split()[-1:], before[1].lower() if before else ""}:
                chain.offices |= {"kin"}
            if "pposition" in self.text[max(0, m.start - BESIDE) : m.start]:
                chain.offices |= {"opposition"}
            if CONSORT.search(self.text, max(0, m.start - BESIDE), m.start) or CONSORT.match(self.text, m.end):
                chain.offices |= {"kin"}
            if len(m.name) > len(chain.name):
                chain.name, chain.words = m.name, words
            self.placed[i] = (number, max(m.score, AGAIN) if known else m.score)

    def _typed_names(self, mentions: list[Mention]) -> None:
        """Names that a table or their own words type: one chain a name."""
        for i, m in sorted(enumerate(mentions), key=lambda item: " " not in item[1].name):
            if i in self.placed:
                continue
            if m.text in self.acronyms:
                self.placed[i] = (self.acronyms[m.text], 0.93)
            elif m.type in {"country", "nationality"} and not self._is_person_here(m):
                self.placed[i] = (self.chain(m.name, "country", m.start), m.score)
            elif m.rule == "head-alone":
                full = self._by_last_word(m)
                if full:
                    self.placed[i] = full
            elif m.type in {"organization", "place"} and m.score >= SURE and not self._is_person_here(m):
                full = self._by_short_form(m) if m.type == "organization" else None
                if full and " " in m.text and not COMPANY_END.search(self.chains[full[0]].name):
                    full = None
                full = full or self._by_last_word(m)
                self.placed[i] = full or (self.chain(m.name, m.type, m.start), m.score)
                if m.rule == "team" and " " in m.name:
                    self.teams[m.name.partition(" ")[2]].append(self.placed[i][0])

    def _likely_persons(self, mentions: list[Mention]) -> None:
        """Two unknown words: a person where the last stands alone too, or another bears it, or persons are listed."""
        single = [m for m in mentions if " " not in m.name and m.rule not in {"belief", "acronym", "opener"}]
        alone = {fold(m.name) for m in single if m.type in {"person", "other"}}
        for i, m in enumerate(mentions):
            if i in self.placed or m.rule not in {"two-capitals", "given-inside"} or " " not in m.name:
                continue
            words = [fold(word) for word in m.name.split()]
            last, first = surname(words), words[0]
            number = self.known_person(words)
            borne = last in self.persons or (last in alone and first not in alone)
            if number is not None or borne:
                self.placed[i] = (self.person(m.name, m.start) if number is None else number, BORNE_ALONE)
            elif self._is_listed(mentions, i):
                self.placed[i] = (self.person(m.name, m.start), IN_A_LIST)

    def _is_listed(self, mentions: list[Mention], i: int) -> bool:
        """Whether a person stands right before or behind the mention in a list."""
        pairs = [(a, a + 1) for a in (i - 1, i) if a >= 0 and a + 1 < len(mentions)]
        joined = [pair for pair in pairs if self.text[mentions[pair[0]].end : mentions[pair[1]].start] in LISTED]
        others = [mentions[a if b == i else b] for a, b in joined]
        return any(other.type == "person" and other.score >= PROVEN for other in others)

    def _by_last_word(self, m: Mention) -> Place | None:
        """ "the Commission" for the Electoral Commission named before, whatever body a table knows by the word."""
        if m.rule not in {"table-body", "head-alone"} or " " in m.text or not is_common(m.text.lower()):
            return None
        if m.text in ALLIED:
            return None
        ending = " " + m.text.lower()
        found = [
            number
            for number, chain in enumerate(self.chains)
            if chain.type == "organization" and chain.first < m.start and chain.name.lower().endswith(ending)
        ]
        return (found[0], 0.8) if len(found) == 1 else None

    def _is_person_here(self, m: Mention) -> bool:
        """A town whose name somebody in this article bears, where nothing says that the place is meant."""
        asked = self.persons and (m.rule in BEARABLE or m.rule in WRITTEN_SO)
        bearers = self.persons.get(fold(m.text), ()) if asked else ()
        if not bearers or not any(self.chains[number].sure for number in bearers):
            return False
        if m.rule in WRITTEN_SO:
            return True
        if m.rule == "table-country" and not any(self.chains[number].first < m.start for number in bearers):
            return False
        located = m.rule != "table-body" and self.text[m.end : m.end + 1] == ","
        return not located and not LOCATIVE.search(self.text, max(0, m.start - 16), m.start)

    # --- what refers to another name ---------------------------------------------------------------------------------

    def _references(self, mentions: list[Mention]) -> None:
        """Surnames, given names, short forms of organizations, acronyms without definition, other spellings."""
        open_ones = [i for i in range(len(mentions)) if i not in self.placed]
        for i in open_ones:
            if mentions[i].type == "person" and mentions[i].rule == "title":
                m = mentions[i]
                self.placed[i] = self._by_surname(m) or (self.person(m.name, m.start), m.score)
        for i in open_ones:
            if i not in self.placed:
                m = mentions[i]
                place = self._by_surname(m) or self._by_short_form(m) or self._by_given_name(m)
                if place:
                    self.placed[i] = place
        for i in open_ones:
            place = self._by_spelling(mentions[i]) if i not in self.placed else None
            if place:
                self.placed[i] = place

    def _by_surname(self, m: Mention) -> Place | None:
        """The one bearer of the surname, of several the one whom the article calls so; else nobody."""
        if m.rule == "acronym" or not self.persons:
            return None
        words = [fold(word) for word in m.name.split()]
        namesakes = self.persons.get(words[-1], ())
        if len(namesakes) > 1 and len(words) == 1 and m.rule != "title":
            namesakes = [b for b in namesakes if not self._goes_by_given_name(b)] or namesakes
        bearers = fitting(self.chains, namesakes, m, words)
        if len(words) == 1 and not bearers and is_other(m.role, self.chains, namesakes):
            self.apart.add(m.start)
        if not bearers or RELATIVE_AGE.search(self.text, max(0, m.start - 9), m.start):
            return None
        before = [b for b in bearers if self.chains[b].first <= m.start]
        body = self._body_called(m) if len(words) == 1 and m.rule not in OF_PERSONS else None
        if body and all(self.chains[body[0]].first <= self.chains[b].first for b in bearers):
            return body
        if len(before) > 1 or (len(bearers) > 1 and not before):
            return self._one_of_several(m, before or bearers)
        chosen = (before or bearers)[0]
        plain = len(words) == 1 and m.rule != "title"
        if plain and self._is_older(words[-1], chosen):
            self.apart.add(m.start)
            return None
        self.bare[chosen] += plain
        return chosen, 0.8 if m.rule == "opener" or len(bearers) > 1 else 0.93

    def _goes_by_given_name(self, bearer: int) -> bool:
        """Whether the article calls somebody by the given name alone, as it does children: the surname is another's."""
        first = self.chains[bearer].words[0]
        return len(self.alone.get(first, ())) >= OFTEN and first not in self.persons

    def _one_of_several(self, m: Mention, bearers: Sequence[int]) -> Place | None:
        """The bearer whom alone the article has called so: relatives go by their full names."""
        called = [b for b in bearers if self.bare[b]]
        if len(called) == 1 and m.rule != "title":
            self.bare[called[0]] += 1
            return called[0], AGAIN
        return (max(bearers, key=lambda b: self.chains[b].first), DOUBTED) if m.rule == "title" else None

    def _is_older(self, word: str, chosen: int) -> bool:
        """Whether the surname stood alone again and again, as somebody's, before this bearer came as a newcomer."""
        chain = self.chains[chosen]
        if sum(self.body < start < chain.first for start in self.alone.get(word, ())) <= OFTEN:
            return False
        return "kin" in chain.offices or NEWCOMER.match(self.text, chain.first + len(chain.name)) is not None

    def _body_called(self, m: Mention) -> Place | None:
        """The body that a surname may mean as well: "Bergson" with its founder Jan Bergson."""
        number = self.by_key.get(("organization", m.name.casefold()))
        return (number, 0.8) if number is not None else self._by_short_form(replace(m, type="other"))

    def _by_given_name(self, m: Mention) -> Place | None:
        """Somebody called by the given name alone, once the full name has been told."""
        if " " in m.name or m.type not in {"other", "person"} or m.rule in {"acronym", "opener"}:
            return None
        bearers = [b for b in self.given.get(fold(m.name), []) if self.chains[b].first < m.start]
        return (bearers[0], 0.8) if len(bearers) == 1 else None

    def _by_short_form(self, m: Mention) -> Place | None:
        """ "Northwind" for "Northwind Airlines", "NAC" for "National Audit Council"."""
        if m.type in {"country", "nationality", "place"} or m.rule == "belief":
            return None
        bodies = self.bodies.get(m.name.partition(" ")[0])
        if bodies and m.name not in world().forms and not is_common(m.name.lower()):
            begins = m.name + " "
            for number in bodies:
                rest = self.chains[number].name.removeprefix(begins)
                local = rest.rpartition(" ")[2].lower() in LOCAL
                located = local and INSIDE.search(self.text, max(0, m.start - 16), m.start)
                if rest != self.chains[number].name and rest.partition(" ")[0].lower() not in OF_PLACES and not located:
                    return number, 0.85  # "in Amesford" is not in the Amesford Rowing Club
        for number in self.teams.get(m.name, ()):
            return number, 0.85
        letters = m.name.replace(".", "").lower() if len(m.name) > 2 and m.name.isupper() else ""
        for number in self.initials.get(letters[:1], ()) if letters else ():
            if self.chains[number].name != m.name and letters in initials(self.chains[number].name):
                return number, 0.85
        return None

    def _by_spelling(self, m: Mention) -> Place | None:
        """A never-introduced name that differs by a letter or two from one that was, with the same consonants."""
        if not self.skeletons or m.type not in {"person", "other"} or " " in m.name or len(m.name) < 5:
            return None
        if RELATIVE_AGE.search(self.text, max(0, m.start - 9), m.start):
            return None
        word = fold(m.name)
        near = [s for s in self.skeletons.get(skeleton(word), ()) if s[:1] == word[:1] and len(s) > 4]
        found = [s for s in near if 0 < distance(s, word) <= 2]
        if len(found) != 1 or len(self.persons[found[0]]) != 1:
            return None
        return self.persons[found[0]][0], 0.8

    # --- what is left ------------------------------------------------------------------------------------------------

    def _leftovers(self, mentions: list[Mention]) -> None:
        """What no one was linked to: the same words together, typed by all the evidence there is."""
        groups: dict[str, list[int]] = defaultdict(list)
        for i, m in enumerate(mentions):
            if i not in self.placed:
                groups[m.name].append(i)
        for name, members in groups.items():
            type_, score = weigh([mentions[i] for i in members])
            if score < KEEP:
                continue
            number = self.of_any_type(name)
            if number is None:
                number = self.chain(name, type_, mentions[members[0]].start)
            for i in members:
                self.placed[i] = (number, round(min(score, 0.95), 2))
