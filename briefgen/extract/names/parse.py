"""From a run of capitalised words to the names in it.

A run is cut from the left: what the world table knows, role phrases with the person after them, heads of
organizations and places with what stands before them ("Norwegian Foreign Ministry") and, after "of" and "for", behind
them ("Bank of Japan"). What is left is a person when a given name, an initial or an apposition says so; else the
neighbours are asked, and what they do not tell waits as ``other``.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefgen.extract.names.acting import has_inner_capital
from briefgen.extract.names.bounds import (
    capitals_end,
    is_date,
    is_of_a_continent,
    person_end,
    segment_end,
    skip_opener,
    skip_title_tail,
)
from briefgen.extract.names.desk import KIND_SCORE, PLACES, Desk, Find, is_capital, is_common
from briefgen.extract.names.guess import guess
from briefgen.extract.names.heads import SURNAMES, Head, find_head
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.names.lone import is_party_tag, lone
from briefgen.extract.names.pairs import pair_end, stands_beside
from briefgen.extract.names.table import as_known, begins_person, from_table, is_no_state, longer
from briefgen.extract.names.titles import country_before, role_after, role_apposed, role_before, tells_body, title_end
from briefgen.extract.syntax.words import look_up
from briefgen.extract.world import Known, world
from briefgen.model.annotation import MentionType
from briefgen.model.regex import regex

BODIES = frozenset({"seat", "body"})
OWNERS = frozenset({"country", "region", "body"})
NO_PERSONS = frozenset({"country", "people", "seat", "body"})
OFFICES_OF_STATE = frozenset({"department", "ministry", "treasury", "court", "reserve", "bank", "congress", "house"})
LONGEST_ACRONYM = 6
OUTCRY = 3  # words in capitals before others: a caption
ORDINAL = regex(r"\d{1,4}(?:st|nd|rd|th)")
# Two words that English does not have may be a person or as well a bank, a village, a newspaper.
DOUBTFUL = 0.55
# Last words of what begins with a given name and is no person: "Virginia Democrats", "the Estelle Unit".
GROUPS_AND_THINGS = frozenset(
    "democrats republicans conservatives liberals greens socialists voters officials police unit dynasty session will "
    "mine project hotel freres frères cia cie live sons lawmakers residents supporters emails e-mails memos tapes "
    "files papers documents letters ads aides allies critics battery battalion squadron platoon brigade "
    "regiment rehab clinic video trial".split()
)
# "Muna East | MP Ann Lee": several words before an office are its seat.
OF_SEATS = frozenset({"role", "given", "given-inside", "two-capitals"})
# "Worker's Party of Ruritania": whose bodies are named so.
OWN_BODIES = frozenset("worker people farmer women woman men children citizen veteran miner teacher peasant".split())
# What may join more to a word that alone is no name of several words.
JOINING = frozenset({"and", "&", "of"})
CUT_OFF = frozenset({"pro-", "anti-"})
SAINTS = frozenset({"st", "st.", "saint"})
SITES_OF_SAINTS = frozenset("hospital church school cathedral college parish monastery convent island street".split())
SIDES = frozenset({"western", "eastern", "northern", "southern", "former", "late", "embattled"})
# What bears a name and a number: "the tanker Ann Lee 7".
VESSELS = frozenset("ship vessel trawler tanker ferry boat freighter yacht cutter frigate submarine tug".split())
LAST_OF_ROLES = frozenset(
    "officer officers coordinator co-ordinator manager director secretary minister adviser advisor envoy girl".split()
)
MINISTERS = frozenset({"minister", "ministers", "secretary", "secretaries"})
Cut = tuple[list[Find], int]


class Parser:
    """Cuts the runs of one sentence into finds; in an article about ``sport`` a town may mean its team."""

    def __init__(self, desk: Desk, sport: bool = False) -> None:
        self.desk, self.sport = desk, sport
        self.words = lexicon()

    def parse(self, i: int, j: int) -> Sequence[Find]:
        """The names in the run from token ``i`` to token ``j``."""
        found: list[Find] = []
        norms = self.desk.norms
        if norms[i].isupper():
            loud = next((k for k in range(i + 1, j) if not norms[k].isupper()), j)
            if (loud == j or loud - i >= OUTCRY) and self._is_shouted(i, loud):
                found.extend(self._shouted(i, loud))
                i = loud
                if i == j:
                    return found
        outcry = outcry_start(norms, i, j) if j - i > OUTCRY else j
        if outcry < j:
            return [*found, *self.parse(i, outcry), *self.parse(outcry, j)]
        if i + 1 == j:
            return [*found, *self._parse_one(i)] if found else self._parse_one(i)
        if i and norms[i - 1] in CUT_OFF and is_common(self.desk.lowers[i + 1]):
            found.extend(self.parse(i, i + 1))  # "the pro-Berg Priorities Fund"
            i += 1
        i, role = skip_title_tail(self.desk, skip_opener(self.desk, i, j), j)
        while i < j:
            finds, end = self._from_person(i, segment_end(self.desk, i, j), role) if role else self._cut(i, j)
            role = ""
            found.extend(finds)
            i = max(end, i + 1)
            i += i < j and norms[i] == "'"  # "Qantas' | India manager"
        return found

    def _parse_one(self, i: int) -> Sequence[Find]:
        """The name that a lone word is; most stand on no list that "and" or "of" behind them could make more of."""
        desk = self.desk
        j = i + 1
        if skip_opener(desk, i, j) == j:
            return ()
        if not is_unlisted(desk.norms[i]) or (j < len(desk.norms) and desk.norms[j] in JOINING):
            return self._cut(i, j)[0]
        known = desk.known(i)
        return (self._from_table(i, j, known) if known else self._from_rest(i, j))[0]

    def _cut(self, i: int, j: int) -> Cut:
        """The finds at token ``i`` and the token from which to go on."""
        desk = self.desk
        known, end = desk.known(i), segment_end(desk, i, j) if j - i > 1 else j
        if known and known[1].kind == "body" and self._is_office(i, known[0], j):
            known = None
        head, title = find_head(desk, i, end), title_end(desk, i, end) if end - i > 1 else None
        nameless = end if is_party_tag(desk.norms[i]) else self._nameless(i, j, bool(known or title), head)
        if nameless > i:
            return [], nameless
        pair = pair_end(desk, i, end) if head is None or head.end == end else None
        if pair:
            return [desk.find(i, pair, "organization", 0.8, "head-of-pair")], pair
        if (
            known
            and (not title or known[0] > title[0])
            and (not head or known[0] >= head.end or is_settled(desk, known, head))
        ):
            return self._from_table(i, j, known)
        if head and (not title or head.end >= end):
            return self._from_head(i, head, known)
        if title:
            return self._from_title(i, end, title)
        return self._from_table(i, j, known) if known else self._company_of(i, end) or self._from_rest(i, end)

    def _nameless(self, i: int, j: int, explained: bool, head: Head | None) -> int:
        """The token after a date, a people of many lands or an office without its bearer; ``i`` where none stands."""
        desk = self.desk
        if is_date(desk, i, j):
            return i + 1
        if is_of_a_continent(desk, i, j) and head is None:
            return i + 2
        return i + (not explained and self._is_office(i, i + 1, j))

    def _is_office(self, i: int, end: int, j: int) -> bool:
        """ "Labour Minister", "Health Secretary": what a ministry is for, no party or body of that name."""
        return (
            end == i + 1
            and end < len(self.desk.lowers)
            and self.desk.lowers[i] in self.words.modifiers
            and is_common(self.desk.lowers[i])
            and self.desk.lowers[end] in MINISTERS
        )

    # --- words in capitals -------------------------------------------------------------------------------------------

    def _is_shouted(self, i: int, j: int) -> bool:
        """Several words in capitals, or one too long for an acronym: a dateline or an outcry inside a sentence."""
        norms = self.desk.norms[i:j]
        if not all(norm.isupper() for norm in norms) or max(map(len, norms)) <= 3:
            return False
        return len(norms) > 1 or len(norms[0]) > LONGEST_ACRONYM

    def _shouted(self, i: int, j: int) -> Iterator[Find]:
        """The place that words in capitals name, by the table or by the region after them."""
        form = self.desk.name(i, j)
        entry = world().forms.get(form) or world().forms.get(form.title())
        told = None if entry else guess(self.desk, i, j)
        if entry:
            yield as_known(self.desk, i, j, entry, min(0.9, KIND_SCORE[entry.kind]))
        elif told and told[0] == "place" and told[1] > 0.75:
            yield self.desk.find(i, j, *told, name=form.title())

    # --- what the table knows ----------------------------------------------------------------------------------------

    def _from_table(self, i: int, j: int, known: tuple[int, Known]) -> Cut:
        desk = self.desk
        end, entry = known
        person = end < j and (begins_person(desk, i, end) or desk.norms[end] in self.words.particles)
        if entry.kind in PLACES and person:
            return self._from_rest(i, segment_end(desk, i, j))
        if is_no_state(desk, i, end, entry):
            return [], end
        whole = longer(desk, i, segment_end(desk, i, j), known) if end < j else None
        find, stop = whole or (from_table(desk, i, known, self.sport), end)
        return [find], stop

    # --- heads -------------------------------------------------------------------------------------------------------

    def _from_head(self, i: int, head: Head, known: tuple[int, Known] | None) -> Cut:
        """The name that the head ends; "U.S." and such before it is a name of its own."""
        first = i
        finds: list[Find] = []
        short = self.desk.norms[i].replace(".", "").isupper()
        apart = head.type == "organization" and head.end - known[0] >= 2 if known else False
        if known and apart and short and known[1].kind in OWNERS and self.desk.lowers[head.end - 1] in OFFICES_OF_STATE:
            finds, first = self._from_table(i, known[0], known)
        end, norms = head.end, self.desk.norms
        if first == i and i and head.type == "organization" and ORDINAL.fullmatch(norms[i - 1]):
            first -= 1  # "64th Rifle Regiment"
        if head.type == "organization" and end + 1 < len(norms) and norms[end] == "Local" and norms[end + 1].isdigit():
            end += 2  # a branch of a union
        return [*finds, self.desk.find(first, end, head.type, head.score, head.rule)], end

    def _company_of(self, i: int, end: int) -> Cut | None:
        """ "Goldfields of Ruritania Ltd": a company's ending after "of"."""
        desk = self.desk
        if end + 1 >= len(desk.norms) or desk.norms[end] != "of" or not is_capital(desk.norms[end + 1]):
            return None
        if any(lower in self.words.titles for lower in desk.lowers[i:end]) or (desk.opens(i) and end - i == 1):
            return None
        head = find_head(desk, end + 1, capitals_end(desk, end + 1))
        if head is None or head.rule != "company":
            return None
        return [desk.find(i, head.end, head.type, head.score, head.rule)], head.end

    def _possessed(self, i: int, end: int) -> Cut | None:
        """ "Rivermen's Bancshares Inc", "St. Mary's Cathedral": a possessive that is part of the name."""
        desk = self.desk
        saint = desk.lowers[i] in {"st", "st.", "saint"} and end - i == 2
        if not saint and end - i > 1:
            return None
        if (
            end + 1 >= len(desk.norms)
            or desk.norms[end] != "'s"
            or not is_capital(desk.norms[end + 1])
            or desk.known(i)
        ):
            return None
        head = find_head(desk, i, capitals_end(desk, end + 1))
        people = head is not None and head.rule == "head-of" and desk.lowers[i] in OWN_BODIES
        if head is None or (head.rule != "company" and not saint and not people):
            return None
        return [desk.find(i, head.end, head.type, head.score, head.rule)], head.end

    # --- persons -----------------------------------------------------------------------------------------------------

    def _from_title(self, i: int, end: int, title: tuple[int, int]) -> Cut:
        """What stands before the role phrase, and the person after it."""
        first, start = title
        finds: list[Find] = []
        at = i
        while at < first and not (finds and self._is_branch(finds[-1], at, first)):
            known = self.desk.known(at)
            more, at = self._from_table(at, first, known) if known and known[0] <= first else self._from_rest(at, first)
            finds.extend(f for f in more if f.type != "person" or f.rule not in OF_SEATS)
        country = next((f.name for f in reversed(finds) if f.type in {"country", "nationality"}), "")
        more, stop = self._from_person(start, end, " ".join(self.desk.lowers[first:start]), country)
        return [*finds, *more], stop

    def _is_branch(self, body: Find, at: int, first: int) -> bool:
        """ "Toyota | Financial Trucks | CEO": common nouns behind a body's name are no other body."""
        beside = body.end + 1 == self.desk.tokens[at].start and body.rule == "table-body"
        return beside and all(is_common(lower) for lower in self.desk.lowers[at:first])

    def _from_person(self, start: int, end: int, role: str, country: str = "") -> Cut:
        """The person that a role phrase announces, unless the table knows better."""
        known = self.desk.known(start)
        stop = person_end(self.desk, start, end)
        if known and known[0] >= stop and known[1].kind in NO_PERSONS and role not in self.words.honorifics:
            return self._from_table(start, end, known)
        lower = self.desk.lowers[start]
        site = role in SAINTS and stop < len(self.desk.norms) and self.desk.lowers[stop] in SITES_OF_SAINTS
        if site or self._is_role(start, stop):
            return [], stop
        calendar = lower in self.words.calendar and role not in self.words.honorifics
        if (calendar or lower in self.words.starters) and (stop == start + 1 or look_up(lower).closed):
            return [], start + 1
        if role in self.words.honorifics:
            beside = role_after(self.desk, stop) or role_apposed(self.desk, start - 1)
            role = f"{role} {beside}".rstrip()  # "Mr Berg, the transport minister," and the other way round
        return [self.desk.find(start, stop, "person", 0.95, "title", role, country)], stop

    def _is_role(self, start: int, stop: int) -> bool:
        """ "Chief | Cabinet Secretary": what follows the role word is more of it, and no name."""
        words, desk = self.words, self.desk
        listed = (
            (desk.lowers[k] in words.titles or desk.lowers[k] in words.modifiers) and desk.norms[k] not in words.given
            for k in range(start, stop)
        )
        several = stop - start > 1 and desk.lowers[stop - 1] in LAST_OF_ROLES and desk.norms[start] not in words.given
        return several or all(listed)

    def _from_rest(self, i: int, end: int) -> Cut:
        """A run that no list explains."""
        desk = self.desk
        possessed = self._possessed(i, end)
        if possessed:
            return possessed
        stop = person_end(desk, i, end)
        if stop - i == 1:
            find = lone(desk, i)
            return [find] if find else [], i + 1
        return [self._of_several(i, stop)], stop

    def _of_several(self, i: int, stop: int) -> Find:
        """What several words in capitals name by their words and neighbours."""
        desk = self.desk
        if i and self._is_vessel(i, stop):
            return desk.find(i, stop, "other", 0.8, "vessel")
        i = self._skip_common(i, stop)
        told, neighbours = self._as_person(i, stop), guess(desk, i, stop)
        if "&" in desk.norms[i:stop]:
            return desk.find(i, stop, "organization", 0.8, "partners")
        if neighbours and neighbours[0] == "person" and desk.lowers[stop - 1] in GROUPS_AND_THINGS:
            neighbours = None
        if neighbours and (told is None or neighbours[1] > told[0] or self._is_site(i, stop, neighbours[0])):
            return desk.find(i, stop, *neighbours)
        if told:
            return desk.find(i, stop, "person", *told, country_before(desk, i) if told[2] else "")
        return desk.find(i, stop, "other", 0.46, "capitals")

    def _is_vessel(self, i: int, stop: int) -> bool:
        """ "the trawler Ann Lee", "the Ann Lee 828": a ship's name, by the word before it or the number behind."""
        before, numbered = self.desk.lowers[i - 1], self.desk.norms[min(stop, len(self.desk.norms) - 1)].isdigit()
        return before in VESSELS or (numbered and before in {"the", '"'})

    def _is_site(self, i: int, stop: int, type_: MentionType) -> bool:
        """ "near Al Dunayrah": an article that is a given name elsewhere, where a place is meant."""
        return self.desk.norms[i] in {"Al", "El"} and (type_ == "organization" or (type_ == "place" and stop - i == 2))

    def _skip_common(self, i: int, stop: int) -> int:
        """The given name in "Republican Ann Lee", "Coordinator Kim Bol": common words before it are left out."""
        k = i
        while k < stop - 2 and self.desk.norms[k] not in self.words.given and self._is_in_front(k):
            k += 1
        side = k > i and self.desk.lowers[k - 1] in SIDES  # "pro-Western Hosni Mubarak"
        return k if k > i and (side or self.desk.norms[k] in self.words.given) else i

    def _is_in_front(self, k: int) -> bool:
        """A word that goes before names: a common one, or an office's letters ("Roads CS")."""
        norm = self.desk.norms[k]
        return is_common(self.desk.lowers[k]) or (norm.isupper() and norm.isalpha() and len(norm) == len("CS"))

    def _as_person(self, i: int, stop: int) -> tuple[float, str, str] | None:
        """Score, rule and role of a run of several words as a person's name."""
        desk, words = self.desk, self.words
        norms, lowers = desk.norms[i:stop], desk.lowers[i:stop]
        role = role_before(desk, i) or role_after(desk, stop) or role_apposed(desk, i)
        if role and not tells_body(desk, role, stop):
            return 0.93, "role", role
        if norms[0] in words.given:
            common = len(norms) == 2 and is_common(lowers[0]) and is_common(lowers[1]) and lowers[1] not in SURNAMES
            plain = common or lowers[-1] in GROUPS_AND_THINGS
            return None if plain else (0.9, "given", "")
        if len(norms[0]) == 2 and norms[0][1] == "." and len(norms[-1]) > 1:
            return 0.85, "initial", ""
        if norms[0].isupper() or lowers[0] in SAINTS or lowers[-1] in GROUPS_AND_THINGS:
            return None
        if any(norm in words.given for norm in norms):
            return DOUBTFUL, "given-inside", ""
        return (DOUBTFUL, "two-capitals", "") if self._is_strange(i, stop) else None

    def _is_strange(self, i: int, stop: int) -> bool:
        """No word of the run is English, none is written like a company, and no article goes before."""
        desk = self.desk
        if (i and desk.lowers[i - 1] == "the") or any(has_inner_capital(norm) for norm in desk.norms[i:stop]):
            return False
        if desk.norms[stop - 1][:-1].isupper() and desk.norms[stop - 1][-1] == "s" and len(desk.norms[stop - 1]) > 2:
            return False  # "Flat-screen TVs"
        return all(lower in self.words.particles or not is_common(lower) for lower in desk.lowers[i:stop])


def outcry_start(norms: Sequence[str], i: int, j: int) -> int:
    """Where several words in capitals begin behind other words: "Valley | WHAT TO DO NOW"; ``j`` where none do."""
    count = 0
    for k in range(i + 1, j):
        count = count + 1 if norms[k].isupper() and norms[k].isalpha() else 0
        if count == OUTCRY:
            return k + 1 - OUTCRY
    return j


@lru_cache(maxsize=1 << 13)
def is_unlisted(norm: str) -> bool:
    """Whether a word alone is neither a date nor the beginning of an office or of a body's name, nor a party's tag."""
    words, lower = lexicon(), norm.lower()
    listed = lower in words.calendar or lower in words.modifiers or lower in words.of_heads
    return not listed and not is_party_tag(norm)


def is_settled(desk: Desk, known: tuple[int, Known], head: Head) -> bool:
    """Whether the table's name stands against the head: "House of Representatives Speaker", "CNN | Red Cross"."""
    end, entry = known
    if entry.kind in BODIES and end > 1 and head.rule == "head-of" and desk.lowers[end - 2] == "of":
        return True
    return entry.kind == "body" and stands_beside(desk, known, head.end)
