"""From a run of capitalised words to the names in it.

A run is cut from the left: what the world table knows, role phrases with the person after them, heads of organizations and
places with what stands before them ("Russian Foreign Ministry") and, after "of" and "for", behind them ("Bank of Japan").
What is left is a person when a given name or an initial says so, and otherwise waits, untyped, for evidence.
"""

from collections.abc import Iterator

from briefgen.extract.rules.names_desk import Desk, Find, is_capital, is_common
from briefgen.extract.rules.names_lexicon import lexicon
from briefgen.extract.rules.names_titles import role_after, role_before, title_end
from briefgen.extract.world import Known
from briefgen.model.annotation import MentionType

PLACES = frozenset({"capital", "city", "region", "area", "town"})
KIND_TYPE: dict[str, MentionType] = {
    "country": "country", "people": "nationality", "capital": "place", "city": "place", "region": "place",
    "area": "place", "town": "place", "seat": "organization", "body": "organization",
}  # fmt: skip
KIND_SCORE = {"country": 0.97, "people": 0.97, "capital": 0.93, "city": 0.9, "region": 0.9, "area": 0.9, "town": 0.7,
              "seat": 0.95, "body": 0.95}  # fmt: skip


class Parser:
    """Cuts the runs of one sentence into finds."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = lexicon()

    def parse(self, i: int, j: int) -> Iterator[Find]:
        """The names in the run from token ``i`` to token ``j``."""
        i = self.skip_opener(i, j)
        while i < j:
            finds, end = self.cut(i, j)
            yield from finds
            i = max(end, i + 1)

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
        token = desk.tokens[i]
        if desk.norms[i] in self.words.given and i + 1 < j:
            return i
        if token.tag in {"VERB", "ADV", "ADP", "DET", "PRON", "CONJ", "AUX", "PART"} and is_common(desk.lowers[i]):
            return i + 1
        return i

    def cut(self, i: int, j: int) -> tuple[list[Find], int]:
        """The finds at token ``i`` and the token from which to go on."""
        desk, words = self.desk, self.words
        lower = desk.lowers[i]
        if lower in words.calendar and not (desk.norms[i] in words.given and i + 1 < j):
            return [], i + 1
        known = desk.known(i)
        end = self.segment_end(i, j)
        title = title_end(desk, i, end)
        head = self.head(i, end, j)
        if known and known[0] >= (head[0] if head else 0) and (not title or known[0] > title[0]):
            return self.from_table(i, j, known)
        if head and (not title or head[0] >= end):
            return self.from_head(i, head, known)
        if title:
            return self.from_title(i, end, title)
        if known:
            return self.from_table(i, j, known)
        return self.from_rest(i, end)

    def segment_end(self, i: int, j: int) -> int:
        """The token before the next calendar word of the run."""
        for k in range(i + 1, j):
            if self.desk.lowers[k] in self.words.calendar and self.desk.norms[k] not in self.words.given:
                return k
        return j

    # --- what the table knows ----------------------------------------------------------------------------------------

    def from_table(self, i: int, j: int, known: tuple[int, Known]) -> tuple[list[Find], int]:
        end, entry = known
        if entry.kind in PLACES and end < j and self.is_person_start(i, end, j, entry):
            return self.from_rest(i, self.segment_end(i, j))
        type_, score, rule = KIND_TYPE[entry.kind], KIND_SCORE[entry.kind], f"table-{entry.kind}"
        if entry.kind == "town":
            score = self.town_score(i, end)
        return [self.find(i, end, type_, entry.name, score, rule)], end

    def is_person_start(self, i: int, end: int, j: int, entry: Known) -> bool:
        """ "Paris Hilton", "Jackson Smith": a place's name that is a given name too, with an unknown name after it."""
        given = end == i + 1 and self.desk.norms[i] in self.words.given
        return given and is_capital(self.desk.norms[end]) and not self.desk.known(end)

    def town_score(self, i: int, end: int) -> float:
        """A town whose name is a word or a person's name needs company: "in", "near", a region after a comma."""
        desk = self.desk
        before = desk.lowers[i - 1] if i else ""
        if self.region_follows(end):
            return 0.92
        if before in {"in", "near", "outside", "around"}:
            return 0.85
        doubtful = is_common(desk.lowers[i]) or desk.norms[i] in self.words.given or desk.opens(i)
        return 0.4 if doubtful and end == i + 1 else 0.66

    def region_follows(self, end: int) -> bool:
        """Whether ", Texas" or ", France" stands after the name."""
        if end + 1 < len(self.desk.norms) and self.desk.norms[end] == ",":
            known = self.desk.known(end + 1)
            return bool(known) and known is not None and known[1].kind in {"country", "region"}
        return False

    # --- heads -------------------------------------------------------------------------------------------------------

    def head(self, i: int, end: int, j: int) -> tuple[int, MentionType, str, float] | None:
        """The last head noun of an organization, place or other thing in the run: token after it, type, rule, score."""
        desk, words = self.desk, self.words
        for k in range(end - 1, i - 1, -1):
            lower = desk.lowers[k]
            alone = k == i
            if lower in words.company_ends and not alone and desk.norms[k][0].isupper():
                return k + 1, "organization", "company", 0.96
            if lower in words.of_heads and self.of_follows(k):
                stop = self.of_end(k)
                return stop, "organization", "head-of", 0.9
            if alone:
                continue
            if lower in words.org_heads:
                return k + 1, "organization", "head", 0.88
            if lower in words.team_ends:
                return k + 1, "organization", "team", 0.85
            if lower in words.place_ends:
                return k + 1, "place", "place-head", 0.85
            if lower in words.other_ends:
                return k + 1, "other", "other-head", 0.8
        return None

    def of_follows(self, k: int) -> bool:
        desk = self.desk
        if k + 2 >= len(desk.norms) or desk.lowers[k + 1] not in {"of", "for"}:
            return False
        after = k + 3 if desk.lowers[k + 2] == "the" else k + 2
        return (
            after < len(desk.norms) and desk.norms[after][0].isupper() and desk.lowers[after] not in self.words.calendar
        )

    def of_end(self, k: int) -> int:
        """The end of "Ministry of Health and Social Affairs": names after "of", joined by "and" while no new head starts."""
        desk = self.desk
        end = k + 2
        while end < len(desk.norms):
            if desk.lowers[end] == "the":
                end += 1
            start = end
            while end < len(desk.norms) and is_capital(desk.norms[end]) and desk.lowers[end] not in self.words.calendar:
                end += 1
            if end == start:
                return start
            joins = (
                end + 1 < len(desk.norms)
                and desk.lowers[end] in {"of", "and", "for"}
                and is_capital(desk.norms[end + 1])
            )
            if not joins or (desk.lowers[end] == "and" and not self.goes_on(start, end + 1)):
                return end
            end += 1
        return end

    def goes_on(self, start: int, after: int) -> bool:
        """Whether what follows "and" is a common noun of the same title ("Health and Human Services"), no name of its own."""
        known = self.desk.known(after)
        return not known and is_common(self.desk.lowers[after]) and not self.desk.known(start)

    def from_head(
        self, i: int, head: tuple[int, MentionType, str, float], known: tuple[int, Known] | None
    ) -> tuple[list[Find], int]:
        end, type_, rule, score = head
        desk = self.desk
        first, finds = i, []
        if (
            known
            and known[1].kind in {"country", "region", "body"}
            and desk.norms[i].replace(".", "").isupper()
            and end - known[0] >= 2
        ):
            finds, first = self.from_table(i, known[0], known)
            finds = list(finds)
        name = " ".join(desk.norms[first:end])
        return [*finds, self.find(first, end, type_, name, score, rule)], end

    # --- persons -----------------------------------------------------------------------------------------------------

    def from_title(self, i: int, end: int, title: tuple[int, int]) -> tuple[list[Find], int]:
        first, start = title
        finds: list[Find] = []
        at = i
        while at < first:
            known = self.desk.known(at)
            if known and known[0] <= first:
                finds.extend(self.from_table(at, first, known)[0])
                at = known[0]
            else:
                more, at = self.from_rest(at, first) if first - at > 1 else ([], first)
                finds.extend(more)
        stop = self.person_end(start, end)
        country = next((f.name for f in reversed(finds) if f.type in {"country", "nationality"}), "")
        role = " ".join(self.desk.lowers[first:start])
        name = " ".join(self.desk.norms[start:stop])
        known = self.desk.known(start)
        if known and known[0] >= stop and known[1].kind in {"country", "people", "seat", "body"}:
            finds.extend(self.from_table(start, end, known)[0])
            return finds, known[0]
        finds.append(self.find(start, stop, "person", name, 0.95, "title", role, country))
        return finds, stop

    def person_end(self, start: int, end: int) -> int:
        """At most four names and what stands between them; a people's name or a head ends the person."""
        desk = self.desk
        k, names = start, 0
        while k < end and names < 4:
            if names and desk.lowers[k] not in self.words.particles:
                known = desk.known(k)
                if known and known[1].kind in {"people", "seat", "body"} and desk.norms[k] not in self.words.given:
                    break
            names += desk.norms[k][0].isupper()
            k += 1
        while k > start + 1 and not is_capital(desk.norms[k - 1]):
            k -= 1
        if k < len(desk.norms) and k == end and desk.lowers[k] in {"jr.", "sr.", "jr", "sr"}:
            k += 1
        return k

    def from_rest(self, i: int, end: int) -> tuple[list[Find], int]:
        """A run that no list explains."""
        desk, words = self.desk, self.words
        norms = desk.norms
        stop = self.person_end(i, end)
        name = " ".join(norms[i:stop])
        before, after = role_before(desk, i), role_after(desk, stop)
        if before or after:
            return [self.find(i, stop, "person", name, 0.93, "role", before or after)], stop
        if stop - i > 1:
            if norms[i] in words.given:
                return [self.find(i, stop, "person", name, 0.9, "given")], stop
            if len(norms[i]) == 2 and norms[i][1] == ".":
                return [self.find(i, stop, "person", name, 0.85, "initial")], stop
            if any(norms[k] in words.given for k in range(i, stop)):
                return [self.find(i, stop, "person", name, 0.7, "given-inside")], stop
            if all(desk.lowers[k] in words.particles or not is_common(desk.lowers[k]) for k in range(i, stop)):
                return [self.find(i, stop, "person", name, 0.62, "two-capitals")], stop
            return [self.find(i, stop, "other", name, 0.4, "capitals")], stop
        return self.single(i)

    def single(self, i: int) -> tuple[list[Find], int]:
        """One capitalised word alone."""
        desk, words = self.desk, self.words
        norm, lower = desk.norms[i], desk.lowers[i]
        if lower in words.beliefs:
            return [self.find(i, i + 1, "other", norm, 0.5, "belief")], i + 1
        if (
            lower in words.plain_capitals
            or len(norm.rstrip(".")) < 2
            or lower in words.titles
            or lower in words.modifiers
        ):
            return [], i + 1
        if norm.isupper() and len(norm) > 1 and not self.desk.quiet:
            return [self.find(i, i + 1, "other", norm, 0.5, "acronym")], i + 1
        if is_common(lower) and desk.opens(i):
            return [], i + 1
        score = 0.4 if is_common(lower) or desk.opens(i) else 0.5
        return [self.find(i, i + 1, "other", norm, score, "capital")], i + 1

    def find(
        self, i: int, j: int, type_: MentionType, name: str, score: float, rule: str, role: str = "", country: str = ""
    ) -> Find:
        tokens = self.desk.tokens
        return Find(tokens[i].start, tokens[j - 1].end, type_, name, score, rule, role, country)
