"""One sentence as the name rules see it, and what they put down: words in lower case, which are capitalised, runs of
them.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from briefgen.extract.lookups import Lookups
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.syntax.columns import columns
from briefgen.extract.syntax.words import look_up
from briefgen.extract.world import Known, world
from briefgen.model.analysis import Columns, Tag, Token
from briefgen.model.annotation import MentionType
from briefgen.model.regex import regex

# Prefixes and endings of compounds that hold a name: "pro-Kremlin", "Kremlin-backed".
PREFIXES = frozenset("pro anti non ex post pre mid trans un inter neo then ultra intra cross half all co".split())
STARTING_PREFIXES = frozenset({"Pro", "Anti", "Non", "Ex"})
ENDINGS = frozenset(
    "led run wide style era type born made level based only friendly area bound owned held built trained linked "
    "like speaking "
    "educated registered listed headquartered brokered occupied controlled free language inspired oriented "
    "dominated heavy rich prone".split()
)
PLACES = frozenset({"capital", "city", "region", "area", "town"})
KIND_TYPE: dict[str, MentionType] = {
    "country": "country", "people": "nationality", "capital": "place", "city": "place", "region": "place",
    "area": "place", "town": "place", "seat": "organization", "body": "organization",
}  # fmt: skip
KIND_SCORE = {"country": 0.97, "people": 0.97, "capital": 0.93, "city": 0.9, "region": 0.9, "area": 0.9, "town": 0.7,
              "seat": 0.95, "body": 0.95}  # fmt: skip
ARABIC = frozenset("al el ul ur an as ash ad at az ar".split())
# What may stand inside a name between its capitals, beside the particles of the word list.
JOINTS = frozenset({"&", "'", '"', "(", ")"})
DOUBLE = frozenset({"de", "van", "von", "bin"})
AFTER_DOUBLE = frozenset({"la", "las", "los", "der", "den", "al"})
# Marks around a nickname, and what a single letter with its point looks like.
CLOSED_BY = {'"': '"', "(": ")"}
LONGEST_FILLED = 6
AROUND = 3  # tokens: the nickname, its mark and the family name
INITIAL = regex(r"[A-Z]\.")
OPENERS = frozenset("\"':;—–-•*|") | {"--", "...", ".", "?", "!"}


class Find(NamedTuple):
    """A stretch of tokens taken for a name: what it is, why, and what is said about it on the spot.

    ``start`` and ``end`` are text offsets; ``role`` and ``country`` what the words before a person call it.
    """

    start: int
    end: int
    type: MentionType
    name: str
    score: float
    rule: str
    role: str = ""
    country: str = ""


class Desk:
    """A sentence's tokens with what the rules ask of them again and again; compounds that hold a name are cut."""

    __slots__ = ("capitals", "lowers", "norms", "quiet", "shouted", "tokens")

    def __init__(self, tokens: Sequence[Token], row: Columns | None = None) -> None:
        row = row or columns(tokens)
        hyphened = "-" in "".join(row.norms)
        if hyphened:
            tokens = cut_compounds(tokens)
            row = columns(tokens)
        self.tokens, self.norms, self.lowers = tokens, row.norms, row.lowers
        self.capitals = list(compress(range(len(row.norms)), map(CAPITALS.__getitem__, row.norms)))
        self.shouted = self.quiet = False
        if len(self.capitals) > 2 or hyphened:  # "Anti-" has a capital and is no capitalised word
            capitals = [norm for norm in row.norms if norm[0].isupper()]
            if len(capitals) > 2:
                self._listen(capitals)

    def _listen(self, capitals: Sequence[str]) -> None:
        """A line of capitals, or a headline with every word capitalised, tells little by its capitals."""
        words = len([norm for norm in self.norms if norm[0].isalpha()])
        loud = len([norm for norm in capitals if len(norm) > 1 and norm.isupper()])
        self.shouted = loud > 2 and loud * 10 > words * 7
        self.quiet = self.shouted or (len(capitals) > 3 and len(capitals) * 10 >= words * 7)

    def opens(self, i: int) -> bool:
        """Whether a capital at token ``i`` is owed to its place: the start of the sentence or of a quotation in it."""
        return i == 0 or self.norms[i - 1] in OPENERS

    def joined(self, j: int) -> int:
        """How many tokens from ``j`` on carry a run over a particle, a possessive plural or "&"; 0 where it ends."""
        norm, rest = self.norms[j], self.norms[j + 1 : j + 3]
        if norm in CLOSED_BY:
            return self.nickname(j)
        if norm == ")":
            return 2 * (bool(rest) and self.is_filled_in(j))
        if not rest or not (norm.islower() or norm in {"&", "'"}):
            return 0
        if CAPITALS[rest[0]]:
            return 2 if norm in lexicon().particles or norm == "&" or (norm == "'" and self.owns(j)) else 0
        double = norm in DOUBLE and rest[0] in AFTER_DOUBLE
        return 3 if double and len(rest) > 1 and CAPITALS[rest[1]] else 0

    def nickname(self, j: int) -> int:
        """The tokens of a nickname in quotation marks or brackets amid somebody's name: ``Ann C. "Kit" Moor``."""
        after = self.norms[j + 1 : j + 4]
        if len(after) < AROUND or after[1] != CLOSED_BY[self.norms[j]]:
            return 0
        given = lexicon().given
        named = self.norms[j - 1] in given or (INITIAL.fullmatch(self.norms[j - 1]) and self.norms[j - 2] in given)
        called = self.norms[j] != "(" or after[0] in given
        return AROUND if named and called and after[0][0].isupper() and is_capital(after[2]) else 0

    def is_filled_in(self, j: int) -> bool:
        """ "(President Jan) Berg": an editor's words before the family name that was said."""
        begun = (
            "(" in self.norms[max(0, j - LONGEST_FILLED) : j] and ")" not in self.norms[max(0, j - LONGEST_FILLED) : j]
        )
        return begun and self.norms[j - 1] in lexicon().given and is_capital(self.norms[j + 1])

    def owns(self, j: int) -> bool:
        """Whether the mark at ``j`` is the possessive of a plural with a capital after it ("Growers' Union")."""
        return (
            self.norms[j - 1][-1] == "s"
            and self.tokens[j].start == self.tokens[j - 1].end
            and self.norms[j + 1][0].isupper()
        )

    def known(self, i: int) -> tuple[int, Known] | None:
        """The longest entry of the world table at token ``i``: the token after it, and the entry."""
        table, norms = world(), self.norms
        if norms[i] in table.begin and i + 1 < len(norms):
            most = table.longest.get((norms[i], norms[i + 1]), 0)
            for count in range(min(most, len(norms) - i), 1, -1):
                form = " ".join(norms[i : i + count])
                known = table.forms.get(form)
                if known and not (known.kind == "body" and form.startswith("The ") and self.opens(i)):
                    return i + count, known
        known = table.forms.get(norms[i])
        if known:
            return i + 1, known
        return self.abbreviated(i) if i and norms[i - 1] == "," else None

    def abbreviated(self, i: int) -> tuple[int, Known] | None:
        """A state's abbreviation after a comma ("Mobile, Ala."), whose point the tokeniser makes a token of its own."""
        if i + 1 >= len(self.norms) or self.norms[i + 1] != ".":
            return None
        known = world().forms.get(self.norms[i] + ".")
        return (i + 2, known) if known else None

    def name(self, i: int, j: int) -> str:
        """The words of tokens ``i`` to ``j``, joined where the text joins them ("Growers' Union")."""
        tokens = self.tokens
        parts = [tokens[i].norm]
        for k in range(i + 1, j):
            if tokens[k].norm == ")" and "(" not in self.norms[i:k]:
                continue  # "(President Jan) Berg"
            parts.append(tokens[k].norm if tokens[k].start == tokens[k - 1].end else " " + tokens[k].norm)
        return "".join(parts)

    def find(self, i: int, j: int, type_: MentionType, score: float, rule: str, *more: str, name: str = "") -> "Find":
        """The find over tokens ``i`` to ``j``; ``more`` is role and country, ``name`` what the text does not say."""
        role, country = (*more, "", "")[:2] if more else ("", "")
        start, end = self.tokens[i].start, self.tokens[j - 1].end
        name = name or (self.norms[i] if j == i + 1 else self.name(i, j))
        return Find(start, end, type_, name, score, rule, role, country)

    def runs(self) -> Iterator[tuple[int, int]]:
        """Runs of capitalised tokens, particles and "&" between them included."""
        norms = self.norms
        j, count = 0, len(norms)
        for i in self.capitals:
            if i < j:
                continue  # part of the run before
            j = i + 1
            while j < count:
                norm = norms[j]
                step = 1 if CAPITALS[norm] else self.joined(j) if norm in joints() else 0
                if not step:
                    break
                j += step
            yield i, j


@cache
def joints() -> frozenset[str]:
    """What may stand between the capitals of one name."""
    return JOINTS | DOUBLE | lexicon().particles


def cut_compounds(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with "Kremlin-backed" cut into "Kremlin" and "-backed", "pro-Kremlin" into "pro-" and "Kremlin"."""
    out: list[Token] = []
    for k, token in enumerate(tokens):
        inner = inside_compound(token.norm) if "-" in token.norm else None
        if inner is None or (k + 1 < len(tokens) and is_word_of_name(token.norm, tokens[k + 1].norm)):
            out.append(token)
            continue
        a, b = inner
        for x, y, tag in ((0, a, "ADJ"), (a, b, "PROPN"), (b, len(token.norm), "ADJ")):
            if x < y:
                norm = token.norm[x:y]
                form = "NNP" if tag == "PROPN" else "JJ"
                name_tag: Tag = "PROPN" if tag == "PROPN" else "ADJ"
                out.append(Token(token.start + x, token.start + y, token.text[x:y], norm, name_tag, norm.lower(), form))
    return out


def is_capital(norm: str) -> bool:
    """A word with a capital where a name has it: ``Ann``, ``al-Amin``, ``eBay``; not ``pro-Kremlin``."""
    return CAPITALS[norm]


def _has_capital(norm: str) -> bool:
    if norm[0].isupper():
        return norm[-1] != "-"
    if norm[0].islower() and not norm.islower():
        head, _, rest = norm.partition("-")
        if rest:
            return head in ARABIC and rest[0].isupper()
        return len(norm) > 2 and norm[1].isupper()
    return False


CAPITALS = Lookups(_has_capital)


def is_word_of_name(norm: str, after: str) -> bool:
    """Whether a compound in capitals is a word of a longer name: "Anti-Doping Agency", not "Anti-Kremlin"."""
    head, _, rest = norm.partition("-")
    return head in STARTING_PREFIXES and is_capital(after) and rest not in world().forms and is_common(rest.lower())


def inside_compound(norm: str) -> tuple[int, int] | None:
    """The name inside a compound: ``Kremlin`` in ``Kremlin-backed``, ``Assad`` in ``pro-Assad``; None if it is none."""
    head, _, rest = norm.partition("-")
    if (head in PREFIXES or head in STARTING_PREFIXES) and rest[:1].isupper():
        inner = inside_compound(rest)
        return (len(head) + 1 + inner[0], len(head) + 1 + inner[1]) if inner else (len(head) + 1, len(norm))
    stem, _, tail = norm.rpartition("-")
    short = len(stem) < 4 and not stem.isupper() and stem not in world().forms
    if stem and not short and tail.islower() and stem[0].isupper() and tail not in ARABIC and is_ending(tail):
        deeper = inside_compound(stem)
        return deeper or (0, len(stem))
    return None


def is_ending(tail: str) -> bool:
    """Whether a word after a hyphen makes an adjective of the name before it."""
    if tail in ENDINGS:
        return True
    word = look_up(tail)
    return word.known and (tail.endswith(("ed", "ing")) or word.forms[0] in {"VBN", "VBD"})


def is_common(lower: str) -> bool:
    """Whether English has the word apart from names."""
    return look_up(lower).known
