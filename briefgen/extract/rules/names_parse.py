"""From a run of capitalised words to the names in it.

A run is cut from the left: what the world table knows, role phrases with the person after them, heads of organizations and
places with what stands before them ("Russian Foreign Ministry") and, after "of" and "for", behind them ("Bank of Japan").
What is left is a person when a given name, an initial or an apposition says so; else the neighbours are asked, and what
they do not tell waits as ``other``.
"""

from collections.abc import Iterator

from briefgen.extract.rules.names_desk import Desk, Find, is_capital, is_common
from briefgen.extract.rules.names_evidence import guess, is_team
from briefgen.extract.rules.names_heads import SURNAMES, Head, find_head
from briefgen.extract.rules.names_lexicon import lexicon
from briefgen.extract.rules.names_titles import country_before, role_after, role_apposed, role_before, title_end
from briefgen.extract.words import look_up
from briefgen.extract.world import Known, world
from briefgen.model.annotation import MentionType

PLACES = frozenset({"capital", "city", "region", "area", "town"})
TEAMS = frozenset({"capital", "city", "region", "town"})
BODIES = frozenset({"seat", "body"})
KIND_TYPE: dict[str, MentionType] = {
    "country": "country", "people": "nationality", "capital": "place", "city": "place", "region": "place",
    "area": "place", "town": "place", "seat": "organization", "body": "organization",
}  # fmt: skip
KIND_SCORE = {"country": 0.97, "people": 0.97, "capital": 0.93, "city": 0.9, "region": 0.9, "area": 0.9, "town": 0.7,
              "seat": 0.95, "body": 0.95}  # fmt: skip
NO_NAME = frozenset({"VERB", "ADV", "ADP", "DET", "PRON", "CONJ", "AUX", "PART"})
PAPERS = frozenset({"times", "telegraph", "herald", "mirror", "mail", "express", "tribune", "mercury"})
BORNE = frozenset({"may", "march", "april", "june", "august"})
SINCE = frozenset("in since until till of from by to for late early mid last next this on".split())
NAMES_OF_A_PERSON = 4
LONGEST_ACRONYM = 6
Cut = tuple[list[Find], int]


class Parser:
    """Cuts the runs of one sentence into finds."""

    def __init__(self, desk: Desk, sport: bool = False) -> None:
        self.desk, self.sport = desk, sport
        self.words = lexicon()

    def parse(self, i: int, j: int) -> Iterator[Find]:
        """The names in the run from token ``i`` to token ``j``."""
        if self.is_shouted(i, j):
            yield from self.shouted(i, j)
            return
        i, role = self.skip_title_tail(self.skip_opener(i, j), j)
        while i < j:
            finds, end = self.from_person(i, self.segment_end(i, j), role) if role else self.cut(i, j)
            role = ""
            yield from finds
            i = max(end, i + 1)

    # --- where a name begins and ends --------------------------------------------------------------------------------

    def skip_opener(self, i: int, j: int) -> int:
        """The first token of the run that is not capitalised only because a sentence begins there."""
        desk = self.desk
        if not desk.opens(i):
            return i
        known = desk.known(i)
        if known and (known[0] > i + 1 or not is_common(desk.lowers[i]) or desk.norms[i].isupper()):
            return i
        if desk.lowers[i] in self.words.starters:
            return i + 1
        if (desk.norms[i] in self.words.given or desk.lowers[i] in self.words.particles) and i + 1 < j:
            return i
        return i + 1 if desk.tokens[i].tag in NO_NAME and is_common(desk.lowers[i]) else i

    def skip_title_tail(self, i: int, j: int) -> tuple[int, str]:
        """The end of a role phrase that the run goes on with: "Secretary of | State Ann Lee"; with the role."""
        desk = self.desk
        if (
            i < 2
            or desk.lowers[i - 1] != "of"
            or desk.lowers[i - 2] not in self.words.offices
            or desk.norms[i - 2].islower()
        ):
            return i, ""
        k = i
        while k < j - 1 and desk.norms[k] not in self.words.given and is_common(desk.lowers[k].partition("-")[0]):
            k += 1
        return (k, " ".join(desk.lowers[i - 2 : k])) if k > i else (i, "")

    def segment_end(self, i: int, j: int) -> int:
        """The token before the next calendar word of the run."""
        for k in range(i + 1, j):
            if self.is_date(k, j):
                return k
        return j

    def is_date(self, k: int, j: int) -> bool:
        """A day or month; "April" and "May" before a name are a person's unless a word of time goes before."""
        desk = self.desk
        if desk.lowers[k] not in self.words.calendar:
            return False
        if k + 1 < j and desk.lowers[k + 1] in PAPERS:
            return False
        if k and desk.norms[k - 1] in self.words.given and desk.lowers[k] in BORNE:
            return False
        return not (desk.norms[k] in self.words.given and k + 1 < j and not (k and desk.lowers[k - 1] in SINCE))

    def is_shouted(self, i: int, j: int) -> bool:
        """Several words in capitals, or one too long for an acronym: a dateline or an outcry inside a sentence."""
        norms = self.desk.norms[i:j]
        return (
            all(n.isupper() for n in norms)
            and (len(norms) > 1 or len(norms[0]) > LONGEST_ACRONYM)
            and max(map(len, norms)) > 3
        )

    def shouted(self, i: int, j: int) -> Iterator[Find]:
        """The place that words in capitals name, by the table or by the region after them."""
        name = self.name(i, j).title()
        entry = world().forms.get(self.name(i, j)) or world().forms.get(name)
        if entry:
            yield self.find(
                i, j, KIND_TYPE[entry.kind], entry.name, min(0.9, KIND_SCORE[entry.kind]), f"table-{entry.kind}"
            )
            return
        told = guess(self.desk, i, j)
        if told and told[0] == "place" and told[1] > 0.75:
            yield self.find(i, j, "place", name, told[1], told[2])

    def cut(self, i: int, j: int) -> Cut:
        """The finds at token ``i`` and the token from which to go on."""
        desk = self.desk
        if self.is_date(i, j):
            return [], i + 1
        known = desk.known(i)
        end = self.segment_end(i, j)
        head = find_head(desk, i, end)
        title = title_end(desk, i, end)
        if (
            known
            and (head is None or known[0] >= head.end or self.is_settled(known, head))
            and (not title or known[0] > title[0])
        ):
            return self.from_table(i, j, known)
        pair = None if head or title or known else self.from_pair(i, end)
        if pair:
            return pair
        if head and (not title or head.end >= end):
            return self.from_head(i, head, known)
        if title:
            return self.from_title(i, end, title)
        if known:
            return self.from_table(i, j, known)
        return self.from_rest(i, end)

    def is_settled(self, known: tuple[int, Known], head: Head) -> bool:
        """Whether the table's longer name stands against "House of Representatives Speaker ..."."""
        return (
            known[1].kind in BODIES
            and known[0] > 1
            and head.rule == "head-of"
            and self.desk.lowers[known[0] - 2] == "of"
        )

    # --- what the table knows ----------------------------------------------------------------------------------------

    def from_table(self, i: int, j: int, known: tuple[int, Known]) -> Cut:
        end, entry = known
        if (
            entry.kind in PLACES
            and end < j
            and (self.is_person_start(i, end) or self.desk.norms[end] in self.words.particles)
        ):
            return self.from_rest(i, self.segment_end(i, j))
        if self.sport and entry.kind in TEAMS and is_team(self.desk, i, end):
            return [self.find(i, end, "organization", self.name(i, end), 0.75, "team-of-place")], end
        score = self.town_score(i, end) if entry.kind == "town" else KIND_SCORE[entry.kind]
        return [self.find(i, end, KIND_TYPE[entry.kind], entry.name, score, f"table-{entry.kind}")], end

    def is_person_start(self, i: int, end: int) -> bool:
        """ "Paris Hilton", "Jackson Smith": a place's name that is a given name too, with an unknown name after it."""
        given = end == i + 1 and self.desk.norms[i] in self.words.given
        return given and is_capital(self.desk.norms[end]) and not self.desk.known(end)

    def town_score(self, i: int, end: int) -> float:
        """A town whose name is a word or a person's name needs company: "in", "near", a region after a comma."""
        told = guess(self.desk, i, end)
        if told:
            return max(0.85, told[1]) if told[0] == "place" and told[1] >= 0.48 else 0.5
        doubtful = is_common(self.desk.lowers[i]) or self.desk.norms[i] in self.words.given or self.desk.opens(i)
        return 0.4 if doubtful and end == i + 1 else 0.66

    # --- heads -------------------------------------------------------------------------------------------------------

    def from_head(self, i: int, head: Head, known: tuple[int, Known] | None) -> Cut:
        desk = self.desk
        first, finds = i, []
        short = desk.norms[i].replace(".", "").isupper()
        if known and known[1].kind in {"country", "region", "body"} and short and head.end - known[0] >= 2:
            finds, first = self.from_table(i, known[0], known)
        name = self.name(first, head.end)
        return [*finds, self.find(first, head.end, head.type, name, head.score, head.rule)], head.end

    def from_pair(self, i: int, end: int) -> Cut | None:
        """ "Test and County Cricket Board": common nouns on both sides of "and", and the head after it."""
        desk = self.desk
        if end + 2 >= len(desk.norms) or desk.norms[end] not in {"and", "&"} or not is_capital(desk.norms[end + 1]):
            return None
        if desk.opens(i) or not all(is_common(desk.lowers[k]) and not desk.known(k) for k in (*range(i, end), end + 1)):
            return None
        stop = end + 1
        while stop < len(desk.norms) and is_capital(desk.norms[stop]):
            stop += 1
        head = find_head(desk, end + 1, stop)
        if head is None or head.rule != "head":
            return None
        return [self.find(i, head.end, "organization", self.name(i, head.end), 0.8, "head-of-pair")], head.end

    # --- persons -----------------------------------------------------------------------------------------------------

    def from_title(self, i: int, end: int, title: tuple[int, int]) -> Cut:
        """What stands before the role phrase, and the person after it."""
        first, start = title
        finds: list[Find] = []
        at = i
        while at < first:
            known = self.desk.known(at)
            more, at = self.from_table(at, first, known) if known and known[0] <= first else self.from_rest(at, first)
            finds.extend(more)
        country = next((f.name for f in reversed(finds) if f.type in {"country", "nationality"}), "")
        more, stop = self.from_person(start, end, " ".join(self.desk.lowers[first:start]), country)
        return [*finds, *more], stop

    def from_person(self, start: int, end: int, role: str, country: str = "") -> Cut:
        """The person that a role phrase announces, unless the table knows better."""
        known = self.desk.known(start)
        stop = self.person_end(start, end)
        if known and known[0] >= stop and known[1].kind in {"country", "people", "seat", "body"}:
            return self.from_table(start, end, known)
        lower = self.desk.lowers[start]
        calendar = lower in self.words.calendar and role not in self.words.honorifics
        if (calendar or lower in self.words.starters) and (stop == start + 1 or look_up(lower).closed):
            return [], start + 1
        return [self.find(start, stop, "person", self.name(start, stop), 0.95, "title", role, country)], stop

    def person_end(self, start: int, end: int) -> int:
        """At most four names and what stands between them; a people's, body's or country's name ends the person."""
        desk = self.desk
        k, names = start, 0
        while k < end and names < NAMES_OF_A_PERSON:
            if names and desk.norms[k] not in self.words.given and desk.lowers[k] not in self.words.particles:
                known = desk.known(k)
                if known and known[1].kind in {"people", "seat", "body", "country"}:
                    break
            names += desk.norms[k][0].isupper()
            k += 1
        while k > start + 1 and (not is_capital(desk.norms[k - 1]) or self.is_plural_noun(k - 1)):
            k -= 1
        if k == end and k < len(desk.norms) and desk.lowers[k] in {"jr.", "sr.", "jr", "sr"}:
            k += 1
        return k

    def is_plural_noun(self, k: int) -> bool:
        """ "Clinton Emails", "Comey Memos": a common plural that is nobody's name."""
        lower = self.desk.lowers[k]
        word = look_up(lower)
        return (
            word.known
            and word.forms[0] == "NNS"
            and lower not in SURNAMES
            and self.desk.norms[k] not in self.words.given
        )

    def from_rest(self, i: int, end: int) -> Cut:
        """A run that no list explains."""
        desk = self.desk
        possessed = self.possessed(i, end)
        if possessed:
            return possessed
        if end - i == 1:
            return self.single(i)
        stop = self.person_end(i, end)
        if stop - i == 1:
            return self.single(i)
        told = self.as_person(i, stop)
        neighbours = guess(desk, i, stop)
        if neighbours and (told is None or neighbours[1] > told[0]):
            return [self.find(i, stop, neighbours[0], self.name(i, stop), neighbours[1], neighbours[2])], stop
        if told:
            country = country_before(desk, i) if told[2] else ""
            return [self.find(i, stop, "person", self.name(i, stop), *told, country)], stop
        return [self.find(i, stop, "other", self.name(i, stop), 0.46, "capitals")], stop

    def as_person(self, i: int, stop: int) -> tuple[float, str, str] | None:
        """Score, rule and role of a run of several words as a person's name."""
        desk, words = self.desk, self.words
        role = role_before(desk, i) or role_after(desk, stop) or role_apposed(desk, i)
        if role:
            return 0.93, "role", role
        if desk.norms[i] in words.given:
            both_common = stop - i == 2 and is_common(desk.lowers[i]) and is_common(desk.lowers[i + 1])
            return None if both_common and desk.lowers[i + 1] not in SURNAMES else (0.9, "given", "")
        if len(desk.norms[i]) == 2 and desk.norms[i][1] == ".":
            return 0.85, "initial", ""
        if desk.norms[i].isupper() and len(desk.norms[i]) > 1:
            return None
        if any(desk.norms[k] in words.given for k in range(i, stop)):
            return 0.7, "given-inside", ""
        if all(desk.lowers[k] in words.particles or not is_common(desk.lowers[k]) for k in range(i, stop)):
            return 0.62, "two-capitals", ""
        return None

    def single(self, i: int) -> Cut:
        """One capitalised word alone."""
        desk, words = self.desk, self.words
        norm, lower = desk.norms[i], desk.lowers[i]
        if lower in words.beliefs:
            return [self.find(i, i + 1, "other", norm, 0.5, "belief")], i + 1
        if (
            is_party_tag(norm)
            or lower in words.plain_capitals
            or len(norm.rstrip(".")) < 2
            or lower in words.titles
            or lower in words.modifiers
        ):
            return [], i + 1
        common = is_common(lower)
        if common and desk.opens(i):
            return [], i + 1
        if lower in words.org_heads and common and desk.lowers[i - 1] == "the":
            return [self.find(i, i + 1, "organization", norm, 0.62, "head-alone")], i + 1
        role = role_before(desk, i)
        if role and not norm.isupper():
            return [self.find(i, i + 1, "person", norm, 0.8, "role", role)], i + 1
        told = guess(desk, i, i + 1)
        if told and (not common or told[1] >= 0.7):
            return [self.find(i, i + 1, told[0], norm, told[1], told[2])], i + 1
        if norm.isupper():
            return [self.find(i, i + 1, "other", norm, 0.5, "acronym")], i + 1
        if (
            norm in words.given
            and not common
            and i + 1 < len(desk.tokens)
            and desk.tokens[i + 1].tag in {"VERB", "AUX"}
        ):
            return [self.find(i, i + 1, "person", norm, 0.62, "given-alone")], i + 1
        return [self.find(i, i + 1, "other", norm, 0.4 if common or desk.opens(i) else 0.5, "capital")], i + 1

    def possessed(self, i: int, end: int) -> Cut | None:
        """ "Rivermen's Bancshares Inc", "St. Mary's Cathedral": a possessive that is part of a company's or church's name."""
        desk = self.desk
        after = end + 1
        saint = desk.lowers[i] in {"st", "st.", "saint"} and end - i == 2
        if not saint and end - i > 1:
            return None
        if after >= len(desk.norms) or desk.norms[end] != "'s" or not is_capital(desk.norms[after]) or desk.known(i):
            return None
        stop = after
        while stop < len(desk.norms) and is_capital(desk.norms[stop]):
            stop += 1
        head = find_head(desk, i, stop)
        if head is None or (head.rule != "company" and not saint):
            return None
        name = self.name(i, head.end)
        return [self.find(i, head.end, head.type, name, head.score, head.rule)], head.end

    def name(self, i: int, j: int) -> str:
        """The words of a name with single spaces, joined where the text joins them ("Growers' Union")."""
        tokens = self.desk.tokens
        parts = [tokens[i].norm]
        for k in range(i + 1, j):
            parts.append(tokens[k].norm if tokens[k].start == tokens[k - 1].end else " " + tokens[k].norm)
        return "".join(parts)

    def find(
        self, i: int, j: int, type_: MentionType, name: str, score: float, rule: str, role: str = "", country: str = ""
    ) -> Find:
        tokens = self.desk.tokens
        return Find(tokens[i].start, tokens[j - 1].end, type_, name, score, rule, role, country)


def is_party_tag(norm: str) -> bool:
    """ "D-Calif", "R-N.Y.": party and state of a legislator."""
    return len(norm) > 2 and norm[1] == "-" and norm[0] in "DRI" and norm[2].isupper()
