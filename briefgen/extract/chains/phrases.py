"""Noun phrases: whose they are, and whom or what named before they stand for."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from briefgen.extract.chains.scene import CHANGED, Scene, words_of
from briefgen.extract.names.lexicon import lexicon
from briefgen.model.annotation import Mention
from briefgen.model.regex import regex

POSSESSED = regex(r"\s?['’]s?\s")
BRACKET = regex(r"\)['’]s $")
OF = regex(r"\s+(?:of|under)\s+(?:the\s+)?")
APPOSED = regex(r", (?:an? |the |his |her |its |their )?$")
SAME_ROLE = {"premier": "prime minister", "pm": "prime minister", "spokesperson": "spokesman"}
RULERS = frozenset(
    "leader president premier chancellor king queen emir sultan emperor prince dictator ruler strongman".split()
)
COMPANY = frozenset(
    "company firm group carrier airline bank maker retailer giant conglomerate automaker carmaker operator developer "
    "drugmaker manufacturer insurer supplier miner brewer lender utility brokerage publisher startup start-up".split()
)
# Bodies whose members are called by them.
WHOLES = frozenset("government party union army council coalition commission ministry".split())
PLURAL = ("s", "men", "troops", "police")
# Words in the names of companies.
TRADES = frozenset(
    "foods airlines airways motors energy holdings industries pharmaceuticals technologies stores mining shipping "
    "lines hotels entertainment software systems steel oil telecom electronics chemicals insurance securities "
    "beverages mines metals properties realty partners capital electric automotive resorts".split()
)
# Bodies of which one is spoken of by such a noun alone; with a known body before it most of them are parts of that.
KINDS = COMPANY | frozenset(
    "party movement union militia newspaper brigade network broadcaster club organisation organization charity "
    "coalition agency institute foundation regulator watchdog".split()
)
REPORTS = regex(r" (?:said|says|reported|reports|told|quoted|wrote|news)\b|['’]s? ")
OF_A_NAME = frozenset({"party", "newspaper", "company", "airline", "broadcaster"})
PARTIES = frozenset(
    "democratic republican socialist communist conservative liberal labour labor islamist leftist rightist green "
    "sunni shiite shia christian muslim catholic kurdish arab house senate federal provincial regional ruling "
    "opposition".split()
)
# Of a country, but not its state's: "a Portuguese court", "the Swiss company".
NOT_OF_STATES = frozenset(
    "court courts tribunal hospital university club company companies firm firms bank banks lender carrier airline "
    "maker retailer automaker carmaker insurer brokerage brewer startup".split()
)
PERSONAL = frozenset({"person", "other", "country", "nationality", "organization"})
# The word before "'s", with at most describing words in front of it.
POSSESSOR = regex(r"(?:[\w-]+ ){0,3}([A-Za-z][a-z-]+)['’]s? ")
CLEAR = 0.75
DOMINANT = 3  # times as many mentions
REACH = 4
Link = tuple[Mention, float]


class Phrases:
    """Links the noun phrases of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.known: dict[tuple[str, int | None], Mention] = {}
        self.described: dict[str, int] = {}
        self.companies = frozenset(n.chain for n in scene.named if n.rule == "company")

    def link(self, m: Mention, last: Mention | None) -> Mention:
        """The phrase with owner and chain; ``last`` is the mention before it, whose "his" may be the owner."""
        itself = self.kind_of_name(m) or self.body_beside(m)
        if itself is not None:
            return replace(
                m, chain=itself.chain, name=itself.name, type=itself.type, score=0.9, rule=m.rule + "-linked"
            )
        owner = self.owner(m)
        if owner is None and last is not None and last.form == "pronoun" and 0 < m.start - last.end < 3:
            owner = last
        chain = owner.chain if owner else None
        definite = m.rule == "phrase-the" or owner is not None
        found = self.apposed(m, owner) or ((self.bearer(m, owner) or self.body(m)) if definite else None)
        if found is not None and found[0].chain != chain:
            known, score = found
            return replace(
                m,
                chain=known.chain,
                name=known.name,
                type=known.type,
                owner=chain,
                score=score,
                rule=m.rule + "-linked",
            )
        words = m.role if owner else m.name.lower()
        key = (words if definite or m.role.endswith(("s", "men", "police")) else f"{m.start}", chain)
        earlier = self.known.get(key)
        if earlier is not None:
            return replace(m, chain=earlier.chain, name=earlier.name, owner=chain)
        fresh = replace(m, chain=self.scene.new_chain(), owner=chain)
        self.known[key] = fresh
        if m.name != m.role:
            self.described[m.role] = m.start
        return fresh

    def national(self, m: Mention) -> Mention:
        """ "the Bulgarian": the one person of that country named before, somebody else where there are several."""
        chains = self.scene.nationals().get(m.country, set())
        seen = [n for n in self.scene.names_before(m.start) if n.chain in chains]
        if len({n.chain for n in seen}) != 1:
            return replace(m, chain=self.scene.new_chain(), country="")
        return replace(m, chain=seen[-1].chain, name=seen[-1].name, type="person", role="", country="")

    def apposed(self, m: Mention, owner: Mention | None) -> Link | None:
        """The person beside whom the phrase stands: "X, a spokesman for", "her counterpart, X"."""
        scene = self.scene
        if (m.role.endswith("s") and m.role not in {"boss"}) or (
            (m.role in lexicon().org_heads or m.role in lexicon().org_nouns) and m.role not in lexicon().titles
        ):
            return None
        front = self.before_comma(m)
        if front is not None and front.type == "person":
            return self.learn(front, m, owner)
        at = bisect_left(scene.name_starts, m.end)
        after = scene.named[at] if m.rule == "phrase-the" and at < len(scene.named) else None
        if after and after.type == "person" and is_beside(scene.text[m.end : after.start]):
            return self.learn(after, m, owner)
        behind = self.behind_owner(m, owner)
        return self.learn(behind, m, owner) if behind is not None else None

    def before_comma(self, m: Mention) -> Mention | None:
        """The name whose comma opens the phrase: "Ann Lee, the minister"."""
        before = APPOSED.search(self.scene.text, max(0, m.start - 12), m.start)
        if before is not None:
            for n in reversed(self.scene.names_before(m.start)):
                if n.end <= before.start():
                    return n if n.end == before.start() else None
        return None

    def behind_owner(self, m: Mention, owner: Mention | None) -> Mention | None:
        """The person in "the head of the union, Ann Lee"."""
        scene = self.scene
        if m.rule != "phrase-the" or owner is None or owner.start < m.end:
            return None
        at = bisect_left(scene.name_starts, owner.end)
        after = scene.named[at] if at < len(scene.named) else None
        if after is None or after.type != "person" or not is_beside(scene.text[owner.end : after.start], apart=True):
            return None
        return after

    def learn(self, person: Mention, m: Mention, owner: Mention | None) -> Link:
        """Remember the role, for "the spokesman" further on."""
        self.scene.add_role(person.chain, m.role, CHANGED & words_of(m.text))
        if owner is not None:
            self.scene.bearers[person.chain].owners.add(owner.name)
        return person, 0.85

    def owner(self, m: Mention) -> Mention | None:
        """Whose the phrase is: a name in or beside it, or whom its possessor stands for ("the company's chairman")."""
        possessor = POSSESSOR.match(m.text) if "'" in m.text or "’" in m.text else None
        named = self.named_owner(m, m.start + possessor.start(1) if possessor else m.start)
        if named is not None:
            return named
        return self.stands_for(possessor[1].lower(), m) if possessor else self.whole(m)

    def whole(self, m: Mention) -> Mention | None:
        """The one body of the article that "government forces" or "union leaders" can be of."""
        if not m.role.endswith(PLURAL):
            return None
        words = m.name.lower().split()
        if len(words) < 2 or words[-2] not in WHOLES or words[-2] in self.described:
            return None
        bodies = {
            n.chain: n for n in self.scene.named if n.type == "organization" and words[-2] in n.name.lower().split()
        }
        found = next(iter(bodies.values())) if len(bodies) == 1 else None
        return found if found is not None and found.start < m.start else None

    def kind_of_name(self, m: Mention) -> Mention | None:
        """The name in "the Free Citizens party": the noun says of what kind it is, it is no second thing."""
        scene = self.scene
        if m.rule != "phrase-the" or m.role not in KINDS:
            return None
        at = bisect_left(scene.name_starts, m.start)
        if at >= len(scene.named):
            return None
        n = scene.named[at]
        known = n.rule.startswith("table") and m.role not in OF_A_NAME
        front = scene.text[m.start : max(n.start, m.start)]  # "the opposition Free Citizens party"
        alone = (
            (not front or front.islower())
            and "'" not in front
            and "’" not in front
            and scene.text[n.end : m.end].strip() == m.role
        )
        return n if alone and n.type == "organization" and not known else None

    def body_beside(self, m: Mention) -> Mention | None:
        """The body in "the regulator, VTK, said"."""
        scene = self.scene
        if m.role not in KINDS or m.rule != "phrase-the":
            return None
        at = bisect_left(scene.name_starts, m.end)
        n = scene.named[at] if at < len(scene.named) else None
        if n is None or n.type != "organization":
            return None
        return n if scene.text[m.end : n.start] == ", " and scene.text[n.end : n.end + 1] == "," else None

    def stands_for(self, noun: str, m: Mention) -> Mention | None:
        """Whom "the company" or "the president" means at this place, where it is clear."""
        meant = replace(m, name=noun, text=noun, role=noun, rule="phrase-the")
        found = self.bearer(meant, None) or self.body(meant)
        return found[0] if found is not None and found[1] >= CLEAR else None

    def named_owner(self, m: Mention, first: int) -> Mention | None:
        """The name that has the phrase: "X's forces", "the X government", "forces of X"; not "X-backed forces".

        What stands before ``first`` describes a possessor only ("the Swiss company's chairman").
        """
        scene = self.scene
        at = bisect_left(scene.name_starts, m.start)
        inside: Mention | None = None
        while at < len(scene.named) and scene.named[at].start < m.end:
            n = scene.named[at]
            at += 1
            if n.end >= m.end or scene.text[n.end] == "-" or scene.text[n.start - 1 : n.start] == "-":
                continue
            if POSSESSED.match(scene.text, n.end):
                return n if n.type != "nationality" else inside
            inside = n if n.start >= first else inside
        if inside is not None and inside.type == "nationality" and m.role in NOT_OF_STATES:
            return None
        if inside is not None and inside.type in PERSONAL and inside.rule != "belief":
            return inside
        bracket = BRACKET.search(scene.text, max(0, m.start - 6), m.start)
        if bracket:
            for n in reversed(scene.names_before(m.start)):
                if n.end <= bracket.start():
                    return n if n.end == bracket.start() else None
        of = OF.match(scene.text, m.end)
        if not of or at >= len(scene.named) or scene.named[at].start > of.end() + 40:
            return None
        between = scene.text[of.end() : scene.named[at].start].lower().split()
        lists = lexicon()
        roles = all(w in lists.titles or w in lists.modifiers for w in between)
        return scene.named[at] if roles else None

    def bearer(self, m: Mention, owner: Mention | None) -> Link | None:
        """The person named before who bears the role: "the minister", "the Danish president", "the ex-director"."""
        head = SAME_ROLE.get(m.role, m.role)
        if m.role.endswith("s"):
            return None
        scene = self.scene
        if owner and head in RULERS:
            called = {chain for word in (*RULERS, "minister") for chain in scene.by_head.get(word, ())}
        else:
            called = set(scene.by_head.get(head.rpartition(" ")[2], ()))
        if not called:
            return None
        changed = CHANGED & words_of(scene.text[max(0, m.start - 12) : m.end])
        of_state = m.text[:1].isupper() and owner is None
        found: list[Mention] = []
        for chain in sorted(called):
            known, seen = scene.bearers[chain], scene.last.get(chain)
            if seen is None or known.changed != changed or (owner is not None and owner.name not in known.owners):
                continue
            if is_of_another_side(m, known.roles):
                continue
            if of_state and not known.titles and not known.owners & self.scene.countries:
                continue  # "the President" is not the president of a company
            if any(same_role(role, head, owner is not None) for role in known.roles):
                found.append(seen)
        if len(found) > 1:
            chosen = self.one_of_several(m, found)
            return (chosen, 0.65) if chosen is not None else None
        return (found[0], 0.8) if found else None

    def one_of_several(self, m: Mention, found: list[Mention]) -> Mention | None:
        """Of several who bear the role the one spoken of just now, or of whom the article speaks by far the most."""
        here = self.scene.sentence(m.start)
        near = [n for n in found if here - self.scene.sentence(n.start) < 2]
        if len(near) == 1:
            return near[0]
        counts = Counter(n.chain for n in self.scene.named)
        ranked = sorted(found, key=lambda n: -counts[n.chain])
        first, second = (counts[n.chain] for n in ranked[:2])
        return ranked[0] if first >= DOMINANT * second else None

    def body(self, m: Mention) -> Link | None:
        """The organization whose name has the word: "the ministry", "the court"; "the company" for the last company."""
        if m.rule != "phrase-the" or " " in m.name or "'" in m.name:
            return None
        scene = self.scene
        found: list[Mention] = []
        called: list[Mention] = []
        for n in reversed(self.scene.names_near(m.start, REACH)):
            if n.type == "organization":
                # "A Facebook group": the group is not Facebook.
                describes = n.rule.startswith("table") and scene.text.startswith(f" {m.role}", n.end)
                if m.role in n.name.lower().split():
                    called.append(n)
                if self.is_called(n, m.role) and not describes:
                    found.append(n)
                elif describes or (m.role in COMPANY and not found and self.is_any_body(n)):
                    return None  # it may be this one as well
        if called and self.described.get(m.role, -1) > called[0].start:
            return None  # "the appeals court" came in between
        if called:
            return called[0], 0.75 if len({n.chain for n in called}) == 1 else 0.6
        if len({n.chain for n in found}) == 1:
            return found[0], 0.75
        return None if found else self.only_body(m)

    def is_called(self, n: Mention, noun: str) -> bool:
        """Whether an article calls a body so, or the body is a company and the noun means one."""
        kinds = self.scene.kinds.get(n.chain, set())
        trades = n.chain in self.companies or (kinds | set(n.name.lower().split()[1:])) & (COMPANY | TRADES)
        return noun in kinds or bool(noun in COMPANY and trades)

    def is_any_body(self, n: Mention) -> bool:
        """A body of which nothing tells the kind, and not only the source of the words."""
        if REPORTS.match(self.scene.text, n.end):
            return False
        named = lexicon().org_heads & set(n.name.lower().split())
        return n.rule != "table-seat" and not named and not self.scene.kinds.get(n.chain, set()) & KINDS

    def only_body(self, m: Mention) -> Link | None:
        """The one body of this sentence and the last, where nothing says that it is of another kind."""
        if m.role not in KINDS:
            return None
        bodies = {n.chain: n for n in self.scene.names_near(m.start, 1) if n.type == "organization"}
        if len(bodies) != 1:
            return None
        (n,) = bodies.values()
        kinds = self.scene.kinds.get(n.chain, set()) | (lexicon().org_heads & set(n.name.lower().split()))
        return None if kinds or n.rule.startswith("table") else (n, 0.65)


def is_beside(between: str, apart: bool = False) -> bool:
    """Whether a name stands right behind a phrase, titles aside: after a comma or, where not ``apart``, a space."""
    if not between.startswith(", "):
        return between == " " and not apart
    return all(word[0].isupper() and word.lower() in lexicon().titles for word in between[2:].split())


def is_of_another_side(m: Mention, roles: Iterable[str]) -> bool:
    """ "The Democratic nominee" is not the Republican one, however often he is called the nominee."""
    said = words_of(m.text) & PARTIES
    borne = {word for role in roles for word in role.split()} & PARTIES
    return bool(said and borne) and not said & borne


def same_role(role: str, head: str, owned: bool) -> bool:
    """Whether a role phrase is meant by a head noun; rulers go by several names when their country is told too."""
    last = role.rpartition(" ")[2]
    if role == head or role.endswith(" " + head) or head == last:
        return True
    return owned and head in RULERS and (last in RULERS or role.endswith("prime minister"))
