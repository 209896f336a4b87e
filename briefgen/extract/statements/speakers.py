"""From the words that name a speaker to a mention; unknown stays None, because a wrong speaker is worse than none."""

from bisect import bisect_left, bisect_right

from msgspec import Struct

from briefgen.extract.names.lexicon import lexicon as names
from briefgen.extract.statements.holders import RELATIVES
from briefgen.extract.statements.subjects import VOICES, Subject
from briefgen.extract.statements.text import NOMINAL, Text
from briefgen.extract.syntax.words import look_up
from briefgen.model.text import Span

PERSONAL = frozenset({"he", "she"})
HE, SHE = frozenset({"he", "his", "him"}), frozenset({"she", "her", "hers"})
NEUTER = frozenset({"it", "they"})
WRITER = frozenset({"i", "we", "you", "me", "us", "one", "whoever"})
WRITERS = 0.5
GOES_ON = 0.85
NAMED = 0.8
DOUBTFUL = 0.5  # a surname with two bearers
# Whose words these say are those of whom they belong to.
POSSESSIVES = frozenset({"his", "her", "its", "their"})
GROUPS = frozenset({"organization", "country"})
# What makes a noun in the singular a phrase, and nouns that need nothing to speak.
DETERMINED = frozenset({"DT", "PRP$", "POS", "CD", "NNP", "PDT"})
SPEAKING = frozenset("prosecution defence defense counsel research legislation law evidence video footage".split())


class Speaker(Struct, frozen=True, gc=False):
    """The mention that speaks (None where none is known), the words that name it, and how sure that is."""

    mention: int | None = None
    span: Span | None = None
    factor: float = 1.0
    path: str = "unknown"


NOBODY = Speaker()


class Speakers:
    """Looks up mentions by place; ``after`` resolves pronouns by the speaker before."""

    def __init__(self, text: Text) -> None:
        """Index the article's mentions by their start."""
        self.text = text
        self.mentions = text.analysis.mentions
        self.order = sorted(range(len(self.mentions)), key=lambda i: (self.mentions[i].start, -self.mentions[i].end))
        self.starts = [self.mentions[i].start for i in self.order]

    def covering(self, token: int) -> int | None:
        """The mention that ends with or covers a token, the longest of them, names before other forms."""
        word = self.text.tokens[token]
        best: int | None = None
        for place in range(bisect_right(self.starts, word.start) - 1, -1, -1):
            index = self.order[place]
            mention = self.mentions[index]
            if word.start - mention.start > 200:
                break
            if mention.end >= word.end and (best is None or self._better(index, best)):
                best = index
        return best

    def _better(self, index: int, best: int) -> bool:
        new, old = self.mentions[index], self.mentions[best]
        return (new.form == "name", new.end - new.start) > (old.form == "name", old.end - old.start)

    def of(self, subject: Subject | None, before: Speaker = NOBODY) -> Speaker:
        """The speaker whom a subject names; ``before`` is who spoke last in this or the previous paragraph."""
        if subject is None:
            return NOBODY
        span = self.text.span(subject.first, subject.end)
        if subject.name is not None:
            named = self.covering(subject.name)
            if named is not None and self.mentions[named].type == "person":
                return Speaker(named, span, subject.factor * self.mentions[named].score, subject.path)
        head = self.text.tokens[subject.head]
        found = self.covering(subject.head)
        if self.text.tags[subject.head] == "PRON":
            word = head.norm.lower()
            if word in WRITER:
                return Speaker(None, span, WRITERS, "writer")
            if (
                found is None
                or self.mentions[found].form != "pronoun"
                or (word in NEUTER and before.mention is not None)
            ):
                return self._pronoun(word, span, subject, before)
        if found is None or self._is_modifier(found, subject):
            found = self._around(subject)
            if found is None:
                return Speaker(None, span if self._is_phrase(subject) else None, subject.factor, subject.path)
        elif self.mentions[found].form == "nominal":
            named = self._joined(subject) if subject.several else self._at_end(subject)
            found = found if named is None else named
        else:
            found = self._spokesman(found, subject)
        mention = self.mentions[found]
        path = "pronoun" if self.text.tags[subject.head] == "PRON" else subject.path
        score = mention.score
        if mention.form == "name" and (mention.type != "person" or score > DOUBTFUL):
            score = max(score, NAMED)  # what is doubtful is its kind, not that it speaks
        if (
            mention.form != "name"
            and before.mention is not None
            and self.mentions[before.mention].chain == mention.chain
        ):
            score = max(score, GOES_ON)  # who spoke last speaks on
        speaks = found if mention.type != "place" else None  # where somebody is, who is not named
        return Speaker(speaks, span, subject.factor * score, path)

    def apart_from(self, content: tuple[int, int], speaker: Speaker, before: Speaker) -> Speaker:
        """The speaker, unless a pronoun was taken for somebody named in what is said: "I love Larry," he said."""
        if speaker.path != "pronoun" or speaker.mention is None or content[0] >= content[1]:
            return speaker
        chain = self.mentions[speaker.mention].chain
        body = self.mentions[speaker.mention].type in GROUPS  # a firm says "the company" of itself
        forms = {"name"} if body else {"name", "nominal"}
        if not any(self.mentions[i].chain == chain and self.mentions[i].form in forms for i in self.within(content)):
            return speaker
        known = before.mention is not None and self.mentions[before.mention].type == self.mentions[speaker.mention].type
        mention = before.mention if known and before.mention is not None else None
        return Speaker(mention, speaker.span, 0.75 if known else 0.0, "pronoun")

    def within(self, content: tuple[int, int]) -> list[int]:
        """The mentions that begin in a range of tokens."""
        span = self.text.span(*content)
        first, end = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return self.order[first:end]

    def _is_modifier(self, index: int, subject: Subject) -> bool:
        """A nationality never speaks; a mention that ends before the head is not the head's."""
        mention = self.mentions[index]
        return mention.type == "nationality" or mention.end < self.text.tokens[subject.head].end

    def _around(self, subject: Subject) -> int | None:
        """Who is meant by a phrase on whose head no mention stands.

        The body in "the Free Citizens movement", the possessor in "her office", or the name at the phrase's end.
        """
        text, head = self.text, subject.head
        if head == text.sentence(head)[0]:
            return self._at_end(subject)
        before = self.covering(head - 1)
        possessed = text.forms[head - 1] == "POS" or text.tokens[head - 1].norm.lower() in POSSESSIVES
        if possessed and text.lemmas[head] in VOICES:
            owner = self.covering(head - 2) if text.forms[head - 1] == "POS" else None  # whose "his" is, is not sure
            return owner if owner is not None and self.mentions[owner].type != "nationality" else None
        return before if before is not None and self._is_kind(before, head) else self._at_end(subject)

    def _at_end(self, subject: Subject) -> int | None:
        """The person whom the whole phrase names: "WHO director for emergencies Ann Lee"."""
        text, head = self.text, subject.head
        last = self.covering(subject.end - 1) if subject.end - 1 > head + 1 else None
        if last is None or self.mentions[last].form != "name" or self.mentions[last].type != "person":
            return None
        first = text.range_of(self.mentions[last].start, self.mentions[last].end)[0]
        word = text.tokens[first - 1].norm.lower()
        return last if first > head + 2 and text.tags[first - 1] in NOMINAL and word not in names().titles else None

    def _spokesman(self, body: int, subject: Subject) -> int:
        """The person at the phrase's end whose role stands behind the body: "Ministry of Health spokesman Ann Lee"."""
        last = self.covering(subject.end - 1)
        if last is None or last == body or self.mentions[body].type == "person":
            return body
        first, _ = self.text.range_of(self.mentions[last].start, self.mentions[last].end)
        role = self.text.tokens[first - 1]
        named = self.mentions[last].form == "name" and self.mentions[last].type == "person"
        return last if named and role.norm.lower() in names().titles and self.mentions[body].end <= role.start else body

    def _joined(self, subject: Subject) -> int | None:
        """The one person with two roles: "club president and general manager Ann Lee"."""
        text = self.text
        last = self.covering(subject.end - 1)
        bare = text.tags[subject.first] in {"NOUN", "ADJ", "PROPN"} and text.tags[subject.head] == "NOUN"
        if last is None or not bare or text.lemmas[subject.head + 1 : subject.head + 2] != ["and"]:
            return None
        mention = self.mentions[last]
        first = text.range_of(mention.start, mention.end)[0]
        titled = text.tokens[first - 1].norm.lower() in names().titles
        return last if mention.form == "name" and mention.type == "person" and titled else None

    def _is_phrase(self, subject: Subject) -> bool:
        """Whether the words can be a subject: no bare noun in the singular ("report says", "bigot and birther who"),
        but "police", "state television".
        """
        text, head = self.text, subject.head
        if text.lemmas[head] in RELATIVES:
            return False
        opening = subject.path == "participle" and head == text.sentence(head)[0] and text.forms[head] == "NNS"
        opening = opening and "VBZ" in look_up(text.lemmas[head] + "s").forms
        bare = text.forms[head] == "NN" and text.tokens[head].norm.islower()
        if not bare or any(text.forms[i] in DETERMINED for i in range(subject.first, head + 1)):
            return not opening  # "Keeps saying"
        words = names()
        lemma = text.lemmas[head]
        return lemma in words.groups or lemma in words.org_nouns or lemma in words.titles or lemma in SPEAKING

    def _is_kind(self, index: int, head: int) -> bool:
        """Whether the noun at ``head`` says of what kind the body named before it is."""
        mention = self.mentions[index]
        nouns = names().org_nouns
        return mention.form == "name" and mention.type == "organization" and self.text.lemmas[head] in nouns

    def _other_sex(self, word: str, chain: int) -> bool:
        """Whether the article calls a chain "he" where ``word`` is "she", or the other way round."""
        other = SHE if word == "he" else HE
        return chain >= 0 and any(
            m.chain == chain and m.form == "pronoun" and m.text.lower() in other for m in self.mentions
        )

    def _pronoun(self, word: str, span: Span, subject: Subject, before: Speaker) -> Speaker:
        """A pronoun that no chain holds: who spoke before, if that can be a "he" or an "it"."""
        if before.mention is not None:
            last = self.mentions[before.mention]
            body = last.type in GROUPS or (last.type == "other" and last.form == "nominal")
            same = word in PERSONAL and last.type == "person" and not self._other_sex(word, last.chain)
            if same or (word in NEUTER and body):
                return Speaker(before.mention, span, 0.82 * subject.factor, "pronoun")
        return Speaker(None, span, subject.factor, "pronoun")
