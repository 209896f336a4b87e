"""A sentence laid out for the rules on relations and descriptions: its tokens and the mention on each of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter

from msgspec import Struct

from briefgen.extract.world import world
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import Factors, Mention, Relation, RelationType
from briefgen.model.syntax import Parse, Phrase

SURE, NAMED = 0.6, 0.9
_START = attrgetter("start")


class Basis(Struct, frozen=True, gc=False):
    """What a relation rests on: the rule, how sure it is, the tokens that tell it, whether one phrase holds it all."""

    rule: str
    score: float
    words: tuple[int, ...] = ()
    direct: bool = False


class Desk:
    """One sentence.

    ``mention_at`` holds the index of the mention that covers each token, -1 where there is none; ``runs`` has the first
    token of each mention with its index, from left to right; what goes on behind another word is no new one.
    ``words`` are the words in lower case.
    """

    def __init__(self, page: "Page", number: int, mention_at: list[int]) -> None:
        analysis = page.analysis
        self.page = page
        self.parse = analysis.parses[number] if number < len(analysis.parses) else Parse()
        self.text = analysis.document.text
        self.mentions = analysis.mentions
        self.tokens: Sequence[Token] = analysis.sentences[number]
        self.columns = analysis.columns[number]
        self.words: Sequence[str] = self.columns.lowers
        self.mention_at = mention_at
        self.extents: dict[int, tuple[int, int]] = {}
        self.runs: list[tuple[int, int]] = []
        seen = before = -1
        start = 0
        for i, index in enumerate([*mention_at, -1]):
            if index == before:
                continue
            if before >= 0:
                self.extents.setdefault(before, (start, i))
            if index >= 0 and index != seen:
                self.runs.append((i, index))
                seen = index
            before, start = index, i

    def mention(self, i: int) -> Mention | None:
        """The mention on a token."""
        return self.mentions[self.mention_at[i]] if self.mention_at[i] >= 0 else None

    def extent(self, index: int) -> tuple[int, int]:
        """The tokens of a mention in this sentence, half-open; none of one that stands elsewhere (a seat's country)."""
        return self.extents.get(index, (0, 0))

    def holder(self, phrase: Phrase) -> int:
        """The mention that a noun phrase is: the one on its head, or a name that follows or is apposed; -1 for none."""
        for i in (phrase.head, phrase.apposition):
            if i is not None and self.mention_at[i] >= 0 and self.acts(self.mention_at[i]):
                return self.mention_at[i]
        return -1

    def named(self, chain: int | None, before: int) -> int:
        """The last mention that names the chain before a token, or else its first; -1 where none does."""
        found = self.page.names.get(chain, []) if chain is not None else []
        earlier = [index for index in found if self.mentions[index].end <= self.tokens[before].start]
        return earlier[-1] if earlier else found[0] if found else -1

    def offices(self, chain: int) -> set[str]:
        """The last words of the roles that the article gives to a chain."""
        named = (self.mentions[index] for index in self.page.names.get(chain, ()))
        return {mention.role.rpartition(" ")[2] for mention in named if mention.role}

    def acts(self, index: int) -> bool:
        """Whether a mention can be party to a relation: a nationality only stands for something else."""
        return self.mentions[index].type != "nationality"

    def relation(self, subject: int, kind: RelationType, object_: int, basis: Basis) -> Iterator[Relation]:
        """The relation of two mentions, unless they are one; one of them must be a name, a location a place."""
        if kind in {"supports", "opposes"}:
            seats = self.page.seats
            subject, object_ = seats.get(subject, subject), seats.get(object_, object_)
        one, other = self.mentions[subject], self.mentions[object_]
        if "name" not in {one.form, other.form}:
            return
        if kind == "located_in" and other.type not in {"place", "country", "nationality"}:
            return
        if subject == object_ or (one.chain >= 0 and one.chain == other.chain):
            return
        here = [self.mentions[index] for index in (subject, object_) if index in self.extents]
        starts = [*(m.start for m in here), *(self.tokens[i].start for i in basis.words)]
        ends = [*(m.end for m in here), *(self.tokens[i].end for i in basis.words)]
        factors: Factors = (("rule", basis.score), ("subject", one.score), ("object", other.score))
        total = round(basis.score * min(_trust(one, basis), _trust(other, basis)), 2)
        yield Relation(min(starts), max(ends), subject, kind, object_, basis.rule, total, factors)


def _trust(mention: Mention, basis: Basis) -> float:
    """How sure a party is.  That a name has the role's place in the phrase says itself what kind of name it is."""
    return (
        max(mention.score, NAMED)
        if basis.direct and mention.form == "name" and mention.score >= SURE
        else mention.score
    )


class Page:
    """An article as far as desks depend on it: the same sentences and mentions make the same desks."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    def __hash__(self) -> int:
        """By the article, which is enough to look in one place."""
        return hash(self.analysis.document.id)

    def __eq__(self, other: object) -> bool:
        """Whether sentences and mentions are the very same tuples."""
        same = isinstance(other, Page) and self.analysis.sentences is other.analysis.sentences
        return same and isinstance(other, Page) and self.analysis.mentions is other.analysis.mentions

    @cached_property
    def seats(self) -> dict[int, int]:
        """For each mention of a seat of government a mention of its country."""
        return countries_of_seats(self.analysis)

    @cached_property
    def names(self) -> dict[int, list[int]]:
        """For each chain the mentions that name it."""
        found: dict[int, list[int]] = {}
        for index, mention in enumerate(self.analysis.mentions):
            if mention.form == "name" and mention.chain >= 0:
                found.setdefault(mention.chain, []).append(index)
        return found


def desks(analysis: Analysis) -> tuple[Desk, ...]:
    """The sentences of the body that hold a mention; laid out once for all the rules that read them."""
    return _lay_out(Page(analysis))


def forget() -> None:
    """Let go of the last article's desks, so that the next article finds their memory free and warm."""
    _lay_out.cache_clear()


@lru_cache(maxsize=1)
def _lay_out(page: Page) -> tuple[Desk, ...]:
    return tuple(_desks(page))


def _desks(page: Page) -> Iterator[Desk]:
    cover = covering(page.analysis)
    end = 0
    for number, tokens in enumerate(page.analysis.sentences):
        first, end = end, end + len(tokens)
        mention_at = cover[first:end]
        if max(mention_at, default=-1) >= 0:
            yield Desk(page, number, mention_at)


def countries_of_seats(analysis: Analysis) -> dict[int, int]:
    """For each mention of a seat of government ("Kremlin") the first mention of its country, where there is one."""
    forms = world().forms
    countries: dict[str, int] = {}
    seats: list[tuple[int, str]] = []
    for index, mention in enumerate(analysis.mentions):
        known = forms.get(mention.name) if mention.type in {"country", "organization"} else None
        if known is not None and known.kind == "country":
            countries.setdefault(known.code, index)
        elif known is not None and known.kind == "seat":
            seats.append((index, known.code))
    return {index: countries[code] for index, code in seats if code in countries}


def covering(analysis: Analysis) -> list[int]:
    """The mention that covers each token of the article, -1 where none does: names before phrases, the longer first."""
    order = sorted([(m.form == "name", m.end - m.start, index) for index, m in enumerate(analysis.mentions)])
    tokens = list(chain.from_iterable(analysis.sentences))
    starts = list(chain.from_iterable([row.starts for row in analysis.columns]))
    places = [-1] * len(tokens)
    for _, _, index in order:
        mention = analysis.mentions[index]
        first = max(bisect_right(starts, mention.start) - 1, 0)
        if first < len(tokens) and tokens[first].end <= mention.start:
            first += 1
        stop = bisect_left(starts, mention.end, first)
        places[first:stop] = [index] * (stop - first)
    return places


def in_quotes(analysis: Analysis, position: int) -> bool:
    """Whether a place of the text stands in quotation marks."""
    if not analysis.quoted:
        return False
    at = bisect_right(analysis.quoted, position, key=_START) - 1
    return at >= 0 and position < analysis.quoted[at].end
