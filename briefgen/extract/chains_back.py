"""Noun phrases and pronouns that refer back to a name, or to an earlier phrase.

A noun phrase gets an owner ("Haliburn's troops", "the Freedonian government") and, where it is definite and somebody bears
that role or some body that word, the chain of it.  A pronoun is kept only where it can be linked: to the one person in reach,
or to the subject of this or the last sentence (the preference for subjects and for what is near is Lappin and Leass's, 1994).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.extract.rules.names_lexicon import lexicon
from briefgen.model.analysis import Analysis
from briefgen.model.annotation import Mention

POSSESSED = re.compile(r"\s?['’]s?\s")
OF = re.compile(r"\s+of\s+(?:the\s+)?")
SAME_ROLE = {"premier": "prime minister", "pm": "prime minister", "strongman": "dictator", "spokesperson": "spokesman"}
CHANGED = frozenset("former ex new next vice deputy acting late future first assistant outgoing incoming elect".split())
MALE = frozenset(
    "mr mr. sir lord king prince duke emir sheikh spokesman chairman congressman businessman father brother son husband".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady dame queen princess duchess spokeswoman chairwoman congresswoman actress mother sister daughter wife widow".split()
)
COMPANY = frozenset(
    "company firm group carrier airline bank maker retailer giant conglomerate automaker carmaker".split()
)
REACH = 2


def refer_back(analysis: Analysis, named: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """All mentions, those that refer back in the chain of what they refer to; pronouns that cannot be linked are gone."""
    return Reader(analysis, named).read(others)


class Reader:
    """Goes through an article once, from left to right, and remembers who has been named."""

    def __init__(self, analysis: Analysis, named: Sequence[Mention]) -> None:
        self.text = analysis.document.text
        self.starts = [s.start for s in analysis.document.sentences]
        self.quoted = [(q.start, q.end) for q in analysis.quoted]
        self.named = sorted(named, key=lambda m: m.start)
        self.next = max((m.chain for m in named), default=-1) + 1
        self.roles: dict[int, set[str]] = {}
        self.country: dict[int, str] = {}
        self.gender: dict[int, str] = {}
        for m in self.named:
            if m.type == "person" and m.role:
                self.roles.setdefault(m.chain, set()).add(m.role)
                self.country.setdefault(m.chain, m.country)
                self.learn_gender(m)
        self.phrases: dict[tuple[str, int | None], Mention] = {}
        self.at_sentence: dict[int, list[Mention]] = {}

    def learn_gender(self, m: Mention) -> None:
        for word in m.role.split():
            sex = "he" if word in MALE else "she" if word in FEMALE else ""
            if sex:
                self.gender.setdefault(m.chain, sex)

    def sentence(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def read(self, others: Sequence[Mention]) -> list[Mention]:
        out: list[Mention] = []
        ordered = sorted([*self.named, *others], key=lambda m: (m.start, -m.end, m.form))
        for m in ordered:
            if m.form == "nominal":
                m = self.nominal(m)
            elif m.form == "pronoun":
                linked = self.pronoun(m)
                if linked is None:
                    continue
                m = linked
            out.append(m)
            if m.start >= (self.starts[0] if self.starts else 0):
                self.at_sentence.setdefault(self.sentence(m.start), []).append(m)
        return out

    # --- noun phrases ------------------------------------------------------------------------------------------------

    def nominal(self, m: Mention) -> Mention:
        owner = self.owner(m)
        owner_chain = owner.chain if owner else None
        if m.rule == "phrase-the" or owner:
            bearer = self.bearer(m, owner) or self.body(m)
            if bearer is not None:
                known, score = bearer
                return replace(
                    m,
                    chain=known.chain,
                    name=known.name,
                    type=known.type,
                    owner=owner_chain,
                    score=score,
                    rule=m.rule + "-linked",
                )
        words = m.name.lower() if not owner else m.role
        key = (words if m.rule == "phrase-the" or m.role.endswith("s") or owner else f"{m.start}", owner_chain)
        earlier = self.phrases.get(key)
        if earlier is not None:
            return replace(m, chain=earlier.chain, name=earlier.name, owner=owner_chain)
        self.next += 1
        fresh = replace(m, chain=self.next, owner=owner_chain)
        self.phrases[key] = fresh
        return fresh

    def owner(self, m: Mention) -> Mention | None:
        """The named thing whose the phrase is: "X's forces", "the X government", "forces of X"; not "X-backed forces"."""
        at = bisect_right(self.named, m.start, key=lambda n: n.start) - 1
        inside: Mention | None = None
        for n in self.named[max(0, at) :]:
            if n.start >= m.end:
                break
            if (
                n.start >= m.start
                and n.end < m.end
                and self.text[n.end] != "-"
                and self.text[n.start - 1 : n.start] != "-"
            ):
                inside = n
                if POSSESSED.match(self.text, n.end):
                    return n
        if inside is not None:
            return inside
        of = OF.match(self.text, m.end)
        if not of:
            return None
        after = next((n for n in self.named[max(0, at) :] if n.start >= of.end()), None)
        if after is None or after.start > of.end() + 40:
            return None
        between = self.text[of.end() : after.start].lower().split()
        titles = lexicon().titles
        return after if all(w in titles or w in lexicon().modifiers for w in between) else None

    def bearer(self, m: Mention, owner: Mention | None) -> tuple[Mention, float] | None:
        """The person named before who bears the role: "the minister", "the Turkish president"."""
        head = SAME_ROLE.get(m.role, m.role)
        own = self.text[m.start : m.end].lower()
        changed = CHANGED & set(own.split())
        found: dict[int, Mention] = {}
        for n in self.named:
            if n.start >= m.start:
                break
            for role in self.roles.get(n.chain, ()) if n.type == "person" else ():
                same = role == head or role.endswith(" " + head) or (head == role.split()[-1])
                if same and changed == CHANGED & set(role.split()) and self.country_fits(n.chain, owner):
                    found[n.chain] = n
        if not found:
            return None
        latest = max(found.values(), key=lambda n: n.start)
        return latest, 0.8 if len(found) == 1 else 0.55

    def country_fits(self, chain: int, owner: Mention | None) -> bool:
        if owner is None:
            return True
        return owner.type in {"country", "nationality"} and self.country.get(chain, "") == owner.name

    def body(self, m: Mention) -> tuple[Mention, float] | None:
        """The organization whose name has the word: "the ministry", "the court"; "the company" for the last company."""
        if m.rule != "phrase-the" or " " in m.name or "'" in m.name:
            return None
        word = m.role
        for n in reversed(self.named[: bisect_right(self.named, m.start, key=lambda n: n.start)]):
            if n.type != "organization" or self.sentence(m.start) - self.sentence(n.start) > 4:
                continue
            if word in n.name.lower().split() or (word in COMPANY and n.rule in {"company", "head"}):
                return n, 0.75
        return None

    # --- pronouns ----------------------------------------------------------------------------------------------------

    def pronoun(self, m: Mention) -> Mention | None:
        found = {"he": self.person, "she": self.person, "it": self.thing, "they": self.several}[m.role](m)
        if found is None:
            return None
        target, score = found
        if any(a <= m.start < b for a, b in self.quoted):
            score *= 0.75
        if score < 0.45:
            return None
        if target.type == "person" and m.role in {"he", "she"} and score >= 0.75:
            self.gender.setdefault(target.chain, m.role)
        return replace(m, chain=target.chain, name=target.name, type=target.type, score=round(score, 2), role="")

    def person(self, m: Mention) -> tuple[Mention, float] | None:
        """He and she: the one person in reach, else the subject of this sentence, else of the last."""
        here = self.sentence(m.start)
        for back in range(REACH + 1):
            people = [
                n
                for n in self.at_sentence.get(here - back, ())
                if n.type == "person" and n.end <= m.start and self.agrees(n, m.role)
            ]
            if not people:
                continue
            chains = {n.chain for n in people}
            base = (0.85, 0.8, 0.6)[back]
            if len(chains) == 1:
                return people[-1], base
            return people[0], base - 0.2
        return None

    def agrees(self, n: Mention, role: str) -> bool:
        return self.gender.get(n.chain, role) == role

    def thing(self, m: Mention) -> tuple[Mention, float] | None:
        """It and its: an organization or country that is this sentence's first, or the last sentence's for an "It" that opens one."""
        here = self.sentence(m.start)
        opens = here >= 0 and m.start == self.starts[here]
        pool = self.at_sentence.get(here - 1 if opens else here, ())
        things = [n for n in pool if n.end <= m.start and self.is_body(n)]
        if not things:
            return None
        chains = {n.chain for n in things}
        if len(chains) == 1:
            return things[-1], 0.7
        return (things[0], 0.6) if not m.text.lower().startswith("its") else (things[-1], 0.5)

    def is_body(self, n: Mention) -> bool:
        if n.form == "nominal":
            return not n.role.endswith("s") and n.type == "other" and n.role in lexicon().org_heads
        return n.form == "name" and n.type in {"organization", "country"}

    def several(self, m: Mention) -> tuple[Mention, float] | None:
        """They and their: the plural noun phrase that this sentence, or the last, has as its first."""
        here = self.sentence(m.start)
        for back in (0, 1):
            groups = [
                n
                for n in self.at_sentence.get(here - back, ())
                if n.end <= m.start
                and n.form == "nominal"
                and n.role.endswith(("s", "men", "women", "people", "police"))
            ]
            if groups:
                chains = {n.chain for n in groups}
                return groups[0], (0.75 if len(chains) == 1 else 0.6) - 0.1 * back
        return None
