"""One sentence as the event rule sees it: its parse, and which mention or time stands at which token."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from briefgen.extract.events.frames import frames
from briefgen.extract.names.lexicon import lexicon
from briefgen.model.analysis import Analysis, Token
from briefgen.model.annotation import Mention, TimeExpression
from briefgen.model.syntax import Clause, Parse, Phrase, Slot

# Heads that act for the state, group or firm named before them: "Norwegian troops", "the French parliament".
ORGANS = frozenset(
    """
        government authority official army military navy force police troop soldier parliament ministry cabinet
        delegation diplomat embassy negotiator warplane plane jet aircraft helicopter tank ship warship vessel gunboat
        marine officer ruler bulldozer airforce coastguard administration regime state leader president minister
        premier chancellor king emir lawmaker legislator legislature senate congress
        peacekeeper sailor pilot artillery commando border-guard guard intelligence side team envoy ambassador
        representative spokesman spokeswoman spokesperson fighter drone missile submarine battalion brigade unit
        security-force gunner bomber
        """.split()
)
# Organs that are one person each: the state speaks and signs through them, but does not resign or die with them.
OFFICES = frozenset(
    """
    official officer ruler state leader president minister premier chancellor king emir lawmaker legislator envoy
    ambassador representative spokesman spokeswoman spokesperson negotiator guard
    """.split()
)
# Heads that only say what sort of body the name before them is, or who belongs to it.
BODIES = frozenset(
    """
        movement party group network organization organisation agency newspaper daily company bank union guerrilla
        militant rebel gunman leadership member activist executive faction militia front gang cartel airline carrier
        club team
        """.split()
)
# Whose leaders and troops are not the state's.
_OUTSIDE = frozenset("opposition rebel dissident exile exiled separatist religious student union business".split())
PERSONAL = frozenset({"he", "she", "him", "her", "i"})
PRONOUNS = PERSONAL | {"it", "they", "them", "we", "us"}


class Desk:
    """Look-ups for one sentence; ``mentions`` and ``times`` are (index, value) pairs inside it."""

    def __init__(
        self,
        analysis: Analysis,
        number: int,
        mentions: Sequence[tuple[int, Mention]],
        times: Sequence[tuple[int, TimeExpression]],
        *,
        sport: bool = False,
        disaster: bool = False,
    ) -> None:
        self.analysis = analysis
        self.number = number
        self.tokens: tuple[Token, ...] = analysis.sentences[number]
        self.parse: Parse = analysis.parses[number]
        self.columns = analysis.columns[number]
        self.lemmas = frozenset(self.columns.lemmas)
        self.lemma: Callable[[int], str] = self.columns.lemmas.__getitem__
        "The lemma of a token."
        self.mentions = mentions
        self.times = times
        self.sport = sport
        self.disaster = disaster
        self._by_token: dict[int, list[tuple[int, Mention]]] | None = None

    def _placed(self) -> dict[int, list[tuple[int, Mention]]]:
        """The mentions by the tokens that they cover; sorted out when first asked for."""
        found: dict[int, list[tuple[int, Mention]]] = {}
        starts = self.columns.starts
        for index, mention in self.mentions:
            i = bisect_right(starts, mention.start) - 1
            if i < 0 or self.tokens[i].end <= mention.start:
                continue
            while i < len(starts) and starts[i] < mention.end:
                found.setdefault(i, []).append((index, mention))
                i += 1
        return found

    def mentions_at(self, token: int) -> list[tuple[int, Mention]]:
        """The mentions over a token, shortest first."""
        if self._by_token is None:
            self._by_token = self._placed()
        found = self._by_token.get(token, [])
        return sorted(found, key=lambda item: item[1].end - item[1].start) if len(found) > 1 else found

    def at_head(self, phrase: Phrase) -> tuple[int, Mention] | None:
        """The mention that a phrase is: that over its head, that in apposition, or the state whose organ it is."""
        found = self._whole(phrase.head, phrase)
        if phrase.apposition is not None and (found is None or found[1].form != "name") and self._can_be(phrase):
            apposed = self._whole(phrase.apposition, phrase)
            found = found if apposed is None or self._is_beside(phrase, apposed[1]) else apposed
        if found is not None:
            return found
        if self.tokens[phrase.head].lemma in ORGANS:
            outside = any(self.tokens[i].lemma in _OUTSIDE for i in range(phrase.start, phrase.head))
            return self._state(phrase, {"organization"} if outside else {"nationality", "country", "organization"})
        if self.tokens[phrase.head].lemma in BODIES:
            return self._state(phrase, {"organization"})
        return None

    def _can_be(self, phrase: Phrase) -> bool:
        """Whether what stands apposed behind "of" is the head: "the head of the union, X", not "fear of war, X"."""
        behind = any(t.tag == "ADP" for t in self.tokens[phrase.end : phrase.apposition])
        words, noun = lexicon(), self.tokens[phrase.head].lemma
        return not behind or noun in ORGANS or noun in BODIES or noun in words.titles or noun in words.groups

    def _is_beside(self, phrase: Phrase, mention: Mention) -> bool:
        """Whether an apposed place is of what stands behind "of": "the chief of an area, Porto Velho, said"."""
        behind = any(t.tag == "ADP" for t in self.tokens[phrase.end : phrase.apposition])
        return behind and mention.type == "place" and self.tokens[phrase.head].lemma in lexicon().titles

    def _whole(self, head: int, phrase: Phrase) -> tuple[int, Mention] | None:
        """The mention over the head token, unless it is only a compound's part or a nationality that modifies."""
        token = self.tokens[head]
        for index, mention in self.mentions_at(head):
            if mention.start >= token.start and mention.end < token.end:
                continue
            if mention.end < token.end:
                continue
            return index, mention
        return None

    def _state(self, phrase: Phrase, types: set[str]) -> tuple[int, Mention] | None:
        """The country, people or organization that stands before an organ of theirs."""
        for i in range(phrase.head - 1, phrase.start - 1, -1):
            for index, mention in self.mentions_at(i):
                whole = mention.end >= self.tokens[i].end and mention.start <= self.tokens[i].start
                if whole and mention.form == "name" and mention.type in types:
                    return index, mention
        return None

    def clause_at(self, token: int) -> int | None:
        """The clause that a token belongs to: that of the nearest verb to its left whose reach covers it, else the
        nearest
        verb to its right whose clause begins before it.
        """
        best = None
        for number, clause in enumerate(self.parse.clauses):
            if clause.start <= token < clause.end and (best is None or clause.verb <= token):
                best = number
        return best

    def slots_after(self, head: int) -> Iterator[Slot]:
        """The prepositions that follow a noun, each behind it or behind what the one before governs.

        A noun that tells an event itself keeps what follows it: "talks on the war with the north" is no talks with it.
        """
        allowed = {head}
        for slot in self.parse.slots:
            if slot.at < head:
                continue
            if slot.after not in allowed:
                break
            yield slot
            last = slot.phrases[-1].head
            if self.tokens[last].lemma in frames().nouns and self.tokens[last].tag == "NOUN":
                break
            allowed.add(last)

    def governing(self, clause: Clause) -> Clause | None:
        """The clause on which another hangs."""
        return self.parse.clauses[clause.parent] if clause.parent is not None else None
