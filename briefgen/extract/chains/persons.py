"""He and she: for whom they stand, where the sentence's structure makes it safe to say.

After Lappin and Leass ("An algorithm for pronominal anaphora resolution", 1994) made coarse: this sentence before the
last, a subject before an object before what modifies another noun; the object of a verb is never its subject. Where
the structure leaves two persons, nobody is named. Persons without a name ("the boy") stand in the way of named ones.
"""

from collections.abc import Sequence

from briefgen.extract.chains.scene import Scene
from briefgen.extract.chains.sex import of_name, of_role
from briefgen.extract.chains.standing import Standing
from briefgen.extract.names.lexicon import lexicon
from briefgen.model.annotation import Mention
from briefgen.model.regex import regex

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
OBJECTS = {"he": "him", "she": "her"}
# Words for persons that are as often words for bodies or things.
NO_PERSONS = frozenset({"opposition", "police", "star", "model", "seed", "head", "saint", "center", "centre", "staff"})
# Deeds for which the object is judged, so that "his" after it is the object's: "thanked Lee for his help".
JUDGES = frozenset(
    "thank praise criticise criticize congratulate accuse condemn blame honour honor fault commend rebuke charge "
    "convict acquit".split()
)
# What is done to somebody, and verbs whose subject wants it done to another.
SUFFERED = frozenset(
    "detention arrest extradition imprisonment execution expulsion removal deportation indictment prosecution "
    "conviction dismissal impeachment suspension ouster custody".split()
)
ASKS = frozenset("ask request seek demand order urge call approve announce confirm recommend support back want".split())
BY = regex(r"\b(?:request|demand|motion|call|order|application|bid|plea)s? (?:by|of|from) [^,;.]*$")
BEFORE = 60
REACH = 2
ONLY, SUBJECT, CLEAR, LIKELY, WEAK = 0.85, 0.8, 0.75, 0.65, 0.6
FARTHER = 0.2
Link = tuple[Mention, float]


class Persons:
    """Links "he" and "she" in one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def link(self, m: Mention) -> Link | None:
        """Whom the pronoun stands for, with a score."""
        standings = self.scene.standings(m.start)
        if standings is None:
            return None
        standing = standings.of(m)
        barred = self.barred(m, standing)
        suffers = self.is_suffering(m)
        people = [
            n for n in self.people(m, 0) if n.chain not in barred and not (suffers and self.is_asked_by(m, standing, n))
        ]
        found = self.within(m, standing, people) if people else self.earlier(m, standing, barred)
        if found is None or not self.is_likely(found[0], m.role):
            return None  # "Kevin was snoring. She"
        return None if standing.place == "subject" and self.is_rivalled(m, found[0]) else found

    def is_rivalled(self, m: Mention, found: Mention) -> bool:
        """ "Lee prayed with him before he died": a pronoun between the two that is another's."""
        object_ = OBJECTS[m.role]
        tokens = self.scene.tokens(m.start)
        others = [t.start for t in tokens if t.norm == object_ and found.end < t.start < m.start]
        if not others:
            return False
        mine = {n.start for n in self.scene.reach(m, 0) if n.form == "pronoun" and n.chain == found.chain}
        return any(start not in mine for start in others)

    # --- candidates --------------------------------------------------------------------------------------------------

    def people(self, m: Mention, back: int) -> list[Mention]:
        """The persons before the pronoun in the sentence that lies so far back, women first to be "she"."""
        found = [n for n in self.scene.reach(m, back) if is_human(n) and self.agrees(n, m.role)]
        if not found:
            return found
        quoted = self.scene.is_quoted(m.start)
        found = [n for n in found if n.form != "nominal" or n.type == "person" or not self.is_somebody(n, found)]
        found = [n for n in found if self.scene.is_quoted(n.start) == quoted or (quoted and not self.speaks(n))]
        if m.role == "she":
            found = [n for n in found if self.is_likely(n, "she")] or found
        return found

    def is_somebody(self, n: Mention, people: Sequence[Mention]) -> bool:
        """ "The wounded woman is Ann Lee": the phrase is no other person than the one named."""
        standings = self.scene.standings(n.start)
        if standings is None or standings.of(n).place != "subject":
            return False
        clause = standings.clauses[standings.of(n).clause]
        # "Its envoy to the council, Ann Lee, said": the subject is both.
        same = (*clause.subject, *clause.objects) if clause.lemma == "be" else clause.subject
        return bool(standings.heads([p for p in people if p.form == "name"], same))

    def agrees(self, n: Mention, role: str) -> bool:
        """Whether nothing says that the person is of the other sex."""
        if n.form == "pronoun":
            return PRONOUNS.get(n.text.lower(), role) == role
        if n.form == "nominal" and of_role(n.role) not in {"", role}:
            return False
        bearer = self.scene.bearers.get(n.chain)
        return bearer is None or bearer.pronoun in {"", role}

    def is_likely(self, n: Mention, role: str) -> bool:
        """Whether role, title or given name say that the person is of this sex, or nothing speaks against it."""
        bearer = self.scene.bearers.get(n.chain)
        alone = n.rule == "given-alone" and " " not in n.name
        return (bearer is not None and bearer.pronoun == role) or of_name(f"{n.name} -" if alone else n.name) in {
            "",
            role,
        }

    def speaks(self, n: Mention) -> bool:
        """Whether the person is the subject of a verb of speech: who speaks is not spoken of in the quotation."""
        standings = self.scene.standings(n.start)
        if standings is None:
            return False
        standing = standings.of(n)
        subject = standing.place == "subject" and not standing.modifier
        return subject and standings.clauses[standing.clause].lemma in lexicon().speech

    def barred(self, m: Mention, standing: Standing) -> frozenset[int]:
        """Who else takes part in the deed whose object the pronoun is: "Lee handed Park to him" is about a third."""
        standings = self.scene.standings(m.start)
        reflexive = m.text.lower().endswith("self")
        if standings is None or standing.clause < 0 or standing.modifier or standing.place == "subject" or reflexive:
            return frozenset()
        clause = standings.clauses[standing.clause]
        parts = (*clause.subject, *clause.objects, *(p for slot in clause.slots for p in slot.phrases))
        return frozenset(n.chain for n in standings.heads(self.scene.reach(m, 0), parts))

    def is_suffering(self, m: Mention) -> bool:
        """ "his arrest": what is done to the one whom the pronoun stands for."""
        standings = self.scene.standings(m.start)
        phrase = standings.phrase(m) if standings is not None else None
        return standings is not None and phrase is not None and standings.sentence.lemmas[phrase.head] in SUFFERED

    def is_asked_by(self, m: Mention, standing: Standing, n: Mention) -> bool:
        """ "Lee sought his arrest", "the request by Lee for his arrest": it is another whom Lee wants arrested."""
        if BY.search(self.scene.text, max(0, n.start - BEFORE), n.start):
            return True
        standings = self.scene.standings(m.start)
        asks = standings is not None and standing.clause >= 0 and standings.clauses[standing.clause].lemma in ASKS
        return asks and n.chain in {s.chain for s in self.subjects(m, standing.clause)}

    def subjects(self, m: Mention, clause: int | None) -> list[Mention]:
        """The mentions that are the subject of a clause of the pronoun's sentence."""
        standings = self.scene.standings(m.start)
        if standings is None or clause is None or clause < 0:
            return []
        return standings.heads(self.scene.reach(m, 0), standings.clauses[clause].subject)

    # --- this sentence -----------------------------------------------------------------------------------------------

    def within(self, m: Mention, standing: Standing, people: Sequence[Mention]) -> Link | None:
        """The person of this sentence: the only one, else the one whom the place of the pronoun asks for."""
        heads = self.heads(people)
        if not heads:
            return (people[-1], LIKELY) if are_one(people) else None
        if are_one(heads):
            return heads[-1], ONLY
        if standing.place == "subject" and not standing.modifier:
            return self.as_subject(m, standing, heads)
        return self.as_owner(m, standing, heads) if standing.modifier else self.as_object(m, standing, heads)

    def heads(self, people: Sequence[Mention]) -> list[Mention]:
        """Those who do not only modify another noun."""
        found = []
        for n in people:
            standings = self.scene.standings(n.start)
            if standings is None or not standings.of(n).modifier:
                found.append(n)
        return found

    def as_subject(self, m: Mention, standing: Standing, heads: Sequence[Mention]) -> Link | None:
        """The subject of the clause on which the pronoun's hangs, or of the one before."""
        standings = self.scene.standings(m.start)
        clause = standings.clauses[standing.clause] if standings and standing.clause >= 0 else None
        above = clause.parent if clause is not None else None
        if above is None and standing.clause > 0:
            above = standing.clause - 1
        found = one_of(self.subjects(m, above), heads)
        if found is None:
            return None
        return found, SUBJECT if clause is not None and clause.link == "that" else LIKELY

    def as_object(self, m: Mention, standing: Standing, heads: Sequence[Mention]) -> Link | None:
        """The object of the verb before ("detained Lee and jailed him"), else the nearest, who is an object too."""
        standings = self.scene.standings(m.start)
        if standings is None:
            return None
        before = standings.clauses[standing.clause - 1].objects if standing.clause > 0 else ()
        found = one_of(standings.heads(heads, before), heads)
        if found is not None:
            return found, CLEAR
        near = heads[-1]
        return (near, WEAK) if standings.of(near).place == "object" else None

    def as_owner(self, m: Mention, standing: Standing, heads: Sequence[Mention]) -> Link | None:
        """ "Lee and his wife"; the subject of the verb, unless somebody stands between; the speaker; the nearest."""
        near = heads[-1]
        if self.scene.text[near.end : m.start].strip(" ,") in {"and", "or", "with"}:
            return near, ONLY
        standings = self.scene.standings(m.start)
        clause = standings.clauses[standing.clause] if standings is not None and standing.clause >= 0 else None
        if standing.place == "subject":
            above = one_of(self.subjects(m, clause.parent if clause else None), heads)
            return (above, CLEAR) if above is not None and clause and clause.link == "that" else None
        doer = one_of(self.subjects(m, standing.clause), heads)
        if doer is None:
            return near, WEAK
        if doer.chain == near.chain:
            return doer, ONLY
        return (near, CLEAR) if clause is not None and clause.lemma in JUDGES else None

    # --- sentences before --------------------------------------------------------------------------------------------

    def earlier(self, m: Mention, standing: Standing, barred: frozenset[int]) -> Link | None:
        """The one person of the last sentence, for a subject also its subject; else the one of the sentence before."""
        is_object = not standing.modifier and standing.place != "subject"
        for back in range(1, REACH + 1):
            people = [n for n in self.people(m, back) if n.chain not in barred]
            if not people:
                if is_object:
                    return None
                continue
            heads = self.heads(people)
            far = FARTHER * (back - 1)
            if are_one(heads or people):
                return (heads or people)[-1], (SUBJECT if heads else WEAK) - far
            found = self.first_subject(m, standing, heads) if standing.place == "subject" else None
            return (found, LIKELY - far / 4) if found is not None else None
        return None

    def first_subject(self, m: Mention, standing: Standing, heads: Sequence[Mention]) -> Mention | None:
        """Who is subject first; after "X said Y had left" that is who speaks on, and nobody where "he" does not."""
        subjects = [n for n in heads if self.is_main_subject(n)]
        if not subjects or not self.speaks(subjects[0]) or are_one(subjects):
            return subjects[0] if subjects else None
        return subjects[0] if self.speaks(m) else None

    def is_main_subject(self, n: Mention) -> bool:
        """A subject, and none of a relative clause: "Lee, whom Park had sent, won"."""
        standings = self.scene.standings(n.start)
        if standings is None:
            return False
        standing = standings.of(n)
        return standing.place == "subject" and standings.clauses[standing.clause].link != "relative"


def is_human(n: Mention) -> bool:
    """A person, or a noun phrase for one without a name, or a pronoun for such."""
    if n.type == "person":
        return True
    if n.form == "pronoun":
        return n.text.lower() in PRONOUNS
    lists = lexicon()
    if n.form != "nominal" or n.type != "other":
        return False
    if n.role in lists.org_heads or n.role in lists.org_nouns or n.role in NO_PERSONS:
        return False
    plural = n.role.endswith(("s", "men", "women", "people", "children")) and n.role != "boss"
    return (n.role in lists.offices or n.role in lists.ranks) and not plural


def are_one(people: Sequence[Mention]) -> bool:
    """Whether all these mentions are of one person."""
    return len({n.chain for n in people}) == 1


def one_of(wanted: Sequence[Mention], people: Sequence[Mention]) -> Mention | None:
    """The last of some people whose chain is among the wanted ones, where that is one person."""
    chains = {n.chain for n in wanted}
    found = [n for n in people if n.chain in chains]
    return found[-1] if found and are_one(found) else None
