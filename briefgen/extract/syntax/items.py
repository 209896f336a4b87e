"""The pieces a clause is put together from, and the verbs that decide how."""

from msgspec import Struct

from briefgen.extract.syntax.chunks import Group
from briefgen.model.syntax import Phrase

# Verbs whose object may be a clause without "that".
CLAUSE_TAKERS = frozenset(
    """
        say tell add announce report claim believe think know warn hope agree promise vow deny confirm suggest argue
        insist admit note state declare show mean find hear learn explain stress reveal acknowledge fear expect
        complain allege see estimate predict conclude indicate assert maintain emphasize underline caution contend
        pledge swear write ask wonder ensure guarantee
        """.split()
)  # fmt: skip
# Verbs that tell somebody something: "told reporters the army had left".
TELLERS = frozenset("tell inform warn assure remind promise show convince persuade notify".split())
# Verbs whose object does what follows in the infinitive: "urged them to leave".
OBJECT_CONTROL = frozenset(
    """
        ask urge tell order force allow authorize authorise call press persuade invite want require help enable
        encourage appeal advise warn forbid instruct permit compel convince expect lead cause push get motion direct
        beg beseech command challenge pressure pressurize oblige ban bar prepare need like let make have see watch
        hear dare entice summon recruit hire train elect appoint empower entitle implore lobby prod prompt provoke
        request tempt
        """.split()
)  # fmt: skip
# Verbs whose object does (or is said to do) what follows a preposition: "accused him of lying", "kept them from
# leaving".
OBJECT_GERUND = frozenset(
    """
        accuse suspect charge convict prevent stop ban bar prohibit keep blame praise criticize criticise condemn
        thank arrest jail sentence fine sue acquit discourage deter block dissuade indict chide fault rebuke commend
        applaud credit censure castigate berate mock ridicule scold reprimand punish penalise penalize discipline sack
        dismiss denounce slam lambast attack mob forgive investigate question
        """.split()
)
# Nouns for what happens: of several before "that killed", these are meant.
HAPPENINGS = frozenset(
    """
        attack bombing blast explosion fire earthquake quake crash war conflict strike protest riot clash storm flood
        raid shooting accident campaign offensive dispute crisis election coup outbreak uprising battle hurricane
        operation
        """.split()
)
# Verbs with an infinitive that lacks its "to": "helped them win".
BARE_CONTROL = frozenset("help let make have see watch hear bid".split())
SPEECH = frozenset(
    """
        say tell add announce report claim warn insist argue note state declare explain stress reveal write ask reply
        """.split()
)


class Item(Struct, eq=False, gc=False):
    """A noun phrase N, verb group V, preposition P, conjunction C, subordinator S, relative W, adjective J, particle R,
    comma or dash ",", or a stronger mark ";".
    """

    kind: str
    lemma: str
    form: str
    start: int
    end: int
    phrase: Phrase | None = None
    group: Group | None = None
    noun: bool = False
    "A noun phrase that can be subject or object: one that is no time."

    def is_finite(self) -> bool:
        """A finite verb."""
        return self.group is not None and self.group.kind == "finite"
