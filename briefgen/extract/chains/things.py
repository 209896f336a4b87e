"""It and they: bodies, countries and groups of people, where the sentence's structure makes it safe to say.

What may be "it" as well is everything without a name: "the report said it ..." names no body. So "it" needs a subject
or owner that is the body itself, never somebody's whose name stands before "'s".
"""

from collections.abc import Sequence

from briefgen.extract.chains.persons import are_one, one_of
from briefgen.extract.chains.scene import Scene
from briefgen.extract.chains.standing import Standing, Standings
from briefgen.extract.names.lexicon import lexicon
from briefgen.model.annotation import Mention
from briefgen.model.regex import regex
from briefgen.model.syntax import Clause, Phrase

PLURAL = ("s", "men", "women", "people", "police", "troops", "forces", "children")
# What a state has, not its ministry or government.
OF_STATES = frozenset(
    "troop force soldier army navy military jet warplane warship fleet border territory airspace soil embassy "
    "ambassador envoy citizen national sovereignty waters economy".split()
)
COUNTRIES = frozenset({"country", "nationality"})
# Heads of subjects that are no rival for "it".
NO_RIVALS = frozenset({"NNS", "NNPS", "PRP", "CD", "EX"})
SUBJECT, CLEAR, LIKELY, WEAK, DOUBTFUL = 0.8, 0.75, 0.65, 0.6, 0.5
ONE_OF = regex(r", (?:one|some|part) of $")
Link = tuple[Mention, float]


class Things:
    """Links "it" and "they" in one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def it(self, m: Mention) -> Link | None:
        """The body or country for which "it" or "its" stands."""
        standings = self.scene.standings(m.start)
        if standings is None or self.scene.is_empty_it(m):
            return None
        standing = standings.of(m)
        bodies = [n for n in self.scene.reach(m, 0) if is_body(n)]
        if standing.modifier:
            return self.owner(m, standings, standing, bodies)
        if standing.place != "subject" or standing.clause < 0:
            return self.object(standings, standing, bodies)
        return self.subject(m, standings, standing, bodies)

    def subject(self, m: Mention, standings: Standings, standing: Standing, bodies: Sequence[Mention]) -> Link | None:
        """ "The bank said it", "The bank fell and it": the subject of the clause above or before; else as opening."""
        clause = standings.clauses[standing.clause]
        number = clause.parent if clause.parent is not None else standing.clause - 1
        if number < 0 or clause.start == 0:
            return self.opening(m) if m.start == self.first_word(m) else None
        above = standings.clauses[number]
        if clause.link == "adverbial" and standings.heads(bodies, above.objects):
            return None  # "would strike Ruritania unless it"
        return self.of_clause(standings, above, bodies, CLEAR)

    def object(self, standings: Standings, standing: Standing, bodies: Sequence[Mention]) -> Link | None:
        """ "bought the bank and renamed it": the object of the verb before."""
        before = standings.clauses[standing.clause - 1] if standing.clause > 0 else None
        if before is None or standings.clauses[standing.clause].link != "coordination":
            return None
        found = one_of(standings.heads(bodies, before.objects), bodies)
        return (found, WEAK) if found is not None else None

    def owner(self, m: Mention, standings: Standings, standing: Standing, bodies: Sequence[Mention]) -> Link | None:
        """ "its" of an object: the subject's, else the nearest body's."""
        if ONE_OF.search(self.scene.text, max(0, m.start - 12), m.start):
            return None  # "Alba, one of its plants": not Alba's
        found = self.of_state(m, standings, standing)
        if found is None and standing.place == "subject":
            return self.owner_above(m, standings, standing, bodies)
        if found is None and standing.clause >= 0:
            subject = standings.clauses[standing.clause].subject
            found = self.of_clause(standings, standings.clauses[standing.clause], bodies, SUBJECT)
            if found is None and is_rival(standings, subject):
                return None
        return found or self.nearest(m, standings, bodies)

    def owner_above(
        self, m: Mention, standings: Standings, standing: Standing, bodies: Sequence[Mention]
    ) -> Link | None:
        """ "its" of a subject: that of the clause above, else of the last sentence."""
        if not bodies:
            return self.opening(m)
        above = standings.clauses[standing.clause].parent
        number = above if above is not None else standing.clause - 1
        return self.of_clause(standings, standings.clauses[number], bodies, LIKELY) if number >= 0 else None

    def nearest(self, m: Mention, standings: Standings, bodies: Sequence[Mention]) -> Link | None:
        """The body named last, doubtful where there are several; that of the last sentence where there is none."""
        heads = [n for n in bodies if not standings.of(n).modifier]
        if heads:
            return heads[-1], LIKELY if are_one(bodies) else DOUBTFUL
        return None if bodies else self.opening(m)

    def of_state(self, m: Mention, standings: Standings, standing: Standing) -> Link | None:
        """ "Ruritania's foreign ministry said its troops": troops, borders and envoys are the country's."""
        phrase = standings.phrase(m)
        clause = standings.clauses[standing.clause] if standing.clause >= 0 else None
        if phrase is None or clause is None or standings.sentence.lemmas[phrase.head] not in OF_STATES:
            return None
        above = clause.parent if standing.place == "subject" else standing.clause
        if above is None:
            return None
        for n in standings.heads(self.scene.reach(m, 0), standings.clauses[above].subject):
            owner = next((o for o in self.scene.reach(m, 0) if o.chain == n.owner and o.form == "name"), None)
            if n.form == "nominal" and n.type == "other" and owner is not None and owner.type in COUNTRIES:
                return owner, LIKELY
        return None

    def of_clause(self, standings: Standings, clause: Clause, bodies: Sequence[Mention], score: float) -> Link | None:
        """The body that is the subject of a clause."""
        found = one_of(standings.heads(bodies, clause.subject), bodies)
        return (found, score) if found is not None and len(clause.subject) == 1 else None

    def opening(self, m: Mention) -> Link | None:
        """For what opens a sentence: the body that is the subject of the first clause before, and no report or plan."""
        before = self.scene.reach(m, 1)
        standings = self.scene.standings(before[0].start) if before else None
        clause = next((c for c in standings.clauses if c.subject), None) if standings is not None else None
        if standings is None or clause is None:
            return None
        speech = lexicon().speech
        if any(c.lemma in speech and is_rival(standings, c.subject) for c in standings.clauses):
            return None  # "... , the report said. It"
        return self.of_clause(standings, clause, [n for n in before if is_body(n)], LIKELY)

    def first_word(self, m: Mention) -> int:
        """Where the pronoun's sentence begins."""
        at = self.scene.sentence(m.start)
        return self.scene.starts[at] if at >= 0 else -1

    def several(self, m: Mention) -> Link | None:
        """They and their: the plural noun phrase that is the subject of this sentence, or of the last."""
        for back, score in enumerate((CLEAR, LIKELY)):
            groups = [n for n in self.scene.reach(m, back) if n.form == "nominal" and n.role.endswith(PLURAL)]
            if groups:
                first = next((n for n in groups if not self.scene.is_governed(n)), groups[0])
                return first, score if are_one(groups) else score - 0.1
        return None


def is_body(n: Mention) -> bool:
    """A body, a country, or a noun phrase for one; a pronoun that stands for one."""
    if n.form == "nominal":
        named = n.type in {"organization", "country"}
        return named or (n.type == "other" and not n.role.endswith("s") and n.role in lexicon().org_heads)
    return n.type in {"organization", "country"} and (n.form == "name" or n.text.lower() in {"it", "its"})


def is_rival(standings: Standings, phrases: Sequence[Phrase]) -> bool:
    """Whether "its" may be that of a subject that is no body: one thing, no people."""
    forms = [standings.sentence.forms[p.head] for p in phrases]
    return len(forms) == 1 and forms[0] not in NO_RIVALS and not _is_person(standings, phrases[0])


def _is_person(standings: Standings, phrase: Phrase) -> bool:
    form, norm = standings.sentence.forms[phrase.head], standings.sentence.norms[phrase.head]
    lists = lexicon()
    return form == "NNP" or norm in lists.offices or norm in lists.ranks
